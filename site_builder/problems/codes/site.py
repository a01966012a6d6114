"""The site itself, its legal pages and its look: CAT-S6xx."""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

RULES: tuple[Rule, ...] = (
    Rule(
        code="CAT-S600",
        severity=Severity.AVERTISSEMENT,
        titre="Pas de fichier « site.yml »",
        message="le fichier « site.yml » manque\u00a0: les pages légales du site "
        "resteront à compléter",
        label="fichier attendu",
        pourquoi="C’est dans ce fichier que le site trouve son nom, son éditeur et son "
        "hébergeur, que la loi demande de publier.",
        remede="Créez « site.yml » à la racine du catalogue. Le guide du format en décrit les "
        "champs.",
    ),
    Rule(
        code="CAT-S601",
        severity=Severity.ERREUR,
        titre="Donnée légale absente",
        message="il manque {what}, que la page « {page} » doit donner",
        label="à ajouter ici",
        pourquoi="La loi demande à tout site public de dire qui le publie, qui l’héberge, et à "
        "qui signaler une difficulté. Une page légale ne peut pas être publiée sans.",
        remede="Ajoutez cette donnée dans « site.yml ». Vous ne la connaissez pas encore\u00a0? "
        "Écrivez « À compléter » à sa place\u00a0: la page le dira, et la vérification vous le "
        "rappellera.",
        mauvais="editeur:\n  nom: Département Fictif",
        bon="editeur:\n  nom: Département Fictif\n  adresse: 1 rue de l’Exemple\n"
        "  telephone: 01 99 00 12 34\n  directeur_publication: Présidence du Département",
    ),
    Rule(
        code="CAT-S602",
        severity=Severity.AVERTISSEMENT,
        titre="Téléphone absent des mentions légales",
        message="il manque {what}\u00a0: la loi le demande dans les mentions légales",
        label="téléphone attendu",
        pourquoi="La loi pour la confiance dans l’économie numérique demande le numéro de "
        "téléphone de l’éditeur et celui de l’hébergeur.",
        remede="Ajoutez « telephone », avec le numéro d’un standard plutôt que d’une personne.",
        mauvais="hebergeur:\n  nom: Hébergeur Fictif\n  adresse: 2 rue de l’Exemple",
        bon="hebergeur:\n  nom: Hébergeur Fictif\n  adresse: 2 rue de l’Exemple\n"
        "  telephone: 01 99 00 12 34",
    ),
    Rule(
        code="CAT-S603",
        severity=Severity.AVERTISSEMENT,
        titre="Donnée du site à compléter",
        message="il reste à compléter {fields}",
        label="à compléter",
        pourquoi="Les pages du site montrent « À compléter » à la place de la donnée. Un site "
        "mis en ligne ainsi n’a pas ses mentions légales.",
        remede="Remplacez le texte par la vraie donnée avant la mise en ligne.",
        mauvais='hebergeur:\n  nom: "À compléter"',
        bon="hebergeur:\n  nom: Hébergeur Fictif",
    ),
    Rule(
        code="CAT-S610",
        severity=Severity.ERREUR,
        titre="Conformité sans audit qui la montre",
        message="le site ne peut pas se dire « {value} »\u00a0: {reason}",
        label="état à corriger",
        pourquoi="La déclaration d’accessibilité engage l’éditeur. Un site est « totalement "
        "conforme » quand un audit trouve tous les critères du RGAA respectés, « partiellement "
        "conforme » à partir de la moitié, et « non conforme » sinon, ou sans audit.",
        remede="Décrivez l’audit sous « audit », avec sa date, son auditeur et son taux, ou "
        "retirez « etat »\u00a0: le site l’établit d’après l’audit.",
        mauvais="accessibilite:\n  etat: totalement conforme",
        bon="accessibilite:\n  audit:\n    date: 2025-11-03\n    auditeur: Cabinet Fictif\n"
        "    taux: 78,5",
    ),
    Rule(
        code="CAT-S611",
        severity=Severity.AVERTISSEMENT,
        titre="Audit de plus de trois ans",
        message="l’audit d’accessibilité a plus de trois ans\u00a0: le site "
        "se dit « non conforme »",
        label="audit trop ancien",
        pourquoi="Une déclaration d’accessibilité vaut trois ans au plus. Le référentiel tient "
        "pour non conforme un site sans audit en cours de validité.",
        remede="Faites faire un nouvel audit, et donnez-en ici le résultat.",
    ),
    Rule(
        code="CAT-S620",
        severity=Severity.ERREUR,
        titre="Couleur illisible",
        message="la couleur « {value} » se voit mal sur {ground}\u00a0: son contraste est "
        "de {ratio}, et il faut {minimum}",
        label="contraste trop faible",
        pourquoi="Beaucoup de lecteurs ne distinguent pas un texte trop pâle. Les règles "
        "d’accessibilité demandent un contraste de 4,5 pour un texte et de 3 pour un bouton.",
        remede="Prenez la nuance proposée, ou une couleur plus foncée. Le site en tire "
        "lui-même la nuance claire du mode sombre.",
        mauvais='charte:\n  couleur_accent: "#e8743b"',
        bon='charte:\n  couleur_accent: "#a4431f"',
    ),
    Rule(
        code="CAT-S630",
        severity=Severity.ERREUR,
        titre="Logo introuvable",
        message="le logo « {value} » ne convient pas\u00a0: {reason}",
        label="fichier introuvable",
        pourquoi="Le site montrerait une image cassée.",
        remede="Mettez le fichier du logo dans le dossier du catalogue, et donnez ici son nom, "
        "ou son chemin depuis ce dossier.",
        mauvais="charte:\n  logo: C:\\images\\logo.svg",
        bon="charte:\n  logo: logo.svg",
    ),
    Rule(
        code="CAT-S631",
        severity=Severity.ERREUR,
        titre="Logo ni SVG ni PNG",
        message="le logo « {value} » n’est ni un dessin SVG ni une image PNG",
        label="SVG ou PNG attendu",
        pourquoi="Ce sont les deux sortes d’images que tous les navigateurs montrent nettement "
        "avec un fond transparent.",
        remede="Demandez le logo en SVG au service qui tient la charte, ou convertissez-le en "
        "PNG. Changer la fin du nom du fichier ne suffit pas.",
    ),
    Rule(
        code="CAT-S632",
        severity=Severity.ERREUR,
        titre="Logo dangereux",
        message="le logo « {value} » contient {reason}, qui n’est pas admis",
        label="contenu refusé",
        pourquoi="Un dessin SVG peut contenir un programme, ou aller chercher un fichier sur un "
        "autre site. Le logo du site ne fait que s’afficher.",
        remede="Enregistrez le dessin en « SVG simple » ou « SVG optimisé » depuis le logiciel "
        "de dessin, ou donnez-le en PNG.",
    ),
    Rule(
        code="CAT-S633",
        severity=Severity.ERREUR,
        titre="Logo trop lourd",
        message="le logo « {value} » pèse {size}\u00a0Ko\u00a0; il ne "
        "doit pas dépasser {limit}\u00a0Ko",
        label="trop lourd",
        pourquoi="Le logo est sur chaque page\u00a0: trop lourd, il ralentit tout le site sur un "
        "téléphone.",
        remede="Réduisez l’image à 200 pixels de haut, ou demandez le logo en SVG.",
    ),
)
