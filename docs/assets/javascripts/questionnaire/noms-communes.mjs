/** What is written of communes: a name, postcodes, what a field covers. Pure. */

/** @typedef {import("./communes.mjs").Commune} Commune */

/** Postcodes written in full; Marseille has sixteen. */
const MOST_POSTCODES = 3;
/** Départements named in the help; more would be a list that nobody reads. */
const MOST_DEPARTEMENTS = 6;

/**
 * Returns « Arras (62000) ».
 * @param {Commune} commune
 */
export function nameCommune({ nom, codesPostaux }) {
  return codesPostaux.length ? `${nom} (${describePostcodes(codesPostaux)})` : nom;
}

/**
 * Returns what the field shows once a commune is chosen: a text that can be searched again.
 * @param {Commune} commune
 */
export function fieldText(commune) {
  return commune.codesPostaux.length === 1 ? nameCommune(commune) : commune.nom;
}

/**
 * Returns « 13001 à 13016 » for codes that follow one another, « 13080, 13090, 13100 et
 * 2 autres » for others.
 * @param {string[]} codes - sorted
 */
export function describePostcodes(codes) {
  const others = codes.length - MOST_POSTCODES;
  if (others <= 0) return codes.join(", ");
  const first = Number(codes[0]);
  if (codes.every((code, rank) => Number(code) === first + rank))
    return `${codes[0]} à ${codes.at(-1)}`;
  const shown = codes.slice(0, MOST_POSTCODES).join(", ");
  return `${shown} et ${others}\u00a0${others === 1 ? "autre" : "autres"}`;
}

/**
 * Returns what the field covers, or nothing where that would be too long.
 * @param {string[]} names - of départements
 */
export function describeDepartements(names) {
  if (!names.length || names.length > MOST_DEPARTEMENTS) return "";
  if (names.length === 1) return `Communes du département\u00a0: ${names[0]}.`;
  return `Communes des départements\u00a0: ${names.slice(0, -1).join(", ")} et ${names.at(-1)}.`;
}
