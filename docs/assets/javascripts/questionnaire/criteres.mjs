/** The conditions of an action, each marked with what the answers say of it. */

import { makeLink } from "./commandes.mjs";
import { element, spoken } from "./dom.mjs";
import { icone } from "./icones.mjs";
import { phraseAppreciation, phraseEtat } from "./phrases.mjs";

/**
 * A leaf of a rule and its state.
 * @typedef {object} Raison
 * @property {string} phrase
 * @property {"satisfaite" | "non_satisfaite" | "inconnue" | "appreciation"} etat
 * @property {string} [question]
 * @property {string | string[]} [territoire]
 * @property {string} [public_cible]
 * @property {string} [appreciation]
 * @property {string} [nature]
 * @property {boolean} [exclu]
 * @property {boolean} [inutile] - another branch is enough
 */

/**
 * @typedef {object} Groupe
 * @property {"toutes" | "une_de" | "aucune"} genre
 * @property {Raison["etat"]} etat
 * @property {Noeud[]} enfants
 */
/** @typedef {Groupe | Raison} Noeud */
/**
 * A group as it is shown.
 * @typedef {object} GroupeVu
 * @property {"toutes" | "une_de"} genre
 * @property {Raison["etat"]} etat
 * @property {Vue[]} enfants
 * @property {boolean} [inutile]
 */
/** @typedef {GroupeVu | Raison} Vue */

/**
 * What a list of criteria may offer beside its sentences.
 * @typedef {object} Liens
 * @property {import("./phrases.mjs").Lecteur} [lecteur] - who reads, the person by default
 * @property {(question: string) => void} [onEdit] - asks a question again
 * @property {string} [lieu] - the question that a territoire is compared with
 * @property {(publicCible: string) => string | null} [adresse] - of a public's sheet
 */

const TITRES = {
  toutes: "Toutes ces conditions",
  une_de: "Au moins une de ces conditions",
};

/**
 * Returns the conditions of a rule as nested lists; what only gives priority is left out.
 * @param {Noeud} arbre - what `explain` returns
 * @param {Liens} [liens]
 * @returns {HTMLElement | null} nothing when there is no condition to show
 */
export function renderCriteres(arbre, liens = {}) {
  const items = listCriteres(arbre);
  return items.length ? renderList(items, liens, "cat-criteres") : null;
}

/**
 * Returns how many conditions hold, out of how many: where one of several is enough, they count
 * for one.
 * @param {Noeud} arbre
 * @returns {{remplies: number, toutes: number}}
 */
export function countCriteres(arbre) {
  const items = listCriteres(arbre);
  return {
    remplies: items.filter(({ etat }) => etat === "satisfaite").length,
    toutes: items.length,
  };
}

/**
 * Returns what must all hold.
 * @param {Noeud} arbre
 * @returns {Vue[]}
 */
function listCriteres(arbre) {
  const vue = simplify(arbre, false);
  if (!vue) return [];
  const marked = markUseless(vue, false);
  return "genre" in marked && marked.genre === "toutes" ? marked.enfants : [marked];
}

/**
 * Marks what no longer counts: where one condition is enough and holds, those that don't.
 * @param {Vue} vue
 * @param {boolean} inutile
 * @returns {Vue}
 */
function markUseless(vue, inutile) {
  const useless = inutile && vue.etat !== "satisfaite";
  if (!("genre" in vue)) return useless ? { ...vue, inutile: true } : vue;
  const chosen = vue.genre === "une_de" && vue.etat === "satisfaite";
  const enfants = vue.enfants.map((enfant) => markUseless(enfant, inutile || chosen));
  return useless ? { ...vue, enfants, inutile: true } : { ...vue, enfants };
}

/**
 * Returns what is shown of a tree: no leaf that only gives priority, no empty group, and none
 * that says nothing of its own. The leaves of « aucune » come with the sentence that denies
 * them: « none of these is true » is shown as « all of their contraries are », which needs no
 * « no » in the title and gives ✓ one meaning everywhere.
 * @param {Noeud} noeud
 * @param {boolean} exclu - within an odd number of « aucune »
 * @returns {Vue | null}
 */
function simplify(noeud, exclu) {
  if (!("genre" in noeud)) return noeud.nature === "prioritaire" ? null : noeud;
  const inside = exclu !== (noeud.genre === "aucune");
  const enfants = noeud.enfants
    .map((enfant) => simplify(enfant, inside))
    .filter((enfant) => enfant !== null);
  if (enfants.length < 2) return enfants[0] ?? null;
  const genre = (noeud.genre === "toutes") !== inside ? "toutes" : "une_de";
  const merged = enfants.flatMap((enfant) =>
    "genre" in enfant && enfant.genre === genre ? enfant.enfants : [enfant],
  );
  return { genre, etat: noeud.etat, enfants: merged };
}

/**
 * @param {Vue[]} noeuds
 * @param {Liens} liens
 * @param {string} className
 */
function renderList(noeuds, liens, className) {
  return element("ul", { className }, ...noeuds.map((noeud) => renderNoeud(noeud, liens)));
}

/**
 * @param {Vue} noeud
 * @param {Liens} liens
 */
function renderNoeud(noeud, liens) {
  if (!("genre" in noeud)) return renderRaison(noeud, liens);
  return element(
    "li",
    { className: `cat-critere cat-critere--${displayed(noeud)}` },
    renderEtat(displayed(noeud), liens.lecteur),
    element(
      "div",
      { className: "cat-critere__groupe" },
      element("strong", {}, `${TITRES[noeud.genre]}\u00a0:`),
      renderList(noeud.enfants, liens, "cat-criteres cat-criteres--groupe"),
    ),
  );
}

/**
 * @param {Raison} raison
 * @param {Liens} liens
 */
function renderRaison(raison, liens) {
  const etat = displayed(raison);
  return element(
    "li",
    { className: `cat-critere cat-critere--${etat}` },
    renderEtat(etat, liens.lecteur),
    element(
      "div",
      { className: "cat-critere__phrase" },
      renderPhrase(raison, liens),
      etat === "appreciation" &&
        element("span", { className: "cat-critere__note" }, phraseAppreciation(liens.lecteur)),
      etat !== "inutile" && renderEdit(raison, liens),
    ),
  );
}

/** The state that is shown. @param {Vue} vue */
function displayed({ etat, inutile }) {
  return inutile ? "inutile" : etat;
}

/**
 * Returns the drawing of a state, and its words for those who listen.
 * @param {Raison["etat"] | "inutile"} etat
 * @param {import("./phrases.mjs").Lecteur} [lecteur]
 */
export function renderEtat(etat, lecteur) {
  return element(
    "span",
    { className: `cat-etat cat-etat--${etat}` },
    icone(etat),
    spoken(`${phraseEtat(etat, lecteur)}\u00a0: `),
  );
}

/**
 * @param {Raison} raison
 * @param {Liens} liens
 */
function renderPhrase({ phrase, public_cible: publicCible }, { adresse }) {
  const href = publicCible && adresse?.(publicCible);
  return href ? element("a", { href }, phrase) : element("span", {}, phrase);
}

/**
 * Returns a button that asks again the question of a criterion, or nothing when none settles it.
 * @param {Raison} raison
 * @param {Liens} liens
 */
function renderEdit(raison, { onEdit, lieu }) {
  const question = raison.question ?? (raison.territoire && lieu);
  if (!onEdit || !question || raison.etat === "satisfaite") return null;
  const words = raison.etat === "inconnue" ? "Répondre" : "Modifier la réponse";
  return makeLink(words, () => onEdit(question), raison.phrase);
}
