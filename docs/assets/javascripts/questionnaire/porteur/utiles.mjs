/** Which questions are still worth an answer. Pure. */

import { evaluate } from "../../eligibilite.mjs";
import { QuestionsOuvertes } from "../questions.mjs";

/**
 * Returns the questions not asked yet whose answer may still settle a rule.
 * @param {any[]} regles
 * @param {Record<string, import("../reponses.mjs").Valeur>} reponses
 * @param {any} contexte
 * @returns {Set<string>}
 */
export function usefulQuestions(regles, reponses, contexte) {
  const ouvertes = new QuestionsOuvertes(reponses, contexte);
  const undecided = regles.filter(
    (regle) => evaluate(regle, reponses, contexte).resultat === "a-preciser",
  );
  const missing = undecided.flatMap((regle) => [...ouvertes.missing(regle)]);
  return new Set(missing.filter((slug) => !Object.hasOwn(reponses, slug)));
}
