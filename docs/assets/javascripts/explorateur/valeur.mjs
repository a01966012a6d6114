/** One value of a facet: its box, its name, and how many actions it has. */

import { element, newId, spoken, writeAttribute } from "../questionnaire/dom.mjs";

export class Valeur {
  /**
   * @param {string} nom
   * @param {(chosen: boolean) => void} onChoose
   */
  constructor(nom, onChoose) {
    const id = newId("valeur");
    this.compte = element("span", { className: "cat-valeur__compte", attributes: { "aria-hidden": "true" } });
    this.dit = spoken();
    this.case = element("input", {
      id,
      type: "checkbox",
      className: "cat-valeur__case",
      on: { change: () => onChoose(this.case.checked) },
    });
    this.ligne = element(
      "label",
      { className: "cat-valeur", htmlFor: id },
      this.case,
      element("span", { className: "cat-valeur__nom" }, nom, this.dit),
      this.compte,
    );
    this.element = element("li", {}, this.ligne);
  }

  /**
   * @param {boolean} chosen
   * @param {number | undefined} count - of actions; undefined when it isn't known yet
   */
  update(chosen, count) {
    this.case.checked = chosen;
    this.compte.textContent = count === undefined ? "" : count.toLocaleString("fr-FR");
    this.dit.textContent = count === undefined ? "" : ` (${count.toLocaleString("fr-FR")})`;
    writeAttribute(this.ligne, "data-vide", count === 0 && !chosen);
  }
}
