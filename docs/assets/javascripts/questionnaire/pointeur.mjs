/**
 * What waits for a pointer to be released: a node that is replaced between the press and the
 * release gets no click.
 */

/** How long a click may come after the release of a finger, in milliseconds. */
const CLICK_DELAY = 100;

let pressed = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {Set<() => void>} */
const waiting = new Set();

/**
 * Acts now, or once the click of the pointer that is pressed has been dispatched.
 * @param {() => void} act - one that waits already acts once
 */
export function whenReleased(act) {
  if (pressed) waiting.add(act);
  else act();
}

function release() {
  pressed = false;
  const acts = [...waiting];
  waiting.clear();
  for (const act of acts) act();
}

/** @param {number} delay - in milliseconds */
function releaseIn(delay) {
  if (!pressed) return;
  clearTimeout(timer);
  timer = setTimeout(release, delay);
}

/** @param {MouseEvent} event */
function press({ button }) {
  if (button !== 0) return;
  clearTimeout(timer);
  pressed = true;
}

// A finger presses twice: the pointer, then the mouse that it stands for.
for (const type of /** @type {const} */ (["pointerdown", "mousedown"]))
  addEventListener(type, press, { capture: true });
for (const type of ["pointerup", "mouseup", "pointercancel"])
  addEventListener(type, () => releaseIn(CLICK_DELAY), { capture: true });
addEventListener("click", () => releaseIn(0), { capture: true });
// A native list of options swallows the release.
addEventListener("pointermove", ({ buttons }) => buttons === 0 && releaseIn(CLICK_DELAY), {
  capture: true,
});
addEventListener("keydown", () => releaseIn(0), { capture: true });
