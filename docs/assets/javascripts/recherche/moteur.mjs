/**
 * The engine: from a query to documents, best first. Its twin is site_builder/search/moteur.py:
 * all that ranks is integers, and equal scores follow the order of the documents.
 */

import { best, docOf, keep, keysOf, named } from "./classement.mjs";
import { Dictionnaire } from "./dictionnaire.mjs";
import { slugOfTitle } from "./langue.mjs";
import { Lecteur } from "./requete.mjs";
import { decodeRanks, decodeSigns } from "./signes.mjs";

const VERSION = 1;
/** A level from 32 on is in the title; the level itself is what is left. */
const IN_TITLE = 32;

/**
 * @typedef {import("./requete.mjs").Mot} Mot
 * @typedef {{documents: string, niveaux: string}} LotJson
 * @typedef {object} Lot
 * @property {Int32Array} documents
 * @property {Uint8Array} niveaux
 * @property {number[]} starts where each term begins, and where the last one ends
 *
 * @typedef {object} Trouvable a document, as results show it
 * @property {string} kind
 * @property {string} slug
 * @property {string} titre
 * @property {string} precision what tells apart documents of the same title
 * @property {string} url relative to the site
 *
 * @typedef {object} Resultat
 * @property {number} doc the rank of the document in the index
 * @property {number} score
 * @property {string[]} mots the words of the query, folded, that it matches
 *
 * @typedef {object} Reponse
 * @property {Resultat[]} results the best ones, best first
 * @property {number} total how many there are in all
 * @property {number} complete how many of them, the first ones, have all the words not dropped
 * @property {string[]} dropped words that no result could match with the others
 * @property {Record<string, string>} corrections the words that others were taken for
 */

class Index {
  /** @param {any} first the index's first file */
  constructor(first) {
    if (first.version !== VERSION) throw new Error(`an index of version ${first.version}, not ${VERSION}`);
    const { documents } = first;
    this.documents = documents;
    this.size = documents.titres.length;
    this.titleWords = decodeSigns(documents.mots);
    this.isGuide = flagsOf(this, ["guides"]);
    this.poids = decodeSigns(first.poids);
    /** @type {[number, string][]} */
    this.lots = first.lots;
    /** @type {Map<number, Lot>} */
    this.supplied = new Map();
    this.dictionnaire = new Dictionnaire(first.formes, first.termes);
    this.lecteur = new Lecteur(this.dictionnaire, this.poids, new Set(first.vides.split(" ")));
    // Filled again at each query: what a document has gathered.
    this.scores = new Int32Array(this.size);
    this.masks = new Int32Array(this.size);
    this.titles = new Int32Array(this.size);
    this.best = new Int32Array(this.size);
    /** @type {{query: string, mots: Mot[]} | null} */
    this.last = null;
  }

  /**
   * Returns the words of a query; a query is read once, for `missing` and for `search`.
   * @param {string} query
   */
  read(query) {
    if (this.last?.query !== query) this.last = { query, mots: this.lecteur.read(query) };
    return this.last.mots;
  }

  /**
   * Returns the rank of the shard that holds a term.
   * @param {number} term
   */
  lotOf(term) {
    let low = 0;
    let high = this.lots.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.lots[middle][0] <= term) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/**
 * Opens an index.
 * @param {any} first the JSON of its first file
 */
export function openIndex(first) {
  return new Index(first);
}

/**
 * Returns the names of the files that a query needs and that were not supplied yet.
 * @param {Index} index
 * @param {string} query
 * @returns {string[]}
 */
export function missing(index, query) {
  const lots = index.read(query).flatMap((mot) => Array.from(mot.weights.keys(), (term) => index.lotOf(term)));
  return [...new Set(lots)].filter((lot) => !index.supplied.has(lot)).map((lot) => nameOf(index, lot));
}

/**
 * Supplies one of the files that `missing` names.
 * @param {Index} index
 * @param {string} name
 * @param {LotJson} json
 */
export function supply(index, name, json) {
  const lot = Number(name.split(".")[1]);
  const niveaux = decodeSigns(json.niveaux);
  const documents = new Int32Array(niveaux.length);
  const starts = [0];
  for (const signs of json.documents.split(" ")) starts.push(decodeRanks(signs, documents, starts[starts.length - 1]));
  index.supplied.set(lot, { documents, niveaux, starts });
}

/**
 * Returns the documents that match a query.
 *
 * All words have to match; when no document has them all, the words that tell least are given
 * up, as few as possible. A few documents that have most of the words follow when hardly any has
 * them all. Guides are for editors, and long: what one says, but in its title, is worth half, and
 * comes after what has all the words. Throws when a file that `missing` names was not supplied.
 * @param {Index} index
 * @param {string} query
 * @param {{limit?: number, kinds?: Iterable<string>}} [options]
 * @returns {Reponse}
 */
export function search(index, query, { limit = Infinity, kinds } = {}) {
  const mots = index.read(query);
  score(index, mots, flagsOf(index, kinds));
  const kept = keep(index, mots);
  const { keys, complete } = kept ? keysOf(index, mots, kept) : { keys: new Float64Array(0), complete: 0 };
  const dropped = mots.filter((_, place) => !((kept >> place) & 1));
  const corrected = mots.filter((mot) => mot.meant !== null && !dropped.includes(mot));
  return {
    results: Array.from(best(keys, limit), (key) => {
      const doc = docOf(key);
      return { doc, score: index.scores[doc], mots: named(mots, index.masks[doc]) };
    }),
    total: keys.length,
    complete,
    dropped: dropped.map((mot) => mot.folded),
    corrections: Object.fromEntries(corrected.map((mot) => [mot.folded, /** @type {string} */ (mot.meant)])),
  };
}

/**
 * Returns the document of a rank.
 * @param {Index} index
 * @param {number} rank
 * @returns {Trouvable}
 */
export function documentOf(index, rank) {
  const { genres, titres, communs, restes, precisions, precision } = index.documents;
  const titre = titres[rank];
  const slug = slugOfTitle(titre).slice(0, communs[rank]) + restes[rank];
  let end = 0;
  const genre = genres.find((/** @type {[string, number]} */ [, count]) => rank < (end += count));
  if (!genre) throw new RangeError(`no document ${rank}`);
  const [kind, , before, after] = genre;
  return { kind, slug, titre, precision: precisions[precision[rank]], url: `${before}${slug}${after}` };
}

/**
 * @param {Index} index
 * @param {number} lot
 */
const nameOf = (index, lot) => `lot.${lot}.${index.lots[lot][1]}.json`;

/**
 * Returns 1 for each document of `kinds`, 0 for the others.
 * @param {Index} index
 * @param {Iterable<string> | undefined} kinds
 */
function flagsOf(index, kinds) {
  const flags = new Uint8Array(index.size);
  const wanted = kinds && new Set(kinds);
  let start = 0;
  for (const [kind, count] of index.documents.genres) {
    if (!wanted || wanted.has(kind)) flags.fill(1, start, start + count);
    start += count;
  }
  return flags;
}

/**
 * Gathers the score of each document, and the words that it has, anywhere and in its title.
 * @param {Index} index
 * @param {Mot[]} mots
 * @param {Uint8Array} flags
 */
function score(index, mots, flags) {
  const { scores, masks, best: most } = index;
  scores.fill(0);
  masks.fill(0);
  index.titles.fill(0);
  mots.forEach((mot, place) => {
    const bit = 1 << place;
    most.fill(0);
    for (const [term, weight] of mot.weights) add(index, term, weight, mot.aside.has(term) ? 0 : bit, flags);
    for (let doc = 0; doc < most.length; doc += 1) {
      if (most[doc]) {
        scores[doc] += most[doc];
        masks[doc] |= bit;
      }
    }
  });
}

/**
 * Adds a term to a word: a document keeps the best of the word's terms.
 * @param {Index} index
 * @param {number} term
 * @param {number} weight
 * @param {number} bit of the word, if the term may make a title
 * @param {Uint8Array} flags
 */
function add(index, term, weight, bit, flags) {
  const rank = index.lotOf(term);
  const lot = index.supplied.get(rank);
  if (!lot) throw new Error(`${nameOf(index, rank)} was not supplied`);
  const { documents, niveaux, starts } = lot;
  const { best: most, titles } = index;
  const first = term - index.lots[rank][0];
  for (let at = starts[first]; at < starts[first + 1]; at += 1) {
    const doc = documents[at];
    if (flags[doc]) {
      const found = weight * (niveaux[at] % IN_TITLE);
      if (found > most[doc]) most[doc] = found;
      if (niveaux[at] >= IN_TITLE) titles[doc] |= bit;
    }
  }
}
