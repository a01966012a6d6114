/** What is printed: nothing of it folded, since nobody unfolds a sheet of paper. */

/** Folds that hold what a reader of the paper has no other way to unfold. */
const FOLDS = ".cat-pli:not([open]), .cat-resultat__conditions:not([open])";

/**
 * Prepares the page each time it is printed, as long as an element stands in it, and puts it
 * back as it was.
 * @param {HTMLElement} witness
 * @param {() => () => void} prepare - returns what undoes it
 */
export function onPrint(witness, prepare) {
  let undo = () => {};
  const before = () => {
    if (witness.isConnected) {
      undo = prepare();
      return;
    }
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
  const after = () => {
    undo();
    undo = () => {};
  };
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
}

/**
 * Unfolds what is folded.
 * @param {ParentNode} within
 * @param {string} [selector]
 * @returns {() => void} what folds it again
 */
export function unfold(within, selector = FOLDS) {
  const folded = /** @type {HTMLDetailsElement[]} */ (
    Array.from(within.querySelectorAll(selector))
  );
  for (const details of folded) details.open = true;
  return () => folded.forEach((details) => (details.open = false));
}

/**
 * Prints one part of the page.
 * @param {"resultats" | "calendrier" | "simulation"} part - as the styles name it
 */
export function printOnly(part) {
  const page = document.documentElement;
  page.dataset.imprime = part;
  addEventListener("afterprint", () => delete page.dataset.imprime, { once: true });
  print();
}
