/**
 * The page of an organisation: what it may carry, which calls it may answer and until when, and
 * what they would bring.
 *
 * Without this module the page has the calls, the funding and the conditions as tables and
 * lists. Three parts replace them, each of which may fail alone. Two files are asked for, and
 * nothing after: no answer leaves the browser.
 */

import { onPrint, unfold } from "./impression.mjs";
import { mountQuestionnaire } from "./montage.mjs";
import { makeCalendrier } from "./porteur/calendrier.mjs";
import { Simulateur } from "./porteur/simulateur.mjs";
import { Verification } from "./porteur/verification.mjs";

mountQuestionnaire({
  lecteur: "porteur",
  start: mountParts,
  secours: "En attendant, les appels à projets, les financements et les conditions sont plus bas.",
});

/**
 * @param {HTMLElement} root
 * @param {import("./donnees.mjs").Donnees} donnees
 */
function mountParts(root, donnees) {
  const actions = Object.entries(donnees.json.actions);
  const page = { date: donnees.contexte.date, racine: donnees.racine };
  const funded = actions.filter(([, { portage }]) => portage?.financement?.length);
  replacePart("cat-appels", () => makeCalendrier(actions, page));
  const simulateur = replacePart("cat-simulateur", () => new Simulateur(funded, page));
  const verification = new Verification(donnees, {
    onSimulate: (slug, moved) => {
      simulateur?.choose(slug);
      if (moved) simulateur?.focus();
    },
    onClear: () => simulateur?.clear(),
  });
  root.replaceChildren(verification.element);
  verification.start();
  onPrint(root, () => unfold(document));
}

/**
 * Puts a part in place of what stands after it, which says the same without JavaScript.
 * @template {HTMLElement | {element: HTMLElement}} T
 * @param {string} name - in `data-module`
 * @param {() => T} make
 * @returns {T | null}
 */
function replacePart(name, make) {
  const place = document.querySelector(`[data-module="${name}"]:not([data-mounted])`);
  if (!(place instanceof HTMLElement)) return null;
  try {
    const made = make();
    place.replaceChildren(made instanceof HTMLElement ? made : made.element);
    place.hidden = false;
    if (place.nextElementSibling instanceof HTMLElement) place.nextElementSibling.hidden = true;
    place.dataset.mounted = "";
    return made;
  } catch (error) {
    console.error(name, error);
    return null;
  }
}
