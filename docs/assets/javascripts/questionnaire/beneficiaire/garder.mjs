/** How to keep the results: on paper (see papier.mjs), or as a link. */

import { makeButton } from "../commandes.mjs";
import { element } from "../dom.mjs";
import { Partage } from "../partage.mjs";

/** @typedef {import("./questionnaire.mjs").Questionnaire} Questionnaire */

/**
 * Returns « Garder mes résultats »: the printer, then the link and what it tells.
 * @param {Questionnaire} questionnaire
 * @returns {HTMLElement[]}
 */
export function makeGarder(questionnaire) {
  const { reponses } = questionnaire;
  if (!reponses.size) return [];
  return [
    element(
      "section",
      { className: "cat-bilan__partage", attributes: { "aria-labelledby": "cat-garder" } },
      element("h2", { id: "cat-garder" }, "Garder mes résultats"),
      element(
        "div",
        { className: "cat-bilan__moyens" },
        makeImpression(questionnaire),
        reponses.shared().length > 0 && makeLien(questionnaire),
      ),
    ),
  ];
}

/** @param {Questionnaire} questionnaire */
function makeImpression({ questions, reponses }) {
  const sensitive = reponses
    .entries()
    .some(([slug, valeur]) => questions[slug].sensible && valeur !== null);
  const box = element("input", {
    type: "checkbox",
    id: "cat-imprimer-tout",
    className: "cat-choix__case",
  });
  return element(
    "div",
    { className: "cat-bilan__moyen" },
    element("h3", {}, "Sur papier"),
    element("p", {}, "Pour en parler avec votre référent."),
    sensitive && [
      element(
        "div",
        { className: "cat-choix" },
        box,
        element(
          "label",
          { className: "cat-choix__nom", htmlFor: box.id },
          "Imprimer aussi mes réponses aux questions sensibles",
        ),
      ),
      element(
        "p",
        { className: "cat-aide" },
        "Sans cela, ni ces réponses ni les actions qui en dépendent ne sont imprimées.",
      ),
    ],
    makeButton("Imprimer mes résultats", () => print(), "secondaire"),
  );
}

/** @param {Questionnaire} questionnaire */
function makeLien({ reponses, action }) {
  const partage = new Partage(reponses, {
    action: () => action,
    conseil: "Ne l’envoyez qu’à des personnes de confiance.",
  });
  return element(
    "div",
    { className: "cat-bilan__moyen" },
    element("h3", {}, "Avec un lien"),
    partage.element,
  );
}
