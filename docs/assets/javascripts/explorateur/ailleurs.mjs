/** What a text finds besides actions: the best of each other kind. */

import { markedText } from "../chercher/marquer.mjs";
import { nameGenre } from "../chercher/textes.mjs";
import { element, newId } from "../questionnaire/dom.mjs";

/** Kinds in the order in which they help, and how many of each are shown. */
export const KINDS = ["thematiques", "parcours", "structures", "contacts", "territoires", "publics_cibles", "pages", "site", "glossaire", "guides"];
export const WANTED = 60;
const MOST = 3;

/** @typedef {import("../chercher/chercheur.mjs").Resultat} Trouvaille */

export class Ailleurs {
  constructor() {
    const id = newId("ailleurs");
    this.groupes = element("div", { className: "cat-ailleurs__groupes" });
    this.element = element(
      "section",
      { className: "cat-ailleurs", hidden: true, attributes: { "aria-labelledby": id } },
      element("h2", { id }, "Aussi dans le site"),
      this.groupes,
    );
  }

  /** @param {Trouvaille[]} trouvailles - best first */
  update(trouvailles) {
    const groupes = groupByKind(trouvailles);
    this.element.hidden = !groupes.length;
    this.groupes.replaceChildren(
      ...groupes.map(([nom, found]) =>
        element(
          "div",
          {},
          element("h3", {}, nom),
          element("ul", {}, ...found.map((one) => element("li", {}, element("a", { href: one.url }, markedText(one.titre, one.marques)), one.precision && element("small", {}, ` ${one.precision}`)))),
        ),
      ),
    );
  }
}

/**
 * Returns the best of each kind, by its name; the kind of the best of all comes first.
 * @param {Trouvaille[]} trouvailles
 * @returns {[string, Trouvaille[]][]}
 */
function groupByKind(trouvailles) {
  /** @type {Map<string, Trouvaille[]>} */
  const groupes = new Map();
  for (const one of trouvailles) {
    const nom = nameGenre(one.kind);
    const found = groupes.get(nom) ?? [];
    if (found.length < MOST) groupes.set(nom, [...found, one]);
  }
  return [...groupes];
}
