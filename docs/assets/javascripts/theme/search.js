// The search box: useless without JavaScript, so that no page holds it. On wide screens it stands in
// the header; on others a button opens it as a panel. What finds and shows comes when somebody is
// about to type; until then, and if it never comes, Enter leads to the list of the actions.
(() => {
  const modules = new URL("../chercher/", document.currentScript.src);
  const site = new URL("../../../", modules);
  const title = document.querySelector(".cat-tete__nom");
  // As in cat-tete.css and cat-recherche.css.
  const wide = matchMedia("(min-width: 60em)");

  const make = (name, properties, attributes = {}) => {
    const made = Object.assign(document.createElement(name), properties);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    return made;
  };
  const makeButton = (name, label) => {
    const button = make("button", { type: "button", className: `cat-bouton cat-bouton--${name}` });
    button.append(make("span", { textContent: label }));
    return button;
  };

  const input = make(
    "input",
    { className: "cat-recherche__saisie", name: "q", placeholder: "Rechercher", autocomplete: "off" },
    {
      role: "combobox",
      "aria-label": "Rechercher dans le site",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-keyshortcuts": "Control+K Meta+K",
      autocapitalize: "off",
      autocorrect: "off",
      enterkeyhint: "search",
      maxlength: "200",
      spellcheck: "false",
    },
  );
  const closer = makeButton("fermer", "Fermer");
  const note = make("p", { className: "cat-recherche__note" }, { role: "status" });
  const panel = make("div", { className: "cat-recherche__panneau", hidden: true });
  panel.append(note);
  const form = make(
    "form",
    { className: "cat-recherche", action: new URL("actions/", site).href },
    { role: "search", "aria-label": "Recherche" },
  );
  const field = make("div", { className: "cat-recherche__champ" });
  field.append(input, closer);
  form.append(field, panel);
  const dialog = make("dialog", { className: "cat-recherche-ecran" }, { "aria-label": "Rechercher" });
  const opener = makeButton("recherche", "Rechercher");
  opener.setAttribute("aria-haspopup", "dialog");
  title.after(opener, dialog);

  const place = () => {
    dialog.close();
    if (wide.matches) title.after(form);
    else dialog.append(form);
  };
  const open = () => {
    if (!wide.matches && !dialog.open) dialog.showModal();
    input.focus();
    input.select();
  };

  let loading;
  const load = () => {
    loading ??= import(new URL("boite.mjs", modules)).then(
      ({ mountBoite }) => mountBoite(form),
      () => {
        loading = undefined;
        panel.hidden = false;
        note.textContent =
          "La recherche n’a pas pu être chargée. Vérifiez que vous êtes bien connecté à internet, ou rechargez la page.";
      },
    );
  };

  place();
  wide.addEventListener("change", place);
  opener.addEventListener("click", open);
  closer.addEventListener("click", () => dialog.close());
  input.addEventListener("focus", load);
  form.addEventListener("submit", (event) => {
    if (!input.value.trim()) event.preventDefault();
  });
  // A page that a browser brings back is as it was left.
  addEventListener("pageshow", ({ persisted }) => persisted && dialog.close());
  const isMac = /Mac|iP/.test(navigator.platform);
  document.addEventListener("keydown", (event) => {
    const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
    const isShortcut = isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
    if (key.toLowerCase() !== "k" || !isShortcut || altKey || shiftKey) return;
    event.preventDefault();
    open();
  });
})();
