"""``catalogue questionnaire``: how many questions are asked of each profile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import NamedTuple

import click

from site_builder.cli.display import keep_everything, read_today
from site_builder.cli.french import FrenchChoice, FrenchCommand
from site_builder.cli.options import folder_argument
from site_builder.cli.sound import load_sound
from site_builder.eligibility.simulation import simulate_profils
from site_builder.filters.nombres import compte
from site_builder.model.catalogue import Catalogue
from site_builder.vocabulary.closed_values import LECTEURS
from site_builder.vocabulary.nombres import nombre


class _Lecteur(NamedTuple):
    """A reader, the questions asked of each of its profiles, and the usual numbers of them."""

    lecteur: str
    profils: dict[str, tuple[str, ...]]
    mediane: float
    maximum: int


@click.command("questionnaire", cls=FrenchCommand)
@folder_argument
@click.option(
    "--format",
    "form",
    type=FrenchChoice(["text", "json"]),
    default="text",
    help="text (par défaut) pour lire, json pour un script.",
)
def command(folder: Path, form: str) -> None:
    """Compte les questions posées à chaque profil.

    Un profil répond ce qu’il sait, et «\u00a0je ne sais pas\u00a0» au reste. DOSSIER est celui du
    catalogue\u00a0: «\u00a0catalogue\u00a0» par défaut.
    """
    keep_everything()
    readers = list(_count(load_sound(folder)))
    # Programs read UTF-8, whatever the terminal's encoding.
    click.echo(_as_json(readers).encode() if form == "json" else _as_text(readers), nl=False)


def _count(catalogue: Catalogue) -> Iterator[_Lecteur]:
    """Yield the readers that have profiles."""
    asked: dict[str, dict[str, tuple[str, ...]]] = {}
    for profil, entretien in simulate_profils(catalogue, read_today()):
        asked.setdefault(profil.lecteur, {})[profil.slug] = entretien.questions
    for lecteur, profils in asked.items():
        counts = [len(questions) for questions in profils.values()]
        yield _Lecteur(lecteur, profils, median(counts), max(counts))


def _as_text(readers: list[_Lecteur]) -> str:
    lines: list[str] = []
    for reader in readers:
        lines.append(LECTEURS.label(reader.lecteur))
        lines += (f"{len(asked):4}  {slug}" for slug, asked in reader.profils.items())
        usual = nombre(Decimal(str(reader.mediane)))
        lines += (
            f"  médiane {usual}, maximum {reader.maximum}, "
            f"pour {compte(len(reader.profils), 'profil')}",
            "",
        )
    return "\n".join(lines or ["Ce catalogue n’a pas de profils.", ""])


def _as_json(readers: list[_Lecteur]) -> str:
    data = {
        reader.lecteur: {
            "mediane": reader.mediane,
            "maximum": reader.maximum,
            "profils": {slug: list(asked) for slug, asked in reader.profils.items()},
        }
        for reader in readers
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
