/**
 * Finds communes by name, postcode or official code. Pure: neither DOM, network nor clock.
 *
 * Accents, case, hyphens, apostrophes and articles are optional; « st » is « saint » and
 * « s/ » is « sur ». Every word typed must begin a word of the name (or a postcode); when no
 * name answers, words that were typed as one, then one typing error in a long word, are forgiven.
 */

import { foldPlace, keyOf, SHORT_FORMS, withoutArticles } from "./index-communes.mjs";
import { firstFrom, LETTERS_FOR_A_TYPO } from "./vocabulaire.mjs";

export { foldPlace, indexCommunes } from "./index-communes.mjs";

/** @typedef {import("./index-communes.mjs").Commune} Commune */
/** @typedef {import("./index-communes.mjs").Communes} Communes */
/** @typedef {import("./index-communes.mjs").Entry} Entry */

/** More than any name has. */
const MOST_WORDS = 12;

/**
 * Returns the communes that answer `text`, best first: the exact name, names that begin with
 * it, then names that hold its words; in each group, the order of names. A whole postcode lists
 * all its communes, whatever `limit` says; an INSEE code answers when it is no postcode.
 * @param {Communes} communes
 * @param {string} text
 * @param {number} [limit]
 * @returns {Commune[]}
 */
export function findCommunes(communes, text, limit = 8) {
  const words = foldPlace(text).split(" ").filter(Boolean).slice(0, MOST_WORDS);
  if (!words.length) return [];
  const most = /^\d{5}$/.test(words.join(" ")) ? Infinity : limit;
  const ranks = rankByName(communes, words, most);
  const found = ranks.size ? [...ranks] : rankLoosely(communes, words, text, most);
  return found.slice(0, most).map((rank) => communes.entries[rank].commune);
}

/**
 * @param {Communes} communes
 * @param {string[]} words
 * @param {number} limit
 * @returns {Set<number>} ranks, best first
 */
function rankByName(communes, words, limit) {
  const { entries, named } = communes;
  const full = words.map((word) => SHORT_FORMS.get(word) ?? word);
  const names = new Set([words.join(" "), full.join(" ")]);
  const alike = [...names, withoutArticles(full).join(" ")].flatMap(
    (name) => named.get(name) ?? [],
  );
  // « rivière » is Rivière before it is La Rivière.
  const same = alike.filter((rank) => names.has(entries[rank].nom));
  const ranks = new Set([...same, ...alike]);
  for (const name of names) beginWith(entries, name, limit, ranks);
  if (ranks.size >= limit) return ranks;
  const essential = withoutArticles(words).map(variantsOf);
  const start = withoutArticles(full).join(" ");
  /** @type {[begun: number[], named: number[], others: number[]]} */
  const groups = [[], [], []];
  for (const rank of holding(communes, essential)) {
    const begun = entries[rank].court.startsWith(start);
    groups[begun ? 0 : isNamed(entries[rank], essential) ? 1 : 2].push(rank);
    if (ranks.size + groups[0].length >= limit) break;
  }
  for (const rank of groups.flat()) ranks.add(rank);
  return ranks;
}

/**
 * Adds the names that begin with a text, up to a number of them.
 * @param {Entry[]} entries
 * @param {string} start
 * @param {number} limit
 * @param {Set<number>} ranks
 */
function beginWith(entries, start, limit, ranks) {
  for (
    let rank = firstFrom(entries, start, keyOf);
    entries[rank]?.nom.startsWith(start);
    rank += 1
  ) {
    if (ranks.size >= limit) return;
    ranks.add(rank);
  }
}

/**
 * Says whether each word begins one of the name: « marseille 13 » is the 13th arrondissement
 * before it is what has a postcode in 13.
 * @param {Pick<Entry, "nom">} entry
 * @param {string[][]} words - with their variants
 */
function isNamed({ nom }, words) {
  return words.every((variants) => variants.some((word) => ` ${nom}`.includes(` ${word}`)));
}

/** @param {string} word */
function variantsOf(word) {
  const full = SHORT_FORMS.get(word);
  // « 1 » is the beginning of « 10 » too.
  if (/^0\d$/.test(word)) return [word, word.slice(1)];
  return full ? [word, full] : [word];
}

/**
 * Returns the communes that answer each word by one of its variants, in the order of names.
 * @param {Communes} communes
 * @param {string[][]} words
 */
function holding({ entries, vocabulaire }, words) {
  return meeting(
    entries.length,
    words.map((variants) => variants.map((word) => vocabulaire.startingWith(word)).flat()),
  );
}

/**
 * Returns the ranks that are in a list of each group, in increasing order.
 * @param {number} size - of what is ranked
 * @param {number[][][]} groups - for each word, lists of ranks
 */
function meeting(size, groups) {
  const met = new Uint8Array(size);
  groups.forEach((lists, group) => {
    for (const list of lists)
      for (const rank of list) if (met[rank] === group) met[rank] = group + 1;
  });
  const ranks = [];
  for (let rank = 0; rank < size; rank += 1) if (met[rank] === groups.length) ranks.push(rank);
  return ranks;
}

/**
 * What is looked for when no name answers: an INSEE code, words typed as one, a typing error.
 * @param {Communes} communes
 * @param {string[]} words
 * @param {string} text
 * @param {number} limit
 * @returns {number[]}
 */
function rankLoosely(communes, words, text, limit) {
  const { entries, colles, byCode } = communes;
  const coded = byCode.get(text.trim().toUpperCase());
  if (coded) return [entries.findIndex(({ commune }) => commune === coded)];
  const glued = words.join("");
  const spelt = glued.replace(/^st(?=[^e])/, "saint").replace(/^ste(?=[^s])/, "sainte");
  const found = [];
  for (const start of glued.length < LETTERS_FOR_A_TYPO ? [] : new Set([glued, spelt])) {
    const first = firstFrom(colles, start, ({ colle }) => colle);
    for (let at = first; found.length < limit && colles[at]?.colle.startsWith(start); at += 1)
      found.push(colles[at].rank);
  }
  return found.length ? found : rankNearly(communes, withoutArticles(words));
}

/**
 * Returns the communes that answer with one typing error in all: first those whose name begins
 * with the word that was meant.
 * @param {Communes} communes
 * @param {string[]} words
 */
function rankNearly({ entries, vocabulaire }, words) {
  const starting = words.map((word) =>
    variantsOf(word)
      .map((variant) => vocabulaire.startingWith(variant))
      .flat(),
  );
  /** @type {Map<number, number>} */
  const scores = new Map();
  words.forEach((word, place) => {
    if (starting.some((lists, other) => other !== place && !lists.length)) return;
    const near = vocabulaire.near(word);
    const groups = starting.map((lists, other) =>
      other === place ? near.map(({ ranks }) => ranks) : lists,
    );
    for (const rank of meeting(entries.length, groups)) {
      const meant = near.filter(({ word: name }) => ` ${entries[rank].nom} `.includes(` ${name} `));
      const begins = meant.some(({ word: name }) => entries[rank].court.startsWith(name));
      scores.set(rank, begins ? 0 : 1);
    }
  });
  return [...scores].sort(([, one], [, other]) => one - other).map(([rank]) => rank);
}

/**
 * Returns the communes that may be meant by a text that names none exactly. A name that only
 * holds the words further on is left out: « Paris » isn't Le Touquet-Paris-Plage.
 * @param {Communes} communes
 * @param {string} text
 * @param {number} limit
 * @returns {Commune[]}
 */
export function suggestCommunes(communes, text, limit) {
  const words = foldPlace(text).split(" ").filter(Boolean);
  const essential = withoutArticles(words);
  const start = essential.map((word) => SHORT_FORMS.get(word) ?? word).join(" ");
  const variants = essential.map(variantsOf);
  return findCommunes(communes, text)
    .filter((commune) => {
      const nom = foldPlace(commune.nom);
      const court = withoutArticles(nom.split(" ")).join(" ");
      return court.startsWith(start) || !isNamed({ nom }, variants);
    })
    .slice(0, limit);
}

/**
 * Returns the one commune that bears the name typed, articles aside, or is the only one of the
 * code typed; the name may go with its postcode, in brackets or not. A name that goes on after
 * what is typed isn't it: « Lille » isn't Lillers, « Montreuil » may not be Montreuil-sur-Mer.
 * @param {Communes} communes
 * @param {string} text
 * @returns {Commune | null}
 */
export function exactCommune(communes, text) {
  const words = foldPlace(text).split(" ").filter(Boolean);
  const code = words.find((word) => /^\d{5}$/.test(word));
  const name = words.filter((word) => word !== code);
  if (!name.length || communes.byCode.has(text.trim().toUpperCase())) {
    const coded = code || name.length ? findCommunes(communes, text, 2) : [];
    return coded.length === 1 ? coded[0] : null;
  }
  const full = name.map((word) => SHORT_FORMS.get(word) ?? word);
  const names = new Set([name.join(" "), full.join(" ")]);
  const alike = new Set(
    [...names, withoutArticles(full).join(" ")].flatMap((key) => communes.named.get(key) ?? []),
  );
  const found = [...alike]
    .map((rank) => communes.entries[rank])
    .filter(({ commune }) => !code || commune.codesPostaux.includes(code));
  const same = found.filter(({ nom }) => names.has(nom));
  const best = same.length ? same : found;
  return best.length === 1 ? best[0].commune : null;
}
