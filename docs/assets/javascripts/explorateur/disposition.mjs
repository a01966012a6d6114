/** Where the parts of the explorer stand: the text above, facets beside the results. */

import { element, makeRegion, newId } from "../questionnaire/dom.mjs";
import { TRIS } from "./adresse.mjs";
import { Ailleurs } from "./ailleurs.mjs";
import { BarreFacettes } from "./barre-facettes.mjs";
import { makeCopier } from "./copier.mjs";
import { FiltresActifs } from "./filtres-actifs.mjs";
import { Liste } from "./liste.mjs";
import { Vide } from "./vide.mjs";

/** @typedef {import("./filtres-actifs.mjs").Filtre} Filtre */

/**
 * @typedef {object} Gestes what a visitor does
 * @property {() => void} onText
 * @property {() => void} onSubmit
 * @property {() => void} onFocus
 * @property {(tri: string) => void} onSort
 * @property {(cle: string, value: number, chosen: boolean) => void} onChoose
 * @property {(cle: string) => Promise<void>} onOpen
 * @property {(filtre: Filtre) => void} onRemove
 * @property {() => void} onClear - the filters
 * @property {() => void} onRestart - the filters and the text
 * @property {(filtre: Filtre | null) => void} onGiveUp
 * @property {(texte: string) => void} onMeant
 * @property {() => void} onResults
 */

/**
 * @param {import("./donnees.mjs").Donnees} donnees
 * @param {import("../chercher/chercheur.mjs").Chercheur} chercheur
 * @param {Gestes} gestes
 */
export function layOut(donnees, chercheur, gestes) {
  const region = makeRegion();
  const recherche = makeRecherche(gestes);
  const tri = makeTri(gestes.onSort);
  const compte = element("h2", { id: newId("resultats"), className: "cat-explorateur__compte", tabIndex: -1 });
  const barre = new BarreFacettes(donnees.facettes, gestes);
  const filtres = new FiltresActifs(gestes.onRemove, gestes.onClear);
  const remarque = element("p", { className: "cat-explorateur__remarque" });
  const avis = element("div", { attributes: { role: "status" } });
  const panne = element("div");
  const { onGiveUp, onMeant, onRestart } = gestes;
  const vide = new Vide({ donnees, onRestart, onGiveUp, onText: onMeant });
  const liste = new Liste(donnees, chercheur);
  const ailleurs = new Ailleurs();
  const resultats = element(
    "section",
    { className: "cat-explorateur__resultats", attributes: { "aria-labelledby": compte.id } },
    element("div", { className: "cat-explorateur__tete" }, compte, tri.element, makeCopier(region)),
    filtres.element,
    remarque,
    panne,
    liste.element,
    vide.element,
    ailleurs.element,
  );
  const colonnes = element("div", { className: "cat-explorateur__colonnes" }, barre.element, resultats);
  return {
    ...{ ailleurs, avis, barre, compte, filtres, liste, panne, region, remarque, resultats, vide },
    champ: recherche.champ,
    showTri: tri.show,
    /** What is found elsewhere comes first when no action is. @param {boolean} last */
    placeAilleurs: (/** @type {boolean} */ last) => (last ? vide.element : liste.element).after(ailleurs.element),
    element: element("div", {}, region, recherche.element, avis, colonnes),
  };
}

/** @param {Gestes} gestes */
function makeRecherche({ onText, onSubmit, onFocus }) {
  const id = newId("texte");
  const champ = element("input", {
    id,
    type: "search",
    className: "cat-saisie cat-explorateur__champ",
    autocomplete: "off",
    attributes: { enterkeyhint: "search", spellcheck: "false" },
    on: { input: onText, focus: onFocus },
  });
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    onSubmit();
  };
  const label = element("label", { htmlFor: id }, "Rechercher dans les actions");
  const form = element(
    "form",
    { className: "cat-explorateur__recherche", attributes: { role: "search", "aria-label": "Les actions" }, on: { submit } },
    label,
    champ,
  );
  return { champ, element: form };
}

/** @param {(tri: string) => void} onSort */
function makeTri(onSort) {
  const id = newId("tri");
  const select = element("select", { id, className: "cat-selection", on: { change: () => onSort(select.value) } });
  return {
    element: element("div", { className: "cat-explorateur__tri" }, element("label", { htmlFor: id }, "Trier par"), select),
    /**
     * @param {(keyof typeof TRIS)[]} tris
     * @param {string} chosen
     */
    show: (tris, chosen) => {
      const known = Array.from(select.options, (/** @type {HTMLOptionElement} */ option) => option.value);
      if (known.join() !== tris.join()) {
        select.replaceChildren(...tris.map((tri) => element("option", { value: tri }, TRIS[tri])));
      }
      select.value = chosen;
    },
  };
}
