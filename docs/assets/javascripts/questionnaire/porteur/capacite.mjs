/** What the posts of an organisation allow, and what its places ask for. */

import { makeButton } from "../commandes.mjs";
import { element } from "../dom.mjs";
import {
  compare,
  decimal,
  formatAmount,
  formatCents,
  formatCount,
  formatDecimal,
  isWhole,
  multiply,
} from "./nombres.mjs";
import { estimate, exceeds, placesFor, postesFor } from "./simulation.mjs";

/** @typedef {import("./nombres.mjs").Decimal} Decimal */
/** @typedef {import("./estimation.mjs").Simulation} Simulation */

/**
 * @typedef {object} Capacite
 * @property {number} [file_active]
 * @property {number} [places_max_par_etp]
 * @property {string} [precisions]
 */

const PLACES = /** @type {const} */ (["place", "places"]);
const PERSONNES = /** @type {const} */ (["personne suivie", "personnes suivies"]);
const ETP = /** @type {const} */ (["ETP", "ETP"]);

/**
 * @param {Simulation} simulation
 * @param {Capacite | undefined} capacite
 * @param {(places: Decimal) => void} onPlaces
 * @returns {HTMLElement | null}
 */
export function makeCapacite(simulation, capacite, onPlaces) {
  if (!capacite) return null;
  const { file_active: active, places_max_par_etp: most, precisions } = capacite;
  return element(
    "section",
    { className: "cat-simulateur__calcul" },
    element("h4", {}, "Capacité"),
    active !== undefined &&
      element(
        "p",
        {},
        `File active\u00a0: ${formatCount(decimal(active), PERSONNES)} en même temps.`,
      ),
    most
      ? element("p", {}, `${formatCount(decimal(most), PLACES)} au plus pour 1\u00a0ETP.`)
      : null,
    most ? makeNeed(simulation, most) : null,
    most ? makeOffer(simulation, most, onPlaces) : null,
    precisions &&
      element(
        "details",
        { className: "cat-pli" },
        element("summary", {}, "Ce que dit le texte sur la capacité"),
        element("p", { className: "cat-porter__texte" }, precisions),
      ),
  );
}

/**
 * The greatest number of places that a line counts: lines pay for the same places.
 * @param {Simulation} simulation
 * @returns {Decimal | null}
 */
function placesOf({ lignes }) {
  return lignes.reduce((/** @type {Decimal | null} */ most, { ligne, estimation }) => {
    if (ligne.unite !== "place" || !estimation) return most;
    return most === null || compare(estimation.quantite, most) > 0 ? estimation.quantite : most;
  }, null);
}

/**
 * How many posts the places ask for.
 * @param {Simulation} simulation
 * @param {number} most
 */
function makeNeed(simulation, most) {
  const places = placesOf(simulation);
  if (places === null || places.n === 0n) return null;
  return element(
    "p",
    { className: "cat-simulateur__formule" },
    element("span", {}, "nombre de places ÷ places par ETP"),
    element(
      "strong",
      {},
      `${formatCount(places, PLACES)} ÷ ${formatDecimal(decimal(most))}`,
      describeQuotient(postesFor(places, most)),
    ),
  );
}

/**
 * Returns « = 0,4 ETP » or « , soit environ 1,43 ETP »: the text gives no rule to round by.
 * @param {import("./simulation.mjs").Postes} postes
 */
function describeQuotient({ quotient, exact }) {
  if (exact) return ` = ${formatCount(quotient, ETP)}`;
  const least = { n: 1n, scale: quotient.scale };
  return quotient.n === 0n
    ? `, soit moins de ${formatCount(least, ETP)}`
    : `, soit environ ${formatCount(quotient, ETP)}`;
}

/**
 * How many places the posts allow, and what they would bring.
 * @param {Simulation} simulation
 * @param {number} most
 * @param {(places: Decimal) => void} onPlaces
 */
function makeOffer(simulation, most, onPlaces) {
  const { etp, lignes } = simulation;
  if (etp === null) return null;
  const allowed = placesFor(etp, most);
  const places = placesOf(simulation);
  const paid = lignes.filter(({ ligne }) => ligne.unite === "place");
  return [
    element(
      "p",
      { className: "cat-simulateur__formule" },
      element("span", {}, "nombre d’ETP × places par ETP"),
      element(
        "strong",
        {},
        `${formatCount(etp, ETP)} × ${formatDecimal(decimal(most))} = `,
        `${describeAllowed(etp, most)} au plus`,
      ),
      paid.map(({ ligne }) => {
        const whole = estimate(ligne, { quantite: allowed });
        return (
          whole &&
          element(
            "strong",
            {},
            `${formatCount(allowed, PLACES)} × ${formatAmount(whole.montant)} = `,
            `${formatCents(whole.maximum)} au plus`,
          )
        );
      }),
    ),
    places !== null &&
      exceeds(places, etp, most) &&
      element(
        "p",
        { className: "cat-simulateur__alerte" },
        `${formatCount(places, PLACES)}, c’est plus que le maximum `,
        `de ${formatCount(allowed, PLACES)} pour ${formatCount(etp, ETP)}.`,
      ),
    paid.length > 0 &&
      allowed.n > 0n &&
      (places === null || compare(places, allowed) !== 0) &&
      makeButton(
        `Calculer avec ${formatCount(allowed, PLACES)}`,
        () => onPlaces(allowed),
        "secondaire",
      ),
  ];
}

/**
 * Returns « 375 places », or « 387,5, soit 387 places » when the product is not whole.
 * @param {Decimal} etp
 * @param {number} most
 */
function describeAllowed(etp, most) {
  const [product, allowed] = [multiply(etp, decimal(most)), placesFor(etp, most)];
  const count = formatCount(allowed, PLACES);
  return isWhole(product) ? count : `${formatDecimal(product)}, soit ${count}`;
}
