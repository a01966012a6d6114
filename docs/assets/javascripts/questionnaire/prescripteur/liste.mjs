/** The actions in their groups: a screenful of each at first, more when asked. */

import { element, newId } from "../dom.mjs";
import { makePages } from "../pages.mjs";
import { renderBadge } from "../resultats.mjs";
import { makeCarte } from "./carte.mjs";
import { GROUPES } from "./classement.mjs";

/** @typedef {import("./carte.mjs").Outils} Outils */
/** @typedef {import("./classement.mjs").Resultat} Resultat */

export class Liste {
  /** @type {Map<string, number>} how many cards each group shows */
  #shown = new Map();
  /** @type {Set<string>} the folded groups that someone opened */
  #opened = new Set();

  /** @param {Outils} outils */
  constructor(outils) {
    this.outils = outils;
    this.element = element("div", { className: "cat-liste-actions" });
  }

  /**
   * @param {Map<string, Resultat[]>} groupes - what passes the filters
   * @param {Resultat | null} choisie - the action that the page was opened for
   */
  render(groupes, choisie) {
    const sections = GROUPES.map((groupe) => {
      const resultats = (groupes.get(groupe.cle) ?? []).filter(
        ({ slug }) => slug !== choisie?.slug,
      );
      return resultats.length ? this.#makeGroupe(groupe, resultats) : null;
    }).filter(Boolean);
    const empty = element("p", { className: "cat-vide" }, "Aucune action ne passe ces filtres.");
    this.element.replaceChildren(
      ...[
        choisie && this.#makeChoisie(choisie),
        ...sections,
        !choisie && !sections.length && empty,
      ].filter(Boolean),
    );
  }

  /** Goes back to a screenful of each group, folded as at first. */
  reset() {
    this.#shown.clear();
    this.#opened.clear();
    this.outils.ouvertes.clear();
  }

  /** @param {Resultat} resultat */
  #makeChoisie(resultat) {
    const id = newId("choisie");
    return element(
      "section",
      {
        className: "cat-liste-actions__groupe cat-liste-actions__groupe--choisie",
        attributes: { "aria-labelledby": id, "data-groupe": "choisie" },
      },
      element(
        "h3",
        { id },
        "Action choisie ",
        renderBadge(resultat.evaluation.resultat, "prescripteur"),
      ),
      element("ul", { className: "cat-liste-actions__cartes" }, makeCarte(resultat, this.outils)),
    );
  }

  /**
   * @param {typeof GROUPES[number]} groupe
   * @param {Resultat[]} resultats
   */
  #makeGroupe(groupe, resultats) {
    const { cle, titre, chapeau, pliee } = groupe;
    const compte = element("span", { className: "cat-liste-actions__compte" }, resultats.length);
    const intro = element("p", { className: "cat-aide" }, chapeau);
    const className = `cat-liste-actions__groupe cat-liste-actions__groupe--${cle}`;
    const attributes = { "data-groupe": cle };
    if (!pliee) {
      const id = newId(`groupe-${cle}`);
      return element(
        "section",
        { className, attributes: { ...attributes, "aria-labelledby": id } },
        element("h3", { id }, titre, " ", compte),
        intro,
        this.#makeCartes(cle, resultats),
      );
    }
    const details = element(
      "details",
      { className: `cat-pli ${className}`, attributes },
      element("summary", {}, element("h3", {}, titre, " ", compte)),
      intro,
    );
    // What is folded is made when it is opened.
    const fill = () =>
      details.querySelector("ul") ?? details.append(this.#makeCartes(cle, resultats));
    details.addEventListener("toggle", () => {
      if (details.open) fill();
      this.#opened[details.open ? "add" : "delete"](cle);
    });
    if (this.#opened.has(cle)) {
      fill();
      details.open = true;
    }
    return details;
  }

  /**
   * @param {string} cle
   * @param {Resultat[]} resultats
   */
  #makeCartes(cle, resultats) {
    return makePages(resultats, {
      makeItem: (resultat) => makeCarte(resultat, this.outils),
      className: "cat-liste-actions__cartes",
      shown: this.#shown.get(cle),
      onMore: (shown) => this.#shown.set(cle, shown),
    });
  }
}
