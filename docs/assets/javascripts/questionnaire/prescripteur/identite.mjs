/**
 * Who the sheet is about, and who writes it: fields that live in the page and nowhere else.
 *
 * They have no name, so that browsers keep no list of what was typed; no spelling is checked,
 * as some browsers send what they check.
 */

import { element, newId } from "../dom.mjs";

/** @typedef {{cle: string, nom: string}} Rubrique */

/** @type {Rubrique[]} */
const PERSONNE = [
  { cle: "nom", nom: "Nom" },
  { cle: "prenom", nom: "Prénom" },
  { cle: "naissance", nom: "Date de naissance" },
  { cle: "allocataire", nom: "N°\u00a0d’allocataire" },
  { cle: "commune", nom: "Commune" },
  { cle: "joindre", nom: "Téléphone ou courriel" },
];

/** @type {Rubrique[]} */
const REFERENT = [
  { cle: "referent", nom: "Nom et fonction" },
  { cle: "structure", nom: "Structure" },
  { cle: "contact", nom: "Téléphone ou courriel" },
];

/** @type {Rubrique[]} */
const DESTINATAIRE = [{ cle: "destinataire", nom: "À transmettre à" }];

export class Identite {
  /** @type {Map<string, HTMLInputElement>} */
  #champs = new Map();

  constructor() {
    this.personne = this.#makeGrille(PERSONNE);
    this.referent = this.#makeGrille(REFERENT);
    this.destinataire = this.#makeGrille(DESTINATAIRE);
  }

  /** @param {Rubrique[]} rubriques */
  #makeGrille(rubriques) {
    const alone = rubriques.length === 1 ? " cat-fiche__identite--seule" : "";
    return element(
      "div",
      { className: `cat-fiche__identite${alone}` },
      ...rubriques.map((rubrique) => this.#makeChamp(rubrique)),
    );
  }

  /** @param {Rubrique} rubrique */
  #makeChamp({ cle, nom }) {
    const id = newId(`identite-${cle}`);
    const input = element("input", {
      id,
      type: "text",
      autocomplete: "off",
      spellcheck: false,
      attributes: { autocorrect: "off", "data-identite": cle },
    });
    this.#champs.set(cle, input);
    return element(
      "div",
      { className: "cat-fiche__champ" },
      element("label", { htmlFor: id }, nom),
      input,
    );
  }

  /**
   * Writes what the page knows in a field, unless something else was typed in it.
   * @param {"commune" | "destinataire"} cle
   * @param {string} texte
   */
  suggest(cle, texte) {
    const champ = this.#champs.get(cle);
    if (!champ) return;
    if (!champ.value || champ.value === champ.dataset.propose) champ.value = texte;
    champ.dataset.propose = texte;
  }

  /** Says whether something was typed. */
  get commencee() {
    return [...this.#champs.values()].some(
      ({ value, dataset }) => value.trim() !== "" && value !== dataset.propose,
    );
  }

  clear() {
    for (const champ of this.#champs.values()) {
      champ.value = "";
      delete champ.dataset.propose;
    }
  }
}
