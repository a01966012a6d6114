"""How YAML is written: the second half of CAT-Y0xx.

Y020 to Y026: text read otherwise than its author wrote it. Y030 to Y040: syntax.
"""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

_TEXTE: tuple[Rule, ...] = (
    Rule(
        code="CAT-Y020",
        severity=Severity.ERREUR,
        titre="Texte coupé par « # »",
        message="le texte « {value} » est perdu : « # » ouvre un commentaire",
        label="texte perdu",
        pourquoi="Hors guillemets, ce qui suit une espace et « # » n’est pas lu : la fiche "
        "serait publiée sans la fin du texte.",
        remede="Entourez tout le texte de guillemets. Si c’est un commentaire, mettez une "
        "espace après « # » et deux avant.",
        mauvais="nom: Atelier #1",
        bon='nom: "Atelier #1"',
    ),
    Rule(
        code="CAT-Y021",
        severity=Severity.AVERTISSEMENT,
        titre="Texte peut-être coupé par « # »",
        message="« {value} » est lu comme un commentaire et ne sera pas publié",
        label="commentaire ?",
        pourquoi="Hors guillemets, ce qui suit une espace et « # » n’est pas lu.",
        remede="Si c’est du texte, entourez le tout de guillemets. Si c’est un commentaire, "
        "mettez deux espaces avant « # ».",
        mauvais="nom: Agrément n° # 3949",
        bon='nom: "Agrément n° # 3949"',
    ),
    Rule(
        code="CAT-Y022",
        severity=Severity.ERREUR,
        titre="Tiret de liste sans espace",
        message="« {value} » commence par un tiret sans espace : ce n’est pas un élément de liste",
        label="espace manquante",
        pourquoi="Sans espace après le tiret, YAML lit un texte au lieu d’une liste.",
        remede="Mettez une espace après le tiret. Si c’est un texte, entourez-le de guillemets.",
        mauvais="objectifs:\n  -Lever les freins",
        bon="objectifs:\n  - Lever les freins",
    ),
    Rule(
        code="CAT-Y023",
        severity=Severity.ERREUR,
        titre="Élément de liste avalé par le texte du dessus",
        message="« {value} » est lu comme la suite du texte du dessus, pas comme un élément "
        "de liste",
        label="tiret décalé",
        pourquoi="Un tiret plus à droite que ceux de sa liste continue le texte précédent.",
        remede="Alignez le tiret sur les autres. Pour une liste dans un texte, ouvrez le texte "
        "par « |- ».",
        mauvais="objectifs:\n  - Se loger\n    - Se déplacer",
        bon="objectifs:\n  - Se loger\n  - Se déplacer",
    ),
    Rule(
        code="CAT-Y024",
        severity=Severity.ERREUR,
        titre="Texte pris pour l’ouverture d’un paragraphe",
        message="« {value} » est lu comme l’ouverture d’un texte sur plusieurs lignes, qui "
        "est vide",
        label="texte perdu",
        pourquoi="En début de valeur, « > » et « | » annoncent un texte sur les lignes suivantes.",
        remede="Entourez la valeur de guillemets.",
        mauvais="seuil: >5",
        bon='seuil: ">5"',
    ),
    Rule(
        code="CAT-Y025",
        severity=Severity.ERREUR,
        titre="Commentaire au milieu d’un texte",
        message="« {value} » suit un commentaire « # » qui coupe le texte en deux",
        label="suite perdue",
        pourquoi="Hors guillemets, un commentaire termine le texte ; la suite n’appartient "
        "plus à aucun champ.",
        remede="Retirez le commentaire, ou ouvrez le texte par « >- » et allez à la ligne.",
        mauvais="resume: Un garage\n  # à relire\n  solidaire",
        bon="resume: >-\n  Un garage\n  solidaire",
    ),
    Rule(
        code="CAT-Y026",
        severity=Severity.ERREUR,
        titre="Tiret sur la ligne du champ",
        message="une liste commence à la ligne, pas après le nom du champ",
        label="tiret mal placé",
        pourquoi="Un tiret suivi d’une espace annonce un élément de liste, seul sur sa ligne.",
        remede="Allez à la ligne avant le tiret. Si c’est un texte, entourez-le de guillemets.",
        mauvais="objectifs: - Se loger",
        bon="objectifs:\n  - Se loger",
    ),
)

_SYNTAXE: tuple[Rule, ...] = (
    Rule(
        code="CAT-Y030",
        severity=Severity.ERREUR,
        titre="Tabulation en début de ligne",
        message="une tabulation sert de décalage ; YAML n’admet que des espaces",
        label="tabulation",
        pourquoi="La largeur d’une tabulation change d’un logiciel à l’autre, et avec elle le "
        "sens du fichier.",
        remede="Remplacez chaque tabulation du début de ligne par deux espaces.",
        bon="adresse:\n  commune: Ville-Exemple",
    ),
    Rule(
        code="CAT-Y031",
        severity=Severity.ERREUR,
        titre="Deux points dans un texte sans guillemets",
        message="le texte « {value} » contient « : », qui annonce un champ",
        label="guillemets manquants",
        pourquoi="Hors guillemets, deux points suivis d’une espace séparent un nom de champ "
        "et sa valeur.",
        remede="Entourez le texte de guillemets, ou écrivez « >- » après le nom du champ et le "
        "texte à la ligne, décalé de deux espaces.",
        mauvais="nom: Centre social: accueil",
        bon='nom: "Centre social: accueil"',
    ),
    Rule(
        code="CAT-Y032",
        severity=Severity.ERREUR,
        titre="Guillemet jamais fermé",
        message="le guillemet {value} ouvert ici n’est pas fermé au bon endroit",
        label="guillemet ouvert",
        pourquoi="Tout ce qui suit, jusqu’au guillemet suivant, est pris pour la suite du texte.",
        remede="Fermez le guillemet à la fin du texte. Si le texte continue sur d’autres "
        "lignes, décalez-les de deux espaces.",
        mauvais='nom: "Garage solidaire',
        bon='nom: "Garage solidaire"',
    ),
    Rule(
        code="CAT-Y033",
        severity=Severity.ERREUR,
        titre="Texte après une valeur terminée",
        message="« {value} » suit une valeur déjà terminée par un guillemet ou un crochet",
        label="texte en trop",
        pourquoi="Un guillemet ou un crochet fermant termine la valeur ; ce qui suit n’y "
        "appartient plus.",
        remede="Mettez tout le texte entre guillemets d’une autre sorte : un texte qui contient "
        "des guillemets droits s’entoure d’apostrophes droites, et inversement.",
        mauvais="nom: 'Les ateliers de l'avenir'",
        bon='nom: "Les ateliers de l\'avenir"',
    ),
    Rule(
        code="CAT-Y034",
        severity=Severity.ERREUR,
        titre="Ligne mal alignée",
        message="la ligne « {value} » n’est pas alignée avec les champs ou les tirets voisins",
        label="mauvais décalage",
        pourquoi="Les espaces du début de ligne disent à quel champ appartient une valeur.",
        remede="Mettez autant d’espaces au début de cette ligne que devant les champs, ou les "
        "tirets, du même niveau.",
        mauvais="adresse:\n  voie: 1 rue Exemple\n commune: Ville-Exemple",
        bon="adresse:\n  voie: 1 rue Exemple\n  commune: Ville-Exemple",
    ),
    Rule(
        code="CAT-Y035",
        severity=Severity.ERREUR,
        titre="Crochet ou accolade non fermés",
        message="« {character} » ouvert ici n’est pas fermé par « {closing} », ou une virgule "
        "manque entre deux valeurs",
        label="à fermer",
        pourquoi="Un texte qui commence par un crochet ou une accolade est lu comme une liste "
        "ou un groupe de champs.",
        remede="Fermez le crochet ou l’accolade. Si c’est un texte, entourez-le de guillemets.",
        mauvais="thematiques: [mobilite, logement",
        bon="thematiques: [mobilite, logement]",
    ),
    Rule(
        code="CAT-Y036",
        severity=Severity.ERREUR,
        titre="Texte qui commence par un signe réservé",
        message="un texte sans guillemets ne peut pas commencer par « {character} »",
        label="signe réservé",
        pourquoi="YAML garde pour lui certains signes en début de valeur : arobase, accent grave, "
        "pour cent, esperluette, astérisque, exclamation, barre, virgule, crochets et accolades.",
        remede="Entourez le texte de guillemets.",
        mauvais="precisions: @association",
        bon='precisions: "@association"',
    ),
    Rule(
        code="CAT-Y037",
        severity=Severity.ERREUR,
        titre="Espace manquante après « : »",
        message="il manque une espace ordinaire après les deux points de « {key} »",
        label="espace manquante",
        pourquoi="Sans espace ordinaire après les deux points, YAML ne reconnaît pas le nom du "
        "champ. Une espace insécable ne convient pas.",
        remede="Tapez une espace ordinaire après les deux points.",
        mauvais="nom:Garage solidaire\nstatut: publie",
        bon="nom: Garage solidaire",
    ),
    Rule(
        code="CAT-Y038",
        severity=Severity.ERREUR,
        titre="Ligne qui n’est ni un champ ni la suite d’un texte",
        message="la ligne « {value} » n’est ni un champ ni la suite du texte du dessus",
        label="ligne isolée",
        pourquoi="Un texte sur plusieurs lignes doit être décalé vers la droite pour "
        "appartenir à son champ.",
        remede="Décalez la ligne de deux espaces si elle continue le texte du dessus ; sinon, "
        "écrivez le nom du champ suivi de deux points et d’une espace.",
        mauvais="resume: >-\nUn garage solidaire",
        bon="resume: >-\n  Un garage solidaire",
    ),
    Rule(
        code="CAT-Y039",
        severity=Severity.ERREUR,
        titre="Barre oblique inverse entre guillemets",
        message="« \\ » entre guillemets droits annonce un caractère spécial, inconnu ici",
        label="caractère inconnu",
        pourquoi="Entre guillemets droits, YAML lit la barre oblique inverse et ce qui la suit "
        "comme un seul caractère.",
        remede="Doublez la barre oblique inverse, ou entourez le texte d’apostrophes droites.",
        mauvais='source: "\\dossier"',
        bon="source: '\\dossier'",
    ),
    Rule(
        code="CAT-Y040",
        severity=Severity.ERREUR,
        titre="YAML incompréhensible",
        message="le fichier n’est plus compris à partir d’ici",
        label="à vérifier",
        pourquoi="La lecture s’arrête là : la suite de la fiche n’a pas été vérifiée.",
        remede="Vérifiez cette ligne et celle du dessus : guillemets, deux points, espaces en "
        "début de ligne. Au besoin, entourez le texte de guillemets.",
    ),
)

RULES: tuple[Rule, ...] = _TEXTE + _SYNTAXE
