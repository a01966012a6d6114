/** What the search says. Pure. */

/** The download of a file failed, or took too long. */
export const RESEAU =
  "La recherche n’a pas pu être chargée. Vérifiez que vous êtes bien connecté à internet, puis réessayez.";
/** The file isn't there any more: another version of the site was published since. */
export const PERIMEE = "Le site a changé depuis que cette page est ouverte. Rechargez la page pour rechercher.";
/** Anything else. */
export const PANNE = "La recherche ne répond pas. Rechargez la page pour réessayer.";

export const ATTENTE = "Chargement de la recherche…";
export const REESSAYER = "Réessayer";
export const INVITE = "Écrivez un ou plusieurs mots\u00a0: une aide, une ville, un organisme, un sigle.";
export const PROCHES = "Vouliez-vous dire";
export const AILLEURS = "Chercher autrement";
export const THEMATIQUES = "Voir toutes les thématiques";
export const CONTACTS = "Voir à qui s’adresser près de chez vous";

/** The names of kinds, as they head groups of results. @type {Record<string, string>} */
const GENRES = {
  actions: "Actions",
  thematiques: "Thématiques",
  pages: "Pages",
  site: "Pages",
  publics_cibles: "Publics",
  structures: "Structures",
  contacts: "Contacts",
  territoires: "Territoires",
  parcours: "Parcours",
  glossaire: "Glossaire",
  guides: "Guides",
};
/** What is shown of a query in a sentence: the field has the rest. */
const MOST_LETTERS = 60;

/** @param {string} kind */
export const nameGenre = (kind) => GENRES[kind] ?? "Pages";

/** @param {string} text */
export function quote(text) {
  const shown = text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
  return `«\u00a0${shown}\u00a0»`;
}

/**
 * Returns a list of words as a sentence says it.
 * @param {string[]} words
 * @param {string} and
 */
export function enumerate(words, and) {
  const quoted = words.map(quote);
  const last = quoted.pop() ?? "";
  return quoted.length ? `${quoted.join(", ")} ${and} ${last}` : last;
}

/**
 * @param {number} number
 * @param {string} one
 * @param {string} several
 */
function count(number, one, several) {
  return `${number.toLocaleString("fr-FR")}\u00a0${number < 2 ? one : several}`;
}

/**
 * @param {number} number
 * @param {string} query
 */
export function describeActions(number, query) {
  if (number === 1) return `Voir l’action trouvée pour ${quote(query)}`;
  return `Voir toutes les actions trouvées pour ${quote(query)} (${number.toLocaleString("fr-FR")})`;
}

/** @param {string} query */
export const describeNothing = (query) => `Rien n’a été trouvé pour ${quote(query)}.`;

/**
 * Says which words were taken for others, and which were given up; nothing when none was.
 * @param {{query: string, corrections: Record<string, string>, dropped: string[]}} reponse
 */
export function describeReading({ query, corrections, dropped }) {
  const meant = Object.values(corrections);
  const said = [];
  if (meant.length) said.push(`Résultats pour ${enumerate(meant, "et")}.`);
  if (dropped.length) {
    const words = dropped.map((word) => asTyped(query, word));
    said.push(`Aucune page n’a tous ces mots\u00a0: résultats sans ${enumerate(words, "ni")}.`);
  }
  return said.join(" ");
}

/**
 * Says how much was found, to those who don't see it.
 * @param {number} total
 * @param {number} actions
 */
export function describeCount(total, actions) {
  const found = count(total, "résultat", "résultats");
  return actions ? `${found}, dont ${count(actions, "action", "actions")}.` : `${found}.`;
}

/**
 * Returns a word of a query as it was typed.
 * @param {string} query
 * @param {string} folded
 */
export function asTyped(query, folded) {
  const plain = (/** @type {string} */ word) => word.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
  return query.split(/[^\p{L}\p{N}\p{M}]+/u).find((word) => plain(word) === folded) ?? folded;
}
