/** The facets: beside the results, or behind a button on narrow screens. */

import { makeButton } from "../questionnaire/commandes.mjs";
import { element, newId } from "../questionnaire/dom.mjs";
import { counted } from "../questionnaire/phrases.mjs";
import { countChosen } from "./adresse.mjs";
import { ChampFacette } from "./champ-facette.mjs";

/** Those that most visitors narrow by: unfolded where there is room. */
const OPEN = new Set(["territoire", "thematique", "parcours", "etat"]);
/** The state stands among the first ones, though it is made here. */
const AFTER = "parcours";
const WIDE = "(min-width: 60em)";

/** @typedef {import("./facettes.mjs").Selection} Selection */

export class BarreFacettes {
  /**
   * @param {import("./facettes.mjs").FacettesOuvertes} facettes
   * @param {object} reglages
   * @param {(cle: string, value: number, chosen: boolean) => void} reglages.onChoose
   * @param {(cle: string) => Promise<void>} reglages.onOpen
   * @param {() => void} reglages.onResults - somebody wants to see what the choices leave
   */
  constructor(facettes, { onChoose, onOpen, onResults }) {
    const etat = facettes.find("etat");
    const others = facettes.facettes.filter((facette) => facette !== etat);
    const ordered = others.flatMap((facette) => (facette.cle === AFTER && etat ? [facette, etat] : [facette]));
    const wide = matchMedia(WIDE).matches;
    this.champs = ordered.map(
      (facette) =>
        new ChampFacette(facette, {
          open: wide && OPEN.has(facette.cle),
          onChoose: (value, chosen) => onChoose(facette.cle, value, chosen),
          onOpen: () => onOpen(facette.cle),
        }),
    );
    const id = newId("facettes");
    this.bouton = makeButton("Filtrer", () => this.toggle(this.panneau.hidden), "secondaire");
    this.bouton.classList.add("cat-facettes__bouton");
    this.bouton.setAttribute("aria-controls", id);
    this.voir = makeButton("", () => {
      this.toggle(false);
      onResults();
    });
    this.panneau = element(
      "div",
      { id, className: "cat-facettes__panneau", hidden: true },
      element("h2", { className: "cat-facettes__titre" }, "Filtrer"),
      ...this.champs.map((champ) => champ.element),
      element("div", { className: "cat-facettes__bas" }, this.voir),
    );
    this.element = element(
      "section",
      { className: "cat-facettes", attributes: { "aria-label": "Filtres" } },
      this.bouton,
      this.panneau,
    );
    this.toggle(false);
  }

  /** Unfolds the facets, where they are folded. @param {boolean} open */
  toggle(open) {
    this.panneau.hidden = !open;
    this.bouton.setAttribute("aria-expanded", String(open));
  }

  /** The facets that somebody reads. */
  get opened() {
    return this.champs.filter(({ open }) => open).map(({ facette }) => facette.cle);
  }

  /**
   * @param {Selection} selection
   * @param {import("./facettes.mjs").Reste} reste
   */
  update(selection, { counts, total }) {
    const chosen = countChosen(selection);
    this.bouton.textContent = chosen ? `Filtrer (${chosen})` : "Filtrer";
    this.voir.textContent = total ? `Voir ${counted(total, "action", "actions")}` : "Voir le résultat";
    for (const champ of this.champs) {
      const { cle } = champ.facette;
      champ.update(selection.get(cle) ?? new Set(), counts.get(cle));
    }
  }
}
