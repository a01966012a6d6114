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

/**
 * Names the files that each query needs besides the first one, when it is the first query: of the
 * index, then of the summaries of the actions that a page of results shows.
 */
export async function needs(queries) {
  const { missing, openIndex, search, supply } = await import("/recherche.mjs");
  const { first, texts, facettes } = await json("files.json");
  const { resumes } = JSON.parse(texts[facettes]);
  const index = openIndex(JSON.parse(texts[first]));
  const filled = openIndex(JSON.parse(texts[first]));
  return queries.map((query) => {
    for (const name of missing(filled, query)) supply(filled, name, JSON.parse(texts[name]));
    const { results } = search(filled, query, { kinds: ["actions"], limit: 20 });
    const ranks = new Set(results.map(({ doc }) => Math.floor(doc / resumes.taille)));
    return [missing(index, query), Array.from(ranks, (rank) => `resumes.${rank}.${resumes.empreinte}.json`)];
  });
}

/** Times the opening of the facets, then each pass of the filters, all files loaded. */
export async function filters(selections) {
  const { filter, missing, openFacettes, sort, supply } = await import("/explorateur/facettes.mjs");
  const { texts, facettes: first } = await json("files.json");
  const start = performance.now();
  const facettes = openFacettes(JSON.parse(texts[first]), "2025-01-01");
  const opening = performance.now() - start;
  const cles = facettes.facettes.map(({ cle }) => cle);
  for (const [cle, name] of missing(facettes, [...cles, "maj"])) supply(facettes, cle, JSON.parse(texts[name]));
  const times = selections.map((selection) => {
    const chosen = new Map(selection.map(([cle, values]) => [cle, new Set(values)]));
    const begun = performance.now();
    sort(facettes, filter(facettes, chosen).passing, { tri: "nom" });
    return performance.now() - begun;
  });
  return { opening, times };
}
