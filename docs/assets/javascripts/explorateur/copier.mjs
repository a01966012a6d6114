/** The button that copies the address of the page, choices included. */

import { makeLink } from "../questionnaire/commandes.mjs";
import { announce, element } from "../questionnaire/dom.mjs";

/**
 * @param {Element} region - says that it is done
 * @returns {HTMLElement}
 */
export function makeCopier(region) {
  const champ = element("input", { type: "text", className: "cat-saisie", readOnly: true, hidden: true, attributes: { "aria-label": "Lien vers ces résultats" } });
  const button = makeLink("Copier le lien", async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      announce(region, "Lien copié.");
      button.textContent = "Lien copié";
      setTimeout(() => (button.textContent = "Copier le lien"), 4000);
    } catch {
      // Forbidden, or a page without https: the person copies it.
      champ.value = location.href;
      champ.hidden = false;
      champ.focus();
      champ.select();
      announce(region, "Le lien est sélectionné\u00a0: copiez-le.");
    }
  });
  return element("div", { className: "cat-explorateur__copier" }, button, champ);
}
