/** The list of all actions that the page came with: folded under the explorer, once it is there. */

import { element } from "../questionnaire/dom.mjs";

/** Puts the list behind words that unfold it; it is unfolded when the address leads into it. */
export function foldListe() {
  const list = document.querySelector("[data-sans-script]");
  if (!list) return;
  const details = element(
    "details",
    { className: "cat-pli cat-toutes-repliees" },
    element("summary", {}, "Toutes les actions, par département et par thème"),
  );
  list.replaceWith(details);
  details.append(list);
  showListe();
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !details.contains(target)) return;
    details.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
}

/** Shows the list, which style sheets hide until it is known whether the explorer comes. */
export function showListe() {
  document.querySelector("[data-sans-script]")?.setAttribute("data-montree", "");
}
