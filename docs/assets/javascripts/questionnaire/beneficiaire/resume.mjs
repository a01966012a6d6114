/** The results in one sentence. */

import { counted } from "../phrases.mjs";

/** @typedef {Record<string, import("./groupes.mjs").Resultat[]>} Tri */

/**
 * Says whether nothing is possible, now or later.
 * @param {Tri} tri
 */
export function isEmpty(tri) {
  return !["oui", "sous-reserve", "a-preciser", "plus-tard"].some((name) => tri[name].length);
}

/**
 * Says in one sentence how many actions are in each group.
 * @param {Tri} tri
 */
export function summarize(tri) {
  if (isEmpty(tri))
    return "D’après vos réponses, aucune action du catalogue ne correspond pour l’instant.";
  const parts = [
    [tri.oui.length, "à laquelle vous pouvez prétendre", "auxquelles vous pouvez prétendre"],
    [
      tri["sous-reserve"].length,
      "à vérifier avec un professionnel",
      "à vérifier avec un professionnel",
    ],
    [tri["a-preciser"].length, "où il manque une réponse", "où il manque une réponse"],
    [tri["plus-tard"].length, "possible plus tard", "possibles plus tard"],
  ];
  const said = parts
    .filter(([count]) => count)
    .map(
      ([count, one, several]) =>
        `${counted(Number(count), "action", "actions")} ${Number(count) < 2 ? one : several}`,
    );
  const last = said.pop();
  return `D’après vos réponses\u00a0: ${said.length ? `${said.join(", ")} et ` : ""}${last}.`;
}
