/**
 * A question as a person meets it: its wording, its help, why it is asked, its control and what
 * is wrong with the answer. Page authors use `makeChamp` alone; a change of the answer reaches
 * them as the native « change » event, which bubbles from `element`.
 */

import { makeCheckboxes, makeRadios } from "./champ-choix.mjs";
import { makeDate, makeNombre, makePlace } from "./champ-saisie.mjs";
import { element, newId, writeAttribute } from "./dom.mjs";

/** @typedef {import("./reponses.mjs").Question} Question */
/** @typedef {import("./reponses.mjs").Valeur} Valeur */
/** @typedef {import("./communes.mjs").Communes} Communes */

/**
 * What answers a question, without its wording: what each maker of a control returns.
 * @typedef {object} Controle
 * @property {Node[]} elements
 * @property {HTMLElement[]} entrees - the fields to describe; the first one takes the focus
 * @property {() => Valeur | undefined} read - `undefined` when the answer is missing or wrong
 * @property {(valeur: Valeur | undefined) => void} write
 * @property {() => {message: string | null, fautifs: HTMLElement[]}} check - judges what is there
 * @property {string} manque - what is said of a missing answer
 * @property {string} [role] - of the group, when it isn't « group »
 */

/**
 * @typedef {object} Champ
 * @property {HTMLFieldSetElement} element
 * @property {HTMLElement} titre - the wording; takes the focus when the question appears
 * @property {string} id - of the first field, for a link to it
 * @property {() => Valeur | undefined} read - `undefined`: no answer, or a wrong one;
 *   `null`: « je ne sais pas »
 * @property {(valeur: Valeur | undefined) => void} write - shows an answer, without a « change »
 * @property {() => string | null} validate - shows what is wrong and returns it
 * @property {() => void} clearError
 * @property {() => void} focus - gives the focus to the first field at fault, or the first one
 */

/**
 * @typedef {object} Options
 * @property {string} lecteur
 * @property {Valeur} [valeur] - the answer to show
 * @property {number} [niveau] - 1 to 6: the wording is a heading of this level
 * @property {boolean} [facultatif] - no answer is right too; so it is of a sensitive question
 * @property {Communes} [communes] - for a question of type commune
 */

/** @type {Record<string, (question: Question, id: string, options: Options) => Controle>} */
const MAKERS = {
  "oui-non": makeRadios,
  choix: makeRadios,
  "choix-multiple": makeCheckboxes,
  nombre: makeNombre,
  date: makeDate,
  commune: makePlace,
};

const SENSITIVE =
  "Cette question est facultative. " +
  "La réponse reste dans cet onglet et n’est jamais mise dans un lien.";

/**
 * Returns the field of a question.
 * @param {Question} question
 * @param {string} slug
 * @param {Options} options
 * @returns {Champ}
 */
export function makeChamp(question, slug, options) {
  const id = newId(slug);
  const controle = MAKERS[question.type](question, id, { ...options, slug });
  const optional = options.facultatif ?? question.sensible ?? false;
  const texts = makeTexts(question, id);
  const erreur = element("p", {
    className: "cat-question__erreur",
    id: `${id}-erreur`,
    hidden: true,
  });
  const { legend, titre } = makeLegend(question, options);
  const fieldset = element(
    "fieldset",
    { className: "cat-question", attributes: { role: controle.role } },
    legend,
    texts.nodes,
    makePourquoi(question),
    erreur,
    element("div", { className: "cat-question__reponse" }, controle.elements),
  );
  /** @type {HTMLElement[]} */
  let fautifs = [];

  /** @param {string | null} message @param {HTMLElement[]} fields */
  const show = (message, fields) => {
    fautifs = fields;
    erreur.hidden = message === null;
    erreur.replaceChildren(...(message === null ? [] : [errorMark(), message]));
    fieldset.classList.toggle("cat-question--erreur", message !== null);
    const ids = [...texts.ids, message !== null && erreur.id].filter(Boolean).join(" ");
    writeAttribute(fieldset, "aria-describedby", ids || null);
    for (const field of controle.entrees)
      describe(field, ids, fields.includes(field), controle.role);
    if (controle.role === "radiogroup")
      writeAttribute(fieldset, "aria-invalid", message !== null && "true");
  };
  const clearError = () => show(null, []);

  controle.write(options.valeur);
  clearError();
  // As soon as the answer is right, not when the field is left: what is under the message would
  // move under the click that leaves it.
  const settle = () => {
    const right = controle.check().message === null && (optional || controle.read() !== undefined);
    if (right && !erreur.hidden) clearError();
  };
  for (const type of ["input", "change"]) fieldset.addEventListener(type, settle);
  return {
    element: fieldset,
    titre,
    id: controle.entrees[0].id,
    read: controle.read,
    write: (valeur) => {
      controle.write(valeur);
      clearError();
    },
    validate: () => {
      const checked = controle.check();
      const missing = checked.message === null && controle.read() === undefined && !optional;
      const message = missing ? controle.manque : checked.message;
      show(message, missing ? controle.entrees.slice(0, 1) : checked.fautifs);
      return message;
    },
    clearError,
    focus: () => (fautifs[0] ?? startOf(controle)).focus(),
  };
}

/**
 * The field to start from: the one that is chosen in a group of radios, else the first.
 * @param {Controle} controle
 */
function startOf({ entrees }) {
  return (
    entrees.find(
      (field) => field instanceof HTMLInputElement && field.type === "radio" && field.checked,
    ) ?? entrees[0]
  );
}

/**
 * Ties a field to what is said of it. A radio is described by its group.
 * @param {HTMLElement} field
 * @param {string} ids
 * @param {boolean} wrong
 * @param {string | undefined} role
 */
function describe(field, ids, wrong, role) {
  if (role === "radiogroup" || field.getAttribute("type") === "checkbox") return;
  const own = field.dataset.decrit ?? "";
  writeAttribute(field, "aria-describedby", `${own} ${ids}`.trim() || null);
  writeAttribute(field, "aria-invalid", wrong && "true");
}

function errorMark() {
  return element("span", { className: "cat-dit" }, "Erreur\u00a0: ");
}

/**
 * @param {Question} question
 * @param {Options} options
 */
function makeLegend({ libelle }, { lecteur, niveau }) {
  const words = libelle[lecteur] ?? Object.values(libelle)[0];
  const titre = element(
    niveau ? `h${niveau}` : "span",
    { className: "cat-question__titre", tabIndex: -1 },
    words,
  );
  return { titre, legend: element("legend", { className: "cat-question__legende" }, titre) };
}

/**
 * @param {Question} question
 * @param {string} id
 */
function makeTexts({ aide, sensible }, id) {
  const nodes = [
    aide && element("p", { className: "cat-question__aide", id: `${id}-aide` }, aide),
    sensible &&
      element("p", { className: "cat-question__sensible", id: `${id}-sensible` }, SENSITIVE),
  ].filter(Boolean);
  return { nodes, ids: nodes.map((node) => node.id) };
}

/** @param {Question} question */
function makePourquoi({ pourquoi }) {
  if (!pourquoi) return null;
  return element(
    "details",
    { className: "cat-question__pourquoi" },
    element("summary", {}, "Pourquoi cette question\u00a0?"),
    element("p", {}, pourquoi),
  );
}
