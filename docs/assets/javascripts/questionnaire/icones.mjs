/** Small drawings, always beside words: they are hidden from those who listen. */

import { drawing } from "./dom.mjs";

/** Paths in a square of 24, drawn as lines. */
const PATHS = {
  satisfaite: "M5 12.5l4.5 4.5L19 7.5",
  non_satisfaite: "M7 7l10 10M17 7L7 17",
  inconnue: "M8.8 9.2a3.2 3.2 0 1 1 4.8 2.8c-1.1.6-1.6 1.2-1.6 2.3M12 17.6v.1",
  inutile: "M7 12h10",
  appreciation: "M8 11a4 4 0 1 0 8 0 4 4 0 0 0-8 0M5 20c1.2-3 4-4.6 7-4.6s5.8 1.6 7 4.6",
  prioritaire: "M12 4l2.4 5 5.6.8-4 3.9 1 5.5-5-2.6-5 2.6 1-5.5-4-3.9 5.6-.8z",
  telephone:
    "M6 4h3l1.5 4-2 1.5a11 11 0 0 0 5 5l1.5-2 4 1.5v3a2 2 0 0 1-2.2 2A16 16 0 0 1 4 6.2" +
    " 2 2 0 0 1 6 4z",
};

/**
 * Returns the drawing of a state.
 * @param {keyof typeof PATHS} nom
 */
export function icone(nom) {
  return drawing(
    "svg",
    {
      class: "cat-icone",
      viewBox: "0 0 24 24",
      width: 24,
      height: 24,
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 2.2,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
      "aria-hidden": "true",
      focusable: "false",
    },
    drawing("path", { d: PATHS[nom] }),
  );
}
