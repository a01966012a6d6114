/**
 * The order of documents, once each has gathered its score and its words: a pure matter of
 * integers, the same in site_builder/search/moteur.py.
 */

/** Below so many documents that have all the words, others that have most of them follow. */
const ENOUGH = 5;
/**
 * A key holds, from the highest digits on: what a document is worth, whether the words are its
 * title, its score, its rank. It stays below 2 ** 53.
 */
const DOCUMENTS = 2 ** 20;
const SCORES = 2 ** 20;

/**
 * @typedef {import("./requete.mjs").Mot} Mot
 * @typedef {object} Notes what each document has gathered, by its rank
 * @property {number} size how many documents there are
 * @property {Int32Array} scores
 * @property {Int32Array} masks the words that it has
 * @property {Int32Array} titles those that its title has
 * @property {Uint8Array} titleWords how many words its title has
 * @property {Uint8Array} isGuide 1 for a guide, whose words count half but in its title
 */

/**
 * Returns the rank of the document of a key.
 * @param {number} key
 */
export const docOf = (key) => DOCUMENTS - 1 - (key % DOCUMENTS);

/**
 * Returns the mask of the words that some document has together: those that tell most come
 * first, one that no document has with those before is left.
 * @param {Notes} notes
 * @param {Mot[]} mots
 */
export function keep({ masks, isGuide }, mots) {
  const apart = keepAmong(masks.filter((_, doc) => !isGuide[doc]), mots);
  return apart || keepAmong(masks, mots);
}

/**
 * @param {Int32Array} masks
 * @param {Mot[]} mots
 */
function keepAmong(masks, mots) {
  const places = mots.map((_, place) => place).sort((one, other) => mots[other].poids - mots[one].poids || one - other);
  let kept = 0;
  for (const place of places) {
    const wanted = kept | (1 << place);
    if (masks.some((mask) => (mask & wanted) === wanted)) kept = wanted;
  }
  return kept;
}

/**
 * Returns a key for each document found, the greatest one for the best; and how many have all the
 * words kept.
 * @param {Notes} notes
 * @param {Mot[]} mots
 * @param {number} kept
 */
export function keysOf(notes, mots, kept) {
  const { masks, titles, isGuide } = notes;
  const most = 2 * tell(mots, kept);
  const full = [];
  const partial = [];
  /** Guides that have all the words. */
  const asides = [];
  for (let doc = 0; doc < notes.size; doc += 1) {
    const mask = masks[doc] & kept;
    const isAside = isGuide[doc] && (titles[doc] & kept) !== kept;
    if (mask === kept && !isAside) full.push(keyOf(notes, mots, kept, doc, most));
    else if (mask && full.length < ENOUGH) {
      const worth = tell(mots, mask) * (isAside ? 1 : 2);
      if (2 * worth >= most) partial.push(keyOf(notes, mots, kept, doc, worth));
    }
    if (mask === kept && isAside) asides.push(keyOf(notes, mots, kept, doc, most / 2));
  }
  const others = best(Float64Array.from(partial), Math.max(0, ENOUGH - full.length));
  return { keys: Float64Array.from(new Set([...full, ...others, ...asides])), complete: full.length };
}

/**
 * @param {Notes} notes
 * @param {Mot[]} mots
 * @param {number} kept
 * @param {number} doc
 * @param {number} worth how much the words that it has tell together, twice unless it is set aside
 */
function keyOf({ scores, titles, titleWords }, mots, kept, doc, worth) {
  const title = titles[doc];
  let size = 0;
  for (let place = 0; place < mots.length; place += 1) if ((title >> place) & 1) size += mots[place].size;
  const isTheTitle = (title & kept) === kept && size >= titleWords[doc] ? 1 : 0;
  return ((worth * 2 + isTheTitle) * SCORES + scores[doc]) * DOCUMENTS + (DOCUMENTS - 1 - doc);
}

/**
 * Returns how much the words of a mask tell together.
 * @param {Mot[]} mots
 * @param {number} mask
 */
function tell(mots, mask) {
  return mots.reduce((sum, mot, place) => sum + ((mask >> place) & 1 ? mot.poids : 0), 0);
}

/**
 * Returns the `limit` greatest keys, greatest first.
 * @param {Float64Array} keys
 * @param {number} limit
 */
export function best(keys, limit) {
  if (keys.length <= limit) return keys.slice().sort().reverse();
  const top = new Float64Array(limit);
  for (const key of keys) {
    if (key > top[limit - 1]) {
      let place = limit - 1;
      for (; place > 0 && top[place - 1] < key; place -= 1) top[place] = top[place - 1];
      top[place] = key;
    }
  }
  return top;
}

/**
 * @param {Mot[]} mots
 * @param {number} mask
 */
export function named(mots, mask) {
  return mots.filter((_, place) => (mask >> place) & 1).map((mot) => mot.folded);
}
