/**
 * A facet, under a line that unfolds it: its values as boxes, the first ones when they are many,
 * and a field that finds the others. Territoires stand under the one that they are part of.
 *
 * A value that was shown stays: none is taken away from under the pointer or the focus.
 */

import { makeLink } from "../questionnaire/commandes.mjs";
import { element, newId, spoken } from "../questionnaire/dom.mjs";
import { counted } from "../questionnaire/phrases.mjs";
import { Arbre, MANY } from "./arbre.mjs";
import { Valeur } from "./valeur.mjs";

/** Values shown at first, added each time, and found by the field at most. */
const FIRST = 8;
const MORE = 20;
const WITHIN = "Un département comprend ses territoires\u00a0; un territoire, ce qui vaut pour tout son département.";

/**
 * @typedef {object} Reglages
 * @property {boolean} open - unfolded at first
 * @property {(value: number, chosen: boolean) => void} onChoose
 * @property {() => Promise<void>} onOpen - brings the values, when they stand apart
 */

export class ChampFacette {
  /** @type {Map<number, Valeur>} */
  #valeurs = new Map();
  /** @type {Map<number, {list: HTMLElement, button: HTMLButtonElement}>} what is within a value */
  #branches = new Map();
  /** @type {Arbre | null} */
  #arbre = null;
  #kept = new Set();
  #limit = FIRST;
  /** @type {{chosen: Set<number>, counts: Int32Array | undefined}} */
  #last = { chosen: new Set(), counts: undefined };
  /** @type {HTMLInputElement | null} */
  #champ = null;

  /**
   * @param {import("./facettes.mjs").Facette} facette
   * @param {Reglages} reglages
   */
  constructor(facette, reglages) {
    this.facette = facette;
    this.reglages = reglages;
    this.nombre = element("span", { className: "cat-facette__nombre" });
    this.liste = element("ul", { className: "cat-facette__valeurs", attributes: { role: "list" } });
    this.plus = makeLink("", () => this.#showMore());
    this.rien = element("p", { className: "cat-facette__rien", hidden: true }, "Aucun choix ne correspond.");
    const parts = [element("legend", { className: "cat-dit" }, facette.titre), this.liste, this.rien, this.plus];
    this.plus.hidden = true;
    this.element = element(
      "details",
      { className: "cat-pli cat-facette", open: reglages.open, on: { toggle: () => this.#unfold() } },
      element("summary", {}, element("span", {}, facette.titre), this.nombre),
      element("fieldset", { className: "cat-facette__corps" }, parts),
    );
  }

  get open() {
    return this.element.open;
  }

  async #unfold() {
    if (!this.open || this.#arbre) return;
    if (!this.facette.colonne) this.liste.replaceChildren(element("li", {}, "Chargement…"));
    try {
      await this.reglages.onOpen();
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      const retry = makeLink("Réessayer", () => this.#unfold());
      this.liste.replaceChildren(element("li", { attributes: { role: "alert" } }, `${message} `, retry));
    }
  }

  /**
   * Shows the choices made, and how many actions each value has.
   * @param {Set<number>} chosen
   * @param {Int32Array | undefined} counts
   */
  update(chosen, counts) {
    this.#last = { chosen, counts };
    const said = spoken(chosen.size > 1 ? " choix actifs" : " choix actif");
    this.nombre.replaceChildren(...(chosen.size ? [String(chosen.size), said] : []));
    const { colonne } = this.facette;
    // A facet that no action of the catalogue has anything in says nothing.
    this.element.hidden = colonne !== null && !colonne.totaux.some(Boolean) && !chosen.size;
    if (!colonne || !this.open) return;
    this.#arbre ??= this.#begin();
    this.#draw(this.#arbre);
  }

  #begin() {
    const arbre = new Arbre(this.facette);
    if (this.facette.parents?.some((parent) => parent >= 0)) {
      this.liste.before(element("p", { className: "cat-facette__aide" }, WITHIN));
    }
    if (arbre.all.length >= MANY) {
      const id = newId("trouver");
      const draw = () => this.#draw(arbre);
      this.#champ = element("input", { id, type: "text", className: "cat-facette__champ", autocomplete: "off", on: { input: draw } });
      const label = element("label", { className: "cat-facette__trouver", htmlFor: id }, "Trouver dans la liste");
      this.liste.before(label, /** @type {Node} */ (this.#champ));
    }
    return arbre;
  }

  /** @param {Arbre} arbre */
  #draw(arbre) {
    const { chosen } = this.#last;
    const typed = this.#champ?.value.trim() ?? "";
    for (const rank of chosen) this.#kept.add(arbre.topOf(rank));
    const firsts = new Set([...arbre.tops.slice(0, this.#limit), ...this.#kept]);
    const shown = typed ? arbre.find(typed, MORE) : arbre.tops.filter((rank) => firsts.delete(rank));
    // Chosen by an address, though no action has it.
    if (!typed) shown.push(...firsts);
    this.#place(this.liste, shown);
    this.rien.hidden = shown.length > 0;
    const left = arbre.tops.length - shown.length;
    this.plus.hidden = typed !== "" || left <= 0;
    this.plus.textContent = `Voir plus (${left.toLocaleString("fr-FR")})`;
    for (const [rank, { list }] of this.#branches) {
      const inside = arbre.within(rank);
      if (inside.some((child) => chosen.has(child))) this.#toggle(rank, true);
      if (!list.hidden && !typed) this.#place(list, inside);
    }
    this.#count();
  }

  #count() {
    const { chosen, counts } = this.#last;
    for (const [rank, valeur] of this.#valeurs) valeur.update(chosen.has(rank), counts?.[rank]);
  }

  /**
   * Puts values in a list; those that are there already stay where they are.
   * @param {HTMLElement} list
   * @param {number[]} ranks
   */
  #place(list, ranks) {
    const rows = ranks.map((rank) => this.#rowOf(rank).element);
    const wanted = new Set(rows);
    for (const row of [...list.children]) if (!wanted.has(row)) row.remove();
    rows.forEach((row, place) => {
      if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null);
    });
  }

  /** @param {number} rank */
  #rowOf(rank) {
    const known = this.#valeurs.get(rank);
    if (known) return known;
    const made = new Valeur(this.facette.noms[rank], (chosen) => this.reglages.onChoose(rank, chosen));
    this.#valeurs.set(rank, made);
    const inside = this.#arbre?.within(rank).length ?? 0;
    if (inside && this.#arbre?.topOf(rank) === rank) this.#addBranch(rank, made, inside);
    return made;
  }

  /**
   * @param {number} rank
   * @param {Valeur} valeur
   * @param {number} inside - how many values
   */
  #addBranch(rank, valeur, inside) {
    const id = newId("branche");
    const list = element("ul", { className: "cat-facette__branche", id, hidden: true, attributes: { role: "list" } });
    const button = makeLink(counted(inside, "territoire", "territoires"), () => this.#toggle(rank, list.hidden), this.facette.noms[rank]);
    button.classList.add("cat-facette__deplier");
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", id);
    this.#branches.set(rank, { list, button });
    valeur.element.append(button, list);
  }

  /**
   * @param {number} rank
   * @param {boolean} open
   */
  #toggle(rank, open) {
    const branch = this.#branches.get(rank);
    if (!branch || branch.list.hidden !== open) return;
    branch.list.hidden = !open;
    branch.button.setAttribute("aria-expanded", String(open));
    if (open) this.#place(branch.list, this.#arbre?.within(rank) ?? []);
    this.#count();
  }

  #showMore() {
    const before = new Set(this.liste.children);
    this.#limit += MORE;
    if (this.#arbre) this.#draw(this.#arbre);
    const added = [...this.liste.children].find((row) => !before.has(row));
    added?.querySelector("input")?.focus();
  }
}
