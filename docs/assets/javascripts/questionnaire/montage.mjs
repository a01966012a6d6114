/**
 * Mounts a questionnaire: waits for its data, folds the list of the conditions, and gives that
 * list back when something fails.
 */

import { makeButton } from "./commandes.mjs";
import { element } from "./dom.mjs";
import { loadDonnees } from "./donnees.mjs";
import { ListeConditions } from "./liste-conditions.mjs";
import { readTab } from "./reponses.mjs";

/**
 * @typedef {object} Reglages
 * @property {string} lecteur
 * @property {(root: HTMLElement, donnees: import("./donnees.mjs").Donnees) => void} start
 * @property {string} secours - what the page still has when the data can't be had
 * @property {() => void} [onFailure]
 */

/**
 * Mounts the questionnaire of a reader, if the page has one.
 * @param {Reglages} reglages
 */
export function mountQuestionnaire(reglages) {
  const selector = `[data-module="cat-questionnaire"][data-lecteur="${reglages.lecteur}"]`;
  const root = document.querySelector(`${selector}:not([data-mounted])`);
  if (root instanceof HTMLElement) mount(root, reglages);
}

/**
 * @param {HTMLElement} root
 * @param {Reglages} reglages
 * @param {boolean} [again] - at the demand of the reader, who is then led to what has come
 */
async function mount(root, reglages, again = false) {
  const conditions = new ListeConditions();
  root.hidden = false;
  root.replaceChildren(
    element(
      "p",
      { className: "cat-questionnaire__attente", attributes: { role: "status" } },
      "Chargement des questions…",
    ),
  );
  try {
    const donnees = await loadDonnees(root, reglages.lecteur);
    conditions.fold();
    reglages.start(root, donnees);
    root.dataset.mounted = "";
    conditions.reveal();
    if (again) focusTitle();
    reloadWhenStale(reglages.lecteur);
  } catch (error) {
    console.error("cat-questionnaire", error);
    reglages.onFailure?.();
    conditions.restore();
    root.replaceChildren(makeFailure(reglages.secours, () => mount(root, reglages, true)));
    if (again) root.querySelector("button")?.focus();
  }
}

/**
 * A browser may bring a page back as it was left: answers that were erased or changed elsewhere
 * in the tab since then don't come back with it.
 * @param {string} lecteur
 */
function reloadWhenStale(lecteur) {
  let left = readTab(lecteur);
  addEventListener("pagehide", () => {
    left = readTab(lecteur);
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && readTab(lecteur) !== left) location.reload();
  });
}

/** Leads to the title of the page that has come. */
function focusTitle() {
  const titles = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll("main h1")));
  const title = titles.find((found) => found.checkVisibility());
  if (!title) return;
  title.tabIndex = -1;
  title.focus();
}

/**
 * @param {string} secours
 * @param {() => void} retry
 */
function makeFailure(secours, retry) {
  return element(
    "div",
    { className: "cat-avis cat-avis--alerte", attributes: { role: "alert" } },
    element("p", { className: "cat-avis__titre" }, "Les questions n’ont pas pu être chargées."),
    element("p", {}, `Vérifiez que vous êtes bien connecté à internet, puis réessayez. ${secours}`),
    makeButton("Réessayer", retry),
  );
}
