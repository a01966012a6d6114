/**
 * Registers the service worker, which keeps the site readable without a network
 * (docs/service-worker.js). theme/header.js imports this module once the page is there; whatever
 * fails here, the page is what it was.
 */

import { trustScript } from "../confiance.mjs";
import { showBandeau } from "./bandeau.mjs";

/** Where the site is, with its final slash. */
export const RACINE = new URL("../../../", import.meta.url).href;

/** Starts what a page needs of all this. */
export async function start() {
  showBandeau();
  const root = document.querySelector('[data-module="cat-hors-connexion"]');
  if (root instanceof HTMLElement) import("./panneau.mjs").then(({ mount }) => mount(root));
  // Who spares their data asks for it, with the button of the page « hors connexion ».
  if (/** @type {any} */ (navigator).connection?.saveData && !(await findService())) return;
  await register();
}

/** Says whether this page may be kept: a preview changes all the time, and http keeps nothing. */
export function isAvailable() {
  const { apercu } = JSON.parse(document.getElementById("__config")?.textContent ?? "{}");
  return !apercu && isSecureContext && "serviceWorker" in navigator && "caches" in globalThis;
}

/**
 * Registers the worker of the site.
 * @returns {Promise<ServiceWorkerRegistration | null>} nothing where there can be none
 */
export async function register() {
  if (!isAvailable()) return null;
  try {
    const registration = await navigator.serviceWorker.register(trustScript(new URL("service-worker.js", RACINE)), { scope: RACINE });
    if (!registration) return null;
    offerToTakeOver(registration);
    return registration;
  } catch {
    // Storage is forbidden here, the worker's file can't be had, or not all that it keeps.
    return null;
  }
}

async function findService() {
  return isAvailable() ? navigator.serviceWorker.getRegistration(RACINE) : undefined;
}

/**
 * A new worker waits until no page needs the former one: it needn't when this page, which just
 * came from the network, is the only one. The worker counts the pages.
 * @param {ServiceWorkerRegistration} registration
 */
function offerToTakeOver(registration) {
  if (document.documentElement.dataset.copie) return;
  const offer = () => registration.waiting?.postMessage("prendre-la-suite");
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
}
