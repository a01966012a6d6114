/** The last screen: what exists for the person, what they answered, how to keep it. */

import { makeButton, makeEffacer } from "../commandes.mjs";
import { element } from "../dom.mjs";
import { counted } from "../phrases.mjs";
import { frenchDate, libelleQuestion, placeQuestion, RESULTATS } from "../resultats.mjs";
import { makeReponses } from "./bilan-reponses.mjs";
import { sortResultats } from "./groupes.mjs";
import { makeGroupe } from "./groupe-resultats.mjs";
import { makePapier } from "./papier.mjs";
import { makeGarder } from "./garder.mjs";
import { isEmpty, summarize } from "./resume.mjs";
import { findBlocking } from "./sans-reponse.mjs";

/** @typedef {import("./questionnaire.mjs").Questionnaire} Questionnaire */
/** @typedef {ReturnType<typeof sortResultats>} Tri */

const INDICATIVE =
  "Ces résultats sont indicatifs\u00a0: ce n’est pas une demande. " +
  "Parlez-en à votre référent, qui connaît votre situation.";

/**
 * @param {Questionnaire} questionnaire
 * @returns {import("./questionnaire.mjs").Ecran}
 */
export function makeResultats(questionnaire) {
  const { donnees, nomAction, regles, reponses } = questionnaire;
  const tri = sortResultats(regles, donnees.json.actions, reponses.toObject(), donnees.contexte);
  const titre = nomAction ? "Votre résultat" : "Vos résultats";
  const foyer = element("h1", {}, titre);
  const elements = [
    questionnaire.makeAvis(),
    nomAction && element("p", { className: "cat-entete__surtitre" }, nomAction),
    foyer,
    element("p", { className: "cat-bilan__date" }, `Le ${frenchDate(donnees.contexte.date)}`),
    makeBlocking(questionnaire, tri),
    nomAction === null && element("p", { className: "cat-bilan__resume" }, summarize(tri)),
    element("p", { className: "cat-bilan__reserve" }, INDICATIVE),
    reponses.size > 0 && makeShortcuts(questionnaire),
    makeRest(questionnaire),
    isEmpty(tri) && makeEmpty(questionnaire),
    ...RESULTATS.map((resultat) => makeGroupe(questionnaire, resultat, tri)),
    makePapier(questionnaire, tri),
    ...makeReponses(questionnaire),
    ...makeGarder(questionnaire),
    makeTools(questionnaire),
  ];
  return {
    elements: [element("div", { className: "cat-bilan" }, ...elements.filter(Boolean))],
    titre: [titre, nomAction].filter(Boolean).join(" - "),
    foyer,
  };
}

/**
 * What « je ne sais pas » keeps from being concluded, before all else.
 * @param {Questionnaire} questionnaire
 * @param {Tri} tri
 */
function makeBlocking(questionnaire, tri) {
  const { contexte } = questionnaire.donnees;
  const found = findBlocking(tri["a-preciser"], questionnaire.reponses.toObject(), contexte);
  if (!found) return null;
  const { question, nombre } = found;
  const isPlace = question === placeQuestion(contexte.questions);
  const words = libelleQuestion(contexte.questions[question], "beneficiaire");
  return element(
    "div",
    { className: "cat-avis cat-bilan__manque" },
    element(
      "p",
      {},
      isPlace
        ? "Sans votre commune, nous ne pouvons pas conclure."
        : `Vous avez répondu «\u00a0Je ne sais pas\u00a0» à «\u00a0${words}\u00a0» ` +
            `Sans cette réponse, nous ne pouvons pas conclure ` +
            `pour ${counted(nombre, "action", "actions")}.`,
    ),
    makeButton(isPlace ? "Indiquer ma commune" : "Répondre à cette question", () =>
      questionnaire.ask(question),
    ),
  );
}

/**
 * What is left to ask, when the person came before the end.
 * @param {Questionnaire} questionnaire
 */
function makeRest(questionnaire) {
  const { question, restantes } = questionnaire.next();
  if (!question) return null;
  const left =
    restantes === 1 ? "Il reste une question" : `Il reste ${restantes} questions au plus`;
  return element(
    "div",
    { className: "cat-avis cat-bilan__reste" },
    element("p", {}, `${left}. Vos résultats seront plus précis.`),
    makeButton("Continuer les questions", () => questionnaire.advance()),
  );
}

/**
 * What to do when nothing fits, or when the person lives elsewhere.
 * @param {Questionnaire} questionnaire
 */
function makeEmpty({ donnees, reponses }) {
  const { racine, contexte, communes } = donnees;
  const lieu = reponses.get(placeQuestion(contexte.questions));
  const elsewhere = lieu && !communes.byCode.has(String(lieu));
  return element(
    "div",
    { className: "cat-avis cat-bilan__vide" },
    elsewhere &&
      element(
        "p",
        {},
        "Ce catalogue ne décrit pas encore les actions de votre commune. ",
        "Il en existe sans doute\u00a0: ",
        "votre Département, votre mairie ou France Travail peuvent vous les indiquer.",
      ),
    element(
      "p",
      {},
      "Cela ne ferme aucune porte. ",
      "Parlez de votre situation à votre référent, ou appelez un service\u00a0:",
    ),
    element(
      "ul",
      {},
      element("li", {}, element("a", { href: `${racine}contacts/` }, "Les contacts utiles")),
      element(
        "li",
        {},
        element("a", { href: `${racine}actions/` }, "Toutes les actions du catalogue"),
      ),
    ),
  );
}

/**
 * What a long page keeps in reach from its top.
 * @param {Questionnaire} questionnaire
 */
function makeShortcuts(questionnaire) {
  const goTo = (/** @type {string} */ id) => {
    const title = /** @type {HTMLElement} */ (document.getElementById(id));
    title.tabIndex = -1;
    title.focus();
  };
  return element(
    "div",
    { className: "cat-bilan__raccourcis" },
    makeButton("Revoir mes réponses", () => goTo("cat-vos-reponses"), "discrete"),
    makeButton("Imprimer ou copier un lien", () => goTo("cat-garder"), "discrete"),
    makeEffacer(() => questionnaire.clear()),
  );
}

/** @param {Questionnaire} questionnaire */
function makeTools(questionnaire) {
  return element(
    "div",
    { className: "cat-questionnaire__outils" },
    questionnaire.action &&
      makeButton("Répondre pour toutes les actions", () => questionnaire.widen(), "secondaire"),
    makeEffacer(() => questionnaire.clear()),
  );
}
