// Runs before anything is painted: a classic script in the head of each page. It tells the
// theme's own script where the site is and what the visitor's browser remembers of it (the theme
// writes that inside each page; a file of its own lets a strict Content-Security-Policy forbid
// scripts inside pages), and gives the page the colours that the visitor chose.
(() => {
  const root = new URL("../../../", document.currentScript.src);
  const page = document.documentElement;

  // Style sheets fold the menu away when there is a script to unfold it.
  page.classList.replace("no-js", "js");

  /** @param {string} name @param {URL} base @returns {string} */
  const keyOf = (name, base) => `${base.pathname}.${name}`;

  window.__md_scope = root;

  /** @param {string} text @returns {number} A short number that changes with the text. */
  window.__md_hash = (text) => {
    let hash = 0;
    for (const character of text) hash = (Math.imul(hash, 31) + character.codePointAt(0)) | 0;
    return hash;
  };

  /** @param {string} name @param {Storage} [storage] @param {URL} [base] @returns {any} */
  window.__md_get = (name, storage, base = root) => {
    try {
      return JSON.parse((storage ?? localStorage).getItem(keyOf(name, base)));
    } catch {
      // Storage is forbidden, or holds something else.
      return null;
    }
  };

  /** @param {string} name @param {any} value @param {Storage} [storage] @param {URL} [base] */
  window.__md_set = (name, value, storage, base = root) => {
    try {
      (storage ?? localStorage).setItem(keyOf(name, base), JSON.stringify(value));
    } catch {
      // Storage is forbidden or full: the choice lasts as long as the page.
    }
  };

  const device = matchMedia("(prefers-color-scheme: dark)");
  const choices = ["auto", "light", "dark"];
  const stored = window.__md_get("__palette");
  let choice = choices.includes(stored) ? stored : "auto";

  const paint = () => {
    const dark = choice === "auto" ? device.matches : choice === "dark";
    page.dataset.mdColorScheme = dark ? "slate" : "default";
  };

  /** The colours of the site: « auto » follows the device. */
  window.catPalette = {
    get choice() {
      return choice;
    },
    /** @returns {void} Goes to the next of auto, light and dark, and remembers it. */
    next() {
      choice = choices[(choices.indexOf(choice) + 1) % choices.length];
      window.__md_set("__palette", choice);
      paint();
    },
  };

  device.addEventListener("change", paint);
  paint();
})();
