/** The bar at the foot of the window: the counts on a phone, the comparison everywhere. */

import { makeButton } from "../commandes.mjs";
import { element } from "../dom.mjs";
import { MOST_COMPARED } from "./comparaison.mjs";

export class BasDePage {
  enVue = false;

  /**
   * @param {object} outils
   * @param {() => void} outils.onQuestions
   * @param {() => void} outils.onActions
   * @param {() => void} outils.onCompare
   * @param {() => void} outils.onClear
   */
  constructor({ onQuestions, onActions, onCompare, onClear }) {
    this.vers = makeButton(
      "Voir les actions",
      () => (this.enVue ? onQuestions() : onActions()),
      "secondaire",
    );
    this.compte = element("span", { className: "cat-bas__compte" });
    this.nombre = element("span", { className: "cat-bas__nombre" });
    this.comparer = makeButton("Comparer", onCompare);
    this.refus = element("p", { className: "cat-bas__refus", hidden: true });
    this.comparaison = element(
      "div",
      { className: "cat-bas__comparaison", hidden: true },
      this.nombre,
      element(
        "span",
        { className: "cat-bas__gestes" },
        this.comparer,
        makeButton("Vider", onClear, "discrete"),
      ),
    );
    this.element = element(
      "div",
      { className: "cat-bas" },
      this.refus,
      element("div", { className: "cat-bas__resultats" }, this.compte, this.vers),
      this.comparaison,
    );
  }

  /**
   * Leads to the actions, or back to the questions once the actions are in view.
   * @param {Element} actions
   */
  watch(actions) {
    const observer = new IntersectionObserver(
      ([{ isIntersecting }]) => {
        this.enVue = isIntersecting;
        this.vers.textContent = isIntersecting ? "Voir les questions" : "Voir les actions";
      },
      // In view: its top has passed the middle of the window.
      { rootMargin: "0px 0px -50% 0px" },
    );
    observer.observe(actions);
  }

  /** @param {string} counts */
  showCounts(counts) {
    this.compte.textContent = counts;
  }

  /** @param {number} compared */
  showCompared(compared) {
    this.refus.hidden = true;
    this.comparaison.hidden = compared === 0;
    this.comparer.hidden = compared < 2;
    this.element.classList.toggle("cat-bas--comparaison", compared > 0);
    this.nombre.textContent =
      compared === 1
        ? "1 action choisie\u00a0: cochez-en une autre pour comparer."
        : `${compared} actions à comparer, ${MOST_COMPARED} au plus.`;
  }

  /** Says that there is no room for one more. @returns {string} what is said */
  refuse() {
    const words = "Vous comparez déjà quatre actions. Retirez-en une pour en ajouter une autre.";
    this.refus.textContent = words;
    this.refus.hidden = false;
    return words;
  }
}
