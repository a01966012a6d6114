/** Long lists: a screenful at first, more on demand. A catalogue may have thousands of actions. */

import { makeButton } from "./commandes.mjs";
import { element } from "./dom.mjs";
import { counted } from "./phrases.mjs";

/** Items shown at first, and added each time. */
export const PAGE = 25;

/**
 * @template T
 * @typedef {object} Reglages
 * @property {(item: T) => HTMLElement} makeItem - an `li`
 * @property {string} [className] - of the list
 * @property {[one: string, several: string]} [noms] - what the items are
 * @property {number} [shown] - how many are shown at first
 * @property {(shown: number) => void} [onMore]
 */

/**
 * Returns a list that shows its first items, and a button that adds the next ones. On paper,
 * where there is no button, a line says how many are left.
 * @template T
 * @param {T[]} items
 * @param {Reglages<T>} reglages
 * @returns {HTMLElement}
 */
export function makePages(items, reglages) {
  const {
    makeItem,
    className = "",
    noms = ["action", "actions"],
    shown: first = PAGE,
    onMore,
  } = reglages;
  const list = element("ul", { className, attributes: { role: "list" } });
  const rest = element("p", { className: "cat-pages__reste" });
  let shown = 0;
  const add = (/** @type {number} */ count) => {
    const added = items.slice(shown, shown + count).map(makeItem);
    list.append(...added);
    shown += added.length;
    const left = items.length - shown;
    more.hidden = rest.hidden = left === 0;
    more.textContent = describeMore(left, noms);
    rest.textContent = `Et ${counted(left, ...noms)} de plus, à lire sur le site.`;
    return added[0];
  };
  const more = makeButton(
    "",
    () => {
      const next = add(PAGE);
      onMore?.(shown);
      // The reader goes on with the first of the new ones; the button may be gone.
      next.querySelector("a, summary, button")?.focus();
    },
    "secondaire",
  );
  add(first);
  return element("div", { className: "cat-pages" }, list, more, rest);
}

/**
 * @param {number} left
 * @param {[one: string, several: string]} noms
 */
function describeMore(left, noms) {
  const words = `Afficher ${counted(Math.min(left, PAGE), ...noms)} de plus`;
  return left > PAGE ? `${words} (il en reste ${left.toLocaleString("fr-FR")})` : words;
}
