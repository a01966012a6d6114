/** The results of an organisation: the actions by group, each with what it asks and brings. */

import { evaluate } from "../../eligibilite.mjs";
import { makeButton } from "../commandes.mjs";
import { element, spoken } from "../dom.mjs";
import { renderResultat, RESULTATS, titreResultat } from "../resultats.mjs";
import { describeEtat, etatAppel } from "./appels.mjs";
import { makeListe } from "./liste.mjs";
import { hasAmount } from "./simulateur.mjs";

/** @typedef {import("../donnees.mjs").Donnees} Donnees */
/** @typedef {import("../reponses.mjs").Valeur} Valeur */
/** @typedef {{slug: string, action: any, evaluation: any}} Resultat */

/** The group of what no organisation may ask for today: it says nothing of this one. */
const FERMEES = "fermee";

const CHAPEAUX = {
  oui: "D’après vos réponses, votre structure remplit toutes les conditions.",
  "sous-reserve": "D’après vos réponses, rien ne s’y oppose. Le Département vérifie le reste.",
  "a-preciser": "Répondez aux points marqués «\u00a0?\u00a0».",
  "plus-tard": "Votre structure pourra se présenter quand la date sera venue.",
  [FERMEES]: "Quelles que soient vos réponses.",
};

/**
 * Returns the results of actions, by group: their result, or `FERMEES`; in a group, by closing day of the call, then by name.
 * @param {Map<string, any>} regles
 * @param {Donnees} donnees
 * @param {Record<string, Valeur>} reponses
 * @returns {Map<string, Resultat[]>}
 */
export function sortResultats(regles, { json, contexte }, reponses) {
  const sorted = new Map(
    [...RESULTATS, FERMEES].map((groupe) => [groupe, /** @type {Resultat[]} */ ([])]),
  );
  for (const [slug, regle] of regles) {
    const evaluation = evaluate(regle, reponses, contexte);
    sorted.get(groupOf(evaluation))?.push({ slug, action: json.actions[slug], evaluation });
  }
  const names = new Intl.Collator("fr", { numeric: true });
  const closing = (/** @type {Resultat} */ { action }) =>
    etatAppel(action, contexte.date) === "clos" ? "9999" : (action.appel?.cloture ?? "9998");
  for (const list of sorted.values()) {
    list.sort((one, other) => {
      const [first, second] = [closing(one), closing(other)];
      return first === second
        ? names.compare(one.action.nom, other.action.nom)
        : first < second
          ? -1
          : 1;
    });
  }
  return sorted;
}

/**
 * Whatever the answers, an action that is closed is « non »: that is no judgement on them.
 * @param {any} evaluation
 * @returns {string}
 */
function groupOf({ resultat, disponibilite }) {
  return resultat === "non" && disponibilite ? FERMEES : resultat;
}

/** What is said of a number of actions, one or more. @type {Record<string, [string, string]>} */
const COMPTES = {
  oui: ["action possible", "actions possibles"],
  "sous-reserve": ["à vérifier avec le Département", "à vérifier avec le Département"],
  "a-preciser": ["à compléter", "à compléter"],
  "plus-tard": ["plus tard", "plus tard"],
  non: ["ne correspond pas", "ne correspondent pas"],
  [FERMEES]: ["plus proposée en ce moment", "plus proposées en ce moment"],
};

/**
 * Says the results in a sentence, for those who listen and for the bar of the page.
 * @param {Map<string, Resultat[]>} sorted
 */
export function describeResultats(sorted) {
  const parts = [...sorted].flatMap(([resultat, { length }]) =>
    length ? [`${length}\u00a0${COMPTES[resultat][length > 1 ? 1 : 0]}`] : [],
  );
  return parts.length
    ? `Résultats\u00a0: ${parts.join(", ")}`
    : "Aucune action n’a de conditions pour les structures";
}

/**
 * @typedef {object} Options
 * @property {Donnees} donnees
 * @property {Record<string, Valeur>} reponses
 * @property {(question: string) => void} onEdit
 * @property {(slug: string) => void} onSimulate
 * @property {boolean} deplie - the last group, of what doesn't fit, is open
 */

/**
 * @param {Map<string, Resultat[]>} sorted
 * @param {Options} options
 * @returns {HTMLElement[]}
 */
export function makeGroupes(sorted, options) {
  return [...sorted]
    .filter(([, list]) => list.length)
    .map(([resultat, list]) => makeGroupe(resultat, list, options));
}

/**
 * @param {string} resultat
 * @param {Resultat[]} list
 * @param {Options} options
 */
function makeGroupe(resultat, list, options) {
  const titre =
    resultat === FERMEES
      ? "Plus proposé en ce moment"
      : titreResultat(/** @type {any} */ (resultat), "porteur");
  const count = element(
    "span",
    { className: "cat-porter__compte" },
    String(list.length),
    spoken(list.length > 1 ? " actions" : " action"),
  );
  const cards = makeListe({
    items: list,
    textOf: ({ action }) => action.nom,
    makeItem: (item) => element("li", {}, makeCarte(item, options)),
    libelle: "Chercher par nom dans ce groupe",
    className: "cat-porter__cartes",
  });
  const className = `cat-porter__groupe cat-porter__groupe--${resultat}`;
  if (resultat === "non") {
    return element(
      "details",
      { className: `cat-pli ${className}`, open: options.deplie },
      element("summary", {}, element("h3", {}, `${titre} `, count)),
      cards,
    );
  }
  return element(
    "section",
    { className },
    element("h3", {}, `${titre} `, count),
    element(
      "p",
      { className: "cat-aide" },
      CHAPEAUX[/** @type {keyof typeof CHAPEAUX} */ (resultat)],
    ),
    cards,
  );
}

/**
 * @param {Resultat} item
 * @param {Options} options
 */
function makeCarte({ slug, action, evaluation }, { donnees, reponses, onEdit, onSimulate }) {
  const { date } = donnees.contexte;
  const contenu = [
    makePortage(action),
    hasAmount(action) &&
      makeButton("Estimer le financement", () => onSimulate(slug), "secondaire", action.nom),
  ];
  const card = renderResultat(slug, { donnees, reponses, evaluation, niveau: 4, onEdit, contenu });
  // The summary of an action speaks to the person who would benefit from it.
  card.querySelector(".cat-resultat__resume")?.remove();
  if (groupOf(evaluation) === FERMEES)
    card.querySelector(".cat-resultat__conditions")?.removeAttribute("open");
  if (etatAppel(action, date) === "ouvert") {
    const words = element(
      "p",
      { className: "cat-porter__appel" },
      `Appel à projets ouvert ${describeEtat(action, date)}.`,
    );
    card.querySelector("h4")?.after(words);
  }
  return card;
}

/** @param {{portage?: any}} action */
function makePortage({ portage }) {
  const parts = [
    makeTexte("Qui peut la porter", portage?.description),
    makeListeTextes("Ce qui est demandé", portage?.exigences),
    makeListeTextes("Critères de sélection", portage?.criteres_selection),
    makeTexte("La procédure", portage?.procedure),
    makeTexte("Comment répondre à l’appel", portage?.depot),
    makeTexte("Le bilan à rendre", portage?.bilan),
  ].filter((part) => part !== null);
  if (!parts.length) return null;
  return element(
    "details",
    { className: "cat-pli cat-porter__portage" },
    element("summary", {}, "Ce qui est demandé aux structures"),
    ...parts.flat(),
  );
}

/**
 * @param {string} titre
 * @param {string | undefined} texte
 */
function makeTexte(titre, texte) {
  return texte
    ? [element("h5", {}, titre), element("p", { className: "cat-porter__texte" }, texte)]
    : null;
}

/**
 * @param {string} titre
 * @param {string[] | undefined} textes
 */
function makeListeTextes(titre, textes) {
  return textes?.length
    ? [
        element("h5", {}, titre),
        element("ul", {}, ...textes.map((texte) => element("li", {}, texte))),
      ]
    : null;
}
