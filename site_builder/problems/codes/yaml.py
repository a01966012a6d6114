"""The YAML text itself: CAT-Y0xx.

Y001 to Y008: the file as a whole. Y010 to Y019: what YAML allows and a catalogue refuses.
The others, about the way a text is written, are in ``yaml_ecriture``.
"""

from __future__ import annotations

from site_builder.problems.codes import yaml_ecriture
from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

_FICHIER: tuple[Rule, ...] = (
    Rule(
        code="CAT-Y001",
        severity=Severity.ERREUR,
        titre="Fichier qui n’est pas en UTF-8",
        message="le fichier n’est pas enregistré en UTF-8 (octet {value})",
        label="caractère illisible",
        pourquoi="Les accents d’un fichier enregistré autrement s’affichent de travers sur "
        "le site.",
        remede="Enregistrez de nouveau le fichier en choisissant l’encodage UTF-8, puis "
        "vérifiez les accents.",
    ),
    Rule(
        code="CAT-Y002",
        severity=Severity.ERREUR,
        titre="Fichier en UTF-16 ou en UTF-32",
        message="le fichier est enregistré en {value} au lieu d’UTF-8",
        label="mauvais encodage",
        pourquoi="Tous les fichiers du catalogue sont en UTF-8, pour que chacun puisse les "
        "relire et les comparer.",
        remede="Enregistrez de nouveau le fichier en choisissant l’encodage UTF-8 (« Unicode » "
        "désigne souvent l’UTF-16 dans les anciens logiciels).",
    ),
    Rule(
        code="CAT-Y003",
        severity=Severity.ERREUR,
        titre="Caractère invisible interdit",
        message="le texte contient un caractère invisible interdit ({value})",
        label="caractère interdit",
        pourquoi="Un caractère qui ne se voit pas vient le plus souvent d’un copier-coller ; "
        "il coupe les textes et fausse les recherches.",
        remede="Effacez ce caractère, ou tapez de nouveau la ligne. Si le fichier en est "
        "plein, enregistrez-le de nouveau en UTF-8.",
    ),
    Rule(
        code="CAT-Y005",
        severity=Severity.ERREUR,
        titre="Fichier vide",
        message="le fichier ne contient aucun champ",
        label="fichier vide",
        pourquoi="Une fiche sans contenu ne peut pas être publiée.",
        remede="Remplissez la fiche, ou supprimez le fichier.",
        bon="nom: Garage solidaire",
    ),
    Rule(
        code="CAT-Y006",
        severity=Severity.ERREUR,
        titre="Fichier qui ne commence pas par un champ",
        message="le fichier doit être une suite de champs, chacun avec sa valeur",
        label="champ attendu",
        pourquoi="Chaque valeur d’une fiche se trouve par le nom de son champ.",
        remede="Commencez chaque ligne du premier niveau par le nom d’un champ, suivi de deux "
        "points et d’une espace.",
        mauvais="- Garage solidaire",
        bon="nom: Garage solidaire",
    ),
    Rule(
        code="CAT-Y007",
        severity=Severity.ERREUR,
        titre="Fichier qui contient trop de valeurs",
        message="le fichier contient plus de {limit} champs et valeurs",
        label="limite dépassée",
        pourquoi="Une fiche aussi longue n’est pas lisible et ralentit tout le site.",
        remede="Partagez le contenu en plusieurs fiches.",
    ),
    Rule(
        code="CAT-Y008",
        severity=Severity.ERREUR,
        titre="Trop de niveaux imbriqués",
        message="les champs sont imbriqués sur plus de {limit} niveaux",
        label="niveau de trop",
        pourquoi="Aucune fiche n’a besoin d’autant de niveaux ; c’est souvent le signe d’un "
        "décalage oublié.",
        remede="Vérifiez les espaces en début de ligne, ou simplifiez la condition.",
    ),
)

_REFUS: tuple[Rule, ...] = (
    Rule(
        code="CAT-Y010",
        severity=Severity.ERREUR,
        titre="Ancre YAML",
        message="« {value} » est une ancre YAML, qui n’est pas admise",
        label="ancre refusée",
        pourquoi="Un texte qui commence par « & » est pris par YAML pour une ancre et "
        "disparaît de la fiche.",
        remede="Si c’est un texte, entourez-le de guillemets. Sinon, écrivez la valeur en "
        "toutes lettres à chaque endroit.",
        mauvais="nom: &Compagnie",
        bon='nom: "&Compagnie"',
    ),
    Rule(
        code="CAT-Y011",
        severity=Severity.ERREUR,
        titre="Renvoi YAML",
        message="« {value} » est un renvoi YAML, qui n’est pas admis",
        label="renvoi refusé",
        pourquoi="Un texte qui commence par « * » est pris par YAML pour un renvoi vers un "
        "autre endroit du fichier.",
        remede="Si c’est un texte, entourez-le de guillemets. Sinon, écrivez la valeur en "
        "toutes lettres.",
        mauvais="precisions: *Important",
        bon='precisions: "*Important"',
    ),
    Rule(
        code="CAT-Y012",
        severity=Severity.ERREUR,
        titre="Étiquette YAML",
        message="« {value} » est une étiquette YAML, qui n’est pas admise",
        label="étiquette refusée",
        pourquoi="Un mot qui commence par « ! » est pris par YAML pour une étiquette et "
        "disparaît du texte.",
        remede="Si c’est un texte, entourez-le de guillemets. Sinon, retirez l’étiquette : "
        "le catalogue connaît le type de chaque champ.",
        mauvais="precisions: !Attention aux délais",
        bon='precisions: "!Attention aux délais"',
    ),
    Rule(
        code="CAT-Y013",
        severity=Severity.ERREUR,
        titre="Fusion YAML",
        message="la fusion « << » n’est pas admise",
        label="fusion refusée",
        pourquoi="Une fiche se lit seule : toutes ses valeurs y sont écrites.",
        remede="Recopiez les champs à la place de la fusion.",
        mauvais="adresse:\n  <<: *siege",
        bon="adresse:\n  commune: Ville-Exemple",
    ),
    Rule(
        code="CAT-Y014",
        severity=Severity.ERREUR,
        titre="Plusieurs documents dans un fichier",
        message="le fichier contient plusieurs documents ; une fiche par fichier",
        label="second document",
        pourquoi="Le nom du fichier est l’adresse de la fiche : un fichier ne peut pas en "
        "contenir deux.",
        remede="Mettez la seconde fiche dans son propre fichier, ou retirez la ligne de tirets "
        "ou de points qui sépare les deux.",
        mauvais="nom: Une action\n---\nnom: Une autre action",
        bon="nom: Une action",
    ),
    Rule(
        code="CAT-Y015",
        severity=Severity.ERREUR,
        titre="Directive YAML",
        message="la directive « {value} » n’est pas admise",
        label="directive refusée",
        pourquoi="Une ligne qui commence par « % » change la façon de lire le fichier.",
        remede="Retirez cette ligne.",
        mauvais="%YAML 1.1\n---\nnom: Garage solidaire",
        bon="nom: Garage solidaire",
    ),
    Rule(
        code="CAT-Y016",
        severity=Severity.ERREUR,
        titre="Nom de champ composé",
        message="le nom d’un champ doit être un mot seul, et non « {value} »",
        label="nom composé",
        pourquoi="Le nom d’un champ sert à retrouver sa valeur : il tient en un mot, sur une "
        "ligne.",
        remede="Écrivez le nom du champ, deux points, une espace, puis la valeur. Si c’est un "
        "texte, entourez-le de guillemets.",
        mauvais="? [nom, sigle]\n: AFE",
        bon="sigle: AFE",
    ),
    Rule(
        code="CAT-Y017",
        severity=Severity.ERREUR,
        titre="Champ répété",
        message="le champ « {value} » est déjà écrit à la ligne {first} ; seule la première "
        "valeur est lue",
        label="champ répété",
        pourquoi="Deux valeurs pour un même champ : le catalogue ne peut pas savoir laquelle "
        "est la bonne.",
        remede="Gardez une seule des deux lignes. Pour plusieurs valeurs, faites une liste.",
        mauvais="nom: Garage solidaire\nnom: Garage associatif",
        bon="nom: Garage solidaire",
    ),
    Rule(
        code="CAT-Y018",
        severity=Severity.ERREUR,
        titre="Nom de champ absent",
        message="il manque le nom du champ avant « : »",
        label="nom absent",
        pourquoi="Une valeur sans nom de champ ne peut aller nulle part dans la fiche.",
        remede="Écrivez le nom du champ avant les deux points, ou entourez le texte de guillemets.",
        mauvais=": Garage solidaire",
        bon="nom: Garage solidaire",
    ),
    Rule(
        code="CAT-Y019",
        severity=Severity.ERREUR,
        titre="Espace invisible dans un nom de champ",
        message="le nom du champ « {value} » contient une espace insécable ou invisible",
        label="espace invisible",
        pourquoi="Cette espace, venue d’un copier-coller ou du clavier, fait un autre nom que "
        "celui qui se lit à l’écran.",
        remede="Effacez les espaces autour du nom du champ et tapez-les de nouveau.",
    ),
)

RULES: tuple[Rule, ...] = _FICHIER + _REFUS + yaml_ecriture.RULES
