"""The repository's own catalogue and its example people, which the three pages are tested with."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from site_builder.eligibility.lieux import AILLEURS, Lieux
from site_builder.eligibility.reponses import Reponse, read_reponses
from site_builder.loading import load_catalogue
from site_builder.model.catalogue import Catalogue
from site_builder.model.profil import Profil


@cache
def catalogue() -> Catalogue:
    """The repository's own catalogue."""
    root = Path(__file__).resolve().parent.parent.parent
    return load_catalogue(root / "catalogue").catalogue


def profils(lecteur: str) -> dict[str, Profil]:
    """The examples of a reader, by slug."""
    return {
        slug: profil for slug, profil in catalogue().profils.items() if profil.lecteur == lecteur
    }


def answers_of(profil: Profil) -> dict[str, Reponse]:
    """Return the answers of a profile as the browser keeps them."""
    reponses, refusals = read_reponses(
        catalogue().questions,
        {
            question: values[0] if len(values) == 1 else list(values)
            for question, values in profil.reponses.items()
        },
    )
    assert refusals == []
    # The field offers « my commune isn't in the list » in place of the others.
    if "commune" in reponses and reponses["commune"] not in offered_communes():
        reponses["commune"] = AILLEURS
    return reponses


@cache
def offered_communes() -> frozenset[str]:
    """The codes of the communes of the catalogue's départements."""
    return frozenset(commune.code for commune in Lieux(catalogue()).communes())


def as_list(answer: Reponse) -> list[str]:
    """Return the options of an answer, none for « je ne sais pas »."""
    return [answer] if isinstance(answer, str) else list(answer or ())  # type: ignore[arg-type]


def plain(words: str) -> str:
    """Return words with plain spaces, whatever typography asks for."""
    return " ".join(words.split())
