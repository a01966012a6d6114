/** Numbers as people write them, with their unit or without. Pure. */

/** @typedef {import("./reponses.mjs").Question} Question */

/**
 * What people write for a unit, in its singular and lower case.
 * @type {Record<string, string[]>}
 */
const SYNONYMS = { an: ["année", "annee"], "€": ["euro", "eur"], euro: ["€", "eur"] };

/**
 * Returns the number written, or what is wrong with it.
 * @param {Pick<Question, "min" | "max" | "unite" | "entier">} question
 * @param {string} text - « 1 an », « 1 200,50 € »
 * @param {string} what - what is to be written: « votre âge », « un nombre »
 * @returns {{nombre: number, message: null} | {nombre: undefined, message: string}}
 */
export function readNombre({ min, max, unite = "", entier = false }, text, what) {
  const bare = withoutUnit(text.trim().toLowerCase(), unite.toLowerCase()).replace(/\s+/g, "");
  const expected = describeBounds(min, max);
  const wrong = (/** @type {string} */ message) => ({ nombre: undefined, message });
  if (!/^[-\u2212]?\d+([.,]\d+)?$/.test(bare))
    return wrong(`Écrivez ${what} en chiffres${expected}.`);
  const nombre = Number(bare.replace("\u2212", "-").replace(",", "."));
  if (entier && !Number.isInteger(nombre)) return wrong(`Écrivez un nombre entier${expected}.`);
  const far = nombre < (min ?? -Infinity) ? "petit" : nombre > (max ?? Infinity) ? "grand" : null;
  if (far) return wrong(`Ce nombre est trop ${far}. Écrivez ${what} en chiffres${expected}.`);
  return { nombre, message: null };
}

/**
 * Returns a text without the unit at its end, singular or plural.
 * @param {string} text
 * @param {string} unite
 */
function withoutUnit(text, unite) {
  if (!unite) return text;
  const singular = unite.replace(/s$/, "");
  const forms = [unite, singular, ...(SYNONYMS[singular] ?? [])].flatMap((form) => [
    form,
    `${form}s`,
  ]);
  const written = forms
    .filter((form) => text.endsWith(form))
    .sort((one, other) => other.length - one.length);
  return written.length ? text.slice(0, -written[0].length) : text;
}

/**
 * Returns the end of a sentence that asks for a number.
 * @param {number | undefined} min
 * @param {number | undefined} max
 */
function describeBounds(min, max) {
  const show = (/** @type {number} */ number) => number.toLocaleString("fr");
  if (min !== undefined && max !== undefined) {
    const example = Math.round(min + (max - min) / 5);
    return `, entre ${show(min)} et ${show(max)}, par exemple ${show(example)}`;
  }
  if (min !== undefined) return `, ${show(min)} ou plus`;
  return max === undefined ? ", par exemple 3" : `, ${show(max)} ou moins`;
}
