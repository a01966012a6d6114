/** The first screen: what will be asked, how long it takes, what becomes of the answers. */

import { makeButton, makeEffacer } from "../commandes.mjs";
import { element } from "../dom.mjs";
import { counted } from "../phrases.mjs";
import { isUndecided } from "./sans-reponse.mjs";

/** @typedef {import("./questionnaire.mjs").Questionnaire} Questionnaire */

/** How many questions a person reads and answers in a minute. */
const QUESTIONS_A_MINUTE = 4;

/** @type {[string, string][]} */
const PROMISES = [
  [
    "Ce n’est pas une demande",
    "Vous ne vous engagez à rien. Votre référent reste là pour en parler.",
  ],
  [
    "Vos réponses restent dans cet onglet",
    "Elles ne sont envoyées à personne. Sur un ordinateur partagé, " +
      "choisissez «\u00a0Effacer mes réponses\u00a0» avant de partir.",
  ],
];

/**
 * @param {Questionnaire} questionnaire
 * @returns {import("./questionnaire.mjs").Ecran}
 */
export function makeAccueil(questionnaire) {
  const avis = questionnaire.makeAvis();
  const { nomAction, entete } = questionnaire;
  const ownTitle = nomAction && element("h1", {}, "Vérifier si cette action est pour vous");
  const elements = [
    avis,
    ownTitle && element("p", { className: "cat-entete__surtitre" }, nomAction),
    ownTitle,
    questionnaire.regles.size ? makeInvitation(questionnaire) : makeNothing(questionnaire),
  ];
  const title = ownTitle ?? entete.querySelector("h1") ?? questionnaire.root;
  return {
    elements: elements.filter(Boolean),
    titre: [title.textContent, nomAction].filter(Boolean).join(" - "),
    foyer: avis ?? title,
  };
}

/** @param {Questionnaire} questionnaire */
function makeInvitation(questionnaire) {
  const { question, restantes } = questionnaire.next();
  const begun = questionnaire.reponses.size > 0;
  const advance = () => questionnaire.advance();
  const results = () => questionnaire.go({ ecran: "resultats" });
  return element(
    "div",
    { className: "cat-accueil" },
    element(
      "dl",
      { className: "cat-accueil__promesses" },
      ...[describeLeft(questionnaire, restantes), ...PROMISES].map(makePromise),
    ),
    element(
      "div",
      { className: "cat-accueil__suite" },
      question && makeButton(begun ? "Continuer" : "Commencer", advance),
      begun && makeButton("Voir mes résultats", results, question ? "secondaire" : ""),
      begun && makeEffacer(() => questionnaire.clear()),
      questionnaire.action &&
        makeButton("Répondre pour toutes les actions", () => questionnaire.widen(), "discrete"),
    ),
  );
}

/**
 * Says what is left to ask, and how long it takes.
 * @param {Questionnaire} questionnaire
 * @param {number} restantes
 * @returns {[string, string]}
 */
function describeLeft({ reponses, regles, donnees }, restantes) {
  if (restantes) {
    const minutes = Math.max(1, Math.ceil(restantes / QUESTIONS_A_MINUTE));
    const questions = counted(restantes, "question", "questions");
    return [
      `${counted(minutes, "minute", "minutes")} environ`,
      `${reponses.size ? "Encore " : ""}${questions} au plus, souvent moins. ` +
        "Vous pouvez vous arrêter quand vous voulez.",
    ];
  }
  return isUndecided(regles, reponses.toObject(), donnees.contexte)
    ? [
        "Il manque des réponses",
        "Vous avez répondu «\u00a0Je ne sais pas\u00a0», et des actions restent à préciser. " +
          "Vous pouvez changer ces réponses dans vos résultats.",
      ]
    : ["Vous avez tout dit", "Il n’y a plus de question à vous poser."];
}

/** @param {[string, string]} promise */
function makePromise([title, words]) {
  return element("div", {}, element("dt", {}, title), element("dd", {}, words));
}

/** @param {Questionnaire} questionnaire */
function makeNothing({ donnees }) {
  return element(
    "p",
    { className: "cat-vide" },
    "Aucune action n’a encore de questions. ",
    element("a", { href: `${donnees.racine}actions/` }, "Voir toutes les actions"),
  );
}
