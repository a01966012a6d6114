// Runs before anything is painted: a classic script in the head of each page. It gives the page the
// colours that the visitor chose, which the browser keeps from one visit to the next.
(() => {
  const root = new URL("../../../", document.currentScript.src);
  const page = document.documentElement;
  const key = `${root.pathname}.__palette`;

  // Style sheets fold the menu away when there is a script to unfold it.
  page.classList.replace("no-js", "js");

  /** @returns {unknown} What the browser remembers, or nothing. */
  const recall = () => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      // Storage is forbidden, or holds something else.
      return null;
    }
  };

  const remember = (value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Storage is forbidden or full: the choice lasts as long as the page.
    }
  };

  const device = matchMedia("(prefers-color-scheme: dark)");
  const choices = ["auto", "light", "dark"];
  const stored = recall();
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
      remember(choice);
      paint();
    },
  };

  device.addEventListener("change", paint);
  paint();
})();
