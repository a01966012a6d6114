/**
 * The four values of a condition, one bit each, so that the values of a group's children are
 * one number: true, false, unknown (an answer is missing), or left to a professional. Zero is
 * a node that is left out, because priorities are all there is in it.
 */

export const OMIS = 0;
export const VRAI = 1;
export const FAUX = 2;
export const INCONNU = 4;
export const RESERVE = 8;

/** The `etat` of a reason, by value. */
export const ETATS = {
  [VRAI]: "satisfaite",
  [FAUX]: "non_satisfaite",
  [INCONNU]: "inconnue",
  [RESERVE]: "appreciation",
};

/**
 * The value of the contrary: what is unknown stays so.
 * @param {number} value
 */
export function negate(value) {
  return value === VRAI ? FAUX : value === FAUX ? VRAI : value;
}

/**
 * The value of « all of them »; of none, it is true.
 * @param {number} values what the children are worth, put together with `|`
 */
export function holdAll(values) {
  if (values & FAUX) return FAUX;
  if (values & INCONNU) return INCONNU;
  return values & RESERVE ? RESERVE : VRAI;
}

/**
 * The value of « at least one of them »; of none, it is false.
 * @param {number} values what the children are worth, put together with `|`
 */
export function holdOne(values) {
  if (values & VRAI) return VRAI;
  if (values & INCONNU) return INCONNU;
  return values & RESERVE ? RESERVE : FAUX;
}
