/** What « je ne sais pas » leaves undecided. Pure: neither DOM, network nor clock. */

import { evaluate, nextQuestion } from "../../eligibilite.mjs";
import { placeQuestion, QuestionsOuvertes } from "../questions.mjs";

/** @typedef {import("../reponses.mjs").Valeur} Valeur */
/** @typedef {import("./groupes.mjs").Resultat} Resultat */

/**
 * Returns the question whose answer an action lacks: one that was answered « je ne sais pas »
 * first, since no other can conclude without it, then one that was never asked.
 * @param {any} regle
 * @param {Record<string, Valeur>} reponses
 * @param {any} contexte
 * @returns {string | null}
 */
export function missingQuestion(regle, reponses, contexte) {
  const missing = [...new QuestionsOuvertes(reponses, contexte).missing(regle)];
  const unsure = missing.filter((slug) => reponses[slug] === null);
  unsure.sort(inOrder(contexte.questions));
  return unsure[0] ?? nextQuestion([regle], reponses, contexte).question ?? missing[0] ?? null;
}

/**
 * Returns the question answered « je ne sais pas » that leaves actions undecided, the commune
 * before all others, then the one that leaves most of them; and how many. A sensitive question
 * was left aside on purpose: it isn't one of them.
 * @param {Resultat[]} items - the undecided actions
 * @param {Record<string, Valeur>} reponses
 * @param {any} contexte
 * @returns {{question: string, nombre: number} | null}
 */
export function findBlocking(items, reponses, contexte) {
  const { questions } = contexte;
  const isBlocking = (/** @type {string} */ slug) =>
    reponses[slug] === null && !questions[slug]?.sensible;
  if (!Object.keys(reponses).some(isBlocking)) return null;
  const open = new QuestionsOuvertes(reponses, contexte);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { regle } of items)
    for (const slug of open.missing(regle))
      if (isBlocking(slug)) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  const place = placeQuestion(questions);
  const [first] = [...counts].sort(
    ([one, few], [other, many]) =>
      Number(other === place) - Number(one === place) || many - few || (one < other ? -1 : 1),
  );
  return first ? { question: first[0], nombre: first[1] } : null;
}

/**
 * Says whether some action is still undecided.
 * @param {Map<string, any>} regles
 * @param {Record<string, Valeur>} reponses
 * @param {any} contexte
 */
export function isUndecided(regles, reponses, contexte) {
  return [...regles.values()].some(
    (regle) => evaluate(regle, reponses, contexte).resultat === "a-preciser",
  );
}

/**
 * Orders questions: the commune first, sensitive ones last, the others as they are asked.
 * @param {Record<string, {sensible?: boolean, ordre?: number, type: string}>} questions
 */
function inOrder(questions) {
  const place = placeQuestion(questions);
  const rank = (/** @type {string} */ slug) => [
    Number(slug !== place),
    Number(Boolean(questions[slug].sensible)),
    questions[slug].ordre ?? Number.MAX_SAFE_INTEGER,
  ];
  return (/** @type {string} */ one, /** @type {string} */ other) => {
    const [first, second] = [rank(one), rank(other)];
    return first[0] - second[0] || first[1] - second[1] || first[2] - second[2];
  };
}
