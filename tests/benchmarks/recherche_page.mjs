/** Engines under the same roof: each opens in a page, then answers one query after another. */

const json = async (name) => (await fetch(`/${name}`)).json();

/** Words as peers are given them: folded, apart. */
const wordsOf = (query) =>
  query
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Mistakes forgiven in a word. */
const mistakes = (word) => (word.length > 7 ? 2 : word.length > 3 ? 1 : 0);

const OPEN = {
  async site() {
    const { missing, openIndex, search, supply } = await import("/recherche.mjs");
    const { first, texts } = await json("files.json");
    const start = performance.now();
    const index = openIndex(JSON.parse(texts[first]));
    const opening = performance.now() - start;
    return {
      opening,
      prepare: (query) => {
        const names = missing(index, query);
        for (const name of names) supply(index, name, JSON.parse(texts[name]));
      },
      // As if the query had just been typed: it is read again.
      answer: (query) => search(index, `${query} `, { limit: 10 }).total,
    };
  },
  async lunr() {
    const { default: lunr } = await import("/lunr.mjs");
    const text = await (await fetch("/lunr.json")).text();
    const start = performance.now();
    const index = lunr.Index.load(JSON.parse(text));
    const opening = performance.now() - start;
    const ask = (words) => (asked) => {
      for (const word of words) {
        asked.term(word, { boost: 8 });
        asked.term(word, { boost: 4, wildcard: lunr.Query.wildcard.TRAILING });
        if (mistakes(word)) asked.term(word, { editDistance: mistakes(word) });
      }
    };
    return { opening, answer: (query) => index.query(ask(wordsOf(query))).length };
  },
  async minisearch() {
    const { default: MiniSearch } = await import("/minisearch.mjs");
    const text = await (await fetch("/minisearch.json")).text();
    const start = performance.now();
    const index = MiniSearch.loadJSON(text, { fields: ["titre", "alias", "resume", "themes", "corps", "mots"] });
    const opening = performance.now() - start;
    const options = { prefix: true, fuzzy: mistakes, combineWith: "AND" };
    return { opening, answer: (query) => index.search(wordsOf(query).join(" "), options).length };
  },
};

/**
 * Opens an engine, then times each query, files loaded. The page keeps the engine, so that its
 * memory can be counted.
 */
export async function run(name, queries) {
  const engine = await OPEN[name]();
  globalThis.engine = engine;
  for (const query of queries) engine.prepare?.(query);
  const times = queries.map((query) => {
    const start = performance.now();
    engine.answer(query);
    return performance.now() - start;
  });
  return { opening: engine.opening, times };
}

/** Names the files that each query needs besides the first one, when it is the first query. */
export async function needs(queries) {
  const { missing, openIndex } = await import("/recherche.mjs");
  const { first, texts } = await json("files.json");
  const index = openIndex(JSON.parse(texts[first]));
  return queries.map((query) => missing(index, query));
}
