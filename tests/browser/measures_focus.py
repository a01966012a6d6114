"""Scripts that measure what a person sees who uses a keyboard, zooms, or spaces text out."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.measures import COLOURS

# Moves the focus to each thing that can have it; press Tab first, so that it is shown. Returns
# what is wrong with each: it shows no outline, or one that does not stand out (success criteria
# 2.4.7 and 1.4.11 of WCAG 2.2), or something that sticks to the window covers it (2.4.11).
FOCUS_FAULTS = (
    "() => {"
    + COLOURS
    + r"""
  const ground = (element) => {
    for (let node = element; node; node = node.parentElement) {
      const color = parse(getComputedStyle(node).backgroundColor);
      if (color[3] === 1) return color;
    }
    return [255, 255, 255, 1];
  };
  // The thing itself, or the card, the row or the field that it fills.
  const ringed = (element) => {
    for (let node = element, step = 0; node && step < 4; node = node.parentElement, step += 1) {
      const { outlineStyle, outlineWidth } = getComputedStyle(node);
      if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) return node;
    }
    return null;
  };
  const covered = (element) => {
    const box = element.getClientRects()[0];
    const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].map(([x, y]) =>
      document.elementFromPoint(box.left + x * box.width, box.top + y * box.height));
    return points.every((found) => {
      if (!found || found.contains(element) || element.contains(found)) return false;
      for (let node = found; node; node = node.parentElement) {
        if (['sticky', 'fixed'].includes(getComputedStyle(node).position)) {
          return !node.contains(element);
        }
      }
      return false;
    });
  };
  const faults = [];
  const all = document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]');
  for (const element of all) {
    if (!element.checkVisibility({visibilityProperty: true}) || element.disabled) continue;
    element.focus();
    const say = (words) => faults.push(`${words}: ${element.outerHTML.slice(0, 120)}`);
    if (document.activeElement !== element) say('takes no focus');
    const node = ringed(element);
    if (!node) { say('no outline'); continue; }
    const style = getComputedStyle(node);
    // Drawn outside, it stands on what is around; inside, on the thing itself.
    const under = parseFloat(style.outlineOffset) < 0 ? node : node.parentElement ?? node;
    const ratio = contrast(parse(style.outlineColor), ground(under));
    if (ratio < 3) say(`outline ${ratio.toFixed(2)}`);
    if (covered(element)) say('covered');
  }
  return faults;
}"""
)

# What sticks to the window, at the top, in the middle and at the end of the page: how much of the
# window it covers at most, from 0 to 1.
STUCK_SHARE = r"""() => {
  const stuck = [...document.querySelectorAll('body *')].filter((element) =>
    ['sticky', 'fixed'].includes(getComputedStyle(element).position));
  let most = 0;
  for (const part of [0, 0.5, 1]) {
    scrollTo(0, part * (document.documentElement.scrollHeight - innerHeight));
    for (const element of stuck) {
      const box = element.getBoundingClientRect();
      const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
      const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
      if (width > 0 && height > 0) most = Math.max(most, width * height / innerWidth / innerHeight);
    }
  }
  scrollTo(0, 0);
  return most;
}"""

# Text that its box cuts, or that leaves the button, the badge or the card that it stands in.
CUT = r"""() => [...document.querySelectorAll('body *')].filter((element) => {
  if (!element.checkVisibility({visibilityProperty: true})) return false;
  if (!element.innerText?.trim()) return false;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // What only screen readers say.
  if (box.width < 3 || box.height < 3 || style.clipPath !== 'none') return false;
  if (style.display === 'inline' || element.closest('select')) return false;
  const flow = `${style.overflowX} ${style.overflowY}`;
  const clips = /hidden|clip/.test(flow);
  const scrolls = /auto|scroll/.test(flow);
  const framed = !scrolls
    && parseFloat(style.borderTopWidth) && parseFloat(style.borderBottomWidth);
  if (!clips && !framed) return false;
  return element.scrollWidth > element.clientWidth + 2
    || element.scrollHeight > element.clientHeight + 2;
}).map((element) => element.outerHTML.slice(0, 120))"""

# The values of success criterion 1.4.12 of WCAG 2.2.
TEXT_SPACING = """
* {
  letter-spacing: 0.12em !important;
  line-height: 1.5 !important;
  word-spacing: 0.16em !important;
}
p {
  margin-block-end: 2em !important;
}
"""

# Icons are masks over a colour: what is of the same colour as what is around is not seen.
LOST_ICONS = r"""() => {
  const nothing = (color) => /^rgba.*, 0\)$/.test(color);
  const ground = (element) => {
    for (let node = element; node; node = node.parentElement) {
      const color = getComputedStyle(node).backgroundColor;
      if (!nothing(color)) return color;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const lost = [];
  for (const element of document.querySelectorAll('body *')) {
    if (!element.checkVisibility({visibilityProperty: true})) continue;
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(element, part);
      if (style.maskImage === 'none' || part && style.content === 'none') continue;
      const around = ground(part ? element : element.parentElement);
      if (style.backgroundColor === around || nothing(style.backgroundColor)) {
        lost.push(`${part ?? ''} ${element.outerHTML.slice(0, 120)}`);
      }
    }
  }
  return lost;
}"""


# What moves by itself, or would if it changed.
MOVING = """() => [...document.querySelectorAll('*')].filter((element) =>
  [null, '::before', '::after'].some((part) => {
    const style = getComputedStyle(element, part);
    return style.animationName !== 'none' || style.scrollBehavior === 'smooth'
      || style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0)
        && style.transitionProperty !== 'none';
  })).map((element) => element.outerHTML.slice(0, 100))"""


def settle(page: Page) -> None:
    """Wait until scripts have followed a window that changed: they hear of it at its next frame."""
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )
