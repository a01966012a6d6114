/** Sorts the actions that may be prescribed, as the answers say. */

import { evaluate } from "../../eligibilite.mjs";
import { placeQuestion } from "../resultats.mjs";

/** @typedef {import("../reponses.mjs").Valeur} Valeur */

/**
 * An action, its rule and what the answers say of it.
 * @typedef {object} Resultat
 * @property {string} slug
 * @property {any} action - what data/eligibilite.json says of it
 * @property {any} regle
 * @property {any} evaluation
 * @property {number} priorites - how many of its priorities are met
 */

/** The groups of the results, in the order in which they are read. */
export const GROUPES = [
  {
    cle: "oui",
    titre: "À proposer",
    court: "à proposer",
    chapeau: "Les réponses remplissent toutes les conditions.",
  },
  {
    cle: "sous-reserve",
    titre: "Sous réserve",
    court: "sous réserve",
    chapeau: "Les réponses conviennent. Un professionnel doit encore vérifier la situation.",
  },
  {
    cle: "a-preciser",
    titre: "À préciser",
    court: "à préciser",
    chapeau: "Il manque des réponses pour conclure.",
  },
  {
    cle: "plus-tard",
    titre: "Plus tard",
    court: "plus tard",
    chapeau: "Les réponses conviennent, mais la date n’est pas venue.",
  },
  {
    cle: "non",
    titre: "Hors conditions",
    court: "hors conditions",
    chapeau: "D’après les réponses d’aujourd’hui. Le détail dit ce qui changerait le résultat.",
    pliee: true,
  },
  {
    cle: "ailleurs",
    titre: "Dans un autre territoire",
    court: "ailleurs",
    chapeau: "Ces actions n’existent pas dans la commune de la personne.",
    pliee: true,
  },
];

/** What may still be proposed: everything but what is folded away. */
export const POSSIBLES = GROUPES.filter(({ pliee }) => !pliee).map(({ cle }) => cle);

export class Classement {
  /** @type {Map<string, number>} rank of each action in the alphabet */
  #rangs;
  /** @type {{lieu: Valeur | undefined, slugs: Set<string>}} */
  #ailleurs = { lieu: undefined, slugs: new Set() };

  /**
   * @param {{regles: Map<string, any>, json: any, contexte: any}} donnees
   */
  constructor({ regles, json, contexte }) {
    this.regles = regles;
    this.actions = json.actions;
    this.contexte = contexte;
    this.place = placeQuestion(contexte.questions);
    const names = new Intl.Collator("fr", { numeric: true });
    const slugs = [...regles.keys()].sort((one, other) =>
      names.compare(this.actions[one].nom, this.actions[other].nom),
    );
    this.#rangs = new Map(slugs.map((slug, rang) => [slug, rang]));
  }

  /**
   * Returns the actions of each group; in a group, those that meet the most priorities first,
   * then in alphabetical order.
   * @param {Record<string, Valeur>} reponses
   * @returns {Map<string, Resultat[]>}
   */
  sort(reponses) {
    const ailleurs = this.#findElsewhere(reponses[this.place]);
    const groupes = new Map(GROUPES.map(({ cle }) => [cle, /** @type {Resultat[]} */ ([])]));
    for (const [slug, regle] of this.regles) {
      const resultat = this.#judge(slug, regle, reponses);
      const hors = resultat.evaluation.resultat === "non" && ailleurs.has(slug);
      groupes.get(hors ? "ailleurs" : resultat.evaluation.resultat)?.push(resultat);
    }
    for (const liste of groupes.values()) liste.sort((one, other) => this.#compare(one, other));
    return groupes;
  }

  /**
   * Returns one action with its result.
   * @param {string} slug
   * @param {Record<string, Valeur>} reponses
   */
  resultOf(slug, reponses) {
    return this.#judge(slug, this.regles.get(slug), reponses);
  }

  /**
   * @param {string} slug
   * @param {any} regle
   * @param {Record<string, Valeur>} reponses
   * @returns {Resultat}
   */
  #judge(slug, regle, reponses) {
    const evaluation = evaluate(regle, reponses, this.contexte);
    let priorites = 0;
    for (const { etat } of evaluation.prioritaires) if (etat === "satisfaite") priorites += 1;
    return { slug, action: this.actions[slug], regle, evaluation, priorites };
  }

  /**
   * @param {Resultat} one
   * @param {Resultat} other
   */
  #compare(one, other) {
    const rang = (/** @type {Resultat} */ { slug }) => this.#rangs.get(slug) ?? 0;
    return other.priorites - one.priorites || rang(one) - rang(other);
  }

  /**
   * Returns the actions that the place alone shuts out, whatever the other answers.
   * @param {Valeur | undefined} lieu
   */
  #findElsewhere(lieu) {
    if (lieu === this.#ailleurs.lieu) return this.#ailleurs.slugs;
    const slugs = new Set();
    if (lieu) {
      const seule = { [this.place]: lieu };
      for (const [slug, { condition }] of this.regles) {
        if (evaluate({ condition }, seule, this.contexte).resultat === "non") slugs.add(slug);
      }
    }
    this.#ailleurs = { lieu, slugs };
    return slugs;
  }
}

/**
 * Says how many actions are in each group that holds some: « 3 à proposer, 2 à préciser ».
 * @param {Map<string, Resultat[]>} groupes
 */
export function describeCounts(groupes) {
  const parts = GROUPES.filter(
    ({ cle }) => POSSIBLES.includes(cle) && groupes.get(cle)?.length,
  ).map(({ cle, court }) => `${groupes.get(cle)?.length} ${court}`);
  return parts.length ? parts.join(", ") : "aucune action à proposer";
}
