/**
 * The answers of a person, kept for as long as the tab is open and no longer.
 *
 * They live in `sessionStorage`: a reload keeps them, another tab doesn't see them, and nothing
 * of them reaches a server. What was kept is judged when it is read back: a question that the
 * catalogue no longer asks, an option that it no longer offers, leave without a word.
 */

import { readFragment, writeFragment } from "./lien.mjs";
import { isWhole, normalizeValeur } from "./valeurs.mjs";

export { AILLEURS } from "./valeurs.mjs";

/**
 * A question of data/eligibilite.json.
 * @typedef {object} Question
 * @property {"oui-non" | "choix" | "choix-multiple" | "nombre" | "date" | "commune"} type
 * @property {Record<string, string>} libelle - by reader
 * @property {string} [aide]
 * @property {string} [pourquoi]
 * @property {{valeur: string, libelle: string, aide?: string}[]} [options]
 * @property {string} [unite]
 * @property {number} [min]
 * @property {number} [max]
 * @property {boolean} [entier] - counted in whole numbers
 * @property {boolean} [sensible]
 * @property {number} [ordre]
 * @property {string} [rubrique]
 */

/**
 * An answer: an option, « oui » or « non », several options, a number, a day (AAAA-MM-JJ), the
 * code of a commune or `AILLEURS`; `null` is « je ne sais pas ».
 * @typedef {string | string[] | number | null} Valeur
 */

/** What is kept changes its form: older answers are then left unread. */
const VERSION = 1;

/** The answers given so far, for one reader. */
export class Reponses {
  /** @type {Map<string, Valeur>} */
  #valeurs = new Map();
  #key;
  #questions;
  #storage;
  #communes;

  /**
   * Reads back what this tab kept.
   * @param {string} lecteur
   * @param {Record<string, Question>} questions - in the order of the catalogue
   * @param {Storage | null} [storage] - where answers are kept; `null` for nowhere
   * @param {{byCode: Map<string, unknown>} | null} [communes] - the communes on offer, when known
   */
  constructor(lecteur, questions, storage = tabStorage(), communes = null) {
    this.#key = keyOf(lecteur);
    this.#questions = questions;
    this.#storage = storage;
    this.#communes = communes;
    this.#replace(this.#readStorage());
  }

  /**
   * Returns the answer to a question: `undefined` when it wasn't asked, `null` for « je ne
   * sais pas ».
   * @param {string} slug
   * @returns {Valeur | undefined}
   */
  get(slug) {
    return this.#valeurs.get(slug);
  }

  /**
   * Keeps an answer; `undefined`, or a value that the question doesn't take, takes it away.
   * @param {string} slug
   * @param {Valeur | undefined} valeur
   */
  set(slug, valeur) {
    const kept = this.#normalize(slug, valeur);
    if (kept === undefined) this.#valeurs.delete(slug);
    else this.#valeurs.set(slug, kept);
    this.#writeStorage();
  }

  /** Forgets everything, here and in the tab. */
  clear() {
    this.#valeurs.clear();
    this.#writeStorage();
  }

  /** Number of questions answered, « je ne sais pas » included. */
  get size() {
    return this.#valeurs.size;
  }

  /**
   * Returns the answers in the order of the questions.
   * @returns {[slug: string, valeur: Valeur][]}
   */
  entries() {
    const slugs = Object.keys(this.#questions).filter((slug) => this.#valeurs.has(slug));
    return slugs.map((slug) => [slug, /** @type {Valeur} */ (this.#valeurs.get(slug))]);
  }

  /**
   * Returns the answers that a link may hold: neither those to sensitive questions nor « je ne
   * sais pas ».
   * @returns {[slug: string, valeur: Valeur][]}
   */
  shared() {
    return this.entries().filter(
      ([slug, valeur]) => !this.#questions[slug].sensible && valeur !== null,
    );
  }

  /**
   * Returns the answers as the evaluator takes them.
   * @returns {Record<string, Valeur>}
   */
  toObject() {
    return Object.fromEntries(this.entries());
  }

  /**
   * Returns « #r1=… », or "" when there is nothing to share; see `shared`.
   * @param {string} [action] - the slug of the only action that the link is about
   */
  toFragment(action) {
    return writeFragment(this.#questions, this.shared(), action);
  }

  /**
   * Takes the answers of a link in place of those kept, if it holds any that can be read.
   * @param {string} hash - « #r1=… », as `location.hash` gives it
   * @returns {{lues: number, refusees: number, message: string | null}} how many answers were
   *   read and refused, and what the person is to be told
   */
  fromFragment(hash) {
    const { reponses, refusees, message } = readFragment(this.#questions, hash, (slug, valeur) =>
      this.#normalize(slug, valeur),
    );
    if (reponses.length) {
      this.#valeurs.clear();
      this.#replace(reponses);
      this.#writeStorage();
    }
    return { lues: reponses.length, refusees, message };
  }

  /**
   * @param {string} slug
   * @param {unknown} valeur
   */
  #normalize(slug, valeur) {
    if (!Object.hasOwn(this.#questions, slug)) return undefined;
    const question = this.#questions[slug];
    const asked = { ...question, entier: isWhole(question, slug) };
    return normalizeValeur(asked, valeur, this.#communes);
  }

  /** @param {[string, unknown][]} reponses */
  #replace(reponses) {
    for (const [slug, valeur] of reponses) {
      const kept = this.#normalize(slug, valeur);
      if (kept !== undefined) this.#valeurs.set(slug, kept);
    }
  }

  /** @returns {[string, unknown][]} */
  #readStorage() {
    try {
      const { version, reponses } = JSON.parse(this.#storage?.getItem(this.#key) ?? "{}");
      return version === VERSION ? Object.entries(reponses) : [];
    } catch {
      return [];
    }
  }

  #writeStorage() {
    try {
      if (!this.#valeurs.size) this.#storage?.removeItem(this.#key);
      else
        this.#storage?.setItem(
          this.#key,
          JSON.stringify({ version: VERSION, reponses: this.toObject() }),
        );
    } catch {
      // Storage that is full or forbidden: the answers last as long as the page.
    }
  }
}

/**
 * Returns what the tab keeps for a reader, as it is written there; `null` for nothing.
 * @param {string} lecteur
 * @returns {string | null}
 */
export function readTab(lecteur) {
  try {
    return tabStorage()?.getItem(keyOf(lecteur)) ?? null;
  } catch {
    return null;
  }
}

/** @param {string} lecteur */
function keyOf(lecteur) {
  return `cat-reponses-${lecteur}`;
}

/** Returns the storage of the tab, or nothing where the browser forbids it. */
function tabStorage() {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}
