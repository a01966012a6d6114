/** The answers that a link brings, on a page that may already hold some. */

import { makeButton } from "./commandes.mjs";
import { Reponses } from "./reponses.mjs";

/** @typedef {import("./donnees.mjs").Donnees} Donnees */

/** Whose answers the reader is to check. @type {Record<string, string>} */
const DE_QUI = {
  beneficiaire: "les vôtres",
  prescripteur: "celles de la personne",
  porteur: "celles de votre structure",
};

/** What is asked before the answers of a link take the place of others. */
export const CHOIX =
  "Des réponses ont déjà été données dans cet onglet. " +
  "Si vous ouvrez celles du lien, elles les remplacent.";

/**
 * Says what becomes of the answers of a link: none can be read, they may be taken, or the
 * reader has to choose as others are there.
 * @param {Reponses} reponses
 * @param {Donnees} donnees
 * @param {string} hash
 * @returns {{etat: "vide" | "libre" | "choix", message: string | null}}
 */
export function weighLien(reponses, { json, communes }, hash) {
  const lues = new Reponses("lien", json.questions, null, communes);
  const { message } = lues.fromFragment(hash);
  if (!lues.size) return { etat: "vide", message };
  const same = JSON.stringify(lues.toObject()) === JSON.stringify(reponses.toObject());
  return { etat: !reponses.size || same ? "libre" : "choix", message };
}

/**
 * Takes the answers of a link in place of those kept.
 * @param {Reponses} reponses
 * @param {string} hash
 * @param {string} lecteur
 * @returns {string} what the reader is told
 */
export function takeLien(reponses, hash, lecteur) {
  const { message } = reponses.fromFragment(hash);
  return (
    message ?? `Ces réponses viennent d’un lien. Vérifiez qu’elles sont bien ${DE_QUI[lecteur]}.`
  );
}

/**
 * Returns the buttons of the choice.
 * @param {() => void} keep
 * @param {() => void} take
 * @returns {HTMLButtonElement[]}
 */
export function makeChoix(keep, take) {
  return [
    makeButton("Garder les réponses de cet onglet", keep),
    makeButton("Ouvrir les réponses du lien", take, "secondaire"),
  ];
}
