/**
 * Small numbers as characters: what site_builder/search/signes.py writes.
 *
 * A sign is one of the 91 characters from « # » to « ~ » without the backslash.
 */

const FIRST = 35;
const BACKSLASH = 92;
/** The last digit of a number is below; the signs above are digits that go before it. */
const LAST = 60;
const HIGHER = 31;

/** @param {number} code */
const rankOf = (code) => (code > BACKSLASH ? code - FIRST - 1 : code - FIRST);

/**
 * Returns the number of each sign.
 * @param {string} signs
 */
export function decodeSigns(signs) {
  const numbers = new Uint8Array(signs.length);
  for (let place = 0; place < signs.length; place += 1) numbers[place] = rankOf(signs.charCodeAt(place));
  return numbers;
}

/**
 * Writes the increasing ranks that `signs` tell into `ranks`, from `at` on; returns where it ends.
 * @param {string} signs
 * @param {Int32Array} ranks
 * @param {number} at
 */
export function decodeRanks(signs, ranks, at) {
  let end = at;
  let expected = 0;
  let higher = 0;
  for (let place = 0; place < signs.length; place += 1) {
    const digit = rankOf(signs.charCodeAt(place));
    if (digit >= LAST) {
      higher = higher * HIGHER + digit - LAST + 1;
    } else {
      const rank = expected + higher * LAST + digit;
      ranks[end] = rank;
      end += 1;
      expected = rank + 1;
      higher = 0;
    }
  }
  return end;
}

/**
 * Returns the numbers that `signs` tell one after the other, each from 0 on.
 * @param {string} signs
 * @returns {number[]}
 */
export function decodeGaps(signs) {
  const numbers = [];
  let higher = 0;
  for (let place = 0; place < signs.length; place += 1) {
    const digit = rankOf(signs.charCodeAt(place));
    if (digit >= LAST) {
      higher = higher * HIGHER + digit - LAST + 1;
    } else {
      numbers.push(higher * LAST + digit);
      higher = 0;
    }
  }
  return numbers;
}
