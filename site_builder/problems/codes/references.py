"""Links between records, duplicates, orphans: CAT-R1xx."""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

_E = Severity.ERREUR
_A = Severity.AVERTISSEMENT
_I = Severity.INFO

RULES: tuple[Rule, ...] = (
    Rule(
        code="CAT-R101",
        severity=_E,
        titre="Référence à une fiche qui n’existe pas",
        message="{kind} «\u00a0{value}\u00a0» n’existe pas",
        label="référence inconnue",
        pourquoi="La page aurait un lien mort, ou une information manquante.",
        remede="Écrivez le nom du fichier visé, sans «\u00a0.yml\u00a0», ou créez la fiche.",
        mauvais="structure: asso-reni",
        bon="structure: asso-renouer",
    ),
    Rule(
        code="CAT-R110",
        severity=_A,
        titre="Deux fiches qui portent le même nom",
        message="{kind} «\u00a0{first}\u00a0» porte déjà ce nom, dans «\u00a0{file}\u00a0»",
        label="nom déjà porté",
        pourquoi="Le public verrait deux fois le même nom dans les listes, sans pouvoir choisir.",
        remede="Si les deux fiches parlent de la même chose, n’en gardez qu’une\u202f; sinon, "
        "précisez un des deux noms. Les majuscules, les accents et les espaces ne suffisent pas à "
        "les distinguer.",
        mauvais="nom: Atelier Mobilité",
        bon="nom: Atelier mobilité de Ville-Exemple",
    ),
    Rule(
        code="CAT-R111",
        severity=_A,
        titre="Terme en double dans le glossaire",
        message="le terme «\u00a0{first}\u00a0» du glossaire s’écrit déjà ainsi",
        label="déjà défini",
        pourquoi="Les pages n’expliquent un sigle que d’une façon\u00a0: l’autre définition "
        "serait perdue.",
        remede="Réunissez les deux entrées en une seule.",
        mauvais="rsa:\n  forme: RSA\nrevenu-solidarite:\n  forme: RSA",
        bon="rsa:\n  forme: RSA\n  synonymes: [revenu de solidarité]",
    ),
    Rule(
        code="CAT-R112",
        severity=_A,
        titre="Valeur répétée dans une liste",
        message="«\u00a0{value}\u00a0» est déjà dans la liste, ligne {line}",
        label="déjà dans la liste",
        pourquoi="Le public lirait deux fois la même chose.",
        remede="Supprimez la répétition.",
        mauvais="territoires: [artois, calaisis, artois]",
        bon="territoires: [artois, calaisis]",
    ),
    Rule(
        code="CAT-R120",
        severity=_E,
        titre="Deux fiches du même nom",
        message="{kind} «\u00a0{value}\u00a0» existe déjà dans «\u00a0{first}\u00a0»",
        label="nom déjà pris",
        pourquoi="Deux fiches du même nom auraient la même adresse sur le site\u00a0: l’une "
        "effacerait l’autre.",
        remede="Renommez un des deux fichiers, même s’ils sont dans des sous-dossiers différents.",
        bon="nom: Atelier mobilité",
    ),
    Rule(
        code="CAT-R130",
        severity=_I,
        titre="Fiche que rien ne mentionne",
        message="aucune fiche ne mentionne {kind} «\u00a0{value}\u00a0»",
        label="jamais mentionné",
        pourquoi="Le public n’arriverait à cette fiche par aucune autre\u00a0: elle est inutile, "
        "ou une mention a été oubliée.",
        remede="Mentionnez la fiche là où elle sert, ou supprimez-la.",
        bon="contacts: [accueil-insertion]",
    ),
    Rule(
        code="CAT-R140",
        severity=_E,
        titre="Fiches qui se renvoient en boucle",
        message="{what} forment une boucle\u00a0: {loop}",
        label="la boucle passe ici",
        pourquoi="Le site remonte ces liens de fiche en fiche\u00a0: en boucle, il n’y a ni début "
        "ni fin.",
        remede="Supprimez un des liens de la boucle, celui qui est faux.",
        mauvais="nom: Artois\nnature: insertion\nparent: artois",
        bon="nom: Artois\nnature: insertion\nparent: pas-de-calais",
    ),
    Rule(
        code="CAT-R150",
        severity=_I,
        titre="Renvoi vers une fiche qui n’est pas publiée",
        message="cette fiche renvoie à l’action «\u00a0{value}\u00a0», dont le statut est "
        "«\u00a0{statut}\u00a0»",
        label="action non publiée",
        pourquoi="Une action en brouillon ou archivée n’a pas de page\u00a0: le renvoi ne sera "
        "pas montré.",
        remede="Publiez l’action visée, ou supprimez le renvoi.",
        bon="voir_aussi: [parcours-emploi-renforce]",
    ),
    Rule(
        code="CAT-R151",
        severity=_I,
        titre="Fiche sans contact",
        message="la fiche ne dit pas qui appeler",
        label="sans contact",
        pourquoi="Une personne intéressée par l’action ne saurait pas à qui s’adresser.",
        remede="Ajoutez un contact à la fiche, à une de ses structures ou à un de ses territoires.",
        bon="contacts: [accueil-insertion]",
    ),
)
