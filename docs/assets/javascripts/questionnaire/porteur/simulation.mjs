/**
 * What an action would bring to the organisation that carries it. Pure, and exact to the cent.
 *
 * Nothing is worked out that the text doesn't say: an amount for a full year stays one, without
 * pro rata, and a payment without a percentage stays without an amount.
 */

import { compare, decimal, divideRounding, multiply, toCents } from "./nombres.mjs";
import { uniteOf } from "./unites.mjs";

/** @typedef {import("./nombres.mjs").Decimal} Decimal */

/**
 * A share of a line, as in data/eligibilite.json; `pourcentage` is of the whole line.
 * @typedef {{libelle: string, pourcentage: number, precision?: string, parts?: Part[]}} Part
 */

/**
 * A payment of a line.
 * @typedef {object} Versement
 * @property {string} libelle
 * @property {string} [moment]
 * @property {number} [pourcentage]
 * @property {string} [condition]
 */

/**
 * @typedef {object} Ligne
 * @property {string} libelle
 * @property {number} [montant] - in euros
 * @property {string} [unite]
 * @property {string} [base]
 * @property {Part[]} [parts]
 * @property {Versement[]} [versements]
 * @property {string} [precisions]
 */

/**
 * What was typed for a line: how many, and the per cent obtained of each part that has no parts
 * of its own, by its rank (« 1.0 » is the first part of the second one). What isn't there is
 * obtained in full.
 * @typedef {{quantite: Decimal | null, taux?: Record<string, Decimal>}} Saisie
 */

/**
 * A part with its amounts, in cents: at most, and with the shares obtained.
 * @typedef {object} PartEstimee
 * @property {string} rang
 * @property {Part} part
 * @property {bigint} maximum
 * @property {bigint} obtenu
 * @property {PartEstimee[]} parts
 */

/**
 * @typedef {object} Estimation
 * @property {Decimal} quantite
 * @property {Decimal} montant - of one unit, in euros
 * @property {bigint} maximum - in cents
 * @property {bigint} obtenu - in cents
 * @property {boolean} arrondi - the product had less than a cent
 * @property {PartEstimee[]} parts
 * @property {(bigint | null)[]} versements - in cents, null for those without a percentage
 */

const HUNDRED = decimal(100);
const ONE = decimal(1);
const QUOTIENT_DECIMALS = 2;

/**
 * Returns what a line brings, or `null` without an amount or a quantity.
 * @param {Ligne} ligne
 * @param {Saisie} saisie
 * @returns {Estimation | null}
 */
export function estimate(ligne, { quantite, taux = {} }) {
  if (ligne.montant === undefined || quantite === null) return null;
  const count = uniteOf(ligne.unite).unique && quantite.n > 0n ? ONE : quantite;
  const montant = decimal(ligne.montant);
  const product = multiply(count, montant);
  const maximum = toCents(product);
  const parts = estimateParts(ligne.parts ?? [], maximum, HUNDRED, taux, "");
  return {
    quantite: count,
    montant,
    maximum,
    obtenu: parts.length ? sum(parts) : maximum,
    arrondi: product.scale > 2,
    parts,
    versements: estimateVersements(ligne, maximum),
  };
}

/**
 * Splits an amount among parts, and theirs among their own.
 * @param {Part[]} parts
 * @param {bigint} cents - of all of them
 * @param {Decimal} whole - the percentage of all of them
 * @param {Record<string, Decimal>} taux
 * @param {string} prefix
 * @returns {PartEstimee[]}
 */
function estimateParts(parts, cents, whole, taux, prefix) {
  const shares = parts.map((part) => decimal(part.pourcentage));
  return splitCents(cents, shares, whole).map((maximum, index) => {
    const [part, rang] = [parts[index], `${prefix}${index}`];
    const inner = estimateParts(part.parts ?? [], maximum, shares[index], taux, `${rang}.`);
    const obtenu = inner.length ? sum(inner) : portion(maximum, taux[rang] ?? HUNDRED, HUNDRED);
    return { rang, part, maximum, obtenu, parts: inner };
  });
}

/** @param {PartEstimee[]} parts */
function sum(parts) {
  return parts.reduce((total, { obtenu }) => total + obtenu, 0n);
}

/**
 * @param {Ligne} ligne
 * @param {bigint} cents
 * @returns {(bigint | null)[]}
 */
function estimateVersements({ versements = [] }, cents) {
  const given = versements.filter(({ pourcentage }) => pourcentage !== undefined);
  const amounts = splitCents(
    cents,
    given.map(({ pourcentage }) => decimal(/** @type {number} */ (pourcentage))),
    HUNDRED,
  );
  return versements.map((versement) => amounts[given.indexOf(versement)] ?? null);
}

/**
 * Splits an amount by shares. When these make the whole, the amounts add up to it: the cents
 * that rounding down leaves go to the greatest remainders, the first of equal ones.
 * @param {bigint} cents
 * @param {Decimal[]} shares
 * @param {Decimal} whole - more than zero, unless every share is zero
 * @returns {bigint[]}
 */
export function splitCents(cents, shares, whole) {
  const scale = Math.max(whole.scale, ...shares.map((share) => share.scale));
  const weigh = (/** @type {Decimal} */ { n, scale: own }) => n * 10n ** BigInt(scale - own);
  const [weights, divisor] = [shares.map(weigh), weigh(whole)];
  if (divisor === 0n) return shares.map(() => 0n);
  if (weights.reduce((total, weight) => total + weight, 0n) !== divisor) {
    return weights.map((weight) => divideRounding(cents * weight, divisor));
  }
  const amounts = weights.map((weight) => (cents * weight) / divisor);
  let left = cents - amounts.reduce((total, amount) => total + amount, 0n);
  const remainder = (/** @type {number} */ index) => (cents * weights[index]) % divisor;
  const order = [...weights.keys()].sort(
    (one, other) => Number(remainder(other) - remainder(one)) || one - other,
  );
  for (const index of order) {
    if (left === 0n) break;
    amounts[index] += 1n;
    left -= 1n;
  }
  return amounts;
}

/**
 * @param {bigint} cents
 * @param {Decimal} share
 * @param {Decimal} whole
 */
function portion(cents, share, whole) {
  return divideRounding(
    cents * share.n * 10n ** BigInt(whole.scale),
    whole.n * 10n ** BigInt(share.scale),
  );
}

/**
 * How many full-time posts a number of places asks for.
 * @typedef {object} Postes
 * @property {Decimal} quotient - to the nearest hundredth
 * @property {boolean} exact - nothing was rounded
 */

/**
 * @param {Decimal} places - a whole number
 * @param {number} placesMax - places of one full-time post, more than zero
 * @returns {Postes}
 */
export function postesFor(places, placesMax) {
  const [whole, divisor] = [places.n / 10n ** BigInt(places.scale), BigInt(placesMax)];
  const dividend = whole * 10n ** BigInt(QUOTIENT_DECIMALS);
  return {
    quotient: { n: divideRounding(dividend, divisor), scale: QUOTIENT_DECIMALS },
    exact: dividend % divisor === 0n,
  };
}

/**
 * Returns the most places that a number of full-time posts may have: whole ones.
 * @param {Decimal} etp
 * @param {number} placesMax
 * @returns {Decimal}
 */
export function placesFor(etp, placesMax) {
  const { n, scale } = multiply(etp, decimal(placesMax));
  return { n: n / 10n ** BigInt(scale), scale: 0 };
}

/**
 * Says whether there are more places than the posts allow.
 * @param {Decimal} places
 * @param {Decimal} etp
 * @param {number} placesMax
 */
export function exceeds(places, etp, placesMax) {
  return compare(places, placesFor(etp, placesMax)) > 0;
}
