/**
 * Reloads the page once the preview shows something else. The preview adds this script to each of
 * its pages, with the version that the page shows, and where versions are told.
 */

(() => {
  const { version, evenements } = document.currentScript.dataset;
  const RECHARGE = "catalogue-apercu";
  /** @type {EventSource | undefined} */
  let source;

  /** Listens while the page is in view: browsers open few connections to a same host. */
  const listen = () => {
    if (document.visibilityState === "visible") {
      source ??= open();
    } else {
      source?.close();
      source = undefined;
    }
  };

  const open = () => {
    const opened = new EventSource(`${evenements}?version=${version}`);
    opened.onmessage = ({ data }) => {
      if (data === version) return;
      opened.close();
      sessionStorage.setItem(RECHARGE, location.href);
      location.reload();
    };
    return opened;
  };

  /** Says that the page is new, to who doesn't see it change. */
  const announce = () => {
    if (sessionStorage.getItem(RECHARGE) !== location.href) return;
    sessionStorage.removeItem(RECHARGE);
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    // Out of sight: the style sheets of the site know nothing of it.
    Object.assign(status.style, { position: "absolute", clipPath: "inset(50%)" });
    document.body.append(status);
    // A live region tells what is put in it once it is there.
    setTimeout(() => (status.textContent = "Aperçu mis à jour"), 100);
  };

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", ({ persisted }) => {
    // What the browser kept of the page may be out of date.
    if (persisted) location.reload();
  });
  announce();
  listen();
})();
