/** From the published data to the plain trees that rules are evaluated on. */

/** The rule that each reader reads: a référent checks what the person would. */
const REGLES_LUES = {
  beneficiaire: "beneficiaire",
  prescripteur: "beneficiaire",
  porteur: "porteur",
};

/**
 * Reads `data/eligibilite.json` for one reader.
 *
 * A leaf of a tree is an index in `criteres`; each becomes one object, shared by the rules,
 * with the sentence for the reader and, where given, the one that says the contrary.
 * @param {object} json
 * @param {"beneficiaire" | "prescripteur" | "porteur"} lecteur
 * @returns {{regles: Map<string, object>, contexte: object}} the contexte has neither `date`
 *   nor `lieux`
 */
export function readRegles(json, lecteur) {
  const leaves = json.criteres.map((critere) => readLeaf(critere, lecteur));
  const regles = new Map();
  for (const [slug, action] of Object.entries(json.actions)) {
    const tree = action[REGLES_LUES[lecteur]];
    if (tree === undefined || tree === null) continue;
    const { statut, publie_du, publie_jusqu_au, appel } = action;
    const condition = expand(tree, leaves);
    regles.set(slug, { condition, statut, publie_du, publie_jusqu_au, appel });
  }
  const publics = Object.entries(json.publics_cibles).map(([slug, { condition }]) => {
    return [slug, condition === null ? null : expand(condition, leaves)];
  });
  const contexte = {
    lecteur,
    questions: json.questions,
    publics_cibles: Object.fromEntries(publics),
  };
  return { regles, contexte };
}

function readLeaf({ phrase, phrases, phrase_exclu, phrases_exclu, ...leaf }, lecteur) {
  const said = phrase ?? phrases?.[lecteur];
  const contrary = phrase_exclu ?? phrases_exclu?.[lecteur];
  if (said !== undefined) leaf.phrase = said;
  if (contrary !== undefined) leaf.phrase_exclu = contrary;
  return leaf;
}

function expand(tree, leaves) {
  if (typeof tree === "number") return leaves[tree];
  const [[genre, children]] = Object.entries(tree);
  return { [genre]: children.map((child) => expand(child, leaves)) };
}

/**
 * Reads `data/communes.json`: the territoires of each commune, by its INSEE code.
 * @param {{lieux: string[][], communes: [string, string, string, number][]}} json
 * @returns {Record<string, string[]>}
 */
export function readLieux({ lieux, communes }) {
  return Object.fromEntries(communes.map(([code, , , index]) => [code, lieux[index]]));
}
