/** The page as a whole: what an answer, a filter, a choice or the address changes in its parts. */

import { addressOf, bringsReponses, readAction } from "../adresse.mjs";
import { Avis } from "../avis.mjs";
import { announce, element, makeRegion, newId } from "../dom.mjs";
import { Partage } from "../partage.mjs";
import { capitalize } from "../phrases.mjs";
import { QuestionsOuvertes } from "../questions.mjs";
import { Reponses } from "../reponses.mjs";
import { CHOIX, makeChoix, takeLien, weighLien } from "../reponses-lien.mjs";
import { AComparer } from "./a-comparer.mjs";
import { BarreFiltres } from "./barre-filtres.mjs";
import { BasDePage } from "./bas-de-page.mjs";
import { Choisie } from "./choisie.mjs";
import { Classement, describeCounts, POSSIBLES } from "./classement.mjs";
import { layOut } from "./disposition.mjs";
import { Fiche } from "./fiche.mjs";
import { Filtres } from "./filtres.mjs";
import { Formulaire } from "./formulaire.mjs";
import { Liste } from "./liste.mjs";
import { groupQuestions } from "./groupes-questions.mjs";
import { Utilite } from "./utilite.mjs";
import { lead, Vues } from "./vues.mjs";

/** @typedef {import("../donnees.mjs").Donnees} Donnees */
/** @typedef {import("./classement.mjs").Resultat} Resultat */

const FICHE_COMMENCEE =
  "Une fiche est commencée dans cet onglet. " +
  "Si vous ouvrez les réponses du lien, elle est effacée avec les réponses et la comparaison.";
const UNKNOWN = "Cette action n’a pas de conditions à vérifier ici. Voici toutes les autres.";

export class Page {
  /** @type {string | null} the action that the address is about */
  #action = null;

  /**
   * @param {HTMLElement} root
   * @param {Donnees} donnees
   */
  constructor(root, donnees) {
    const { contexte, communes, json, regles } = donnees;
    this.root = root;
    this.donnees = donnees;
    this.reponses = new Reponses(contexte.lecteur, contexte.questions, undefined, communes);
    this.classement = new Classement(donnees);
    this.region = makeRegion();
    this.formulaire = new Formulaire(donnees, this.reponses, () => this.#update());
    this.filtres = new Filtres(json, regles.keys());
    this.barre = new BarreFiltres(this.filtres, () => this.#update());
    const back = () => this.vues.back();
    const onFiche = (/** @type {string} */ slug) => this.vues.go({ vue: "fiche", action: slug });
    const { reponses, classement, region } = this;
    this.aComparer = new AComparer({
      donnees,
      reponses,
      classement,
      region,
      onBack: back,
      onFiche,
    });
    this.fiche = new Fiche(donnees, document.title.split(" - ").at(-1) ?? "", back);
    this.bas = this.aComparer.bas = new BasDePage({
      onQuestions: () => lead(this.titrePersonne),
      onActions: () => lead(this.titreActions),
      onCompare: () => this.vues.go({ vue: "comparaison" }),
      onClear: () => this.#clearCompared(),
    });
    this.partage = new Partage(reponses, {
      action: () => this.#action,
      conseil: "Rien n’y nomme la personne. Ne l’envoyez qu’à un professionnel qui la connaît.",
      replie: true,
    });
    this.liste = new Liste({
      donnees,
      reponses,
      ouvertes: new Set(),
      missing: (regle) => new QuestionsOuvertes(reponses.toObject(), contexte).missing(regle),
      linkTo: (slug) => this.formulaire.linkTo(slug),
      isCompared: (slug) => this.aComparer.comparaison.has(slug),
      onCompare: (slug, input) => this.aComparer.toggle(slug, input),
      onFiche,
    });
    this.titrePersonne = element("h2", { id: newId("personne"), tabIndex: -1 }, "La personne");
    this.titreActions = element("h2", { id: newId("actions"), tabIndex: -1 }, "Les actions");
    this.utilite = new Utilite(donnees, this.formulaire);
    this.compte = element("p", { className: "cat-prescrire__compte" });
    this.choisie = new Choisie(() => this.#widen());
    this.avis = new Avis();
    this.actions = this.#layOut();
    this.vues = this.#makeVues();
  }

  start() {
    this.bas.watch(this.liste.element);
    this.root.replaceChildren(
      this.region,
      this.actions,
      this.aComparer.comparaison.element,
      this.fiche.element,
    );
    this.#readAddress();
    // Without JavaScript, the address leads to the conditions of the action, further down.
    if (this.#action !== null) this.root.scrollIntoView({ block: "start" });
    addEventListener("hashchange", () => this.#readAddress());
  }

  #layOut() {
    const { avis, barre, bas, choisie, compte, formulaire, liste, partage, utilite } = this;
    return layOut({
      onRestart: () => this.#restart(),
      partage: partage.element,
      annonces: [avis.element, choisie.element],
      colonnes: [
        {
          className: "cat-prescrire__personne",
          titre: this.titrePersonne,
          parts: [utilite.element, formulaire.element],
        },
        {
          className: "cat-prescrire__actions",
          titre: this.titreActions,
          parts: [compte, barre.element, liste.element],
        },
      ],
      bas: bas.element,
    });
  }

  #makeVues() {
    const { aComparer, donnees, fiche } = this;
    const known = (/** @type {string | undefined} */ slug) =>
      slug !== undefined && donnees.regles.has(slug);
    return new Vues(
      {
        actions: {
          element: this.actions,
          titre: this.titreActions,
          canShow: () => true,
          draw: () => {},
        },
        comparaison: aComparer,
        fiche: {
          element: fiche.element,
          titre: fiche.titre,
          canShow: known,
          draw: (slug = "") => fiche.render(this.#resultOf(slug), this.reponses.toObject()),
          nom: (slug = "") => `Fiche de prescription - ${donnees.json.actions[slug].nom}`,
        },
      },
      this.root.parentElement,
      ({ action }) => this.#returnFrom(action),
    );
  }

  /** @param {string | undefined} action - the one whose sheet was on the screen */
  #returnFrom(action) {
    // The comparison may have lost an action, whose box is still ticked.
    this.#update(false);
    const button =
      action && this.liste.element.querySelector(`[data-fiche="${CSS.escape(action)}"]`);
    if (button instanceof HTMLElement) button.focus();
    else lead(this.titreActions);
  }

  /** Takes the answers and the action that the address brings; answers don't stay in it. */
  #readAddress() {
    const action = readAction();
    const known = action !== null && this.donnees.regles.has(action);
    this.#action = known ? action : null;
    this.avis.say(action !== null && !known ? UNKNOWN : null);
    if (bringsReponses()) this.#receive(location.hash);
    this.choisie.show(known ? this.donnees.json.actions[action].nom : null);
    this.#showQuestions();
  }

  /**
   * Reads the answers of a link, and takes them out of the address.
   * @param {string} hash
   */
  #receive(hash) {
    const { reponses, donnees, avis, fiche } = this;
    history.replaceState(history.state, "", addressOf(this.#action));
    const { etat, message } = weighLien(reponses, donnees, hash);
    if (etat === "vide") return avis.say(message);
    const take = () => {
      this.#forget();
      avis.say(takeLien(reponses, hash, donnees.contexte.lecteur));
    };
    if (etat === "libre" && !fiche.commencee) return take();
    const choose = (/** @type {() => void} */ act) => () => {
      act();
      this.#showQuestions();
      lead(this.titrePersonne);
    };
    avis.say(
      fiche.commencee ? FICHE_COMMENCEE : CHOIX,
      ...makeChoix(
        choose(() => avis.say(null)),
        choose(take),
      ),
    );
  }

  #showQuestions() {
    const { regles, contexte } = this.donnees;
    this.formulaire.render(groupQuestions(regles, contexte, this.#action));
    this.#update(false);
  }

  /** Goes back to all the actions. */
  #widen() {
    history.replaceState(history.state, "", addressOf(null));
    this.#readAddress();
    lead(this.titrePersonne);
  }

  /**
   * Sorts the actions anew and shows them.
   * @param {boolean} [said] - whether the counts are announced
   */
  #update(said = true) {
    const reponses = this.reponses.toObject();
    const groupes = this.classement.sort(reponses);
    const filtered = new Map(
      [...groupes].map(([cle, liste]) => [
        cle,
        liste.filter(({ slug }) => this.filtres.accepts(slug)),
      ]),
    );
    const counts = describeCounts(filtered);
    const filters = this.filtres.actifs ? " (avec les filtres)" : "";
    this.compte.textContent = `${capitalize(counts)}${filters}.`;
    this.bas.showCounts(capitalize(counts));
    this.barre.update(POSSIBLES.flatMap((cle) => (groupes.get(cle) ?? []).map(({ slug }) => slug)));
    this.liste.render(filtered, this.#action === null ? null : this.#resultOf(this.#action));
    this.partage.update();
    this.utilite.update(groupes, reponses, this.#action);
    if (said) announce(this.region, `Actions\u00a0: ${counts}.`);
  }

  /** @param {string} slug */
  #resultOf(slug) {
    return this.classement.resultOf(slug, this.reponses.toObject());
  }

  #clearCompared() {
    this.aComparer.clear();
    this.#update(false);
    lead(this.titreActions);
    announce(this.region, "Plus aucune action à comparer.");
  }

  /** Nothing of the last person is left, and nothing brings it back. */
  #forget() {
    this.reponses.clear();
    this.aComparer.clear();
    this.fiche.clear();
    this.filtres.clear();
    this.liste.reset();
    this.avis.say(null);
    this.partage.close();
    this.formulaire.write();
    this.formulaire.fold();
  }

  /** One click, one person. */
  #restart() {
    this.#forget();
    this.#update(false);
    this.formulaire.focusFirst();
    announce(
      this.region,
      "Nouvelle personne\u00a0: les réponses, la comparaison et la fiche sont effacées.",
    );
  }
}
