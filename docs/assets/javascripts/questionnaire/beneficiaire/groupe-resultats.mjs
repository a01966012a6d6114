/** The actions that have the same result: a heading, a few cards at a time. */

import { element, newId, spoken } from "../dom.mjs";
import { makePages } from "../pages.mjs";
import { counted } from "../phrases.mjs";
import { phraseDisponibilite, titreResultat } from "../resultats.mjs";
import { makeCarte } from "./carte.mjs";

/** @typedef {import("./questionnaire.mjs").Questionnaire} Questionnaire */
/** @typedef {import("./groupes.mjs").Resultat} Resultat */
/** @typedef {import("../phrases.mjs").Resultat} NomResultat */

/** Cards of a group that are few enough to be read whole. */
const FEW = 3;

/** @type {Record<NomResultat, string>} */
const CHAPEAUX = {
  oui: "Vos réponses correspondent à ce qui est demandé.",
  "sous-reserve":
    "Vos réponses correspondent. Un professionnel fait le point avec vous avant de commencer.",
  "a-preciser": "Vous pouvez répondre maintenant, ou poser la question à votre référent.",
  "plus-tard": "Vos réponses correspondent, mais ce n’est pas encore le moment.",
  non:
    "D’après vos réponses d’aujourd’hui. " +
    "Une situation change, et votre référent peut en juger autrement.",
};

/**
 * Returns the title of the actions that nobody can take up for now.
 * @param {number} count
 */
export function titreFermees(count) {
  return count < 2 ? "Plus proposée en ce moment" : "Plus proposées en ce moment";
}

/**
 * Returns the group of a result, or `null` when no action has it.
 * @param {Questionnaire} questionnaire
 * @param {NomResultat} resultat
 * @param {Record<string, Resultat[]>} tri
 * @param {number} [shown] - how many cards are shown at first
 * @returns {HTMLElement | null}
 */
export function makeGroupe(questionnaire, resultat, tri, shown) {
  const alone = questionnaire.action !== null;
  if (resultat === "non" && !alone) return makeOthers(questionnaire, tri);
  // The only action that was asked about is shown, wherever it is.
  const items =
    resultat === "non" ? [...tri.non, ...tri.fermees, ...tri.ailleurs] : tri[resultat];
  if (!items.length) return null;
  const id = newId(`groupe-${resultat}`);
  const closed = resultat === "non" && tri.fermees.length > 0;
  return element(
    "section",
    { className: `cat-groupe cat-groupe--${resultat}`, attributes: { "aria-labelledby": id } },
    element(
      "h2",
      { id, className: "cat-groupe__titre" },
      closed ? titreFermees(items.length) : titreResultat(resultat, "beneficiaire"),
      " ",
      makeNombre(items.length),
    ),
    !closed && element("p", { className: "cat-groupe__chapeau" }, CHAPEAUX[resultat]),
    makeCartes(questionnaire, items, shown),
  );
}

/**
 * What doesn't fit, what is closed and what exists elsewhere: folded, and drawn when it is
 * unfolded.
 * @param {Questionnaire} questionnaire
 * @param {Record<string, Resultat[]>} tri
 */
function makeOthers(questionnaire, { non, fermees, ailleurs }) {
  const count = non.length + fermees.length + ailleurs.length;
  if (!count) return null;
  const details = element(
    "details",
    { className: "cat-pli cat-groupe cat-groupe--replie", on: { toggle: draw } },
    element(
      "summary",
      { className: "cat-groupe__titre" },
      element("h2", {}, titreResultat("non", "beneficiaire")),
      " ",
      makeNombre(count),
    ),
  );
  let drawn = false;
  function draw() {
    if (drawn || !details.open) return;
    drawn = true;
    details.append(
      ...(non.length
        ? [
            element("p", { className: "cat-groupe__chapeau" }, CHAPEAUX.non),
            makeCartes(questionnaire, non),
          ]
        : []),
      ...(fermees.length ? [makeClosed(questionnaire, fermees)] : []),
      ...(ailleurs.length ? [makeElsewhere(questionnaire, ailleurs)] : []),
    );
  }
  return details;
}

/**
 * What nobody can take up for now, whatever the answers.
 * @param {Questionnaire} questionnaire
 * @param {Resultat[]} items
 */
function makeClosed({ donnees }, items) {
  const id = newId("fermees");
  return element(
    "section",
    { className: "cat-groupe__fermees", attributes: { "aria-labelledby": id } },
    element("h3", { id }, titreFermees(items.length)),
    makePages(items, {
      makeItem: ({ action, evaluation }) =>
        element(
          "li",
          {},
          element("a", { href: donnees.racine + action.url }, action.nom),
          element(
            "p",
            { className: "cat-aide" },
            phraseDisponibilite(evaluation.disponibilite, "beneficiaire"),
          ),
        ),
      className: "cat-groupe__noms",
    }),
  );
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Resultat[]} items
 */
function makeElsewhere(questionnaire, items) {
  const { racine } = questionnaire.donnees;
  const words = items.length < 2 ? "existe seulement ailleurs" : "existent seulement ailleurs";
  return element(
    "details",
    { className: "cat-pli cat-groupe__ailleurs" },
    element(
      "summary",
      {},
      `${counted(items.length, "action", "actions")} ${words}, `,
      "dans d’autres départements ou d’autres communes",
    ),
    makePages(items, {
      makeItem: ({ action }) =>
        element("li", {}, element("a", { href: racine + action.url }, action.nom)),
      className: "cat-groupe__noms",
    }),
  );
}

/** How many actions a group has, beside its title. @param {number} count */
function makeNombre(count) {
  return element(
    "span",
    { className: "cat-groupe__nombre" },
    String(count),
    spoken(count < 2 ? " action" : " actions"),
  );
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Resultat[]} items
 * @param {number} [shown]
 */
function makeCartes(questionnaire, items, shown) {
  return makePages(items, {
    makeItem: (item) => element("li", {}, makeCarte(questionnaire, item, items.length <= FEW)),
    className: "cat-groupe__liste",
    shown,
  });
}
