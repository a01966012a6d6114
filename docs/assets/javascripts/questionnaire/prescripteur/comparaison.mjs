/** Up to four actions side by side: a table where there is room, else a card for each. */

import { makeButton, makeLink } from "../commandes.mjs";
import { element, newId } from "../dom.mjs";
import { counted } from "../phrases.mjs";
import { makeLignes } from "./comparaison-lignes.mjs";

/** @typedef {import("./classement.mjs").Resultat} Resultat */
/** @typedef {import("./comparaison-lignes.mjs").Ligne} Ligne */
/** @typedef {import("./comparaison-lignes.mjs").Mention} Mention */

export const MOST_COMPARED = 4;
const ROOM_FOR_A_TABLE = "(min-width: 48em), print";

export class Comparaison {
  /** @type {string[]} */
  slugs = [];
  /** @type {(() => void) | null} */
  #draw = null;

  /**
   * @param {object} outils
   * @param {() => void} outils.onBack
   * @param {(slug: string) => void} outils.onRemove
   * @param {(slug: string) => void} outils.onFiche
   */
  constructor(outils) {
    this.outils = outils;
    this.titre = element("h2", { tabIndex: -1, id: newId("comparaison") }, "Comparaison");
    this.corps = element("div");
    this.element = element(
      "section",
      {
        className: "cat-comparaison",
        hidden: true,
        attributes: { "aria-labelledby": this.titre.id },
      },
      element(
        "div",
        { className: "cat-comparaison__commandes" },
        makeButton("Revenir aux actions", outils.onBack, "secondaire"),
        makeButton("Imprimer la comparaison", () => print()),
      ),
      this.titre,
      this.corps,
    );
    matchMedia(ROOM_FOR_A_TABLE).addEventListener("change", () => this.#draw?.());
  }

  /** @param {string} slug */
  has(slug) {
    return this.slugs.includes(slug);
  }

  /**
   * Adds an action, or takes it away.
   * @param {string} slug
   * @returns {boolean} whether there was room
   */
  toggle(slug) {
    if (this.has(slug)) this.slugs = this.slugs.filter((other) => other !== slug);
    else if (this.slugs.length === MOST_COMPARED) return false;
    else this.slugs.push(slug);
    return true;
  }

  clear() {
    this.slugs = [];
    this.#draw = null;
    this.corps.replaceChildren();
  }

  /**
   * @param {Resultat[]} resultats
   * @param {import("./comparaison-lignes.mjs").Contexte} contexte
   */
  render(resultats, contexte) {
    const lignes = makeLignes(resultats, contexte);
    this.titre.textContent = `Comparaison de ${counted(resultats.length, "action", "actions")}`;
    this.#draw = () => {
      const wide = matchMedia(ROOM_FOR_A_TABLE).matches;
      this.corps.replaceChildren(
        wide ? this.#makeTable(resultats, lignes) : this.#makeCartes(resultats, lignes),
      );
    };
    this.#draw();
  }

  /**
   * @param {Resultat[]} resultats
   * @param {Ligne[]} lignes
   */
  #makeTable(resultats, lignes) {
    const head = resultats.map((resultat) =>
      element(
        "th",
        { scope: "col" },
        element("span", { className: "cat-comparaison__nom" }, resultat.action.nom),
        this.#makeCommandes(resultat),
      ),
    );
    const rows = lignes.map(({ titre, vide, cellules }) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, titre),
        ...cellules.map((mentions) => element("td", {}, makeMentions(mentions, vide))),
      ),
    );
    return element(
      "table",
      { className: `cat-comparaison__table cat-comparaison__table--${resultats.length}` },
      element("caption", {}, "D’après les réponses données sur cette page"),
      element(
        "thead",
        {},
        element("tr", {}, element("th", { scope: "col" }, "Point comparé"), ...head),
      ),
      element("tbody", {}, ...rows),
    );
  }

  /**
   * @param {Resultat[]} resultats
   * @param {Ligne[]} lignes
   */
  #makeCartes(resultats, lignes) {
    const cartes = resultats.map((resultat, rang) =>
      element(
        "li",
        { className: "cat-comparaison__carte" },
        element("h3", {}, resultat.action.nom),
        element(
          "dl",
          {},
          ...lignes.map(({ titre, vide, cellules }) =>
            element(
              "div",
              {},
              element("dt", {}, titre),
              element("dd", {}, makeMentions(cellules[rang], vide)),
            ),
          ),
        ),
        this.#makeCommandes(resultat),
      ),
    );
    return element("ul", { className: "cat-comparaison__cartes" }, ...cartes);
  }

  /** @param {Resultat} resultat */
  #makeCommandes({ slug, action, evaluation }) {
    return element(
      "span",
      { className: "cat-comparaison__gestes" },
      evaluation.resultat !== "non" &&
        makeLink("Fiche de prescription", () => this.outils.onFiche(slug), action.nom),
      makeLink("Retirer", () => this.outils.onRemove(slug), action.nom),
    );
  }
}

/**
 * @param {Mention[]} mentions
 * @param {string} vide
 */
function makeMentions(mentions, vide) {
  if (!mentions.length) return element("span", { className: "cat-comparaison__vide" }, vide);
  const nodes = mentions.map((mention) =>
    typeof mention === "string" ? mention : element("a", { href: mention.href }, mention.texte),
  );
  return nodes.length === 1
    ? nodes[0]
    : element("ul", {}, ...nodes.map((node) => element("li", {}, node)));
}
