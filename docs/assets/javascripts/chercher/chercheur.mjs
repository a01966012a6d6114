/**
 * The searcher of a page: one for all who search in it. It answers from a worker, or from the
 * page itself when no worker can be had. Nothing is loaded before the first call.
 *
 *     const chercheur = openChercheur();
 *     chercheur.prepare().catch(() => {});          // somebody is about to type
 *     const { results, total } = await chercheur.search("permis", { limit: 10 });
 *
 * Each call rejects with an `Error` whose message is fit to show when something could not be
 * downloaded; the next call tries again. Callers ignore the answer to a query that is no longer
 * the current one.
 */

import { RESEAU } from "./textes.mjs";

/**
 * @typedef {object} Trouvable
 * @property {number} doc its rank in the index, where actions come first
 * @property {string} kind
 * @property {string} slug
 * @property {string} titre
 * @property {string} precision what tells apart documents of the same title
 * @property {string} url absolute
 *
 * @typedef {Trouvable & {score: number, marques: [number, number][], mots: string[]}} Resultat
 *   with the words of its title that the query matches, and the words of the query that it has
 *
 * @typedef {object} Reponse
 * @property {string} query
 * @property {Resultat[]} results the best ones, best first
 * @property {number} total how many there are in all
 * @property {number} complete how many of them, the first ones, have all the words not dropped
 * @property {string[]} dropped words, folded, that no result could match with the others
 * @property {Record<string, string>} corrections the words that others were taken for
 * @property {string[]} words those of the query that count, folded
 * @property {string[]} proches words of the catalogue like those of a query that finds nothing
 *
 * @typedef {object} Ordre
 * @property {string} query
 * @property {Int32Array} docs all that were found, best first
 * @property {number} complete
 * @property {string[]} dropped
 * @property {Record<string, string>} corrections
 *
 * @typedef {(method: string, given: any[]) => Promise<any>} Ask
 * @typedef {{method: string, given: any[], resolve: (value: any) => void, reject: (error: Error) => void}} Question
 */

export class Chercheur {
  /** @type {Ask | null} */
  #ask = null;

  /** @param {string} index the address of its first file */
  constructor(index) {
    this.index = index;
  }

  /** Starts loading what a search needs. @returns {Promise<void>} */
  prepare() {
    return this.#call("prepare");
  }

  /**
   * @param {string} query
   * @param {{limit?: number, kinds?: Iterable<string>}} [options]
   * @returns {Promise<Reponse>}
   */
  search(query, { limit, kinds } = {}) {
    return this.#call("search", query, { limit, kinds: kinds && [...kinds] });
  }

  /**
   * @param {string} query
   * @param {{kinds?: Iterable<string>}} [options]
   * @returns {Promise<Ordre>}
   */
  order(query, { kinds } = {}) {
    return this.#call("order", query, { kinds: kinds && [...kinds] });
  }

  /**
   * @param {Iterable<number>} docs
   * @returns {Promise<Trouvable[]>}
   */
  documents(docs) {
    return this.#call("documents", [...docs]);
  }

  /**
   * Returns where the words of each text that a query matches begin and end.
   * @param {string} query
   * @param {string[]} texts
   * @returns {Promise<[number, number][][]>}
   */
  marks(query, texts) {
    return this.#call("marks", query, texts);
  }

  /**
   * @param {string} method
   * @param {...any} given
   */
  #call(method, ...given) {
    this.#ask ??= this.#startWorker() ?? this.#stayInPage();
    return this.#ask(method, given);
  }

  /**
   * Returns what asks a worker, or nothing where there is none.
   * @returns {Ask | null}
   */
  #startWorker() {
    let worker;
    try {
      worker = new Worker(new URL("travailleur.mjs", import.meta.url), { type: "module" });
    } catch {
      return null;
    }
    /** @type {Map<number, Question>} */
    const waiting = new Map();
    let last = 0;
    worker.postMessage({ open: this.index });
    worker.addEventListener("message", ({ data: { id, value, error } }) => {
      const question = waiting.get(id);
      waiting.delete(id);
      if (error) question?.reject(new Error(error));
      else question?.resolve(value);
    });
    worker.addEventListener("error", (event) => {
      // Its script did not load, or this browser has no modules in workers.
      event.preventDefault();
      worker.terminate();
      this.#ask = this.#stayInPage();
      for (const { method, given, resolve, reject } of waiting.values()) this.#ask(method, given).then(resolve, reject);
    });
    return (method, given) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { method, given, resolve, reject });
        worker.postMessage({ id: last, method, given });
      });
  }

  /**
   * Returns what answers in the page.
   * @returns {Ask}
   */
  #stayInPage() {
    const loading = import("./fonds.mjs").then(
      ({ Fonds }) => new Fonds(this.index),
      () => {
        // No network for the worker, nor for the page: the next call begins anew.
        this.#ask = null;
        throw new Error(RESEAU);
      },
    );
    loading.catch(() => {});
    return async (method, given) => (await loading).answer(method, given);
  }
}

/** @type {Chercheur | undefined} */
let chercheur;

/** Returns the searcher of the page, the same one for all. */
export function openChercheur() {
  chercheur ??= new Chercheur(readAddress());
  return chercheur;
}

/** Returns the address of the index, that each page says in its `#__config`. */
function readAddress() {
  const config = JSON.parse(document.getElementById("__config")?.textContent ?? "{}");
  return new URL(config.recherche, document.baseURI).href;
}
