/** The simulator: which action, how many of what, and the estimation that follows each key. */

import { announce, element, makeRegion, newId } from "../dom.mjs";
import { describeFermeture } from "./appels.mjs";
import { makeChamps, makeEtp, readEstimation } from "./champs-ligne.mjs";
import { makeEstimation } from "./estimation.mjs";
import { makeFiltre, makeMatcher, MANY } from "./liste.mjs";
import { formatCents, formatDecimal } from "./nombres.mjs";

/** @typedef {import("./appels.mjs").Action} Action */
/** @typedef {import("./champ-nombre.mjs").ChampNombre} ChampNombre */
/** @typedef {import("./champs-ligne.mjs").Champs} Champs */
/** @typedef {import("./simulation.mjs").Ligne} Ligne */

/**
 * Says whether an action has something to simulate.
 * @param {Action} action
 */
export function hasAmount({ portage }) {
  return (portage?.financement ?? []).some(
    (/** @type {Ligne} */ { montant }) => montant !== undefined,
  );
}

export class Simulateur {
  #page;
  #actions;
  #region = makeRegion();
  #champs = element("div", { className: "cat-simulateur__champs" });
  #resultat = element("div", { className: "cat-simulateur__resultat" });
  #select;
  /** @type {Champs[]} */
  #lignes = [];
  /** @type {ChampNombre | null} */
  #etp = null;

  /**
   * @param {[slug: string, action: Action][]} actions - all those that have funding lines
   * @param {import("./calendrier.mjs").Page} page
   */
  constructor(actions, page) {
    const order = new Intl.Collator("fr", { numeric: true });
    this.#page = page;
    this.#actions = new Map(
      actions.sort(([, one], [, other]) => order.compare(one.nom, other.nom)),
    );
    this.#select = element("select", {
      id: newId("simulateur"),
      className: "cat-porter__saisie",
      on: { change: () => this.#showFields() },
    });
    this.#fillSelect("");
    const first = [...this.#actions].find(
      ([, action]) => hasAmount(action) && describeFermeture(action, page.date) === null,
    );
    if (first) this.#select.value = first[0];
    this.element = this.#actions.size
      ? this.#build()
      : makeVide("Aucun financement n’est publié pour l’instant.");
    if (this.#actions.size) this.#showFields();
  }

  /**
   * Shows an action, if it has funding lines.
   * @param {string} slug
   */
  choose(slug) {
    if (!this.#actions.has(slug)) return;
    this.#fillSelect("");
    this.#select.value = slug;
    this.#showFields();
  }

  /** Empties the fields. */
  clear() {
    if (this.#actions.size) this.#showFields();
  }

  /** Gives the focus to the choice of the action. */
  focus() {
    this.#select.focus();
  }

  #build() {
    const form = element(
      "form",
      {
        className: "cat-simulateur__formulaire",
        noValidate: true,
        on: { submit: (/** @type {Event} */ event) => event.preventDefault() },
      },
      this.#actions.size > MANY &&
        makeFiltre("Chercher une action par son nom", (typed) => this.#filter(typed)),
      element(
        "div",
        { className: "cat-simulateur__champ" },
        element("label", { htmlFor: this.#select.id }, "Action à financer"),
        this.#select,
      ),
      this.#champs,
    );
    return element("div", { className: "cat-simulateur" }, form, this.#region, this.#resultat);
  }

  /** @param {string} typed */
  #filter(typed) {
    const before = this.#select.value;
    this.#fillSelect(typed);
    if (this.#select.value !== before) this.#showFields();
    const count = this.#select.querySelectorAll("option").length;
    announce(this.#region, count === 1 ? "1\u00a0action" : `${count}\u00a0actions`);
  }

  /** @param {string} typed */
  #fillSelect(typed) {
    const before = this.#select.value;
    const matches = makeMatcher(typed);
    const found = [...this.#actions].filter(([, { nom }]) => matches(nom));
    const groups = [
      ["Avec un montant", found.filter(([, action]) => hasAmount(action))],
      ["Sans montant dans le texte", found.filter(([, action]) => !hasAmount(action))],
    ];
    const made = groups
      .filter(([, actions]) => actions.length)
      .map(([label, actions]) =>
        element("optgroup", { label }, .../** @type {any[]} */ (actions).map(makeOption)),
      );
    this.#select.replaceChildren(
      ...(made.length ? made : [element("option", { value: "" }, "Aucune action ne correspond")]),
    );
    if (found.some(([slug]) => slug === before)) this.#select.value = before;
  }

  #showFields() {
    const portage = this.#actions.get(this.#select.value)?.portage ?? {};
    const priced = (portage.financement ?? []).filter(
      (/** @type {Ligne} */ { montant }) => montant !== undefined,
    );
    const update = () => this.#update();
    this.#lignes = priced.map((/** @type {Ligne} */ ligne) => makeChamps(ligne, update));
    this.#etp =
      priced.length && portage.capacite?.places_max_par_etp
        ? makeEtp(portage.capacite.places_max_par_etp, update)
        : null;
    this.#champs.replaceChildren(
      ...this.#lignes.map((champs) => champs.element),
      ...(this.#etp ? [this.#etp.element] : []),
    );
    this.#update();
  }

  #update() {
    const action = this.#actions.get(this.#select.value);
    const lignes = this.#lignes.map((champs) => ({
      ligne: champs.ligne,
      estimation: readEstimation(champs),
    }));
    const wrong = this.#lignes.some(({ quantite }) => "isWrong" in quantite && quantite.isWrong());
    if (!action) {
      this.#resultat.replaceChildren();
      return;
    }
    const simulated = { action, lignes, etp: this.#etp?.read() ?? null, wrong };
    this.#resultat.replaceChildren(
      makeEstimation(simulated, this.#page, (places) => this.#setPlaces(places)),
    );
    const done = lignes.filter(({ estimation }) => estimation !== null);
    const total = done.reduce((sum, { estimation }) => sum + (estimation?.obtenu ?? 0n), 0n);
    if (done.length) announce(this.#region, `Estimation\u00a0: ${formatCents(total)}`);
  }

  /**
   * Fills the places of every line that counts them. The button that asked for it leaves the
   * page with the old estimation: the focus goes to the first line that was filled.
   * @param {import("./nombres.mjs").Decimal} places
   */
  #setPlaces(places) {
    const filled = this.#lignes.flatMap(({ ligne, quantite }) =>
      ligne.unite === "place" && "write" in quantite ? [quantite] : [],
    );
    for (const champ of filled) champ.write(formatDecimal(places));
    filled[0]?.focus();
  }
}

/** @param {[slug: string, action: Action]} entry */
function makeOption([slug, { nom }]) {
  return element("option", { value: slug }, nom);
}

/** @param {string} words */
function makeVide(words) {
  return element("p", { className: "cat-vide" }, words);
}
