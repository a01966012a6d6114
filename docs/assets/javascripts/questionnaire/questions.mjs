/** Which questions rules ask, in which order, and which of them still matter. Pure. */

import { explain } from "../eligibilite.mjs";

/** @typedef {import("./reponses.mjs").Question} Question */
/** @typedef {import("./reponses.mjs").Valeur} Valeur */

/**
 * Returns the slug of the question that places are compared with.
 * @param {Record<string, {type: string, ordre?: number}>} questions
 */
export function placeQuestion(questions) {
  const places = Object.entries(questions).filter(([, { type }]) => type === "commune");
  places.sort(([, one], [, other]) => (one.ordre ?? Infinity) - (other.ordre ?? Infinity) || 0);
  return places[0]?.[0] ?? "commune";
}

/**
 * Returns the questions that conditions may ask, those of their publics cibles included, in the
 * order in which a person reads them.
 * @param {any[]} conditions
 * @param {any} contexte
 * @returns {string[]}
 */
export function questionsOf(conditions, contexte) {
  const { questions, publics_cibles: publics } = contexte;
  const place = placeQuestion(questions);
  const found = new Set();
  const visited = new Set();
  const visit = (/** @type {any} */ noeud) => {
    for (const enfant of noeud.toutes ?? noeud.une_de ?? noeud.aucune ?? []) visit(enfant);
    if (noeud.question !== undefined) found.add(noeud.question);
    if (noeud.territoire !== undefined) found.add(place);
    if (noeud.public_cible === undefined || visited.has(noeud.public_cible)) return;
    visited.add(noeud.public_cible);
    visit(publics[noeud.public_cible] ?? {});
  };
  conditions.forEach(visit);
  const rank = (/** @type {string} */ slug) => questions[slug].ordre ?? Number.MAX_SAFE_INTEGER;
  // The sort is stable: questions of one rank stay in the order of their file.
  const asked = Object.keys(questions).filter((slug) => found.has(slug));
  return asked.sort((one, other) => rank(one) - rank(other));
}

/**
 * Finds, for one set of answers, the questions whose answer may still change a result. Publics
 * cibles are looked into once for all the rules.
 */
export class QuestionsOuvertes {
  /** @type {Map<string, Set<string>>} */
  #publics = new Map();

  /**
   * @param {Record<string, Valeur>} reponses
   * @param {any} contexte
   */
  constructor(reponses, contexte) {
    this.reponses = reponses;
    this.contexte = contexte;
    this.place = placeQuestion(contexte.questions);
  }

  /**
   * Returns the questions, answered « je ne sais pas » included, that an undecided rule waits for.
   * @param {any} regle
   * @returns {Set<string>}
   */
  missing(regle) {
    const found = new Set();
    this.#collect(explain(regle, this.reponses, this.contexte), found);
    return found;
  }

  /**
   * Returns the questions that may still change the results of actions, or their priorities.
   * @param {{regle: any, evaluation: any}[]} resultats - of actions that are still possible
   * @returns {Set<string>}
   */
  usefulFor(resultats) {
    const found = new Set();
    for (const { regle, evaluation } of resultats) {
      if (evaluation.resultat === "a-preciser")
        this.#collect(explain(regle, this.reponses, this.contexte), found);
      for (const leaf of evaluation.prioritaires)
        if (leaf.etat === "inconnue") this.#addLeaf(leaf, found);
    }
    return found;
  }

  /**
   * @param {any} noeud - marked by `explain`
   * @param {Set<string>} found
   */
  #collect(noeud, found) {
    if (noeud.etat !== "inconnue" || noeud.nature === "prioritaire") return;
    if (noeud.enfants) for (const enfant of noeud.enfants) this.#collect(enfant, found);
    else this.#addLeaf(noeud, found);
  }

  /**
   * @param {any} leaf
   * @param {Set<string>} found
   */
  #addLeaf(leaf, found) {
    if (leaf.question !== undefined) found.add(leaf.question);
    if (leaf.territoire !== undefined) found.add(this.place);
    if (leaf.public_cible !== undefined)
      for (const slug of this.#ofPublic(leaf.public_cible)) found.add(slug);
  }

  /** @param {string} slug */
  #ofPublic(slug) {
    const known = this.#publics.get(slug);
    if (known) return known;
    const found = new Set();
    this.#publics.set(slug, found);
    const condition = this.contexte.publics_cibles[slug];
    if (condition) this.#collect(explain({ condition }, this.reponses, this.contexte), found);
    return found;
  }
}
