/**
 * The field for a commune: an editable combobox with a list (WAI-ARIA 1.2), which searches the
 * communes already loaded and asks nothing of anyone.
 *
 * Nothing is chosen behind the person's back: leaving the field keeps the text as it is, and a
 * text that isn't the name of exactly one commune is told when the answer is validated.
 */

import { exactCommune, findCommunes, suggestCommunes } from "./communes.mjs";
import { announce, element, makeRegion, newId, writeAttribute } from "./dom.mjs";
import { describeDepartements, describePostcodes, fieldText, nameCommune } from "./noms-communes.mjs";

/** @typedef {import("./communes.mjs").Commune} Commune */
/** @typedef {import("./communes.mjs").Communes} Communes */

const MOST_OPTIONS = 8;
const MOST_SUGGESTIONS = 3;

/** The combobox: `element` to put in the page, `input` to label. */
export class Combobox {
  /** @type {Commune | null} */
  #chosen = null;
  /** @type {Commune[]} */
  #found = [];
  #active = -1;
  /** The text of the last choice told.
   * @type {string | null} */
  #told = null;

  /**
   * @param {Communes} communes
   * @param {{id: string, nom: string, ailleurs: string}} options - the id of the input, the
   *   words of its label, and those of the choice for a commune that isn't on offer
   */
  constructor(communes, { id, nom, ailleurs }) {
    this.communes = communes;
    this.otherwise = `Sinon, cochez «\u00a0${ailleurs}\u00a0».`;
    this.empty = `Aucune commune trouvée. Vérifiez l’orthographe. ${this.otherwise}`;
    this.list = element("ul", {
      className: "cat-commune__liste",
      id: newId("communes"),
      attributes: { role: "listbox", "aria-label": "Communes" },
    });
    this.note = element("p", { className: "cat-commune__note" });
    this.panel = element(
      "div",
      { className: "cat-commune__panneau", hidden: true },
      this.list,
      this.note,
    );
    this.region = makeRegion();
    const covered = describeDepartements(communes.departements);
    const help =
      covered &&
      element("p", { className: "cat-commune__aide", id: `${id}-departements` }, covered);
    this.input = this.#makeInput(id);
    if (help) this.input.dataset.decrit = help.id;
    // The list keeps the focus where it is: the person goes on typing after a click beside.
    this.panel.addEventListener("mousedown", (/** @type {Event} */ event) =>
      event.preventDefault(),
    );
    this.list.addEventListener("click", (/** @type {Event} */ event) =>
      this.#pickTarget(event.target),
    );
    this.element = element(
      "div",
      { className: "cat-commune" },
      element("label", { className: "cat-commune__nom", htmlFor: id }, nom),
      help,
      element("div", { className: "cat-commune__champ" }, this.input, this.panel),
      this.region,
    );
  }

  /** @param {string} id */
  #makeInput(id) {
    return element("input", {
      id,
      className: "cat-saisie",
      type: "text",
      autocomplete: "off",
      spellcheck: false,
      attributes: {
        role: "combobox",
        "aria-autocomplete": "list",
        "aria-controls": this.list.id,
        "aria-expanded": "false",
        autocapitalize: "words",
        autocorrect: "off",
      },
      on: {
        input: () => this.#search(),
        change: (event) => this.#onChange(event),
        keydown: (event) => this.#onKey(event),
        // What is said when nothing is found stays: the boxes under it would move under a click.
        blur: () => this.#found.length && this.close(),
      },
    });
  }

  /** Returns the code of the commune chosen, or named exactly, or nothing. */
  get code() {
    return (this.#chosen ?? exactCommune(this.communes, this.input.value))?.code;
  }

  /** @param {string | undefined} code - `undefined` empties the field */
  set code(code) {
    this.#chosen = this.communes.byCode.get(code ?? "") ?? null;
    this.input.value = this.#chosen ? fieldText(this.#chosen) : "";
    this.close();
  }

  /** Says how to mend what is typed, or `null` when it is one commune or nothing at all. */
  describeError() {
    const typed = this.input.value.trim();
    if (!typed || this.code) return null;
    if (!findCommunes(this.communes, typed, 1).length) return this.empty;
    const names = suggestCommunes(this.communes, typed, MOST_SUGGESTIONS).map(nameCommune);
    const choose = "Choisissez la commune dans la liste";
    if (!names.length) return `${choose}. ${this.otherwise}`;
    const last = names.pop();
    const choice = names.length ? `${names.join(", ")} ou ${last}` : last;
    return `${choose}\u00a0: vouliez-vous dire ${choice}\u00a0? ${this.otherwise}`;
  }

  close() {
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.#activate(-1);
  }

  #search() {
    this.#chosen = null;
    this.#told = null;
    const text = this.input.value;
    const found = findCommunes(this.communes, text, MOST_OPTIONS + 1);
    const whole = /^\s*\d{5}\s*$/.test(text);
    const more = !whole && found.length > MOST_OPTIONS;
    this.#found = more ? found.slice(0, MOST_OPTIONS) : found;
    this.#active = -1;
    this.list.replaceChildren(
      ...this.#found.map((commune, index) => this.#makeOption(commune, index)),
    );
    this.#open(text.trim() !== "", more);
  }

  /**
   * @param {boolean} asked - something is typed
   * @param {boolean} more - other communes answer too
   */
  #open(asked, more) {
    const number = this.#found.length;
    this.panel.hidden = !asked;
    this.panel.classList.toggle("cat-commune__panneau--vide", !number);
    this.list.hidden = !number;
    this.note.textContent = number ? "Continuez à écrire pour préciser." : this.empty;
    this.note.hidden = number > 0 && !more;
    writeAttribute(this.input, "aria-expanded", String(asked && number > 0));
    writeAttribute(this.input, "aria-activedescendant", null);
    if (!asked) return announce(this.region, "");
    const count = number === 1 ? "Une commune trouvée." : `${number} communes trouvées.`;
    const how = "Flèches haut et bas pour choisir, Entrée pour valider.";
    announce(this.region, number ? `${more ? `Plus de ${count}` : count} ${how}` : this.empty);
  }

  /**
   * @param {Commune} commune
   * @param {number} index
   */
  #makeOption(commune, index) {
    const { codesPostaux, departement } = commune;
    const where = [
      describePostcodes(codesPostaux),
      this.communes.plusieursDepartements && departement,
    ];
    return element(
      "li",
      {
        className: "cat-commune__option",
        id: `${this.list.id}-${index}`,
        attributes: { role: "option", "aria-selected": "false" },
      },
      element("span", { className: "cat-commune__commune" }, commune.nom),
      " ",
      element("span", { className: "cat-commune__lieu" }, where.filter(Boolean).join(" · ")),
    );
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.#found.length - 1;
    const isOpen = !this.panel.hidden && last >= 0;
    const moves = {
      ArrowDown: () =>
        isOpen ? this.#activate(this.#active === last ? 0 : this.#active + 1) : this.#reopen(0),
      ArrowUp: () =>
        isOpen ? this.#activate(this.#active <= 0 ? last : this.#active - 1) : this.#reopen(-1),
      Home: () => isOpen && this.#active >= 0 && this.#activate(0),
      End: () => isOpen && this.#active >= 0 && this.#activate(last),
      Enter: () => isOpen && this.#active >= 0 && this.#pick(this.#active),
      Escape: () => this.#leave(),
    };
    const move = Object.hasOwn(moves, event.key)
      ? moves[/** @type {keyof typeof moves} */ (event.key)]
      : undefined;
    if (move && move() !== false) event.preventDefault();
  }

  /**
   * Shows the list again for the text that is there.
   * @param {number} index - -1 for the last option
   */
  #reopen(index) {
    if (!this.input.value.trim()) return false;
    const chosen = this.#chosen;
    this.#search();
    this.#chosen = chosen;
    return this.#activate(index < 0 ? this.#found.length - 1 : index);
  }

  /** Closes the list, or empties the field when there is none to close. */
  #leave() {
    if (!this.panel.hidden) return this.close();
    if (!this.input.value) return false;
    this.code = undefined;
    return this.#tell();
  }

  /** @param {number} index - -1 for none */
  #activate(index) {
    this.#active = index;
    Array.from(this.list.children).forEach((option, rank) => {
      option.setAttribute("aria-selected", String(rank === index));
    });
    const option = this.list.children[index];
    writeAttribute(this.input, "aria-activedescendant", option?.id);
    option?.scrollIntoView({ block: "nearest" });
  }

  /** @param {EventTarget | null} target */
  #pickTarget(target) {
    const option = target instanceof Element ? target.closest('[role="option"]') : null;
    if (option) this.#pick(Array.from(this.list.children).indexOf(option));
  }

  /** @param {number} index */
  #pick(index) {
    const commune = this.#found[index];
    this.code = commune.code;
    announce(this.region, `${nameCommune(commune)}, choisie.`);
    this.#tell();
  }

  /**
   * Keeps to itself the change that browsers tell on leaving the field after a choice, which
   * was told: a page that draws itself again under a click would lose it.
   * @param {Event} event
   */
  #onChange(event) {
    if (event.isTrusted && this.input.value === this.#told) event.stopImmediatePropagation();
  }

  /** A choice counts as a change for whoever listens to the form. */
  #tell() {
    this.#told = this.input.value;
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
