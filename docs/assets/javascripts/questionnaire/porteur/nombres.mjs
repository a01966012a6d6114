/**
 * Exact decimal numbers, read and written as in French. Pure.
 *
 * Amounts never become floating numbers: 0,1 + 0,2 has to be 0,3 in a budget.
 */

/**
 * The number `n / 10 ** scale`.
 * @typedef {{n: bigint, scale: number}} Decimal
 */

const WHOLE = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 0 });
const TEN = 10n;

/** @param {number} scale */
function power(scale) {
  return TEN ** BigInt(scale);
}

/**
 * Returns the number of a JSON file as it was written there: 66.67 is 66,67 and no other.
 * @param {number} number - zero or more
 * @returns {Decimal}
 */
export function decimal(number) {
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(String(number)) ?? [];
  if (whole !== undefined) return { n: BigInt(whole + fraction), scale: fraction.length };
  // Written with an exponent: too great to have decimals, or too small to be worth any.
  return { n: BigInt(Math.round(number)), scale: 0 };
}

/**
 * Reads what a person typed: « 1 250,50 », « 0,5 », « 0.5 ». Returns `null` for anything else,
 * and for « 1.000 », which some read as a thousand and others as one.
 * @param {string} text
 * @returns {Decimal | null}
 */
export function parseDecimal(text) {
  const plain = text.replace(/[\s\u00a0\u202f]+(?=\d{3}(?:\D|$))/g, "").trim();
  if (/\.\d{3}$/.test(plain) && !plain.startsWith("0.")) return null;
  const [, whole, fraction = ""] = /^(\d{1,15})(?:[.,](\d{1,6}))?$/.exec(plain) ?? [];
  if (whole === undefined) return null;
  return reduce({ n: BigInt(whole + fraction), scale: fraction.length });
}

/**
 * Returns the same number without idle noughts: 1,50 is 1,5.
 * @param {Decimal} number
 * @returns {Decimal}
 */
function reduce({ n, scale }) {
  let [value, places] = [n, scale];
  while (places > 0 && value % TEN === 0n) [value, places] = [value / TEN, places - 1];
  return { n: value, scale: places };
}

/**
 * @param {Decimal} one
 * @param {Decimal} other
 * @returns {Decimal}
 */
export function multiply(one, other) {
  return reduce({ n: one.n * other.n, scale: one.scale + other.scale });
}

/**
 * Returns a negative number, zero or a positive number, as the first is less, equal or more.
 * @param {Decimal} one
 * @param {Decimal} other
 */
export function compare(one, other) {
  const gap = one.n * power(other.scale) - other.n * power(one.scale);
  return gap < 0n ? -1 : Number(gap > 0n);
}

/** @param {Decimal} number */
export function isWhole(number) {
  return reduce(number).scale === 0;
}

/**
 * Returns the quotient of two whole numbers, zero or more, half a unit rounded up.
 * @param {bigint} dividend
 * @param {bigint} divisor
 */
export function divideRounding(dividend, divisor) {
  return (2n * dividend + divisor) / (2n * divisor);
}

/**
 * Returns a number of cents, half a cent rounded up.
 * @param {Decimal} amount - in euros
 */
export function toCents({ n, scale }) {
  return scale <= 2 ? n * power(2 - scale) : divideRounding(n, power(scale - 2));
}

/**
 * Returns a number as it is read: « 1 250,5 ».
 * @param {Decimal} number
 */
export function formatDecimal(number) {
  const { n, scale } = reduce(number);
  const whole = WHOLE.format(n / power(scale));
  return scale ? `${whole},${String(n % power(scale)).padStart(scale, "0")}` : whole;
}

/**
 * Returns an amount: « 80 € », « 1 250,50 € », « 0,355 € ». Cents only when there are some.
 * @param {Decimal} amount - in euros
 */
export function formatAmount(amount) {
  const reduced = reduce(amount);
  const text = formatDecimal(reduced);
  return `${reduced.scale === 1 ? `${text}0` : text}\u00a0€`;
}

/**
 * @param {bigint} cents
 */
export function formatCents(cents) {
  return formatAmount({ n: cents, scale: 2 });
}

/**
 * Returns « 12,5 % ».
 * @param {Decimal} share
 */
export function formatPercentage(share) {
  return `${formatDecimal(share)}\u202f%`;
}

/**
 * Returns a number and its noun. French plurals start at two: « 1,5 place », « 2 places ».
 * @param {Decimal} number
 * @param {readonly [singulier: string, pluriel: string]} nom
 */
export function formatCount(number, [singulier, pluriel]) {
  const noun = compare(number, { n: 2n, scale: 0 }) < 0 ? singulier : pluriel;
  return `${formatDecimal(number)}\u00a0${noun}`;
}
