/**
 * The choices of a visitor, in the address of the page: « ?q=permis&territoire=isere&tri=maj ».
 * Pure.
 */

/** Ways to sort, and what a list says of each. */
export const TRIS = { pertinence: "Pertinence", nom: "Nom", maj: "Mise à jour" };

/** Longer than any query that somebody types. */
const MOST_CHARACTERS = 200;

/**
 * @typedef {object} Choix
 * @property {string} texte
 * @property {string} tri « » for the order that goes by itself: by pertinence when there is a text
 * @property {import("./facettes.mjs").Selection} selection
 *
 * @typedef {Pick<import("./facettes.mjs").Facette, "cle" | "titre" | "valeurs">} Nommee
 */

/** @returns {Choix} */
export function noChoice() {
  return { texte: "", tri: "", selection: new Map() };
}

/**
 * Returns the facets, and « maj », that an address is about: their files are needed to read it.
 * @param {string} search - « ?q=… »
 * @param {string[]} cles
 */
export function namedIn(search, cles) {
  const params = new URLSearchParams(search);
  const named = cles.filter((cle) => params.has(cle));
  return params.get("tri") === "maj" ? [...named, "maj"] : named;
}

/**
 * Reads an address; what it names and that does not exist is told apart.
 * @param {string} search - « ?q=… »
 * @param {Nommee[]} facettes
 * @returns {Choix & {inconnus: string[]}}
 */
export function readAdresse(search, facettes) {
  const params = new URLSearchParams(search);
  const choix = { ...noChoice(), texte: (params.get("q") ?? "").slice(0, MOST_CHARACTERS).trim() };
  /** @type {string[]} */
  const inconnus = [];
  for (const { cle, titre, valeurs } of facettes) {
    for (const valeur of params.getAll(cle)) {
      const rank = valeurs.indexOf(valeur);
      if (rank >= 0) chosenIn(choix.selection, cle).add(rank);
      else inconnus.push(`${titre}\u00a0: ${valeur}`);
    }
  }
  const tri = params.get("tri") ?? "";
  if (tri in TRIS) choix.tri = tri;
  else if (tri) inconnus.push(`Tri\u00a0: ${tri}`);
  return { ...choix, inconnus };
}

/**
 * Returns the address of a choice, relative to the page: « ?… », or « » for no choice at all.
 * @param {Choix} choix
 * @param {Nommee[]} facettes
 */
export function writeAdresse({ texte, tri, selection }, facettes) {
  const params = new URLSearchParams();
  if (texte.trim()) params.set("q", texte.trim());
  for (const { cle, valeurs } of facettes) {
    const ranks = [...(selection.get(cle) ?? [])].sort((one, other) => one - other);
    for (const rank of ranks) params.append(cle, valeurs[rank]);
  }
  if (tri) params.set("tri", tri);
  const text = params.toString();
  return text && `?${text}`;
}

/**
 * Returns the order that a choice asks for: pertinence means nothing without a text.
 * @param {Choix} choix
 */
export function triOf({ texte, tri }) {
  if (!texte) return tri === "maj" ? tri : "nom";
  return tri || "pertinence";
}

/**
 * Returns the values chosen in a facet, to be changed.
 * @param {import("./facettes.mjs").Selection} selection
 * @param {string} cle
 */
export function chosenIn(selection, cle) {
  const chosen = selection.get(cle) ?? new Set();
  selection.set(cle, chosen);
  return chosen;
}

/**
 * Returns how many values are chosen in all.
 * @param {import("./facettes.mjs").Selection} selection
 */
export function countChosen(selection) {
  return [...selection.values()].reduce((sum, { size }) => sum + size, 0);
}
