/** The card of an action in the list: its name, why it stands there, and what to do with it. */

import { changements, explain } from "../../eligibilite.mjs";
import { element, spoken } from "../dom.mjs";
import {
  contactsFor,
  icone,
  phraseDisponibilite,
  renderChangements,
  renderCompte,
  renderContacts,
  renderCriteres,
  renderPriorites,
  renderSecteurs,
} from "../resultats.mjs";

/** @typedef {import("../donnees.mjs").Donnees} Donnees */
/** @typedef {import("./classement.mjs").Resultat} Resultat */

/**
 * What the page lends to its cards.
 * @typedef {object} Outils
 * @property {Donnees} donnees
 * @property {import("../reponses.mjs").Reponses} reponses
 * @property {Set<string>} ouvertes - the actions whose criteria are unfolded
 * @property {(regle: any) => Set<string>} missing - questions that an undecided rule waits for
 * @property {(slug: string) => HTMLElement} linkTo - a link to a question
 * @property {(slug: string) => boolean} isCompared
 * @property {(slug: string, input: HTMLInputElement) => void} onCompare
 * @property {(slug: string) => void} onFiche
 */

/** How many missing questions, or unmet conditions, a card says at once. */
const MOST_SAID = 3;

/**
 * @param {Resultat} resultat
 * @param {Outils} outils
 * @returns {HTMLElement}
 */
export function makeCarte(resultat, outils) {
  const { slug, action, evaluation } = resultat;
  return element(
    "li",
    {
      className: `cat-carte-action cat-carte-action--${evaluation.resultat}`,
      attributes: { "data-action": slug },
    },
    element(
      "h4",
      { className: "cat-carte-action__nom" },
      element("a", { href: outils.donnees.racine + action.url }, action.nom),
    ),
    makeParcours(action, outils.donnees.json),
    makeMotif(resultat, outils),
    makePriorites(evaluation),
    makeCriteres(resultat, outils),
    makeCommandes(resultat, outils),
  );
}

/**
 * @param {any} action
 * @param {any} json
 */
function makeParcours({ parcours = [], duree, volume_horaire_hebdomadaire: heures }, json) {
  const paths = parcours.map(
    (/** @type {any} */ { nature, libelle_local: local }) => local ?? json.parcours[nature],
  );
  const facts = [
    ...paths,
    duree,
    heures !== undefined && `${heures.toLocaleString("fr")}\u00a0h par semaine`,
  ].filter(Boolean);
  return facts.length
    ? element("p", { className: "cat-carte-action__faits" }, facts.join(" · "))
    : null;
}

/**
 * Says in a line why the action is in its group.
 * @param {Resultat} resultat
 * @param {Outils} outils
 */
function makeMotif({ regle, evaluation }, outils) {
  const { resultat, disponibilite } = evaluation;
  const phrase = phraseDisponibilite(disponibilite, "prescripteur");
  if (phrase) return element("p", { className: "cat-carte-action__motif" }, phrase);
  if (resultat === "a-preciser") return makeMissing([...outils.missing(regle)], outils);
  if (resultat === "sous-reserve") return makeList("À vérifier par un professionnel\u00a0:", evaluation.appreciations);
  return resultat === "non" ? makeList("Non rempli\u00a0:", evaluation.non_satisfaites) : null;
}

/**
 * @param {string} titre
 * @param {{phrase?: string, appreciation?: string}[]} raisons
 */
function makeList(titre, raisons) {
  if (!raisons.length) return null;
  const phrases = raisons
    .slice(0, MOST_SAID)
    .map(({ phrase, appreciation }) => phrase ?? appreciation);
  const more = raisons.length - phrases.length;
  return element(
    "div",
    { className: "cat-carte-action__motif" },
    element("span", { className: "cat-carte-action__pourquoi" }, titre),
    element(
      "ul",
      {},
      ...phrases.map((phrase) => element("li", {}, phrase)),
      more > 0 && element("li", {}, `et ${more} de plus`),
    ),
  );
}

/**
 * @param {string[]} questions
 * @param {Outils} outils
 */
function makeMissing(questions, { linkTo }) {
  const said = questions.slice(0, MOST_SAID);
  const more = questions.length - said.length;
  return element(
    "div",
    { className: "cat-carte-action__motif" },
    element(
      "span",
      { className: "cat-carte-action__pourquoi" },
      questions.length > 1 ? "Il manque des réponses\u00a0:" : "Il manque une réponse\u00a0:",
    ),
    element(
      "ul",
      {},
      ...said.map((slug) => element("li", {}, linkTo(slug))),
      more > 0 && element("li", {}, `et ${more} de plus`),
    ),
  );
}

/** @param {any} evaluation */
function makePriorites({ resultat, prioritaires }) {
  const met = prioritaires.filter((/** @type {any} */ { etat }) => etat === "satisfaite");
  if (!met.length || resultat === "non") return null;
  const phrases = met.map((/** @type {any} */ { phrase }) => phrase).join(" ");
  return element(
    "p",
    { className: "cat-carte-action__priorite" },
    icone("prioritaire"),
    element("span", {}, element("strong", {}, "Prioritaire\u00a0: "), phrases),
  );
}

/**
 * Returns the criteria, made when they are first unfolded: a list of thousands stays light.
 * @param {Resultat} resultat
 * @param {Outils} outils
 */
function makeCriteres(resultat, outils) {
  const { slug, action, regle } = resultat;
  const arbre = explain(regle, outils.reponses.toObject(), outils.donnees.contexte);
  const details = element(
    "details",
    { className: "cat-pli cat-carte-action__criteres" },
    element(
      "summary",
      {},
      "Les conditions",
      spoken(`\u00a0: ${action.nom}`),
      " ",
      renderCompte(arbre),
    ),
  );
  const open = () =>
    details.childElementCount > 1 || details.append(...describeCriteres(resultat, outils));
  details.addEventListener("toggle", () => {
    if (details.open) open();
    outils.ouvertes[details.open ? "add" : "delete"](slug);
  });
  if (outils.ouvertes.has(slug)) {
    open();
    details.open = true;
  }
  return details;
}

/**
 * @param {Resultat} resultat
 * @param {Outils} outils
 * @returns {HTMLElement[]}
 */
function describeCriteres({ action, regle, evaluation }, { donnees, reponses }) {
  const { contexte, json, racine } = donnees;
  const answers = reponses.toObject();
  const adresse = (/** @type {string} */ slug) =>
    json.publics_cibles[slug]?.url ? racine + json.publics_cibles[slug].url : null;
  const { proches, secteurs } = contactsFor(donnees, action, answers);
  const called = evaluation.resultat !== "non";
  const parts = [
    renderCriteres(explain(regle, answers, contexte), { lecteur: contexte.lecteur, adresse }),
    renderPriorites(evaluation.prioritaires, contexte.lecteur),
    renderChangements(changements(regle, answers, contexte), evaluation.resultat),
    called && renderContacts(proches),
    called && renderSecteurs(secteurs, action.nom),
  ];
  return /** @type {HTMLElement[]} */ (parts.filter(Boolean));
}

/**
 * @param {Resultat} resultat
 * @param {Outils} outils
 */
function makeCommandes({ slug, action, evaluation }, { isCompared, onCompare, onFiche }) {
  const input = element("input", {
    type: "checkbox",
    checked: isCompared(slug),
    on: {
      change: (/** @type {Event} */ event) =>
        onCompare(slug, /** @type {HTMLInputElement} */ (event.target)),
    },
  });
  const fiche = element(
    "button",
    {
      type: "button",
      className: "cat-carte-action__fiche",
      attributes: { "data-fiche": slug },
      on: { click: () => onFiche(slug) },
    },
    "Fiche de prescription",
    spoken(`\u00a0: ${action.nom}`),
  );
  return element(
    "div",
    { className: "cat-carte-action__commandes" },
    element(
      "label",
      { className: "cat-carte-action__comparer" },
      input,
      element("span", {}, "Comparer", spoken(`\u00a0: ${action.nom}`)),
    ),
    evaluation.resultat !== "non" && fiche,
  );
}
