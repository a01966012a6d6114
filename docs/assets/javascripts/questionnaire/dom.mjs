/**
 * Builds the elements of a page. Text only ever becomes text nodes: no markup is parsed, so no
 * answer and no word of the catalogue can turn into an element or a script.
 */

const SVG = "http://www.w3.org/2000/svg";
/** The address of the site: paper spells out the links that leave it, and no other. */
const SITE = new URL("../../../", import.meta.url).href;
/** Milliseconds of quiet before a region is told: a screen reader would cut itself off. */
const QUIET = 400;

/**
 * What an element is made with: its properties (`className`, `textContent`, `hidden`…), and
 * - `attributes`: attributes by name; `false`, `null` and `undefined` leave one out, `true`
 *   writes it empty;
 * - `on`: listeners by type of event.
 * @typedef {Record<string, any> & {
 *   attributes?: Record<string, string | number | boolean | null | undefined>,
 *   on?: Record<string, (event: any) => void>,
 * }} Properties
 */

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Returns a new element. Children that are `null`, `undefined` or `false` are left out.
 * @param {string} name
 * @param {Properties} [properties]
 * @param {...(Child | Child[])} children
 * @returns {any} HTMLElement of this name
 */
export function element(name, properties = {}, ...children) {
  const { attributes = {}, on = {}, ...others } = properties;
  const made = Object.assign(document.createElement(name), others);
  fill(made, attributes, on, children);
  if (name === "a") made.toggleAttribute("data-interne", made.href.startsWith(SITE));
  return made;
}

/**
 * Returns a new element of a drawing.
 * @param {string} name
 * @param {Record<string, string | number>} [attributes]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function drawing(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, {}, children);
}

/**
 * @template {Element} T
 * @param {T} made
 * @param {Record<string, any>} attributes
 * @param {Record<string, (event: any) => void>} on
 * @param {(Child | Child[])[]} children
 * @returns {T}
 */
function fill(made, attributes, on, children) {
  for (const [key, value] of Object.entries(attributes)) writeAttribute(made, key, value);
  for (const [type, listener] of Object.entries(on)) made.addEventListener(type, listener);
  const kept = children
    .flat()
    .filter((child) => child !== null && child !== undefined && child !== false);
  made.append(...kept.map((child) => (child instanceof Node ? child : String(child))));
  return made;
}

/**
 * Writes an attribute, or takes it away for `false`, `null` and `undefined`.
 * @param {Element} target
 * @param {string} name
 * @param {string | number | boolean | null | undefined} value
 */
export function writeAttribute(target, name, value) {
  if (value === false || value === null || value === undefined) target.removeAttribute(name);
  else target.setAttribute(name, value === true ? "" : String(value));
}

let count = 0;

/**
 * Returns an id that no other element of the page has.
 * @param {string} start - a name that says what it is for
 */
export function newId(start) {
  count += 1;
  return `cat-${start}-${count}`;
}

/**
 * Returns words for those who listen, unseen on the screen.
 * @param {...Child} children
 */
export function spoken(...children) {
  return element("span", { className: "cat-dit" }, ...children);
}

/** Returns an empty region whose text is spoken when it changes: put it in the page first. */
export function makeRegion() {
  return element("div", {
    className: "cat-dit",
    attributes: { role: "status", "aria-live": "polite" },
  });
}

/** @type {WeakMap<Element, ReturnType<typeof setTimeout>>} */
const waiting = new WeakMap();

/**
 * Has a live region say something, once no other announcement has come for a moment.
 * @param {Element} region - see `makeRegion`
 * @param {string} text
 */
export function announce(region, text) {
  clearTimeout(waiting.get(region));
  const say = () => {
    // Some readers stay silent when a region is given the words that it already holds.
    region.textContent = region.textContent === text ? `${text}\u00a0` : text;
  };
  waiting.set(region, setTimeout(say, QUIET));
}
