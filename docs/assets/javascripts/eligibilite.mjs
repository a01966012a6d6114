/**
 * Who is eligible to what: the engine of the questionnaires.
 *
 * Pure: no page, no network, no clock; the day is `contexte.date`. Its twin in Python is the
 * package `site_builder.eligibility`; shared vectors and a differential test hold them together.
 */

export { changements } from "./eligibilite/changements.mjs";
export { readLieux, readRegles } from "./eligibilite/donnees.mjs";
export { evaluate, explain } from "./eligibilite/evaluation.mjs";
export { nextQuestion } from "./eligibilite/suivante.mjs";
