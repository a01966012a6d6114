/** Controls that are typed in: a number, a date, a commune; each with « Je ne sais pas ». */

import { makeRow, UNKNOWN } from "./champ-choix.mjs";
import { Combobox } from "./champ-commune.mjs";
import { readDate } from "./dates.mjs";
import { element } from "./dom.mjs";
import { readNombre } from "./nombres.mjs";
import { AILLEURS, isWhole } from "./valeurs.mjs";

/** @typedef {import("./champs.mjs").Controle} Controle */
/** @typedef {import("./champs.mjs").Options} Options */
/** @typedef {import("./reponses.mjs").Question} Question */
/** @typedef {import("./reponses.mjs").Valeur} Valeur */

const OR_UNKNOWN = `Vous pouvez aussi cocher «\u00a0${UNKNOWN}\u00a0».`;

/**
 * Checkboxes under a typed field: one ticked empties the field and the others, and a field that
 * is typed in unticks them.
 * @param {string} id
 * @param {[valeur: string | null, libelle: string][]} choices
 * @param {HTMLInputElement[]} fields
 * @param {() => void} empty
 */
function makeEscapes(id, choices, fields, empty) {
  const rows = choices.map(([, libelle], index) =>
    makeRow(
      "checkbox",
      { valeur: "on", libelle },
      { id: `${id}-case-${index}`, name: `${id}-case-${index}` },
    ),
  );
  rows[rows.length - 1].row.classList.add("cat-choix--inconnu");
  const inputs = rows.map(({ input }) => input);
  const untick = (/** @type {HTMLInputElement | null} */ kept) => {
    for (const input of inputs) if (input !== kept) input.checked = false;
  };
  for (const input of inputs) {
    input.addEventListener("change", () => {
      if (!input.checked) return;
      untick(input);
      empty();
    });
  }
  for (const field of fields) field.addEventListener("input", () => untick(null));
  return {
    element: element(
      "div",
      { className: "cat-choix-liste cat-choix-liste--issue" },
      ...rows.map(({ row }) => row),
    ),
    inputs,
    /**
     * Returns what the ticked box answers; `undefined` when none is.
     * @returns {string | null | undefined}
     */
    read: () => choices[inputs.findIndex((input) => input.checked)]?.[0],
    /** @param {Valeur | undefined} valeur @returns {boolean} whether a box answers so */
    write: (valeur) => {
      choices.forEach(([own], index) => (inputs[index].checked = own === valeur));
      return choices.some(([own]) => own === valeur);
    },
  };
}

/**
 * @param {Question} question
 * @param {string} id
 * @param {Options & {slug?: string}} options
 * @returns {Controle}
 */
export function makeNombre(question, id, { lecteur, slug = "" }) {
  const unit =
    question.unite &&
    element("span", { className: "cat-saisie-unite", id: `${id}-unite` }, question.unite);
  const words = question.libelle[lecteur] ?? "";
  const asked = { ...question, entier: isWhole(question, slug) };
  const input = element("input", {
    id,
    className: "cat-saisie cat-saisie--courte",
    type: "text",
    inputMode: asked.entier ? "numeric" : "decimal",
    autocomplete: "off",
    attributes: { "aria-label": words, "data-decrit": unit && unit.id },
  });
  const escapes = makeEscapes(id, [[null, UNKNOWN]], [input], () => (input.value = ""));
  const what = /^age($|[_-])/.test(slug)
    ? lecteur === "beneficiaire"
      ? "votre âge"
      : "l’âge"
    : "un nombre";
  const reading = () => readNombre(asked, input.value, what);
  return {
    elements: [element("div", { className: "cat-saisie-ligne" }, input, unit), escapes.element],
    entrees: [input],
    manque: `${readNombre(asked, "", what).message} ${OR_UNKNOWN}`,
    check: () => {
      const message = input.value.trim() ? reading().message : null;
      return { message, fautifs: message ? [input] : [] };
    },
    read: () => (escapes.read() === null ? null : reading().nombre),
    write: (valeur) => {
      escapes.write(valeur);
      input.value = typeof valeur === "number" ? String(valeur).replace(".", ",") : "";
    },
  };
}

const DATE_PARTS = /** @type {const} */ ([
  ["jour", "Jour", "numeric"],
  ["mois", "Mois", "numeric"],
  ["annee", "Année", "numeric"],
]);

/**
 * @param {Question} question
 * @param {string} id
 * @returns {Controle}
 */
export function makeDate(question, id) {
  const inputs = DATE_PARTS.map(([part, , mode]) =>
    element("input", {
      id: `${id}-${part}`,
      className: `cat-saisie cat-saisie--${part === "annee" ? "annee" : "courte"}`,
      type: "text",
      inputMode: mode,
      autocomplete: "off",
    }),
  );
  const parts = DATE_PARTS.map(([, name], index) =>
    element(
      "div",
      { className: "cat-saisie-partie" },
      element("label", { htmlFor: inputs[index].id }, name),
      inputs[index],
    ),
  );
  const write = (/** @type {string[]} */ texts) =>
    inputs.forEach((input, index) => (input.value = texts[index] ?? ""));
  const escapes = makeEscapes(id, [[null, UNKNOWN]], inputs, () => write([]));
  const reading = () =>
    readDate({ jour: inputs[0].value, mois: inputs[1].value, annee: inputs[2].value });
  return {
    elements: [element("div", { className: "cat-saisie-ligne" }, ...parts), escapes.element],
    entrees: inputs,
    manque: `Écrivez la date en chiffres, par exemple 15, 3 et 1990. ${OR_UNKNOWN}`,
    check: () => {
      const { message, fautifs } = reading();
      return {
        message,
        fautifs: inputs.filter((_, index) => fautifs.includes(DATE_PARTS[index][0])),
      };
    },
    read: () => (escapes.read() === null ? null : reading().jour),
    write: (valeur) => {
      escapes.write(valeur);
      write(
        typeof valeur === "string"
          ? valeur
              .split("-")
              .reverse()
              .map((text) => String(Number(text)))
          : [],
      );
    },
  };
}

/**
 * @param {Question} question
 * @param {string} id
 * @param {Options} options
 * @returns {Controle}
 */
export function makePlace(question, id, { lecteur, communes }) {
  if (!communes)
    throw new TypeError("makeChamp: a question of type commune needs options.communes");
  const own = lecteur === "beneficiaire" ? "votre commune" : "la commune";
  const away = `${lecteur === "beneficiaire" ? "Ma" : "La"} commune n’est pas dans la liste`;
  const combobox = new Combobox(communes, { id, nom: "Commune ou code postal", ailleurs: away });
  const escapes = makeEscapes(
    id,
    [
      [AILLEURS, away],
      [null, UNKNOWN],
    ],
    [combobox.input],
    () => (combobox.code = undefined),
  );
  return {
    elements: [combobox.element, escapes.element],
    entrees: [combobox.input],
    manque:
      `Écrivez le nom ou le code postal de ${own}, puis choisissez-la dans la liste. ` +
      combobox.otherwise,
    check: () => {
      const message = combobox.describeError();
      return { message, fautifs: message ? [combobox.input] : [] };
    },
    read: () => {
      const ticked = escapes.read();
      return ticked === undefined ? combobox.code : ticked;
    },
    write: (valeur) => {
      combobox.code = escapes.write(valeur) || typeof valeur !== "string" ? undefined : valeur;
    },
  };
}
