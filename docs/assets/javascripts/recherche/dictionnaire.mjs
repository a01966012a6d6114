/**
 * The words of a catalogue: exactly, by their beginning, or nearly. Its twin is
 * site_builder/search/dictionnaire.py.
 */

import { fold } from "./langue.mjs";

const CODED = /([A-Z])([^A-Z]*)/g;
const CAPITAL = 65;
/** One mistake forgiven from 4 letters, two from 8; nothing is near a word of two letters. */
const ONE_MISTAKE = 4;
const TWO_MISTAKES = 8;
const SHORTEST_NEAR = 3;
const ASCII = /^[a-z0-9']*$/;

/**
 * @typedef {object} Proche a word near another
 * @property {number} rank
 * @property {number} cost 2 for each mistake, 1 more when the first letter is not the same
 */

export class Dictionnaire {
  /**
   * @param {string} formes
   * @param {number[]} termes
   */
  constructor(formes, termes) {
    /** Words as folded, sorted; a rank is a place among them. @type {string[]} */
    this.folded = [];
    /** Each as it is most often written. @type {string[]} */
    this.written = [];
    /** @type {number[][]} */
    this.terms = [];
    let forme = "";
    let term = 0;
    let place = 0;
    for (const [, shared, rest] of formes.matchAll(CODED)) {
      forme = forme.slice(0, shared.charCodeAt(0) - CAPITAL) + rest;
      term += termes[place];
      place += 1;
      this.#add(forme, term);
    }
    /** @type {Map<string, number>} */
    this.ranks = new Map(this.folded.map((folded, rank) => [folded, rank]));
    /** @type {Lettres | null} */
    this.lettres = null;
  }

  /**
   * @param {string} forme
   * @param {number} term
   */
  #add(forme, term) {
    const folded = ASCII.test(forme) ? forme : fold(forme);
    const last = this.folded.length - 1;
    if (this.folded[last] !== folded) {
      this.folded.push(folded);
      this.written.push(forme);
      this.terms.push([term]);
    } else if (!this.terms[last].includes(term)) {
      this.terms[last].push(term);
    }
  }

  /**
   * Returns the rank of a word, undefined when the catalogue has no such word.
   * @param {string} folded
   */
  rankOf(folded) {
    return this.ranks.get(folded);
  }

  /**
   * Returns the first of the words that begin with `folded`, and the rank after the last.
   * @param {string} folded
   * @returns {[number, number]}
   */
  beginningWith(folded) {
    return [this.#firstFrom(folded), this.#firstFrom(`${folded}\uffff`)];
  }

  /** @param {string} folded */
  #firstFrom(folded) {
    let low = 0;
    let high = this.folded.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.folded[middle] < folded) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Returns the words within the mistakes forgiven, by rank; none for a number.
   * @param {string} folded
   * @returns {Proche[]}
   */
  near(folded) {
    const mistakes = Number(folded.length >= ONE_MISTAKE) + Number(folded.length >= TWO_MISTAKES);
    if (!mistakes || /^\p{Nd}*$/u.test(folded)) return [];
    this.lettres ??= new Lettres(this.folded);
    return this.lettres
      .near(folded, mistakes)
      .filter(([rank]) => this.folded[rank].length >= SHORTEST_NEAR)
      .map(([rank, distance]) => ({ rank, cost: 2 * distance + Number(this.folded[rank][0] !== folded[0]) }));
  }
}

/**
 * Sorted words as a trie laid flat: the letters that a word shares with the one before keep
 * their rows in the table of distances, and a beginning that is too far closes all the words
 * that have it.
 */
class Lettres {
  /** @param {string[]} words */
  constructor(words) {
    const total = words.reduce((sum, word) => sum + word.length, 0);
    this.codes = new Uint16Array(total);
    this.starts = new Uint32Array(words.length + 1);
    this.shared = new Uint8Array(words.length);
    this.longest = 0;
    words.forEach((word, rank) => this.#write(word, rank, rank ? words[rank - 1] : ""));
  }

  /**
   * @param {string} word
   * @param {number} rank
   * @param {string} before
   */
  #write(word, rank, before) {
    const start = this.starts[rank];
    let shared = 0;
    while (shared < 255 && shared < before.length && word[shared] === before[shared]) shared += 1;
    for (let place = 0; place < word.length; place += 1) this.codes[start + place] = word.charCodeAt(place);
    this.shared[rank] = shared;
    this.starts[rank + 1] = start + word.length;
    this.longest = Math.max(this.longest, word.length);
  }

  /**
   * Returns the rank and the distance of the words at `most` mistakes of `word` at most. A mistake
   * is a letter too many, missing or changed, or two letters swapped (optimal string alignment).
   * @param {string} word
   * @param {number} most
   * @returns {[number, number][]}
   */
  near(word, most) {
    const { codes, starts, shared } = this;
    const wanted = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
    const table = new Table(wanted, this.longest + 1, most);
    /** @type {[number, number][]} */
    const found = [];
    // Rows that hold for the letters of the word before; and from how many letters it is too far.
    let valid = 0;
    let closed = Infinity;
    for (let rank = 0; rank < shared.length; rank += 1) {
      if (shared[rank] >= closed) continue;
      const start = starts[rank];
      const length = starts[rank + 1] - start;
      valid = Math.min(valid, shared[rank]);
      closed = Infinity;
      while (valid < length && closed === Infinity) {
        valid += 1;
        if (table.fill(valid, codes, start) > most) closed = valid;
      }
      if (closed === Infinity) {
        const distance = table.last(length);
        if (distance <= most) found.push([rank, distance]);
      }
    }
    return found;
  }
}

/** Distances between the beginnings of two words, a row a letter of the second one. */
class Table {
  /**
   * @param {Uint16Array} wanted
   * @param {number} rows
   * @param {number} most
   */
  constructor(wanted, rows, most) {
    this.wanted = wanted;
    this.width = wanted.length + 1;
    this.most = most;
    this.cells = new Uint8Array(this.width * rows);
    for (let column = 0; column < this.width; column += 1) this.cells[column] = Math.min(column, 255);
  }

  /**
   * Fills a row from those above; returns its least distance.
   * @param {number} row
   * @param {Uint16Array} codes
   * @param {number} start where the word begins in `codes`
   */
  fill(row, codes, start) {
    const { cells, wanted, width } = this;
    const letter = codes[start + row - 1];
    const before = row > 1 ? codes[start + row - 2] : -1;
    const at = row * width;
    const above = at - width;
    cells[at] = Math.min(row, 255);
    let least = cells[at];
    for (let column = 1; column < width; column += 1) {
      const same = wanted[column - 1] === letter;
      let cell = Math.min(cells[above + column] + 1, cells[at + column - 1] + 1, cells[above + column - 1] + (same ? 0 : 1));
      if (column > 1 && wanted[column - 1] === before && wanted[column - 2] === letter) {
        cell = Math.min(cell, cells[above - width + column - 2] + 1);
      }
      cells[at + column] = Math.min(cell, 255);
      if (cell < least) least = cell;
    }
    return least;
  }

  /** @param {number} row */
  last(row) {
    return this.cells[row * this.width + this.width - 1];
  }
}
