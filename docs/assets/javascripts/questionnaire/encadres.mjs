/** What stands beside the conditions of an action: its priorities, what would change the result. */

import { element } from "./dom.mjs";
import { icone } from "./icones.mjs";
import { joinPhrases, phraseChangements } from "./phrases.mjs";

/** @typedef {import("./criteres.mjs").Raison} Raison */

/**
 * Returns the criteria that give priority, those that the person meets first.
 * @param {Raison[]} prioritaires
 * @param {string} lecteur
 * @returns {HTMLElement | null}
 */
export function renderPriorites(prioritaires, lecteur) {
  if (!prioritaires.length) return null;
  const met = prioritaires.filter(({ etat }) => etat === "satisfaite");
  const who = {
    beneficiaire: "Vous êtes prioritaire",
    prescripteur: "La personne est prioritaire",
  }[lecteur];
  const titre = met.length && who ? who : "Sont prioritaires";
  const shown = met.length && who ? met : prioritaires;
  return element(
    "div",
    { className: `cat-priorites${met.length ? " cat-priorites--remplies" : ""}` },
    element("p", { className: "cat-priorites__titre" }, icone("prioritaire"), `${titre}\u00a0:`),
    element(
      "ul",
      { className: "cat-priorites__liste" },
      ...shown.map(({ phrase }) => element("li", {}, phrase)),
    ),
    !met.length &&
      element("p", { className: "cat-priorites__note" }, "Ces critères n’excluent personne."),
  );
}

/**
 * Returns the smallest changes of answers that would give a better result: what all of them
 * have in common first, then what tells them apart.
 * @param {{questions: string[], criteres: Raison[]}[]} changements - what `changements` returns
 * @param {import("./phrases.mjs").Resultat} resultat
 * @returns {HTMLElement | null}
 */
export function renderChangements(changements, resultat) {
  const choices = changements.map(({ criteres }) => criteres.map(({ phrase }) => phrase));
  if (!choices.some((phrases) => phrases.length)) return null;
  const shared = choices[0].filter((phrase) =>
    choices.every((phrases) => phrases.includes(phrase)),
  );
  const apart = choices.map((phrases) => phrases.filter((phrase) => !shared.includes(phrase)));
  const choice = apart.every((phrases) => phrases.length) ? apart.map(joinPhrases) : [];
  const titre = phraseChangements(resultat, !shared.length && choice.length > 0);
  return element(
    "div",
    { className: "cat-changements" },
    element("p", { className: "cat-changements__titre" }, titre),
    element(
      "ul",
      { className: "cat-changements__liste" },
      ...(shared.length ? shared : choice).map((phrase) => element("li", {}, phrase)),
      shared.length > 0 && choice.length > 0 && renderChoice(choice),
    ),
  );
}

/** @param {string[]} phrases */
function renderChoice(phrases) {
  return element(
    "li",
    {},
    "et, au choix\u00a0:",
    element("ul", {}, ...phrases.map((phrase) => element("li", {}, phrase))),
  );
}
