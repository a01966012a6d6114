/** The communes on offer, made ready to be searched by name and by code. Pure. */

import { Vocabulaire } from "./vocabulaire.mjs";

/**
 * @typedef {object} Commune
 * @property {string} code - INSEE code
 * @property {string} nom
 * @property {string[]} codesPostaux
 * @property {string} departement - its name, or its code when the name is unknown
 */

/**
 * data/communes.json.
 * @typedef {object} CommunesJson
 * @property {Record<string, string>} departements - names by code
 * @property {string[][]} lieux
 * @property {[code: string, nom: string, codesPostaux: string, lieu: number][]} communes
 */

/**
 * A commune and what it is compared by, as `foldPlace` writes it: its name (« la tour du pin »)
 * and the same without articles (« tour pin »).
 * @typedef {{commune: Commune, nom: string, court: string}} Entry
 */

/**
 * A name without spaces and its rank in `entries`.
 * @typedef {{colle: string, rank: number}} Colle
 */

/**
 * What `findCommunes` searches; built once by `indexCommunes`.
 * @typedef {object} Communes
 * @property {Entry[]} entries - in the order of their names
 * @property {Map<string, number[]>} named - ranks in `entries` by name, with or without articles
 * @property {Colle[]} colles - sorted
 * @property {Vocabulaire} vocabulaire - the words of names and the postcodes
 * @property {Map<string, Commune>} byCode - by INSEE code
 * @property {string[]} departements - names of those covered, in the order of their codes
 * @property {boolean} plusieursDepartements
 */

const ARTICLES = new Set(["l", "le", "la", "les", "d", "de", "du", "des"]);
/** What people write for a word of a name. */
export const SHORT_FORMS = new Map([
  ["st", "saint"],
  ["ste", "sainte"],
  ["sts", "saints"],
  ["stes", "saintes"],
]);

/**
 * Returns a text as it is compared: lower case, unaccented, words apart by one space, ordinals
 * without their ending (« 13ème » is « 13 », « 1er » is « 01 », before « 10 »).
 * @param {string} text
 */
export function foldPlace(text) {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/(^|\s)s\/(?=\s*\p{L})/gu, "$1sur ")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\b(\d{1,2})(?:er|ere|e|eme|nd|nde)\b/g, "$1")
    .replace(/\b\d\b/g, "0$&")
    .trim();
}

/**
 * Returns the index of a list of communes.
 * @param {CommunesJson} json
 * @returns {Communes}
 */
export function indexCommunes(json) {
  const entries = json.communes
    .map(([code, nom, codes]) => makeEntry(code, nom, codes, json.departements))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const named = new Map();
  entries.forEach(({ nom, court }, rank) => {
    for (const name of new Set([nom, court])) named.set(name, [...(named.get(name) ?? []), rank]);
  });
  const colles = entries.map(({ nom }, rank) => ({ colle: nom.replaceAll(" ", ""), rank }));
  return {
    entries,
    named,
    colles: colles.sort((one, other) => (one.colle < other.colle ? -1 : 1)),
    vocabulaire: new Vocabulaire(
      entries.map(({ commune, nom }) => [...nom.split(" "), ...commune.codesPostaux]),
    ),
    byCode: new Map(entries.map(({ commune }) => [commune.code, commune])),
    departements: Object.keys(json.departements)
      .sort()
      .map((code) => json.departements[code]),
    plusieursDepartements: new Set(entries.map(({ commune }) => commune.departement)).size > 1,
  };
}

/** Returns what entries are sorted by. @param {Entry} entry */
export function keyOf({ nom, commune }) {
  // A tab, so that Marseille comes before its arrondissements.
  return `${nom}\t${commune.code}`;
}

/**
 * @param {string} code
 * @param {string} nom
 * @param {string} codes
 * @param {Record<string, string>} departements
 * @returns {Entry}
 */
function makeEntry(code, nom, codes, departements) {
  const departement = code.slice(0, /^9[78]/.test(code) ? 3 : 2);
  const words = foldPlace(nom).split(" ");
  return {
    commune: {
      code,
      nom,
      codesPostaux: codes.split(" ").filter(Boolean),
      departement: departements[departement] ?? departement,
    },
    nom: words.join(" "),
    court: withoutArticles(words).join(" "),
  };
}

/**
 * Returns the words that matter, or all of them when none does.
 * @param {string[]} words
 */
export function withoutArticles(words) {
  const kept = words.filter((word) => !ARTICLES.has(word));
  return kept.length ? kept : words;
}
