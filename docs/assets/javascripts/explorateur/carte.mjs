/** An action among the results: what the cards of the site say of it, with the words searched. */

import { markedText } from "../chercher/marquer.mjs";
import { frenchDate } from "../questionnaire/dates.mjs";
import { element } from "../questionnaire/dom.mjs";

/** @type {Record<string, string>} */
const APPELS = { "a-venir": "Appel à projets à venir", ouvert: "Appel à projets ouvert", clos: "Appel à projets clos" };

/** @typedef {[number, number][]} Marques */

/**
 * @typedef {object} Resultat
 * @property {number} action
 * @property {import("./donnees.mjs").Resume} resume
 * @property {Marques} nom - the words of its name that were searched
 * @property {Marques} texte - those of its summary
 */

/**
 * Returns the card of an action, an `li`.
 * @param {import("./donnees.mjs").Donnees} donnees
 * @param {Resultat} resultat
 * @param {boolean} dated - says when its sheet was changed
 */
export function makeCarte({ facettes, site }, { action, resume, nom, texte }, dated) {
  const [slug, titre, words, parcours] = resume;
  const badges = describeBadges(facettes, action, parcours);
  const lieux = namesOf(facettes, "territoire", action);
  const maj = dated && facettes.majOf(action);
  return element(
    "li",
    { attributes: { "data-action": slug } },
    element("h3", {}, element("a", { href: new URL(`actions/${slug}/`, site).href }, markedText(titre, nom))),
    badges.length > 0 && element("ul", { className: "cat-badges" }, ...badges.map(([look, text]) => element("li", { className: look }, text))),
    element("p", {}, markedText(words, texte)),
    (lieux.length > 0 || maj) &&
      element("p", { className: "cat-carte__detail" }, [lieux.join(", "), maj && `Fiche mise à jour le ${frenchDate(maj)}`].filter(Boolean).join(" · ")),
  );
}

/**
 * Returns the badges of an action, each with its look: state, paths, type, call.
 * @param {import("./facettes.mjs").FacettesOuvertes} facettes
 * @param {number} action
 * @param {[nature: string, nom: string][]} parcours
 * @returns {[look: string, text: string][]}
 */
function describeBadges(facettes, action, parcours) {
  const { etats } = facettes;
  /** @type {[string, string][]} */
  const badges = [];
  if (etats.suspendues.has(action)) badges.push(["cat-badge--alerte", "Suspendue"]);
  else if (etats.isPast(action)) badges.push(["cat-badge--alerte", "Terminée"]);
  const paths = facettes.find("parcours");
  for (const [nature, nom] of parcours) {
    const label = paths?.noms[paths.valeurs.indexOf(nature)] ?? nature;
    badges.push([`cat-badge--${nature}`, `Parcours ${label.toLocaleLowerCase("fr")}${nom ? `\u00a0: ${nom}` : ""}`]);
  }
  for (const nom of namesOf(facettes, "type", action)) badges.push(["", nom]);
  const appel = etats.callOf(action);
  if (appel) badges.push([`cat-badge--appel-${appel}`, APPELS[appel]]);
  return badges;
}

/**
 * @param {import("./facettes.mjs").FacettesOuvertes} facettes
 * @param {string} cle
 * @param {number} action
 */
function namesOf(facettes, cle, action) {
  return facettes.valuesOf(cle, action).map((value) => /** @type {string} */ (facettes.find(cle)?.noms[value]));
}
