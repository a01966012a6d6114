/** What a sheet says of a rule: criteria met, points to check, and a text to start from. Pure. */

/**
 * One line of the sheet: a sentence, or several of which one is enough.
 * @typedef {{phrases: string[], sensible: boolean}} Ligne
 */

/**
 * @typedef {object} Bilan
 * @property {Ligne[]} remplis
 * @property {Ligne[]} priorites - those that are met
 * @property {Ligne[]} averifier
 */

/**
 * Reads the tree of a rule as someone who argues for it: where one of several points is enough
 * and one is met, the others are left unsaid.
 * @param {any} arbre - as `explain` marks it
 * @param {(leaf: any) => boolean} estSensible - whether a criterion tells something sensitive
 * @returns {Bilan}
 */
export function readBilan(arbre, estSensible) {
  /** @type {Bilan} */
  const bilan = { remplis: [], priorites: [], averifier: [] };
  const lineOf = (/** @type {any[]} */ leaves) => ({
    phrases: leaves.map(sentenceOf),
    sensible: leaves.some(estSensible),
  });
  const visit = (/** @type {any} */ noeud, exclu = false) => {
    if (!noeud.enfants) return addLeaf(noeud, bilan, lineOf([noeud]));
    const inside = exclu !== (noeud.genre === "aucune");
    if (!isChoice(noeud.genre, exclu))
      return noeud.enfants.forEach((/** @type {any} */ enfant) => visit(enfant, inside));
    const priorites = noeud.enfants.filter(
      (/** @type {any} */ { nature }) => nature === "prioritaire",
    );
    for (const leaf of priorites) visit(leaf, inside);
    const others = noeud.enfants.filter((/** @type {any} */ enfant) => !priorites.includes(enfant));
    const met = others.filter((/** @type {any} */ { etat }) => etat === "satisfaite");
    if (met.length) return met.forEach((/** @type {any} */ enfant) => visit(enfant, inside));
    const open = others.filter(
      (/** @type {any} */ { etat }) => etat === "inconnue" || etat === "appreciation",
    );
    if (open.length === 1) return visit(open[0], inside);
    const leaves = open
      .flatMap(leavesOf)
      .filter((/** @type {any} */ { nature }) => nature !== "prioritaire");
    if (leaves.length) bilan.averifier.push(lineOf(leaves));
  };
  visit(arbre);
  return bilan;
}

/**
 * Says whether one child of a group is enough: what is shut out turns the groups around.
 * @param {string} genre
 * @param {boolean} exclu
 */
function isChoice(genre, exclu) {
  return exclu ? genre !== "une_de" : genre === "une_de";
}

/**
 * @param {any} leaf
 * @param {Bilan} bilan
 * @param {Ligne} ligne
 */
function addLeaf({ nature, etat }, bilan, ligne) {
  if (nature === "prioritaire") {
    if (etat === "satisfaite") bilan.priorites.push(ligne);
  } else if (etat === "satisfaite") bilan.remplis.push(ligne);
  else bilan.averifier.push(ligne);
}

/**
 * @param {any} noeud
 * @returns {any[]}
 */
function leavesOf(noeud) {
  return noeud.enfants ? noeud.enfants.flatMap(leavesOf) : [noeud];
}

/** @param {any} leaf */
function sentenceOf({ phrase, appreciation }) {
  return phrase ?? appreciation ?? "";
}

/**
 * Returns the text that the référent starts from: the criteria met, in sentences that follow.
 * What is sensitive is left for the référent to write, or not.
 * @param {string} nom - of the action
 * @param {Bilan} bilan
 */
export function proposeArgumentaire(nom, { remplis, priorites }) {
  const said = (/** @type {Ligne[]} */ lignes) =>
    lignes.filter(({ sensible }) => !sensible).flatMap(({ phrases }) => phrases);
  const facts = followOn(said(remplis));
  const first = `Je propose l’action «\u00a0${nom}\u00a0».`;
  const reasons = facts.length ? [first, ...facts] : [first];
  const preferred = said(priorites);
  if (preferred.length)
    reasons.push("Sa situation est prioritaire pour cette action.", ...followOn(preferred, true));
  return reasons.join(" ");
}

/**
 * Returns the sentences with « Elle » in place of « La personne » after the first one.
 * @param {string[]} phrases
 * @param {boolean} [named] - the person was already named
 */
function followOn(phrases, named = false) {
  let known = named;
  return phrases.map((phrase) => {
    const followed = known ? phrase.replace(/^La personne /, "Elle ") : phrase;
    known = known || phrase.startsWith("La personne ");
    return /[.!?…]$/.test(followed) ? followed : `${followed}.`;
  });
}
