/** Goes from screen to screen, and keeps the history of the tab and the answers in step. */

import { nextQuestion } from "../../eligibilite.mjs";
import { makeAvis } from "../avis.mjs";
import { writeAttribute } from "../dom.mjs";
import { Reponses } from "../reponses.mjs";
import { takeLien, weighLien } from "../reponses-lien.mjs";
import { addressOf, bringsReponses, readAction } from "../adresse.mjs";
import { makeAccueil } from "./ecran-accueil.mjs";
import { makeLien } from "./ecran-lien.mjs";
import { makeQuestion } from "./ecran-question.mjs";
import { makeResultats } from "./ecran-resultats.mjs";
import { currentEtat, newSeance } from "./historique.mjs";

/** @typedef {import("./historique.mjs").Etat} Etat */
/** @typedef {import("../donnees.mjs").Donnees} Donnees */

/**
 * What a screen puts in the page: its elements, its title and the heading that takes the focus.
 * @typedef {{elements: Node[], titre: string, foyer: HTMLElement}} Ecran
 */

const LECTEUR = "beneficiaire";

/** What the screens read of the questionnaire, and what they ask of it. */
export class Questionnaire {
  #site;
  #seance = newSeance();
  /** Answers of a link that wait for the person's consent. @type {string | null} */
  #lien = null;
  /** What is on the screen. @type {Etat | null} */
  #etat = null;
  /** What the next screen says above all else. @type {string | null} */
  avis = null;
  /** The action that the address is about. @type {string | null} */
  action = null;

  /**
   * @param {HTMLElement} root - where the screens stand
   * @param {HTMLElement} entete - the title of the page, seen with the first screen only
   * @param {Donnees} donnees
   */
  constructor(root, entete, donnees) {
    this.root = root;
    this.entete = entete;
    this.donnees = donnees;
    this.questions = donnees.json.questions;
    this.reponses = new Reponses(LECTEUR, this.questions, undefined, donnees.communes);
    this.#site = document.title.split(" - ").slice(1).join(" - ");
  }

  /** Shows the screen of the current address, and follows the history from now on. */
  start() {
    this.#seance = currentEtat()?.seance ?? this.#seance;
    addEventListener("popstate", () => this.#arrive(true));
    this.#arrive(false);
  }

  /** The rules that the person is asked about. @returns {Map<string, any>} */
  get regles() {
    const regle = this.action && this.donnees.regles.get(this.action);
    return regle ? new Map([[/** @type {string} */ (this.action), regle]]) : this.donnees.regles;
  }

  /** The name of the only action that is asked about, or `null`. @returns {string | null} */
  get nomAction() {
    return this.action ? this.donnees.json.actions[this.action].nom : null;
  }

  /** Returns what there is to say above a screen, if anything. @returns {HTMLElement | null} */
  makeAvis() {
    if (this.avis === null) return null;
    const notice = makeAvis(this.avis);
    writeAttribute(notice, "role", "status");
    return notice;
  }

  /** What is left to ask. @returns {{question: string | null, restantes: number}} */
  next() {
    return nextQuestion([...this.regles.values()], this.reponses.toObject(), this.donnees.contexte);
  }

  /** Goes to the next question, or to the results when all is settled. */
  advance() {
    const { question } = this.next();
    this.go(question ? { ecran: "question", question } : { ecran: "resultats" });
  }

  /**
   * Keeps an answer and goes on.
   * @param {Etat} etat - the screen that was answered
   * @param {import("../reponses.mjs").Valeur} valeur
   */
  answer(etat, valeur) {
    this.reponses.set(etat.question ?? "", valeur);
    if (etat.retour) this.go({ ecran: "resultats" });
    else this.advance();
  }

  /**
   * Asks one question again. The results follow at once if something was left to ask, else
   * after what the new answer makes necessary.
   * @param {string} question
   */
  ask(question) {
    this.go({ ecran: "question", question, retour: this.next().question !== null });
  }

  /** Goes to a screen, which becomes an entry of the history. @param {Etat} etat */
  go(etat) {
    const precedent = currentEtat()?.ecran ?? "accueil";
    const shown = { ...etat, precedent };
    history.pushState(this.#entry(shown), "", addressOf(this.action));
    this.#show(shown, true);
  }

  /** Asks about all the actions, not one, with the answers given so far. */
  widen() {
    this.action = null;
    this.go({ ecran: "accueil" });
  }

  /** Forgets the answers, in the tab and in what the history leads back to. */
  clear() {
    this.reponses.clear();
    this.#lien = null;
    this.#seance = newSeance();
    this.avis = "Vos réponses sont effacées.";
    this.go({ ecran: "accueil" });
  }

  /** Takes the answers of the link in place of those that were here. */
  acceptLien() {
    this.avis = takeLien(this.reponses, this.#lien ?? "", LECTEUR);
    this.refuseLien();
  }

  /** Leaves the answers of the link, which is no more an entry of the history. */
  refuseLien() {
    this.#lien = null;
    this.#replace({ ecran: "resultats" }, true);
  }

  /** @param {boolean} moved - whether the person went there from another screen */
  #arrive(moved) {
    const etat = currentEtat();
    const hash = location.hash;
    if (moved && !etat && readAction(hash) === null && !bringsReponses(hash)) {
      // A link within the page, such as « Aller au contenu »: the screen stays.
      history.replaceState(this.#entry(this.#etat), "");
      return;
    }
    this.#lien = null;
    this.#readAction(etat?.action ?? readAction(hash));
    const pending = this.#isUsable(etat) && etat.lien;
    if (pending) this.#receive(pending, moved);
    else if (!etat && bringsReponses(hash)) this.#receive(hash, moved);
    else this.#replace(this.#isUsable(etat) ? etat : { ecran: "accueil" }, moved);
  }

  /** @param {string | null} action */
  #readAction(action) {
    this.action = action !== null && this.donnees.regles.has(action) ? action : null;
    if (action !== this.action) {
      this.avis =
        "Cette action n’a pas de conditions à vérifier ici. " +
        "Voici les questions pour toutes les autres.";
    }
  }

  /** @param {Etat | null} etat @returns {etat is Etat} */
  #isUsable(etat) {
    if (etat?.seance !== this.#seance) return false;
    if (etat.ecran === "resultats" && !this.reponses.size) return false;
    return etat.ecran !== "question" || Object.hasOwn(this.questions, etat.question ?? "");
  }

  /** What the history keeps of a screen. @param {Etat | null} etat */
  #entry(etat) {
    const { lien, ...shown } = etat ?? {};
    const pending = this.#lien ? { lien: this.#lien } : {};
    return { ...shown, ...pending, action: this.action, seance: this.#seance };
  }

  /**
   * Reads the answers of a link, and takes them out of the address.
   * @param {string} hash
   * @param {boolean} moved
   */
  #receive(hash, moved) {
    const { etat, message } = weighLien(this.reponses, this.donnees, hash);
    if (etat === "vide") this.avis = message ?? this.avis;
    if (etat === "libre") this.avis = takeLien(this.reponses, hash, LECTEUR);
    if (etat === "choix") this.#lien = hash;
    this.#replace({ ecran: etat === "libre" ? "resultats" : "accueil" }, moved);
  }

  /** @param {Etat} etat @param {boolean} moved */
  #replace(etat, moved) {
    history.replaceState(this.#entry(etat), "", addressOf(this.action));
    this.#show(etat, moved);
  }

  /**
   * @param {Etat} etat
   * @param {boolean} moved
   */
  #show(etat, moved) {
    const ecran = this.#make(etat);
    this.#etat = etat;
    const shown = etat.ecran === "accueil" && !this.#lien && !this.action;
    this.entete.hidden = !shown;
    this.root.replaceChildren(...ecran.elements);
    this.root.dataset.ecran = this.#lien ? "lien" : etat.ecran;
    this.avis = null;
    document.title = [ecran.titre, this.#site].filter(Boolean).join(" - ");
    if (!moved) return;
    scrollTo({ top: 0, behavior: "instant" });
    ecran.foyer.tabIndex = -1;
    ecran.foyer.focus({ preventScroll: true });
  }

  /** @param {Etat} etat @returns {Ecran} */
  #make(etat) {
    if (this.#lien) return makeLien(this);
    if (etat.ecran === "question") return makeQuestion(this, etat);
    return etat.ecran === "resultats" ? makeResultats(this) : makeAccueil(this);
  }
}
