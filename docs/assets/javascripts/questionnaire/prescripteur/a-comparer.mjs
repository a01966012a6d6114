/** The actions chosen to be compared: their boxes, the bar that counts them, the comparison. */

import { announce } from "../dom.mjs";
import { libelleQuestion } from "../resultats.mjs";
import { Comparaison } from "./comparaison.mjs";
import { QuestionsOuvertes } from "../questions.mjs";

/** @typedef {import("./bas-de-page.mjs").BasDePage} BasDePage */
/** @typedef {import("./classement.mjs").Classement} Classement */

export class AComparer {
  /**
   * @param {object} page
   * @param {import("../donnees.mjs").Donnees} page.donnees
   * @param {import("../reponses.mjs").Reponses} page.reponses
   * @param {Classement} page.classement
   * @param {Element} page.region
   * @param {() => void} page.onBack
   * @param {(slug: string) => void} page.onFiche
   */
  constructor({ donnees, reponses, classement, region, onBack, onFiche }) {
    this.donnees = donnees;
    this.reponses = reponses;
    this.classement = classement;
    this.region = region;
    this.onBack = onBack;
    this.comparaison = new Comparaison({ onBack, onFiche, onRemove: (slug) => this.#remove(slug) });
    /** @type {BasDePage | null} */
    this.bas = null;
  }

  get element() {
    return this.comparaison.element;
  }

  get titre() {
    return this.comparaison.titre;
  }

  canShow() {
    return this.size > 0;
  }

  /** How many actions are chosen. */
  get size() {
    return this.comparaison.slugs.length;
  }

  /**
   * Takes a tick into account, or refuses it when there is no room.
   * @param {string} slug
   * @param {HTMLInputElement} input
   */
  toggle(slug, input) {
    if (!this.comparaison.toggle(slug)) {
      input.checked = false;
      announce(this.region, this.bas?.refuse() ?? "");
      return;
    }
    this.bas?.showCompared(this.size);
    announce(
      this.region,
      this.size
        ? `${this.size} ${this.size > 1 ? "actions" : "action"} à comparer.`
        : "Plus aucune action à comparer.",
    );
  }

  clear() {
    this.comparaison.clear();
    this.bas?.showCompared(0);
  }

  /** @param {string} slug */
  #remove(slug) {
    this.comparaison.toggle(slug);
    this.bas?.showCompared(this.size);
    if (!this.size) return this.onBack();
    this.draw();
    this.comparaison.titre.focus();
  }

  /** Draws the comparison with the answers of the moment. */
  draw() {
    const { contexte } = this.donnees;
    const reponses = this.reponses.toObject();
    const ouvertes = new QuestionsOuvertes(reponses, contexte);
    this.comparaison.render(
      this.comparaison.slugs.map((slug) => this.classement.resultOf(slug, reponses)),
      {
        donnees: this.donnees,
        reponses,
        manque: (regle) =>
          [...ouvertes.missing(regle)].map((slug) =>
            libelleQuestion(contexte.questions[slug], contexte.lecteur),
          ),
      },
    );
  }
}
