"""Parts that several kinds of record share."""

from __future__ import annotations

from typing import Annotated

from site_builder.model.champs import (
    Ferme,
    Fiche,
    Jour,
    Lien,
    Ligne,
    Liste,
    Modele,
    Mot,
    Reference,
    Texte,
    champ,
    obligatoire,
)
from site_builder.model.validation import shared
from site_builder.vocabulary.closed_values import NATURES_BASE_LEGALE, ROLES

RefAction = Annotated[str, Reference("actions")]
RefContact = Annotated[str, Reference("contacts")]
RefPublicCible = Annotated[str, Reference("publics_cibles")]
RefStructure = Annotated[str, Reference("structures")]
RefTerritoire = Annotated[str, Reference("territoires")]

RefsAction = Annotated[tuple[RefAction, ...], Liste]
RefsContact = Annotated[tuple[RefContact, ...], Liste]
RefsPublicCible = Annotated[tuple[RefPublicCible, ...], Liste]
RefsTerritoire = Annotated[tuple[RefTerritoire, ...], Liste]
Lignes = Annotated[tuple[Ligne, ...], Liste]
Mots = Annotated[tuple[Mot, ...], Liste]
Textes = Annotated[tuple[Texte, ...], Liste]


class Source(Modele):
    """Where a record's content comes from."""

    document: Ligne = obligatoire(
        "Document",
        "Le titre du document officiel d’où vient la fiche.",
        "Programme départemental d’insertion, fiche action 2.1",
    )
    date: Jour | None = champ(
        "Date du document", "La date du document, si on la connaît.", "2025-01-15"
    )
    passage: Ligne | None = champ(
        "Passage", "La page, la partie ou les lignes du document.", "Fiche 1.1, pages 2 à 4"
    )
    lien: Lien | None = champ(
        "Lien", "L’adresse du document en ligne.", "https://www.exemple.fr/programme.pdf"
    )


class Document(Modele):
    """A document to read or to fill, online or asked for."""

    titre: Ligne = obligatoire("Titre", "Le nom du document.", "Fiche de prescription")
    lien: Lien | None = champ(
        "Lien", "L’adresse du document en ligne.", "https://www.exemple.fr/fiche.pdf"
    )
    precisions: Ligne | None = champ(
        "Précisions", "Où le demander, à quoi il sert.", "À demander au service insertion"
    )


class BaseLegale(Modele):
    """A text of law or a programme that a record rests upon."""

    titre: Ligne = obligatoire("Titre", "Le nom du texte.", "Loi du 1er décembre 2008")
    nature: Annotated[str, Ferme(NATURES_BASE_LEGALE)] | None = champ(
        "Nature", "La sorte de texte.", "loi"
    )
    date: Jour | None = champ("Date", "La date du texte.", "2008-12-01")
    lien: Lien | None = champ("Lien", "L’adresse du texte en ligne.", "https://www.exemple.fr/loi")
    precisions: Ligne | None = champ(
        "Précisions", "Ce que le texte prévoit.", "Droit à un accompagnement social"
    )


class Participation(Modele):
    """A structure and the part it takes in an action."""

    structure: RefStructure = obligatoire(
        "Structure", "Le nom du fichier de la structure, sans « .yml ».", "association-fictive"
    )
    role: Annotated[str, Ferme(ROLES)] = obligatoire(
        "Rôle", "Ce que la structure fait dans l’action.", "porteur"
    )
    precisions: Ligne | None = champ(
        "Précisions", "Ce qu’il faut savoir de ce rôle.", "CCAS volontaires"
    )


Participations = Annotated[tuple[Annotated[Participation, shared()], ...], Liste]


class FicheSourcee(Fiche):
    """Base of the records that come from an official text."""

    source: Source | None = champ(
        "Source",
        "Le document d’où vient la fiche.",
        {"document": "Programme départemental d’insertion"},
    )
    date_maj: Jour | None = champ(
        "Mise à jour", "Le jour de la dernière mise à jour de la fiche.", "2025-01-15"
    )
    note_editoriale: Texte | None = champ(
        "Note éditoriale",
        "Ce que le lecteur doit savoir du texte d’origine.",
        "Le texte date de 2020.",
    )
