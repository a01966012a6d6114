/**
 * What is said of results and answers, in French, for each reader. Pure.
 *
 * Nothing here refuses anyone: a questionnaire informs, and a professional decides.
 */

import { frenchDate } from "./dates.mjs";
import { AILLEURS } from "./reponses.mjs";

/** @typedef {import("./reponses.mjs").Question} Question */
/** @typedef {import("./reponses.mjs").Valeur} Valeur */
/** @typedef {"oui" | "sous-reserve" | "a-preciser" | "plus-tard" | "non"} Resultat */
/** @typedef {"beneficiaire" | "prescripteur" | "porteur"} Lecteur */

/** Results from what concerns the person most to what concerns them least. */
export const RESULTATS = /** @type {const} */ ([
  "oui",
  "sous-reserve",
  "a-preciser",
  "plus-tard",
  "non",
]);

/** @type {Record<Lecteur, Record<Resultat, string>>} */
const TITRES = {
  beneficiaire: {
    oui: "Vous pouvez y prétendre",
    "sous-reserve": "À vérifier avec un professionnel",
    "a-preciser": "Il manque une réponse",
    "plus-tard": "Plus tard",
    non: "Pas dans votre situation",
  },
  prescripteur: {
    oui: "La personne peut y prétendre",
    "sous-reserve": "À vérifier avec un professionnel",
    "a-preciser": "Il manque une réponse",
    "plus-tard": "Plus tard",
    non: "Pas dans sa situation",
  },
  porteur: {
    oui: "Votre structure répond aux conditions",
    "sous-reserve": "À vérifier avec le Département",
    "a-preciser": "Il manque une réponse",
    "plus-tard": "Plus tard",
    non: "Pas dans la situation de votre structure",
  },
};

/**
 * Returns the title of the group of actions that have this result.
 * @param {Resultat} resultat
 * @param {Lecteur} lecteur
 */
export function titreResultat(resultat, lecteur) {
  return TITRES[lecteur][resultat];
}

/** @type {Record<string, (date: string) => string>} */
const DISPONIBILITES = {
  suspendue: () => "Cette action est suspendue pour le moment.",
  retiree: () => "Cette action n’est pas proposée en ce moment.",
  terminee: (date) => `Cette action était proposée jusqu’au ${date}.`,
  "appel-clos": (date) => `L’appel à projets a pris fin le ${date}.`,
  "a-paraitre": (date) => `Cette action sera proposée à partir du ${date}.`,
  "appel-a-venir": (date) => `L’appel à projets ouvre le ${date}.`,
};

/**
 * Returns the sentence that says when an action is available, or `null` when it simply is.
 * @param {{etat: string, date?: string, question?: string} | null} disponibilite
 * @param {Lecteur} lecteur
 */
export function phraseDisponibilite(disponibilite, lecteur) {
  if (!disponibilite) return null;
  if (disponibilite.etat === "age") return phraseAge(disponibilite.question, lecteur);
  return DISPONIBILITES[disponibilite.etat]?.(frenchDate(disponibilite.date ?? "")) ?? null;
}

/**
 * @param {string | undefined} question
 * @param {Lecteur} lecteur
 */
function phraseAge(question, lecteur) {
  if (question !== "age" || lecteur === "porteur")
    return "L’âge demandé sera atteint dans un an au plus.";
  const who = lecteur === "beneficiaire" ? "vous aurez" : "la personne aura";
  return `Ce sera possible quand ${who} un an de plus.`;
}

/**
 * Returns what stands above the changes of answers that would give a better result.
 * @param {Resultat} resultat
 * @param {boolean} auChoix - one of them is enough
 */
export function phraseChangements(resultat, auChoix) {
  const start = resultat === "a-preciser" ? "Ce serait possible si" : "Cela changerait si";
  return auChoix ? `${start}, au choix\u00a0:` : `${start}\u00a0:`;
}

/** First words that aren't names: they lose their capital within a sentence. */
const START = /^(?:Vous|Votre|Vos|Elle|Il|Son|Sa|Ses|Le|La|Les|Un|Une|Cette|Ce)(?=\s)|^L’/;

/**
 * Returns sentences as one: « Vous recevez le RSA, et vous habitez en Isère. »
 * @param {string[]} phrases
 */
export function joinPhrases(phrases) {
  const bare = phrases.map((phrase) => phrase.replace(/\.$/, ""));
  const rest = bare.slice(1).map((phrase) => phrase.replace(START, (word) => word.toLowerCase()));
  return `${[bare[0], ...rest].join(", et ")}.`;
}

/** Who has the last word on a criterion: in a sentence, and as a state. */
const APPRECIATIONS = {
  beneficiaire: ["À vérifier avec un professionnel.", "à vérifier avec un professionnel"],
  prescripteur: ["À vérifier par un professionnel.", "à vérifier par un professionnel"],
  porteur: ["Le Département le vérifie.", "à vérifier par le Département"],
};

/**
 * Says who checks a criterion that no answer settles.
 * @param {Lecteur} [lecteur]
 */
export function phraseAppreciation(lecteur = "beneficiaire") {
  return APPRECIATIONS[lecteur][0];
}

/** @type {Record<string, string>} */
const ETATS = {
  satisfaite: "rempli",
  non_satisfaite: "non rempli",
  inconnue: "à préciser",
  inutile: "non nécessaire",
};

/**
 * Returns the state of a criterion in words.
 * @param {string} etat
 * @param {Lecteur} [lecteur]
 */
export function phraseEtat(etat, lecteur = "beneficiaire") {
  return etat === "appreciation" ? APPRECIATIONS[lecteur][1] : ETATS[etat];
}

/**
 * Returns the question as it is asked of a reader.
 * @param {Question} question
 * @param {string} lecteur
 */
export function libelleQuestion(question, lecteur) {
  return question.libelle[lecteur] ?? Object.values(question.libelle)[0];
}

/**
 * Returns an answer in words: « 35 ans », « Oui », « Je ne sais pas ».
 * @param {Question} question
 * @param {Valeur | undefined} valeur
 * @param {import("./communes.mjs").Communes} [communes]
 * @returns {string}
 */
export function describeReponse(question, valeur, communes) {
  if (valeur === undefined) return "Pas de réponse";
  if (valeur === null) return "Je ne sais pas";
  switch (question.type) {
    case "oui-non":
      return valeur === "oui" ? "Oui" : "Non";
    case "nombre":
      return [Number(valeur).toLocaleString("fr"), question.unite].filter(Boolean).join("\u00a0");
    case "date":
      return frenchDate(String(valeur));
    case "commune":
      return describeCommune(String(valeur), communes);
    default:
      return describeOptions(question, Array.isArray(valeur) ? valeur : [String(valeur)]);
  }
}

/**
 * @param {string} code
 * @param {import("./communes.mjs").Communes | undefined} communes
 */
function describeCommune(code, communes) {
  if (code === AILLEURS) return "Une commune qui n’est pas dans la liste";
  return communes?.byCode.get(code)?.nom ?? code;
}

/**
 * @param {Question} question
 * @param {string[]} values
 */
function describeOptions({ options = [] }, values) {
  if (!values.length) return "Rien de tout cela";
  return values
    .map((value) => options.find(({ valeur }) => valeur === value)?.libelle ?? value)
    .join("\u00a0; ");
}

/**
 * Returns « 1 action », « 3 actions ».
 * @param {number} count
 * @param {string} one
 * @param {string} several
 */
export function counted(count, one, several) {
  // In French the singular holds below two.
  return `${count.toLocaleString("fr-FR")}\u00a0${count < 2 ? one : several}`;
}

/**
 * Returns a text that begins a sentence.
 * @param {string} text
 */
export function capitalize(text) {
  return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}
