/** How each unit of a funding line is asked for and named. Pure. */

import { compare, decimal, formatDecimal, isWhole, parseDecimal } from "./nombres.mjs";

/** @typedef {import("./nombres.mjs").Decimal} Decimal */

/**
 * @typedef {object} Unite
 * @property {string} question - label of the field that asks how many
 * @property {readonly [singulier: string, pluriel: string]} nom
 * @property {string} formule - the formula in words
 * @property {boolean} [entier] - counted whole: no text says what half of one brings
 * @property {boolean} [unique] - there is one, and nothing to ask
 */

/** @type {Record<string, Unite>} */
const UNITES = {
  personne: {
    question: "Nombre de personnes accompagnées",
    nom: ["personne", "personnes"],
    formule: "nombre de personnes × montant par personne",
    entier: true,
  },
  place: {
    question: "Nombre de places",
    nom: ["place", "places"],
    formule: "nombre de places × montant par place",
    entier: true,
  },
  forfait: {
    question: "Compter ce forfait",
    nom: ["forfait", "forfaits"],
    formule: "montant du forfait",
    unique: true,
  },
  an: {
    question: "Nombre d’années",
    nom: ["an", "ans"],
    formule: "nombre d’années × montant par an",
    entier: true,
  },
  mois: {
    question: "Nombre de mois",
    nom: ["mois", "mois"],
    formule: "nombre de mois × montant par mois",
    entier: true,
  },
  semaine: {
    question: "Nombre de semaines",
    nom: ["semaine", "semaines"],
    formule: "nombre de semaines × montant par semaine",
    entier: true,
  },
  heure: {
    question: "Nombre d’heures",
    nom: ["heure", "heures"],
    formule: "nombre d’heures × montant par heure",
  },
  etp: {
    question: "Nombre d’équivalents temps plein (ETP)",
    nom: ["ETP", "ETP"],
    formule: "nombre d’ETP × montant par ETP",
  },
  projet: {
    question: "Nombre de projets",
    nom: ["projet", "projets"],
    formule: "nombre de projets × montant par projet",
    entier: true,
  },
};

/** A unit that only the label of its line names. @type {Unite} */
const AUTRE = { question: "Quantité", nom: ["unité", "unités"], formule: "quantité × montant" };

/** More than any organisation has: beyond, a key was held down. */
const MOST = decimal(1_000_000);
const HUNDRED = decimal(100);

/**
 * @param {string | undefined} name - of the vocabulary of funding units
 * @returns {Unite}
 */
export function uniteOf(name) {
  return (name !== undefined && Object.hasOwn(UNITES, name) && UNITES[name]) || AUTRE;
}

/**
 * What a field holds: nothing (`valeur` and `message` are null), a number, or a mistake.
 * @typedef {{valeur: Decimal | null, message: string | null}} Lecture
 */

/**
 * Reads how many of a unit.
 * @param {string} text
 * @param {Pick<Unite, "entier">} unite
 * @returns {Lecture}
 */
export function readQuantite(text, { entier }) {
  if (!text.trim()) return { valeur: null, message: null };
  const example = entier ? "un nombre entier, par exemple 100" : "un nombre, par exemple 1,5";
  const valeur = parseDecimal(text);
  if (!valeur) return { valeur: null, message: describePoint(text) ?? `Écrivez ${example}.` };
  if (compare(valeur, MOST) > 0) {
    return { valeur: null, message: `Écrivez un nombre de 0 à ${formatDecimal(MOST)}.` };
  }
  if (entier && !isWhole(valeur))
    return { valeur: null, message: `Écrivez ${example}, sans virgule.` };
  return { valeur, message: null };
}

/**
 * Says how to write « 1.000 », which some read as a thousand and others as one.
 * @param {string} text
 */
function describePoint(text) {
  const typed = text.trim();
  return /^\d{1,3}(\.\d{3})+$/.test(typed)
    ? `Écrivez le nombre sans point\u00a0: ${typed.replaceAll(".", "")}.`
    : null;
}

/**
 * Reads the share of a part that is obtained; an empty field is the whole of it.
 * @param {string} text
 * @returns {Lecture}
 */
export function readTaux(text) {
  const plain = text.replace(/[\s\u00a0\u202f]*%\s*$/, "");
  if (!plain.trim()) return { valeur: null, message: null };
  const valeur = parseDecimal(plain);
  if (!valeur || compare(valeur, HUNDRED) > 0) {
    return { valeur: null, message: "Écrivez un nombre de 0 à 100." };
  }
  return { valeur, message: null };
}
