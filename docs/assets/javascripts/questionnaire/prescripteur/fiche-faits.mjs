/** What the sheet says of the action: its programme, its pace, who prescribes it, whom to call. */

import { SECTEURS } from "../contacts.mjs";
import { element } from "../dom.mjs";
import { contactsFor, isReached } from "../resultats.mjs";

/** @typedef {import("../contacts.mjs").Contact} Contact */

/** Contacts on the sheet: beyond, it is a directory. */
const MOST_CONTACTS = 3;

/**
 * @param {any} action
 * @param {import("../donnees.mjs").Donnees} donnees
 * @param {Record<string, any>} reponses
 * @returns {HTMLElement}
 */
export function makeFaits(action, donnees, reponses) {
  const { prescription = {}, parcours = [], volume_horaire_hebdomadaire: heures } = action;
  const { parcours: noms } = donnees.json;
  /** @type {[titre: string, values: (Node | string | null | undefined)[]][]} */
  const faits = [
    ["Programme", [describeProgramme(action.programme)]],
    [
      "Parcours",
      parcours.map((/** @type {any} */ path) => path.libelle_local ?? noms[path.nature]),
    ],
    ["Durée", [action.duree]],
    ["Heures par semaine", [heures === undefined ? null : `${heures.toLocaleString("fr")}\u00a0h`]],
    ["Qui prescrit", prescription.prescripteurs ?? []],
    ["Contact", makeContacts(contactsFor(donnees, action, reponses))],
    ["Documents à joindre", (prescription.documents ?? []).map(makeCase)],
  ];
  const rows = faits
    .map(([titre, values]) => ({ titre, said: values.filter(Boolean) }))
    .filter(({ said }) => said.length)
    .map(({ titre, said }) =>
      element(
        "div",
        {},
        element("dt", {}, titre),
        ...said.map((value) => element("dd", {}, value)),
      ),
    );
  return element("dl", { className: "cat-fiche__faits", hidden: !rows.length }, ...rows);
}

/** @param {{nom?: string, axe?: string, reference?: string} | undefined} programme */
function describeProgramme({ nom, axe, reference } = {}) {
  return [nom, axe, reference].filter(Boolean).join(" · ");
}

/**
 * Returns whom to call; those among whom only the référent can tell are folded, and stay off
 * the paper unless they are unfolded.
 * @param {import("../contacts.mjs").Contacts} contacts
 */
function makeContacts({ proches, secteurs }) {
  const near = proches.filter(isReached).slice(0, MOST_CONTACTS).map(describeContact);
  const others = secteurs
    .filter(isReached)
    .map((contact) => element("li", {}, describeContact(contact)));
  if (!others.length) return near;
  const fold = element(
    "details",
    { className: "cat-pli cat-fiche__secteurs" },
    element("summary", {}, SECTEURS),
    element("ul", {}, ...others),
  );
  return [...near, fold];
}

/** @param {Contact} contact */
function describeContact({ fonction, telephone, courriel }) {
  return [fonction, telephone?.affichage, courriel].filter(Boolean).join("\u00a0: ");
}

/** @param {string} texte */
function makeCase(texte) {
  const box = { className: "cat-fiche__signe", attributes: { "aria-hidden": "true" } };
  return element("span", { className: "cat-fiche__case" }, element("span", box, "☐"), texte);
}
