"""The words that synthetic records are written with: functions and things, never persons."""

from __future__ import annotations

from itertools import product

# Names ---------------------------------------------------------------------------------------

SORTES = (
    "Accompagnement",
    "Atelier",
    "Bilan",
    "Bourse fictive",
    "Chantier d’exemple",
    "Coup de pouce",
    "Découverte",
    "Formation",
    "Groupe d’entraide",
    "Parcours",
    "Permanence",
    "Rencontre",
    "Soutien",
    "Tremplin",
)
_ENDROITS = (
    *("Ville-Exemple", "Bourg-Exemple", "Val-Exemple", "Mont-Exemple", "Port-Exemple"),
    *("Pont-Exemple", "Rive-Exemple", "Plaine-Exemple", "Roche-Exemple", "Bois-Exemple"),
    *("Champ-Exemple", "Fontaine-Exemple", "Lande-Exemple", "Combe-Exemple", "Anse-Exemple"),
)
_ARBRES = (
    *("des Tilleuls", "des Érables", "des Noisetiers", "des Aulnes", "des Charmes"),
    *("des Frênes", "des Saules", "des Peupliers", "des Merisiers", "des Cormiers"),
    *("des Genêts", "des Sureaux", "des Bouleaux", "des Chênes", "des Hêtres"),
    *("des Ormes", "des Cèdres", "des Mélèzes", "des Alisiers", "des Trembles"),
)
LIEUX = tuple(f"{endroit} {arbres}" for endroit, arbres in product(_ENDROITS, _ARBRES))
PAYS = (
    *("Pays", "Rives", "Plateau", "Vallons", "Coteaux", "Marais", "Collines", "Littoral"),
    *("Plaine", "Hauts", "Boucles", "Sources"),
)

# The subject of an action, and its value in data·inclusion.
THEMES = {
    "mobilité": "mobilite--etre-accompagne-dans-son-parcours-mobilite",
    "permis de conduire": "mobilite--preparer-un-permis",
    "location de véhicule": "mobilite--acceder-a-un-vehicule",
    "recherche d’emploi": "preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi",
    "entretien d’embauche": "trouver-un-emploi--convaincre-un-recruteur-en-entretien",
    "maintien dans l’emploi": "trouver-un-emploi--maintien-dans-lemploi",
    "projet professionnel": "choisir-un-metier--confirmer-son-choix-de-metier",
    "découverte des métiers": "choisir-un-metier--decouvrir-un-metier-ou-un-secteur-dactivite",
    "création d’activité": "creer-une-entreprise--definir-son-projet-de-creation-dentreprise",
    "accès aux droits": (
        "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits"
    ),
    "gestion du budget": "difficultes-financieres--ameliorer-sa-gestion-budgetaire",
    "aide alimentaire": "equipement-et-alimentation--alimentation",
    "garde d’enfants": "famille--garde-denfants",
    "soutien aux aidants": "famille--soutien-aidants",
    "maîtrise du français": "lecture-ecriture-calcul--maitriser-le-francais",
    "calcul au quotidien": "lecture-ecriture-calcul--maitriser-le-calcul",
    "logement": "logement-hebergement--louer-un-logement",
    "impayés de loyer": "logement-hebergement--reduire-les-impayes-de-loyer",
    "démarches en ligne": "numerique--acceder-a-des-services-en-ligne",
    "bases du numérique": "numerique--maitriser-les-fondamentaux-du-numerique",
    "confiance en soi": "remobilisation--bien-etre-confiance-en-soi",
    "lien social": "remobilisation--lien-social",
    "accès aux soins": "sante--acces-aux-soins",
    "choix d’une formation": "se-former--trouver-sa-formation",
}
ORGANISMES = {
    "Association Fictive": "association",
    "Atelier Fictif": "siae",
    "Centre Fictif": "structure-accompagnement",
    "École Fictive": "organisme-formation",
    "Maison Fictive": "service-departemental",
    "Pôle Fictif": "structure-accompagnement",
    "Relais Fictif": "ccas",
    "Réseau Fictif": "association",
    "Service Fictif": "service-departemental",
    "Comptoir Fictif": "epci",
}
PUBLICS = {
    "Jeunes": "jeunes",
    "Familles": "familles",
    "Demandeurs d’emploi": "demandeurs-emploi",
    "Allocataires": "beneficiaires-des-minimas-sociaux",
    "Séniors": "seniors",
    "Salariés à temps partiel": "actifs",
    "Étudiants": "etudiants",
    "Nouveaux arrivants": "personnes-exilees",
}
SITUATIONS = (
    *("sans moyen de transport", "sans logement stable", "en reprise d’études"),
    *("en fin de contrat", "en début de parcours", "avec un projet à confirmer"),
    *("éloignés des services", "en quête d’un premier emploi", "avec un enfant à charge"),
    *("peu à l’aise avec l’écrit", "sans accès au numérique", "en reprise d’activité"),
)

# Sentences -----------------------------------------------------------------------------------

ACTEURS = (
    *("l’accueil", "l’animateur de l’atelier", "l’équipe", "l’organisme porteur", "la commission"),
    *("la conseillère", "la coordination", "la personne chargée du suivi", "la structure"),
    *("le comité de suivi", "le conseiller", "le financeur", "le formateur", "le partenaire"),
    *("le pôle local", "le prescripteur", "le référent", "le secrétariat", "le service social"),
    *("un bénévole formé", "un employeur du secteur", "un intervenant extérieur", "un médiateur"),
)
VERBES = (
    *("adapte", "anime", "conçoit", "construit", "coordonne", "décrit", "engage", "explique"),
    *("facilite", "fixe", "met en place", "organise", "partage", "planifie", "prépare"),
    *("présente", "programme", "propose", "relit", "soutient", "suit", "valide"),
)
OBJETS = (
    *("chaque étape du parcours", "des ateliers en petit groupe", "des mises en situation"),
    *("des outils simples", "des rendez-vous réguliers", "des visites d’entreprise"),
    *("l’accès aux formations courtes", "l’achat de petit matériel", "l’entretien d’accueil"),
    *("l’inscription au groupe", "l’orientation vers un service adapté", "la demande d’aide"),
    *("la fiche de liaison", "la période d’essai", "la recherche de solutions", "la sortie"),
    *("le bilan intermédiaire", "le calendrier", "le carnet de suivi", "le contrat d’engagement"),
    *("le diagnostic partagé", "le dossier complet", "le plan d’action", "le point d’étape"),
    *("le premier rendez-vous", "le projet individuel", "le relais avec les partenaires"),
    *("les démarches en ligne", "les immersions de courte durée", "les objectifs du trimestre"),
    *("les réunions d’information", "un accueil sans rendez-vous", "un atelier pratique"),
    *("un bilan des compétences acquises", "un budget prévisionnel", "un essai de conduite"),
    *("un espace d’échange", "un inventaire des besoins", "un livret de bienvenue"),
    *("un parrainage", "un prêt de véhicule", "un soutien psychologique", "un temps d’écoute"),
    *("une aide au déplacement", "une évaluation écrite", "une garde ponctuelle d’enfants"),
    *("une proposition d’emploi", "une rencontre collective", "une simulation d’entretien"),
    *("une solution d’hébergement", "une synthèse mensuelle", "une visite à domicile"),
)
COMPLEMENTS = (
    *("à distance ou sur place", "au plus près du domicile", "au rythme de chacun"),
    *("avec l’accord de la personne", "avec les employeurs volontaires", "dans un lieu calme"),
    *("avec un support imprimé", "dans le respect de la vie privée", "en deux séances"),
    *("en lien avec la mairie", "en petit comité", "en toute confidentialité"),
    *("par téléphone ou par courrier", "sans condition de durée", "sans frais pour le public"),
    *("selon les places disponibles", "selon un modèle commun", "sur une demi-journée"),
)
MOMENTS = (
    *("à la fin de chaque mois", "à l’entrée dans l’action", "au bout de trois mois"),
    *("au début du parcours", "avant chaque renouvellement", "avant la fin du trimestre"),
    *("chaque lundi matin", "chaque semaine", "dans le premier mois", "dans les quinze jours"),
    *("deux fois par an", "en cas d’absence répétée", "en milieu d’année", "hors vacances"),
    *("lors du comité annuel", "pendant la période d’essai", "tous les deux mois"),
)
BUTS = (
    *("afin de lever un frein à la mobilité", "afin d’éviter une rupture de parcours"),
    *("afin que chacun comprenne ses droits", "de façon à rester joignable"),
    *("pour confirmer un choix de métier", "pour faciliter le retour à l’emploi"),
    *("pour gagner en autonomie", "pour mesurer les progrès", "pour ne laisser personne seul"),
    *("pour préparer la suite", "pour reprendre confiance", "pour repérer les besoins"),
    *("pour retrouver un logement", "pour sécuriser les premiers mois de travail"),
    *("pour simplifier les démarches", "pour trouver une place en formation"),
)
PROPOSITIONS = (
    *("Vous rencontrez un conseiller près de chez vous.", "Vous avancez à votre rythme."),
    *("Vous préparez votre projet en petit groupe.", "Vous essayez un métier en vrai."),
    *("Vous recevez une aide pour vos déplacements.", "Vous êtes suivi pendant six mois."),
    *("Vous faites le point sur vos droits.", "Vous apprenez à faire vos démarches en ligne."),
    *("Vous trouvez une solution pour vos enfants.", "Vous reprenez confiance, pas à pas."),
    *("Vous préparez vos entretiens d’embauche.", "Vous êtes aidé pour garder votre logement."),
)
TITRES = (
    *("Accueil", "Diagnostic", "Plan d’action", "Mise en pratique", "Suivi", "Point d’étape"),
    *("Rencontre avec un employeur", "Bilan", "Sortie accompagnée", "Essai", "Inscription"),
)
FONCTIONS = ("Accueil", "Coordination")
DOCUMENTS = (
    *("Fiche de prescription", "Fiche de liaison", "Dossier de candidature", "Livret d’accueil"),
    *("Charte de l’action", "Modèle de bilan", "Demande d’aide", "Attestation d’assiduité"),
)
MESURES = (
    *("Personnes accueillies", "Personnes accompagnées", "Sorties vers l’emploi", "Assiduité"),
    *("Délai avant le premier rendez-vous", "Ateliers tenus", "Contrats signés"),
    *("Satisfaction du public", "Entrées en formation", "Partenaires mobilisés"),
)

# Key → (form, spelled out). No form is an acronym in use.
SIGLES = {
    "adex": ("ADEX", "aide directe d’exemple"),
    "cafex": ("CAFEX", "centre d’accueil fictif d’exemple"),
    "pexf": ("PEXF", "parcours d’exemple fictif"),
    "refex": ("REFEX", "référent fictif d’exemple"),
    "slex": ("SLEX", "service local d’exemple"),
    "spex": ("SPEX", "soutien de proximité d’exemple"),
    "tafex": ("TAFEX", "temps d’accueil fictif d’exemple"),
    "zefex": ("ZEFEX", "zone d’expérimentation fictive d’exemple"),
}
