/** Buttons that the three pages have: one look, one wording for one thing. */

import { element, newId, spoken } from "./dom.mjs";

/**
 * Returns a button that acts on the page.
 * @param {string} words
 * @param {() => void} act
 * @param {"" | "secondaire" | "discrete"} [look]
 * @param {string} [sujet] - what it is about, for those who hear it apart from what is around
 * @returns {HTMLButtonElement}
 */
export function makeButton(words, act, look = "", sujet = undefined) {
  const className = look ? `cat-commande cat-commande--${look}` : "cat-commande";
  return make(className, words, act, sujet);
}

/**
 * Returns a button that reads as a link.
 * @param {string} words
 * @param {() => void} act
 * @param {string} [sujet]
 * @returns {HTMLButtonElement}
 */
export function makeLink(words, act, sujet) {
  return make("cat-lien-bouton", words, act, sujet);
}

/**
 * @param {string} className
 * @param {string} words
 * @param {() => void} act
 * @param {string | undefined} sujet
 */
function make(className, words, act, sujet) {
  const said = sujet && spoken(`\u00a0: ${sujet}`);
  return element("button", { type: "button", className, on: { click: act } }, words, said);
}

/**
 * Returns the button that erases the answers, and the question that it asks first.
 * @param {() => void} erase
 * @param {"secondaire" | "discrete"} [look]
 * @returns {Node[]}
 */
export function makeEffacer(erase, look = "discrete") {
  const id = newId("effacer");
  const keep = makeButton("Non, les garder", () => dialogue.close(), "secondaire");
  // The dialog opens on what does no harm.
  keep.autofocus = true;
  const dialogue = element(
    "dialog",
    { className: "cat-dialogue", attributes: { "aria-labelledby": id } },
    element("h2", { id, className: "cat-dialogue__titre" }, "Effacer toutes vos réponses\u00a0?"),
    element(
      "p",
      {},
      "Vous ne pourrez pas les retrouver. ",
      "Pensez-y si d’autres personnes se servent de cet appareil.",
    ),
    element(
      "div",
      { className: "cat-dialogue__choix" },
      makeButton("Oui, effacer", () => {
        dialogue.close();
        erase();
      }),
      keep,
    ),
  );
  return [makeButton("Effacer mes réponses", () => dialogue.showModal(), look), dialogue];
}
