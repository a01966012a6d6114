/** Long lists that a field filters by words. */

import { foldPlace as fold } from "../communes.mjs";
import { announce, element, makeRegion, newId } from "../dom.mjs";
import { makePages } from "../pages.mjs";
import { counted } from "../phrases.mjs";

/** From this many items on, a list is searched rather than read. */
export const MANY = 10;

/**
 * Returns the test of what was typed: every word begins one of a text, whatever its accents.
 * @param {string} typed
 * @returns {(text: string) => boolean}
 */
export function makeMatcher(typed) {
  const words = fold(typed).split(" ").filter(Boolean);
  return (text) => {
    const folded = words.length ? ` ${fold(text)}` : "";
    return words.every((word) => folded.includes(` ${word}`));
  };
}

/**
 * Returns a labelled field to filter with.
 * @param {string} libelle
 * @param {(typed: string) => void} onInput
 * @returns {HTMLElement}
 */
export function makeFiltre(libelle, onInput) {
  const id = newId("filtre");
  const input = element("input", {
    id,
    type: "search",
    className: "cat-porter__saisie",
    autocomplete: "off",
    on: { input: () => onInput(input.value) },
  });
  return element(
    "p",
    { className: "cat-porter__filtre" },
    element("label", { htmlFor: id }, libelle),
    input,
  );
}

/**
 * Returns a list that a field filters, when it is long.
 * @template T
 * @param {object} settings
 * @param {T[]} settings.items
 * @param {(item: T) => string} settings.textOf - what is searched
 * @param {(item: T) => HTMLElement} settings.makeItem - an `li`
 * @param {string} settings.libelle - of the filter
 * @param {string} settings.className - of the list
 * @param {[one: string, several: string]} [settings.noms] - what the items are
 * @returns {HTMLElement}
 */
export function makeListe({ items, textOf, makeItem, libelle, className, noms }) {
  const pages = { makeItem, className, noms };
  const place = element("div", {}, makePages(items, pages));
  if (items.length <= MANY) return place;
  const region = makeRegion();
  const filter = (/** @type {string} */ typed) => {
    const matches = makeMatcher(typed);
    const found = items.filter((item) => matches(textOf(item)));
    place.replaceChildren(
      found.length
        ? makePages(found, pages)
        : element(
            "p",
            { className: "cat-vide" },
            "Rien ne correspond à ces mots. Essayez-en d’autres.",
          ),
    );
    announce(region, describeCount(found.length));
  };
  return element("div", {}, makeFiltre(libelle, filter), region, place);
}

/** @param {number} count */
function describeCount(count) {
  return count === 0 ? "Aucun résultat" : counted(count, "résultat", "résultats");
}
