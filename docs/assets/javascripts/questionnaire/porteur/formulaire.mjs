/** The questions about an organisation, on one page; those that no longer matter stand aside. */

import { makeChamp } from "../champs.mjs";
import { element } from "../dom.mjs";
import { questionsOf } from "../questions.mjs";
import { whenReleased } from "../pointeur.mjs";
import { usefulQuestions } from "./utiles.mjs";

/** @typedef {import("../champs.mjs").Champ} Champ */
/** @typedef {import("../donnees.mjs").Donnees} Donnees */
/** @typedef {import("../reponses.mjs").Reponses} Reponses */

/** Milliseconds without a key after which a number is taken: « 1 » may begin « 12 ». */
const TYPING = 400;

export class Formulaire {
  #donnees;
  #reponses;
  #regles;
  #allShown;
  #entier;
  /** @type {Map<string, Champ>} */
  #champs = new Map();
  #reste = element("p", { className: "cat-porter__reste" });
  #masquees = element("p", { className: "cat-aide", tabIndex: -1 });
  #bascule = element("button", {
    type: "button",
    className: "cat-commande cat-commande--discrete",
    on: { click: () => this.#toggle() },
  });

  /**
   * @param {Donnees} donnees
   * @param {Reponses} reponses
   * @param {object} settings
   * @param {any[]} settings.regles - those that are asked about
   * @param {boolean} settings.entier - every question is shown, whether it matters or not
   * @param {() => void} settings.onChange - an answer changed, and is kept
   */
  constructor(donnees, reponses, { regles, entier, onChange }) {
    this.#donnees = donnees;
    this.#reponses = reponses;
    this.#regles = regles;
    this.#allShown = entier;
    this.#entier = entier;
    for (const slug of questionsOf(
      regles.map(({ condition }) => condition),
      donnees.contexte,
    ))
      this.#champs.set(slug, this.#makeChamp(slug, onChange));
    this.titre = element("h3", { tabIndex: -1 }, "Votre structure");
    this.element = element(
      "form",
      {
        className: "cat-porter__questions",
        noValidate: true,
        on: { submit: (/** @type {Event} */ event) => event.preventDefault() },
      },
      this.titre,
      this.#reste,
      ...Array.from(this.#champs.values(), (champ) => champ.element),
      element("div", { className: "cat-porter__masquees" }, this.#masquees, this.#bascule),
    );
    this.update();
  }

  /**
   * @param {string} slug
   * @param {() => void} onChange
   */
  #makeChamp(slug, onChange) {
    const { contexte, communes } = this.#donnees;
    const champ = makeChamp(contexte.questions[slug], slug, {
      lecteur: contexte.lecteur,
      valeur: this.#reponses.get(slug),
      facultatif: true,
      communes,
    });
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let typing;
    const keep = () => {
      clearTimeout(typing);
      const valeur = champ.read();
      // A commune says that it is chosen, then again when its field is left.
      if (isSame(valeur, this.#reponses.get(slug))) return;
      this.#reponses.set(slug, valeur);
      whenReleased(() => {
        this.update();
        onChange();
      });
    };
    champ.element.addEventListener("change", () => {
      whenReleased(() => champ.validate());
      keep();
    });
    if (contexte.questions[slug].type === "nombre") {
      champ.element.addEventListener("input", () => {
        clearTimeout(typing);
        // Erased answers take their fields out of the page: what was typed there is erased too.
        typing = setTimeout(() => champ.element.isConnected && keep(), TYPING);
      });
    }
    return champ;
  }

  /** Shows the answers that are kept. */
  write() {
    for (const [slug, champ] of this.#champs) champ.write(this.#reponses.get(slug));
    this.update();
  }

  /** Shows the questions that matter, and says how many are left. */
  update() {
    const useful = usefulQuestions(this.#regles, this.#reponses.toObject(), this.#donnees.contexte);
    let idle = 0;
    for (const [slug, champ] of this.#champs) {
      const matters =
        useful.has(slug) || this.#reponses.get(slug) !== undefined || holdsFocus(champ);
      if (!matters) idle += 1;
      champ.element.hidden = !matters && !this.#allShown;
    }
    this.#reste.textContent = describeReste(useful.size, this.#reponses.size > 0);
    this.#masquees.parentElement?.toggleAttribute("hidden", idle === 0 || this.#entier);
    this.#masquees.textContent = describeIdle(idle);
    this.#bascule.textContent = this.#allShown
      ? "Masquer les questions sans effet"
      : "Les afficher quand même";
  }

  /**
   * Leads to a question, even to one that stands aside.
   * @param {string} slug
   */
  ask(slug) {
    const champ = this.#champs.get(slug);
    if (!champ) return;
    if (champ.element.hidden) this.#toggle();
    champ.element.scrollIntoView({ block: "center" });
    champ.focus();
  }

  /** Shows or hides what doesn't matter; goes to the first question that appears. */
  #toggle() {
    const hidden = [...this.#champs.values()].filter((champ) => champ.element.hidden);
    this.#allShown = !this.#allShown;
    this.update();
    if (this.#allShown) hidden[0]?.titre.focus();
  }
}

/**
 * @param {import("../reponses.mjs").Valeur | undefined} one
 * @param {import("../reponses.mjs").Valeur | undefined} other
 */
function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** @param {Champ} champ */
function holdsFocus({ element: fieldset }) {
  return fieldset.contains(document.activeElement);
}

/**
 * @param {number} count
 * @param {boolean} started
 */
function describeReste(count, started) {
  if (count === 0)
    return started
      ? "Vos réponses suffisent\u00a0: plus aucune question ne changerait les résultats."
      : "";
  return count === 1
    ? "1\u00a0question utile, au plus."
    : `${count}\u00a0questions utiles, au plus.`;
}

/** @param {number} count */
function describeIdle(count) {
  if (count === 1) return "1\u00a0autre question ne changerait rien aux résultats d’aujourd’hui.";
  return `${count}\u00a0autres questions ne changeraient rien aux résultats d’aujourd’hui.`;
}
