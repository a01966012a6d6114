/** The calls on the visitor's day, and the days that matter, each ready for a diary. */

import { makeButton } from "../commandes.mjs";
import { frenchDate } from "../dates.mjs";
import { element } from "../dom.mjs";
import { printOnly } from "../impression.mjs";
import { makePages } from "../pages.mjs";
import { writeAgenda } from "./agenda.mjs";
import {
  bilanDay,
  describeEtat,
  ETATS,
  etatAppel,
  echeancesOf,
  NATURES,
  sortAppels,
} from "./appels.mjs";
import { makeListe } from "./liste.mjs";

/** @typedef {import("./appels.mjs").Action} Action */
/** @typedef {import("./appels.mjs").Echeance} Echeance */

/**
 * What the page knows when it shows calls.
 * @typedef {object} Page
 * @property {string} date - the visitor's day
 * @property {string} racine - address of the root of the site, relative to the page
 */

/**
 * Returns the calls and their calendar.
 * @param {[slug: string, action: Action][]} actions
 * @param {Page} page
 * @returns {HTMLElement}
 */
export function makeCalendrier(actions, page) {
  const appels = sortAppels(actions, page.date);
  if (!appels.length) {
    return element(
      "p",
      { className: "cat-vide" },
      "Aucun appel à projets n’est publié pour l’instant.",
    );
  }
  return element(
    "div",
    { className: "cat-echeances" },
    element(
      "p",
      { className: "cat-aide" },
      `État au ${frenchDate(page.date)}, d’après la date de votre appareil.`,
    ),
    makeListe({
      items: appels,
      textOf: ([, action]) => action.nom,
      makeItem: ([, action]) => makeAppel(action, page),
      libelle: "Chercher un appel par son nom",
      className: "cat-echeances__appels",
      noms: ["appel", "appels"],
    }),
    makeDates(echeancesOf(appels), page),
    makeUndated(appels, page),
    makeButton("Imprimer les dates", () => printOnly("calendrier"), "secondaire"),
  );
}

/**
 * @param {Action} action
 * @param {Page} page
 */
function makeAppel(action, { date, racine }) {
  const etat = etatAppel(action, date);
  const { convention, depot } = action.portage ?? {};
  return element(
    "li",
    { className: `cat-echeances__appel cat-echeances__appel--${etat ?? "sans-date"}` },
    element("h3", {}, element("a", { href: racine + action.url }, action.nom)),
    element(
      "p",
      { className: "cat-echeances__etat" },
      etat && [element("strong", {}, ETATS[etat]), " "],
      describeEtat(action, date) ?? "Le texte ne donne pas de date.",
    ),
    convention?.duree && element("p", {}, `Durée de la convention\u00a0: ${convention.duree}.`),
    depot &&
      element(
        "details",
        { className: "cat-pli" },
        element("summary", {}, "Comment répondre"),
        element("p", { className: "cat-porter__texte" }, depot),
      ),
  );
}

/**
 * @param {Echeance[]} echeances
 * @param {Page} page
 */
function makeDates(echeances, page) {
  const coming = echeances.filter(({ jour }) => jour >= page.date);
  const past = echeances.filter(({ jour }) => jour < page.date);
  return element(
    "div",
    { className: "cat-echeances__calendrier" },
    element("h3", {}, "Les dates à retenir"),
    coming.length
      ? [
          makeRows(coming, page),
          coming.length > 1 && makeDownload("Ajouter toutes ces dates à mon agenda", coming, page),
        ]
      : element("p", {}, "Aucune date à venir n’est publiée."),
    past.length > 0 &&
      element(
        "details",
        { className: "cat-pli cat-echeances__passees" },
        element("summary", {}, `Dates passées (${past.length})`),
        makeRows(past, page),
      ),
  );
}

/**
 * @param {Echeance[]} echeances - in order
 * @param {Page} page
 */
function makeRows(echeances, page) {
  return makePages(echeances, {
    makeItem: (echeance) => makeRow(echeance, page),
    className: "cat-echeances__dates",
    noms: ["date", "dates"],
  });
}

/**
 * @param {Echeance} echeance
 * @param {Page} page
 */
function makeRow(echeance, page) {
  const { jour, nature, nom, url } = echeance;
  return element(
    "li",
    {},
    element("time", { attributes: { datetime: jour } }, frenchDate(jour)),
    element(
      "div",
      {},
      element("strong", {}, NATURES[nature]),
      " ",
      element("a", { href: page.racine + url }, nom),
    ),
    jour >= page.date && makeDownload("Ajouter à mon agenda", [echeance], page),
  );
}

/**
 * @param {string} words
 * @param {Echeance[]} echeances
 * @param {Page} page
 */
function makeDownload(words, echeances, page) {
  const [{ jour, nature, action, nom }] = echeances;
  const one = echeances.length === 1;
  const save = () => {
    const evenements = echeances.map((echeance) => makeEvenement(echeance, page));
    const file = one ? `${action}-${nature}-${jour}.ics` : "appels-a-projets.ics";
    download(writeAgenda(evenements, new Date()), file);
  };
  const sujet = one ? `${NATURES[nature]}, ${nom}, ${frenchDate(jour)}` : undefined;
  return makeButton(words, save, "discrete", sujet);
}

/**
 * @param {Echeance} echeance
 * @param {Page} page
 * @returns {import("./agenda.mjs").Evenement}
 */
function makeEvenement({ jour, nature, action, nom, url }, { racine }) {
  const address = new URL(racine + url, document.baseURI);
  return {
    identifiant: `${action}.${nature}@${address.hostname || "catalogue"}`,
    jour,
    titre: `${NATURES[nature]}\u00a0: ${nom}`,
    description:
      "Date donnée par le catalogue à titre d’information. " +
      "Vérifiez-la sur la fiche avant de répondre.",
    url: address.href,
  };
}

/**
 * Hands a file to the browser, which asks nothing of anyone.
 * @param {string} text
 * @param {string} name
 */
function download(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  element("a", { href: address, download: name }).click();
  // Later: some browsers read the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Reports whose text gives no day that a calendar could hold.
 * @param {[slug: string, action: Action][]} appels
 * @param {Page} page
 */
function makeUndated(appels, { racine }) {
  const undated = appels.filter(
    ([, action]) => action.portage?.bilan && bilanDay(action) === undefined,
  );
  if (!undated.length) return null;
  return element(
    "div",
    {},
    element("h3", {}, "Bilans à rendre, selon le texte de l’appel"),
    makePages(undated, {
      makeItem: ([, { nom, url, portage }]) =>
        element(
          "li",
          {},
          element("a", { href: racine + url }, nom),
          element("p", { className: "cat-porter__texte" }, portage.bilan),
        ),
      className: "cat-echeances__bilans",
      noms: ["bilan", "bilans"],
    }),
  );
}
