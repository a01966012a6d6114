/** Whom to call about an action from where the person lives. */

import { element, spoken } from "./dom.mjs";
import { icone } from "./icones.mjs";
import { placeQuestion } from "./questions.mjs";
import { AILLEURS } from "./reponses.mjs";

/** @typedef {import("./donnees.mjs").Donnees} Donnees */

/**
 * A contact of data/eligibilite.json.
 * @typedef {object} Contact
 * @property {string} fonction
 * @property {string} [structure]
 * @property {{affichage: string, uri: string}} [telephone]
 * @property {string} [courriel]
 * @property {string} [horaires]
 * @property {string} [precisions]
 * @property {string[]} [territoires]
 */

/**
 * Whom to call: `proches` answer for the place, those of the smallest territoire first, then
 * those who answer everywhere; `secteurs` answer for parts of it that no commune leads to, so
 * that only the reader can tell which is theirs.
 * @typedef {{proches: Contact[], secteurs: Contact[]}} Contacts
 */

/** What the contacts of `secteurs` stand under. */
export const SECTEURS = "Qui appeler, selon votre secteur";

/** Kinds of territoires, from the smallest to the largest. */
const NATURES = ["commune", "epci", "insertion", "departement"];

/**
 * Returns the contacts of an action for the place that the answers tell. Where it isn't known,
 * all those who answer for a territoire are in `secteurs`.
 * @param {Pick<Donnees, "json" | "contexte">} donnees
 * @param {{contacts?: number[]}} action
 * @param {Record<string, unknown>} reponses
 * @returns {Contacts}
 */
export function contactsFor({ json, contexte }, action, reponses) {
  const lieu = reponses[placeQuestion(contexte.questions)];
  const lieux = contexte.lieux[String(lieu)];
  const all = (action.contacts ?? []).map((index) => json.contacts[index]).filter(Boolean);
  const near = all.filter((contact) => sizeOf(contact, lieux, json.territoires) !== Infinity);
  near.sort((one, other) => {
    return sizeOf(one, lieux, json.territoires) - sizeOf(other, lieux, json.territoires);
  });
  const others = lieu === AILLEURS ? [] : all.filter((contact) => !near.includes(contact));
  return {
    proches: near,
    secteurs: lieux ? others.filter((contact) => isInside(contact, lieux, json, contexte)) : others,
  };
}

/**
 * Returns the rank of the smallest territoire that a contact answers for and the place is in.
 * @param {Contact} contact
 * @param {string[] | undefined} lieux
 * @param {Record<string, {nature: string}>} known
 */
function sizeOf({ territoires = [] }, lieux = [], known) {
  const near = territoires.filter((slug) => lieux.includes(slug));
  const sizes = near.map((slug) => NATURES.indexOf(known[slug]?.nature));
  return territoires.length ? Math.min(...sizes) : NATURES.length;
}

/**
 * Says whether a contact answers for a part of one of these territoires that no commune is known
 * to be in: the person may live there.
 * @param {Contact} contact
 * @param {string[]} lieux
 * @param {any} json
 * @param {any} contexte
 */
function isInside({ territoires = [] }, lieux, json, contexte) {
  const located = locatedIn(contexte.lieux);
  return territoires.some((slug) => !located.has(slug) && isPart(slug, lieux, json.territoires));
}

/**
 * @param {string} slug
 * @param {string[]} lieux
 * @param {Record<string, {parent?: string}>} territoires
 */
function isPart(slug, lieux, territoires) {
  const seen = new Set();
  for (let at = slug; at && !seen.has(at); at = territoires[at]?.parent ?? "") {
    if (lieux.includes(at)) return true;
    seen.add(at);
  }
  return false;
}

/** @type {WeakMap<Record<string, string[]>, Set<string>>} */
const LOCATED = new WeakMap();

/**
 * Returns the territoires that some commune leads to.
 * @param {Record<string, string[]>} lieux - by commune
 */
function locatedIn(lieux) {
  const known = LOCATED.get(lieux);
  if (known) return known;
  // Communes share the lists that are alike.
  const found = new Set([...new Set(Object.values(lieux))].flat());
  LOCATED.set(lieux, found);
  return found;
}

/**
 * Returns contacts as cards, a number that a finger can hit in each.
 * @param {Contact[]} contacts
 * @returns {HTMLElement | null}
 */
export function renderContacts(contacts) {
  if (!contacts.length) return null;
  return element("ul", { className: "cat-joindre" }, ...contacts.map(renderContact));
}

/**
 * Returns the contacts among whom only the reader can tell, folded.
 * @param {Contact[]} contacts
 * @param {string} nom - of the action
 * @returns {HTMLElement | null}
 */
export function renderSecteurs(contacts, nom) {
  if (!contacts.length) return null;
  return element(
    "details",
    { className: "cat-pli cat-joindre-secteurs" },
    element("summary", {}, SECTEURS, spoken(`\u00a0: ${nom}`)),
    renderContacts(contacts),
  );
}

/** @param {Contact} contact */
function renderContact({ fonction, structure, telephone, courriel, horaires, precisions }) {
  const named = structure && !fonction.toLowerCase().includes(structure.toLowerCase());
  return element(
    "li",
    { className: "cat-joindre__contact" },
    element("span", { className: "cat-joindre__fonction" }, fonction),
    named && element("span", { className: "cat-joindre__structure" }, structure),
    telephone &&
      element(
        "a",
        { className: "cat-joindre__appel", href: telephone.uri },
        icone("telephone"),
        telephone.affichage,
      ),
    courriel &&
      element("a", { className: "cat-joindre__courriel", href: `mailto:${courriel}` }, courriel),
    horaires && element("span", { className: "cat-joindre__precision" }, horaires),
    precisions && element("span", { className: "cat-joindre__precision" }, precisions),
  );
}

/**
 * Says whether someone can be called or written to.
 * @param {Contact} contact
 */
export function isReached({ telephone, courriel }) {
  return Boolean(telephone ?? courriel);
}
