/** Days as they are stored (« 2025-01-15 ») and as they are read. Pure. */

const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];
/** Years outside of which a date is a typing error. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2100];

/**
 * Returns « 1ᵉʳ mars 2025 », or the text itself when it isn't a day.
 * @param {string} day - AAAA-MM-JJ
 */
export function frenchDate(day) {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (!year || !MONTHS[Number(month) - 1]) return day;
  const jour = Number(date) === 1 ? "1er" : String(Number(date));
  return [jour, MONTHS[Number(month) - 1], year].join("\u00a0");
}

/**
 * Says whether a text is a day of the calendar, written AAAA-MM-JJ.
 * @param {unknown} text
 */
export function isDay(text) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(text)) ?? [];
  return year !== undefined && exists(Number(year), Number(month), Number(day));
}

/**
 * @param {number} year
 * @param {number} month - from 1
 * @param {number} day
 */
function exists(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}

/**
 * Returns the number of a month written in digits or in letters, or 0.
 * @param {string} text
 */
function readMonth(text) {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const plain = (/** @type {string} */ word) =>
    word
      .normalize("NFD")
      .replace(/\p{M}|\./gu, "")
      .toLowerCase();
  const found = MONTHS.filter(
    (month) => plain(text).length > 2 && plain(month).startsWith(plain(text)),
  );
  return found.length === 1 ? MONTHS.indexOf(found[0]) + 1 : 0;
}

/**
 * What three fields hold: `jour` is the day when they hold one, `undefined` when they are
 * empty or wrong; `message` says how to mend them, and `fautifs` which ones are to be mended.
 * @typedef {object} DateLue
 * @property {string} [jour]
 * @property {string | null} message
 * @property {("jour" | "mois" | "annee")[]} fautifs
 */

/**
 * Reads a date typed in three fields.
 * @param {{jour: string, mois: string, annee: string}} champs
 * @returns {DateLue}
 */
export function readDate(champs) {
  const typed = /** @type {const} */ (["jour", "mois", "annee"]).map(
    (part) => /** @type {const} */ ([part, champs[part].trim()]),
  );
  const empty = typed.filter(([, text]) => !text).map(([part]) => part);
  if (empty.length === 3) return { message: null, fautifs: [] };
  if (empty.length) {
    const names = { jour: "le jour", mois: "le mois", annee: "l’année" };
    return {
      message: `Écrivez aussi ${empty.map((part) => names[part]).join(" et ")}.`,
      fautifs: empty,
    };
  }
  const [jour, mois, annee] = typed.map(([, text]) => text);
  const [day, month, year] = [
    /^\d{1,2}(er)?$/i.test(jour) ? parseInt(jour, 10) : 0,
    readMonth(mois),
    /^\d{4}$/.test(annee) ? Number(annee) : 0,
  ];
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return { message: "Écrivez l’année en quatre chiffres, par exemple 1990.", fautifs: ["annee"] };
  }
  if (month < 1 || month > 12) {
    return {
      message: "Écrivez le mois en chiffres, de 1 à 12, par exemple 3 pour mars.",
      fautifs: ["mois"],
    };
  }
  if (day < 1 || day > 31) {
    return { message: "Écrivez le jour en chiffres, de 1 à 31.", fautifs: ["jour"] };
  }
  if (!exists(year, month, day)) {
    const name = `${day}\u00a0${MONTHS[month - 1]}\u00a0${year}`;
    return {
      message: `Le ${name} n’existe pas. Vérifiez le jour, le mois et l’année.`,
      fautifs: ["jour", "mois", "annee"],
    };
  }
  const [mm, dd] = [month, day].map((part) => String(part).padStart(2, "0"));
  return { jour: `${year}-${mm}-${dd}`, message: null, fautifs: [] };
}
