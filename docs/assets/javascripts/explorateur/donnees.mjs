/** Downloads the files of the explorer: the facets, then what each choice needs. */

import { PERIMEE, RESEAU } from "../chercher/textes.mjs";
import { today } from "../questionnaire/donnees.mjs";
import { missing, openFacettes, supply } from "./facettes.mjs";

/** Below, all facets are downloaded at once: an open page keeps filtering without a network. */
const FEW = 1_000;
/** Milliseconds after which a download counts as failed. */
const PATIENCE = 30_000;

/** @typedef {[slug: string, nom: string, resume: string, parcours: [nature: string, nom: string][]]} Resume */

export class Donnees {
  /** @type {Map<string, Promise<any>>} what came or is on its way, by file */
  #files = new Map();

  /**
   * @param {string} address - of the facets
   * @param {import("./facettes.mjs").FacettesOuvertes} facettes
   */
  constructor(address, facettes) {
    this.address = address;
    this.facettes = facettes;
    /** The address of the site. */
    this.site = new URL("..", address).href;
  }

  /** @param {string} address - of the facets */
  static async open(address) {
    return new Donnees(address, openFacettes(await readJson(address), today()));
  }

  /**
   * Downloads what facets, or the sort « maj », need.
   * @param {Iterable<string>} cles
   */
  async need(cles) {
    await Promise.all(
      missing(this.facettes, cles).map(async ([cle, file]) => {
        const json = await this.#read(file);
        // Another call may have supplied it meanwhile.
        if (missing(this.facettes, [cle]).length) supply(this.facettes, cle, json);
      }),
    );
  }

  /** Downloads the rest of a small catalogue; a failure is told to whoever needs it. */
  async foresee() {
    if (this.facettes.size > FEW) return;
    const cles = this.facettes.facettes.map(({ cle }) => cle);
    await this.need([...cles, "maj"]).catch(() => {});
  }

  /**
   * Returns what results show of actions.
   * @param {number[]} actions
   * @returns {Promise<Resume[]>}
   */
  async resumes(actions) {
    const { taille, empreinte } = this.facettes.resumes;
    return Promise.all(
      actions.map(async (action) => {
        const file = await this.#read(`resumes.${Math.floor(action / taille)}.${empreinte}.json`);
        return file[action % taille];
      }),
    );
  }

  /** @param {string} file */
  #read(file) {
    const known = this.#files.get(file);
    if (known) return known;
    const reading = readJson(new URL(file, this.address).href);
    this.#files.set(file, reading);
    // A failed download is tried again at the next call.
    reading.catch(() => this.#files.delete(file));
    return reading;
  }
}

/**
 * Names hold a hash: what the browser kept of a file is that file.
 * @param {string} address
 * @throws {Error} whose message is fit to show
 */
async function readJson(address) {
  const response = await fetch(address, { cache: "force-cache", signal: AbortSignal.timeout?.(PATIENCE) }).catch((error) => {
    throw new Error(RESEAU, { cause: error });
  });
  if (!response.ok) throw new Error(response.status === 404 ? PERIMEE : RESEAU);
  return response.json().catch((error) => {
    // A download that was cut, or the page of a network that asks to log in.
    throw new Error(RESEAU, { cause: error });
  });
}
