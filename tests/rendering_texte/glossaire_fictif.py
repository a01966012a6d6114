"""A fictitious glossary and a fictitious catalogue for texts to refer to."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.rendering.sigles import Sigles
from site_builder.rendering.texte import TexteFiche


@dataclass(frozen=True)
class TermeFictif:
    slug: str
    forme: str
    developpe: str | None = None
    definition: str | None = None
    autres_formes: tuple[str, ...] = ()


TERMES = (
    TermeFictif("rsa", "RSA", "revenu de solidarité active", "Une allocation."),
    TermeFictif("slai", "SLAI", "service local allocation insertion"),
    TermeFictif("per", "PER", "parcours emploi renforcé"),
    TermeFictif("pdi", "PDI", "programme départemental d'insertion"),
    TermeFictif("pdi-e", "PDI-E", "programme départemental d'insertion vers l'emploi"),
    TermeFictif("ccas", "CCAS", "centre communal d'action sociale", autres_formes=("C.C.A.S.",)),
    TermeFictif("file-active", "file active", None, "Les personnes suivies."),
)
SIGLES = Sigles(TERMES)


def resolve(folder: str, slug: str) -> str | None:
    return f"../../{folder}/{slug}/" if slug == "garage" else None


def new_sheet() -> TexteFiche:
    return TexteFiche(SIGLES, resolve)
