/** What the explorer says of its results. Pure. */

import { asTyped, enumerate, quote } from "../chercher/textes.mjs";
import { counted } from "../questionnaire/phrases.mjs";

/**
 * Returns the heading of the results.
 * @param {number} total
 * @param {string} texte
 */
export function describeTotal(total, texte) {
  const found = total ? counted(total, "action", "actions") : "Aucune action";
  return texte ? `${found} pour ${quote(texte)}` : found;
}

/**
 * Says how a text was understood; nothing when it was as it stands.
 * @param {import("../chercher/chercheur.mjs").Ordre} ordre
 * @param {number} found - actions that the text finds, filters apart
 */
export function describeReading({ query, complete, dropped, corrections }, found) {
  const said = [];
  const meant = Object.entries(corrections).map(([typed, word]) => `${quote(word)} au lieu de ${quote(asTyped(query, typed))}`);
  if (meant.length) said.push(`Recherche de ${meant.join(", et de ")}.`);
  if (dropped.length) {
    const words = dropped.map((word) => asTyped(query, word));
    said.push(`Aucune action n’a tous ces mots\u00a0: résultats sans ${enumerate(words, "ni")}.`);
  } else if (found > complete) {
    said.push(describePart(complete));
  }
  return said.join(" ");
}

/** @param {number} complete - actions that have all the words */
function describePart(complete) {
  if (!complete) return "Aucune action n’a tous ces mots\u00a0: voici celles qui en ont une partie.";
  return complete === 1
    ? "Une action a tous ces mots\u00a0; les autres en ont une partie."
    : `${complete.toLocaleString("fr-FR")} actions ont tous ces mots\u00a0; les autres en ont une partie.`;
}

/**
 * Says which parts of an address were left out.
 * @param {string[]} inconnus
 */
export function describeUnknown(inconnus) {
  const one = inconnus.length === 1;
  const what = one ? "Un choix de ce lien n’existe pas ou plus, et a été laissé de côté" : "Des choix de ce lien n’existent pas ou plus, et ont été laissés de côté";
  return `${what}\u00a0: ${inconnus.join("\u00a0; ")}.`;
}
