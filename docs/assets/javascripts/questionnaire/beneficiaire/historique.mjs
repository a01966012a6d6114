/**
 * What the history of the tab says of the page: an entry holds the name of a screen and of a
 * question, never an answer of the person. A link waits there until it is taken or left.
 */

/**
 * @typedef {object} Etat
 * @property {"accueil" | "question" | "resultats"} ecran
 * @property {string} [question] - its slug
 * @property {boolean} [retour] - the answer leads back to the results, whatever is left to ask
 * @property {Etat["ecran"]} [precedent] - the screen before, when it is this page's
 * @property {string | null} [action] - the only action that the screen is about
 * @property {string} [lien] - the link whose answers wait for the person's consent
 * @property {string} [seance] - answers that were erased make the entries before them void
 */

const ECRANS = ["accueil", "question", "resultats"];

/**
 * Returns the state of the current entry, or `null` when this page didn't make it.
 * @returns {Etat | null}
 */
export function currentEtat() {
  return ECRANS.includes(history.state?.ecran) ? history.state : null;
}

/** Returns a name for a run through the questionnaire that no other has. */
export function newSeance() {
  return crypto.getRandomValues(new Uint32Array(2)).join("-");
}
