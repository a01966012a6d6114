/** The values of a facet that are worth showing, those within another under it. Pure. */

import { fold } from "../recherche.mjs";

/** From how many values on the most frequent come first: nobody reads the others in order. */
export const MANY = 16;

export class Arbre {
  /** @type {Map<number, number[]>} */
  #children = new Map();
  #folded;
  #parents;

  /** @param {import("./facettes.mjs").Facette} facette - whose values were supplied */
  constructor({ noms, parents, colonne }) {
    const totals = colonne?.totaux ?? new Int32Array(noms.length);
    this.#parents = parents;
    this.#folded = noms.map(fold);
    const useful = Array.from(totals, Boolean);
    // A value stands after the one above it: from the last on, each tells the one above.
    if (parents) for (let rank = noms.length - 1; rank >= 0; rank -= 1) if (useful[rank] && parents[rank] >= 0) useful[parents[rank]] = true;
    /** Values that some action has, or that hold one. @type {number[]} */
    this.all = noms.flatMap((_, rank) => (useful[rank] ? [rank] : []));
    /** Those that stand within no other. @type {number[]} */
    this.tops = [];
    for (const rank of this.all) {
      const parent = parents?.[rank] ?? -1;
      const siblings = this.#children.get(parent);
      if (parent < 0) this.tops.push(rank);
      else if (siblings) siblings.push(rank);
      else this.#children.set(parent, [rank]);
    }
    if (!parents && this.all.length >= MANY) this.tops.sort((one, other) => totals[other] - totals[one] || one - other);
  }

  /**
   * Returns all that stands within a value, each after what it stands in.
   * @param {number} rank
   * @returns {number[]}
   */
  within(rank) {
    return (this.#children.get(rank) ?? []).flatMap((child) => [child, ...this.within(child)]);
  }

  /**
   * Returns the highest value above.
   * @param {number} rank
   * @returns {number}
   */
  topOf(rank) {
    const parent = this.#parents?.[rank] ?? -1;
    return parent < 0 ? rank : this.topOf(parent);
  }

  /**
   * Returns the values whose names have the letters typed.
   * @param {string} typed
   * @param {number} most
   */
  find(typed, most) {
    const wanted = fold(typed).trim();
    return this.all.filter((rank) => this.#folded[rank].includes(wanted)).slice(0, most);
  }
}
