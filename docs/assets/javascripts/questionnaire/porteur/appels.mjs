/** Calls for projects: their state on a day, and the days that matter. Pure. */

import { frenchDate } from "../dates.mjs";

/**
 * @typedef {object} Appel
 * @property {string} [ouverture] - first day to answer
 * @property {string} [cloture] - last day to answer, included
 * @property {string} [debut] - of the convention
 * @property {string} [fin]
 */

/**
 * What is read here of an action of data/eligibilite.json.
 * @typedef {object} Action
 * @property {string} nom
 * @property {string} url - relative to the root of the site
 * @property {string} [statut]
 * @property {string} [publie_jusqu_au]
 * @property {Appel} [appel]
 * @property {any} [portage]
 */

/** @typedef {"ouvert" | "a-venir" | "clos"} EtatAppel */

/**
 * A day that matters to those who answer a call.
 * @typedef {object} Echeance
 * @property {string} jour - AAAA-MM-JJ
 * @property {"ouverture" | "cloture" | "debut" | "fin" | "bilan"} nature
 * @property {string} action - slug
 * @property {string} nom - of the action
 * @property {string} url
 */

export const ETATS = /** @type {const} */ ({
  ouvert: "Ouvert",
  "a-venir": "À venir",
  clos: "Clos",
});

/** What each day is; the last one is in the text of the report asked for. */
export const NATURES = /** @type {const} */ ({
  ouverture: "Ouverture de l’appel",
  cloture: "Clôture de l’appel",
  debut: "Début de la convention",
  fin: "Fin de la convention",
  bilan: "Bilan à rendre",
});

const MONTHS =
  "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
const DAY_IN_WORDS = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:er)?\\s+(${MONTHS})\\s+(\\d{4})(?!\\d)`,
  "giu",
);
const DAY_IN_DIGITS = /(?<!\d)(\d{2})\/(\d{2})\/(\d{4})(?!\d)/g;

/**
 * Says whether an action may be taken up: neither suspended nor past its end.
 * @param {Action} action
 * @param {string} jour
 */
export function isOffered({ statut = "publie", publie_jusqu_au: end }, jour) {
  return statut === "publie" && !(end !== undefined && end < jour);
}

/**
 * Returns the state of an action's call, `null` without dates. The call of an action that is not
 * on offer is never open nor to come, whatever its dates.
 * @param {Action} action
 * @param {string} jour
 * @returns {EtatAppel | null}
 */
export function etatAppel(action, jour) {
  const { ouverture, cloture } = action.appel ?? {};
  if (cloture !== undefined && cloture < jour) return "clos";
  if (!isOffered(action, jour)) return null;
  if (ouverture !== undefined && jour < ouverture) return "a-venir";
  return ouverture === undefined && cloture === undefined ? null : "ouvert";
}

/**
 * Says that an action can't be answered any more, or `null` when it can or will be.
 * @param {Action} action
 * @param {string} jour
 */
export function describeFermeture(action, jour) {
  if (etatAppel(action, jour) === "clos") return `Cet appel est clos ${describeEtat(action, jour)}`;
  return isOffered(action, jour) ? null : "Cette action n’est plus proposée en ce moment";
}

/**
 * Returns the number of days from one day to another.
 * @param {string} from
 * @param {string} to
 */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/**
 * Says until when, since when or from when a call is in its state; `null` without dates.
 * @param {Action} action
 * @param {string} jour
 */
export function describeEtat(action, jour) {
  const { ouverture = "", cloture } = action.appel ?? {};
  switch (etatAppel(action, jour)) {
    case "clos":
      return `depuis le ${frenchDate(/** @type {string} */ (cloture))}`;
    case "a-venir":
      return `ouverture le ${frenchDate(ouverture)}, ${inDays(daysBetween(jour, ouverture))}`;
    case "ouvert":
      return cloture === undefined
        ? `depuis le ${frenchDate(ouverture)}`
        : `jusqu’au ${frenchDate(cloture)} inclus, ${daysLeft(daysBetween(jour, cloture))}`;
    default:
      return null;
  }
}

/** @param {number} days */
function inDays(days) {
  return days === 1 ? "demain" : `dans ${days}\u00a0jours`;
}

/** @param {number} days */
export function daysLeft(days) {
  if (days === 0) return "c’est le dernier jour";
  return days === 1 ? "il reste 1\u00a0jour" : `il reste ${days}\u00a0jours`;
}

/**
 * Returns the actions on offer that have a call: open ones by closing day, those to come by
 * opening day, then closed ones, the latest first.
 * @param {[slug: string, action: Action][]} actions
 * @param {string} jour
 * @returns {[slug: string, action: Action][]}
 */
export function sortAppels(actions, jour) {
  const states = ["ouvert", "a-venir", "clos", null];
  const ranked = actions
    .filter(([, action]) => action.appel && isOffered(action, jour))
    .map(([slug, action]) => ({ slug, action, rank: states.indexOf(etatAppel(action, jour)) }));
  const order = new Intl.Collator("fr", { numeric: true });
  ranked.sort(
    (one, other) =>
      one.rank - other.rank ||
      compareDays(one, other) ||
      order.compare(one.action.nom, other.action.nom),
  );
  return ranked.map(({ slug, action }) => [slug, action]);
}

/** @typedef {{action: Action, rank: number}} Ranked */

/**
 * @param {Ranked} one
 * @param {Ranked} other
 */
function compareDays({ action: one, rank }, { action: other }) {
  const key = rank === 1 ? "ouverture" : "cloture";
  const [first, second] = [one.appel?.[key] ?? "9999", other.appel?.[key] ?? "9999"];
  if (first === second) return 0;
  return first < second === rank < 2 ? -1 : 1;
}

/**
 * Returns the days of the calls, in order; those of the same day in the order of `actions`.
 * @param {[slug: string, action: Action][]} actions
 * @returns {Echeance[]}
 */
export function echeancesOf(actions) {
  const found = actions.flatMap(([slug, action]) => {
    const days = { ...action.appel, bilan: bilanDay(action) };
    return natures().flatMap((nature) => {
      const jour = days[nature];
      return jour === undefined
        ? []
        : [{ jour, nature, action: slug, nom: action.nom, url: action.url }];
    });
  });
  return found.sort((one, other) => (one.jour < other.jour ? -1 : Number(one.jour > other.jour)));
}

/** @returns {Echeance["nature"][]} */
function natures() {
  return /** @type {Echeance["nature"][]} */ (Object.keys(NATURES));
}

/**
 * Returns the day of the report, when its text names one whole day and one only: « 31 mars de
 * l’année N+1 » is none.
 * @param {Action} action
 * @returns {string | undefined}
 */
export function bilanDay({ portage }) {
  const days = readDays(portage?.bilan ?? "");
  return days.length === 1 ? days[0] : undefined;
}

/**
 * Returns the days that a text names, each once: « 31 mars 2026 », « 31/03/2026 ».
 * @param {string} text
 * @returns {string[]}
 */
export function readDays(text) {
  const months = MONTHS.split("|");
  const inWords = [...text.matchAll(DAY_IN_WORDS)].map(([, day, month, year]) =>
    makeDay(year, months.indexOf(month.toLowerCase()) + 1, day),
  );
  const inDigits = [...text.matchAll(DAY_IN_DIGITS)].map(([, day, month, year]) =>
    makeDay(year, month, day),
  );
  return [...new Set([...inWords, ...inDigits])].filter((day) => {
    const time = Date.parse(day);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  });
}

/**
 * @param {string} year
 * @param {string | number} month
 * @param {string} day
 */
function makeDay(year, month, day) {
  return [year, String(month).padStart(2, "0"), day.padStart(2, "0")].join("-");
}
