/** The answers given, each of which can be changed. */

import { element } from "../dom.mjs";
import { renderReponses } from "../resultats.mjs";

/** @typedef {import("./questionnaire.mjs").Questionnaire} Questionnaire */

/**
 * Returns « Vos réponses »: those that a link holds, then those that never leave the tab.
 * @param {Questionnaire} questionnaire
 * @returns {HTMLElement[]}
 */
export function makeReponses(questionnaire) {
  const { donnees, questions, reponses } = questionnaire;
  const entries = reponses.entries();
  if (!entries.length) return [];
  const options = { donnees, onEdit: (/** @type {string} */ slug) => questionnaire.ask(slug) };
  const isPrivate = (/** @type {[string, unknown]} */ [slug]) => Boolean(questions[slug].sensible);
  const shared = entries.filter((entry) => !isPrivate(entry));
  const kept = entries.filter(isPrivate);
  return [
    element(
      "section",
      { className: "cat-bilan__reponses", attributes: { "aria-labelledby": "cat-vos-reponses" } },
      element("h2", { id: "cat-vos-reponses" }, "Vos réponses"),
      element(
        "p",
        {},
        "Une erreur, un changement\u00a0? Modifiez une réponse\u00a0: les résultats suivent.",
      ),
      shared.length > 0 && renderReponses(shared, options),
      kept.length > 0 &&
        element(
          "div",
          { className: "cat-bilan__intimes" },
          element("h3", {}, "Questions sensibles"),
          element(
            "p",
            { className: "cat-aide" },
            "Ces réponses restent dans cet onglet\u00a0: elles ne figurent pas dans le lien.",
          ),
          renderReponses(kept, options),
        ),
    ),
  ];
}
