/**
 * The search of the site: from a query to records, best first.
 *
 * Pure: no page, no network, no clock. Whoever calls it fetches the files of `recherche/`, whose
 * form is described in site_builder/search/index.py:
 *
 *     const index = openIndex(await fetchJson("recherche/index.….json"));
 *     for (const name of missing(index, query)) supply(index, name, await fetchJson(`recherche/${name}`));
 *     const { results, total, dropped, corrections } = search(index, query, { limit: 10 });
 *     const { kind, titre, precision, url } = documentOf(index, results[0].doc);
 *
 * Its twin in Python is `site_builder.search.moteur`: same results, same order, same scores.
 */

export { documentOf, missing, openIndex, search, supply } from "./recherche/moteur.mjs";
export { marks } from "./recherche/marques.mjs";
export { fold } from "./recherche/langue.mjs";
