"""Every closed list of the catalogue: those of data·inclusion, then ours.

Editors read the labels and descriptions in their forms and in the generated guide.
"""

from __future__ import annotations

from site_builder.vocabulary.data_inclusion import (
    CATEGORIES_THEMATIQUES,
    DATA_INCLUSION_VERSION,
    FRAIS,
    MOBILISABLE_PAR,
    MODES_ACCUEIL,
    MODES_MOBILISATION,
    PUBLICS,
    RESEAUX_PORTEURS,
    THEMATIQUES,
    TYPES,
    categorie_of_thematique,
)
from site_builder.vocabulary.value import Value, Vocabulary, vocabulary

__all__ = [
    "CATEGORIES_STRUCTURE",
    "CATEGORIES_THEMATIQUES",
    "DATA_INCLUSION_VERSION",
    "FRAIS",
    "LECTEURS",
    "MOBILISABLE_PAR",
    "MODES_ACCUEIL",
    "MODES_MOBILISATION",
    "NATURES_BASE_LEGALE",
    "NATURES_CONDITION",
    "NATURES_TERRITOIRE",
    "PARCOURS",
    "PUBLICS",
    "RESEAUX_PORTEURS",
    "RESULTATS",
    "ROLES",
    "STATUTS",
    "THEMATIQUES",
    "TYPES",
    "TYPES_QUESTION",
    "UNITES_FINANCEMENT",
    "VOCABULARIES",
    "Value",
    "Vocabulary",
    "categorie_of_thematique",
]

STATUTS = vocabulary(
    "statut",
    "Statut de la fiche",
    ("brouillon", "Brouillon", "La fiche est en préparation\u202f; elle n’est pas publiée."),
    ("publie", "Publié", "La fiche est visible sur le site, dans ses dates de publication."),
    (
        "suspendu",
        "Suspendu",
        "L’action est interrompue\u202f; la fiche le dit et n’oriente personne.",
    ),
    ("archive", "Archivé", "L’action est terminée\u202f; la fiche n’est gardée que pour mémoire."),
)

PARCOURS = vocabulary(
    "parcours",
    "Parcours",
    (
        "professionnel",
        "Professionnel",
        "Pour une personne prête à chercher un emploi ou à créer son activité.",
    ),
    (
        "socioprofessionnel",
        "Socioprofessionnel",
        "Pour une personne qui avance vers l’emploi tout en réglant d’autres difficultés.",
    ),
    (
        "social",
        "Social",
        "Pour une personne qui ne peut pas chercher un emploi dans l’immédiat.",
    ),
)

ROLES = vocabulary(
    "role",
    "Rôle d’une structure",
    ("pilote", "Pilote", "Décide de l’action, la coordonne et en suit les résultats."),
    ("porteur", "Porteur", "Met l’action en œuvre auprès des personnes."),
    ("financeur", "Financeur", "Paie tout ou partie de l’action."),
    ("partenaire", "Partenaire", "Contribue à l’action sans la porter."),
    ("prescripteur", "Prescripteur", "Oriente des personnes vers l’action."),
)

NATURES_TERRITOIRE = vocabulary(
    "nature_territoire",
    "Nature d’un territoire",
    ("departement", "Département", "Un département entier, désigné par son code."),
    (
        "insertion",
        "Territoire d’insertion",
        "Un découpage propre au département, décrit par ses communes ou ses EPCI.",
    ),
    ("epci", "Intercommunalité", "Un EPCI à fiscalité propre, désigné par son SIREN."),
    ("commune", "Commune", "Une commune, désignée par son code INSEE."),
)

NATURES_CONDITION = vocabulary(
    "nature_condition",
    "Nature d’une condition",
    ("obligatoire", "Obligatoire", "Qui ne la remplit pas n’a pas accès à l’action."),
    (
        "prioritaire",
        "Prioritaire",
        "Elle n’exclut personne\u202f; elle fait passer avant d’autres.",
    ),
)

TYPES_QUESTION = vocabulary(
    "type_question",
    "Type de question",
    ("oui-non", "Oui ou non", "On répond par oui ou par non."),
    ("choix", "Un seul choix", "On retient une option de la liste."),
    ("choix-multiple", "Plusieurs choix", "On retient une ou plusieurs options de la liste."),
    ("nombre", "Nombre", "On écrit un nombre\u202f; l’unité et les bornes sont précisées."),
    ("date", "Date", "On donne un jour précis."),
    ("commune", "Commune", "On choisit une commune, à partir de son nom ou d’un code postal."),
)

UNITES_FINANCEMENT = vocabulary(
    "unite_financement",
    "Unité d’un financement",
    ("personne", "Par personne", "Le montant vaut pour chaque personne accompagnée."),
    ("place", "Par place", "Le montant vaut pour chaque place conventionnée, occupée ou non."),
    ("forfait", "Forfait", "Le montant est fixé une fois pour toutes."),
    ("an", "Par an", "Le montant vaut pour une année."),
    ("mois", "Par mois", "Le montant vaut pour un mois."),
    ("heure", "Par heure", "Le montant vaut pour une heure."),
    ("etp", "Par équivalent temps plein", "Le montant vaut pour un poste à temps plein."),
    ("projet", "Par projet", "Le montant vaut pour chaque projet retenu."),
    ("autre", "Autre", "Le libellé de la ligne dit à quoi se rapporte le montant."),
)

LECTEURS = vocabulary(
    "lecteur",
    "Lecteur",
    ("beneficiaire", "Bénéficiaire", "La personne qui cherche une aide pour elle-même."),
    ("prescripteur", "Prescripteur", "Le professionnel qui oriente une personne."),
    ("porteur", "Porteur", "L’organisme qui veut porter une action ou répondre à un appel."),
)

RESULTATS = vocabulary(
    "resultat",
    "Résultat d’une action",
    ("oui", "Oui", "Toutes les conditions sont remplies."),
    ("sous-reserve", "Sous réserve", "Il ne reste que l’avis d’un professionnel."),
    ("a-preciser", "À préciser", "Il manque des réponses pour conclure."),
    ("plus-tard", "Plus tard", "Ce sera possible à une date connue."),
    ("non", "Non", "Au moins une condition n’est pas remplie."),
)

CATEGORIES_STRUCTURE = vocabulary(
    "categorie",
    "Catégorie de structure",
    ("departement", "Département", "La collectivité départementale elle-même."),
    (
        "service-departemental",
        "Service du Département",
        "Direction, service local, pôle d’insertion ou maison des solidarités.",
    ),
    ("region", "Région", "Le conseil régional et ses services."),
    ("epci", "Intercommunalité", "Communauté de communes ou d’agglomération, métropole."),
    ("commune", "Commune", "Une mairie et ses services, hors CCAS."),
    ("ccas", "CCAS ou CIAS", "Centre communal ou intercommunal d’action sociale."),
    ("etat", "État", "Préfecture, ministère ou service déconcentré, agence de l’État."),
    ("france-travail", "France Travail", "L’opérateur public de l’emploi (ex-Pôle emploi)."),
    ("mission-locale", "Mission locale", "Accompagnement des jeunes de 16 à 25 ans."),
    ("cap-emploi", "Cap emploi", "Emploi des personnes en situation de handicap."),
    ("plie", "PLIE", "Plan local pour l’insertion et l’emploi."),
    (
        "siae",
        "Structure d’insertion par l’activité économique",
        "Chantier, entreprise ou association intermédiaire qui emploie en insertion.",
    ),
    (
        "structure-accompagnement",
        "Structure d’accompagnement",
        "Organisme conventionné ou mandaté pour accompagner des personnes.",
    ),
    ("organisme-formation", "Organisme de formation", "Dispense des formations."),
    ("association", "Association", "Association qu’aucune autre catégorie ne décrit mieux."),
    ("chambre-consulaire", "Chambre consulaire", "Commerce, métiers ou agriculture."),
    (
        "organisation-professionnelle",
        "Organisation professionnelle",
        "Syndicat professionnel, fédération ou branche.",
    ),
    ("entreprise", "Entreprise", "Employeur ou réseau d’entreprises."),
    ("handicap", "Handicap", "MDPH, Agefiph ou autre organisme dédié au handicap."),
    ("sante", "Santé", "Établissement, service ou structure de soins."),
    ("protection-sociale", "Protection sociale", "CAF, MSA, assurance maladie ou retraite."),
    ("autre", "Autre", "Aucune des catégories ci-dessus ne convient."),
)

NATURES_BASE_LEGALE = vocabulary(
    "nature_base_legale",
    "Nature d’une base légale",
    ("loi", "Loi", "Loi ou ordonnance."),
    ("decret", "Décret", "Décret du Premier ministre ou du Président de la République."),
    ("arrete", "Arrêté", "Arrêté ministériel, préfectoral ou de la collectivité."),
    ("code", "Code", "Article d’un code, par exemple celui de l’action sociale."),
    ("deliberation", "Délibération", "Vote d’une assemblée locale ou de sa commission."),
    ("programme", "Programme", "Programme ou pacte adopté\u00a0: PDI, PTI, FSE+…"),
    ("referentiel", "Référentiel", "Référentiel, cahier des charges ou règlement intérieur."),
    ("autre", "Autre", "Convention, circulaire ou tout autre texte."),
)

VOCABULARIES: tuple[Vocabulary, ...] = (
    TYPES,
    CATEGORIES_THEMATIQUES,
    THEMATIQUES,
    FRAIS,
    MODES_ACCUEIL,
    MOBILISABLE_PAR,
    MODES_MOBILISATION,
    PUBLICS,
    RESEAUX_PORTEURS,
    STATUTS,
    PARCOURS,
    ROLES,
    NATURES_TERRITOIRE,
    NATURES_CONDITION,
    TYPES_QUESTION,
    UNITES_FINANCEMENT,
    LECTEURS,
    RESULTATS,
    CATEGORIES_STRUCTURE,
    NATURES_BASE_LEGALE,
)
