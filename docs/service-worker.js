/**
 * Keeps the site readable without a network.
 *
 * The build writes `const SITE = { version, coquille };` above this text: `coquille` gives a digest
 * to each address kept from the first visit. Three kinds of caches, whose names begin alike:
 *
 *     coquille <version>    kept from the first visit; an entry's key holds its digest
 *     visites               the last pages that were visited
 *     catalogue <version>   all pages, when the visitor asked for them (hors-connexion/garde.mjs)
 *
 * Pages, and files whose name does not change with their content, come from the network first: with
 * a network, nothing differs from a site without a worker. Hashed files come from the cache first.
 * A page that comes from a cache gets the rest of what it needs from there too.
 */

const RACINE = registration.scope;
const PREFIXE = `catalogue ${RACINE} `;
const COQUILLE = `${PREFIXE}coquille ${SITE.version}`;
const VISITES = `${PREFIXE}visites`;
/** The page that says what is kept. */
const SECOURS = `${RACINE}hors-connexion/`;

/** « x.0a1b2c3d.json », « x.0a1b2c3d.woff2 », « x.0a1b2c3d.min.css » */
const HASH = /\.[0-9a-f]{8}(?=\.(?:min\.)?[a-z0-9]+$)/;
/** Milliseconds after which a copy is shown in place of a page that doesn't come. */
const PATIENCE = 4000;
/** How many visited pages are kept. */
const MOST_VISITS = 150;
/** How many downloads at once, beside those of the page that is read. */
const AT_ONCE = 6;

/** The current file for each name without its hash: a page kept before an update needs them. */
const SUCCESSEURS = new Map(Object.keys(SITE.coquille).map((path) => [path.replace(HASH, ""), path]));
/** The pages that came from a cache, by the id of their client, as long as the worker lives. */
const copies = new Set();

addEventListener("install", (event) => event.waitUntil(keepShell()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", (event) => {
  if (event.data === "prendre-la-suite") event.waitUntil(takeOverWhenAlone(event.source));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  // « no-store » is what is downloaded to be kept by who asks.
  if (request.method !== "GET" || request.cache === "no-store") return;
  const key = keyOf(request.url);
  if (!key.startsWith(RACINE)) return;
  if (request.mode === "navigate") event.respondWith(answerPage(event, key));
  else if (HASH.test(key) || copies.has(event.clientId)) event.respondWith(answerKept(event, key));
  else event.respondWith(answerFile(event, key));
});

/** Returns what a page or a file is kept under: neither a search nor answers are written down. */
function keyOf(address) {
  const url = new URL(address);
  return url.origin + url.pathname.replace(/\/index\.html$/, "/");
}

/** Returns the key of a file of the shell, `undefined` for another. */
function shellKey(path) {
  return path in SITE.coquille ? `${RACINE}${path}?${SITE.coquille[path]}` : undefined;
}

// --- Versions ----------------------------------------------------------------------------

/** Downloads what is not there yet, from this attempt or a former version. */
async function keepShell() {
  const cache = await caches.open(COQUILLE);
  const paths = Object.keys(SITE.coquille);
  const keepNext = async () => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      const key = shellKey(path);
      const former = await caches.match(key);
      await cache.put(key, former ?? (await download(RACINE + path)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepNext));
}

async function download(address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok || response.redirected) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** Removes former shells, and keeps the pages that are open. */
async function takeOver() {
  const names = await caches.keys();
  const former = names.filter((name) => name.startsWith(`${PREFIXE}coquille `) && name !== COQUILLE);
  await Promise.all(former.map((name) => caches.delete(name)));
  await registration.navigationPreload?.enable();
  await clients.claim();
  const pages = await clients.matchAll({ type: "window" });
  await Promise.allSettled(
    pages.map(async ({ url }) => keep(keyOf(url), await fetch(keyOf(url)), true)),
  );
}

/** A page that is open goes on with the version that it came with: one that just came may change. */
async function takeOverWhenAlone(asker) {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.every(({ id }) => id === asker?.id)) await skipWaiting();
}

// --- Answers -----------------------------------------------------------------------------

/** The network, a copy, then the page that says what is kept. */
async function answerPage(event, key) {
  const network = Promise.resolve(event.preloadResponse).then(
    (response) => response ?? fetch(event.request),
  );
  const { response, copy } = await networkFirst(event, key, network, true);
  if (response) return response;
  if (copy) {
    copies.add(event.resultingClientId);
    return markCopy(copy);
  }
  if (key === SECOURS) return Response.error();
  // The address that was asked for may be that of a folder, without its slash.
  if (!key.endsWith("/") && (await findCopy(`${key}/`))) return Response.redirect(`${key}/`);
  const asked = encodeURIComponent(key.slice(RACINE.length));
  return Response.redirect(`${SECOURS}#page=${asked}`);
}

/** A file whose name may hold another content tomorrow. */
async function answerFile(event, key) {
  const { response, copy } = await networkFirst(event, key, fetch(event.request), false);
  return response ?? copy ?? Response.error();
}

/** A copy, whatever its age; the network when there is none. */
async function answerKept(event, key) {
  const copy = await findCopy(key);
  if (copy) return copy;
  const response = await fetch(event.request).catch(() => null);
  if (response?.ok) {
    event.waitUntil(keep(key, response.clone(), false));
    return response;
  }
  return (await findSuccessor(key)) ?? response ?? Response.error();
}

/** Returns the answer of the network, or else a copy; neither when there is none. */
async function networkFirst(event, key, network, isPage) {
  const answered = network.catch(() => null);
  event.waitUntil(answered.then((response) => response && keep(key, response.clone(), isPage)));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const response = await Promise.race([answered, late]);
  if (response && response.status < 500) return { response };
  const copy = await findCopy(key);
  if (copy) return { copy };
  return { response: await answered };
}

// --- Copies ------------------------------------------------------------------------------

/** Returns the latest copy, if there is one. */
async function findCopy(key) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIXE));
  const found = await Promise.all(
    names.map(async (name) => (await caches.open(name)).match(key)),
  );
  const shell = shellKey(key.slice(RACINE.length));
  if (shell) found.push(await caches.match(shell));
  const dated = found.filter(Boolean).map((copy) => ({ copy, at: Date.parse(dateOf(copy)) || 0 }));
  return dated.sort((one, other) => other.at - one.at)[0]?.copy;
}

async function findSuccessor(key) {
  const path = SUCCESSEURS.get(key.slice(RACINE.length).replace(HASH, ""));
  return path && caches.match(shellKey(path));
}

function dateOf(response) {
  return response.headers.get("date") ?? "";
}

/** Keeps an answer of the network, unless the shell has it; forgets a page that is no more. */
async function keep(key, response, isPage) {
  if ([404, 410].includes(response.status) && isPage) return forget(key);
  const { ok, redirected, type } = response;
  if (!ok || redirected || type !== "basic" || isPage !== isHtml(response)) return;
  if (!isPage && shellKey(key.slice(RACINE.length))) return;
  const cache = await caches.open(isPage ? VISITES : COQUILLE);
  try {
    // At the end of the list again.
    if (isPage) await cache.delete(key);
    await cache.put(key, response);
    if (isPage) await forgetOldest(cache);
  } catch {
    // The device has no room left: the page is read all the same.
  }
}

async function forget(key) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIXE));
  await Promise.all(names.map(async (name) => (await caches.open(name)).delete(key)));
}

async function forgetOldest(cache) {
  const keys = await cache.keys();
  const oldest = keys.slice(0, Math.max(0, keys.length - MOST_VISITS));
  await Promise.all(oldest.map((key) => cache.delete(key)));
}

function isHtml(response) {
  return (response.headers.get("content-type") ?? "").startsWith("text/html");
}

/** Returns a page that says when it was copied: hors-connexion/bandeau.mjs tells its reader. */
async function markCopy(copy) {
  if (!isHtml(copy)) return copy;
  const html = await copy.text();
  const headers = new Headers(copy.headers);
  // They are those of what was sent, not of this text.
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  const date = new Date(Date.parse(dateOf(copy)) || 0).toISOString();
  return new Response(html.replace("<html ", `<html data-copie="${date}" `), { headers });
}
