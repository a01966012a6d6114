/** The filters above the list, each value with the number of actions that it would leave. */

import { element, newId } from "../dom.mjs";

/** @typedef {import("./filtres.mjs").Filtre} Filtre */
/** @typedef {import("./filtres.mjs").Filtres} Filtres */

export class BarreFiltres {
  /**
   * @type {{
   *   filtre: Filtre,
   *   select: HTMLSelectElement,
   *   options: Map<string, HTMLOptionElement>,
   * }[]}
   */
  #champs = [];

  /**
   * @param {Filtres} filtres
   * @param {() => void} onChange
   */
  constructor(filtres, onChange) {
    this.filtres = filtres;
    this.onChange = onChange;
    const champs = filtres.filtres.map((filtre) => this.#makeChamp(filtre));
    this.effacer = element(
      "button",
      {
        type: "button",
        className: "cat-lien-bouton cat-filtres__effacer",
        hidden: true,
        on: { click: () => this.clear() },
      },
      "Effacer les filtres",
    );
    this.element = element(
      "div",
      {
        className: "cat-filtres",
        hidden: !champs.length,
        attributes: { role: "group", "aria-label": "Filtrer les actions" },
      },
      ...champs,
      this.effacer,
    );
  }

  /** @param {Filtre} filtre */
  #makeChamp(filtre) {
    const id = newId(`filtre-${filtre.cle}`);
    const options = new Map(
      filtre.options.map(({ valeur, nom }) => [valeur, element("option", { value: valeur }, nom)]),
    );
    const select = element(
      "select",
      {
        id,
        className: "cat-selection",
        on: { change: () => this.#choose(filtre.cle, select.value) },
      },
      element("option", { value: "" }, filtre.tout),
      ...options.values(),
    );
    this.#champs.push({ filtre, select, options });
    return element(
      "div",
      { className: "cat-filtres__champ" },
      element("label", { htmlFor: id }, filtre.titre),
      select,
    );
  }

  /**
   * @param {string} cle
   * @param {string} valeur
   */
  #choose(cle, valeur) {
    this.filtres.choix[cle] = valeur;
    this.onChange();
  }

  /** Takes all the filters away, from the keyboard too: the focus stays on them. */
  clear() {
    this.filtres.clear();
    this.#champs[0]?.select.focus();
    this.onChange();
  }

  /**
   * Shows the choices made, and how many actions each value would leave.
   * @param {string[]} slugs - the actions that may still be proposed, filters apart
   */
  update(slugs) {
    this.effacer.hidden = !this.filtres.actifs;
    for (const { filtre, select, options } of this.#champs) {
      const counts = this.filtres.count(filtre, slugs);
      for (const { valeur, nom } of filtre.options) {
        const option = options.get(valeur);
        if (option)
          option.textContent = `${nom} (${(counts.get(valeur) ?? 0).toLocaleString("fr")})`;
      }
      select.value = this.filtres.choix[filtre.cle] ?? "";
    }
  }
}
