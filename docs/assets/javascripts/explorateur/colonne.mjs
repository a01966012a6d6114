/** The values of every action in one facet, in typed arrays. Pure. */

import { decodeGaps } from "../recherche/signes.mjs";

/**
 * @typedef {object} Colonne
 * @property {Uint32Array} starts where each set of values begins in `valeurs`, and where the last ends
 * @property {Uint16Array} valeurs the values of the sets, one set after the other
 * @property {Uint16Array} actions the set of each action
 * @property {Int32Array} totaux how many actions each value has
 */

/**
 * Returns the territoires where what names some of them is found: themselves, those within, and
 * those that they stand within.
 * @param {number[]} own
 * @param {number[]} parents - of each, which stands before it
 */
export function inLine(own, parents) {
  const inside = new Uint8Array(parents.length);
  for (const value of own) inside[value] = 1;
  parents.forEach((parent, value) => {
    if (parent >= 0 && inside[parent]) inside[value] = 1;
  });
  for (const value of own) for (let above = parents[value]; above >= 0; above = parents[above]) inside[above] = 1;
  return parents.flatMap((_, value) => (inside[value] ? [value] : []));
}

/**
 * Reads the set of each action: 0 for the first set that none had before.
 * @param {string} signs
 */
export function readColumn(signs) {
  let known = 0;
  return Uint16Array.from(decodeGaps(signs), (number) => {
    if (number) return number - 1;
    known += 1;
    return known - 1;
  });
}

/**
 * Lays sets one after the other, and counts the actions of each value.
 * @param {number[][]} ensembles
 * @param {Uint16Array} actions - the set of each
 * @param {number} size - how many values
 * @returns {Colonne}
 */
export function layOut(ensembles, actions, size) {
  const starts = new Uint32Array(ensembles.length + 1);
  ensembles.forEach((values, set) => (starts[set + 1] = starts[set] + values.length));
  const column = { starts, valeurs: Uint16Array.from(ensembles.flat()), actions };
  const bySet = new Int32Array(ensembles.length);
  for (const set of actions) bySet[set] += 1;
  return { ...column, totaux: spread(bySet, column, size) };
}

/**
 * Returns how many actions each value has, from how many each set has.
 * @param {Int32Array} bySet
 * @param {Pick<Colonne, "starts" | "valeurs">} column
 * @param {number} size
 */
export function spread(bySet, { starts, valeurs }, size) {
  const counts = new Int32Array(size);
  for (let set = 0; set < bySet.length; set += 1) {
    const count = bySet[set];
    if (count) for (let at = starts[set]; at < starts[set + 1]; at += 1) counts[valeurs[at]] += count;
  }
  return counts;
}
