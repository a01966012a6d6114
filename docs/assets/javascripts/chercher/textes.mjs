/** What the search says. Pure. */

/** The download of a file failed, or took too long. */
export const RESEAU =
  "La recherche n’a pas pu être chargée. Vérifiez que vous êtes bien connecté à internet, puis réessayez.";
/** The file isn't there any more: another version of the site was published since. */
export const PERIMEE = "Le site a changé depuis que cette page est ouverte. Rechargez la page pour rechercher.";
/** Anything else. */
export const PANNE = "La recherche ne répond pas. Rechargez la page pour réessayer.";
