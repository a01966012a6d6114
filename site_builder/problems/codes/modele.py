"""What the model knows (fields, types, closed values): CAT-M0xx."""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

_E = Severity.ERREUR

RULES: tuple[Rule, ...] = (
    Rule(
        code="CAT-M000",
        severity=_E,
        titre="Valeur refusée",
        message="la valeur du champ «\u00a0{title}\u00a0» ne convient pas",
        label="valeur refusée",
        pourquoi="Ce que le fichier contient à cet endroit ne correspond pas au format du "
        "catalogue.",
        remede="Comparez avec l’exemple du champ dans le guide du format.",
        bon="nom: Parcours emploi renforcé",
    ),
    Rule(
        code="CAT-M001",
        severity=_E,
        titre="Champ obligatoire absent",
        message="le champ obligatoire «\u00a0{key}\u00a0» ({title}) manque ou il est vide",
        label="{key} manque ici",
        pourquoi="Sans ce champ, la fiche ne peut pas être présentée au public.",
        remede="Ajoutez le champ et remplissez-le.",
        mauvais="nom:\nresume: Un conseiller vous aide.",
        bon="nom: Parcours emploi renforcé\nresume: Un conseiller vous aide.",
    ),
    Rule(
        code="CAT-M002",
        severity=_E,
        titre="Champ inconnu",
        message="le champ «\u00a0{key}\u00a0» n’existe pas ici",
        label="champ inconnu",
        pourquoi="Un champ mal écrit serait perdu\u00a0: ce qu’il contient ne paraîtrait pas sur "
        "le site.",
        remede="Corrigez le nom du champ. Le guide du format donne la liste des champs de chaque "
        "sorte de fiche.",
        mauvais="resumé: Un conseiller vous aide.",
        bon="resume: Un conseiller vous aide.",
    ),
    Rule(
        code="CAT-M003",
        severity=_E,
        titre="Champ décidé par le nom du fichier",
        message="le champ «\u00a0{value}\u00a0» ne s’écrit pas\u00a0: c’est le nom du fichier qui "
        "le donne",
        label="à supprimer",
        pourquoi="L’identifiant d’une fiche est le nom de son fichier\u202f; l’écrire deux fois "
        "permettrait de se contredire.",
        remede="Supprimez la ligne et, si besoin, renommez le fichier.",
        mauvais="slug: garage-solidaire\nnom: Garage solidaire",
        bon="nom: Garage solidaire",
    ),
    Rule(
        code="CAT-M004",
        severity=_E,
        titre="Valeur hors de la liste",
        message="«\u00a0{value}\u00a0» n’est pas une valeur possible du champ "
        "«\u00a0{title}\u00a0»\u202f; valeurs possibles\u00a0: {values}",
        label="hors de la liste",
        pourquoi="Ce champ sert aux filtres et aux exports\u00a0: il ne prend que des valeurs "
        "connues.",
        remede="Choisissez une valeur de la liste. Le guide du format dit ce que chacune signifie.",
        mauvais="statut: publié",
        bon="statut: publie",
    ),
    Rule(
        code="CAT-M005",
        severity=_E,
        titre="Texte trop long",
        message="le texte du champ «\u00a0{title}\u00a0» fait {length} caractères\u202f; il en "
        "faut {max_length} au plus",
        label="trop long",
        pourquoi="Un texte court se lit mieux, surtout sur un téléphone.",
        remede="Raccourcissez le texte, ou déplacez le détail dans la description.",
        bon="resume: Un conseiller vous aide à retrouver un emploi.",
    ),
    Rule(
        code="CAT-M006",
        severity=_E,
        titre="Texte attendu",
        message="le champ «\u00a0{title}\u00a0» attend un texte, pas une liste ni des sous-champs",
        label="un texte ici",
        pourquoi="Le catalogue ne saurait pas comment montrer une liste à cet endroit.",
        remede="Écrivez le texte sur la même ligne, ou sur les lignes suivantes après "
        "«\u00a0>-\u00a0».",
        mauvais="nom:\n  - Parcours emploi renforcé",
        bon="nom: Parcours emploi renforcé",
    ),
    Rule(
        code="CAT-M007",
        severity=_E,
        titre="Liste attendue",
        message="le champ «\u00a0{title}\u00a0» attend une liste",
        label="une liste ici",
        pourquoi="Ce champ peut contenir plusieurs éléments\u00a0: chacun commence par un tiret.",
        remede="Mettez chaque élément sur sa ligne, après un tiret et une espace.",
        mauvais="objectifs:\n  un: Accompagner",
        bon="objectifs:\n  - Accompagner",
    ),
    Rule(
        code="CAT-M008",
        severity=_E,
        titre="Sous-champs attendus",
        message="le champ «\u00a0{title}\u00a0» attend des sous-champs",
        label="des sous-champs ici",
        pourquoi="Ce champ est composé de plusieurs informations, chacune sous son nom.",
        remede="Écrivez chaque sous-champ sur sa ligne, décalé de deux espaces.",
        mauvais="source: Programme départemental",
        bon="source:\n  document: Programme départemental",
    ),
    Rule(
        code="CAT-M009",
        severity=_E,
        titre="Liste vide",
        message="la liste du champ «\u00a0{title}\u00a0» est vide",
        label="liste vide",
        pourquoi="Une condition sans rien à vérifier n’a pas de sens.",
        remede="Ajoutez au moins un élément, ou supprimez le champ.",
        mauvais="territoire: []",
        bon="territoire: [isere]",
    ),
    Rule(
        code="CAT-M010",
        severity=_E,
        titre="Forme refusée",
        message="«\u00a0{value}\u00a0» n’a pas la forme attendue pour le champ "
        "«\u00a0{title}\u00a0»",
        label="forme refusée",
        pourquoi="Ce champ suit une écriture précise, que d’autres parties du site relisent.",
        remede="Comparez avec l’exemple du champ dans le guide du format.",
        bon='couleur_principale: "#1d4f5c"',
    ),
    Rule(
        code="CAT-M011",
        severity=_E,
        titre="Une seule ligne",
        message="le champ «\u00a0{title}\u00a0» tient sur une seule ligne",
        label="plusieurs lignes",
        pourquoi="Ce texte sert de titre ou d’étiquette\u00a0: il ne peut pas contenir de retour "
        "à la ligne.",
        remede="Remplacez «\u00a0|\u00a0» par «\u00a0>-\u00a0», ou écrivez le texte sur une ligne.",
        mauvais="nom: |\n  Parcours\n  emploi",
        bon="nom: Parcours emploi",
    ),
    Rule(
        code="CAT-M012",
        severity=_E,
        titre="Nombre négatif",
        message="«\u00a0{value}\u00a0» est négatif\u202f; le champ «\u00a0{title}\u00a0» attend "
        "zéro ou plus",
        label="négatif",
        pourquoi="Un montant, une part ou un effectif ne peut pas être négatif.",
        remede="Vérifiez le nombre.",
        mauvais="montant: -80",
        bon="montant: 80",
    ),
    Rule(
        code="CAT-M013",
        severity=_E,
        titre="Nombre entier attendu",
        message="«\u00a0{value}\u00a0» n’est pas un nombre entier\u202f; le champ "
        "«\u00a0{title}\u00a0» en attend un",
        label="pas entier",
        pourquoi="Ce champ compte des personnes, des places ou des semaines.",
        remede="Arrondissez le nombre, ou donnez le détail dans les précisions.",
        mauvais="file_active: 70,5",
        bon="file_active: 70",
    ),
    Rule(
        code="CAT-M014",
        severity=_E,
        titre="Plus de cent pour cent",
        message="«\u00a0{value}\u00a0» dépasse 100\u202f; le champ «\u00a0{title}\u00a0» est un "
        "pourcentage",
        label="plus de 100",
        pourquoi="Une part ne peut pas dépasser le tout.",
        remede="Écrivez un nombre entre 0 et 100, sans le signe\u202f%.",
        mauvais="pourcentage: 150",
        bon="pourcentage: 50",
    ),
    Rule(
        code="CAT-M016",
        severity=_E,
        titre="Clé mal formée",
        message="la clé «\u00a0{value}\u00a0» contient autre chose que des minuscules sans "
        "accent, des chiffres et des tirets",
        label="clé mal formée",
        pourquoi="Cette clé sert d’adresse et de repère dans les autres fichiers.",
        remede="Utilisez des lettres minuscules sans accent, des chiffres, des tirets.",
        mauvais="Âge:\n  type: nombre",
        bon="age:\n  type: nombre",
    ),
)
