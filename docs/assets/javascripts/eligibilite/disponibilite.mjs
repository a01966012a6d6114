/** Whether an action may be taken up on a day: its status, its dates, its call. */

/**
 * Why the action is not, or no longer, available to anybody; null: it is.
 * @param {object} regle
 * @param {object} contexte
 */
export function findClosed(regle, contexte) {
  const { statut = "publie" } = regle;
  if (statut !== "publie") return { etat: statut === "suspendu" ? "suspendue" : "retiree" };
  if (regle.publie_jusqu_au && regle.publie_jusqu_au < contexte.date) {
    return { etat: "terminee", date: regle.publie_jusqu_au };
  }
  const cloture = countedAppel(regle, contexte)?.cloture;
  return cloture && cloture < contexte.date ? { etat: "appel-clos", date: cloture } : null;
}

/**
 * The latest of the days still to come before the action is available; null: there is none.
 * @param {object} regle
 * @param {object} contexte
 */
export function findToCome(regle, contexte) {
  const publication = later(regle.publie_du, contexte.date);
  const ouverture = later(countedAppel(regle, contexte)?.ouverture, contexte.date);
  if (ouverture && !(publication >= ouverture)) return { etat: "appel-a-venir", date: ouverture };
  return publication ? { etat: "a-paraitre", date: publication } : null;
}

/** The day when it is after `date`, else null. */
function later(day, date) {
  return day && day > date ? day : null;
}

/** The call when it counts: for people, an action under convention is running. */
function countedAppel({ appel }, { date, lecteur }) {
  if (!appel || lecteur === "porteur") return appel;
  const { debut, fin } = appel;
  const running = (debut || fin) && !(debut > date) && !(fin < date);
  return running ? null : appel;
}
