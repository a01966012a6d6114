/**
 * Keeps the whole catalogue on the device, and forgets it. What is kept goes into a cache named
 * after the version of the list; the list itself goes in last, so that a cache that holds it is
 * complete. The former version stays until then.
 */

import { RACINE } from "./service.mjs";

/**
 * @typedef {object} Faits - hors-connexion/catalogue.json
 * @property {string} version
 * @property {number} pages
 * @property {number} octets - what they weigh on the device
 * @property {string} liste - the name of the list
 *
 * @typedef {object} Etat
 * @property {"absent" | "partiel" | "complet" | "ancien"} nom
 * @property {Date} [date] - of what is kept whole
 */

/** As in docs/service-worker.js. */
const PREFIXE = `catalogue ${RACINE} `;
const CATALOGUE = `${PREFIXE}catalogue `;
const VISITES = `${PREFIXE}visites`;
const FOLDER = new URL("hors-connexion/", RACINE).href;
/** Under what the list of a cache is kept. */
const LISTE = `${FOLDER}liste.json`;
const AT_ONCE = 6;
/** What an escaped text may hold. @type {Record<string, string>} */
const SIGNES = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

/** The device has no room for what was to be kept. */
export class PlaceInsuffisante extends Error {}

/**
 * Returns what there is to keep.
 * @returns {Promise<Faits>}
 */
export async function readFaits() {
  return (await download(`${FOLDER}catalogue.json`, "no-cache")).json();
}

/**
 * Says what is kept.
 * @param {Faits} faits
 * @returns {Promise<Etat>}
 */
export async function readEtat(faits) {
  const names = await cacheNames();
  const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).match(LISTE)));
  const rank = names.indexOf(CATALOGUE + faits.version);
  const complete = lists[rank] ?? lists.find(Boolean);
  const date = complete && new Date(complete.headers.get("date") ?? 0);
  if (lists[rank]) return { nom: "complet", date };
  if (rank >= 0) return { nom: "partiel", date };
  return { nom: complete ? "ancien" : "absent", date };
}

/**
 * Keeps all that the list names. What an interrupted attempt brought is not downloaded again, nor
 * what has not changed since the former version.
 * @param {Faits} faits
 * @param {{signal: AbortSignal, progress: (done: number, all: number) => void}} options
 * @throws {PlaceInsuffisante} or what `fetch` throws
 */
export async function keepAll(faits, { signal, progress }) {
  await refuseWhenFull(faits);
  const answer = await download(FOLDER + faits.liste, "no-store", signal);
  /** @type {Record<string, string>} */
  const list = await answer.clone().json();
  const cache = await caches.open(CATALOGUE + faits.version);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const former = await readFormer(faits);
  const waiting = Object.keys(list).filter((path) => !there.has(RACINE + path));
  const all = Object.keys(list).length;
  let done = all - waiting.length;
  const keepNext = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      signal.throwIfAborted();
      const address = RACINE + path;
      const same = former?.list[path] === list[path] && (await former?.cache.match(address));
      await store(cache, address, same || (await download(address, "no-store", signal)));
      done += 1;
      progress(done, all);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepNext));
  await store(cache, LISTE, answer);
  const names = await cacheNames();
  await forget(names.filter((name) => name !== CATALOGUE + faits.version));
}

/** Forgets all that `keepAll` kept. The pages that were visited stay. */
export async function forgetAll() {
  await forget(await cacheNames());
}

/**
 * Returns the pages that were visited, the last one first.
 * @returns {Promise<{url: string, titre: string}[]>}
 */
export async function readVisited() {
  const cache = await caches.open(VISITES);
  const keys = await cache.keys();
  const texts = await Promise.all(keys.map(async ({ url }) => (await cache.match(url))?.text()));
  return keys.map(({ url }, rank) => ({ url, titre: readTitle(texts[rank] ?? "") })).reverse();
}

/** Forgets the pages that were visited, but for those that `keepAll` kept. */
export async function forgetVisited() {
  await caches.delete(VISITES);
}

/**
 * Returns the title of a page, without the name of the site. The site's policy lets no script
 * parse HTML: this reads the one element that holds but text.
 * @param {string} html
 */
function readTitle(html) {
  const title = /<title>([^<]*)</.exec(html)?.[1] ?? "";
  const words = title.replace(/&(?:#(\d+)|([a-z]+));/g, (_, code, name) => {
    return code ? String.fromCodePoint(code) : SIGNES[name] ?? "";
  });
  // As at the end of the title of the page that is shown.
  const site = document.title.slice(document.title.indexOf(" - "));
  return words.endsWith(site) ? words.slice(0, -site.length) : words;
}

/** @param {Faits} faits */
async function readFormer(faits) {
  for (const name of await cacheNames()) {
    if (name === CATALOGUE + faits.version) continue;
    const cache = await caches.open(name);
    const list = await cache.match(LISTE);
    if (list) return { cache, list: /** @type {Record<string, string>} */ (await list.json()) };
  }
  return null;
}

/** @param {Faits} faits */
async function refuseWhenFull({ octets }) {
  const { quota, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota !== undefined && quota - usage < octets) throw new PlaceInsuffisante();
  // Some browsers forget what is kept when room lacks, unless they are asked not to.
  await navigator.storage?.persist?.();
}

/**
 * @param {Cache} cache
 * @param {string} address
 * @param {Response} response
 */
async function store(cache, address, response) {
  try {
    await cache.put(address, response);
  } catch (error) {
    if (/** @type {Error} */ (error).name === "QuotaExceededError") throw new PlaceInsuffisante();
    throw error;
  }
}

/**
 * @param {string} address
 * @param {RequestCache} mode
 * @param {AbortSignal} [signal]
 */
async function download(address, mode, signal) {
  const response = await fetch(address, { cache: mode, signal });
  if (!response.ok || response.redirected) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function cacheNames() {
  return (await caches.keys()).filter((name) => name.startsWith(CATALOGUE));
}

/** @param {string[]} names */
async function forget(names) {
  await Promise.all(names.map((name) => caches.delete(name)));
}
