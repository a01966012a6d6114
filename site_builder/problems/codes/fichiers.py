"""Files and folders: CAT-F0xx."""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

RULES: tuple[Rule, ...] = (
    Rule(
        code="CAT-F001",
        severity=Severity.ERREUR,
        titre="Fichier illisible",
        message="le fichier ne peut pas être lu\u00a0: {reason}",
        label="illisible",
        pourquoi="Le catalogue ne peut pas publier une fiche qu’il ne peut pas ouvrir.",
        remede="Vérifiez que le fichier existe et que vous avez le droit de le lire.",
    ),
    Rule(
        code="CAT-F002",
        severity=Severity.ERREUR,
        titre="Fichier trop gros",
        message="le fichier pèse {size}\u00a0Ko\u00a0; une fiche ne dépasse pas {limit}\u00a0Ko",
        label="trop gros",
        pourquoi="Une fiche aussi longue n’est pas lisible et ralentit tout le site.",
        remede="Partagez le contenu en plusieurs fiches, ou mettez les longs textes en "
        "document joint (champ «\u00a0documents\u00a0»).",
    ),
    Rule(
        code="CAT-F003",
        severity=Severity.ERREUR,
        titre="Lien symbolique",
        message="« {value} » est un lien symbolique, qui n’est pas admis dans le catalogue",
        label="lien refusé",
        pourquoi="Un lien peut mener hors du catalogue et publier un fichier qui ne devait "
        "pas l’être.",
        remede="Remplacez le lien par une copie du fichier ou du dossier.",
    ),
    Rule(
        code="CAT-F004",
        severity=Severity.ERREUR,
        titre="Chemin qui sort du catalogue",
        message="le chemin « {value} » sort du dossier du catalogue",
        label="chemin refusé",
        pourquoi="Seuls les fichiers du catalogue peuvent être publiés.",
        remede="Mettez le fichier dans le dossier du catalogue et donnez son chemin depuis ce "
        "dossier, avec des barres « / » et sans « .. ».",
    ),
    Rule(
        code="CAT-F005",
        severity=Severity.ERREUR,
        titre="Ce n’est pas un fichier ordinaire",
        message="« {value} » n’est pas un fichier ordinaire",
        label="fichier attendu",
        pourquoi="Un dossier ou un périphérique ne contient pas de fiche.",
        remede="Donnez un autre nom au dossier, ou remplacez-le par un fichier.",
    ),
    Rule(
        code="CAT-F010",
        severity=Severity.ERREUR,
        titre="Dossier du catalogue absent",
        message="le dossier du catalogue « {value} » n’existe pas",
        label="dossier absent",
        pourquoi="Sans ce dossier, il n’y a rien à vérifier ni à publier.",
        remede="Vérifiez le chemin donné à la commande, ou l’option « catalogue_dir » de "
        "mkdocs.yml.",
    ),
    Rule(
        code="CAT-F011",
        severity=Severity.ERREUR,
        titre="Catalogue vide",
        message="le dossier « {value} » ne contient aucune fiche",
        label="dossier vide",
        pourquoi="Un site sans fiche remplacerait le site en ligne par des pages vides.",
        remede="Vérifiez le chemin, ou créez une première fiche avec « catalogue new ».",
    ),
    Rule(
        code="CAT-F012",
        severity=Severity.ERREUR,
        titre="Fichier inconnu à la racine",
        message="le fichier « {value} » n’a pas sa place à la racine du catalogue",
        label="fichier inconnu",
        pourquoi="Le contenu de ce fichier ne paraîtrait nulle part sur le site.",
        remede="Rangez la fiche dans le dossier de sa sorte (actions, structures, contacts…).",
    ),
    Rule(
        code="CAT-F013",
        severity=Severity.ERREUR,
        titre="Extension « .yaml »",
        message="le fichier « {value} » finit par « .yaml » : il ne serait pas lu",
        label="« .yml » attendu",
        pourquoi="Tous les fichiers du catalogue finissent par « .yml ».",
        remede="Renommez le fichier.",
    ),
    Rule(
        code="CAT-F014",
        severity=Severity.AVERTISSEMENT,
        titre="Fichier ignoré",
        message="le fichier « {value} » n’est pas une fiche : il est ignoré",
        label="ignoré",
        pourquoi="Seuls les fichiers « .yml » sont lus.",
        remede="Supprimez-le du catalogue, ou rangez-le ailleurs.",
    ),
    Rule(
        code="CAT-F015",
        severity=Severity.ERREUR,
        titre="Dossier inconnu",
        message="le dossier « {value} » n’est pas un dossier du catalogue",
        label="dossier inconnu",
        pourquoi="Les fiches de ce dossier ne paraîtraient nulle part sur le site.",
        remede="Corrigez le nom du dossier (actions, structures, publics_cibles, contacts, "
        "territoires, pages, profils).",
    ),
    Rule(
        code="CAT-F090",
        severity=Severity.INFO,
        titre="Problèmes non affichés",
        message="… et {others} dans ce fichier",
        label="non affichés",
        pourquoi="Un fichier très abîmé donne des dizaines de problèmes, souvent nés d’une "
        "seule faute\u00a0: en montrer trop cacherait ceux des autres fichiers.",
        remede="Corrigez d’abord les problèmes affichés, puis relancez la vérification\u00a0: "
        "les suivants apparaîtront, s’il en reste.",
    ),
)
