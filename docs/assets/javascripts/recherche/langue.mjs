/**
 * French words: where they stand in a text, how they are compared. What
 * site_builder/search/langue.py does, without stems: the index knows the terms of each word.
 */

// Letters, digits, combining accents; no letter beyond the basic plane.
const LETTER = String.raw`(?:(?![\u{10000}-\u{10ffff}])[\p{L}\p{N}]|[\u0300-\u036f])`;
const JOINT = "['’ʼ‘\\u2010\\u2011\\-]";
// First a telephone number, in pairs of digits; then « R.S.A. », letters with a full stop between.
const BEFORE = String.raw`(?<![\p{L}\p{N}_])`;
const WORD = new RegExp(
  String.raw`${BEFORE}0\p{Nd}(?:[ .\u00a0\u202f\-]?\p{Nd}\p{Nd}){4}(?![\p{L}\p{N}_])|${BEFORE}${LETTER}(?:\.${LETTER})+(?!${LETTER})|${LETTER}+(?:${JOINT}${LETTER}+)*`,
  "gu",
);
const ELISION = /^(?:[ldnsjcmt]|qu|jusqu|lorsqu|puisqu|quoiqu)'/;
const TELEPHONE = /^0\p{Nd}(?:\P{Nd}?\p{Nd}\p{Nd}){4}$/u;
const WHOLE = "aujourd'hui";
const HAS_LETTER = /\p{L}/u;
/** Letters and signs that decomposition leaves whole. */
const FOLDED = { œ: "oe", æ: "ae", ß: "ss", ς: "σ", "’": "'", ʼ: "'", "‘": "'", "\u2010": "-", "\u2011": "-" };
const UNFOLDED = /[œæßς’ʼ‘\u2010\u2011]/g;

/**
 * Returns a text as it is compared: lower case, no accent, plain apostrophes and spaces.
 * @param {string} text
 */
export function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(UNFOLDED, (letter) => FOLDED[letter])
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .split(/\s+/u)
    .filter(Boolean)
    .join(" ");
}

/**
 * Yields where each word of a text begins, and the word as written, compounds in one piece.
 * @param {string} text
 * @returns {Iterable<[number, string]>}
 */
export function* wordsOf(text) {
  for (const match of text.matchAll(WORD)) yield [match.index, match[0]];
}

/**
 * Returns what a word is searched as: without its elision; a compound as its whole, joined, then
 * as its parts.
 * @param {string} word
 * @returns {string[]}
 */
export function formesOf(word) {
  let plain = fold(word);
  if (TELEPHONE.test(plain)) return [plain.replace(/\P{Nd}/gu, "")];
  if (plain.includes(".")) return [plain.replaceAll(".", "")];
  if (plain === WHOLE) return [plain];
  while (ELISION.test(plain)) plain = plain.replace(ELISION, "");
  const parts = plain.split(/['-]/).filter(Boolean);
  return parts.length < 2 || !HAS_LETTER.test(plain) ? parts : [parts.join(""), ...parts];
}

/**
 * Returns the slug that a title would have.
 * @param {string} title
 */
export function slugOfTitle(title) {
  return fold(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
