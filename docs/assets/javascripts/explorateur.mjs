/**
 * « Toutes les actions »: text, facets with counts and results, shared by their address.
 *
 * Without this module the page is the list of all actions, which it folds once it has its data.
 * It keeps nothing; what is typed leaves the browser in no request.
 */

import { openChercheur } from "./chercher/chercheur.mjs";
import { Donnees } from "./explorateur/donnees.mjs";
import { foldListe, showListe } from "./explorateur/liste-complete.mjs";
import { Page } from "./explorateur/page.mjs";
import { makeButton } from "./questionnaire/commandes.mjs";
import { element } from "./questionnaire/dom.mjs";

/**
 * @param {HTMLElement} root
 * @param {boolean} [again] - at the demand of the reader, who is then led to what has come
 */
async function mount(root, again = false) {
  root.hidden = false;
  root.replaceChildren(element("p", { className: "cat-explorateur__attente", attributes: { role: "status" } }, "Chargement des filtres…"));
  try {
    const { facettes } = JSON.parse(document.getElementById("__config")?.textContent ?? "{}");
    const donnees = await Donnees.open(new URL(facettes, document.baseURI).href);
    await new Page(root, donnees, openChercheur()).start();
    root.dataset.mounted = "";
    foldListe();
    donnees.foresee();
    if (again) root.querySelector("input")?.focus();
  } catch (error) {
    console.error("cat-explorateur", error);
    showListe();
    root.replaceChildren(makeFailure(() => mount(root, true)));
    if (again) root.querySelector("button")?.focus();
  }
}

/** @param {() => void} retry */
function makeFailure(retry) {
  return element(
    "div",
    { className: "cat-avis cat-avis--alerte", attributes: { role: "alert" } },
    element("p", { className: "cat-avis__titre" }, "Les filtres n’ont pas pu être chargés."),
    element("p", {}, "Vérifiez que vous êtes bien connecté à internet, puis réessayez. Voici toutes les actions en attendant."),
    makeButton("Réessayer", retry),
  );
}

const root = document.querySelector('[data-module="cat-explorateur"]:not([data-mounted])');
if (root instanceof HTMLElement) mount(root);
