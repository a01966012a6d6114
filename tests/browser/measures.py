"""Scripts that measure a page in the browser."""

from __future__ import annotations

# What scripts about colours begin with: a colour of a style as red, green, blue and opacity (from
# 0 to 1), and the contrast of two of them as WCAG 2.2 defines it.
COLOURS = r"""
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', {willReadFrequently: true});
  const known = new Map();
  const parse = (color) => {
    if (!known.has(color)) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
      known.set(color, [r, g, b, a / 255]);
    }
    return known.get(color);
  };
  const light = ([r, g, b]) => [r, g, b].map((value) => value / 255)
    .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, rank) => sum + value * [0.2126, 0.7152, 0.0722][rank], 0);
  const contrast = (one, other) => {
    const [back, front] = [light(one), light(other)].sort((a, b) => a - b);
    return (front + 0.05) / (back + 0.05);
  };
"""

# Contrast of each visible text with what is behind it, as in WCAG 2.2, success criterion 1.4.3:
# returns « ratio text » for each one below its threshold.
LOW_CONTRAST = (
    "() => {"
    + COLOURS
    + r"""
  const over = ([r, g, b, a], [R, G, B]) =>
    [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const behind = (element) => {
    const layers = [];
    for (let node = element; node; node = node.parentElement) {
      const layer = parse(getComputedStyle(node).backgroundColor);
      if (layer[3] > 0) layers.push(layer);
      if (layer[3] === 1) break;
    }
    const dark = getComputedStyle(document.documentElement).colorScheme.includes('dark');
    const canvas = dark ? [0, 0, 0, 1] : [255, 255, 255, 1];
    return layers.reduceRight((under, layer) => over(layer, under), canvas);
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (!text || element.closest('script, style, noscript, svg')) continue;
    if (!element.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    const style = getComputedStyle(element);
    const background = behind(element);
    const ratio = contrast(over(parse(style.color), background), background);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
    if (ratio < (large ? 3 : 4.5)) found.push(`${ratio.toFixed(2)} ${text.slice(0, 60)}`);
  }
  return found;
}"""
)

# What has the focus: its name for a person, whether it is on screen, and whether something of
# it, or of what surrounds it, looks different from when it has not.
FOCUSED = r"""() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const around = [element, ...['parentElement', 'parentElement.parentElement']
    .map((path) => path.split('.').reduce((node, key) => node && node[key], element))];
  const look = () => around.filter(Boolean)
    .flatMap((node) => [null, '::before', '::after'].map((part) => getComputedStyle(node, part)))
    .map((style) => [style.outline, style.boxShadow, style.backgroundColor, style.border].join())
    .join();
  const focused = look();
  element.blur();
  const blurred = look();
  element.focus({preventScroll: true});
  return {
    tag: element.tagName.toLowerCase(),
    name: (element.getAttribute('aria-label') || element.innerText || element.title || '').trim(),
    href: element.getAttribute('href') || '',
    seen: element.checkVisibility({visibilityProperty: true}) && box.width > 1 && box.height > 1
      && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    shown: focused !== blurred,
  };
}"""

# What is wider than the window, when the page scrolls sideways.
TOO_WIDE = r"""() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll('main *, header *, footer *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 3)
    .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`)"""

# Makes text twice as large, as a browser does when only text is zoomed.
DOUBLE_TEXT = """() => {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""
