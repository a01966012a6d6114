"""The repository's own catalogue has no other defect than those of its sources."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.checks import check_catalogue
from site_builder.loading import load_catalogue
from site_builder.messages import format_text
from site_builder.model.kinds import KINDS

# The 2025 call for « référents solidarité » pays from 1 January and opens on the 15th.
# The text of Seine-et-Marne gives no telephone and no service to ask.
# Who publishes, hosts and answers for the site is for whoever puts it online.
KNOWN = [
    ("actions/pas-de-calais/appel-a-projets-referent-solidarite-2025.yml", "CAT-D211"),
    ("actions/seine-et-marne/accompagnement-des-travailleurs-non-salaries.yml", "CAT-R151"),
    ("actions/seine-et-marne/accompagnement-professionnel-pole-emploi.yml", "CAT-R151"),
    ("actions/seine-et-marne/accompagnement-socioprofessionnel-aave.yml", "CAT-R151"),
    ("actions/seine-et-marne/referent-unique.yml", "CAT-R151"),
    ("site.yml", "CAT-S603"),
    ("site.yml", "CAT-S603"),
    ("site.yml", "CAT-S603"),
]


@pytest.mark.parametrize("processes", [1, 2])
def test_only_the_known_defects_of_the_sources_are_reported(
    processes: int, root: Path, allow_processes: Callable[[int], None]
) -> None:
    allow_processes(processes)
    loaded = load_catalogue(root / "catalogue")
    records = [record for name in KINDS for record in loaded.catalogue.records(name).values()]
    # As on the day of the last change: what has to be reviewed later is no defect.
    last_change = max(day for record in records if (day := getattr(record, "date_maj", None)))

    problems = check_catalogue(loaded, last_change)

    found = [(problem.place.file, problem.code) for problem in problems]
    assert found == KNOWN, format_text(problems, loaded.source, colour=False)
