/**
 * What is on the screen: the questions with the actions, the comparison, or a sheet. Each has an
 * entry in the history of the tab, so that « back » leads back; an entry holds the name of a
 * view and of an action, never an answer.
 */

import { goBack } from "../adresse.mjs";

/** @typedef {{vue: "actions" | "comparaison" | "fiche", action?: string}} Etat */

/**
 * A view: what shows and hides it.
 * @typedef {object} Vue
 * @property {HTMLElement} element
 * @property {(action?: string) => boolean} canShow
 * @property {(action?: string) => void} draw
 * @property {HTMLElement} titre - takes the focus
 * @property {(action?: string) => string | null} [nom] - the title of the window, and of the PDF
 */

export class Vues {
  /** @type {Etat} */
  #etat = { vue: "actions" };

  /**
   * @param {Record<Etat["vue"], Vue>} vues
   * @param {Element | null} page - what the view is in
   * @param {(from: Etat) => void} onReturn - the actions are back on the screen
   */
  constructor(vues, page, onReturn) {
    this.vues = vues;
    this.page = page;
    this.onReturn = onReturn;
    this.title = document.title;
    addEventListener("popstate", (event) =>
      this.#show(event.state?.prescrire ?? { vue: "actions" }),
    );
  }

  /** @param {Etat} etat */
  go(etat) {
    history.pushState({ prescrire: etat }, "");
    this.#show(etat);
  }

  /** Goes back to the actions, by the history when it leads there. */
  back() {
    if (history.state?.prescrire) goBack();
    else this.#show({ vue: "actions" });
  }

  /** @param {Etat} etat */
  #show(etat) {
    const from = this.#etat;
    // An entry outlives the choices that it tells of.
    const known = this.vues[etat.vue]?.canShow(etat.action)
      ? etat
      : { vue: /** @type {const} */ ("actions") };
    this.#etat = known;
    for (const [nom, { element }] of Object.entries(this.vues)) element.hidden = nom !== known.vue;
    this.page?.classList.toggle("cat-feuille-seule", known.vue !== "actions");
    const vue = this.vues[known.vue];
    document.title = vue.nom?.(known.action) ?? this.title;
    vue.draw(known.action);
    if (known.vue !== "actions") lead(vue.titre);
    else if (from.vue !== "actions") this.onReturn(from);
  }
}

/**
 * Leads to a heading, which takes the focus.
 * @param {HTMLElement} target
 */
export function lead(target) {
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "start" });
}
