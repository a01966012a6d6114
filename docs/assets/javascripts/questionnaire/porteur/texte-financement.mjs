/** What the text says of the funding: the lines without an amount, and where it is written. */

import { frenchDate } from "../dates.mjs";
import { element } from "../dom.mjs";
import { decimal, formatPercentage } from "./nombres.mjs";

/** @typedef {import("./simulation.mjs").Ligne} Ligne */
/** @typedef {import("./simulation.mjs").Part} Part */

/**
 * Lines that the text gives no amount for.
 * @param {Ligne[]} lignes
 * @param {boolean} beside - other lines have one
 */
export function makeUnpriced(lignes, beside) {
  return element(
    "section",
    { className: "cat-simulateur__calcul" },
    element("h4", {}, beside ? "Sans montant dans le texte" : "Ce que dit le texte"),
    element(
      "ul",
      {},
      ...lignes.map(({ libelle, base, precisions, parts = [] }) =>
        element(
          "li",
          {},
          element("strong", {}, libelle),
          base && element("p", {}, base),
          precisions && element("p", { className: "cat-porter__texte" }, precisions),
          parts.length > 0 &&
            element(
              "p",
              {},
              parts
                .map(
                  (/** @type {Part} */ part) =>
                    `${part.libelle}\u00a0: ${formatPercentage(decimal(part.pourcentage))}`,
                )
                .join("\u00a0; "),
            ),
        ),
      ),
    ),
  );
}

/**
 * @typedef {{document: string, date?: string, passage?: string, lien?: string}} Source
 * @param {Source | undefined} source
 */
export function makeSource(source) {
  if (!source) return null;
  const { document, date, passage, lien } = source;
  return element(
    "p",
    { className: "cat-simulateur__source" },
    element("strong", {}, "Source\u00a0: "),
    lien ? element("a", { href: lien }, document) : document,
    date ? `, ${frenchDate(date)}` : " (texte sans date)",
    passage && `. Passage\u00a0: ${passage}`,
    ".",
  );
}
