"""The closed lists of data·inclusion v1, so that an export validates with its package.

They hold exactly the values of the data·inclusion schema, version 1.0.8 (27 April 2026),
published by the GIP Plateforme de l'inclusion under Licence Ouverte 2.0:
https://github.com/gip-inclusion/data-inclusion-schema. The descriptions are ours; a label
is ours too where plain French reads better.
"""

from __future__ import annotations

import csv
from importlib.resources import files

from site_builder.vocabulary.value import Value, Vocabulary, vocabulary

DATA_INCLUSION_VERSION = "1.0.8"


def _from_table(name: str, title: str) -> Vocabulary:
    """Read a long list from ``data/<name>.csv`` (value;label;description, with a header)."""
    table = files("site_builder.vocabulary") / "data" / f"{name}.csv"
    _header, *rows = csv.reader(table.read_text(encoding="utf-8").splitlines(), delimiter=";")
    return Vocabulary(name, title, tuple(Value(*row) for row in rows))


TYPES = vocabulary(
    "type",
    "Type de service",
    ("accompagnement", "Accompagnement", "Un professionnel suit la personne dans la durée."),
    (
        "aide-financiere",
        "Aide financière",
        "De l’argent versé, ou une dépense prise en charge, pour avancer vers l’emploi.",
    ),
    (
        "aide-materielle",
        "Aide matérielle",
        "Un bien prêté, donné ou loué à bas prix\u00a0: véhicule, ordinateur, vêtements, repas.",
    ),
    ("atelier", "Atelier", "Une activité en groupe sur un thème utile au retour à l’emploi."),
    ("formation", "Formation", "Un apprentissage encadré par des formateurs."),
    ("information", "Information", "De premiers renseignements donnés par un professionnel."),
)

CATEGORIES_THEMATIQUES = _from_table("categories_thematiques", "Catégories de thématiques")
THEMATIQUES = _from_table("thematiques", "Thématiques")

FRAIS = vocabulary(
    "frais",
    "Frais",
    ("gratuit", "Gratuit", "La personne ne paie rien."),
    ("payant", "Payant", "La personne paie tout ou partie du service."),
)

MODES_ACCUEIL = vocabulary(
    "modes_accueil",
    "Modes d’accueil",
    ("a-distance", "À distance", "Par téléphone, en visioconférence ou sur internet."),
    ("en-presentiel", "En présentiel", "Sur place, à l’adresse indiquée."),
)

MOBILISABLE_PAR = vocabulary(
    "mobilisable_par",
    "Personnes mobilisatrices",
    ("usagers", "Usagers", "La personne peut faire la demande elle-même."),
    ("professionnels", "Professionnels", "Un professionnel de l’insertion fait la demande."),
)

MODES_MOBILISATION = vocabulary(
    "modes_mobilisation",
    "Modes de mobilisation",
    ("envoyer-un-courriel", "Envoyer un courriel", "Écrire à l’adresse électronique indiquée."),
    ("se-presenter", "Se présenter", "Venir sur place, à l’adresse indiquée."),
    ("telephoner", "Téléphoner", "Appeler le numéro indiqué."),
    (
        "utiliser-lien-mobilisation",
        "Utiliser le lien de mobilisation",
        "Faire la demande en ligne, à l’adresse web indiquée.",
    ),
)

PUBLICS = vocabulary(
    "publics",
    "Publics",
    ("tous-publics", "Tous publics", "Toute personne, sans distinction."),
    ("actifs", "Actifs", "Personnes qui travaillent, salariées ou à leur compte."),
    (
        "beneficiaires-des-minimas-sociaux",
        "Bénéficiaires des minima sociaux",
        "Personnes qui perçoivent le RSA ou une autre allocation de solidarité.",
    ),
    ("demandeurs-emploi", "Demandeurs d’emploi", "Personnes qui cherchent un emploi."),
    ("etudiants", "Étudiants", "Personnes qui suivent des études supérieures."),
    ("familles", "Familles", "Parents, enfants et proches d’un même foyer."),
    ("femmes", "Femmes", "Actions réservées aux femmes ou conçues pour elles."),
    ("jeunes", "Jeunes", "Adolescents et jeunes adultes."),
    (
        "personnes-en-situation-de-handicap",
        "Personnes en situation de handicap",
        "Personnes qui vivent avec un handicap, quel qu’il soit.",
    ),
    (
        "personnes-en-situation-durgence",
        "Personnes en situation d’urgence",
        "Personnes sans abri, en grande précarité ou victimes de violences.",
    ),
    (
        "personnes-en-situation-juridique-specifique",
        "Personnes en situation juridique spécifique",
        "Personnes détenues, sortant de détention ou sous main de justice.",
    ),
    (
        "personnes-exilees",
        "Personnes exilées",
        "Personnes réfugiées, demandeuses d’asile ou immigrées.",
    ),
    (
        "residents-qpv-frr",
        "Résidents en QPV ou FRR",
        "Habitants d’un quartier prioritaire ou d’une commune France ruralités revitalisation.",
    ),
    ("seniors", "Séniors", "Personnes âgées ou proches de la retraite."),
)

RESEAUX_PORTEURS = _from_table("reseaux_porteurs", "Réseaux porteurs")


def categorie_of_thematique(thematique: str) -> Value:
    """Return the category that opens a thematique (``mobilite--preparer-un-permis``).

    Raises ``KeyError`` when ``thematique`` is not one of ``THEMATIQUES``.
    """
    categorie, _, _ = THEMATIQUES[thematique].value.partition("--")
    return CATEGORIES_THEMATIQUES[categorie]
