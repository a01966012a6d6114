/** A link that carries the answers: what it tells, to whom, and a button that copies it. */

import { makeButton } from "./commandes.mjs";
import { announce, element, makeRegion, newId } from "./dom.mjs";
import { counted } from "./phrases.mjs";

/**
 * @typedef {object} Reglages
 * @property {() => string | null} [action] - the only action that the page is about
 * @property {string} conseil - to whom the link may be sent
 * @property {boolean} [replie] - the panel stands behind words that unfold it
 */

export class Partage {
  #reponses;
  #reglages;
  #region = makeRegion();
  #vide = element("p", {}, "Aucune réponse ne peut être mise dans un lien pour l’instant.");
  #contenu = element("p", {});
  #dit = element("p", { className: "cat-partage__dit", hidden: true });
  #champ = element("input", {
    id: newId("lien"),
    className: "cat-saisie",
    type: "text",
    readOnly: true,
  });
  #lien;

  /**
   * @param {import("./reponses.mjs").Reponses} reponses
   * @param {Reglages} reglages
   */
  constructor(reponses, reglages) {
    this.#reponses = reponses;
    this.#reglages = reglages;
    this.#lien = element(
      "div",
      {},
      this.#contenu,
      element("label", { htmlFor: this.#champ.id }, "Lien vers ces réponses"),
      element(
        "div",
        { className: "cat-partage__ligne" },
        this.#champ,
        makeButton("Copier le lien", () => this.#copy(), "secondaire"),
      ),
      this.#dit,
    );
    const panneau = element(
      "div",
      { className: "cat-partage__contenu" },
      this.#vide,
      this.#lien,
      this.#region,
    );
    this.element = reglages.replie ? this.#fold(panneau) : panneau;
    this.update();
  }

  /** @param {HTMLElement} panneau */
  #fold(panneau) {
    const update = () => this.update();
    return element(
      "details",
      { className: "cat-pli cat-partage", on: { toggle: update } },
      element("summary", {}, "Partager les réponses"),
      panneau,
    );
  }

  /** Makes the link anew, if someone may be looking at it. */
  update() {
    if (this.element.open === false) return;
    const fragment = this.#reponses.toFragment(this.#reglages.action?.() ?? undefined);
    const { length } = this.#reponses.shared();
    this.#champ.value = length ? location.origin + location.pathname + fragment : "";
    this.#contenu.textContent = `${describe(length)} ${this.#reglages.conseil}`;
    this.#lien.hidden = !length;
    this.#vide.hidden = length > 0;
    this.#dit.hidden = true;
  }

  /** Folds the panel. */
  close() {
    this.element.open = false;
  }

  async #copy() {
    this.#champ.focus();
    this.#champ.select();
    const copied = await copyText(this.#champ.value);
    const words = copied ? "Lien copié." : "Le lien est sélectionné\u00a0: copiez-le.";
    this.#dit.textContent = words;
    this.#dit.hidden = false;
    announce(this.#region, words);
  }
}

/** @param {number} count - of answers in the link */
function describe(count) {
  const them = count < 2 ? "la" : "les";
  const answers = counted(count, "réponse", "réponses");
  return (
    `Le lien contient ${answers}\u00a0: toute personne qui a le lien peut ${them} lire. ` +
    "Les réponses aux questions sensibles n’y sont pas."
  );
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether the browser let it be copied
 */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Forbidden, or a page without https: the person copies it.
    return false;
  }
}
