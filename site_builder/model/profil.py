"""Example people and organisations, with the results expected of them (``profils/``)."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from site_builder.model.champs import Ferme, Fiche, Jour, Ligne, Nom, champ, obligatoire
from site_builder.vocabulary.closed_values import LECTEURS, RESULTATS


def _answers(value: object) -> object:
    if not isinstance(value, dict):
        return value
    answers = {key: (item if isinstance(item, list) else [item]) for key, item in value.items()}
    for key, items in answers.items():
        for rank, item in enumerate(items):
            if isinstance(item, dict | list):
                nested = isinstance(item, list)
                context = {
                    "question": key,
                    "wanted": "une réponse, ou une liste de réponses",
                    "found": "une liste dans une liste" if nested else "des sous-champs",
                    "within": (key, rank),
                }
                raise PydanticCustomError("CAT-E528", "an answer is a text", context)
    return answers


class Profil(Fiche):
    """A fictitious person or organisation: a test written by field staff.

    ``reponses`` maps a question to its answers (one, or several for a multiple choice);
    ``attendus`` maps an action to the result that this profile must get.
    """

    nom: Nom = obligatoire(
        "Nom", "La situation en quelques mots.", "Personne seule, 40 ans, au RSA"
    )
    lecteur: Annotated[str, Ferme(LECTEURS)] = champ(
        "Lecteur", "Qui répond au questionnaire.", "beneficiaire", defaut="beneficiaire"
    )
    description: Ligne | None = champ(
        "Description", "La situation, sans rien qui désigne quelqu’un.", "Vit seule en Artois."
    )
    date: Jour | None = champ("Date", "Le jour où le profil est évalué.", "2025-01-20")
    reponses: Annotated[dict[str, tuple[str, ...]], BeforeValidator(_answers)] = obligatoire(
        "Réponses", "Les réponses du profil, question par question.", {"rsa": "oui"}
    )
    attendus: dict[str, Annotated[str, Ferme(RESULTATS)]] = champ(
        "Résultats attendus",
        "Le résultat attendu pour chaque action.",
        {"parcours-emploi-renforce": "oui"},
        defaut={},
    )
