/** What a page has to say: answers that come from a link, answers erased. */

import { element } from "./dom.mjs";

/**
 * Returns a notice.
 * @param {string} words
 * @param {...HTMLElement} buttons - what may be done about it
 * @returns {HTMLElement}
 */
export function makeAvis(words, ...buttons) {
  return element(
    "div",
    { className: "cat-avis" },
    element("p", {}, words),
    buttons.length > 0 && element("div", { className: "cat-avis__choix" }, ...buttons),
  );
}

/** The place of the notices of a page, one at a time. */
export class Avis {
  element = element("div", { attributes: { role: "status" } });

  /**
   * @param {string | null} words - `null` for nothing
   * @param {...HTMLElement} buttons
   */
  say(words, ...buttons) {
    this.element.replaceChildren(...(words ? [makeAvis(words, ...buttons)] : []));
  }
}
