/** Which questions are still worth asking: the next one, above them all, and a mark on each. */

import { nextQuestion } from "../../eligibilite.mjs";
import { element } from "../dom.mjs";
import { QuestionsOuvertes } from "../questions.mjs";
import { POSSIBLES } from "./classement.mjs";

/** @typedef {import("./classement.mjs").Resultat} Resultat */

export class Utilite {
  element = element("p", { className: "cat-prescrire__suivante" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /**
   * @param {import("../donnees.mjs").Donnees} donnees
   * @param {import("./formulaire.mjs").Formulaire} formulaire
   */
  constructor(donnees, formulaire) {
    this.donnees = donnees;
    this.formulaire = formulaire;
  }

  /**
   * Thousands of rules take longer to look into than to sort: the page shows the actions first.
   * @param {Map<string, Resultat[]>} groupes - filters apart
   * @param {Record<string, any>} reponses
   * @param {string | null} action - the only one that the questions are about
   */
  update(groupes, reponses, action) {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#mark(groupes, reponses, action));
  }

  /**
   * @param {Map<string, Resultat[]>} groupes
   * @param {Record<string, any>} reponses
   * @param {string | null} action
   */
  #mark(groupes, reponses, action) {
    const { contexte, regles } = this.donnees;
    const ouvertes = new QuestionsOuvertes(reponses, contexte);
    const utiles = ouvertes.usefulFor(POSSIBLES.flatMap((cle) => groupes.get(cle) ?? []));
    const undecided = (groupes.get("a-preciser") ?? []).map(({ regle }) => regle);
    const asked = action === null ? undecided : [regles.get(action)];
    const { question, restantes } = nextQuestion(asked, reponses, contexte);
    this.formulaire.mark(utiles, question);
    if (question === null) {
      const what = action === null ? "utiles" : "utiles à cette action";
      this.element.textContent = `Toutes les questions ${what} ont une réponse.`;
      return;
    }
    const words =
      restantes > 1
        ? `Question la plus utile, sur ${restantes} au plus\u00a0: `
        : "Dernière question utile\u00a0: ";
    this.element.replaceChildren(words, this.formulaire.linkTo(question));
  }
}
