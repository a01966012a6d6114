/**
 * The « fiche de prescription »: one sheet of A4 about a person and an action, to be finished
 * here or by hand, then printed. What is typed stays in the page.
 */

import { explain } from "../../eligibilite.mjs";
import { makeButton } from "../commandes.mjs";
import { frenchDate } from "../dates.mjs";
import { element, newId } from "../dom.mjs";
import { placeQuestion, questionsOf } from "../questions.mjs";
import { proposeArgumentaire, readBilan } from "./argumentaire.mjs";
import { makeCriteres } from "./fiche-criteres.mjs";
import { makeFaits } from "./fiche-faits.mjs";
import { Identite } from "./identite.mjs";

/** @typedef {import("../donnees.mjs").Donnees} Donnees */
/** @typedef {import("./argumentaire.mjs").Bilan} Bilan */
/** @typedef {import("./classement.mjs").Resultat} Resultat */

/** Lines ruled under the text, to go on by hand. */
const LIGNES_A_LA_MAIN = [1, 2];
const SIGNATURES = ["Signature de la personne", "Signature du référent"];

export class Fiche {
  /** @type {Map<string, string>} what was written for each action */
  #textes = new Map();
  #identite = new Identite();
  /**
   * What the sheet is drawn from.
   * @type {[resultat: Resultat, reponses: Record<string, any>] | null}
   */
  #drawn = null;

  /**
   * @param {Donnees} donnees
   * @param {string} site - the name of the site
   * @param {() => void} onBack
   */
  constructor(donnees, site, onBack) {
    this.donnees = donnees;
    this.site = site;
    this.titre = element(
      "h2",
      { tabIndex: -1, id: newId("fiche"), className: "cat-fiche__titre" },
      "Fiche de prescription",
    );
    this.sensibles = element("input", {
      type: "checkbox",
      id: newId("sensibles"),
      className: "cat-choix__case",
    });
    this.accord = element(
      "div",
      { className: "cat-choix cat-fiche__accord", hidden: true },
      this.sensibles,
      element(
        "label",
        { className: "cat-choix__nom", htmlFor: this.sensibles.id },
        "Écrire aussi les critères sensibles, avec l’accord de la personne",
      ),
    );
    this.feuille = element("article", {
      className: "cat-fiche__feuille",
      attributes: { "aria-labelledby": this.titre.id },
    });
    this.element = element(
      "section",
      {
        className: "cat-fiche",
        hidden: true,
        attributes: { "aria-label": "Fiche de prescription" },
      },
      element(
        "div",
        { className: "cat-fiche__commandes" },
        makeButton("Revenir aux actions", onBack, "secondaire"),
        makeButton("Imprimer la fiche", () => print()),
      ),
      element(
        "p",
        { className: "cat-fiche__discretion" },
        "Complétez la fiche ici ou à la main. ",
        "Ce que vous écrivez n’est ni enregistré ni envoyé\u00a0: ",
        "tout s’efface si vous rechargez ou quittez la page.",
      ),
      this.accord,
      this.feuille,
    );
    // A page may be brought back as it was left: it is left as it was given.
    addEventListener("pagehide", () => {
      const drawn = this.#drawn;
      this.clear();
      if (drawn) this.render(...drawn);
    });
  }

  /** Says whether something was written on it. */
  get commencee() {
    return this.#identite.commencee || this.#textes.size > 0;
  }

  /** Forgets who the sheet was about. */
  clear() {
    this.#identite.clear();
    this.#textes.clear();
    this.sensibles.checked = false;
    this.feuille.replaceChildren();
    this.#drawn = null;
  }

  /**
   * @param {Resultat} resultat
   * @param {Record<string, any>} reponses
   */
  render(resultat, reponses) {
    const { contexte, communes } = this.donnees;
    this.#drawn = [resultat, reponses];
    const arbre = explain(resultat.regle, reponses, contexte);
    const bilan = readBilan(arbre, (leaf) => this.#isSensitive(leaf));
    const lieu = reponses[placeQuestion(contexte.questions)];
    this.#identite.suggest("commune", communes.byCode.get(String(lieu))?.nom ?? "");
    this.#identite.suggest("destinataire", resultat.action.prescription?.destinataire ?? "");
    this.accord.hidden = ![...bilan.remplis, ...bilan.priorites, ...bilan.averifier].some(
      ({ sensible }) => sensible,
    );
    const criteres = element("div", { className: "cat-fiche__criteres" });
    const draw = () => criteres.replaceChildren(...makeCriteres(bilan, this.sensibles.checked));
    this.sensibles.onchange = draw;
    draw();
    this.feuille.replaceChildren(
      this.#makeEntete(resultat.action, contexte.lieux[String(lieu)]),
      makePartie("La personne", this.#identite.personne),
      makePartie("Le référent", this.#identite.referent),
      makePartie(
        "L’action demandée",
        makeFaits(resultat.action, this.donnees, reponses),
        this.#identite.destinataire,
      ),
      makePartie("Les critères", criteres),
      this.#makeArgumentaire(resultat, bilan),
      makeSignatures(),
      element(
        "p",
        { className: "cat-fiche__mention" },
        "Aide à la rédaction, préparée à partir du catalogue. ",
        "Elle ne remplace pas le formulaire du Département, s’il en demande un.",
      ),
    );
  }

  /** @param {any} leaf */
  #isSensitive({ question, public_cible: slug }) {
    const { questions, publics_cibles: publics } = this.donnees.contexte;
    if (question !== undefined) return Boolean(questions[question]?.sensible);
    const condition = slug !== undefined && publics[slug];
    return (
      Boolean(condition) &&
      questionsOf([condition], this.donnees.contexte).some((asked) => questions[asked]?.sensible)
    );
  }

  /**
   * @param {any} action
   * @param {string[] | undefined} lieux
   */
  #makeEntete(action, lieux) {
    const { contexte } = this.donnees;
    return element(
      "header",
      { className: "cat-fiche__entete" },
      element(
        "p",
        { className: "cat-fiche__emetteur" },
        [this.#departement(lieux ?? action.territoires ?? []), this.site]
          .filter(Boolean)
          .join(" · "),
      ),
      element("p", { className: "cat-fiche__date" }, `Le ${frenchDate(contexte.date)}`),
      this.titre,
      element("p", { className: "cat-fiche__nature" }, "Aide à la rédaction"),
      element("p", { className: "cat-fiche__action" }, action.nom),
      makeCode(this.donnees.racine + action.url),
    );
  }

  /** @param {string[]} territoires */
  #departement(territoires) {
    const { territoires: all } = this.donnees.json;
    for (const slug of territoires) {
      const seen = new Set();
      for (let at = slug; all[at] && !seen.has(at); at = all[at].parent) {
        if (all[at].nature === "departement") return all[at].nom;
        seen.add(at);
      }
    }
    return null;
  }

  /**
   * Returns the field to argue in, and its twin on paper: a text area is cut where it scrolls.
   * @param {Resultat} resultat
   * @param {Bilan} bilan
   */
  #makeArgumentaire({ slug, action }, bilan) {
    const id = newId("argumentaire");
    const texte = this.#textes.get(slug) ?? proposeArgumentaire(action.nom, bilan);
    const papier = element("div", {
      className: "cat-fiche__papier",
      attributes: { "aria-hidden": "true" },
    });
    const area = element("textarea", {
      id,
      className: "cat-fiche__texte",
      rows: 4,
      value: texte,
      autocomplete: "off",
      spellcheck: false,
      on: {
        input: () => {
          this.#textes.set(slug, area.value);
          copy();
        },
      },
    });
    // The last line break needs something after it to take its place.
    const copy = () => (papier.textContent = `${area.value}\u200b`);
    copy();
    return element(
      "section",
      { className: "cat-fiche__partie" },
      element("h3", {}, element("label", { htmlFor: id }, "Argumentaire du référent")),
      element("div", { className: "cat-fiche__redaction" }, area, papier),
      element(
        "div",
        { className: "cat-fiche__lignes", attributes: { "aria-hidden": "true" } },
        ...LIGNES_A_LA_MAIN.map(() => element("span")),
      ),
    );
  }
}

/**
 * @param {string} titre
 * @param {...Node} contenu
 */
function makePartie(titre, ...contenu) {
  return element(
    "section",
    { className: "cat-fiche__partie" },
    element("h3", {}, titre),
    ...contenu,
  );
}

/**
 * Returns the code that leads from paper to the page of the action: the site draws one beside each
 * of its pages, or none at all when it doesn't know its own address.
 * @param {string} url
 */
function makeCode(url) {
  if (!document.querySelector(".cat-qr")) return null;
  return element("img", {
    className: "cat-fiche__code",
    src: `${url}qr.svg#code`,
    alt: "Code qui mène à la page de l’action",
    loading: "lazy",
  });
}

function makeSignatures() {
  const boxes = SIGNATURES.map((titre) =>
    element(
      "div",
      { className: "cat-fiche__signature" },
      element("span", {}, titre),
      element("span", {}, "Date\u00a0:"),
    ),
  );
  return element("div", { className: "cat-fiche__signatures" }, ...boxes);
}
