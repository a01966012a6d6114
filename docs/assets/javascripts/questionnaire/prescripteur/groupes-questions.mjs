/** How the page groups the questions that the rules ask. Pure. */

import { placeQuestion, questionsOf } from "../questions.mjs";

/** @typedef {import("../reponses.mjs").Question} Question */

/**
 * Questions under one title; `pliee` when they are folded until someone opens them.
 * @typedef {{cle: string, titre: string, slugs: string[], pliee: boolean}} Groupe
 */

const TITRES = {
  personne: "Situation et projet",
  action: "Les questions de cette action",
  sensibles: "Questions sensibles (facultatives)",
  autres: "Autres questions",
};

/**
 * Returns the questions that the rules ask, in groups; the place comes first.
 * @param {Map<string, any>} regles
 * @param {any} contexte
 * @param {string | null} [action] - the only action whose questions come first
 * @returns {Groupe[]}
 */
export function groupQuestions(regles, contexte, action = null) {
  const { questions } = contexte;
  const conditions = Array.from(regles.values(), ({ condition }) => condition);
  const slugs = placeFirst(questionsOf(conditions, contexte), placeQuestion(questions));
  const own =
    action === null ? null : new Set(questionsOf([regles.get(action).condition], contexte));
  const groupes = own === null ? bySubject(slugs, questions) : byAction(slugs, own, questions);
  return groupes.filter((groupe) => groupe.slugs.length);
}

/**
 * By `rubrique`, in the order in which they are met; questions without one come first.
 * @param {string[]} slugs
 * @param {Record<string, Question>} questions
 * @returns {Groupe[]}
 */
function bySubject(slugs, questions) {
  /** @type {Map<string, string[]>} */
  const rubriques = new Map([[TITRES.personne, []]]);
  for (const slug of slugs.filter((slug) => !questions[slug].sensible)) {
    const titre = questions[slug].rubrique ?? TITRES.personne;
    rubriques.set(titre, [...(rubriques.get(titre) ?? []), slug]);
  }
  const named = [...rubriques].map(([titre, found], rank) => {
    return { cle: `rubrique-${rank}`, titre, slugs: found, pliee: false };
  });
  const sensibles = slugs.filter((slug) => questions[slug].sensible);
  return [...named, makeGroupe("sensibles", sensibles, true)];
}

/**
 * @param {string[]} slugs
 * @param {Set<string>} own
 * @param {Record<string, Question>} questions
 * @returns {Groupe[]}
 */
function byAction(slugs, own, questions) {
  const sensible = (/** @type {string} */ slug) => Boolean(questions[slug].sensible);
  const others = slugs.filter((slug) => !own.has(slug));
  return [
    makeGroupe(
      "action",
      slugs.filter((slug) => own.has(slug) && !sensible(slug)),
    ),
    makeGroupe(
      "sensibles",
      slugs.filter((slug) => own.has(slug) && sensible(slug)),
      true,
    ),
    makeGroupe(
      "autres",
      [...others.filter((slug) => !sensible(slug)), ...others.filter(sensible)],
      true,
    ),
  ];
}

/**
 * @param {keyof typeof TITRES} cle
 * @param {string[]} slugs
 * @param {boolean} [pliee]
 * @returns {Groupe}
 */
function makeGroupe(cle, slugs, pliee = false) {
  return { cle, titre: TITRES[cle], slugs, pliee };
}

/**
 * @param {string[]} slugs
 * @param {string} place
 */
function placeFirst(slugs, place) {
  return [...slugs.filter((slug) => slug === place), ...slugs.filter((slug) => slug !== place)];
}
