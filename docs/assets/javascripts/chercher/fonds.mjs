/**
 * The index of the site: downloads its files as they are needed, and answers from them. Runs in
 * a worker, or in the page when there is none.
 */

import { documentOf, marks, missing, openIndex, search, supply } from "../recherche.mjs";
import { wordsNear } from "./proches.mjs";
import { PANNE, PERIMEE, RESEAU } from "./textes.mjs";

/** An index of so few shards is downloaded whole: the page keeps searching without a network. */
const FEW = 6;
/** Milliseconds after which a download counts as failed. */
const PATIENCE = 30_000;
const HASHED = /\.[0-9a-f]{8}\.json$/;

/** An error whose message is fit to show to a visitor. */
class Annonce extends Error {}

export class Fonds {
  /** @type {Promise<any> | null} */
  #opening = null;
  /** @type {Map<string, Promise<void>>} the shards that came or are on their way */
  #shards = new Map();

  /** @param {string} address of the first file of the index, or of the one that says which it is */
  constructor(address) {
    this.address = address;
    this.site = new URL("..", address);
  }

  /**
   * Answers a call by its name: what the worker was asked.
   * @param {string} method
   * @param {any[]} given
   * @returns {Promise<any>}
   * @throws {Error} whose message is fit to show
   */
  async answer(method, given) {
    const methods = {
      prepare: () => this.prepare(),
      search: () => this.search(...given),
      order: () => this.order(...given),
      documents: () => this.documents(...given),
      marks: () => this.marks(...given),
    };
    try {
      return await methods[method]();
    } catch (error) {
      if (error instanceof Annonce) throw error;
      console.error("cat-recherche", error);
      throw new Annonce(PANNE, { cause: error });
    }
  }

  /** Downloads what can be had before anything is typed. */
  async prepare() {
    const index = await this.#open();
    if (index.lots.length <= FEW) await this.#load(index, everyShard(index));
  }

  /**
   * @param {string} query
   * @param {{limit?: number, kinds?: string[]}} [options]
   */
  async search(query, options) {
    const index = await this.#ready(query);
    const { results, ...others } = search(index, query, options);
    return {
      query,
      results: results.map((result) => {
        const document = this.#document(index, result.doc);
        return { ...result, ...document, marques: marks(index, query, document.titre) };
      }),
      ...others,
      words: index.read(query).map((/** @type {{folded: string}} */ { folded }) => folded),
      proches: others.total ? [] : wordsNear(index, query),
    };
  }

  /**
   * @param {string} query
   * @param {{kinds?: string[]}} [options]
   */
  async order(query, { kinds } = {}) {
    const index = await this.#ready(query);
    const { results, complete, dropped, corrections } = search(index, query, { kinds });
    return { query, docs: Int32Array.from(results, ({ doc }) => doc), complete, dropped, corrections };
  }

  /** @param {number[]} docs */
  async documents(docs) {
    const index = await this.#open();
    return docs.map((doc) => ({ doc, ...this.#document(index, doc) }));
  }

  /**
   * @param {string} query
   * @param {string[]} texts
   */
  async marks(query, texts) {
    const index = await this.#open();
    return texts.map((text) => marks(index, query, text));
  }

  /**
   * @param {any} index
   * @param {number} doc
   */
  #document(index, doc) {
    const { url, ...others } = documentOf(index, doc);
    return { ...others, url: new URL(url, this.site).href };
  }

  /** Returns the index with what a query needs. @param {string} query */
  async #ready(query) {
    const index = await this.#open();
    await this.#load(index, missing(index, query));
    // The others come too, for the next queries; a failure is told to the one that needs them.
    if (index.lots.length <= FEW) this.#load(index, everyShard(index)).catch(() => {});
    return index;
  }

  #open() {
    this.#opening ??= this.#readFirst().then(openIndex);
    // A failed download is tried again at the next call.
    this.#opening.catch(() => (this.#opening = null));
    return this.#opening;
  }

  async #readFirst() {
    const first = await readJson(this.address);
    if (!first.index) return first;
    this.address = new URL(first.index, this.address).href;
    return readJson(this.address);
  }

  /**
   * @param {any} index
   * @param {string[]} names of shards
   */
  async #load(index, names) {
    await Promise.all(names.map((name) => this.#shards.get(name) ?? this.#loadShard(index, name)));
  }

  /**
   * @param {any} index
   * @param {string} name
   */
  #loadShard(index, name) {
    const loading = readJson(new URL(name, this.address).href).then((json) => supply(index, name, json));
    this.#shards.set(name, loading);
    loading.catch(() => this.#shards.delete(name));
    return loading;
  }
}

/** @param {{lots: [number, string][]}} index */
const everyShard = ({ lots }) => lots.map(([, hash], rank) => `lot.${rank}.${hash}.json`);

/** @param {string} address */
async function readJson(address) {
  const response = await fetch(address, {
    // With a hash in its name, what the browser kept of a file is that file.
    cache: HASHED.test(address) ? "force-cache" : "no-cache",
    signal: AbortSignal.timeout?.(PATIENCE),
  }).catch((error) => {
    throw new Annonce(RESEAU, { cause: error });
  });
  if (!response.ok) throw new Annonce(response.status === 404 ? PERIMEE : RESEAU);
  return response.json().catch((error) => {
    // A download that was cut, or the page of a network that asks to log in.
    throw new Annonce(RESEAU, { cause: error });
  });
}
