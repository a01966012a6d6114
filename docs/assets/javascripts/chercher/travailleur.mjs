/**
 * The worker of the search: it answers off the thread of the page, so that nothing holds up typing.
 *
 * The page first says `{ open: address of the index }`, then asks `{ id, method, given }`; each
 * question has its answer, `{ id, value }` or `{ id, error: a message fit to show }`.
 */

// All that is needed is named here: a browser fetches it at once, instead of one module after
// the one that imports it.
import "../recherche.mjs";
import "../recherche/classement.mjs";
import "../recherche/dictionnaire.mjs";
import "../recherche/langue.mjs";
import "../recherche/marques.mjs";
import "../recherche/moteur.mjs";
import "../recherche/requete.mjs";
import "../recherche/signes.mjs";
import "./proches.mjs";
import "./textes.mjs";
import { Fonds } from "./fonds.mjs";

/** @type {Fonds} */
let fonds;

addEventListener("message", async ({ data }) => {
  if (data.open) {
    fonds = new Fonds(data.open);
    return;
  }
  const { id, method, given } = data;
  try {
    postMessage({ id, value: await fonds.answer(method, given) });
  } catch (error) {
    postMessage({ id, error: /** @type {Error} */ (error).message });
  }
});
