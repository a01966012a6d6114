/** The words of many texts, found by how they begin, or nearly so. Pure. */

/** Letters that a word needs for a typing error in it to be forgiven. */
export const LETTERS_FOR_A_TYPO = 5;

/**
 * Returns the rank of the first of sorted items whose key is not before `start`.
 * @template T
 * @param {T[]} sorted
 * @param {string} start
 * @param {(item: T) => string} keyOf
 */
export function firstFrom(sorted, start, keyOf) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(sorted[middle]) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A word and the ranks of the texts that hold it.
 * @typedef {{word: string, ranks: number[]}} Mot
 */

/** Every word of a list of texts. */
export class Vocabulaire {
  /** @type {Mot[]} */
  #mots;

  /** @param {string[][]} texts - the words of each text */
  constructor(texts) {
    const ranks = new Map();
    texts.forEach((words, rank) => {
      for (const word of words) {
        if (ranks.has(word)) ranks.get(word).push(rank);
        else ranks.set(word, [rank]);
      }
    });
    this.#mots = [...ranks.keys()].sort().map((word) => ({ word, ranks: ranks.get(word) }));
  }

  /**
   * Returns, for each word that begins with `start`, the ranks of the texts that hold it.
   * @param {string} start
   * @returns {number[][]}
   */
  startingWith(start) {
    const found = [];
    const first = firstFrom(this.#mots, start, ({ word }) => word);
    for (let rank = first; this.#mots[rank]?.word.startsWith(start); rank += 1)
      found.push(this.#mots[rank].ranks);
    return found;
  }

  /**
   * Returns the words that are `typed`, whole, but for one typing error. None for a word too
   * short, or for a number: « lyon » is a town of elsewhere before it is a wrong « long ».
   * @param {string} typed
   * @returns {Mot[]}
   */
  near(typed) {
    if (typed.length < LETTERS_FOR_A_TYPO || /^\d/.test(typed)) return [];
    return this.#mots.filter(({ word }) => isNear(typed, word));
  }
}

/**
 * Says whether a word is another, but for one letter more, less or instead, or two letters the
 * wrong way round.
 * @param {string} typed
 * @param {string} name
 */
function isNear(typed, name) {
  if (Math.abs(typed.length - name.length) > 1) return false;
  let at = 0;
  while (at < typed.length && typed.charCodeAt(at) === name.charCodeAt(at)) at += 1;
  return (
    endsAs(typed, at + 1, name, at + 1) ||
    endsAs(typed, at + 1, name, at) ||
    endsAs(typed, at, name, at + 1) ||
    (typed[at] === name[at + 1] &&
      typed[at + 1] === name[at] &&
      endsAs(typed, at + 2, name, at + 2))
  );
}

/**
 * Says whether a name from one place on is what was typed from another on.
 * @param {string} typed
 * @param {number} from
 * @param {string} name
 * @param {number} place
 */
function endsAs(typed, from, name, place) {
  return typed.slice(from) === name.slice(place);
}
