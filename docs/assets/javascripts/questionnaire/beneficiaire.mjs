/**
 * The page of a person: one question a screen, then what exists for them and whom to call.
 *
 * Without this module the page is the list of the conditions, which it folds once it has its
 * data. It asks for two files and nothing after: no answer leaves the browser.
 */

import { currentEtat } from "./beneficiaire/historique.mjs";
import { Questionnaire } from "./beneficiaire/questionnaire.mjs";
import { mountQuestionnaire } from "./montage.mjs";

const entete = /** @type {HTMLElement} */ (document.querySelector(".cat-entete"));
// What was on the screen before a reload takes its place again without a jump.
entete.hidden = location.hash !== "" || ![undefined, "accueil"].includes(currentEtat()?.ecran);

mountQuestionnaire({
  lecteur: "beneficiaire",
  start: (root, donnees) => new Questionnaire(root, entete, donnees).start(),
  secours: "En attendant, vous pouvez lire plus bas les conditions de chaque action.",
  onFailure: () => {
    entete.hidden = false;
  },
});
