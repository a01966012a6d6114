/** Sorts the actions by what the answers say of them. Pure: neither DOM, network nor clock. */

import { evaluate } from "../../eligibilite.mjs";
import { placeQuestion, RESULTATS } from "../resultats.mjs";

/** @typedef {import("../reponses.mjs").Valeur} Valeur */

/**
 * An action, its rule and what the answers say of it.
 * @typedef {{slug: string, action: any, regle: any, evaluation: any}} Resultat
 */

/**
 * Returns the actions by result, best first in each, and apart those that only exist elsewhere
 * and those that nobody can take up for now.
 * @param {Map<string, any>} regles
 * @param {Record<string, any>} actions - what the sheets say, by slug
 * @param {Record<string, Valeur>} reponses
 * @param {any} contexte
 * @returns {Record<string, Resultat[]> & {ailleurs: Resultat[], fermees: Resultat[]}}
 */
export function sortResultats(regles, actions, reponses, contexte) {
  const place = placeQuestion(contexte.questions);
  const lieu = reponses[place];
  /** @type {any} */
  const sorted = Object.fromEntries([...RESULTATS, "ailleurs", "fermees"].map((name) => [name, []]));
  for (const [slug, regle] of regles) {
    const evaluation = evaluate(regle, reponses, contexte);
    const elsewhere =
      evaluation.resultat === "non" && lieu && isElsewhere(regle, { [place]: lieu }, contexte);
    // Out of a result « non », what says when an action is available says that it is closed.
    const closed = evaluation.resultat === "non" && evaluation.disponibilite !== null;
    sorted[elsewhere ? "ailleurs" : closed ? "fermees" : evaluation.resultat].push({
      slug,
      action: actions[slug],
      regle,
      evaluation,
    });
  }
  const here = new Set(contexte.lieux[String(lieu)] ?? []);
  for (const list of Object.values(sorted)) sortList(list, here);
  return sorted;
}

/**
 * Says whether the place alone closes an action, whatever the other answers.
 * @param {any} regle
 * @param {Record<string, Valeur>} reponses - where the person lives, and nothing else
 * @param {any} contexte
 */
function isElsewhere({ condition }, reponses, contexte) {
  return evaluate({ condition }, reponses, contexte).resultat === "non";
}

/**
 * Sorts in place: the most satisfied priorities first, then what is near, then by name.
 * @param {Resultat[]} list
 * @param {Set<string>} here - the territoires that the person lives in
 */
function sortList(list, here) {
  const names = new Intl.Collator("fr", { numeric: true });
  const keys = new Map(
    list.map((item) => [
      item,
      [
        priorities(item),
        item.action.territoires?.some((/** @type {string} */ slug) => here.has(slug)) ? 1 : 0,
      ],
    ]),
  );
  list.sort((one, other) => {
    const [[first, near], [second, far]] = [keys.get(one) ?? [0, 0], keys.get(other) ?? [0, 0]];
    return second - first || far - near || names.compare(one.action.nom, other.action.nom);
  });
}

/** @param {Resultat} item */
function priorities({ evaluation }) {
  return evaluation.prioritaires.filter((/** @type {any} */ { etat }) => etat === "satisfaite")
    .length;
}

/**
 * Says whether what a rule shows would give away the answer to a sensitive question.
 * @param {any} noeud - a tree, or a leaf
 * @param {Record<string, Valeur>} reponses
 * @param {any} contexte
 * @param {Set<string>} [seen] - publics already looked at
 * @returns {boolean}
 */
export function tellsSensitive(noeud, reponses, contexte, seen = new Set()) {
  if (!noeud) return false;
  const children = noeud.toutes ?? noeud.une_de ?? noeud.aucune;
  const look = (/** @type {any} */ inner) => tellsSensitive(inner, reponses, contexte, seen);
  if (children) return children.some(look);
  if (noeud.public_cible) {
    if (seen.has(noeud.public_cible)) return false;
    seen.add(noeud.public_cible);
    return look(contexte.publics_cibles[noeud.public_cible]);
  }
  const known = reponses[noeud.question] !== undefined && reponses[noeud.question] !== null;
  return known && Boolean(contexte.questions[noeud.question]?.sensible);
}
