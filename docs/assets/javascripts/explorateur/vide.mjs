/** No action at all: which choice stands in the way, what was perhaps meant, whom to call. */

import { quote } from "../chercher/textes.mjs";
import { makeButton, makeLink } from "../questionnaire/commandes.mjs";
import { element } from "../questionnaire/dom.mjs";
import { counted } from "../questionnaire/phrases.mjs";
import { countChosen } from "./adresse.mjs";
import { filter } from "./facettes.mjs";
import { listFiltres } from "./filtres-actifs.mjs";

const MOST_THEMES = 6;

/** @typedef {import("./filtres-actifs.mjs").Filtre} Filtre */
/** @typedef {import("./adresse.mjs").Choix} Choix */

/**
 * A choice that may be given up, and how many actions there would be.
 * @typedef {{nom: string, total: number, filtre: Filtre | null}} Sortie `null` is the text
 */

/**
 * Returns what to give up for some action to be left, the most useful first.
 * @param {import("./facettes.mjs").FacettesOuvertes} facettes
 * @param {Choix} choix
 * @param {Int32Array | null} docs - the actions that the text finds
 * @returns {Sortie[]}
 */
export function findSorties(facettes, { texte, selection }, docs) {
  /** @type {Sortie[]} */
  const sorties = listFiltres(facettes.facettes, selection).map((filtre) => {
    const without = new Map(selection);
    without.set(filtre.cle, new Set([...(selection.get(filtre.cle) ?? [])].filter((value) => value !== filtre.valeur)));
    return { nom: `${filtre.titre}\u00a0: ${filtre.nom}`, total: filter(facettes, without, docs).total, filtre };
  });
  if (texte) sorties.push({ nom: texte, total: filter(facettes, selection).total, filtre: null });
  return sorties.filter(({ total }) => total).sort((one, other) => other.total - one.total);
}

/**
 * @typedef {object} Reglages
 * @property {import("./donnees.mjs").Donnees} donnees
 * @property {(filtre: Filtre | null) => void} onGiveUp
 * @property {() => void} onRestart
 * @property {(texte: string) => void} onText
 */

export class Vide {
  /** @param {Reglages} reglages */
  constructor(reglages) {
    this.reglages = reglages;
    this.element = element("div", { className: "cat-explorateur__vide", hidden: true });
  }

  hide() {
    this.element.hidden = true;
  }

  /**
   * @param {Choix} choix
   * @param {Int32Array | null} docs
   * @param {string[]} proches - texts that were perhaps meant
   */
  show(choix, docs, proches) {
    const { donnees, onRestart, onGiveUp, onText } = this.reglages;
    const sorties = findSorties(donnees.facettes, choix, docs);
    const chosen = choix.texte !== "" && countChosen(choix.selection) > 0;
    const part = (/** @type {string} */ titre, /** @type {any[]} */ items) =>
      items.length > 0 && element("div", {}, element("h3", {}, titre), element("ul", {}, ...items.map((item) => element("li", {}, item))));
    this.element.replaceChildren(
      ...[
        part("Vouliez-vous dire", proches.map((proche) => makeLink(proche, () => onText(proche)))),
        part("Ce que vous pouvez retirer", sorties.map((sortie) => makeSortie(sortie, onGiveUp))),
        chosen && !sorties.length && element("p", {}, makeButton("Effacer le texte et les filtres", onRestart, "secondaire")),
        part("Parcourir par thème", this.#themes()),
        part("Demander de l’aide", this.#telephones(choix)),
      ].filter(Boolean),
    );
    this.element.hidden = false;
  }

  /** The themes that have the most actions. */
  #themes() {
    const { facettes, site } = this.reglages.donnees;
    const { noms = [], valeurs = [], colonne } = facettes.find("thematique") ?? {};
    const totaux = colonne?.totaux ?? new Int32Array();
    const ranks = noms.map((_, rank) => rank).filter((rank) => totaux[rank]);
    return ranks
      .sort((one, other) => totaux[other] - totaux[one])
      .slice(0, MOST_THEMES)
      .map((rank) => element("a", { href: new URL(`thematiques/${valeurs[rank]}/`, site).href }, noms[rank]));
  }

  /**
   * Returns the services to call that the page came with: those of the territoires chosen, if any.
   * @param {Choix} choix
   */
  #telephones({ selection }) {
    const { facettes, site } = this.reglages.donnees;
    const { parents, valeurs = [] } = facettes.find("territoire") ?? {};
    const rootOf = (/** @type {number} */ rank) => (parents && parents[rank] >= 0 ? rootOf(parents[rank]) : rank);
    const wanted = new Set([...(selection.get("territoire") ?? [])].map((rank) => valeurs[rootOf(rank)]));
    const template = document.getElementById("cat-explorateur-telephones");
    const items = template instanceof HTMLTemplateElement ? [...template.content.querySelectorAll("li")] : [];
    const near = items.filter(({ dataset }) => !wanted.size || wanted.has(dataset.territoire ?? ""));
    const contacts = element("a", { href: new URL("contacts/", site).href }, "Voir tous les services à appeler");
    return [...near.slice(0, 8).map((item) => element("span", {}, ...[...item.childNodes].map((node) => node.cloneNode(true)))), contacts];
  }
}

/**
 * @param {Sortie} sortie
 * @param {(filtre: Filtre | null) => void} onGiveUp
 */
function makeSortie({ nom, total, filtre }, onGiveUp) {
  const button = makeLink(`${filtre ? "Retirer" : "Effacer le texte"} ${quote(nom)}`, () => onGiveUp(filtre));
  return element("span", {}, button, ` (${counted(total, "action", "actions")})`);
}
