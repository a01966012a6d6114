/** One person's answers: what each leaf and each condition is worth for them. */

import {
  AUCUNE,
  PUBLIC,
  QUESTION,
  rankOfName,
  readTree,
  TERRITOIRE,
  TOUTES,
  UNE_DE,
} from "./arbre.mjs";
import { listed, Reponse, UNANSWERED, valueOfCritere } from "./criteres.mjs";
import { FAUX, holdAll, holdOne, INCONNU, negate, OMIS, RESERVE, VRAI } from "./valeurs.mjs";

/** @typedef {import("./arbre.mjs").Noeud} Noeud */

const PLACE = "commune";
/** What a contexte that leaves a part out says of it. */
const NOTHING = Object.freeze({});

/**
 * What questions are on, worked out once for each set of questions.
 * @type {WeakMap<object, {place: string, ages: {question: string, steps: number}[],
 *   types: Map<string, string>}>}
 */
const known = new WeakMap();

/**
 * The rank of a question in a questionnaire; without `ordre` it comes last.
 * @param {{ordre?: number}} question
 */
export function rankOf(question) {
  return question.ordre ?? Infinity;
}

/** @param {object} questions */
function readQuestions(questions) {
  let found = known.get(questions);
  if (!found) {
    const slugs = Object.keys(questions);
    // Equal ranks, the infinite one too, leave the order of the file.
    const compare = (one, other) => (one === other ? 0 : one < other ? -1 : 1);
    slugs.sort((one, other) => compare(rankOf(questions[one]), rankOf(questions[other])));
    found = {
      place: slugs.find((slug) => questions[slug].type === "commune") ?? PLACE,
      // By how much each age grows in twelve months.
      ages: slugs
        .filter((slug) => /^age(?:$|[_-])/.test(slug))
        .map((question) => ({ question, steps: questions[question].unite === "mois" ? 12 : 1 })),
      types: new Map(slugs.map((slug) => [slug, questions[slug].type])),
    };
    known.set(questions, found);
  }
  return found;
}

/** The last person evaluated: a catalogue is evaluated rule by rule for one person. */
let last = null;

/**
 * The situation of a person, the same one as long as the answers are the same.
 * @param {object} reponses
 * @param {object} contexte
 * @returns {Situation}
 */
export function situationOf(reponses, contexte) {
  if (!last || !isSame(last, reponses, contexte)) last = new Situation(reponses, contexte);
  return last;
}

/** Answers may have been changed in place: they are compared, not the objects. */
function isSame(situation, reponses, asked) {
  const { contexte, given } = situation;
  const { questions = NOTHING, publics_cibles = NOTHING, lieux = NOTHING } = asked;
  if (contexte.questions !== questions || contexte.lieux !== lieux) return false;
  if (contexte.publics_cibles !== publics_cibles) return false;
  let count = 0;
  for (const question in reponses) {
    const before = given.get(question);
    const now = reponses[question];
    if (before !== now && !(Array.isArray(now) && isSameList(before, now))) return false;
    if (now === undefined && !given.has(question)) return false;
    count += 1;
  }
  return count === given.size;
}

function isSameList(before, now) {
  if (!Array.isArray(before) || before.length !== now.length) return false;
  return now.every((item, index) => item === before[index]);
}

export class Situation {
  /**
   * @param {object} reponses
   * @param {object} contexte
   */
  constructor(reponses, contexte) {
    const { questions = NOTHING, publics_cibles = NOTHING, lieux = NOTHING } = contexte;
    this.contexte = { questions, publics_cibles, lieux };
    this.questions = readQuestions(questions);
    /** A copy of the answers, the lists too. @type {Map<string, unknown>} */
    this.given = new Map();
    /** By the rank of their question. @type {Reponse[]} */
    this.reponses = [];
    for (const [question, given] of Object.entries(reponses)) {
      this.given.set(question, Array.isArray(given) ? [...given] : given);
      if (given === undefined) continue;
      const reponse = new Reponse(given, this.questions.types.get(question));
      this.reponses[rankOfName(question)] = reponse;
    }
    /**
     * By the rank of each public, once; in a loop, the one that comes back is left to a
     * professional.
     * @type {number[]}
     */
    this.publics = [];
    const { text } = this.answerTo(this.questions.place);
    /** The territoires of the place, null when it is not known. @type {string[] | null} */
    this.territoires = text === null ? null : Object.hasOwn(lieux, text) ? lieux[text] : [];
    /** @type {{question: string, situation: Situation}[] | null} */
    this.olders = null;
  }

  /** @param {string} question */
  answerTo(question) {
    return this.reponses[rankOfName(question)] ?? UNANSWERED;
  }

  /**
   * The same person within twelve months: each age by itself, month after month when it is
   * counted in months; then all of them.
   */
  older() {
    if (this.olders) return this.olders;
    this.olders = [];
    const birthdays = {};
    for (const { question, steps } of this.questions.ages) {
      const { number } = this.answerTo(question);
      if (number === null) continue;
      birthdays[question] = number + steps;
      for (let step = 1; step <= steps; step += 1) this.#age(question, { [question]: number + step });
    }
    const [first, ...others] = Object.keys(birthdays);
    if (others.length) this.#age(first, birthdays);
    return this.olders;
  }

  #age(question, ages) {
    const reponses = { ...Object.fromEntries(this.given), ...ages };
    this.olders.push({ question, situation: new Situation(reponses, this.contexte) });
  }

  /**
   * The value of a whole tree; left out by priorities alone, it is true.
   * @param {Noeud} noeud
   */
  valueOf(noeud) {
    return this.weigh(noeud) || VRAI;
  }

  /**
   * The value of a node, `OMIS` when it is left out.
   * @param {Noeud} noeud
   */
  weigh(noeud) {
    const { genre } = noeud;
    if (genre === TOUTES) return this.weighEach(noeud, FAUX, holdAll);
    if (genre === UNE_DE) return this.weighEach(noeud, VRAI, holdOne);
    if (genre === AUCUNE) return negate(this.weighEach(noeud, VRAI, holdOne));
    return noeud.prioritaire ? OMIS : this.valueOfLeaf(noeud);
  }

  /** A child of the `decisive` value settles the group: no need to look further. */
  weighEach({ enfants }, decisive, hold) {
    let values = OMIS;
    for (const enfant of enfants) {
      values |= this.weigh(enfant);
      if (values & decisive) return decisive;
    }
    return values || !enfants.length ? hold(values) : OMIS;
  }

  /**
   * The value of a leaf, its polarity and its nature apart.
   * @param {Noeud} leaf
   */
  valueOfLeaf(leaf) {
    const { genre, cible } = leaf;
    if (genre === QUESTION) return valueOfCritere(leaf, this.reponses[leaf.rank] ?? UNANSWERED);
    if (genre === PUBLIC) return this.valueOfPublic(leaf);
    if (genre !== TERRITOIRE) return RESERVE;
    const here = this.territoires;
    if (here === null) return INCONNU;
    return listed(cible).some((territoire) => here.includes(territoire)) ? VRAI : FAUX;
  }

  /** @param {Noeud} leaf */
  valueOfPublic({ cible, rank }) {
    if (this.publics[rank] === undefined) {
      this.publics[rank] = RESERVE;
      const tree = publicOf(cible, this.contexte);
      if (tree) this.publics[rank] = this.valueOf(tree);
    }
    return this.publics[rank];
  }
}

/**
 * The conditions of a public, null when none is written.
 * @param {string} slug
 * @param {object} contexte
 */
export function publicOf(slug, { publics_cibles: publics = NOTHING }) {
  const tree = Object.hasOwn(publics, slug) ? publics[slug] : null;
  return tree && readTree(tree);
}
