/** The estimation as a document: the total, each formula in words and figures, and the source. */

import { makeButton } from "../commandes.mjs";
import { frenchDate } from "../dates.mjs";
import { element, writeAttribute } from "../dom.mjs";
import { printOnly } from "../impression.mjs";
import { describeFermeture } from "./appels.mjs";
import { makeCapacite } from "./capacite.mjs";
import { decimal, formatAmount, formatCents, formatCount, formatPercentage } from "./nombres.mjs";
import { makeSource, makeUnpriced } from "./texte-financement.mjs";
import { uniteOf } from "./unites.mjs";

/** @typedef {import("./simulation.mjs").Estimation} Estimation */
/** @typedef {import("./simulation.mjs").Ligne} Ligne */
/** @typedef {import("./simulation.mjs").Part} Part */
/** @typedef {import("./simulation.mjs").PartEstimee} PartEstimee */

/**
 * @typedef {object} Simulation
 * @property {import("./appels.mjs").Action} action
 * @property {{ligne: Ligne, estimation: Estimation | null}[]} lignes - those that have an amount
 * @property {import("./nombres.mjs").Decimal | null} etp - posts that the organisation has
 * @property {boolean} wrong - a quantity is no number
 */

/**
 * @param {Simulation} simulation
 * @param {import("./calendrier.mjs").Page} page
 * @param {(places: import("./nombres.mjs").Decimal) => void} onPlaces - has places simulated
 * @returns {HTMLElement}
 */
export function makeEstimation(simulation, page, onPlaces) {
  const { action, lignes } = simulation;
  const { financement = [], capacite, source } = action.portage;
  const fermeture = describeFermeture(action, page.date);
  const unpriced = financement.filter((/** @type {Ligne} */ { montant }) => montant === undefined);
  return element(
    "article",
    { className: "cat-simulateur__estimation", attributes: { "aria-label": "Estimation" } },
    element("h3", {}, element("a", { href: page.racine + action.url }, action.nom)),
    fermeture &&
      element(
        "p",
        { className: "cat-simulateur__alerte" },
        `${fermeture}\u00a0: l’estimation reste indicative.`,
      ),
    makeTotal(simulation, page),
    lignes.map(({ ligne, estimation }) => estimation && makeLigne(ligne, estimation)),
    makeCapacite(simulation, capacite, onPlaces),
    unpriced.length > 0 && makeUnpriced(unpriced, lignes.length > 0),
    makeSource(source),
    lignes.some(({ estimation }) => estimation) &&
      makeButton("Imprimer l’estimation", () => printOnly("simulation"), "secondaire"),
  );
}

/**
 * @param {Simulation} simulation
 * @param {import("./calendrier.mjs").Page} page
 */
function makeTotal({ lignes, wrong }, { date }) {
  const done = lignes.flatMap(({ estimation }) => estimation ?? []);
  if (!lignes.length)
    return element(
      "p",
      {},
      "Le texte ne donne pas de montant\u00a0: il n’y a rien à calculer ici.",
    );
  if (!done.length) {
    const words = wrong
      ? "Corrigez la quantité pour voir le calcul."
      : "Écrivez une quantité pour voir le calcul.";
    return element("p", { className: "cat-vide" }, words);
  }
  const obtenu = done.reduce((sum, estimation) => sum + estimation.obtenu, 0n);
  const maximum = done.reduce((sum, estimation) => sum + estimation.maximum, 0n);
  return element(
    "div",
    { className: "cat-simulateur__total" },
    element("p", { className: "cat-simulateur__montant" }, formatCents(obtenu)),
    obtenu !== maximum &&
      element("p", {}, `sur ${formatCents(maximum)} au plus, selon les parts obtenues`),
    done.length < lignes.length &&
      element("p", {}, "Les lignes dont la quantité est vide ou à corriger ne sont pas comptées."),
    element(
      "p",
      { className: "cat-aide" },
      `Estimation au ${frenchDate(date)}, ne vaut pas engagement du Département.`,
    ),
  );
}

/**
 * @param {Ligne} ligne
 * @param {Estimation} estimation
 */
function makeLigne(ligne, estimation) {
  return element(
    "section",
    { className: "cat-simulateur__calcul" },
    element("h4", {}, ligne.libelle),
    makeFormule(ligne, estimation),
    ligne.base &&
      element(
        "p",
        {},
        element("strong", {}, "Base\u00a0: "),
        `${ligne.base}. `,
        "Le calcul ne fait aucun prorata.",
      ),
    estimation.parts.length > 0 ? makeParts(estimation) : null,
    ligne.versements?.length ? makeVersements(ligne, estimation) : null,
    ligne.precisions && element("p", { className: "cat-porter__texte" }, ligne.precisions),
  );
}

/**
 * Returns « nombre de places × montant par place », and « 100 places × 80 € = 8 000 € ».
 * @param {Ligne} ligne
 * @param {Estimation} estimation
 */
export function makeFormule(ligne, { quantite, montant, maximum, arrondi }) {
  const { nom, formule, unique } = uniteOf(ligne.unite);
  const factors = unique ? [`1\u00a0forfait`] : [formatCount(quantite, nom)];
  const rounded = arrondi ? " (arrondi au centime)" : "";
  return element(
    "p",
    { className: "cat-simulateur__formule" },
    element("span", {}, formule),
    element(
      "strong",
      {},
      `${factors[0]} × ${formatAmount(montant)} = ${formatCents(maximum)}${rounded}`,
    ),
  );
}

/** @param {Estimation} estimation */
function makeParts({ parts, maximum, obtenu }) {
  const reduced = obtenu !== maximum;
  const explained = flatten(parts).filter(([{ part }]) => part.precision);
  const table = element(
    "table",
    { className: "cat-table cat-table--montants" },
    element(
      "thead",
      {},
      element("tr", {}, ...["Part", "Au plus", ...(reduced ? ["Estimé"] : [])].map(makeColumn)),
    ),
    element(
      "tbody",
      {},
      flatten(parts).map(([part, level]) => makePart(part, level, reduced)),
      element(
        "tr",
        { className: "cat-table__groupe" },
        element("th", { scope: "row" }, "Ensemble"),
        element("td", {}, formatCents(maximum)),
        reduced && element("td", {}, formatCents(obtenu)),
      ),
    ),
  );
  const texts = explained.map(([{ part }]) =>
    element("li", {}, element("strong", {}, `${part.libelle}\u00a0: `), part.precision),
  );
  return [
    table,
    texts.length > 0 && element("ul", { className: "cat-simulateur__precisions" }, ...texts),
  ];
}

/** @param {Part} part */
function share({ pourcentage }) {
  return formatPercentage(decimal(pourcentage));
}

/** @param {string} words */
function makeColumn(words) {
  return element("th", { scope: "col" }, words);
}

/**
 * Returns each part, followed by its own.
 * @param {PartEstimee[]} parts
 * @param {number} [level]
 * @returns {[part: PartEstimee, level: number][]}
 */
function flatten(parts, level = 1) {
  return parts.flatMap((part) => [
    /** @type {[PartEstimee, number]} */ ([part, level]),
    ...flatten(part.parts, level + 1),
  ]);
}

/**
 * @param {PartEstimee} estimee
 * @param {number} level
 * @param {boolean} reduced
 */
function makePart({ part, maximum, obtenu }, level, reduced) {
  const row = element(
    "tr",
    {},
    element("th", { scope: "row" }, `${part.libelle}\u00a0: `, share(part)),
    element("td", {}, formatCents(maximum)),
    reduced && element("td", {}, formatCents(obtenu)),
  );
  writeAttribute(row, "class", level > 1 && `cat-table__niveau-${Math.min(level, 3)}`);
  return row;
}

/**
 * @param {Ligne} ligne
 * @param {Estimation} estimation
 */
function makeVersements({ versements = [] }, { versements: amounts }) {
  const lines = versements.map(({ libelle, moment, pourcentage, condition }, index) => {
    const cents = amounts[index];
    const share =
      pourcentage === undefined || cents === null
        ? "montant non précisé par le texte"
        : `${formatPercentage(decimal(pourcentage))}, soit ${formatCents(cents)} au plus`;
    return element(
      "li",
      {},
      element("strong", {}, `${libelle}\u00a0: `),
      share,
      moment && `. ${moment}`,
      condition && `. ${condition}`,
      ".",
    );
  });
  return [element("h5", {}, "Versements"), element("ul", {}, ...lines)];
}
