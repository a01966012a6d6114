/**
 * The addresses of scripts that a page may start: the site's own.
 *
 * The pages require Trusted Types (`require-trusted-types-for 'script'`): a browser that knows them
 * starts no worker from an address that did not go through the one policy that they allow.
 */

const politique = globalThis.trustedTypes?.createPolicy("catalogue", {
  createScriptURL(/** @type {string} */ address) {
    if (new URL(address).origin !== location.origin) throw new TypeError(`another site's script: ${address}`);
    return address;
  },
});

/**
 * Returns what `new Worker()` and `serviceWorker.register()` accept in place of an address.
 * @param {URL} url
 * @returns {URL}
 */
export function trustScript(url) {
  return politique?.createScriptURL(url.href) ?? url;
}
