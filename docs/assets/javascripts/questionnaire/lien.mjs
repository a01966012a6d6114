/**
 * Answers in the fragment of a link, which browsers send to no server. Pure.
 *
 * « #r1=k3f~1.9ax~62041.0pq~7a~d2 »: an answer a dot, its question and its values apart by « ~ ».
 * Questions and options are named by a fingerprint, cut as short as tells it from the others of
 * today; a link therefore outlives new questions, options and another order. Should a new name
 * begin as an old one did, the answer is refused rather than guessed. Every character is one
 * that neither browsers nor messaging services rewrite.
 */

/** @typedef {import("./reponses.mjs").Question} Question */
/** @typedef {import("./reponses.mjs").Valeur} Valeur */

const VERSION = 1;
const SHORTEST_QUESTION = 3;
const SHORTEST_OPTION = 2;
/** Digits in base 36 of a fingerprint of 32 bits. */
const LONGEST = 7;
/** Stands for « none of these »: a list without any option. */
const NONE = "-";
/** Longer than any link made here. */
const MOST_CHARACTERS = 4000;

/**
 * Returns the fingerprint of a name: FNV-1a, 32 bits, lowest digits first, as these vary most.
 * @param {string} name - ASCII
 */
function fingerprint(name) {
  let hash = 0x811c9dc5;
  for (const character of name) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  return Array.from((hash >>> 0).toString(36).padStart(LONGEST, "0"))
    .reverse()
    .join("");
}

/**
 * Returns the shortest beginning of a name's fingerprint that no other name has.
 * @param {string} name
 * @param {string[]} names
 * @param {number} shortest
 */
function shorten(name, names, shortest) {
  const whole = fingerprint(name);
  let length = shortest;
  while (length < LONGEST && find(whole.slice(0, length), names) === undefined) length += 1;
  return whole.slice(0, length);
}

/**
 * Returns the only name whose fingerprint begins so.
 * @param {string} start
 * @param {string[]} names
 */
function find(start, names) {
  const found = names.filter((name) => fingerprint(name).startsWith(start));
  return found.length === 1 ? found[0] : undefined;
}

/** @param {Question} question */
function valuesOf(question) {
  return question.type === "oui-non"
    ? ["oui", "non"]
    : (question.options ?? []).map(({ valeur }) => valeur);
}

/** @param {Record<string, Question>} questions */
function sharedSlugs(questions) {
  return Object.keys(questions).filter((slug) => !questions[slug].sensible);
}

/**
 * Returns « #r1=… » (« #action=…&r1=… » about one action), or "" when nothing is to be shared.
 * @param {Record<string, Question>} questions
 * @param {[slug: string, valeur: Valeur][]} entries
 * @param {string} [action]
 */
export function writeFragment(questions, entries, action) {
  const slugs = sharedSlugs(questions);
  const parts = entries
    .filter(([slug, valeur]) => slugs.includes(slug) && valeur !== null)
    .map(([slug, valeur]) =>
      [shorten(slug, slugs, SHORTEST_QUESTION), ...writeValeur(questions[slug], valeur)].join("~"),
    );
  const pieces = [];
  if (action) pieces.push(`action=${action}`);
  if (parts.length) pieces.push(`r${VERSION}=${parts.join(".")}`);
  return pieces.length ? `#${pieces.join("&")}` : "";
}

/**
 * @param {Question} question
 * @param {Valeur} valeur
 * @returns {string[]}
 */
function writeValeur(question, valeur) {
  if (question.type === "nombre") return [String(valeur).replace(".", "_")];
  if (question.type === "date" || question.type === "commune") return [String(valeur)];
  const values = valuesOf(question);
  const chosen = Array.isArray(valeur) ? valeur : [String(valeur)];
  return chosen.length ? chosen.map((value) => shorten(value, values, SHORTEST_OPTION)) : [NONE];
}

/**
 * @typedef {object} Lecture
 * @property {[slug: string, valeur: Valeur][]} reponses
 * @property {number} refusees - answers that can't be read
 * @property {string | null} message - what the person is to be told
 */

/**
 * Reads the answers of a fragment. A sensitive question is refused here too.
 * @param {Record<string, Question>} questions
 * @param {string} hash - « #r1=… »
 * @param {(slug: string, valeur: unknown) => Valeur | undefined} normalize
 * @returns {Lecture}
 */
export function readFragment(questions, hash, normalize) {
  const pieces = hash.slice(0, MOST_CHARACTERS).replace(/^#/, "").split("&");
  const [, version, text] = pieces.map((piece) => /^r(\d+)=(.*)$/.exec(piece)).find(Boolean) ?? [];
  if (version === undefined) return { reponses: [], refusees: 0, message: null };
  if (Number(version) !== VERSION) return { reponses: [], refusees: 0, message: OTHER_VERSION };
  const slugs = sharedSlugs(questions);
  const reponses = new Map();
  const parts = text.split(".").filter(Boolean);
  for (const part of parts) {
    const [start, ...values] = part.split("~");
    const slug = start.length < SHORTEST_QUESTION ? undefined : find(start, slugs);
    if (slug === undefined || reponses.has(slug)) continue;
    const valeur = normalize(slug, readValeur(questions[slug], values));
    if (valeur !== undefined && valeur !== null) reponses.set(slug, valeur);
  }
  const refusees = parts.length - reponses.size;
  return { reponses: [...reponses], refusees, message: describeReading(reponses.size, refusees) };
}

/**
 * @param {Question} question
 * @param {string[]} values
 * @returns {unknown}
 */
function readValeur(question, values) {
  if (question.type === "choix-multiple" && values.join() === NONE) return [];
  if (question.type === "choix-multiple") {
    return values.map((value) => readOption(question, value));
  }
  if (values.length !== 1) return undefined;
  if (question.type === "nombre")
    return /^-?\d+(_\d+)?$/.test(values[0]) ? Number(values[0].replace("_", ".")) : undefined;
  if (question.type === "date" || question.type === "commune") return values[0];
  return readOption(question, values[0]);
}

/**
 * @param {Question} question
 * @param {string} start
 */
function readOption(question, start) {
  return start.length < SHORTEST_OPTION ? undefined : find(start, valuesOf(question));
}

const OTHER_VERSION =
  "Ce lien a été fait pour une autre version de cette page\u00a0: " +
  "ses réponses n’ont pas pu être reprises. " +
  "Vous pouvez répondre aux questions.";

/**
 * @param {number} lues
 * @param {number} refusees
 */
function describeReading(lues, refusees) {
  if (!refusees)
    return lues ? null : "Ce lien ne contient aucune réponse. Vous pouvez répondre aux questions.";
  if (!lues)
    return "Les réponses de ce lien n’ont pas pu être lues. Vous pouvez répondre aux questions.";
  const what =
    refusees === 1 ? "Une réponse de ce lien n’a" : `${refusees} réponses de ce lien n’ont`;
  const read = refusees === 1 ? "lue" : "lues";
  const why = "les questions ont peut-être changé. Vérifiez les réponses.";
  return `${what} pas pu être ${read}\u00a0: ${why}`;
}
