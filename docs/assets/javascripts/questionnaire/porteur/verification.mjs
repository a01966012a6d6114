/** The checks of an organisation: its answers, what the address says, and the results beside. */

import { addressOf, bringsReponses, readAction } from "../adresse.mjs";
import { Avis } from "../avis.mjs";
import { makeButton, makeEffacer } from "../commandes.mjs";
import { announce, element, makeRegion } from "../dom.mjs";
import { printOnly } from "../impression.mjs";
import { Partage } from "../partage.mjs";
import { Reponses } from "../reponses.mjs";
import { CHOIX, makeChoix, takeLien, weighLien } from "../reponses-lien.mjs";
import { renderReponses } from "../resultats.mjs";
import { Formulaire } from "./formulaire.mjs";
import { describeResultats, makeGroupes, sortResultats } from "./groupes.mjs";

/** @typedef {import("../donnees.mjs").Donnees} Donnees */

const LECTEUR = "porteur";

export class Verification {
  #donnees;
  #reponses;
  #onSimulate;
  #onClear;
  /** The only action that is asked about. @type {string | null} */
  #action = null;
  /** @type {Formulaire | null} */
  #formulaire = null;
  #region = makeRegion();
  #avis = new Avis();
  #portee = element("div", {});
  #questions = element("div", {});
  #groupes = element("div", {});
  /** The answers in words, for paper. */
  #enMots = element("div", { className: "cat-porter__reponses" });
  #resume = element("a", {
    className: "cat-porter__resume",
    href: "#resultats",
    on: { click: (/** @type {Event} */ event) => this.#showResultats(event) },
  });
  #titre = element("h2", { id: "verifier", tabIndex: -1 }, "Vérifier pour votre structure");
  #partage;
  #resultats;

  /**
   * @param {Donnees} donnees
   * @param {object} settings
   * @param {(slug: string, moved: boolean) => void} settings.onSimulate - shows the funding of
   *   an action; `moved` when the person asked for it
   * @param {() => void} settings.onClear - the answers are erased
   */
  constructor(donnees, { onSimulate, onClear }) {
    this.#donnees = donnees;
    this.#reponses = new Reponses(LECTEUR, donnees.json.questions, undefined, donnees.communes);
    this.#onSimulate = onSimulate;
    this.#onClear = onClear;
    this.#partage = new Partage(this.#reponses, {
      action: () => this.#action,
      conseil: "Ne l’envoyez qu’à des personnes de confiance.",
      replie: true,
    });
    this.#resultats = this.#makeResultats();
    this.element = element(
      "div",
      { className: "cat-porter" },
      this.#titre,
      this.#avis.element,
      this.#portee,
      this.#region,
      element("div", { className: "cat-porter__colonnes" }, this.#questions, this.#resultats),
      this.#makeBarre(),
    );
  }

  /** Reads the address, shows the page, and follows the address from now on. */
  start() {
    addEventListener("hashchange", () => {
      if (readAction() !== null || bringsReponses()) this.#arrive(true);
    });
    this.#arrive(false);
  }

  /** @returns {Map<string, any>} */
  get #regles() {
    const { regles } = this.#donnees;
    return this.#action === null ? regles : new Map([[this.#action, regles.get(this.#action)]]);
  }

  #makeResultats() {
    return element(
      "section",
      {
        className: "cat-porter__resultats",
        id: "resultats",
        tabIndex: -1,
        attributes: { "aria-label": "Résultats" },
      },
      this.#enMots,
      this.#groupes,
      makeButton("Imprimer les résultats", () => printOnly("resultats"), "secondaire"),
    );
  }

  /**
   * Goes to the results; the address stays, as it may name an action.
   * @param {Event} event
   */
  #showResultats(event) {
    event.preventDefault();
    this.#resultats.scrollIntoView();
    this.#resultats.focus({ preventScroll: true });
  }

  #makeBarre() {
    return element(
      "div",
      {
        className: "cat-porter__barre",
        attributes: { role: "group", "aria-label": "Vos réponses" },
      },
      this.#resume,
      this.#partage.element,
      makeEffacer(() => this.#clear(), "secondaire"),
    );
  }

  /** @param {boolean} moved - whether the person was already on the page */
  #arrive(moved) {
    const hash = location.hash;
    const slug = readAction(hash);
    const known = slug !== null && this.#donnees.regles.has(slug);
    this.#avis.say(
      slug !== null && !known
        ? "Cette action n’a pas de conditions à vérifier ici. Voici toutes les autres."
        : null,
    );
    this.#action = known ? slug : null;
    if (slug !== null) this.#onSimulate(slug, false);
    if (bringsReponses(hash)) this.#receive(hash);
    this.#show();
    if (known || moved) this.#titre.scrollIntoView();
    if (moved) this.#titre.focus({ preventScroll: true });
  }

  /**
   * Reads the answers of a link, and takes them out of the address.
   * @param {string} hash
   */
  #receive(hash) {
    history.replaceState(history.state, "", addressOf(this.#action));
    const { etat, message } = weighLien(this.#reponses, this.#donnees, hash);
    if (etat === "vide") this.#avis.say(message);
    else if (etat === "libre") this.#avis.say(takeLien(this.#reponses, hash, LECTEUR));
    else this.#offer(hash);
  }

  /**
   * Asks before answers that were given here are replaced.
   * @param {string} hash
   */
  #offer(hash) {
    const choose = (/** @type {boolean} */ taken) => {
      this.#avis.say(taken ? takeLien(this.#reponses, hash, LECTEUR) : null);
      this.#show();
      this.#titre.focus();
    };
    const buttons = makeChoix(
      () => choose(false),
      () => choose(true),
    );
    this.#avis.say(CHOIX, ...buttons);
  }

  #show() {
    const action = this.#action;
    this.#portee.replaceChildren(...(action === null ? [] : [this.#makePortee(action)]));
    this.#formulaire = new Formulaire(this.#donnees, this.#reponses, {
      regles: [...this.#regles.values()],
      entier: action !== null,
      onChange: () => this.#update(),
    });
    this.#questions.replaceChildren(this.#formulaire.element);
    this.#update();
  }

  /** @param {string} action */
  #makePortee(action) {
    const all = makeButton("Répondre pour toutes les actions", () => this.#widen(), "discrete");
    return element(
      "p",
      { className: "cat-porter__portee" },
      "Seulement les questions de\u00a0: ",
      element("strong", {}, this.#donnees.json.actions[action].nom),
      " ",
      all,
    );
  }

  #widen() {
    this.#action = null;
    history.replaceState(history.state, "", addressOf(null));
    this.#show();
    this.#titre.focus();
  }

  #update() {
    const folded = this.#groupes.querySelector("details.cat-porter__groupe");
    const reponses = this.#reponses.toObject();
    const sorted = sortResultats(this.#regles, this.#donnees, reponses);
    const words = describeResultats(sorted);
    this.#groupes.replaceChildren(
      ...makeGroupes(sorted, {
        donnees: this.#donnees,
        reponses,
        onEdit: (question) => this.#formulaire?.ask(question),
        onSimulate: (slug) => this.#onSimulate(slug, true),
        // One action alone is never behind a fold.
        deplie: this.#action !== null || (folded instanceof HTMLDetailsElement && folded.open),
      }),
    );
    this.#resume.textContent = words;
    this.#enMots.replaceChildren(
      ...(this.#reponses.size
        ? [
            element("h3", {}, "Vos réponses"),
            renderReponses(this.#reponses.entries(), { donnees: this.#donnees }),
          ]
        : []),
    );
    this.#partage.update();
    if (this.#reponses.size) announce(this.#region, words);
  }

  #clear() {
    this.#reponses.clear();
    history.replaceState(history.state, "", addressOf(this.#action));
    this.#onClear();
    this.#avis.say("Vos réponses sont effacées.");
    this.#show();
    this.#titre.scrollIntoView();
    this.#titre.focus({ preventScroll: true });
  }
}
