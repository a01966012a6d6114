/**
 * Whether one answer to a question can meet several criteria at once.
 *
 * Exact: for each type of question, the answers that are tried stand for all the others.
 */

import { QUESTION } from "./arbre.mjs";
import { listed, readDay, readNumber } from "./criteres.mjs";
import { Situation } from "./situation.mjs";
import { FAUX, VRAI } from "./valeurs.mjs";

const AILLEURS = "ailleurs";
const ANY_DAY = "2000-01-01";
const DAY_LENGTH = 86_400_000;

/** A commune for each set of territoires, by the `lieux` that they come from. */
const situations = new WeakMap();

/**
 * Whether some answer to a question meets all criteria, which are all on it. Nothing is ruled
 * out of a question that does not exist.
 * @param {{feuille: import("./arbre.mjs").Noeud, exclu: boolean}[]} litteraux
 * @param {string} question
 * @param {object} contexte
 */
export function canAllHold(litteraux, question, contexte) {
  const asked = Object.hasOwn(contexte.questions, question) ? contexte.questions[question] : null;
  if (!asked && question !== new Situation({}, contexte).questions.place) return true;
  for (const answer of answersTo(litteraux, asked, contexte)) {
    const situation = new Situation({ [question]: answer }, contexte);
    const holds = ({ feuille, exclu }) => situation.valueOfLeaf(feuille) === (exclu ? FAUX : VRAI);
    if (litteraux.every(holds)) return true;
  }
  return false;
}

function* answersTo(litteraux, asked, contexte) {
  const criteres = litteraux.map(({ feuille }) => feuille).filter(({ genre }) => genre === QUESTION);
  const operands = criteres.flatMap(({ tests }) => tests.flatMap(({ operand }) => operand));
  switch (asked?.type ?? "commune") {
    case "commune":
      yield* communes(operands, contexte);
      break;
    case "oui-non":
      yield* ["oui", "non"];
      break;
    case "date":
      yield* days(operands);
      break;
    case "nombre":
      yield* numbers(operands, asked);
      break;
    default: {
      const options = asked.options.map(({ valeur }) => valeur);
      yield* options;
      if (asked.type === "choix-multiple") yield* selections(litteraux, options);
    }
  }
}

function* communes(operands, { lieux }) {
  let found = situations.get(lieux);
  if (!found) {
    const keys = Object.entries(lieux).map(([code, slugs]) => [[...slugs].sort().join(" "), code]);
    found = [...new Map(keys).values(), AILLEURS];
    situations.set(lieux, found);
  }
  yield* found;
  if (operands.length) {
    yield* operands;
    yield* Object.keys(lieux);
  }
}

function* days(operands) {
  yield ANY_DAY;
  for (const day of operands.map(readDay)) {
    if (day === null) continue;
    const time = Date.parse(`${day}T00:00:00Z`);
    for (const near of [time, time - DAY_LENGTH, time + DAY_LENGTH]) {
      yield new Date(near).toISOString().slice(0, 10);
    }
  }
}

function* numbers(operands, { min = -Infinity, max = Infinity }) {
  const found = [0, min, max, ...operands.map(readNumber)].filter(Number.isFinite);
  const bounds = [...new Set(found)].sort((one, other) => one - other);
  const around = bounds.flatMap((bound) => [bound - 1, bound, bound + 1]);
  if (!bounds.every(Number.isInteger)) {
    around.push(...bounds.slice(1).map((bound, index) => (bounds[index] + bound) / 2));
  }
  yield* around.filter((number) => min <= number && number <= max);
}

/**
 * The smallest choices of options that hold all that the criteria want held. What they forbid
 * can only be broken by choosing more: no other choice needs a try.
 */
function* selections(litteraux, options) {
  const wanted = litteraux.filter(({ exclu }) => !exclu).map(({ feuille }) => feuille.feuille);
  const required = new Set(wanted.flatMap((leaf) => leaf.contient_toutes ?? []));
  if (![...required].every((option) => options.includes(option))) return;
  const groups = wanted
    .filter((leaf) => leaf.contient_un_de !== undefined)
    .map((leaf) => listed(leaf.contient_un_de).filter((option) => options.includes(option)));
  yield* complete([...required], groups);
}

function* complete(chosen, groups) {
  const missed = groups.find((group) => !group.some((option) => chosen.includes(option)));
  if (!missed) yield chosen;
  else for (const option of missed) yield* complete([...chosen, option], groups);
}
