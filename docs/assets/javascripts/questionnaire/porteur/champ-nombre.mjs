/** A number to type, with its unit, its help and what is wrong with it. */

import { element, newId, writeAttribute } from "../dom.mjs";
import { whenReleased } from "../pointeur.mjs";

/** @typedef {import("./nombres.mjs").Decimal} Decimal */
/** @typedef {import("./unites.mjs").Lecture} Lecture */

/**
 * @typedef {object} ChampNombre
 * @property {HTMLElement} element
 * @property {() => Decimal | null} read - `null` when it is empty or wrong
 * @property {() => boolean} isWrong
 * @property {(text: string) => void} write - as if the person had typed it
 * @property {() => void} focus
 */

/**
 * Returns a field. It is read at each key, and judged once the person leaves it: « 1, » is the
 * beginning of a number.
 * @param {object} settings
 * @param {string} settings.libelle
 * @param {string} [settings.aide]
 * @param {string} [settings.unite] - written after the field
 * @param {string} [settings.valeur]
 * @param {boolean} [settings.entier]
 * @param {(text: string) => Lecture} settings.lire
 * @param {() => void} settings.onInput
 * @returns {ChampNombre}
 */
export function makeChampNombre({
  libelle,
  aide,
  unite,
  valeur = "",
  entier = false,
  lire,
  onInput,
}) {
  const id = newId("nombre");
  const erreur = element("p", {
    className: "cat-simulateur__erreur",
    id: `${id}-erreur`,
    hidden: true,
  });
  const show = (/** @type {string | null} */ message) => {
    erreur.hidden = message === null;
    erreur.textContent = message ?? "";
    writeAttribute(input, "aria-invalid", message !== null && "true");
    const ids = [aide && `${id}-aide`, message !== null && erreur.id].filter(Boolean).join(" ");
    writeAttribute(input, "aria-describedby", ids || null);
  };
  const input = element("input", {
    id,
    type: "text",
    value: valeur,
    inputMode: entier ? "numeric" : "decimal",
    autocomplete: "off",
    className: "cat-porter__saisie cat-porter__saisie--nombre",
    on: {
      input: () => {
        if (lire(input.value).message === null) show(null);
        onInput();
      },
      change: () => whenReleased(() => show(lire(input.value).message)),
    },
  });
  show(null);
  return {
    element: element(
      "div",
      { className: "cat-simulateur__champ" },
      element("label", { htmlFor: id }, libelle),
      aide && element("p", { className: "cat-aide", id: `${id}-aide` }, aide),
      erreur,
      element(
        "span",
        { className: "cat-simulateur__nombre" },
        input,
        unite && element("span", {}, unite),
      ),
    ),
    read: () => lire(input.value).valeur,
    isWrong: () => lire(input.value).message !== null,
    write: (text) => {
      input.value = text;
      show(lire(text).message);
      onInput();
    },
    focus: () => input.focus(),
  };
}
