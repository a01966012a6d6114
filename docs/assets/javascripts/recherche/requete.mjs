/**
 * What a query asks for: its words, and the terms of the index that each stands for. Its twin,
 * number for number, is site_builder/search/requete.py.
 */

import { formesOf, wordsOf } from "./langue.mjs";

/** How much a term is worth, by how it was found; nearly, by the cost of the mistakes. */
const EXACT = 8;
const INFLECTED = 7;
const BEGINNING = 4;
const HALF = 4;
const NEAR = [0, 0, 3, 2, 2, 1];
/** A beginning stands for so many terms at most, a mistake for so many words. */
const MOST_BEGINNINGS = 24;
const MOST_NEAR = 6;
const SHORTEST_BEGINNING = 2;
const SHORTEST_HALF = 4;
const SHORTEST_INFLECTED = 3;
const MOST_WORDS = 16;
const ENDINGS = ["s", "x", "e", "es"];

/**
 * @typedef {object} Mot a word of a query
 * @property {string} folded
 * @property {number} size how many words it counts for in a title
 * @property {boolean} last whether it is perhaps not finished
 * @property {Map<number, number>} weights how much each term that it stands for is worth
 * @property {number} poids how much the word tells, the less so the less sure it is; 0: it stands
 *   for nothing
 * @property {string | null} meant the word it was taken for, when no word is written so
 * @property {Set<number>} aside terms that stand for it less surely than others: they make no title
 */

/**
 * @param {string} folded
 * @param {number} size
 * @param {boolean} last
 * @returns {Mot}
 */
const makeMot = (folded, size = 1, last = false) => ({ folded, size, last, weights: new Map(), poids: 0, meant: null, aside: new Set() });

/**
 * Lets a word stand for a term too.
 * @param {Mot} mot
 * @param {number} term
 * @param {number} weight
 */
function addTerm(mot, term, weight) {
  mot.weights.set(term, weight);
  mot.poids = Math.max(mot.poids, Math.floor(weight / EXACT), 1);
}

/** Reads queries with the words of an index. */
export class Lecteur {
  /**
   * @param {import("./dictionnaire.mjs").Dictionnaire} dictionnaire
   * @param {Uint8Array} poids what each term tells
   * @param {Set<string>} empty words that queries do without
   */
  constructor(dictionnaire, poids, empty) {
    this.words = dictionnaire;
    this.poids = poids;
    this.empty = empty;
  }

  /**
   * Returns the words of a query that count, each once, in order.
   * @param {string} query
   * @returns {Mot[]}
   */
  read(query) {
    /** @type {Map<string, number>} */
    const sizes = new Map();
    const typed = this.#joined(this.#typed(query, sizes));
    const last = typed.at(-1);
    const full = typed.filter((word) => !this.empty.has(word));
    // The last word is perhaps not finished; it is none of those that don't count.
    return [...new Set(full.length ? full : typed)]
      .map((word) => makeMot(word, sizes.get(word) ?? 1, word === last))
      .flatMap((mot) => this.#understood(mot))
      .slice(0, MOST_WORDS);
  }

  /**
   * Returns the words of a query; adds to `sizes` the compounds known as one.
   * @param {string} query
   * @param {Map<string, number>} sizes
   */
  #typed(query, sizes) {
    const every = [...wordsOf(query)].map(([, word]) => formesOf(word)).filter((formes) => formes.length);
    return every.flatMap((formes, place) => {
      if (formes.length < 2) return formes;
      const [whole, ...parts] = formes;
      if (!this.#isKnown(whole, place === every.length - 1)) return parts;
      sizes.set(whole, new Set(parts.filter((part) => !this.empty.has(part))).size);
      return [whole];
    });
  }

  /**
   * @param {string} folded
   * @param {boolean} last
   */
  #isKnown(folded, last) {
    if (this.words.rankOf(folded) !== undefined) return true;
    const [start, end] = this.words.beginningWith(folded);
    return last && end > start;
  }

  /**
   * Joins two words that make one of the catalogue, when either is none: « porte feuille ».
   * @param {string[]} words
   */
  #joined(words) {
    /** @type {string[]} */
    const found = [];
    for (const word of words) {
      if (found.length && this.#areOne(found[found.length - 1], word)) found[found.length - 1] += word;
      else found.push(word);
    }
    return found;
  }

  /**
   * @param {string} word
   * @param {string} after
   */
  #areOne(word, after) {
    if (this.words.rankOf(word + after) === undefined) return false;
    return this.words.rankOf(word) === undefined || this.words.rankOf(after) === undefined;
  }

  /**
   * Returns a word with its terms, or the two words that it is made of.
   * @param {Mot} mot
   * @returns {Mot[]}
   */
  #understood(mot) {
    this.#findWhole(mot, EXACT);
    if (!mot.weights.size) for (const word of inflections(mot.folded)) this.#findWhole(mot, INFLECTED, word);
    const isBegun = (mot.last || !mot.weights.size) && this.#findBeginnings(mot);
    if (this.words.rankOf(mot.folded) === undefined && !isBegun) this.#findNear(mot);
    const halves = mot.weights.size ? null : this.#halves(mot.folded);
    if (!halves) return [mot];
    const mots = halves.map((half) => makeMot(half));
    for (const half of mots) this.#findWhole(half, HALF);
    return mots;
  }

  /**
   * Adds the terms of a word, as it is or otherwise written, if the catalogue has it.
   * @param {Mot} mot
   * @param {number} worth
   * @param {string} written
   */
  #findWhole(mot, worth, written = mot.folded) {
    const rank = this.words.rankOf(written);
    for (const term of rank === undefined ? [] : this.words.terms[rank]) addTerm(mot, term, worth * this.poids[term]);
  }

  /**
   * Adds the words that begin like one; returns whether there are others than itself.
   * @param {Mot} mot
   */
  #findBeginnings(mot) {
    if (mot.folded.length < SHORTEST_BEGINNING) return false;
    const [start, end] = this.words.beginningWith(mot.folded);
    /** @type {Set<number>} */
    const terms = new Set();
    for (let rank = start; rank < end; rank += 1) {
      for (const term of this.#termsOf(rank)) if (!mot.weights.has(term)) terms.add(term);
    }
    // The most common ones, since nobody can tell which was meant.
    const kept = [...terms].sort((one, other) => this.poids[one] - this.poids[other] || one - other);
    this.#add(mot, kept.slice(0, MOST_BEGINNINGS), BEGINNING);
    return kept.length > 0;
  }

  /** @param {Mot} mot */
  #findNear(mot) {
    const near = this.words.near(mot.folded).filter((found) => this.#termsOf(found.rank).length);
    if (!near.length) return;
    const cost = Math.min(...near.map((found) => found.cost));
    const ranks = near.filter((found) => found.cost === cost).map((found) => found.rank);
    ranks.sort((one, other) => this.#poidsOf(one) - this.#poidsOf(other) || one - other);
    if (!mot.weights.size) mot.meant = this.words.written[ranks[0]];
    const terms = new Set(ranks.slice(0, MOST_NEAR).flatMap((rank) => this.words.terms[rank]));
    this.#add(mot, [...terms].filter((term) => !mot.weights.has(term)), NEAR[cost]);
  }

  /**
   * Returns the terms of a word that a query can mean without writing it.
   * @param {number} rank
   */
  #termsOf(rank) {
    return this.empty.has(this.words.folded[rank]) ? [] : this.words.terms[rank];
  }

  /** @param {number} rank of a word */
  #poidsOf(rank) {
    return Math.min(...this.words.terms[rank].map((term) => this.poids[term]));
  }

  /**
   * Adds terms as one: they tell no more than the most common, or than surer ones.
   * @param {Mot} mot
   * @param {number[]} terms
   * @param {number} worth
   */
  #add(mot, terms, worth) {
    if (!terms.length) return;
    const poids = Math.min(...[...terms, ...mot.weights.keys()].map((term) => this.poids[term]));
    if (mot.weights.size) for (const term of terms) mot.aside.add(term);
    for (const term of terms) addTerm(mot, term, worth * poids);
  }

  /**
   * Returns two words of the catalogue written as one, the most even ones.
   * @param {string} folded
   * @returns {[string, string] | null}
   */
  #halves(folded) {
    const { length } = folded;
    const places = Array.from({ length: Math.max(0, length - 2 * SHORTEST_HALF + 1) }, (_, rank) => rank + SHORTEST_HALF);
    places.sort((one, other) => Math.abs(2 * one - length) - Math.abs(2 * other - length) || one - other);
    for (const place of places) {
      const [first, second] = [folded.slice(0, place), folded.slice(place)];
      if (this.words.rankOf(first) !== undefined && this.words.rankOf(second) !== undefined) return [first, second];
    }
    return null;
  }
}

/**
 * Returns what a word may be the plural, the feminine, or the singular of.
 * @param {string} folded
 */
function inflections(folded) {
  const shorter = ENDINGS.filter((end) => folded.endsWith(end)).map((end) => folded.slice(0, -end.length));
  return [...shorter, `${folded}s`].filter((word) => word.length >= SHORTEST_INFLECTED);
}
