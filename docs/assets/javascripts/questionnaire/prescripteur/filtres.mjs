/** Filters of the results: by thématique, by parcours, by territoire. Pure. */

/** @typedef {import("./classement.mjs").Resultat} Resultat */

/**
 * A filter, the values on offer, and the one that is chosen (`""` for all).
 * @typedef {object} Filtre
 * @property {string} cle
 * @property {string} titre
 * @property {string} tout
 * @property {{valeur: string, nom: string}[]} options
 */

export class Filtres {
  /** @type {Record<string, string>} */
  choix = {};
  /** @type {Map<string, Record<string, Set<string>>>} what each action answers to, by filter */
  #valeurs = new Map();
  #enfants;

  /**
   * @param {any} json - data/eligibilite.json
   * @param {Iterable<string>} slugs - the actions that the reader may prescribe
   */
  constructor(json, slugs) {
    this.territoires = json.territoires;
    this.#enfants = childrenOf(json.territoires);
    const named = { thematique: new Set(), parcours: new Set(), territoire: new Set() };
    for (const slug of slugs) {
      const { thematiques = [], parcours = [], territoires = [] } = json.actions[slug];
      const natures = parcours.map((/** @type {{nature: string}} */ { nature }) => nature);
      thematiques.forEach((/** @type {string} */ valeur) => named.thematique.add(valeur));
      natures.forEach((/** @type {string} */ valeur) => named.parcours.add(valeur));
      territoires.forEach((/** @type {string} */ valeur) => named.territoire.add(valeur));
      const lieux = this.#around(territoires);
      this.#valeurs.set(slug, {
        thematique: new Set(thematiques),
        parcours: new Set(natures),
        territoire: lieux,
      });
    }
    const offer = (
      /** @type {Record<string, any>} */ all,
      /** @type {Set<string>} */ used,
      /** @type {(value: any) => string} */ nameOf,
    ) =>
      Object.entries(all)
        .filter(([valeur]) => used.has(valeur))
        .map(([valeur, value]) => ({ valeur, nom: nameOf(value) }));
    const itself = (/** @type {string} */ nom) => nom;
    /** @type {Filtre[]} */
    this.filtres = [
      {
        cle: "thematique",
        titre: "Thématique",
        tout: "Toutes",
        options: offer(json.thematiques, named.thematique, itself),
      },
      {
        cle: "parcours",
        titre: "Parcours",
        tout: "Tous",
        options: offer(json.parcours, named.parcours, itself),
      },
      {
        cle: "territoire",
        titre: "Territoire",
        tout: "Tous",
        options: offer(json.territoires, named.territoire, ({ nom }) => nom),
      },
    ].filter(({ options }) => options.length > 1);
  }

  /** Whether some filter is set. */
  get actifs() {
    return Object.values(this.choix).some(Boolean);
  }

  clear() {
    this.choix = {};
  }

  /**
   * Says whether an action passes the filters, one of them left out.
   * @param {string} slug
   * @param {string} [sauf]
   */
  accepts(slug, sauf) {
    return Object.entries(this.choix).every(
      ([cle, valeur]) => cle === sauf || !valeur || this.#answers(slug, cle, valeur),
    );
  }

  /**
   * @param {string} slug
   * @param {string} cle
   * @param {string} valeur
   */
  #answers(slug, cle, valeur) {
    const valeurs = this.#valeurs.get(slug)?.[cle];
    // An action of no territoire in particular is an action of all of them.
    return (
      valeurs !== undefined && (valeurs.has(valeur) || (cle === "territoire" && valeurs.size === 0))
    );
  }

  /**
   * Returns how many of some actions each value of a filter would leave, the other filters kept.
   * @param {Filtre} filtre
   * @param {string[]} slugs
   * @returns {Map<string, number>}
   */
  count({ cle, options }, slugs) {
    const counts = new Map(options.map(({ valeur }) => [valeur, 0]));
    for (const slug of slugs) {
      if (!this.accepts(slug, cle)) continue;
      const valeurs = this.#valeurs.get(slug)?.[cle] ?? new Set();
      const everywhere = cle === "territoire" && valeurs.size === 0;
      for (const valeur of everywhere ? counts.keys() : valeurs) {
        const count = counts.get(valeur);
        if (count !== undefined) counts.set(valeur, count + 1);
      }
    }
    return counts;
  }

  /**
   * Returns the territoires, those that they lie in, and those that lie in them.
   * @param {string[]} slugs
   */
  #around(slugs) {
    const found = new Set();
    for (const slug of slugs) {
      for (let at = slug; at !== undefined && !found.has(at); at = this.territoires[at]?.parent)
        found.add(at);
      const inside = [...(this.#enfants.get(slug) ?? [])];
      for (const child of inside) {
        if (found.has(child)) continue;
        found.add(child);
        inside.push(...(this.#enfants.get(child) ?? []));
      }
    }
    return found;
  }
}

/**
 * @param {Record<string, {parent?: string}>} territoires
 * @returns {Map<string, string[]>}
 */
function childrenOf(territoires) {
  const enfants = new Map();
  for (const [slug, { parent }] of Object.entries(territoires)) {
    if (parent !== undefined) enfants.set(parent, [...(enfants.get(parent) ?? []), slug]);
  }
  return enfants;
}
