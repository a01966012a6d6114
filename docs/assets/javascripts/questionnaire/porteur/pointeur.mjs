/**
 * Waits for a pressed pointer to be released before the page moves.
 *
 * A press takes the focus from a field, whose change redraws the page: what is under the pointer
 * would be replaced, or would move, before the click that is under way reaches it.
 */

/** Milliseconds after a release within which its click comes, on a touch screen too. */
const CLICK_DELAY = 60;

let isPressed = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let expected;
/** @type {(() => void)[]} */
let waiting = [];

addEventListener("pointerdown", press, { capture: true });
// What the click does comes first; a radio that it checks changes after it, and waits no more.
addEventListener("click", release, { capture: true });
for (const type of ["pointerup", "pointercancel", "dragend"])
  addEventListener(type, expectClick, { capture: true });

function press() {
  clearTimeout(expected);
  isPressed = true;
}

function expectClick() {
  expected = setTimeout(release, CLICK_DELAY);
}

function release() {
  clearTimeout(expected);
  isPressed = false;
  setTimeout(() => {
    const acts = waiting;
    waiting = [];
    for (const act of acts) act();
  });
}

/**
 * Acts now, or once the click that is under way has done what it does.
 * @param {() => void} act
 */
export function whenReleased(act) {
  if (isPressed) waiting.push(act);
  else act();
}
