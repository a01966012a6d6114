/**
 * The next question: the one that settles the most undecided actions.
 *
 * A question may exclude an action by one of its answers, admit it by one of its answers, or
 * both; those that exclude go first, sensitive ones last, and equals in the order of the file.
 */

import { AUCUNE, PUBLIC, QUESTION, readTree, TERRITOIRE, TOUTES } from "./arbre.mjs";
import { findClosed } from "./disponibilite.mjs";
import { publicOf, rankOf, situationOf } from "./situation.mjs";
import { FAUX, holdAll, holdOne, INCONNU, negate, RESERVE, VRAI } from "./valeurs.mjs";

const NOTHING = new Set();
/** One rule in how many: below, a question that can only exclude is not asked. */
const FEWEST_BLOCKED = 4;

/**
 * The value of a node and, when it is unknown, the questions that may settle it: alone, by
 * excluding or by admitting, and all that still count. `mayHold` and `mayFail` tell what further
 * answers can still make of it: neither, when somebody answered « je ne sais pas » to what it needs.
 * @typedef {{value: number, excluding: Set<string>, admitting: Set<string>, open: Set<string>,
 *   mayHold: boolean, mayFail: boolean}} Influence
 */

/**
 * The next question for the undecided rules, null at the end; and how many may remain, that
 * one included: a bound that never grows.
 * @param {object[] | Map<string, object> | Record<string, object>} regles
 * @param {object} reponses
 * @param {object} contexte
 * @returns {{question: string | null, restantes: number}}
 */
export function nextQuestion(regles, reponses, contexte) {
  const situation = situationOf(reponses, contexte);
  const publics = new Map();
  /** @type {Map<string, {settling: number, excluding: number, open: number, blocked: number}>} */
  const counts = new Map();
  let total = 0;
  for (const regle of regles instanceof Map ? regles.values() : Object.values(regles)) {
    total += 1;
    if (findClosed(regle, contexte)) continue;
    const influence = influenceOf(readTree(regle.condition), situation, publics);
    if (influence?.value !== INCONNU || !(influence.mayHold || influence.mayFail)) continue;
    count(influence, counts);
  }
  const { questions } = situation.contexte;
  const candidates = Object.keys(questions).filter((slug) => {
    const found = counts.get(slug);
    return found && (found.open || found.blocked * FEWEST_BLOCKED >= total);
  });
  const compare = (one, other) =>
    Boolean(questions[one].sensible) - Boolean(questions[other].sensible) ||
    counts.get(other).settling - counts.get(one).settling ||
    counts.get(other).excluding - counts.get(one).excluding ||
    (rankOf(questions[one]) < rankOf(questions[other]) ? -1 : 1);
  let question = null;
  for (const slug of candidates) {
    if (question === null || compare(slug, question) < 0) question = slug;
  }
  return { question, restantes: candidates.length };
}

/**
 * Adds one rule to what is known of each question. « Je ne sais pas » may stand in its way: answers
 * can then only exclude it, and are worth asking for when they bear on many such rules.
 */
function count({ excluding, admitting, open, mayHold }, counts) {
  for (const slug of open) {
    const found = counts.get(slug) ?? { settling: 0, excluding: 0, open: 0, blocked: 0 };
    if (mayHold) found.open += 1;
    else found.blocked += 1;
    if (excluding.has(slug)) found.excluding += 1;
    if (excluding.has(slug) || admitting.has(slug)) found.settling += 1;
    counts.set(slug, found);
  }
}

/** @returns {Influence} */
function settled(value) {
  const mayHold = value === VRAI || value === RESERVE;
  const mayFail = value === FAUX || value === RESERVE;
  return { value, excluding: NOTHING, admitting: NOTHING, open: NOTHING, mayHold, mayFail };
}

/**
 * The influence of the questions on a node, null when it is left out.
 * @param {import("./arbre.mjs").Noeud} noeud
 * @param {import("./situation.mjs").Situation} situation
 * @param {Map<string, Influence>} publics each public once
 * @returns {Influence | null}
 */
function influenceOf(noeud, situation, publics) {
  const { genre, enfants, cible } = noeud;
  if (noeud.isGroup) {
    const all = enfants.map((enfant) => influenceOf(enfant, situation, publics));
    const found = all.filter((influence) => influence !== null);
    return enfants.length && !found.length ? null : influenceOfGroup(genre, found);
  }
  if (noeud.prioritaire) return null;
  if (genre === PUBLIC) return influenceOfPublic(cible, situation, publics);
  const value = situation.valueOfLeaf(noeud);
  if (genre !== QUESTION && genre !== TERRITOIRE) return settled(value);
  const question = genre === QUESTION ? cible : situation.questions.place;
  const offered = Object.hasOwn(situation.contexte.questions, question);
  const asked = situation.answerTo(question).refused;
  if (value !== INCONNU || asked || !offered) return settled(value);
  const alone = new Set([question]);
  return { value, excluding: alone, admitting: alone, open: alone, mayHold: true, mayFail: true };
}

function influenceOfPublic(slug, situation, publics) {
  if (!publics.has(slug)) {
    publics.set(slug, settled(RESERVE));
    const tree = publicOf(slug, situation.contexte);
    if (tree) publics.set(slug, influenceOf(tree, situation, publics) ?? settled(VRAI));
  }
  return publics.get(slug);
}

/**
 * @param {string} genre
 * @param {Influence[]} found the influences on the children that count
 * @returns {Influence}
 */
function influenceOfGroup(genre, found) {
  const values = found.reduce((all, { value }) => all | value, 0);
  const value = genre === TOUTES ? holdAll(values) : holdOne(values);
  if (value !== INCONNU) return settled(genre === AUCUNE ? negate(value) : value);
  const unknown = found.filter((influence) => influence.value === INCONNU);
  const excluding = unknown.map((influence) => influence.excluding);
  const admitting = unknown.map((influence) => influence.admitting);
  const open = union(unknown.map((influence) => influence.open));
  if (genre === TOUTES) {
    const mayHold = unknown.every((influence) => influence.mayHold);
    const mayFail =
      unknown.some((influence) => influence.mayFail) || (Boolean(values & RESERVE) && mayHold);
    const alone = { excluding: union(excluding), admitting: shared(admitting) };
    return { value, ...alone, open, mayHold, mayFail };
  }
  // One child that a professional settles, and no answer excludes the group.
  const allExclude = values & RESERVE ? NOTHING : shared(excluding);
  const anyAdmits = union(admitting);
  const mayFail = unknown.every((influence) => influence.mayFail);
  const mayHold =
    unknown.some((influence) => influence.mayHold) || (Boolean(values & RESERVE) && mayFail);
  return genre === AUCUNE
    ? { value, excluding: anyAdmits, admitting: allExclude, open, mayHold: mayFail, mayFail: mayHold }
    : { value, excluding: allExclude, admitting: anyAdmits, open, mayHold, mayFail };
}

function union(sets) {
  return sets.length === 1 ? sets[0] : new Set(sets.flatMap((set) => [...set]));
}

function shared([first, ...others]) {
  if (!others.length) return first;
  return new Set([...first].filter((slug) => others.every((set) => set.has(slug))));
}
