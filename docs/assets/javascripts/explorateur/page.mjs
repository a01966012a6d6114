/** The explorer as a whole: what a choice, a text or the address changes in its parts. */

import { makeAvis } from "../questionnaire/avis.mjs";
import { makeButton } from "../questionnaire/commandes.mjs";
import { announce, element } from "../questionnaire/dom.mjs";
import { whenReleased } from "../questionnaire/pointeur.mjs";
import { chosenIn, namedIn, noChoice, readAdresse, triOf, writeAdresse } from "./adresse.mjs";
import { KINDS, WANTED } from "./ailleurs.mjs";
import { filter, sort } from "./facettes.mjs";
import { listFiltres } from "./filtres-actifs.mjs";
import { layOut } from "./disposition.mjs";
import { describeReading, describeTotal, describeUnknown } from "./phrases.mjs";

/** Milliseconds without a key before a text is searched. */
const PAUSE = 120;

export class Page {
  /** @type {import("./adresse.mjs").Choix} */
  #choix = noChoice();
  /** The latest refresh: the others are no longer wanted. */
  #turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typing;
  /** @type {string | null} what was announced last */
  #said = null;

  /**
   * @param {HTMLElement} root
   * @param {import("./donnees.mjs").Donnees} donnees
   * @param {import("../chercher/chercheur.mjs").Chercheur} chercheur
   */
  constructor(root, donnees, chercheur) {
    this.root = root;
    this.donnees = donnees;
    this.chercheur = chercheur;
    this.facettes = donnees.facettes;
    this.parts = layOut(donnees, chercheur, {
      onText: () => this.#type(),
      onSubmit: () => this.#submit(),
      onFocus: () => chercheur.prepare().catch(() => {}),
      onSort: (tri) => this.#change(() => (this.#choix.tri = tri)),
      onChoose: (cle, value, chosen) => this.#change(() => toggle(this.#choix, cle, value, chosen)),
      onOpen: async (cle) => {
        await donnees.need([cle]);
        await this.#refresh();
      },
      onRemove: ({ cle, valeur }) => this.#change(() => toggle(this.#choix, cle, valeur, false)),
      onClear: () => this.#change(() => this.#choix.selection.clear(), true),
      onRestart: () => this.#restart(),
      onGiveUp: (filtre) => this.#giveUp(filtre),
      onMeant: (texte) => this.#change(() => this.#write(texte), true),
      onResults: () => this.parts.compte.focus(),
    });
  }

  /** Shows what the address asks for. */
  async start() {
    await this.#readAddress();
    this.root.replaceChildren(this.parts.element);
    addEventListener("popstate", () => this.#readAddress().then(() => this.#refresh(), (error) => this.#fail(error)));
    await this.#refresh();
  }

  async #readAddress() {
    const { search } = location;
    await this.donnees.need(namedIn(search, this.facettes.facettes.map(({ cle }) => cle)));
    // Somebody who went back again meanwhile is elsewhere.
    if (search !== location.search) return;
    const { inconnus, ...choix } = readAdresse(search, this.facettes.facettes);
    this.#choix = choix;
    this.parts.champ.value = choix.texte;
    this.parts.avis.replaceChildren(...(inconnus.length ? [makeAvis(describeUnknown(inconnus))] : []));
  }

  /** @param {"pushState" | "replaceState"} how */
  #writeAddress(how) {
    const search = writeAdresse(this.#choix, this.facettes.facettes);
    if (search !== location.search) history[how](history.state, "", location.pathname + search);
  }

  #type() {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#submit(), PAUSE);
  }

  #submit() {
    clearTimeout(this.#typing);
    const texte = this.parts.champ.value.trim();
    if (texte === this.#choix.texte) return;
    this.#choix.texte = texte;
    this.#writeAddress("replaceState");
    this.#refresh();
  }

  /** @param {string} texte */
  #write(texte) {
    this.parts.champ.value = texte;
    this.#choix.texte = texte;
  }

  /**
   * Makes a choice that one may come back from.
   * @param {() => void} make
   * @param {boolean} [lead] - to the results: what was pressed is gone
   */
  #change(make, lead = false) {
    make();
    this.#writeAddress("pushState");
    this.parts.avis.replaceChildren();
    this.#refresh().then(() => lead && this.parts.compte.focus());
  }

  #restart() {
    this.#change(() => {
      this.#choix.selection.clear();
      this.#write("");
    }, true);
  }

  /** @param {import("./filtres-actifs.mjs").Filtre | null} filtre - `null` for the text */
  #giveUp(filtre) {
    this.#change(() => (filtre ? toggle(this.#choix, filtre.cle, filtre.valeur, false) : this.#write("")), true);
  }

  /** Shows what the choices leave. Never rejects. */
  async #refresh() {
    this.#turn += 1;
    const turn = this.#turn;
    const isCurrent = () => turn === this.#turn;
    // From now on, those that are shown are of former choices.
    this.parts.resultats.setAttribute("aria-busy", "true");
    try {
      await this.#draw(isCurrent);
    } catch (error) {
      if (isCurrent()) this.#fail(/** @type {Error} */ (error));
    }
  }

  /** @param {() => boolean} isCurrent */
  async #draw(isCurrent) {
    const { chercheur, donnees, facettes, parts } = this;
    const { texte, selection } = this.#choix;
    const tri = triOf(this.#choix);
    const needed = [...selection.keys(), ...parts.barre.opened, ...(tri === "maj" ? ["maj"] : [])];
    const [ordre] = await Promise.all([texte ? chercheur.order(texte, { kinds: ["actions"] }) : null, donnees.need(needed)]);
    if (!isCurrent()) return;
    const docs = ordre?.docs ?? null;
    const reste = filter(facettes, selection, docs);
    whenReleased(() => isCurrent() && this.#drawChoices(reste, tri));
    const actions = sort(facettes, reste.passing, { tri, docs });
    const [showList, ailleurs, nothing] = await Promise.all([
      parts.liste.prepare(actions, { texte, dated: tri === "maj" }),
      texte ? chercheur.search(texte, { kinds: KINDS, limit: WANTED }) : null,
      texte && !docs?.length ? chercheur.search(texte, { kinds: ["actions"], limit: 1 }) : null,
    ]);
    if (!isCurrent()) return;
    whenReleased(() => {
      if (!isCurrent()) return;
      parts.panne.replaceChildren();
      parts.remarque.textContent = ordre && docs?.length ? describeReading(ordre, docs.length) : "";
      showList();
      if (actions.length) parts.vide.hide();
      else parts.vide.show(this.#choix, docs, nothing?.proches ?? []);
      parts.placeAilleurs(actions.length > 0);
      parts.ailleurs.update(ailleurs?.results ?? []);
      parts.resultats.removeAttribute("aria-busy");
      this.#say(describeTotal(reste.total, texte));
    });
  }

  /**
   * @param {import("./facettes.mjs").Reste} reste
   * @param {string} tri
   */
  #drawChoices(reste, tri) {
    const { facettes, parts } = this;
    const { texte, selection } = this.#choix;
    const filtres = listFiltres(facettes.facettes, selection);
    parts.compte.textContent = describeTotal(reste.total, texte);
    parts.barre.update(selection, reste);
    if (!parts.filtres.update(filtres)) parts.compte.focus();
    parts.showTri(texte ? ["pertinence", "nom", "maj"] : ["nom", "maj"], tri);
  }

  /** Says how many actions are left, unless it was just said. @param {string} words */
  #say(words) {
    if (this.#said !== null && this.#said !== words) announce(this.parts.region, words);
    this.#said = words;
  }

  /** @param {Error} error */
  #fail(error) {
    const { parts } = this;
    console.error("cat-explorateur", error);
    parts.resultats.removeAttribute("aria-busy");
    const retry = makeButton("Réessayer", () => this.#refresh().then(() => parts.compte.focus()), "secondaire");
    const avis = element("div", { className: "cat-avis cat-avis--alerte", attributes: { role: "alert" } }, element("p", {}, error.message), retry);
    parts.panne.replaceChildren(avis);
  }
}

/**
 * @param {import("./adresse.mjs").Choix} choix
 * @param {string} cle
 * @param {number} value
 * @param {boolean} chosen
 */
function toggle({ selection }, cle, value, chosen) {
  const values = chosenIn(selection, cle);
  if (chosen) values.add(value);
  else values.delete(value);
}
