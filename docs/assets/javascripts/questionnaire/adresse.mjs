/** What the address says: « #action=… » asks about one action, « #r1=… » brings answers. */

/** Returns the slug of the action that the address is about, if any. */
export function readAction(hash = location.hash) {
  const [, slug] = /^#(?:.*&)?action=([a-z0-9-]+)(?:&|$)/.exec(hash) ?? [];
  return slug ?? null;
}

/** Says whether the address brings answers. */
export function bringsReponses(hash = location.hash) {
  return /^#(?:.*&)?r\d+=/.test(hash);
}

/**
 * Returns the address of the page, without any answer.
 * @param {string | null} action
 */
export function addressOf(action) {
  return `${location.pathname}${location.search}${action ? `#action=${action}` : ""}`;
}
