/**
 * The search box: an editable combobox with a list of suggestions by kind (WAI-ARIA 1.2, manual
 * selection). theme/search.js makes the field, and loads this module when somebody comes to it.
 *
 * Each letter asks anew; the answer to a query that is no longer in the field is ignored.
 */

import { announce, element, makeRegion, writeAttribute } from "../questionnaire/dom.mjs";
import { openChercheur } from "./chercheur.mjs";
import { optionOf, showOptions } from "./options.mjs";
import { groupsOf, WANTED } from "./suggestions.mjs";
import {
  AILLEURS,
  ATTENTE,
  CONTACTS,
  describeActions,
  describeCount,
  describeNothing,
  describeReading,
  INVITE,
  PROCHES,
  REESSAYER,
  THEMATIQUES,
} from "./textes.mjs";

/** Milliseconds before a page says that it is loading. */
const PATIENCE = 300;
/** Keys that move in the text: the option that was active is so no more. */
const IN_TEXT = new Set(["ArrowLeft", "ArrowRight", "Home", "End"]);

/** @typedef {import("./chercheur.mjs").Reponse} Reponse */
/** @typedef {import("./options.mjs").Groupe} Groupe */

class Boite {
  /** The query whose answer is awaited or shown. @type {string | null} */
  #query = null;
  /** The query whose answer is shown. @type {string | null} */
  #shown = null;
  /** The arrow pressed while an answer was awaited: it moves in that answer. */
  #step = 0;
  #active = -1;

  /**
   * @param {HTMLFormElement} form
   * @param {import("./chercheur.mjs").Chercheur} chercheur
   */
  constructor(form, chercheur) {
    this.form = form;
    this.chercheur = chercheur;
    this.input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    this.panel = /** @type {HTMLElement} */ (form.querySelector(".cat-recherche__panneau"));
    this.note = element("p", { className: "cat-recherche__note" });
    this.list = element("div", {
      className: "cat-recherche__liste",
      id: "cat-recherche-liste",
      attributes: { role: "listbox", "aria-label": "Suggestions" },
    });
    this.region = makeRegion();
    this.panel.replaceChildren(this.note, this.list);
    form.append(this.region);
    this.input.setAttribute("aria-controls", this.list.id);
    this.#listen();
    this.#search();
  }

  #listen() {
    const { form, input, list } = this;
    input.addEventListener("input", () => this.#search());
    input.addEventListener("focus", () => this.#onFocus());
    input.addEventListener("keydown", (event) => this.#onKey(event));
    form.addEventListener("focusout", (/** @type {FocusEvent} */ { relatedTarget }) => {
      if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) this.close();
    });
    // A click in the list leaves the focus in the field.
    this.panel.addEventListener("mousedown", (event) => {
      if (event.button === 0) event.preventDefault();
    });
    list.addEventListener("click", (/** @type {MouseEvent} */ event) => this.#onPick(event));
  }

  #onFocus() {
    this.chercheur.prepare().catch(() => {});
    this.#search();
  }

  async #search() {
    const query = this.input.value.trim();
    this.#query = query;
    this.#step = 0;
    if (!query) return this.#invite();
    const waiting = setTimeout(() => this.#query === query && this.#show(ATTENTE, []), PATIENCE);
    try {
      const answer = await this.#ask(query);
      if (this.#query === query) this.#showAnswer(...answer);
    } catch (error) {
      if (this.#query === query) this.#showFailure(/** @type {Error} */ (error).message);
    } finally {
      clearTimeout(waiting);
    }
    if (this.#query === query) this.#settle();
  }

  #settle() {
    this.#shown = this.#query;
    if (this.#step) this.#move(this.#step);
  }

  /**
   * Returns what a query finds, and how many actions the list of the actions has for it.
   * @param {string} query
   * @returns {Promise<[Reponse, number]>}
   */
  async #ask(query) {
    const [reponse, { total }] = await Promise.all([
      this.chercheur.search(query, { limit: WANTED }),
      this.chercheur.search(query, { limit: 0, kinds: ["actions"] }),
    ]);
    return [reponse, total];
  }

  /**
   * @param {Reponse} reponse
   * @param {number} actions
   */
  #showAnswer(reponse, actions) {
    const { query, results, total } = reponse;
    if (!total) return this.#showNothing(reponse);
    /** @type {Groupe[]} */
    const groups = groupsOf(results).map(([nom, found]) => [nom, found.map(optionOf)]);
    if (actions) groups.push(["", [{ titre: describeActions(actions, query), url: this.#explorer(query) }]]);
    const reading = describeReading(reponse);
    this.#show(reading, groups, `${reading} ${describeCount(total, actions)}`);
  }

  /** @param {Reponse} reponse */
  #showNothing({ query, proches }) {
    /** @type {Groupe[]} */
    const groups = [
      [
        AILLEURS,
        [
          { titre: THEMATIQUES, url: this.#address("../thematiques/") },
          { titre: CONTACTS, url: this.#address("../contacts/") },
        ],
      ],
    ];
    if (proches.length) groups.unshift([PROCHES, proches.map((word) => ({ titre: word, pick: () => this.#searchInstead(word) }))]);
    this.#show(describeNothing(query), groups);
  }

  /** @param {string} query */
  #searchInstead(query) {
    this.input.value = query;
    this.#search();
  }

  /** @param {string} message */
  #showFailure(message) {
    this.#show(message, [["", [{ titre: REESSAYER, pick: () => this.#search() }]]]);
  }

  /** Where nothing is typed: a word of advice where there is room for it, in the panel of phones. */
  #invite() {
    this.#show(INVITE, [], "");
    this.#shown = this.#query;
    this.panel.hidden = !this.form.closest("dialog");
  }

  /**
   * @param {string} note
   * @param {Groupe[]} groups
   * @param {string} [said] to those who don't see the list
   */
  #show(note, groups, said = note) {
    this.panel.hidden = false;
    this.note.textContent = note;
    this.note.hidden = !note;
    this.list.hidden = !groups.length;
    showOptions(this.list, groups);
    this.panel.scrollTop = 0;
    this.#active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-expanded", String(groups.length > 0));
    announce(this.region, said.trim());
  }

  close() {
    this.#query = null;
    this.#activate(-1);
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    announce(this.region, "");
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const { key } = event;
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (IN_TEXT.has(key)) {
      this.#step = 0;
      this.#activate(-1);
    }
    const isDone =
      (key === "ArrowDown" && this.#move(1)) ||
      (key === "ArrowUp" && this.#move(-1)) ||
      (key === "Enter" && this.#open()) ||
      (key === "Escape" && this.#leave());
    if (isDone) event.preventDefault();
  }

  /** @param {number} step 1 or -1 */
  #move(step) {
    if (this.panel.hidden) {
      this.#search();
    } else if (this.#query !== this.#shown) {
      this.#step = step;
    } else {
      const count = this.#options.length;
      if (this.#active < 0) this.#activate(step > 0 ? 0 : count - 1);
      else this.#activate((this.#active + step + count) % count);
    }
    return true;
  }

  /** Follows the active option; without one, the form leads to the actions. */
  #open() {
    const option = this.#options[this.#active];
    option?.click();
    return option !== undefined;
  }

  /** Closes the list, then empties the field; the panel of phones closes by itself. */
  #leave() {
    if (this.form.closest("dialog")) return false;
    if (!this.panel.hidden) this.close();
    else this.input.value = "";
    return true;
  }

  /** @returns {HTMLElement[]} */
  get #options() {
    return this.list.hidden ? [] : [...this.list.querySelectorAll("[role=option]")];
  }

  /** @param {number} rank -1 for none */
  #activate(rank) {
    const options = this.#options;
    options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = options[rank] ? rank : -1;
    options[rank]?.setAttribute("aria-selected", "true");
    options[rank]?.scrollIntoView({ block: "nearest" });
    writeAttribute(this.input, "aria-activedescendant", options[rank]?.id);
  }

  /**
   * A link may lead to another part of this very page: what covers it goes.
   * @param {MouseEvent} event
   */
  #onPick(event) {
    const isLink = event.target instanceof Element && event.target.closest("a");
    if (!isLink || event.ctrlKey || event.metaKey || event.shiftKey) return;
    this.close();
    this.form.closest("dialog")?.close();
  }

  /** @param {string} query */
  #explorer(query) {
    return `${this.form.action}?${new URLSearchParams({ q: query })}`;
  }

  /** @param {string} relative to the list of the actions */
  #address(relative) {
    return new URL(relative, this.form.action).href;
  }
}

/**
 * Makes a form that theme/search.js built into the search box.
 * @param {HTMLFormElement} form
 */
export function mountBoite(form) {
  const chercheur = openChercheur();
  chercheur.prepare().catch(() => {});
  new Boite(form, chercheur);
  form.dataset.mounted = "";
}
