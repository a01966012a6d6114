/** What a word that nothing matches was perhaps meant to be. Pure. */

/** A word of the catalogue has to share so many letters with the one typed, and this part of it. */
const SHORTEST = 4;
const SHARE = 0.5;
const MOST = 3;

/**
 * Returns words of the catalogue that begin like those of a query, the most common ones.
 * @param {any} index
 * @param {string} query
 * @returns {string[]}
 */
export function wordsNear(index, query) {
  const found = index.read(query).flatMap((/** @type {{folded: string}} */ { folded }) => beginningLike(index, folded));
  return [...new Set(found)].slice(0, MOST);
}

/**
 * Returns the words that share most letters with a word from its first one on; of these, those
 * that tell least are in most documents.
 * @param {any} index
 * @param {string} folded
 * @returns {string[]}
 */
function beginningLike({ dictionnaire, poids }, folded) {
  const least = Math.max(SHORTEST, Math.ceil(folded.length * SHARE));
  for (let length = folded.length; length >= least; length -= 1) {
    const [start, end] = dictionnaire.beginningWith(folded.slice(0, length));
    if (end > start) {
      const tells = (/** @type {number} */ rank) => Math.min(...dictionnaire.terms[rank].map((/** @type {number} */ term) => poids[term]));
      const ranks = Array.from({ length: end - start }, (_, place) => start + place);
      ranks.sort((one, other) => tells(one) - tells(other) || one - other);
      return distinct(ranks, dictionnaire);
    }
  }
  return [];
}

/**
 * Returns one word a term: « aide » stands for « aides » too.
 * @param {number[]} ranks
 * @param {{terms: number[][], written: string[]}} dictionnaire
 */
function distinct(ranks, { terms, written }) {
  const known = new Set();
  return ranks
    .filter((rank) => {
      const isNew = !terms[rank].some((term) => known.has(term));
      for (const term of terms[rank]) known.add(term);
      return isNew;
    })
    .map((rank) => written[rank]);
}
