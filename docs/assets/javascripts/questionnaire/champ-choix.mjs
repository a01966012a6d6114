/** Controls that offer their answers: radios and checkboxes, native ones in rows for a finger. */

import { element } from "./dom.mjs";
import { NONES } from "./valeurs.mjs";

/** @typedef {import("./champs.mjs").Controle} Controle */
/** @typedef {import("./champs.mjs").Options} Options */
/** @typedef {import("./reponses.mjs").Question} Question */
/** @typedef {import("./reponses.mjs").Valeur} Valeur */

/**
 * A choice as it is drawn.
 * @typedef {{valeur: string, libelle: string, aide?: string}} Choix
 */

export const UNKNOWN = "Je ne sais pas";
/** What a form would send for it; no option of a catalogue may look so. */
const UNKNOWN_VALUE = "?";
const NONE_VALUE = "!";
const YES_NO = [
  { valeur: "oui", libelle: "Oui" },
  { valeur: "non", libelle: "Non" },
];

/**
 * Returns one row: a native input and its label, which are hit together.
 * @param {"radio" | "checkbox"} type
 * @param {Choix} choix
 * @param {{id: string, name: string}} names
 * @returns {{row: HTMLElement, input: HTMLInputElement}}
 */
export function makeRow(type, { valeur, libelle, aide }, { id, name }) {
  const input = element("input", { type, id, name, value: valeur, className: "cat-choix__case" });
  const help = aide && element("span", { className: "cat-choix__aide", id: `${id}-aide` }, aide);
  if (help) input.setAttribute("aria-describedby", help.id);
  const row = element(
    "div",
    { className: "cat-choix" },
    input,
    element("label", { className: "cat-choix__nom", htmlFor: id }, libelle),
    help,
  );
  return { row, input };
}

/**
 * @param {Question} question
 * @param {string} id
 * @returns {Controle}
 */
export function makeRadios(question, id) {
  const choices = question.type === "oui-non" ? YES_NO : (question.options ?? []);
  const rows = [...choices, { valeur: UNKNOWN_VALUE, libelle: UNKNOWN }].map((choix, index) =>
    makeRow("radio", choix, { id: `${id}-${index}`, name: id }),
  );
  rows[rows.length - 1].row.classList.add("cat-choix--inconnu");
  const inputs = rows.map(({ input }) => input);
  return {
    elements: [element("div", { className: "cat-choix-liste" }, ...rows.map(({ row }) => row))],
    entrees: inputs,
    role: "radiogroup",
    manque: `Choisissez une réponse. Vous pouvez choisir «\u00a0${UNKNOWN}\u00a0».`,
    check: () => ({ message: null, fautifs: [] }),
    read: () => {
      const value = inputs.find((input) => input.checked)?.value;
      return value === UNKNOWN_VALUE ? null : value;
    },
    write: (valeur) => {
      for (const input of inputs)
        input.checked = input.value === (valeur === null ? UNKNOWN_VALUE : valeur);
    },
  };
}

/**
 * Checkboxes; those that say « none » or « je ne sais pas » stand alone: ticking one unticks the
 * others, and the reverse.
 * @param {Question} question
 * @param {string} id
 * @returns {Controle}
 */
export function makeCheckboxes(question, id) {
  const options = question.options ?? [];
  const offersNone = options.some(({ valeur }) => NONES.includes(valeur));
  const choices = [
    ...options,
    ...(offersNone ? [] : [{ valeur: NONE_VALUE, libelle: "Rien de tout cela" }]),
    { valeur: UNKNOWN_VALUE, libelle: UNKNOWN },
  ];
  const rows = choices.map((choix, index) =>
    makeRow("checkbox", choix, { id: `${id}-${index}`, name: id }),
  );
  rows[rows.length - 1].row.classList.add("cat-choix--inconnu");
  const inputs = rows.map(({ input }) => input);
  for (const input of inputs) input.addEventListener("change", () => keepApart(input, inputs));
  return {
    elements: [element("div", { className: "cat-choix-liste" }, ...rows.map(({ row }) => row))],
    entrees: inputs,
    manque: `Cochez une ou plusieurs réponses. Vous pouvez cocher «\u00a0${UNKNOWN}\u00a0».`,
    check: () => ({ message: null, fautifs: [] }),
    read: () => readTicked(inputs.filter((input) => input.checked).map((input) => input.value)),
    write: (valeur) => {
      const values = writtenAs(valeur);
      for (const input of inputs) input.checked = values.includes(input.value);
    },
  };
}

/** @param {string} value */
function standsAlone(value) {
  return value === UNKNOWN_VALUE || value === NONE_VALUE || NONES.includes(value);
}

/**
 * @param {HTMLInputElement} changed
 * @param {HTMLInputElement[]} inputs
 */
function keepApart(changed, inputs) {
  if (!changed.checked) return;
  for (const input of inputs) {
    if (input !== changed && (standsAlone(changed.value) || standsAlone(input.value)))
      input.checked = false;
  }
}

/**
 * @param {string[]} values
 * @returns {string[] | null | undefined}
 */
function readTicked(values) {
  if (!values.length) return undefined;
  if (values.includes(UNKNOWN_VALUE)) return null;
  return values.filter((value) => value !== NONE_VALUE);
}

/**
 * @param {Valeur | undefined} valeur
 * @returns {string[]}
 */
function writtenAs(valeur) {
  if (valeur === null) return [UNKNOWN_VALUE];
  if (!Array.isArray(valeur)) return [];
  return valeur.length ? valeur : [NONE_VALUE];
}
