/** The criteria on the sheet: those met, those that give priority, those to check. */

import { element } from "../dom.mjs";

/** @typedef {import("./argumentaire.mjs").Bilan} Bilan */
/** @typedef {import("./argumentaire.mjs").Ligne} Ligne */

/**
 * @param {Bilan} bilan
 * @param {boolean} sensibles - whether what is sensitive is written too
 * @returns {HTMLElement[]}
 */
export function makeCriteres(bilan, sensibles) {
  const shown = (/** @type {Ligne[]} */ lignes) =>
    lignes.filter(({ sensible }) => sensibles || !sensible);
  /** @type {[string, string, Ligne[]][]} */
  const listes = [
    ["Remplis d’après les réponses", "✓", shown(bilan.remplis)],
    ["Prioritaire", "★", shown(bilan.priorites)],
    ["À vérifier", "☐", shown(bilan.averifier)],
  ];
  const parts = listes
    .filter(([, , lignes]) => lignes.length)
    .map(([titre, signe, lignes]) => makeListe(titre, signe, lignes));
  return parts.length ? parts : [element("p", {}, "Aucun critère à écrire.")];
}

/**
 * @param {string} titre
 * @param {string} signe
 * @param {Ligne[]} lignes
 */
function makeListe(titre, signe, lignes) {
  const items = lignes.map(({ phrases }) =>
    element(
      "li",
      {},
      element(
        "span",
        { className: "cat-fiche__signe", attributes: { "aria-hidden": "true" } },
        signe,
      ),
      element(
        "span",
        {},
        phrases.length > 1
          ? `Au moins un de ces points\u00a0: ${phrases.map(withoutStop).join("\u00a0; ")}.`
          : phrases[0],
      ),
    ),
  );
  return element("div", {}, element("h4", {}, titre), element("ul", {}, ...items));
}

/** @param {string} phrase */
function withoutStop(phrase) {
  return phrase.replace(/\.$/, "");
}
