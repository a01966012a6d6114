"""Words shown to the public: HTML, links, names of people, acronyms: CAT-T4xx."""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

_E = Severity.ERREUR
_A = Severity.AVERTISSEMENT

RULES: tuple[Rule, ...] = (
    Rule(
        code="CAT-T401",
        severity=_E,
        titre="HTML dans un texte",
        message="le texte contient du HTML\u00a0: «\u00a0{value}\u00a0»",
        label="HTML",
        pourquoi="Le HTML n’est pas interprété\u00a0: le public verrait ces signes tels quels.",
        remede="Supprimez les balises. Pour mettre en gras dans un texte long, écrivez "
        "**mot**\u202f; pour une liste, commencez chaque ligne par un tiret.",
        mauvais="description: Un <b>conseiller</b> vous aide.",
        bon="description: Un **conseiller** vous aide.",
    ),
    Rule(
        code="CAT-T402",
        severity=_A,
        titre="Mise en forme dans un texte simple",
        message="ce champ ne prend pas de mise en forme\u00a0: «\u00a0{value}\u00a0» serait "
        "montré tel quel",
        label="signes en trop",
        pourquoi="Un titre, un résumé ou une étiquette se lit sans gras ni lien.",
        remede="Gardez les mots et supprimez les signes\u202f; la description, elle, accepte la "
        "mise en forme.",
        mauvais="nom: Parcours **emploi**",
        bon="nom: Parcours emploi",
    ),
    Rule(
        code="CAT-T403",
        severity=_E,
        titre="Lien refusé",
        message="le lien «\u00a0{value}\u00a0» est refusé",
        label="lien refusé",
        pourquoi="Un lien mène à une adresse sûre (https), à un courriel (mailto), à un numéro "
        "(tel) ou à une fiche du catalogue.",
        remede="Écrivez l’adresse complète avec https://, ou le dossier et le nom de la fiche.",
        mauvais="description: Voir [le site](http://www.exemple.fr).",
        bon="description: Voir [le site](https://www.exemple.fr) ou [le "
        "parcours](actions/parcours-emploi).",
    ),
    Rule(
        code="CAT-T404",
        severity=_E,
        titre="Image dans un texte",
        message="le texte contient une image, «\u00a0{value}\u00a0», qui ne sera pas montrée",
        label="image",
        pourquoi="Une image sans description ni taille connue gêne la lecture, et celle d’un "
        "autre site suivrait les visiteurs.",
        remede="Remplacez l’image par ce qu’elle dit, ou par un lien vers elle.",
        mauvais="description: '![Plan](https://www.exemple.fr/plan.png)'",
        bon="description: 'Voir [le plan](https://www.exemple.fr/plan.png).'",
    ),
    Rule(
        code="CAT-T405",
        severity=_E,
        titre="Caractère invisible",
        message="le texte contient un caractère invisible ({value})",
        label="caractère invisible",
        pourquoi="Ces caractères changent le sens de la lecture ou cachent des mots\u202f; ils "
        "viennent souvent d’un copier-coller.",
        remede="Effacez le passage et tapez-le de nouveau.",
        mauvais='nom: "Atelier \\u202emobilité"',
        bon="nom: Atelier mobilité",
    ),
    Rule(
        code="CAT-T406",
        severity=_A,
        titre="Nom d’une personne",
        message="«\u00a0{value}\u00a0» ressemble au nom d’une personne",
        label="nom de personne",
        pourquoi="Un contact, comme un relecteur, est une fonction ou un service\u00a0: les "
        "personnes changent, et leur nom n’a pas à être publié.",
        remede="Écrivez la fonction ou le service.",
        mauvais="fonction: Mme Exemple, assistante sociale",
        bon="fonction: Assistante sociale",
    ),
    Rule(
        code="CAT-T410",
        severity=Severity.INFO,
        titre="Sigle absent du glossaire",
        message="le sigle «\u00a0{value}\u00a0» n’est pas dans le glossaire",
        label="sigle inexpliqué",
        pourquoi="Un sigle du glossaire est écrit en toutes lettres à sa première "
        "apparition\u202f; celui-ci resterait sans explication.",
        remede="Ajoutez le sigle dans «\u00a0glossaire.yml\u00a0», ou écrivez-le en toutes "
        "lettres.",
        bon="rsa:\n  forme: RSA\n  developpe: revenu de solidarité active",
    ),
    Rule(
        code="CAT-T411",
        severity=_A,
        titre="Texte facile à lire sans relecture",
        message="le texte facile à lire n’a pas de relecture\u00a0: il manque "
        "«\u00a0{value}\u00a0»",
        label="sans relecture",
        pourquoi="Un texte est «\u00a0facile à lire et à comprendre\u00a0» (FALC) quand des "
        "personnes à qui il s’adresse l’ont relu. Sans elles, le site le montre sous le titre "
        "«\u00a0En mots simples\u00a0», sans le nom ni le logo du FALC.",
        remede="Faites relire le texte, puis donnez l’organisme qui l’a relu et le jour.",
        mauvais="falc:\n  texte: Vous cherchez un travail.",
        bon="falc:\n  texte: Vous cherchez un travail.\n  relu_par: Association Fictive\n"
        "  relu_le: 2025-01-15",
    ),
)
