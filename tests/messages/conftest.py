"""A fictitious register and a handful of fictitious problems, shared by the formats."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from site_builder.problems import REGISTER, Place, Problem, Rule, Severity

GOLDEN = Path(__file__).parent / "golden"

RULES = (
    Rule(
        code="CAT-R101",
        severity=Severity.ERREUR,
        titre="Référence inconnue",
        message="{nature} « {value} » n’existe pas",
        label="référence inconnue",
        pourquoi="Une fiche nomme une autre fiche qui n’est pas dans le catalogue : le "
        "visiteur suivrait un lien vers une page absente.",
        remede="Écrivez le nom du fichier de la fiche, sans « .yml », ou créez cette fiche.",
        mauvais="structure: association-fictve\n",
        bon="structure: association-fictive\n",
    ),
    Rule(
        code="CAT-D201",
        severity=Severity.AVERTISSEMENT,
        titre="Dates dans le désordre",
        message="la convention commence le {start}, avant l’ouverture de l’appel",
        label="trop tôt",
        pourquoi="Le calendrier affiché serait impossible à suivre.",
        remede="Vérifiez les deux dates dans le document d’origine.",
    ),
    Rule(
        code="CAT-T403",
        severity=Severity.INFO,
        titre="Sigle absent du glossaire",
        message="le sigle « {value} » n’est pas dans le glossaire",
        label="sigle inconnu",
        pourquoi="Un visiteur ne peut pas deviner un sigle.",
        remede="Ajoutez-le à « glossaire.yml ».",
        bon="- forme: AF\n  developpe: Association Fictive\n",
    ),
)

ACTION = """\
# Fiche fictive
nom: Atelier d’exemple de Ville-Exemple
structure: association-fictve
appel_a_projets:
  debut: 2031-01-01
"""
STRUCTURE = (
    "nom: Association Fictive\tAF 👍🏽 l’atelier\n" + f"resume: {'bla ' * 40}ZZ{' bla' * 40}\n"
)
FILES = {"actions/exemple.yml": ACTION, "structures/association-fictive.yml": STRUCTURE}

PROBLEMS = [
    Problem(
        "CAT-T403",
        Severity.INFO,
        "le sigle « ZZ » n’est pas dans le glossaire",
        Place("structures/association-fictive.yml", 2, 169, 2),
        "sigle inconnu",
        "ZZ",
    ),
    Problem(
        "CAT-T403",
        Severity.INFO,
        "le sigle « AF » n’est pas dans le glossaire",
        Place("structures/association-fictive.yml", 1, 26, 2),
        "sigle inconnu",
        "AF",
    ),
    Problem(
        "CAT-D201",
        Severity.AVERTISSEMENT,
        "la convention commence le 1er janvier 2031, avant l’ouverture de l’appel",
        Place("actions/exemple.yml", 5, 10, 10),
        "trop tôt",
        "2031-01-01",
    ),
    Problem(
        "CAT-R101",
        Severity.ERREUR,
        "la structure « association-fictve » n’existe pas",
        Place("actions/exemple.yml", 3, 12, 18),
        "référence inconnue",
        "association-fictve",
        "vouliez-vous écrire « association-fictive » ?",
    ),
    Problem(
        "CAT-R101",
        Severity.ERREUR,
        "le contact « \x1b[31maccueil\x07 » n’existe pas",
        Place("actions/100 %, à voir: été.yml", 3, 1, 4),
        "référence inconnue",
        "\x1b[31maccueil\x07",
        "vouliez-vous écrire « accueil » ?",
    ),
]


@pytest.fixture
def register() -> Iterator[dict[str, Rule]]:
    """The register with the fictitious rules instead of the real ones, but for the cap's."""
    real = dict(REGISTER)
    kept = {rule.code: rule for rule in (*RULES, real["CAT-F090"])}
    REGISTER.clear()
    REGISTER.update(sorted(kept.items()))
    yield REGISTER
    REGISTER.clear()
    REGISTER.update(real)


@pytest.fixture
def problems() -> list[Problem]:
    return list(PROBLEMS)


@pytest.fixture
def excerpt_of() -> Callable[[str], str | None]:
    return FILES.get


@pytest.fixture
def check_golden() -> Callable[[str, str], None]:
    """Compare a text with a golden file; UPDATE_GOLDEN=1 writes the file to be reviewed."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_bytes(text.encode())
        assert path.read_bytes().decode() == text

    return check
