/** The results: twenty at first, and as many more on demand. */

import { makeButton } from "../questionnaire/commandes.mjs";
import { element } from "../questionnaire/dom.mjs";
import { counted } from "../questionnaire/phrases.mjs";
import { makeCarte } from "./carte.mjs";

const PAGE = 20;

export class Liste {
  /** @type {number[]} */
  #actions = [];
  #texte = "";
  #dated = false;
  #shown = 0;

  /**
   * @param {import("./donnees.mjs").Donnees} donnees
   * @param {import("../chercher/chercheur.mjs").Chercheur} chercheur
   */
  constructor(donnees, chercheur) {
    this.donnees = donnees;
    this.chercheur = chercheur;
    this.liste = element("ul", { className: "cat-cartes cat-trouvees", attributes: { role: "list" } });
    this.plus = makeButton("", () => this.#showMore(), "secondaire");
    this.plus.hidden = true;
    this.reste = element("p", { className: "cat-trouvees__reste" });
    this.panne = element("p", { className: "cat-trouvees__panne", attributes: { role: "alert" } });
    this.element = element("div", {}, this.liste, this.panne, this.plus, this.reste);
  }

  /**
   * Returns what shows the first actions, once all that they show is there.
   * @param {number[]} actions - in order
   * @param {{texte: string, dated: boolean}} reglages
   * @returns {Promise<() => void>}
   * @throws {Error} whose message is fit to show
   */
  async prepare(actions, { texte, dated }) {
    const cards = await this.#makeCartes(actions.slice(0, PAGE), texte, dated);
    return () => {
      this.#actions = actions;
      this.#texte = texte;
      this.#dated = dated;
      this.#shown = cards.length;
      this.liste.replaceChildren(...cards);
      this.#update();
    };
  }

  /**
   * @param {number[]} actions
   * @param {string} texte
   * @param {boolean} dated
   * @returns {Promise<HTMLElement[]>}
   */
  async #makeCartes(actions, texte, dated) {
    const resumes = await this.donnees.resumes(actions);
    const texts = resumes.flatMap(([, nom, words]) => [nom, words]);
    const marks = texte ? await this.chercheur.marks(texte, texts) : texts.map(() => []);
    return actions.map((action, place) =>
      makeCarte(this.donnees, { action, resume: resumes[place], nom: marks[2 * place], texte: marks[2 * place + 1] }, dated),
    );
  }

  async #showMore() {
    const actions = this.#actions;
    try {
      const cards = await this.#makeCartes(actions.slice(this.#shown, this.#shown + PAGE), this.#texte, this.#dated);
      if (actions !== this.#actions) return;
      this.liste.append(...cards);
      this.#shown += cards.length;
      this.#update();
      // The reader goes on with the first of the new ones; the button may be gone.
      cards[0]?.querySelector("a")?.focus();
    } catch (error) {
      this.panne.textContent = /** @type {Error} */ (error).message;
    }
  }

  #update() {
    const left = this.#actions.length - this.#shown;
    this.panne.textContent = "";
    this.plus.hidden = this.reste.hidden = left === 0;
    const words = `Afficher ${counted(Math.min(left, PAGE), "action", "actions")} de plus`;
    this.plus.textContent = left > PAGE ? `${words} (il en reste ${left.toLocaleString("fr-FR")})` : words;
    this.reste.textContent = `Et ${counted(left, "action", "actions")} de plus, à lire sur le site.`;
  }
}
