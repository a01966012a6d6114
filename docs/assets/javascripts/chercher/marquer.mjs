/** Shows which words of a text were searched. */

/**
 * Returns a text whose marked parts are `mark` elements.
 * @param {string} text
 * @param {[number, number][]} marks where each part begins and ends, in order
 * @returns {DocumentFragment}
 */
export function markedText(text, marks) {
  const made = document.createDocumentFragment();
  let end = 0;
  for (const [from, to] of marks) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    made.append(text.slice(end, from), mark);
    end = to;
  }
  made.append(text.slice(end));
  return made;
}
