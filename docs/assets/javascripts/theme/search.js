// The search of the theme: its button and its dialog, the same on every page and useless without
// JavaScript, so that no page holds them. Runs before the theme's script, which looks for
// [data-md-component=search…] and [data-md-toggle=search], and reads #__config.
(() => {
  const holder = document.getElementById("__config");
  const config = JSON.parse(holder.textContent);
  config.features = ["search.highlight", "search.suggest"];
  config.translations = {
    "clipboard.copy": "Copier",
    "clipboard.copied": "Copié",
    "search.result.placeholder": "Écrivez un ou plusieurs mots",
    "search.result.none": "Aucune page trouvée",
    "search.result.one": "1 page trouvée",
    "search.result.other": "# pages trouvées",
    "search.result.more.one": "1 autre passage de cette page",
    "search.result.more.other": "# autres passages de cette page",
    "search.result.term.missing": "Mot absent\u00a0",
  };
  holder.textContent = JSON.stringify(config);
  if (!config.search) return;

  const toggle = document.getElementById("__search");
  const bar = document.querySelector(".cat-tete__barre");

  const dialog = document.createElement("div");
  dialog.className = "md-search";
  dialog.dataset.mdComponent = "search";
  dialog.innerHTML = `
    <label class="md-search__overlay" for="__search"></label>
    <div class="md-search__inner" id="__recherche" role="search" aria-label="Recherche">
      <form class="md-search__form" name="search">
        <input class="md-search__input" name="query" type="text" placeholder="Rechercher"
          aria-label="Rechercher dans le site" data-md-component="search-query" required
          autocapitalize="off" autocomplete="off" autocorrect="off" spellcheck="false"
          enterkeyhint="search">
        <div class="md-search__suggest" data-md-component="search-suggest" aria-hidden="true"></div>
        <button class="cat-bouton cat-bouton--fermer" type="button"><span>Fermer la recherche</span></button>
      </form>
      <div class="md-search__output">
        <div class="md-search__scrollwrap" tabindex="-1">
          <div class="md-search-result" data-md-component="search-result">
            <div class="md-search-result__meta" role="status">Chargement de la recherche</div>
            <ol class="md-search-result__list" role="presentation"></ol>
          </div>
        </div>
      </div>
    </div>`;
  const query = dialog.querySelector("input");
  const list = dialog.querySelector("ol");

  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = "cat-bouton cat-bouton--recherche";
  opener.innerHTML = "<span>Rechercher</span>";
  opener.setAttribute("aria-controls", "__recherche");
  // The theme looks for « header [for=__search] », and gives the focus to the query at a click.
  opener.setAttribute("for", "__search");
  bar.querySelector(".cat-tete__nom").after(opener, dialog);

  const show = () => opener.setAttribute("aria-expanded", String(toggle.checked));
  const close = () => {
    if (toggle.checked) toggle.click();
  };
  toggle.addEventListener("change", show);
  show();

  // A closed dialog is out of reach of the Tab key. Keys and links of the theme open it by
  // giving the focus to the query: it has to be shown first.
  query.focus = () => {
    if (!toggle.checked) toggle.click();
    HTMLElement.prototype.focus.call(query);
  };

  // The theme listens on the window: it drops the focus at Escape, closes at Tab, and gives every
  // other key to the query, be it Shift or the space that presses a button. Leave it the arrows,
  // and letters.
  dialog.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const isLetter = key.length === 1 && key !== " ";
    const isArrow = key === "ArrowUp" || key === "ArrowDown";
    const isForTheme = target === query ? key !== "Tab" && key !== "Escape" : isLetter || isArrow;
    if (!isForTheme) event.stopPropagation();
    if (key !== "Escape") return;
    close();
    opener.focus();
  });
  dialog.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !dialog.contains(event.relatedTarget)) close();
  });
  dialog.querySelector("button").addEventListener("click", () => {
    close();
    opener.focus();
  });

  // The theme takes results out of the order of the Tab key.
  new MutationObserver(() => {
    for (const item of list.querySelectorAll("[tabindex]")) item.removeAttribute("tabindex");
  }).observe(list, { childList: true });
})();
