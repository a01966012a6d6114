/**
 * The smallest changes of answers that would open an action to somebody.
 *
 * The rule is opened out into alternatives, lists of criteria that are enough together, public
 * by public; those that ask for the fewest other answers are kept. A bound on their number
 * keeps the cost of a rule small whatever its depth.
 */

import { APPRECIATION, AUCUNE, PUBLIC, QUESTION, readTree, TOUTES } from "./arbre.mjs";
import { canAllHold } from "./compatibilite.mjs";
import { listed } from "./criteres.mjs";
import { findClosed } from "./disponibilite.mjs";
import { judge } from "./evaluation.mjs";
import { publicOf, situationOf } from "./situation.mjs";
import { negate, VRAI } from "./valeurs.mjs";

const MOST_ALTERNATIVES = 16;
const MOST_CHANGEMENTS = 3;

/** @typedef {import("./arbre.mjs").Noeud} Noeud */

/**
 * A leaf on a question or a place, or its contrary, with what it is worth now and, as text,
 * what it tests.
 * @typedef {{feuille: Noeud, exclu: boolean, value: number, question: string, test: string}}
 *   Litteral
 * @typedef {{litteraux: Litteral[], cost: number}} Alternative
 */

/**
 * At most three smallest changes; none when no answer is in the way.
 * @param {object} regle
 * @param {object} reponses
 * @param {object} contexte
 * @returns {{questions: string[], criteres: object[]}[]}
 */
export function changements(regle, reponses, contexte) {
  const situation = situationOf(reponses, contexte);
  const tree = readTree(regle.condition);
  const { resultat } = judge(regle, situation, situation.valueOf(tree), contexte);
  if (!["non", "a-preciser"].includes(resultat) || findClosed(regle, contexte)) return [];
  const found = open(tree, false, [], situation) ?? [];
  // What asks for no other answer is no change: a professional's opinion is enough there.
  const costly = found.filter(({ cost }) => cost);
  const wanted = new Map();
  for (const { litteraux, cost } of costly) {
    const missing = missingOf(litteraux);
    const key = keyOf(missing);
    if (cost > costly[0].cost || wanted.has(key)) continue;
    const criteres = missing.map(({ feuille, value, exclu }) => feuille.reason(value, exclu));
    wanted.set(key, { questions: questionsOf(missing), criteres });
  }
  return [...wanted.values()].slice(0, MOST_CHANGEMENTS);
}

/** @param {Litteral[]} litteraux */
function missingOf(litteraux) {
  return litteraux.filter(({ value }) => value !== VRAI);
}

/** @param {Litteral[]} litteraux */
function questionsOf(litteraux) {
  return [...new Set(litteraux.map(({ question }) => question))];
}

/** Alternatives are compared as sets. @param {Litteral[]} litteraux */
function keyOf(litteraux) {
  return litteraux.map(({ test }) => test).sort().join("\n");
}

/**
 * @param {Litteral[]} litteraux
 * @returns {Alternative}
 */
function makeAlternative(litteraux) {
  return { litteraux, cost: questionsOf(missingOf(litteraux)).length };
}

/**
 * The alternatives of a node, null when it is left out.
 * @param {Noeud} noeud
 * @param {boolean} exclu whether its contrary is wanted
 * @param {string[]} publics those being opened: a loop is left to a professional
 * @param {import("./situation.mjs").Situation} situation
 * @returns {Alternative[] | null}
 */
function open(noeud, exclu, publics, situation) {
  const { genre, enfants } = noeud;
  if (noeud.isGroup) {
    const inside = exclu !== (genre === AUCUNE);
    const opened = enfants.map((enfant) => open(enfant, inside, publics, situation));
    const counted = opened.filter((alternatives) => alternatives !== null);
    if (opened.length && !counted.length) return null;
    // De Morgan: the contrary of « all » is one of the contraries, and the reverse.
    if ((genre === TOUTES) === inside) return least(counted.flat());
    const both = (left, right) => combine(left, right, situation.contexte);
    return counted.reduce(both, [makeAlternative([])]);
  }
  if (noeud.prioritaire) return null;
  if (genre === PUBLIC) return openPublic(noeud.cible, exclu, publics, situation);
  if (genre === APPRECIATION) return [makeAlternative([])];
  return openLeaf(noeud, exclu, situation);
}

function openPublic(slug, exclu, publics, situation) {
  const tree = publicOf(slug, situation.contexte);
  if (!tree || publics.includes(slug)) return [makeAlternative([])];
  const opened = open(tree, exclu, [...publics, slug], situation);
  return opened ?? (exclu ? [] : [makeAlternative([])]);
}

function openLeaf(feuille, exclu, situation) {
  const value = situation.valueOfLeaf(feuille);
  const question = feuille.genre === QUESTION ? feuille.cible : situation.questions.place;
  const litteral = {
    feuille,
    exclu,
    value: exclu ? negate(value) : value,
    question,
    test: JSON.stringify([exclu, ...testOf(feuille)]),
  };
  const possible = canAllHold([litteral], question, situation.contexte);
  return possible ? [makeAlternative([litteral])] : [];
}

/** What a leaf tests, its sentence and its source apart. @param {Noeud} feuille */
function testOf({ genre, cible, tests }) {
  if (genre !== QUESTION) return [listed(cible)];
  return [cible, ...tests.map(({ name, operand }) => [name, operand]).sort()];
}

/**
 * What meets one alternative of each list.
 * @param {Alternative[]} left
 * @param {Alternative[]} right
 * @param {object} contexte
 */
function combine(left, right, contexte) {
  const all = left.flatMap((one) => right.map((other) => merge(one, other, contexte)));
  return least(all.filter((alternative) => alternative !== null));
}

function merge(one, other, contexte) {
  const tests = new Set(one.litteraux.map(({ test }) => test));
  const added = other.litteraux.filter(({ test }) => !tests.has(test));
  const litteraux = [...one.litteraux, ...added];
  const before = new Set(questionsOf(one.litteraux));
  const possible = questionsOf(added).every((question) => {
    const here = litteraux.filter((litteral) => litteral.question === question);
    return !before.has(question) || canAllHold(here, question, contexte);
  });
  return possible ? makeAlternative(litteraux) : null;
}

/** The first alternatives by cost, each once. @param {Alternative[]} alternatives */
function least(alternatives) {
  const distinct = new Map();
  for (const alternative of alternatives) {
    const key = keyOf(alternative.litteraux);
    if (!distinct.has(key)) distinct.set(key, alternative);
  }
  return [...distinct.values()]
    .sort((one, other) => one.cost - other.cost)
    .slice(0, MOST_ALTERNATIVES);
}
