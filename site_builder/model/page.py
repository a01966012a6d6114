"""An editorial page: what the texts say on a subject, across records.

It is a record like the others, in the catalogue's folder: it moves with the catalogue that
it speaks of, its text is as untrusted as any, and its links are checked.
"""

from __future__ import annotations

from typing import Annotated

from site_builder.model.champs import (
    Entier,
    Ligne,
    Liste,
    Modele,
    Nom,
    Resume,
    Texte,
    champ,
    obligatoire,
)
from site_builder.model.commun import FicheSourcee
from site_builder.model.falc import Falc


class Section(Modele):
    """A part of a page, under a title of its own."""

    titre: Ligne = obligatoire("Titre", "Le titre de la partie.", "Les trois parcours")
    texte: Texte = obligatoire(
        "Texte", "Ce que dit la partie.", "Vous êtes orienté vers l’un des trois parcours."
    )


class Page(FicheSourcee):
    """A page that explains a subject and leads to the records that it concerns."""

    nom: Nom = obligatoire("Nom", "Le titre de la page.", "Comment se passe l’orientation")
    resume: Resume = obligatoire(
        "En bref",
        "La page en mots simples, avec « vous », en 300 caractères au plus.",
        "Qui vous oriente, vers quoi, et dans quels délais.",
    )
    falc: Falc | None = champ(
        "Facile à lire",
        "Un texte facile à lire et à comprendre (FALC), avec qui l’a relu et quand.",
        {"texte": "Vous cherchez un travail. Une personne vous aide."},
    )
    ordre: Entier | None = champ("Ordre", "Le rang de la page dans la liste.", 1)
    description: Texte | None = champ(
        "Description", "Le texte qui précède les parties.", "Tout commence par un entretien."
    )
    sections: Annotated[tuple[Section, ...], Liste] = champ(
        "Parties",
        "Les parties de la page, dans l’ordre.",
        [{"titre": "Les trois parcours", "texte": "Professionnel, socioprofessionnel, social."}],
        defaut=(),
    )
