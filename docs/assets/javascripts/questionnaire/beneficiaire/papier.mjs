/**
 * What the results are on paper: conditions unfolded, what doesn't fit by name alone, and
 * nothing that tells an answer to a sensitive question, unless the person asks for it.
 */

import { element } from "../dom.mjs";
import { onPrint, unfold } from "../impression.mjs";
import { counted } from "../phrases.mjs";
import { RESULTATS, titreResultat } from "../resultats.mjs";
import { makeGroupe, titreFermees } from "./groupe-resultats.mjs";
import { tellsSensitive } from "./groupes.mjs";
import { isEmpty, summarize } from "./resume.mjs";

/** @typedef {import("./questionnaire.mjs").Questionnaire} Questionnaire */
/** @typedef {import("./groupes.mjs").Resultat} Resultat */
/** @typedef {Record<string, Resultat[]>} Tri */

/** Names on paper: beyond, the number of the others is printed. */
const MOST_NAMES = 200;

/**
 * Returns what is on paper only. It is written when the paper is prepared, since a catalogue may
 * have thousands of actions, and the page is afterwards as it was.
 * @param {Questionnaire} questionnaire
 * @param {Tri} tri
 * @returns {HTMLElement}
 */
export function makePapier(questionnaire, tri) {
  const paper = element("div", { className: "cat-bilan__papier" });
  onPrint(paper, () => {
    const bilan = /** @type {HTMLElement} */ (paper.parentElement);
    const box = bilan.querySelector("#cat-imprimer-tout");
    const discreet = box instanceof HTMLInputElement && !box.checked;
    const printed = discreet ? withoutSensitive(questionnaire, tri) : tri;
    const hidden = countActions(tri) - countActions(printed);
    // The screen counts and shows what the paper keeps silent: the paper has groups of its own.
    bilan.toggleAttribute("data-discret", hidden > 0);
    paper.replaceChildren(
      ...(hidden ? makeDiscreet(questionnaire, printed, hidden) : []),
      ...makeNames(questionnaire, printed),
    );
    const fold = unfold(questionnaire.root, ".cat-resultat details:not([open])");
    return () => {
      fold();
      bilan.removeAttribute("data-discret");
      paper.replaceChildren();
    };
  });
  return paper;
}

/**
 * Leaves out the actions whose result tells an answer to a sensitive question.
 * @param {Questionnaire} questionnaire
 * @param {Tri} tri
 * @returns {Tri}
 */
function withoutSensitive({ donnees, reponses }, tri) {
  const answers = reponses.toObject();
  const isPlain = (/** @type {Resultat} */ { regle }) =>
    !tellsSensitive(regle.condition, answers, donnees.contexte);
  return Object.fromEntries(
    Object.entries(tri).map(([name, items]) => [name, items.filter(isPlain)]),
  );
}

/**
 * Counts what the paper may show: actions that only exist elsewhere are never on it.
 * @param {Tri} tri
 */
function countActions({ ailleurs, ...others }) {
  return Object.values(others).reduce((sum, items) => sum + items.length, 0);
}

/**
 * The results again, without what isn't printed.
 * @param {Questionnaire} questionnaire
 * @param {Tri} printed
 * @param {number} hidden
 */
function makeDiscreet(questionnaire, printed, hidden) {
  const alone = questionnaire.action !== null;
  const words = hidden < 2 ? "n’est pas imprimée" : "ne sont pas imprimées";
  const groups = RESULTATS.filter((resultat) => alone || resultat !== "non").map((resultat) => {
    const seen = questionnaire.root.querySelector(`.cat-groupe--${resultat} .cat-groupe__liste`);
    return makeGroupe(questionnaire, resultat, printed, seen?.children.length);
  });
  return [
    // Nothing at all would be wrong to say of actions that are only left out.
    !alone && !isEmpty(printed) && element("p", {}, summarize(printed)),
    element(
      "p",
      {},
      `${counted(hidden, "action", "actions")} ${words}, pour protéger vos réponses personnelles.`,
    ),
    ...groups,
  ].filter(Boolean);
}

/**
 * What doesn't fit, by name. The only action that was asked about is on paper as a card.
 * @param {Questionnaire} questionnaire
 * @param {Tri} tri
 */
function makeNames({ action }, { non, fermees }) {
  if (action !== null) return [];
  const misfits = "D’après vos réponses du jour. Votre référent peut en juger autrement.";
  return [
    ...(non.length ? listNames(non, titreResultat("non", "beneficiaire"), misfits) : []),
    ...(fermees.length ? listNames(fermees, titreFermees(fermees.length)) : []),
  ];
}

/**
 * @param {Resultat[]} items
 * @param {string} titre
 * @param {string} [chapeau]
 */
function listNames(items, titre, chapeau) {
  const others = items.length - MOST_NAMES;
  return [
    element("h2", {}, titre),
    ...(chapeau ? [element("p", {}, chapeau)] : []),
    element(
      "ul",
      {},
      ...items.slice(0, MOST_NAMES).map(({ action }) => element("li", {}, action.nom)),
    ),
    ...(others > 0
      ? [element("p", {}, `Et ${counted(others, "autre action", "autres actions")}.`)]
      : []),
  ];
}
