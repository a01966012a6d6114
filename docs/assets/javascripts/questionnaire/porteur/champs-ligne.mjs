/** The fields of a funding line: how many, and how much of each part is obtained. */

import { element, newId } from "../dom.mjs";
import { makeChampNombre } from "./champ-nombre.mjs";
import { decimal, formatAmount, formatDecimal, formatPercentage } from "./nombres.mjs";
import { estimate } from "./simulation.mjs";
import { readQuantite, readTaux, uniteOf } from "./unites.mjs";

/** @typedef {import("./champ-nombre.mjs").ChampNombre} ChampNombre */
/** @typedef {import("./simulation.mjs").Ligne} Ligne */
/** @typedef {import("./simulation.mjs").Part} Part */

/**
 * The fields of a line that has an amount.
 * @typedef {object} Champs
 * @property {Ligne} ligne
 * @property {HTMLElement} element
 * @property {ChampNombre | HTMLInputElement} quantite - a box for what there is but one of
 * @property {Map<string, ChampNombre>} taux - by rank of part
 */

/**
 * @param {Champs} champs
 * @returns {import("./simulation.mjs").Estimation | null}
 */
export function readEstimation({ ligne, quantite, taux }) {
  const count = "read" in quantite ? quantite.read() : quantite.checked ? decimal(1) : null;
  const typed = [...taux]
    .map(([rang, champ]) => [rang, champ.read()])
    .filter(([, valeur]) => valeur !== null);
  return estimate(ligne, { quantite: count, taux: Object.fromEntries(typed) });
}

/**
 * @param {Ligne} ligne
 * @param {() => void} onInput
 * @returns {Champs}
 */
export function makeChamps(ligne, onInput) {
  const unite = uniteOf(ligne.unite);
  const quantite = unite.unique ? makeBox(onInput) : null;
  const champ =
    quantite ??
    makeChampNombre({
      libelle: unite.question,
      entier: unite.entier,
      lire: (text) => readQuantite(text, unite),
      onInput,
    });
  const taux = new Map(
    leaves(ligne.parts ?? []).map(([rang, part]) => [rang, makeTaux(part, onInput)]),
  );
  const montant = formatAmount(decimal(ligne.montant ?? 0));
  return {
    ligne,
    quantite: champ,
    taux,
    element: element(
      "fieldset",
      { className: "cat-simulateur__ligne" },
      element(
        "legend",
        {},
        `${ligne.libelle}\u00a0: `,
        `${unite.unique ? "forfait de " : ""}${montant}${perUnit(ligne.unite)}`,
      ),
      "element" in champ ? champ.element : makeBoxRow(champ, unite.question),
      taux.size > 0 && makeTauxGroup([...taux.values()]),
    ),
  };
}

/** @param {string | undefined} unite */
function perUnit(unite) {
  const { nom, unique } = uniteOf(unite);
  return unique || unite === undefined || unite === "autre" ? "" : ` par ${nom[0]}`;
}

/**
 * @param {() => void} onInput
 * @returns {HTMLInputElement}
 */
function makeBox(onInput) {
  return element("input", {
    type: "checkbox",
    id: newId("forfait"),
    checked: true,
    className: "cat-choix__case",
    on: { change: onInput },
  });
}

/**
 * @param {HTMLInputElement} box
 * @param {string} libelle
 */
function makeBoxRow(box, libelle) {
  return element(
    "div",
    { className: "cat-choix" },
    box,
    element("label", { className: "cat-choix__nom", htmlFor: box.id }, libelle),
  );
}

/**
 * Returns the parts that have no parts of their own, with their ranks.
 * @param {Part[]} parts
 * @param {string} [prefix]
 * @returns {[rang: string, part: Part][]}
 */
function leaves(parts, prefix = "") {
  return parts.flatMap((part, index) => {
    const rang = `${prefix}${index}`;
    return part.parts?.length
      ? leaves(part.parts, `${rang}.`)
      : [/** @type {[string, Part]} */ ([rang, part])];
  });
}

/**
 * @param {Part} part
 * @param {() => void} onInput
 */
function makeTaux({ libelle, pourcentage }, onInput) {
  return makeChampNombre({
    libelle: `${libelle} (${formatPercentage(decimal(pourcentage))} du montant)`,
    unite: "%",
    valeur: "100",
    lire: readTaux,
    onInput,
  });
}

/** @param {ChampNombre[]} champs */
function makeTauxGroup(champs) {
  return element(
    "details",
    { className: "cat-pli cat-simulateur__taux" },
    element("summary", {}, "Et si une part n’est pas obtenue en entier\u00a0?"),
    element(
      "p",
      { className: "cat-aide" },
      "Indiquez, pour chaque part, combien vous pensez en obtenir, en pour cent.",
    ),
    ...champs.map((champ) => champ.element),
  );
}

/**
 * @param {number} placesMax
 * @param {() => void} onInput
 */
export function makeEtp(placesMax, onInput) {
  return makeChampNombre({
    libelle: "Postes à temps plein (ETP) dont dispose votre structure",
    aide:
      `Facultatif. Le texte fixe au plus ${formatDecimal(decimal(placesMax))}\u00a0places ` +
      "pour un ETP. Un mi-temps compte pour 0,5.",
    unite: "ETP",
    lire: (text) => readQuantite(text, {}),
    onInput,
  });
}
