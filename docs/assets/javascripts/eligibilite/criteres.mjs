/**
 * Whether an answer meets the criterion of a leaf, whatever the shape of the answer.
 *
 * An answer of the wrong shape is no answer: it makes the criterion unknown, never false, and
 * throws nothing. Each answer is read once, in every way that a criterion may ask for.
 */

import { FAUX, INCONNU, VRAI } from "./valeurs.mjs";

const NUMBER = /^[+-]?[0-9]+(?:[.,][0-9]+)?$/;
const SPACES = /[ \u00a0\u2009\u202f]/g;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const OUI_NON = new Map([["true", "oui"], ["false", "non"]]);

/**
 * An answer, or the only item of a list; null for any other list.
 * @param {unknown} reponse
 */
function readSingle(reponse) {
  if (!Array.isArray(reponse)) return reponse;
  return reponse.length === 1 ? reponse[0] : null;
}

/**
 * @param {unknown} reponse
 * @param {string} [genre] the type of the question
 * @returns {string | null} null for another shape
 */
function readText(reponse, genre) {
  if (typeof reponse === "boolean") return reponse ? "oui" : "non";
  if (typeof reponse !== "string") return null;
  if (genre !== "oui-non") return reponse;
  const lower = reponse.toLowerCase();
  return OUI_NON.get(lower) ?? lower;
}

/**
 * @param {unknown} reponse
 * @returns {number | null} null for another shape
 */
export function readNumber(reponse) {
  let number = reponse;
  if (typeof reponse === "string") {
    const written = reponse.replace(SPACES, "");
    if (!NUMBER.test(written)) return null;
    number = Number(written.replace(",", "."));
  }
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/**
 * @param {unknown} reponse
 * @returns {string | null} the day « AAAA-MM-JJ », null for another shape
 */
export function readDay(reponse) {
  if (typeof reponse !== "string" || !DAY.test(reponse) || reponse < "0001") return null;
  const [year, month, day] = reponse.split("-").map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year) ? reponse : null;
}

function daysIn(month, year) {
  if (month === 2) return year % 4 || (year % 100 === 0 && year % 400) ? 28 : 29;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** @param {unknown} reponse */
function readTexts(reponse) {
  const texts = Array.isArray(reponse) ? reponse.map((item) => readText(item)) : [readText(reponse)];
  return texts.includes(null) ? null : texts;
}

/** @param {unknown} operand */
export function listed(operand) {
  return Array.isArray(operand) ? operand : [operand];
}

/** One answer to one question; null where the answer has another shape. */
export class Reponse {
  /**
   * @param {unknown} reponse
   * @param {string} [genre] the type of the question
   */
  constructor(reponse, genre) {
    const single = readSingle(reponse);
    const missing = reponse === undefined || reponse === null;
    this.genre = genre;
    this.text = readText(single, genre);
    this.number = readNumber(single);
    this.day = readDay(single);
    this.texts = missing ? null : readTexts(reponse);
    /** « Je ne sais pas »: not to be asked again. */
    this.refused = reponse === null;
  }
}

export const UNANSWERED = new Reponse(undefined);

/** @type {Test} */
function among(operand, { genre, number, text }) {
  if (genre === "nombre") {
    return number === null ? null : listed(operand).some((value) => readNumber(value) === number);
  }
  if (text === null) return null;
  if (genre === "oui-non") return listed(operand).some((value) => readText(value, genre) === text);
  return Array.isArray(operand) ? operand.includes(text) : operand === text;
}

/** @type {Test} */
function otherThan(operand, reponse) {
  const found = among(operand, reponse);
  return found === null ? null : !found;
}

/** @type {Test} */
function hasOne(operand, { texts }) {
  return texts && listed(operand).some((value) => texts.includes(value));
}

/** @type {Test} */
function hasAll(operand, { texts }) {
  return texts && listed(operand).every((value) => texts.includes(value));
}

/**
 * Whether an answer holds against an operand; null when it has the wrong shape.
 * @typedef {(operand: any, reponse: Reponse) => boolean | null} Test
 */

/** @type {Map<string, Test>} */
export const OPERATEURS = new Map([
  ["egal", among],
  ["parmi", among],
  ["sauf", otherThan],
  ["contient_un_de", hasOne],
  ["contient_toutes", hasAll],
  ["min", (limit, { number }) => (number === null ? null : number >= limit)],
  ["max", (limit, { number }) => (number === null ? null : number <= limit)],
  ["plus_de", (limit, { number }) => (number === null ? null : number > limit)],
  ["moins_de", (limit, { number }) => (number === null ? null : number < limit)],
  ["avant", (limit, { day }) => (day === null ? null : day <= limit)],
  ["apres", (limit, { day }) => (day === null ? null : day >= limit)],
]);

/**
 * What an answer makes of a leaf on a question.
 * @param {import("./arbre.mjs").Noeud} critere
 * @param {Reponse} reponse
 */
export function valueOfCritere(critere, reponse) {
  if (reponse === UNANSWERED) return INCONNU;
  const { test, tests } = critere;
  const first = test ? test(critere.operand, reponse) : true;
  if (first === null) return INCONNU;
  let value = first ? VRAI : FAUX;
  for (let rank = 1; rank < tests.length; rank += 1) {
    const found = tests[rank].test(tests[rank].operand, reponse);
    if (found === null) return INCONNU;
    if (!found) value = FAUX;
  }
  return value;
}
