/** The screen that asks before the answers of a link take the place of the person's own. */

import { element } from "../dom.mjs";
import { CHOIX, makeChoix } from "../reponses-lien.mjs";

/**
 * @param {import("./questionnaire.mjs").Questionnaire} questionnaire
 * @returns {import("./questionnaire.mjs").Ecran}
 */
export function makeLien(questionnaire) {
  const titre = "Ce lien contient d’autres réponses";
  const title = element("h1", {}, titre);
  const choices = makeChoix(
    () => questionnaire.refuseLien(),
    () => questionnaire.acceptLien(),
  );
  return {
    elements: [
      title,
      element("p", {}, CHOIX),
      element("div", { className: "cat-accueil__suite" }, ...choices),
    ],
    titre,
    foyer: title,
  };
}
