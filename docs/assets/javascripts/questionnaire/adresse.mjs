/**
 * What the address says: « #action=… » asks about one action, « #r1=… » brings answers. And how to
 * leave it for the one before.
 */

/** The history was asked to lead back, and has not yet. */
let leaving = false;

/** Goes back in the history of the tab: once, even for two clicks. */
export function goBack() {
  if (leaving) return;
  leaving = true;
  addEventListener("popstate", () => (leaving = false), { once: true });
  history.back();
}

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
