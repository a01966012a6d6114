"""An action: a programme, or a step of a path, that people can be offered."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Annotated, ClassVar

from site_builder.model.champs import (
    Entier,
    Ferme,
    Jour,
    Lien,
    Ligne,
    Liste,
    Modele,
    Nom,
    Nombre,
    Resume,
    Texte,
    champ,
    obligatoire,
)
from site_builder.model.commun import (
    BaseLegale,
    Document,
    FicheSourcee,
    Lignes,
    Participations,
    RefsAction,
    RefsContact,
    RefsPublicCible,
    RefsTerritoire,
    Textes,
)
from site_builder.model.condition import Eligibilite, wanted_publics
from site_builder.model.falc import Falc
from site_builder.model.financement import AppelAProjets, Capacite, Financement, Indicateur
from site_builder.model.parcours import Etape, Modalite, ParcoursLocaux, Programme
from site_builder.model.prescription import Porteur, Prescription
from site_builder.vocabulary.closed_values import (
    FRAIS,
    MOBILISABLE_PAR,
    MODES_ACCUEIL,
    MODES_MOBILISATION,
    STATUTS,
    THEMATIQUES,
    TYPES,
)


class ChiffreCle(Modele):
    """A figure that the text gives, with what it measures."""

    libelle: Ligne = obligatoire("Libellé", "Ce que le chiffre mesure.", "Bénéficiaires du RSA")
    valeur: Ligne = obligatoire("Valeur", "Le chiffre, avec son unité.", "plus de 1 000")
    precision: Ligne | None = champ("Précision", "L’année, le périmètre.", "En 2024")


class Action(FicheSourcee):
    """A programme offered to people, with everything its source says of it."""

    # Neither rules nor long texts.
    IN_LISTS: ClassVar[tuple[str, ...]] = (
        "slug",
        "date_maj",
        "nom",
        "resume",
        "statut",
        "publie_du",
        "publie_jusqu_au",
        "type",
        "thematiques",
        "parcours",
        "frais",
        "modes_accueil",
        "mobilisable_par",
        "publics_cibles",
        "structures",
        "contacts",
        "territoires",
        "appel_a_projets",
        "est_financee",
        "publics_nommes",
        "regles",
    )

    nom: Nom = obligatoire(
        "Nom", "Le nom de l’action, tel qu’on le dirait.", "Parcours emploi renforcé"
    )
    resume: Resume = obligatoire(
        "En bref",
        "L’action en mots simples, avec « vous », en 300 caractères au plus.",
        "Un conseiller vous aide à construire votre projet et à retrouver un emploi.",
    )
    falc: Falc | None = champ(
        "Facile à lire",
        "Un texte facile à lire et à comprendre (FALC), avec qui l’a relu et quand.",
        {"texte": "Vous cherchez un travail. Une personne vous aide."},
    )
    statut: Annotated[str, Ferme(STATUTS)] = champ(
        "Statut", "Où en est la fiche.", "publie", defaut="publie"
    )
    publie_du: Jour | None = champ(
        "Publiée à partir du", "Le jour où la fiche paraît sur le site.", "2025-01-01"
    )
    publie_jusqu_au: Jour | None = champ(
        "Publiée jusqu’au", "Le dernier jour où l’action est proposée.", "2025-12-31"
    )
    type: Annotated[str, Ferme(TYPES)] | None = champ(
        "Type", "La sorte d’action.", "accompagnement"
    )
    thematiques: Annotated[tuple[Annotated[str, Ferme(THEMATIQUES)], ...], Liste] = champ(
        "Thématiques",
        "Les sujets de l’action (valeurs de data·inclusion).",
        ["choisir-un-metier--confirmer-son-choix-de-metier"],
        defaut=(),
    )
    parcours: ParcoursLocaux = champ(
        "Parcours", "Les parcours d’orientation concernés.", [{"nature": "social"}], defaut=()
    )
    programme: Programme | None = champ(
        "Programme", "Le programme dont l’action fait partie.", {"reference": "Action 2.1"}
    )
    contexte: Texte | None = champ(
        "Contexte", "Pourquoi l’action existe.", "La loi donne droit à un accompagnement."
    )
    description: Texte | None = champ(
        "Description", "En quoi l’action consiste.", "Un accompagnement individuel et collectif."
    )
    attendus: Textes = champ(
        "Attendus", "Ce que le Département attend de l’action.", ["Un suivi soutenu"], defaut=()
    )
    objectifs: Textes = champ(
        "Objectifs", "Ce que l’action doit permettre.", ["Permettre l’accès aux droits"], defaut=()
    )
    etapes: Annotated[tuple[Etape, ...], Liste] = champ(
        "Étapes",
        "Les étapes du parcours, dans l’ordre.",
        [{"titre": "Premier entretien"}],
        defaut=(),
    )
    modalites: Annotated[tuple[Modalite, ...], Liste] = champ(
        "Modalités",
        "Les règles d’accueil et de suivi.",
        [{"titre": "Accueil", "description": "Dans un espace confidentiel."}],
        defaut=(),
    )
    resultats_attendus: Textes = champ(
        "Résultats attendus", "Ce à quoi l’action doit aboutir.", ["Une réorientation"], defaut=()
    )
    duree: Ligne | None = champ("Durée", "La durée de l’action.", "6 mois, renouvelable")
    nombre_semaines: Entier | None = champ(
        "Nombre de semaines", "La durée en semaines (data·inclusion).", 12
    )
    volume_horaire_hebdomadaire: Nombre | None = champ(
        "Heures par semaine", "Le volume horaire hebdomadaire (data·inclusion).", 3
    )
    frais: Annotated[str, Ferme(FRAIS)] | None = champ(
        "Frais", "Ce que la personne paie.", "gratuit"
    )
    modes_accueil: Annotated[tuple[Annotated[str, Ferme(MODES_ACCUEIL)], ...], Liste] = champ(
        "Modes d’accueil", "Sur place ou à distance.", ["en-presentiel"], defaut=()
    )
    mobilisable_par: Annotated[tuple[Annotated[str, Ferme(MOBILISABLE_PAR)], ...], Liste] = champ(
        "Mobilisable par", "Qui peut demander l’action.", ["professionnels"], defaut=()
    )
    modes_mobilisation: Annotated[tuple[Annotated[str, Ferme(MODES_MOBILISATION)], ...], Liste] = (
        champ("Modes de mobilisation", "Comment demander l’action.", ["telephoner"], defaut=())
    )
    lien_mobilisation: Lien | None = champ(
        "Lien de mobilisation", "La page où demander l’action.", "https://www.exemple.fr/demande"
    )
    zone_eligibilite: Lignes = champ(
        "Zone d’éligibilité",
        "Les codes INSEE où l’action est ouverte ; sans eux, les territoires font foi.",
        ["38"],
        defaut=(),
    )
    publics_cibles: RefsPublicCible = champ(
        "Publics cibles", "À qui l’action s’adresse.", ["allocataires-du-rsa"], defaut=()
    )
    eligibilite: Eligibilite | None = champ(
        "Éligibilité",
        "Les conditions, que les questionnaires vérifient.",
        {"beneficiaire": {"toutes": [{"public_cible": "allocataires-du-rsa"}]}},
    )
    prescription: Prescription | None = champ(
        "Prescription", "Qui prescrit l’action, et comment.", {"prescripteurs": ["Référent unique"]}
    )
    porteur: Porteur | None = champ(
        "Porteur",
        "Ce qui est demandé aux organismes porteurs.",
        {"exigences": ["2 ans d’expérience"]},
    )
    structures: Participations = champ(
        "Structures",
        "Les structures de l’action et leur rôle.",
        [{"structure": "association-fictive", "role": "porteur"}],
        defaut=(),
    )
    contacts: RefsContact = champ("Contacts", "Qui appeler.", ["service-insertion"], defaut=())
    territoires: RefsTerritoire = champ(
        "Territoires", "Où l’action est proposée.", ["isere"], defaut=()
    )
    financement: Annotated[tuple[Financement, ...], Liste] = champ(
        "Financement",
        "Les lignes de financement.",
        [{"libelle": "Accompagnement", "montant": 150, "unite": "personne"}],
        defaut=(),
    )
    capacite: Capacite | None = champ(
        "Capacité", "Le nombre de personnes suivies.", {"file_active": 70}
    )
    indicateurs: Annotated[tuple[Indicateur, ...], Liste] = champ(
        "Indicateurs",
        "Ce qui mesure la réussite de l’action.",
        [{"libelle": "Nombre de personnes accompagnées"}],
        defaut=(),
    )
    criteres_selection: Textes = champ(
        "Critères de sélection",
        "Comment les porteurs sont choisis.",
        ["Réseau partenarial"],
        defaut=(),
    )
    appel_a_projets: AppelAProjets | None = champ(
        "Appel à projets",
        "Le calendrier de l’appel.",
        {"ouverture": "2025-01-15", "cloture": "2025-02-14"},
    )
    chiffres_cles: Annotated[tuple[ChiffreCle, ...], Liste] = champ(
        "Chiffres clés",
        "Les chiffres que donne le texte.",
        [{"libelle": "Personnes suivies", "valeur": "1 000"}],
        defaut=(),
    )
    base_legale: Annotated[tuple[BaseLegale, ...], Liste] = champ(
        "Base légale",
        "Les textes qui fondent l’action.",
        [{"titre": "Loi du 1er décembre 2008"}],
        defaut=(),
    )
    documents: Annotated[tuple[Document, ...], Liste] = champ(
        "Documents", "Les documents utiles.", [{"titre": "Fiche de prescription"}], defaut=()
    )
    voir_aussi: RefsAction = champ(
        "Voir aussi", "Des actions proches.", ["parcours-emploi-renforce"], defaut=()
    )
    verifie_le: Jour | None = champ(
        "Vérifiée le", "Le jour où quelqu’un a vérifié que tout est encore vrai.", "2025-01-15"
    )
    revoir_avant: Jour | None = champ(
        "À revoir avant", "Le jour avant lequel la fiche doit être revue.", "2026-01-15"
    )

    @cached_property
    def publics_nommes(self) -> tuple[str, ...]:
        """The publics that the action is meant for, those that its conditions ask for too."""
        rule = self.eligibilite and self.eligibilite.beneficiaire
        wanted = wanted_publics(rule) if rule else ()
        return tuple(dict.fromkeys((*self.publics_cibles, *wanted)))

    @cached_property
    def regles(self) -> tuple[str, ...]:
        """Whose rules are written: « beneficiaire », « porteur »."""
        rules = self.eligibilite.__dict__ if self.eligibilite else {}
        return tuple([name for name, rule in rules.items() if rule is not None])

    @cached_property
    def est_financee(self) -> bool:
        """Whether its funding is written."""
        return bool(self.financement)

    def est_proposee(self, today: date) -> bool:
        """Return whether a published action may be taken up: not suspended, nor past its end."""
        is_past = self.publie_jusqu_au is not None and self.publie_jusqu_au < today
        return self.statut != "suspendu" and not is_past

    def etat_appel(self, today: date) -> str | None:
        """Return the state of the call for projects, as ``AppelAProjets.etat`` does.

        The call of an action that is not on offer is never open nor to come, whatever its dates.
        """
        etat = self.appel_a_projets.etat(today) if self.appel_a_projets else None
        return etat if etat == "clos" or self.est_proposee(today) else None
