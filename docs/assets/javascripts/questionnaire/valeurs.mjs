/** Which answers a question takes, in their canonical form. Pure. */

import { isDay } from "./dates.mjs";

/** @typedef {import("./reponses.mjs").Question} Question */
/** @typedef {import("./reponses.mjs").Valeur} Valeur */

/** The answer of someone who lives out of the catalogue's départements. */
export const AILLEURS = "ailleurs";
/** Options that say « none of these »: they stand alone. */
export const NONES = ["aucun", "aucune"];

/**
 * Says whether a question is answered by whole numbers. One on an age is: « 25 ans » lasts until
 * the birthday.
 * @param {Question} question
 * @param {string} slug
 */
export function isWhole({ entier }, slug) {
  return entier ?? /^age($|[_-])/.test(slug);
}

/**
 * Returns an answer in its canonical form, or `undefined` when the question doesn't take it.
 * @param {Question | undefined} question
 * @param {unknown} valeur
 * @param {{byCode: Map<string, unknown>} | null} [communes] - the communes on offer, when known
 * @returns {Valeur | undefined}
 */
export function normalizeValeur(question, valeur, communes = null) {
  if (!question || valeur === undefined) return undefined;
  if (valeur === null) return null;
  switch (question.type) {
    case "oui-non":
      return valeur === "oui" || valeur === "non" ? valeur : undefined;
    case "choix":
      return offers(question, valeur) ? /** @type {string} */ (valeur) : undefined;
    case "choix-multiple":
      return normalizeList(question, valeur);
    case "nombre":
      return isWithin(question, valeur) ? /** @type {number} */ (valeur) : undefined;
    case "date":
      return typeof valeur === "string" && isDay(valeur) ? valeur : undefined;
    case "commune":
      return isPlace(valeur, communes) ? /** @type {string} */ (valeur) : undefined;
    default:
      return undefined;
  }
}

/**
 * @param {Question} question
 * @param {unknown} valeur
 */
function offers(question, valeur) {
  return (question.options ?? []).some((option) => option.valeur === valeur);
}

/**
 * Returns the options in the order of the question. One that is no longer offered takes the
 * others with it: what is left would say something else than what was answered. One that says
 * « none of these » beside others leaves.
 * @param {Question} question
 * @param {unknown} valeur
 */
function normalizeList(question, valeur) {
  if (!Array.isArray(valeur) || !valeur.every((item) => offers(question, item))) return undefined;
  const kept = (question.options ?? [])
    .map((option) => option.valeur)
    .filter((item) => valeur.includes(item));
  const others = kept.filter((item) => !NONES.includes(item));
  return others.length ? others : kept.slice(0, 1);
}

/**
 * @param {Question} question
 * @param {unknown} valeur
 */
function isWithin({ min = -Infinity, max = Infinity, entier }, valeur) {
  if (typeof valeur !== "number" || !Number.isFinite(valeur)) return false;
  return valeur >= min && valeur <= max && !(entier && !Number.isInteger(valeur));
}

/**
 * @param {unknown} valeur
 * @param {{byCode: Map<string, unknown>} | null} communes
 */
function isPlace(valeur, communes) {
  if (valeur === AILLEURS) return true;
  if (typeof valeur !== "string" || !/^\d[\dAB]\d{3}$/.test(valeur)) return false;
  return communes === null || communes.byCode.has(valeur);
}
