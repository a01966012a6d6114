/**
 * The page of a référent: every question on one page, and the actions to prescribe beside them,
 * sorted anew at each answer; then a comparison, and a sheet to print.
 *
 * Without this module the page is the list of the conditions, which it folds once it has its
 * data. It asks for two files and nothing after: no answer, no identity leaves the browser.
 */

import { mountQuestionnaire } from "./montage.mjs";
import { Page } from "./prescripteur/page.mjs";

mountQuestionnaire({
  lecteur: "prescripteur",
  start: (root, donnees) => new Page(root, donnees).start(),
  secours: "En attendant, vous pouvez lire plus bas les conditions de chaque action.",
});
