/**
 * The list under the box: options by group. An option is a link, so that a browser opens it in
 * a new tab as any other; it stays out of the order of the Tab key.
 */

import { element } from "../questionnaire/dom.mjs";
import { markedText } from "./marquer.mjs";

/**
 * @typedef {object} Option
 * @property {string | DocumentFragment} titre
 * @property {string} [precision]
 * @property {string} [url] where it leads
 * @property {() => void} [pick] or else what it does
 *
 * @typedef {[nom: string, options: Option[]]} Groupe without a name, its options stand alone
 */

/**
 * @param {import("./chercheur.mjs").Resultat} result
 * @returns {Option}
 */
export function optionOf({ titre, marques, precision, url }) {
  return { titre: markedText(titre, marques), precision, url };
}

/**
 * Shows groups of options in a listbox.
 * @param {HTMLElement} list
 * @param {Groupe[]} groups
 */
export function showOptions(list, groups) {
  let count = 0;
  const makeNext = (/** @type {Option} */ option) => {
    count += 1;
    return makeOption(option, `${list.id}-${count}`);
  };
  list.replaceChildren(
    ...groups.map(([nom, options]) =>
      element(
        "div",
        { className: "cat-recherche__groupe", attributes: nom ? { role: "group", "aria-label": nom } : { role: "presentation" } },
        nom && element("div", { className: "cat-recherche__genre", textContent: nom, attributes: { "aria-hidden": "true" } }),
        options.map(makeNext),
      ),
    ),
  );
}

/**
 * @param {Option} option
 * @param {string} id
 */
function makeOption({ titre, precision, url, pick }, id) {
  const made = element(
    url ? "a" : "div",
    { className: "cat-recherche__option", id, attributes: { role: "option", "aria-selected": "false", href: url, tabindex: url && -1 } },
    element("span", { className: "cat-recherche__titre" }, titre),
    precision && [" ", element("span", { className: "cat-recherche__precision" }, precision)],
  );
  if (pick) made.addEventListener("click", pick);
  return made;
}
