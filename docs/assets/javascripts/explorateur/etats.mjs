/** The state of actions on a day: what the badges of their cards say. Pure. */

import { decodeGaps } from "../recherche/signes.mjs";

/** The facet, whose values depend on the visitor's day. */
export const ETAT = {
  cle: "etat",
  titre: "État",
  valeurs: ["ouvert", "suspendu", "appel-ouvert"],
  noms: ["Proposée en ce moment", "Suspendue", "Appel à projets ouvert"],
};

const DAY = 24 * 60 * 60 * 1000;
const OFFERED = 1;
const SUSPENDED = 2;
const CALL_OPEN = 4;

/** Day numbers, and no day. @typedef {number | undefined} Jour */

export class Etats {
  /**
   * @param {any} json - `etats` of the facets
   * @param {number} size - how many actions
   * @param {string} today - AAAA-MM-JJ
   */
  constructor(json, size, today) {
    this.size = size;
    this.today = dayNumber(today) - dayNumber(json.origine);
    this.suspendues = new Set(readRanks(json.suspendues));
    this.fins = readDays(json.fins);
    this.ouvertures = readDays(json.ouvertures);
    this.clotures = readDays(json.clotures);
  }

  /**
   * Says whether an action may be taken up (`Action.est_proposee`).
   * @param {number} action
   */
  isOffered(action) {
    return !this.suspendues.has(action) && !this.isPast(action);
  }

  /** @param {number} action */
  isPast(action) {
    return (this.fins.get(action) ?? Infinity) < this.today;
  }

  /**
   * Returns the state of the call of an action (`Action.etat_appel`).
   * @param {number} action
   * @returns {"a-venir" | "ouvert" | "clos" | null}
   */
  callOf(action) {
    const etat = this.#callBy(this.ouvertures.get(action), this.clotures.get(action));
    return etat === "clos" || this.isOffered(action) ? etat : null;
  }

  /**
   * @param {Jour} ouverture
   * @param {Jour} cloture
   */
  #callBy(ouverture, cloture) {
    if (ouverture !== undefined && this.today < ouverture) return "a-venir";
    if (cloture !== undefined && cloture < this.today) return "clos";
    return ouverture !== undefined || cloture !== undefined ? "ouvert" : null;
  }

  /**
   * Returns the facet as others are described: the sets of its values, and the set of each action.
   * @returns {{ensembles: number[][], actions: Uint16Array}}
   */
  toColumn() {
    const bits = ETAT.valeurs.map((_, rank) => 1 << rank);
    const ensembles = Array.from({ length: 1 << bits.length }, (_, mask) =>
      bits.flatMap((bit, rank) => (mask & bit ? [rank] : [])),
    );
    const actions = new Uint16Array(this.size);
    for (let action = 0; action < this.size; action += 1) {
      let mask = 0;
      if (this.suspendues.has(action)) mask |= SUSPENDED;
      if (this.isOffered(action)) mask |= OFFERED;
      if (this.callOf(action) === "ouvert") mask |= CALL_OPEN;
      actions[action] = mask;
    }
    return { ensembles, actions };
  }
}

/**
 * @param {[actions: string, days: string]} signs
 * @returns {Map<number, number>} the day of each action that has one, from the origin
 */
export function readDays([actions, days]) {
  const numbers = decodeGaps(days);
  return new Map(readRanks(actions).map((action, place) => [action, numbers[place]]));
}

/**
 * Returns the increasing ranks that `signs` tell by the gaps between them.
 * @param {string} signs
 * @returns {number[]}
 */
export function readRanks(signs) {
  let expected = 0;
  return decodeGaps(signs).map((gap) => {
    const rank = expected + gap;
    expected = rank + 1;
    return rank;
  });
}

/** @param {string} day - AAAA-MM-JJ */
export function dayNumber(day) {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

/** @param {number} number @returns {string} AAAA-MM-JJ */
export function dayOf(number) {
  return new Date(number * DAY).toISOString().slice(0, 10);
}
