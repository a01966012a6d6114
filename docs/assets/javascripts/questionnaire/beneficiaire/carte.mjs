/**
 * The card of an action, for the person: what it is, what is left to see, whom to call. What a
 * phone has no room for (conditions that are met, how the action is asked for) is folded.
 */

import { changements, explain } from "../../eligibilite.mjs";
import { makeButton } from "../commandes.mjs";
import { element, newId, spoken } from "../dom.mjs";
import {
  contactsFor,
  icone,
  isReached,
  libelleQuestion,
  phraseDisponibilite,
  placeQuestion,
  renderChangements,
  renderContacts,
  renderCriteres,
  renderPriorites,
  renderSecteurs,
} from "../resultats.mjs";
import { tellsSensitive } from "./groupes.mjs";
import { missingQuestion } from "./sans-reponse.mjs";

/** @typedef {import("./questionnaire.mjs").Questionnaire} Questionnaire */
/** @typedef {import("./groupes.mjs").Resultat} Resultat */
/** @typedef {Record<string, import("../reponses.mjs").Valeur>} Answers */

/** Results whose conditions say exactly why: they are never folded at first. */
const EXPLAINED = ["a-preciser", "plus-tard", "non"];
/** Where there is room for what is folded on a phone. */
const ROOM = "(min-width: 45em)";
/** Whom « Parlez-en à votre référent » is already about. */
const REFERENT = /^votre référent/i;

/**
 * @param {Questionnaire} questionnaire
 * @param {Resultat} item
 * @param {boolean} few - the card is one of few
 * @returns {HTMLElement}
 */
export function makeCarte(questionnaire, item, few) {
  const { donnees } = questionnaire;
  const { slug, action, regle, evaluation } = item;
  const { resultat, disponibilite } = evaluation;
  const answers = questionnaire.reponses.toObject();
  const intimate = tellsSensitive(regle.condition, answers, donnees.contexte);
  const titre = newId("resultat");
  const when = phraseDisponibilite(disponibilite, "beneficiaire");
  return element(
    "article",
    {
      className: `cat-resultat cat-resultat--${resultat}${intimate ? " cat-resultat--intime" : ""}`,
      attributes: { "aria-labelledby": titre, "data-action": slug },
    },
    element(
      "h3",
      { className: "cat-resultat__titre", id: titre },
      element("a", { href: donnees.racine + action.url }, action.nom),
    ),
    element("p", { className: "cat-resultat__resume" }, action.resume),
    when && element("p", { className: "cat-resultat__disponibilite" }, when),
    makePriority(evaluation),
    resultat === "sous-reserve" && makeToSee(evaluation),
    resultat === "a-preciser" && makeMissing(questionnaire, regle, answers),
    makeConditions(questionnaire, item, answers, few),
    resultat === "non" &&
      renderChangements(changements(regle, answers, donnees.contexte), resultat),
    resultat !== "non" && makeNext(questionnaire, action, answers),
    element(
      "p",
      { className: "cat-resultat__fiche" },
      element(
        "a",
        { href: donnees.racine + action.url },
        "Lire la fiche",
        spoken(`\u00a0: ${action.nom}`),
      ),
    ),
  );
}

/** @param {any} evaluation */
function makePriority({ prioritaires }) {
  const met = prioritaires.filter((/** @type {any} */ { etat }) => etat === "satisfaite");
  return renderPriorites(met, "beneficiaire");
}

/**
 * What a professional looks at with the person.
 * @param {any} evaluation
 */
function makeToSee({ appreciations }) {
  const items = appreciations.map((/** @type {any} */ { phrase }) => element("li", {}, phrase));
  return element(
    "div",
    { className: "cat-resultat__a-voir" },
    element(
      "p",
      { className: "cat-resultat__sous-titre" },
      icone("appreciation"),
      "À voir avec un professionnel",
    ),
    element("ul", {}, ...items),
  );
}

/**
 * The way to the answer that the action lacks.
 * @param {Questionnaire} questionnaire
 * @param {any} regle
 * @param {Answers} answers
 */
function makeMissing(questionnaire, regle, answers) {
  const slug = missingQuestion(regle, answers, questionnaire.donnees.contexte);
  if (slug === null) return null;
  const words = libelleQuestion(questionnaire.questions[slug], "beneficiaire");
  return element(
    "div",
    { className: "cat-resultat__manque" },
    element("p", { className: "cat-resultat__sous-titre" }, words),
    makeButton("Répondre à cette question", () => questionnaire.ask(slug), "secondaire"),
  );
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Resultat} item
 * @param {Answers} answers
 * @param {boolean} few
 */
function makeConditions(questionnaire, { action, regle, evaluation }, answers, few) {
  const { contexte } = questionnaire.donnees;
  const criteres = renderCriteres(explain(regle, answers, contexte), {
    lecteur: "beneficiaire",
    onEdit: (question) => questionnaire.ask(question),
    lieu: placeQuestion(contexte.questions),
  });
  if (!criteres) return null;
  const unmet = evaluation.prioritaires.filter(
    (/** @type {any} */ { etat }) => etat !== "satisfaite",
  );
  const open = few || EXPLAINED.includes(evaluation.resultat) || matchMedia(ROOM).matches;
  return element(
    "details",
    { className: "cat-resultat__conditions", open },
    element("summary", {}, "Les conditions", spoken(`\u00a0: ${action.nom}`)),
    criteres,
    renderPriorites(unmet, "beneficiaire"),
  );
}

/**
 * What to do next, and whom to call from where the person lives. The sheet says the rest.
 * @param {Questionnaire} questionnaire
 * @param {any} action
 * @param {Answers} answers
 */
function makeNext({ donnees }, action, answers) {
  const { prescripteurs = [], modalites } = action.prescription ?? {};
  return element(
    "div",
    { className: "cat-resultat__suite" },
    element("p", { className: "cat-resultat__sous-titre" }, "Et maintenant\u00a0?"),
    element("p", {}, "Parlez-en à votre référent\u00a0: il vous dira comment faire."),
    makeContacts(donnees, action, answers),
    (prescripteurs.length > 0 || modalites) &&
      element(
        "details",
        { className: "cat-pli" },
        element("summary", {}, "Comment cela se passe", spoken(`\u00a0: ${action.nom}`)),
        prescripteurs.length > 0 &&
          element("p", {}, `Qui peut vous y orienter\u00a0: ${prescripteurs.join("\u00a0; ")}.`),
        modalites && element("p", {}, modalites),
      ),
  );
}

/**
 * Whom to call: first those who answer for the commune; those who can only be met are a line of
 * text; those who answer for a part of the département that no commune leads to are folded. The
 * person is already sent to their référent.
 * @param {import("../donnees.mjs").Donnees} donnees
 * @param {any} action
 * @param {Answers} answers
 * @returns {(HTMLElement | null | false)[]}
 */
function makeContacts(donnees, action, answers) {
  const { proches, secteurs } = contactsFor(donnees, action, answers);
  const called = proches.filter(isReached);
  const near = secteurs.filter(isReached);
  const met = proches
    .filter((contact) => !isReached(contact) && !REFERENT.test(contact.fonction))
    .map(({ fonction }) => fonction);
  const also = called.length ? "aussi " : "";
  return [
    renderContacts(called.map(withoutPrecisions)),
    met.length > 0 &&
      element("p", {}, `Qui peut ${also}vous répondre\u00a0: ${met.join("\u00a0; ")}.`),
    renderSecteurs(near.map(withoutPrecisions), action.nom),
    !called.length && !near.length && makeDirectory(donnees.racine, action.nom),
  ];
}

/**
 * @param {string} racine
 * @param {string} nom - of the action
 */
function makeDirectory(racine, nom) {
  const words = "Trouver un service à appeler";
  const href = `${racine}contacts/`;
  return element(
    "p",
    { className: "cat-resultat__fiche" },
    element("a", { href }, words, spoken(`\u00a0: ${nom}`)),
  );
}

/** The sheet says the rest. @param {import("../contacts.mjs").Contact} contact */
function withoutPrecisions({ precisions, ...contact }) {
  return contact;
}
