/**
 * The facets of the actions: which actions a choice leaves, and how many each other choice would.
 *
 * Pure: no page, no network, no clock. Whoever calls it fetches the files of `recherche/`, whose
 * form is described in site_builder/search/facettes.py:
 *
 *     const facettes = openFacettes(json, "2025-01-20");
 *     for (const [cle, name] of missing(facettes, ["public"])) supply(facettes, cle, await fetchJson(name));
 *     const { passing, total, counts } = filter(facettes, new Map([["public", new Set([3])]]));
 *     const ranks = sort(facettes, passing, { tri: "nom" });
 *
 * An action is its rank in the index of the search, and a value its rank in its facet.
 */

import { inLine, layOut, readColumn, spread } from "./colonne.mjs";
import { ETAT, Etats, dayNumber, dayOf, readDays, readRanks } from "./etats.mjs";

const VERSION = 1;
/** More than one filter rejects an action: no single one stands between it and the results. */
const OUT = 2;

/**
 * @typedef {import("./colonne.mjs").Colonne} Colonne
 *
 * @typedef {object} Facette
 * @property {string} cle
 * @property {string} titre
 * @property {string[]} valeurs
 * @property {string[]} noms
 * @property {number[] | null} parents the value above each, -1 for none
 * @property {number[][]} propres the sets as actions name them: other territoires left out
 * @property {string | null} fichier the file that holds the rest, when it was not supplied
 * @property {Colonne | null} colonne
 *
 * @typedef {Map<string, Set<number>>} Selection values chosen, by facet
 *
 * @typedef {object} Reste
 * @property {Uint8Array} passing 1 for each action that passes every filter
 * @property {number} total
 * @property {Map<string, Int32Array>} counts by facet: the actions that each value has among
 *   those that pass the filters of the other facets
 */

class Facettes {
  /**
   * @param {any} json
   * @param {string} today - AAAA-MM-JJ
   */
  constructor(json, today) {
    if (json.version !== VERSION) throw new Error(`facets of version ${json.version}, not ${VERSION}`);
    /** How many actions. @type {number} */
    this.size = json.actions;
    this.resumes = json.resumes;
    this.etats = new Etats(json.etats, this.size, today);
    /** @type {string | null} */
    this.fichierMaj = json.maj;
    /** The day of each action that says when it changed. @type {Map<number, number>} */
    this.maj = new Map();
    /** @type {Facette[]} */
    this.facettes = json.facettes.map((/** @type {any} */ { cle, titre, fichier = null }) => ({
      ...{ cle, titre, fichier, valeurs: [], noms: [], parents: null, colonne: null, propres: [] },
    }));
    const { ensembles, actions } = this.etats.toColumn();
    const colonne = layOut(ensembles, actions, ETAT.valeurs.length);
    this.facettes.push({ ...ETAT, parents: null, fichier: null, colonne, propres: ensembles });
    for (const described of json.facettes) if (!described.fichier) supply(this, described.cle, described);
  }

  /** @param {string} cle */
  find(cle) {
    return this.facettes.find((facette) => facette.cle === cle);
  }

  /**
   * Returns the values that an action itself has.
   * @param {string} cle
   * @param {number} action
   * @returns {number[]}
   */
  valuesOf(cle, action) {
    const facette = this.find(cle);
    return facette?.colonne ? facette.propres[facette.colonne.actions[action]] : [];
  }

  /**
   * Returns when the sheet of an action was changed, AAAA-MM-JJ, if it says so.
   * @param {number} action
   */
  majOf(action) {
    const day = this.maj.get(action);
    return day === undefined ? null : dayOf(day);
  }
}

/** @typedef {Facettes} FacettesOuvertes */

/**
 * Opens the facets, for a visitor whose day is `today`.
 * @param {any} json - the first file
 * @param {string} today - AAAA-MM-JJ
 */
export function openFacettes(json, today) {
  return new Facettes(json, today);
}

/**
 * Returns the files that facets, or the sort « maj », need and that were not supplied yet.
 * @param {Facettes} facettes
 * @param {Iterable<string>} cles
 * @returns {[cle: string, file: string][]}
 */
export function missing(facettes, cles) {
  /** @type {[string, string | null | undefined][]} */
  const files = Array.from(new Set(cles), (cle) => [cle, cle === "maj" ? facettes.fichierMaj : facettes.find(cle)?.fichier]);
  return /** @type {[string, string][]} */ (files.filter(([, file]) => file));
}

/**
 * Supplies what a file that `missing` names holds.
 * @param {Facettes} facettes
 * @param {string} cle
 * @param {any} json
 */
export function supply(facettes, cle, json) {
  if (cle === "maj") {
    const origine = dayNumber(json.origine);
    for (const [action, day] of readDays([json.actions, json.jours])) facettes.maj.set(action, origine + day);
    facettes.fichierMaj = null;
    return;
  }
  const facette = facettes.find(cle);
  if (!facette) throw new RangeError(`no facet ${cle}`);
  const { valeurs, noms, parents = null } = json;
  const propres = json.ensembles.split(" ").map(readRanks);
  const ensembles = parents ? propres.map((/** @type {number[]} */ own) => inLine(own, parents)) : propres;
  const colonne = layOut(ensembles, readColumn(json.actions), valeurs.length);
  Object.assign(facette, { valeurs, noms, parents, propres, colonne, fichier: null });
}

/**
 * Returns what a selection leaves, and what each value of each facet would leave.
 *
 * Values of a facet add up, facets narrow each other. The count of a value does not depend on
 * the others chosen in its facet.
 * @param {Facettes} facettes - with the files that the facets of `selection` need
 * @param {Selection} selection
 * @param {Iterable<number> | null} [among] - actions that a text finds
 * @returns {Reste}
 */
export function filter({ facettes, size }, selection, among = null) {
  const rejections = new Uint8Array(size).fill(among ? OUT : 0);
  if (among) for (const action of among) rejections[action] = 0;
  const rejectedBy = new Uint8Array(size);
  facettes.forEach((facette, rank) => {
    const chosen = selection.get(facette.cle);
    if (chosen?.size) reject(facette, chosen, (action) => (rejectedBy[action] = rank), rejections);
  });
  const passing = rejections.map((count) => Number(count === 0));
  const counts = new Map();
  facettes.forEach(({ cle, colonne, valeurs }, rank) => {
    if (!colonne) return;
    const bySet = new Int32Array(colonne.starts.length - 1);
    for (let action = 0; action < size; action += 1) {
      const counted = passing[action] || (rejections[action] === 1 && rejectedBy[action] === rank);
      if (counted) bySet[colonne.actions[action]] += 1;
    }
    counts.set(cle, spread(bySet, colonne, valeurs.length));
  });
  return { passing, total: passing.reduce((sum, one) => sum + one, 0), counts };
}

/**
 * Counts a rejection of each action that has none of the values chosen in a facet.
 * @param {Facette} facette
 * @param {Set<number>} chosen
 * @param {(action: number) => void} note
 * @param {Uint8Array} rejections
 */
function reject({ cle, colonne }, chosen, note, rejections) {
  if (!colonne) throw new Error(`${cle} was not supplied`);
  const { starts, valeurs, actions } = colonne;
  const accepted = new Uint8Array(starts.length - 1);
  for (let set = 0; set < accepted.length; set += 1) {
    for (let at = starts[set]; at < starts[set + 1]; at += 1) if (chosen.has(valeurs[at])) accepted[set] = 1;
  }
  for (let action = 0; action < actions.length; action += 1) {
    if (accepted[actions[action]]) continue;
    rejections[action] += 1;
    note(action);
  }
}

/**
 * Returns actions in an order: « nom » (that of their ranks), « maj » (the latest first, the others
 * by name), or « pertinence » (that of `docs`).
 * @param {Facettes} facettes
 * @param {Uint8Array} passing
 * @param {{tri: string, docs?: Iterable<number> | null}} order
 * @returns {number[]}
 */
export function sort(facettes, passing, { tri, docs = null }) {
  if (tri === "pertinence" && docs) return Array.from(docs).filter((action) => passing[action]);
  /** @type {number[]} */
  const ranks = [];
  for (let action = 0; action < passing.length; action += 1) if (passing[action]) ranks.push(action);
  if (tri === "maj") {
    const dayOf = (/** @type {number} */ action) => facettes.maj.get(action) ?? -Infinity;
    // Equal days are compared by rank: Infinity minus Infinity is no number.
    ranks.sort((one, other) => (dayOf(one) === dayOf(other) ? one - other : dayOf(other) - dayOf(one)));
  }
  return ranks;
}
