/** Which words of a text a query matches: what a page marks in titles. */

import { formesOf, wordsOf } from "./langue.mjs";

const ELISION = /^(?:[ldnsjcmt]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ‘]/iu;

/**
 * Returns where each matched word begins and ends in a text of the catalogue, without elision.
 * @param {ReturnType<import("./moteur.mjs").openIndex>} index
 * @param {string} query
 * @param {string} text
 * @returns {[number, number][]}
 */
export function marks(index, query, text) {
  const wanted = new Set(index.read(query).flatMap((mot) => [...mot.weights.keys()]));
  const { dictionnaire } = index;
  /** @param {string} forme */
  const isWanted = (forme) => {
    const rank = dictionnaire.rankOf(forme);
    return rank !== undefined && dictionnaire.terms[rank].some((term) => wanted.has(term));
  };
  return [...wordsOf(text)]
    .filter(([, word]) => formesOf(word).some(isWanted))
    .map(([start, word]) => [start + (ELISION.exec(word)?.[0].length ?? 0), start + word.length]);
}
