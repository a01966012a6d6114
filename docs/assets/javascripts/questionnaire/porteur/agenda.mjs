/** Writes days as an iCalendar file (RFC 5545), that any diary opens. Pure. */

/**
 * @typedef {object} Evenement
 * @property {string} identifiant - the same for the same day, so that a diary replaces it
 * @property {string} jour - AAAA-MM-JJ, a whole day
 * @property {string} titre
 * @property {string} [description]
 * @property {string} [url] - whole address of its page
 */

const LINE_BREAK = "\r\n";
/** Bytes of a line, its break apart. */
const LONGEST_LINE = 75;

/**
 * Returns the text of a file.
 * @param {Evenement[]} evenements
 * @param {Date} instant - when the file is made
 */
export function writeAgenda(evenements, instant) {
  const stamp = instant.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Catalogue//Appels a projets//FR",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...evenements.flatMap((evenement) => describe(evenement, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => fold(line) + LINE_BREAK).join("");
}

/**
 * @param {Evenement} evenement
 * @param {string} stamp
 */
function describe({ identifiant, jour, titre, description, url }, stamp) {
  return [
    "BEGIN:VEVENT",
    `UID:${escape(identifiant)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(jour)}`,
    // The end is excluded: a day ends when the next one begins.
    `DTEND;VALUE=DATE:${compact(nextDay(jour))}`,
    `SUMMARY:${escape(titre)}`,
    ...(description ? [`DESCRIPTION:${escape(description)}`] : []),
    ...(url ? [`URL:${url.replace(/\s/g, "")}`] : []),
    // The day of a deadline is not a day that is taken.
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** @param {string} jour */
function compact(jour) {
  return jour.replaceAll("-", "");
}

/** @param {string} jour */
function nextDay(jour) {
  return new Date(Date.parse(jour) + 86_400_000).toISOString().slice(0, 10);
}

/** @param {string} text */
function escape(text) {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}

/**
 * Breaks a line that is too long in bytes, never inside a character; what follows begins with
 * a space, which counts.
 * @param {string} line
 */
function fold(line) {
  const encoder = new TextEncoder();
  let [folded, bytes] = ["", 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > LONGEST_LINE) [folded, bytes] = [`${folded}${LINE_BREAK} `, 1];
    folded += character;
    bytes += size;
  }
  return folded;
}
