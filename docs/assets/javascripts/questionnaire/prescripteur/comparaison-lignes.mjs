/** What a comparison says of each action, line by line. Pure. */

import { counted } from "../phrases.mjs";
import { contactsFor, phraseDisponibilite, titreResultat } from "../resultats.mjs";

/** @typedef {import("../donnees.mjs").Donnees} Donnees */
/** @typedef {import("./classement.mjs").Resultat} Resultat */

/**
 * One thing said: a text, or a link (`tel:` and `mailto:` only).
 * @typedef {string | {texte: string, href: string}} Mention
 */

/** A line of the comparison; `vide` is what an empty cell says.
 * @typedef {{titre: string, vide: string, cellules: Mention[][]}} Ligne */

/**
 * @typedef {object} Contexte
 * @property {Donnees} donnees
 * @property {Record<string, any>} reponses
 * @property {(regle: any) => string[]} manque - the questions, in words, that a rule waits for
 */

const UNSAID = "Non précisé";

/**
 * @typedef {Mention | false | null | undefined} Dite - or nothing to say
 * @typedef {(resultat: Resultat, contexte: Contexte) => Dite[]} Lire
 */

/** @type {[titre: string, lire: Lire, vide?: string][]} */
const LIGNES = [
  [
    "Résultat",
    ({ evaluation }) => [
      titreResultat(evaluation.resultat, "prescripteur"),
      phraseDisponibilite(evaluation.disponibilite, "prescripteur"),
    ],
  ],
  ["À vérifier", readToCheck, "Rien"],
  [
    "Priorités remplies",
    ({ evaluation }) => evaluation.prioritaires.filter(isMet).map(sentenceOf),
    "Aucune",
  ],
  [
    "Parcours",
    ({ action }, { donnees }) =>
      (action.parcours ?? []).map(
        (/** @type {any} */ path) => path.libelle_local ?? donnees.json.parcours[path.nature],
      ),
  ],
  [
    "Thématiques",
    ({ action }, { donnees }) =>
      (action.thematiques ?? []).map(
        (/** @type {string} */ slug) => donnees.json.thematiques[slug],
      ),
  ],
  ["Durée", ({ action }) => [action.duree]],
  ["Heures par semaine", ({ action }) => [describeHours(action.volume_horaire_hebdomadaire)]],
  [
    "Qui prescrit",
    ({ action }) => [...(action.prescription?.prescripteurs ?? []), action.prescription?.modalites],
  ],
  ["Documents à remplir", ({ action }) => action.prescription?.documents ?? []],
  ["À qui envoyer", ({ action }) => [action.prescription?.destinataire]],
  ["Structures", ({ action }) => namesOf(action.structures ?? [])],
  ["Contacts pour la commune", readContacts],
  [
    "Territoires",
    ({ action }, { donnees }) =>
      (action.territoires ?? []).map(
        (/** @type {string} */ slug) => donnees.json.territoires[slug]?.nom,
      ),
  ],
];

/**
 * Returns the lines of a comparison, one cell for each action.
 * @param {Resultat[]} resultats
 * @param {Contexte} contexte
 * @returns {Ligne[]}
 */
export function makeLignes(resultats, contexte) {
  return LIGNES.map(([titre, lire, vide = UNSAID]) => ({
    titre,
    vide,
    cellules: resultats.map(
      (resultat) => /** @type {Mention[]} */ (lire(resultat, contexte).filter(Boolean)),
    ),
  }));
}

/**
 * @param {Resultat} resultat
 * @param {Contexte} contexte
 */
function readToCheck({ regle, evaluation }, { manque }) {
  if (evaluation.resultat === "non") return evaluation.non_satisfaites.map(sentenceOf);
  const questions = evaluation.resultat === "a-preciser" ? manque(regle) : [];
  return [...questions, ...evaluation.appreciations.map(sentenceOf)];
}

/**
 * @param {Resultat} resultat
 * @param {Contexte} contexte
 */
function readContacts({ action }, { donnees, reponses }) {
  const { proches, secteurs } = contactsFor(donnees, action, reponses);
  const named = proches.flatMap(({ fonction, telephone, courriel }) => [
    fonction,
    telephone && { texte: telephone.affichage, href: telephone.uri },
    courriel && { texte: courriel, href: `mailto:${courriel}` },
  ]);
  const { length } = secteurs;
  return [...named, length > 0 && `${counted(length, "contact", "contacts")}, selon le secteur`];
}

/** @param {{etat: string}} raison */
function isMet({ etat }) {
  return etat === "satisfaite";
}

/** @param {{phrase?: string, appreciation?: string}} raison */
function sentenceOf({ phrase, appreciation }) {
  return phrase ?? appreciation ?? "";
}

/** @param {number | undefined} heures */
function describeHours(heures) {
  return heures === undefined ? null : `${heures.toLocaleString("fr")}\u00a0h`;
}

/** How many structures a cell names: an action may have a prescriber in each territoire. */
const MOST_STRUCTURES = 6;

/** @param {{nom: string, role: string}[]} structures */
function namesOf(structures) {
  const named = structures
    .slice(0, MOST_STRUCTURES)
    .map(({ nom, role }) => `${nom} (${role.toLocaleLowerCase("fr")})`);
  const more = structures.length - named.length;
  return more > 0 ? [...named, `et ${more} de plus`] : named;
}
