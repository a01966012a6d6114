/** Says that a page is a copy, kept on the device and shown for want of a network. */

const JOUR = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long" });

/**
 * Returns a day in words, « 1er mars 2025 ».
 * @param {Date} date
 */
export function sayDay(date) {
  return JOUR.format(date).replace(/^1 /, "1er ");
}

/** Shows the sentence under the header, when the worker marked the page as a copy. */
export function showBandeau() {
  const { copie } = document.documentElement.dataset;
  const header = document.querySelector(".cat-tete");
  if (!copie || !header) return;
  const day = new Date(copie);
  // A server may not say the date of what it sends.
  const version = day.getTime() ? `, version du ${sayDay(day)}` : "";
  const words = document.createElement("p");
  words.className = "cat-copie";
  words.setAttribute("role", "status");
  header.after(words);
  words.textContent = `Vous consultez une copie hors connexion${version}.`;
}
