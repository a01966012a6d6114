"""Which files of a catalogue are records, and what is said of the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from site_builder.loading.listing import list_files

Factory = Callable[[Mapping[str, str]], Path]


def test_records_come_in_a_stable_order(catalogue_factory: Factory) -> None:
    names = ["structures/ecole.yml", "actions/nord/atelier.yml", "glossaire.yml", "site.yml"]

    files, problems = list_files(catalogue_factory(dict.fromkeys(names, "")))

    assert files == sorted(names)
    assert problems == []


@pytest.mark.parametrize(
    "name", ["LISEZMOI.md", "actions/plan.pdf", "actions/.atelier.yml", ".cache/a.yml", "a.yml~"]
)
def test_what_people_keep_beside_records_is_left_alone(
    catalogue_factory: Factory, name: str
) -> None:
    folder = catalogue_factory({"site.yml": "", name: ""})

    assert list_files(folder) == (["site.yml"], [])


@pytest.mark.parametrize(
    ("name", "code", "value", "advice"),
    [
        ("glosaire.yml", "CAT-F012", "glosaire.yml", "glossaire.yml"),
        ("zzz.yml", "CAT-F012", "zzz.yml", None),
        ("actions/atelier.yaml", "CAT-F013", "atelier.yaml", "atelier.yml"),
        ("actions/atelier.docx", "CAT-F014", "atelier.docx", None),
        ("action/atelier.yml", "CAT-F015", "action", "actions"),
        ("zzz/atelier.yml", "CAT-F015", "zzz", None),
    ],
)
def test_a_misplaced_file_is_reported_and_not_read(
    catalogue_factory: Factory, name: str, code: str, value: str, advice: str | None
) -> None:
    files, [problem] = list_files(catalogue_factory({"site.yml": "", name: ""}))

    assert files == ["site.yml"]
    assert (problem.code, problem.place.file, problem.value) == (code, name, value)
    if advice is None:
        assert problem.suggestion is None
    else:
        assert advice in (problem.suggestion or "")


def test_a_folder_that_is_missing_is_reported(tmp_path: Path) -> None:
    files, [problem] = list_files(tmp_path / "absent")

    assert files == []
    assert (problem.code, problem.value) == ("CAT-F010", "absent")


def test_an_empty_folder_is_reported(catalogue_factory: Factory) -> None:
    files, [problem] = list_files(catalogue_factory({}))

    assert files == []
    assert problem.code == "CAT-F011"
