/** All the questions on one page, in groups, each marked with what its answer is still worth. */

import { makeChamp } from "../champs.mjs";
import { element } from "../dom.mjs";
import { libelleQuestion } from "../resultats.mjs";
import { whenReleased } from "../pointeur.mjs";

/** @typedef {import("../champs.mjs").Champ} Champ */
/** @typedef {import("../donnees.mjs").Donnees} Donnees */
/** @typedef {import("../reponses.mjs").Reponses} Reponses */
/** @typedef {import("./groupes-questions.mjs").Groupe} Groupe */

/** The types whose answer is read as it is typed, and how long a pause in it lasts. */
const TYPED = ["nombre", "date"];
const PAUSE = 250;

const REMARQUES = {
  suivante: "La plus utile maintenant",
  inutile: "N’est plus utile",
};

export class Formulaire {
  /** @type {Map<string, {champ: Champ, remarque: HTMLElement}>} */
  #champs = new Map();
  /** @type {Map<string, HTMLElement>} the folded groups' counts of answers, by group */
  #comptes = new Map();
  /** @type {Groupe[]} */
  #groupes = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} until a pause in what is typed */
  #typing;
  /** Whether an answer has changed that nobody was told of. */
  #changed = false;

  /**
   * @param {Donnees} donnees
   * @param {Reponses} reponses
   * @param {() => void} onChange - an answer has changed
   */
  constructor(donnees, reponses, onChange) {
    this.donnees = donnees;
    this.reponses = reponses;
    this.onChange = onChange;
    this.element = element("form", {
      className: "cat-formulaire",
      attributes: { autocomplete: "off", novalidate: true },
      // Enter in a field would send the form.
      on: { submit: (event) => event.preventDefault() },
    });
  }

  /** @param {Groupe[]} groupes */
  render(groupes) {
    this.#settle();
    this.#champs.clear();
    this.#comptes.clear();
    this.#groupes = groupes;
    this.element.replaceChildren(...groupes.map((groupe) => this.#makeGroupe(groupe)));
  }

  /** @param {Groupe} groupe */
  #makeGroupe({ cle, titre, slugs, pliee }) {
    const champs = element(
      "div",
      { className: "cat-formulaire__champs" },
      ...slugs.map((slug) => this.#makeChamp(slug)),
    );
    if (!pliee) {
      return element(
        "section",
        { className: "cat-formulaire__groupe" },
        element("h3", {}, titre),
        champs,
      );
    }
    const compte = element("span", { className: "cat-formulaire__compte" });
    this.#comptes.set(cle, compte);
    return element(
      "details",
      { className: "cat-pli cat-formulaire__groupe cat-formulaire__groupe--plie" },
      element("summary", {}, titre, " ", compte),
      cle === "sensibles" &&
        element(
          "p",
          { className: "cat-aide" },
          "Demandez l’accord de la personne. Ces réponses ne sont jamais mises dans un lien.",
        ),
      champs,
    );
  }

  /** @param {string} slug */
  #makeChamp(slug) {
    const { contexte, communes } = this.donnees;
    const champ = makeChamp(contexte.questions[slug], slug, {
      lecteur: contexte.lecteur,
      valeur: this.reponses.get(slug),
      facultatif: true,
      communes,
    });
    const remarque = element("span", { className: "cat-formulaire__remarque", hidden: true });
    champ.titre.append(" ", remarque);
    champ.element.dataset.question = slug;
    champ.element.addEventListener("change", () => {
      // A message moves what is under it, too.
      whenReleased(() => champ.validate());
      this.#keep(slug, champ);
    });
    if (TYPED.includes(contexte.questions[slug].type))
      champ.element.addEventListener("input", () => {
        clearTimeout(this.#typing);
        this.#typing = setTimeout(() => this.#keep(slug, champ), PAUSE);
      });
    this.#champs.set(slug, { champ, remarque });
    return champ.element;
  }

  /**
   * Keeps an answer at once, and tells of it when no pointer is pressed. A field that is left
   * has often been read already: its « change » then changes nothing.
   * @param {string} slug
   * @param {Champ} champ
   */
  #keep(slug, champ) {
    clearTimeout(this.#typing);
    const before = JSON.stringify(this.reponses.get(slug));
    this.reponses.set(slug, champ.read());
    if (JSON.stringify(this.reponses.get(slug)) === before) return;
    this.#changed = true;
    whenReleased(this.#tell);
  }

  #tell = () => {
    if (!this.#changed) return;
    this.#changed = false;
    this.onChange();
  };

  /** Other answers take the place of what was being typed. */
  #settle() {
    clearTimeout(this.#typing);
    this.#changed = false;
  }

  /**
   * Marks the question to ask next, and those that nothing depends on any more.
   * @param {Set<string>} utiles
   * @param {string | null} suivante
   */
  mark(utiles, suivante) {
    for (const [slug, { champ, remarque }] of this.#champs) {
      const idle = !utiles.has(slug) && this.reponses.get(slug) === undefined;
      const etat = slug === suivante ? "suivante" : idle ? "inutile" : null;
      remarque.hidden = etat === null;
      remarque.textContent = etat === null ? "" : REMARQUES[etat];
      champ.element.classList.toggle("cat-question--suivante", etat === "suivante");
      champ.element.classList.toggle("cat-question--inutile", etat === "inutile");
    }
    for (const { cle, slugs } of this.#groupes) {
      const compte = this.#comptes.get(cle);
      if (compte)
        compte.textContent = describeAnswered(
          slugs.filter((slug) => this.reponses.get(slug) !== undefined).length,
          slugs.length,
        );
    }
  }

  /** Shows the answers kept, after they were erased or read from a link. */
  write() {
    this.#settle();
    for (const [slug, { champ }] of this.#champs) champ.write(this.reponses.get(slug));
  }

  /** Folds what was unfolded. */
  fold() {
    for (const groupe of this.element.querySelectorAll("details")) groupe.open = false;
  }

  focusFirst() {
    const [first] = this.#champs.values();
    first?.champ.focus();
  }

  /**
   * Leads to a question, whose group unfolds.
   * @param {string} slug
   */
  focus(slug) {
    const champ = this.#champs.get(slug)?.champ;
    if (!champ) return;
    const groupe = champ.element.closest("details");
    if (groupe) groupe.open = true;
    champ.focus();
    champ.element.scrollIntoView({ block: "center" });
  }

  /**
   * Returns a link to a question's field.
   * @param {string} slug
   * @returns {HTMLAnchorElement}
   */
  linkTo(slug) {
    const { contexte } = this.donnees;
    const go = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.focus(slug);
    };
    const href = `#${this.#champs.get(slug)?.champ.id ?? ""}`;
    return element(
      "a",
      { href, on: { click: go } },
      libelleQuestion(contexte.questions[slug], contexte.lecteur),
    );
  }
}

/**
 * @param {number} answered
 * @param {number} all
 */
function describeAnswered(answered, all) {
  return answered
    ? `${answered} ${answered > 1 ? "réponses" : "réponse"} sur ${all}`
    : `${all} ${all > 1 ? "questions" : "question"}`;
}
