/** Which results are suggested under the box, and in which order. Pure. */

import { nameGenre } from "./textes.mjs";

/** As many as are read at a glance. */
const MOST = 9;
const MOST_IN_GROUP = 4;

/** How many results are asked for, so that several groups have some. */
export const WANTED = 60;

/** @typedef {import("./chercheur.mjs").Resultat} Resultat */

/**
 * Returns the results to suggest, by kind; the group of the best result comes first.
 * @param {Resultat[]} results best first
 * @returns {[nom: string, results: Resultat[]][]}
 */
export function groupsOf(results) {
  /** @type {Map<string, Resultat[]>} */
  const groups = new Map();
  let shown = 0;
  for (const result of results) {
    const nom = nameGenre(result.kind);
    const group = groups.get(nom) ?? [];
    if (shown === MOST || group.length === MOST_IN_GROUP) continue;
    group.push(result);
    groups.set(nom, group);
    shown += 1;
  }
  return [...groups];
}
