/** The filters in force, each with what takes it away. */

import { makeLink } from "../questionnaire/commandes.mjs";
import { drawing, element, spoken } from "../questionnaire/dom.mjs";

/**
 * A value chosen.
 * @typedef {{cle: string, titre: string, valeur: number, nom: string}} Filtre
 */

/**
 * Returns the values chosen, in the order of the facets.
 * @param {import("./facettes.mjs").Facette[]} facettes
 * @param {import("./facettes.mjs").Selection} selection
 * @returns {Filtre[]}
 */
export function listFiltres(facettes, selection) {
  return facettes.flatMap(({ cle, titre, noms }) =>
    [...(selection.get(cle) ?? [])].sort((one, other) => one - other).map((valeur) => ({ cle, titre, valeur, nom: noms[valeur] })),
  );
}

export class FiltresActifs {
  /**
   * @param {(filtre: Filtre) => void} onRemove
   * @param {() => void} onClear
   */
  constructor(onRemove, onClear) {
    this.onRemove = onRemove;
    this.onClear = onClear;
    this.element = element("ul", {
      className: "cat-filtres-actifs",
      hidden: true,
      attributes: { role: "list", "aria-label": "Filtres actifs" },
    });
  }

  /** @param {Filtre[]} filtres */
  update(filtres) {
    // The button that was pressed is gone: the next one takes the focus, or the one before.
    const place = [...this.element.children].findIndex((item) => item.contains(document.activeElement));
    const chips = filtres.map((filtre) => element("li", {}, this.#makeChip(filtre)));
    const clear = filtres.length > 1 && element("li", {}, makeLink("Tout effacer", this.onClear));
    this.element.replaceChildren(...chips, ...(clear ? [clear] : []));
    this.element.hidden = !filtres.length;
    if (place >= 0) this.element.children[Math.min(place, chips.length - 1)]?.querySelector("button")?.focus();
    return place < 0 || filtres.length > 0;
  }

  /** @param {Filtre} filtre */
  #makeChip(filtre) {
    return element(
      "button",
      { type: "button", className: "cat-puce", on: { click: () => this.onRemove(filtre) } },
      spoken("Retirer le filtre "),
      element("span", {}, element("span", { className: "cat-puce__titre" }, `${filtre.titre}\u00a0: `), filtre.nom),
      cross(),
    );
  }
}

function cross() {
  const path = drawing("path", { d: "M7 7l10 10M17 7L7 17" });
  const look = { fill: "none", stroke: "currentColor", "stroke-width": 2.4, "stroke-linecap": "round" };
  return drawing("svg", { class: "cat-puce__croix", viewBox: "0 0 24 24", width: 16, height: 16, "aria-hidden": "true", focusable: "false", ...look }, path);
}
