/** The page « Le catalogue hors connexion »: what is kept, and what may be. */

import { sayDay } from "./bandeau.mjs";
import {
  forgetAll,
  forgetVisited,
  keepAll,
  PlaceInsuffisante,
  readEtat,
  readFaits,
  readVisited,
} from "./garde.mjs";
import { isAvailable, RACINE, register } from "./service.mjs";
import { announce, element, makeRegion } from "../questionnaire/dom.mjs";
import { makeButton } from "../questionnaire/commandes.mjs";

const NOMBRE = new Intl.NumberFormat("fr-FR");
const MEGAOCTETS = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });
/** How many visited pages are listed. */
const LISTED = 30;

const ABSENTE =
  "Vous n’êtes pas connecté à internet, et cette page n’est pas gardée sur votre appareil.";
const SANS = "Ce navigateur ne permet pas de garder le site sur l’appareil.";
const PANNE =
  "Le téléchargement s’est arrêté. Vérifiez que vous êtes bien connecté à internet, puis reprenez\u00a0: ce qui est déjà gardé ne sera pas téléchargé de nouveau.";
const PLACE =
  "Il n’y a pas assez de place sur cet appareil, ou le navigateur en refuse davantage. Libérez de la place, puis reprenez.";
const LUES =
  "Elles se lisent sans internet, telles qu’elles étaient à votre dernière visite. Sur un appareil que d’autres utilisent, ils peuvent voir cette liste.";
const EFFACEES = "Les pages que vous avez lues sont effacées de cet appareil.";
const RESEAU = "Sans internet, il n’est pas possible de savoir ce qu’il y a à garder.";

/** @param {HTMLElement} root */
export async function mount(root) {
  const absent = makeAbsent();
  if (absent) {
    // Somebody who wanted a page is first told of those that there are.
    root.before(absent);
    root.parentElement?.append(root);
  }
  const panneau = new Panneau();
  root.replaceChildren(panneau.element);
  root.dataset.mounted = "";
  await panneau.show();
  await listVisited(root);
}

/** Says which page could not be had, when the worker led here in its place. */
function makeAbsent() {
  const asked = new URLSearchParams(location.hash.slice(1)).get("page");
  if (asked === null) return null;
  const address = new URL(asked, RACINE);
  // Somebody else may have written the address of this page.
  if (!address.href.startsWith(RACINE)) return null;
  return element(
    "div",
    { className: "cat-avis cat-avis--alerte", attributes: { role: "status" } },
    element("p", { className: "cat-avis__titre" }, ABSENTE),
    element("p", {}, element("a", { href: address.href }, "Réessayer d’ouvrir la page")),
  );
}

/** @param {HTMLElement} root */
async function listVisited(root) {
  if (!isAvailable()) return;
  const here = new URL("hors-connexion/", RACINE).href;
  const pages = (await readVisited()).filter(({ url, titre }) => titre && url !== here);
  if (!pages.length) return;
  const title = element("h2", { tabIndex: -1 }, "Les pages que vous avez lues");
  const words = element("p", {}, LUES);
  const list = element(
    "ul",
    {},
    pages.slice(0, LISTED).map(({ url, titre }) => element("li", {}, element("a", { href: url }, titre))),
  );
  const region = makeRegion();
  const button = makeButton("Effacer ces pages de l’appareil", erase, "secondaire");
  const choices = element("p", { className: "cat-hors-connexion__choix" }, button);
  root.append(title, words, list, choices, region);

  async function erase() {
    await forgetVisited();
    list.remove();
    choices.remove();
    words.textContent = EFFACEES;
    title.focus();
    announce(region, EFFACEES);
  }
}

/** What is kept of the whole catalogue, and the buttons that change it. */
class Panneau {
  /** @type {import("./garde.mjs").Faits | undefined} */
  #faits;
  #words = element("p");
  #fault = element("p", { className: "cat-alerte", hidden: true, attributes: { role: "alert" } });
  #bar = element("progress", { hidden: true, attributes: { "aria-label": "Téléchargement" } });
  #choices = element("p", { className: "cat-hors-connexion__choix" });
  #region = makeRegion();

  constructor() {
    this.element = element(
      "section",
      { className: "cat-hors-connexion", attributes: { "aria-labelledby": "garder" } },
      element("h2", { id: "garder", tabIndex: -1 }, "Garder tout le catalogue"),
      this.#words,
      this.#fault,
      this.#bar,
      this.#choices,
      this.#region,
    );
  }

  /** Shows what is kept. */
  async show() {
    if (!isAvailable()) return this.#say(SANS);
    try {
      this.#faits = await readFaits();
    } catch {
      return this.#say(RESEAU);
    }
    const etat = await readEtat(this.#faits);
    this.#say(this.#describe(etat), ...this.#buttons(etat));
  }

  /** @param {import("./garde.mjs").Etat} etat */
  #describe({ nom, date }) {
    const { pages, octets } = /** @type {import("./garde.mjs").Faits} */ (this.#faits);
    const size = `${MEGAOCTETS.format(Math.max(octets / 1e6, 0.1))}\u00a0Mo`;
    const version = date ? `, version du ${sayDay(date)}` : "";
    return {
      absent: `Le catalogue a ${NOMBRE.format(pages)}\u00a0pages, qui prendront ${size} sur cet appareil. Sur un appareil que d’autres utilisent, ils verront que vous l’avez gardé.`,
      partiel: "Le téléchargement du catalogue n’est pas terminé.",
      complet: `Tout le catalogue est gardé sur cet appareil${version}\u00a0: ${NOMBRE.format(pages)}\u00a0pages, ${size}.`,
      ancien: `Tout le catalogue est gardé sur cet appareil${version}. Le site a changé depuis.`,
    }[nom];
  }

  /** @param {import("./garde.mjs").Etat} etat */
  #buttons({ nom }) {
    const keep = {
      absent: "Garder le catalogue hors connexion",
      partiel: "Reprendre",
      ancien: "Mettre à jour",
      complet: "",
    }[nom];
    return [
      keep && makeButton(keep, () => this.#keep()),
      nom !== "absent" && makeButton("Ne plus garder", () => this.#forget(), "secondaire"),
    ].filter(Boolean);
  }

  async #keep() {
    const stop = new AbortController();
    this.#fault.hidden = true;
    this.#bar.hidden = false;
    this.#bar.removeAttribute("value");
    this.#say(
      "Laissez cette page ouverte pendant le téléchargement.",
      makeButton("Arrêter", () => stop.abort(), "secondaire"),
    );
    this.#choices.querySelector("button")?.focus();
    try {
      if (!(await register())) throw new Error("no worker");
      const faits = /** @type {import("./garde.mjs").Faits} */ (this.#faits);
      const progress = this.#progress.bind(this);
      await keepAll(faits, { signal: stop.signal, progress });
    } catch (error) {
      stop.abort();
      this.#fault.textContent = error instanceof PlaceInsuffisante ? PLACE : PANNE;
      this.#fault.hidden = /** @type {Error} */ (error).name === "AbortError";
    }
    await this.#settle();
  }

  async #forget() {
    this.#fault.hidden = true;
    await forgetAll();
    await this.#settle();
  }

  /** Shows what has become of it, where the reader is. */
  async #settle() {
    this.#bar.hidden = true;
    await this.show();
    this.element.querySelector("h2")?.focus();
    announce(this.#region, this.#words.textContent ?? "");
  }

  /** @param {number} done @param {number} all */
  #progress(done, all) {
    const before = Math.floor(10 * this.#bar.position);
    this.#bar.max = all;
    this.#bar.value = done;
    const tenths = Math.floor((10 * done) / all);
    if (tenths !== before && tenths < 10) announce(this.#region, `${tenths * 10}\u00a0%`);
  }

  /** @param {string} words @param {...HTMLElement} buttons */
  #say(words, ...buttons) {
    this.#words.textContent = words;
    this.#choices.replaceChildren(...buttons);
  }
}
