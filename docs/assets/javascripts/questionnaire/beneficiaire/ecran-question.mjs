/** One question, alone on its screen. */

import { goBack } from "../adresse.mjs";
import { makeChamp } from "../champs.mjs";
import { makeButton, makeEffacer } from "../commandes.mjs";
import { element } from "../dom.mjs";

/** @typedef {import("./questionnaire.mjs").Questionnaire} Questionnaire */
/** @typedef {import("./historique.mjs").Etat} Etat */

/** What the way back is called, by the screen that it leads to. */
const BACK = {
  accueil: "Revenir au début",
  question: "Question précédente",
  resultats: "Revenir à mes résultats",
};

/**
 * @param {Questionnaire} questionnaire
 * @param {Etat} etat
 * @returns {import("./questionnaire.mjs").Ecran}
 */
export function makeQuestion(questionnaire, etat) {
  const slug = etat.question ?? "";
  const question = questionnaire.questions[slug];
  const champ = makeChamp(question, slug, {
    lecteur: "beneficiaire",
    valeur: questionnaire.reponses.get(slug),
    niveau: 1,
    communes: questionnaire.donnees.communes,
  });
  const titre = titleOf(champ.titre, questionnaire);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (champ.validate() === null) {
      questionnaire.answer(etat, champ.read() ?? null);
      return;
    }
    if (!document.title.startsWith("Erreur")) document.title = `Erreur\u00a0: ${document.title}`;
    champ.focus();
  };
  const form = element(
    "form",
    { className: "cat-questionnaire__formulaire", noValidate: true, on: { submit } },
    makeProgress(questionnaire, etat),
    champ.element,
    element(
      "div",
      { className: "cat-questionnaire__suite" },
      element("button", { type: "submit", className: "cat-commande" }, "Continuer"),
      question.sensible &&
        makeButton("Passer cette question", () => questionnaire.answer(etat, null), "secondaire"),
      etat.precedent && makeButton(BACK[etat.precedent], goBack, "discrete"),
    ),
  );
  return { elements: [form, makeTools(questionnaire, etat)], titre, foyer: champ.titre };
}

/**
 * @param {HTMLElement} words
 * @param {Questionnaire} questionnaire
 */
function titleOf({ textContent }, { nomAction }) {
  return [`Question\u00a0: ${textContent}`, nomAction].filter(Boolean).join(" - ");
}

/**
 * Says how far the person is; the bar says it again to the eye.
 * @param {Questionnaire} questionnaire
 * @param {Etat} etat
 */
function makeProgress(questionnaire, etat) {
  const { restantes } = questionnaire.next();
  const answered = questionnaire.reponses.size;
  return element(
    "div",
    { className: "cat-questionnaire__progres" },
    questionnaire.nomAction &&
      element("p", { className: "cat-entete__surtitre" }, questionnaire.nomAction),
    element(
      "p",
      {},
      etat.retour ? "Vous revenez à vos résultats après cette réponse" : describeRest(restantes),
    ),
    element("progress", {
      max: answered + restantes,
      value: answered,
      attributes: { "aria-hidden": "true" },
    }),
  );
}

/** @param {number} restantes */
function describeRest(restantes) {
  if (restantes === 0) return "Vous modifiez une réponse";
  return restantes === 1 ? "Dernière question" : `Encore ${restantes} questions au plus`;
}

/**
 * What is always in reach.
 * @param {Questionnaire} questionnaire
 * @param {Etat} etat
 */
function makeTools(questionnaire, etat) {
  const results = () => questionnaire.go({ ecran: "resultats" });
  const offered = questionnaire.reponses.size > 0 && etat.precedent !== "resultats";
  return element(
    "div",
    { className: "cat-questionnaire__outils" },
    offered && makeButton("Voir mes résultats maintenant", results, "discrete"),
    makeEffacer(() => questionnaire.clear()),
    questionnaire.action &&
      makeButton("Répondre pour toutes les actions", () => questionnaire.widen(), "discrete"),
  );
}
