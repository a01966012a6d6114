/**
 * The tree of a rule, read once: nodes that all have the same shape, which is what makes ten
 * thousand rules quick to evaluate, and the reasons of each leaf, made once for everybody.
 *
 * Hence a tree that has been evaluated is not to be changed: make another one.
 */

import { OPERATEURS } from "./criteres.mjs";
import { ETATS, FAUX, INCONNU, VRAI } from "./valeurs.mjs";

export const TOUTES = "toutes";
export const UNE_DE = "une_de";
export const AUCUNE = "aucune";
export const QUESTION = "question";
export const PUBLIC = "public_cible";
export const TERRITOIRE = "territoire";
export const APPRECIATION = "appreciation";

const GROUPES = [TOUTES, UNE_DE, AUCUNE];
const FEUILLES = [QUESTION, PUBLIC, TERRITOIRE];
const NONE = Object.freeze([]);

/** @typedef {import("./criteres.mjs").Test} Test */

/** Small maps are quicker: roots apart from all else. @type {WeakMap<object, Noeud>} */
const trees = new WeakMap();
/** @type {WeakMap<object, Noeud>} */
const leaves = new WeakMap();

/** A number for each question or public met, so that texts need not be compared again. */
const ranks = new Map();

/** @param {string} name */
export function rankOfName(name) {
  let rank = ranks.get(name);
  if (rank === undefined) {
    rank = ranks.size;
    ranks.set(name, rank);
  }
  return rank;
}

/** Little is read of the memory for each leaf: that is where the time goes. */
export class Noeud {
  /**
   * @param {string} genre
   * @param {object} feuille the node as written
   * @param {readonly Noeud[]} enfants
   */
  constructor(genre, feuille, enfants) {
    const tests = genre === QUESTION ? readTests(feuille) : NONE;
    this.genre = genre;
    this.enfants = enfants;
    this.isGroup = GROUPES.includes(genre);
    this.prioritaire = feuille.nature === "prioritaire";
    /** The question, the public or the territoires that a leaf names. */
    this.cible = feuille[genre];
    this.rank = genre === QUESTION || genre === PUBLIC ? rankOfName(this.cible) : -1;
    /** What a leaf asks of an answer: one thing most often. @type {Test | undefined} */
    this.test = tests[0]?.test;
    this.operand = tests[0]?.operand;
    this.tests = tests;
    this.feuille = feuille;
    this.satisfaite = null;
    this.non_satisfaite = null;
    this.inconnue = null;
    this.appreciation = null;
    /** @type {Record<number, object> | null} */
    this.contraires = null;
  }

  /**
   * The leaf's own keys, with its sentence for its polarity and what is known of it.
   * @param {number} value the polarity considered
   * @param {boolean} exclu whether the leaf stands under an odd number of `aucune`
   * @returns {Readonly<object>}
   */
  reason(value, exclu) {
    if (exclu) {
      this.contraires ??= {};
      return (this.contraires[value] ??= makeReason(this.feuille, value, true));
    }
    if (value === VRAI) return (this.satisfaite ??= makeReason(this.feuille, value, false));
    if (value === FAUX) return (this.non_satisfaite ??= makeReason(this.feuille, value, false));
    if (value === INCONNU) return (this.inconnue ??= makeReason(this.feuille, value, false));
    return (this.appreciation ??= makeReason(this.feuille, value, false));
  }
}

/**
 * @param {object} tree a condition as written; a leaf that several rules share is read once
 * @returns {Noeud}
 */
export function readTree(tree) {
  let noeud = trees.get(tree);
  if (!noeud) {
    noeud = readNode(tree);
    trees.set(tree, noeud);
  }
  return noeud;
}

/** @returns {Noeud} */
function readNode(node) {
  for (const genre of GROUPES) {
    if (node[genre] !== undefined) return new Noeud(genre, node, node[genre].map(readNode));
  }
  let leaf = leaves.get(node);
  if (!leaf) {
    const genre = FEUILLES.find((name) => node[name] !== undefined) ?? APPRECIATION;
    leaf = new Noeud(genre, node, NONE);
    leaves.set(node, leaf);
  }
  return leaf;
}

/** @returns {{name: string, test: Test, operand: any}[]} */
function readTests(leaf) {
  const tests = [];
  for (const name in leaf) {
    const test = OPERATEURS.get(name);
    if (test && leaf[name] !== undefined) tests.push({ name, test, operand: leaf[name] });
  }
  return tests;
}

function makeReason(leaf, value, exclu) {
  const reason = { ...leaf };
  if (leaf.nature !== undefined && leaf.nature !== "prioritaire") delete reason.nature;
  if (leaf.phrase_exclu !== undefined) {
    delete reason.phrase_exclu;
    if (exclu) reason.phrase = leaf.phrase_exclu;
  }
  reason.etat = ETATS[value];
  if (exclu) reason.exclu = true;
  return Object.freeze(reason);
}
