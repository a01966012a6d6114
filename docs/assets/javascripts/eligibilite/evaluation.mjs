/** The result of a rule for some answers, and the reasons for it. */

import { AUCUNE, readTree, TOUTES } from "./arbre.mjs";
import { findClosed, findToCome } from "./disponibilite.mjs";
import { situationOf } from "./situation.mjs";
import {
  ETATS,
  FAUX,
  holdAll,
  holdOne,
  INCONNU,
  negate,
  OMIS,
  RESERVE,
  VRAI,
} from "./valeurs.mjs";

const BASES = {
  [VRAI]: "oui",
  [FAUX]: "non",
  [RESERVE]: "sous-reserve",
  [INCONNU]: "a-preciser",
};
const FAVOURABLE = VRAI | RESERVE;

/** Where the reasons of one evaluation are put; a list that grows by itself takes more room. */
class Liste {
  #items = [];
  length = 0;

  /** @param {object} reason */
  add(reason) {
    this.#items[this.length] = reason;
    this.length += 1;
  }

  copy() {
    return this.#items.slice(0, this.length);
  }
}

const satisfaites = new Liste();
const nonSatisfaites = new Liste();
const inconnues = new Liste();
const prioritaires = new Liste();
const appreciations = new Liste();
const LISTES = [satisfaites, nonSatisfaites, inconnues, prioritaires, appreciations];

/**
 * The result of a rule for some answers, with one reason for each leaf, in file order.
 * @param {object} regle
 * @param {object} reponses
 * @param {object} contexte
 */
export function evaluate(regle, reponses, contexte) {
  const situation = situationOf(reponses, contexte);
  const tree = readTree(regle.condition);
  for (const liste of LISTES) liste.length = 0;
  const value = weigh(tree, false, situation) || VRAI;
  const { resultat, disponibilite } = judge(regle, situation, value, contexte);
  return {
    resultat,
    disponibilite,
    satisfaites: satisfaites.copy(),
    non_satisfaites: nonSatisfaites.copy(),
    inconnues: inconnues.copy(),
    prioritaires: prioritaires.copy(),
    appreciations: appreciations.copy(),
  };
}

/**
 * The value of a node, as `Situation.weigh`, with a reason for each of its leaves.
 * @param {import("./arbre.mjs").Noeud} noeud
 * @param {boolean} exclu whether it stands under an odd number of `aucune`
 * @param {import("./situation.mjs").Situation} situation
 */
function weigh(noeud, exclu, situation) {
  const { genre, enfants } = noeud;
  if (!noeud.isGroup) {
    const value = situation.valueOfLeaf(noeud);
    const told = exclu ? negate(value) : value;
    listOf(told, noeud.prioritaire).add(noeud.reason(told, exclu));
    return noeud.prioritaire ? OMIS : value;
  }
  const inside = exclu !== (genre === AUCUNE);
  let values = OMIS;
  for (const enfant of enfants) values |= weigh(enfant, inside, situation);
  if (!values && enfants.length) return OMIS;
  if (genre === TOUTES) return holdAll(values);
  return genre === AUCUNE ? negate(holdOne(values)) : holdOne(values);
}

function listOf(value, prioritaire) {
  if (prioritaire) return prioritaires;
  if (value === VRAI) return satisfaites;
  if (value === FAUX) return nonSatisfaites;
  return value === INCONNU ? inconnues : appreciations;
}

/**
 * The result of a rule whose condition has a value, dates considered.
 * @param {object} regle
 * @param {import("./situation.mjs").Situation} situation
 * @param {number} value
 * @param {object} contexte
 * @returns {{resultat: string, disponibilite: object | null}}
 */
export function judge(regle, situation, value, contexte) {
  const closed = findClosed(regle, contexte);
  if (closed) return { resultat: "non", disponibilite: closed };
  const toCome = findToCome(regle, contexte);
  if (toCome) {
    const resultat = value & FAVOURABLE ? "plus-tard" : BASES[value];
    return { resultat, disponibilite: toCome };
  }
  if (value === FAUX) {
    for (const { question, situation: older } of situation.older()) {
      if (older.valueOf(readTree(regle.condition)) & FAVOURABLE) {
        return { resultat: "plus-tard", disponibilite: { etat: "age", question } };
      }
    }
  }
  return { resultat: BASES[value], disponibilite: null };
}

/**
 * The tree of a rule, marked for display: `{genre, etat, enfants}` for a group, a reason for a
 * leaf. As a leaf's, the `etat` of a group under `aucune` is that of its contrary; null for a
 * group of priorities alone.
 * @param {object} regle
 * @param {object} reponses
 * @param {object} contexte
 */
export function explain(regle, reponses, contexte) {
  return explainNode(readTree(regle.condition), false, situationOf(reponses, contexte));
}

function explainNode(noeud, exclu, situation) {
  const { genre, enfants } = noeud;
  const value = noeud.isGroup ? situation.weigh(noeud) : situation.valueOfLeaf(noeud);
  const told = exclu ? negate(value) : value;
  if (!noeud.isGroup) return noeud.reason(told, exclu);
  const inside = exclu !== (genre === AUCUNE);
  return {
    genre,
    etat: ETATS[told] ?? null,
    enfants: enfants.map((enfant) => explainNode(enfant, inside, situation)),
  };
}
