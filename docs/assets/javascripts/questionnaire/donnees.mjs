/** Reads the data of a questionnaire: the only requests that its page makes. */

import { readLieux, readRegles } from "../eligibilite.mjs";
import { indexCommunes } from "./communes.mjs";

/** @typedef {import("./communes.mjs").Communes} Communes */

/**
 * @typedef {object} Donnees
 * @property {any} json - data/eligibilite.json
 * @property {Map<string, any>} regles - the rule of each action that has one for the reader
 * @property {any} contexte - what the evaluator needs beside a rule and answers
 * @property {Communes} communes
 * @property {string} racine - the address of the site, with its final slash
 */

/**
 * Loads what `root` says in `data-eligibilite` and `data-communes`, relative to the page.
 * @param {HTMLElement} root - the element that the questionnaire is mounted on
 * @param {string} lecteur
 * @returns {Promise<Donnees>}
 * @throws {Error} when a file can't be read
 */
export async function loadDonnees(root, lecteur) {
  const addresses = [root.dataset.eligibilite, root.dataset.communes];
  const [json, places] = await Promise.all(addresses.map(readJson));
  const { regles, contexte } = readRegles(json, lecteur);
  return {
    json,
    regles,
    contexte: { ...contexte, date: today(), lieux: readLieux(places) },
    communes: indexCommunes(places),
    racine: new URL("..", new URL(root.dataset.eligibilite ?? "", document.baseURI)).href,
  };
}

/**
 * @param {string | undefined} address
 * @returns {Promise<any>}
 */
async function readJson(address) {
  const response = await fetch(address ?? "");
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/**
 * Returns the visitor's day, AAAA-MM-JJ: the day on which the person reads, not that of Greenwich.
 * @param {Date} [now]
 */
export function today(now = new Date()) {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
