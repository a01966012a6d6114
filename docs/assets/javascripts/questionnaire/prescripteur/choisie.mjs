/** The action that the page was opened for, and the way back to all of them. */

import { makeLink } from "../commandes.mjs";
import { element } from "../dom.mjs";

export class Choisie {
  element = element("div", { className: "cat-prescrire__choisie", hidden: true });

  /** @param {() => void} onWiden */
  constructor(onWiden) {
    this.onWiden = onWiden;
  }

  /** @param {string | null} nom - of the action, `null` for none */
  show(nom) {
    this.element.hidden = nom === null;
    if (nom === null) return;
    const words = element("strong", {}, nom);
    this.element.replaceChildren(
      element("p", {}, "Action choisie\u00a0: ", words, ". Ses questions viennent en premier."),
      makeLink("Répondre pour toutes les actions", this.onWiden),
    );
  }
}
