/**
 * The result of an action, as the three questionnaires show it: one function for a whole card,
 * and its parts for pages that lay them out otherwise.
 */

import { changements, explain } from "../eligibilite.mjs";
import { makeLink } from "./commandes.mjs";
import { contactsFor, renderContacts, renderSecteurs } from "./contacts.mjs";
import { countCriteres, renderCriteres } from "./criteres.mjs";
import { element, newId, spoken } from "./dom.mjs";
import { renderChangements, renderPriorites } from "./encadres.mjs";
import {
  counted,
  describeReponse,
  libelleQuestion,
  phraseDisponibilite,
  titreResultat,
} from "./phrases.mjs";
import { placeQuestion } from "./questions.mjs";

export { contactsFor, isReached, renderContacts, renderSecteurs, SECTEURS } from "./contacts.mjs";
export { renderCriteres, renderEtat } from "./criteres.mjs";
export { frenchDate } from "./dates.mjs";
export { renderChangements, renderPriorites } from "./encadres.mjs";
export { icone } from "./icones.mjs";
export {
  describeReponse,
  libelleQuestion,
  phraseDisponibilite,
  RESULTATS,
  titreResultat,
} from "./phrases.mjs";
export { placeQuestion } from "./questions.mjs";

/** @typedef {import("./donnees.mjs").Donnees} Donnees */
/** @typedef {import("./reponses.mjs").Valeur} Valeur */

/**
 * What a card shows.
 * @typedef {object} Options
 * @property {Donnees} donnees
 * @property {Record<string, Valeur>} reponses
 * @property {any} evaluation - what `evaluate` returns for the action
 * @property {number} [niveau] - level of the card's heading, 3 by default
 * @property {(question: string) => void} [onEdit] - asks a question again
 * @property {import("./dom.mjs").Child[]} [contenu] - what the page adds at the foot of the card
 */

/**
 * Returns the card of an action: its name, its conditions with what the answers say of each,
 * what would change the result, and whom to call.
 * @param {string} slug
 * @param {Options} options
 * @returns {HTMLElement}
 */
export function renderResultat(
  slug,
  { donnees, reponses, evaluation, niveau = 3, onEdit, contenu = [] },
) {
  const { json, contexte, racine } = donnees;
  const action = json.actions[slug];
  const { resultat } = evaluation;
  const titre = newId("resultat");
  return element(
    "article",
    {
      className: `cat-resultat cat-resultat--${resultat}`,
      attributes: { "aria-labelledby": titre, "data-action": slug },
    },
    element(
      `h${niveau}`,
      { className: "cat-resultat__titre", id: titre },
      element("a", { href: racine + action.url }, action.nom),
    ),
    element("p", { className: "cat-resultat__resume" }, action.resume),
    renderDisponibilite(evaluation, contexte.lecteur),
    renderPourquoi(slug, { donnees, reponses, evaluation, onEdit }),
    renderPriorites(evaluation.prioritaires, contexte.lecteur),
    hasToChange(evaluation) &&
      renderChangements(changements(donnees.regles.get(slug), reponses, contexte), resultat),
    resultat !== "non" && renderJoindre(slug, donnees, reponses),
    ...contenu,
  );
}

/**
 * Says whether an answer would have to change. When answers are only missing, the conditions
 * that wait for them say so already.
 * @param {any} evaluation
 */
function hasToChange({ resultat, non_satisfaites: unmet }) {
  return resultat === "non" || (resultat === "a-preciser" && unmet.length > 0);
}

/**
 * Returns the badge of a result, for pages that don't show results in groups.
 * @param {import("./phrases.mjs").Resultat} resultat
 * @param {import("./phrases.mjs").Lecteur} lecteur
 */
export function renderBadge(resultat, lecteur) {
  return element(
    "span",
    { className: `cat-resultat-badge cat-resultat-badge--${resultat}` },
    titreResultat(resultat, lecteur),
  );
}

/**
 * @param {any} evaluation
 * @param {import("./phrases.mjs").Lecteur} lecteur
 */
function renderDisponibilite({ disponibilite }, lecteur) {
  const phrase = phraseDisponibilite(disponibilite, lecteur);
  return phrase && element("p", { className: "cat-resultat__disponibilite" }, phrase);
}

/**
 * Returns the conditions, folded when there is nothing to look at: all are met.
 * @param {string} slug
 * @param {Pick<Options, "donnees" | "reponses" | "evaluation" | "onEdit">} options
 */
function renderPourquoi(slug, { donnees, reponses, evaluation, onEdit }) {
  const { contexte, json, racine } = donnees;
  const arbre = explain(donnees.regles.get(slug), reponses, contexte);
  const adresse = (/** @type {string} */ publicCible) => {
    const url = json.publics_cibles[publicCible]?.url;
    return url ? racine + url : null;
  };
  const criteres = renderCriteres(arbre, {
    lecteur: contexte.lecteur,
    onEdit,
    lieu: placeQuestion(contexte.questions),
    adresse,
  });
  if (!criteres) return null;
  return element(
    "details",
    { className: "cat-resultat__conditions", open: evaluation.resultat !== "oui" },
    element(
      "summary",
      {},
      "Les conditions",
      spoken(`\u00a0: ${json.actions[slug].nom}`),
      " ",
      renderCompte(arbre),
    ),
    criteres,
  );
}

/**
 * Returns « 3 conditions remplies sur 4 », or nothing where there is one condition.
 * @param {import("./criteres.mjs").Noeud} arbre - what `explain` returns
 * @returns {HTMLElement | null}
 */
export function renderCompte(arbre) {
  const { remplies, toutes } = countCriteres(arbre);
  if (toutes < 2) return null;
  const words = `${counted(remplies, "condition remplie", "conditions remplies")} sur ${toutes}`;
  return element("span", { className: "cat-resultat__compte" }, words);
}

/**
 * @param {string} slug
 * @param {Donnees} donnees
 * @param {Record<string, Valeur>} reponses
 */
function renderJoindre(slug, donnees, reponses) {
  const { json, contexte, communes } = donnees;
  const action = json.actions[slug];
  if (!action.contacts?.length) return null;
  const code = reponses[placeQuestion(contexte.questions)];
  const nom = typeof code === "string" && communes.byCode.get(code)?.nom;
  const { proches, secteurs } = contactsFor(donnees, action, reponses);
  const led = proches.length > 0 || (nom && secteurs.length > 0);
  const titre = nom ? `À qui en parler depuis ${nom}` : "À qui en parler";
  return element(
    "div",
    { className: "cat-resultat__joindre" },
    element("p", { className: "cat-resultat__sous-titre" }, titre),
    renderContacts(proches),
    !led && renderFiche(donnees.racine + action.url, Boolean(nom)),
    renderSecteurs(secteurs, action.nom),
  );
}

/**
 * Leads to the sheet, which has the contacts of everywhere.
 * @param {string} href
 * @param {boolean} placed - the commune is known
 */
function renderFiche(href, placed) {
  const words = placed
    ? "Les contacts sont sur "
    : "Indiquez la commune pour savoir qui appeler, ou voyez ";
  return element("p", {}, words, element("a", { href }, "la fiche de l’action"), ".");
}

/**
 * Returns the answers given, each with a button to change it.
 * @param {[slug: string, valeur: Valeur][]} entries
 * @param {{donnees: Donnees, onEdit?: (question: string) => void}} options
 * @returns {HTMLElement}
 */
export function renderReponses(entries, { donnees, onEdit }) {
  const { contexte, communes } = donnees;
  const rows = entries
    .filter(([slug]) => contexte.questions[slug])
    .map(([slug, valeur]) => {
      const question = contexte.questions[slug];
      const words = libelleQuestion(question, contexte.lecteur);
      return element(
        "div",
        { className: "cat-reponses__ligne" },
        element("dt", {}, words),
        element("dd", {}, describeReponse(question, valeur, communes)),
        onEdit &&
          element(
            "dd",
            { className: "cat-reponses__action" },
            makeLink("Modifier", () => onEdit(slug), words),
          ),
      );
    });
  return element("dl", { className: "cat-reponses" }, ...rows);
}
