// The button of the menu, the one that changes colours, which is part of the menu, « Sur cette
// page », open where there is room beside the body, and the line that heads a printed page.
// theme/search.js adds its own button.
(() => {
  const bar = document.querySelector(".cat-tete__barre");
  const menu = document.getElementById("__menu");
  const contents = document.querySelector(".cat-sommaire > details");
  // As in cat-tete.css and cat-cadre.css.
  const wide = matchMedia("(min-width: 60em)");
  const offline = new URL("../hors-connexion/service.mjs", document.currentScript.src);

  /** @param {string} name @returns {HTMLButtonElement} */
  const makeButton = (name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `cat-bouton cat-bouton--${name}`;
    return button;
  };

  const addPalette = () => {
    const names = { auto: "de l’appareil", light: "claires", dark: "sombres" };
    const button = makeButton("palette");
    const label = document.createElement("span");
    const show = () => {
      const { choice } = window.catPalette;
      button.dataset.choix = choice;
      button.title = `Couleurs ${names[choice]}. Changer`;
      label.textContent = button.title;
    };
    button.addEventListener("click", () => {
      window.catPalette.next();
      show();
    });
    button.append(label);
    const item = document.createElement("li");
    item.className = "cat-menu__outil";
    item.append(button);
    menu.querySelector("ul").append(item);
    show();
  };

  const addMenu = () => {
    const button = makeButton("menu");
    button.textContent = "Menu";
    bar.append(button);
    button.setAttribute("aria-controls", menu.id);
    const unfold = (open) => {
      button.setAttribute("aria-expanded", String(open));
      menu.classList.toggle("cat-menu--ouvert", open);
    };
    const isOpen = () => button.getAttribute("aria-expanded") === "true";
    button.addEventListener("click", () => unfold(!isOpen()));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !isOpen()) return;
      const inside = menu.contains(document.activeElement);
      unfold(false);
      if (inside) button.focus();
    });
    wide.addEventListener("change", () => unfold(false));
    unfold(false);
  };

  const openContents = () => {
    if (contents) contents.open = wide.matches;
  };

  // What a printed page says of itself: never the fragment of its address, which may hold answers.
  const signPaper = () => {
    const line = document.createElement("p");
    line.className = "cat-imprime";
    const canonical = document.querySelector("link[rel=canonical]");
    const address = canonical?.href ?? location.origin + location.pathname;
    addEventListener("beforeprint", () => {
      const day = new Date().toLocaleDateString("fr-FR", { dateStyle: "long" });
      const words = [address, `Imprimé le ${day.replace(/^1 /, "1er ")}`].map((text) => {
        return Object.assign(document.createElement("span"), { textContent: text });
      });
      line.replaceChildren(...words);
      document.querySelector(".cat-page").prepend(line);
    });
    addEventListener("afterprint", () => line.remove());
  };

  addPalette();
  addMenu();
  signPaper();
  wide.addEventListener("change", openContents);
  openContents();
  // What keeps the page readable without a network waits until it is there; it may fail in silence.
  addEventListener("load", () => import(offline).then(({ start }) => start(), () => {}));
})();
