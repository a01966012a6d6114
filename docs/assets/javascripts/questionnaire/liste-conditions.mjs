/** The conditions of all actions: what the page is without JavaScript, folded with it. */

import { element } from "./dom.mjs";

const PREFIX = "action=";

export class ListeConditions {
  /** @type {HTMLElement | null} */
  #list = document.querySelector("[data-sans-script]");
  /** @type {HTMLDetailsElement | null} */
  #details = null;
  // The questionnaire takes it out of the address.
  #hash = location.hash;

  constructor() {
    // « #action=… » leads to a question here, no longer to the conditions of the action.
    for (const part of this.#parts(`[id^="${PREFIX}"]`)) {
      part.dataset.ancre = part.id;
      part.removeAttribute("id");
    }
  }

  /** Puts the list behind words that unfold it. */
  fold() {
    if (!this.#list || this.#details) return;
    this.#details = element(
      "details",
      { className: "cat-pli cat-regles-repliees" },
      element("summary", {}, "Lire les conditions de toutes les actions"),
    );
    this.#list.replaceWith(/** @type {Node} */ (this.#details));
    this.#details?.append(this.#list);
  }

  /** Unfolds the list when the address leads into it. */
  reveal() {
    const target = document.getElementById(this.#hash.slice(1));
    if (!target || !this.#details?.contains(target)) return;
    this.#details.open = true;
    target.scrollIntoView();
  }

  /** Leaves the list as it is without JavaScript: the questionnaire failed. */
  restore() {
    for (const part of this.#parts("[data-ancre]")) part.id = part.dataset.ancre ?? "";
    if (!this.#list || !this.#details) return;
    this.#details.replaceWith(this.#list);
    this.#details = null;
  }

  /** @param {string} selector @returns {HTMLElement[]} */
  #parts(selector) {
    return Array.from(this.#list?.querySelectorAll(selector) ?? []);
  }
}
