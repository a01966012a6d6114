/** Where the parts of the page stand: what acts on all of it, the questions, the actions. */

import { makeButton } from "../commandes.mjs";
import { element } from "../dom.mjs";

const DISCRETION =
  "Les réponses restent dans cet onglet et ne sont envoyées à personne. " +
  "Effacez-les avant de recevoir quelqu’un d’autre.";

/**
 * @typedef {object} Colonne
 * @property {string} className
 * @property {HTMLElement} titre
 * @property {HTMLElement[]} parts
 */

/**
 * @param {object} page
 * @param {() => void} page.onRestart - another person comes
 * @param {HTMLElement} page.partage
 * @param {HTMLElement[]} page.annonces - what the page has to say, above the rest
 * @param {Colonne[]} page.colonnes
 * @param {HTMLElement} page.bas
 * @returns {HTMLElement}
 */
export function layOut({ onRestart, partage, annonces, colonnes, bas }) {
  return element(
    "div",
    { className: "cat-prescrire" },
    element(
      "div",
      { className: "cat-prescrire__commandes" },
      makeButton("Nouvelle personne", onRestart),
      partage,
      element("p", { className: "cat-prescrire__discretion" }, DISCRETION),
    ),
    ...annonces,
    element("div", { className: "cat-prescrire__colonnes" }, ...colonnes.map(makeColonne)),
    bas,
  );
}

/** @param {Colonne} colonne */
function makeColonne({ className, titre, parts }) {
  const attributes = { "aria-labelledby": titre.id };
  return element("section", { className, attributes }, titre, ...parts);
}
