/**
 * Shows what an acronym means beside it: on hover, on focus and on first touch.
 *
 * The page is complete without this module: each acronym links to its definition at the foot
 * of the sheet. The module makes it the description of the link for screen readers, and shows
 * the same words in a bubble for the eye, hence `aria-hidden`. It can be hovered, it stays
 * until the pointer or the focus leaves, and Escape dismisses it (WCAG 1.4.13).
 */

const SELECTOR = 'a[href^="#sigle-"]';
/** Milliseconds left to the pointer to go from the acronym to the bubble. */
const GRACE = 250;
/** Pixels between the acronym and the bubble, and between the bubble and the window. */
const GAP = 6;

/** The one bubble of a page, and the acronym that it explains. */
class Bubble {
  /** @type {Element | null} */
  link = null;
  /** @type {number | undefined} */
  #timer;

  /** @param {Document} page */
  constructor(page) {
    this.page = page;
    this.element = page.createElement("div");
    this.element.className = "cat-sigle-bulle";
    this.element.hidden = true;
    this.element.setAttribute("aria-hidden", "true");
    page.body.append(this.element);
  }

  /** @param {Element} link */
  show(link) {
    clearTimeout(this.#timer);
    const definition = definitionOf(link, this.page);
    if (!definition || this.link === link) return;
    this.link = link;
    this.element.replaceChildren(...Array.from(definition.children, (part) => this.#line(part)));
    this.element.hidden = false;
    this.#place(link.getBoundingClientRect());
  }

  hide() {
    clearTimeout(this.#timer);
    this.link = null;
    this.element.hidden = true;
  }

  hideSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), GRACE);
  }

  keep() {
    clearTimeout(this.#timer);
  }

  /** @param {Element} part */
  #line(part) {
    const line = this.page.createElement("p");
    line.className = "cat-sigle-bulle__ligne";
    line.textContent = part.textContent;
    return line;
  }

  /** Below the acronym, or above when the window ends there. @param {DOMRect} box */
  #place(box) {
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const { clientWidth, clientHeight } = this.page.documentElement;
    const below = box.bottom + GAP;
    const top = below + height > clientHeight && box.top > height ? box.top - GAP - height : below;
    const left = Math.max(GAP, Math.min(box.left, clientWidth - width - GAP));
    this.element.style.top = `${top + scrollY}px`;
    this.element.style.left = `${left + scrollX}px`;
  }
}

/**
 * Returns what a link leads to in its page.
 * @param {Element} link
 * @param {Document} page
 */
function definitionOf(link, page) {
  return page.getElementById((link.getAttribute("href") ?? "").slice(1));
}

/**
 * Returns the acronym or nothing at the origin of an event.
 * @param {Event} event
 * @returns {Element | null}
 */
function linkOf(event) {
  return event.target instanceof Element ? event.target.closest(SELECTOR) : null;
}

/**
 * Makes the acronyms of a page answer; call it once.
 * @param {Document} page
 */
export function mountSigles(page) {
  const bubble = new Bubble(page);
  for (const link of page.querySelectorAll(SELECTOR)) {
    const definition = definitionOf(link, page);
    if (definition) link.setAttribute("aria-describedby", definition.id);
  }
  let firstTouch = false;

  page.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (event.pointerType === "mouse" && link) bubble.show(link);
    else if (event.target instanceof Node && bubble.element.contains(event.target)) bubble.keep();
  });
  page.addEventListener("pointerout", (event) => {
    const inside = event.target instanceof Node && bubble.element.contains(event.target);
    if (event.pointerType !== "mouse" || !(inside || linkOf(event))) return;
    if (page.activeElement !== bubble.link) bubble.hideSoon();
  });
  page.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link) bubble.show(link);
  });
  page.addEventListener("focusout", (event) => {
    if (linkOf(event) === bubble.link) bubble.hideSoon();
  });
  page.addEventListener("pointerdown", (event) => {
    const link = linkOf(event);
    // Judged before the touch gives the focus, which shows the bubble.
    firstTouch = event.pointerType !== "mouse" && link !== null && link !== bubble.link;
    const inside = event.target instanceof Node && bubble.element.contains(event.target);
    if (!link && !inside) bubble.hide();
  });
  page.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!link || !firstTouch) return;
    firstTouch = false;
    event.preventDefault();
    bubble.show(link);
  });
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") bubble.hide();
  });
}

const list = document.querySelector('[data-module="cat-sigles"]:not([data-mounted])');
if (list instanceof HTMLElement) {
  try {
    mountSigles(document);
    list.dataset.mounted = "";
  } catch (error) {
    console.error("cat-sigles", error);
  }
}
