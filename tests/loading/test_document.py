"""A sound catalogue is parsed once: places are looked up for problems alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.checks import check_catalogue
from site_builder.loading import Memo, folder, load_catalogue
from site_builder.pages import plan_pages
from site_builder.yaml_source import Mapping, read_yaml
from tests.conftest import CatalogueFactory
from tests.synthetic.catalogue import write_catalogue
from tests.synthetic.days import DAY


def test_only_the_files_with_problems_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_again: set[str] = set()

    def read(data: bytes, file: str) -> tuple[Mapping | None, list[object]]:
        read_again.add(file)
        root, problems = read_yaml(data, file)
        return root, [*problems]

    write_catalogue(tmp_path / "catalogue", actions=60)
    loaded = load_catalogue(tmp_path / "catalogue")
    monkeypatch.setattr(folder, "read_yaml", read)

    problems = check_catalogue(loaded, DAY)
    pages = list(plan_pages(loaded.catalogue.published(DAY), loaded.documents))

    assert len(pages) > 60
    assert read_again == {problem.place.file for problem in problems}


def test_a_place_that_was_told_is_not_looked_for_again(
    catalogue_factory: CatalogueFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = catalogue_factory({"publics_cibles/a.yml": "nom: A\nalias:\n  - B"})
    known: Memo = {}
    first = load_catalogue(root, memo=known).documents["publics_cibles", "a"]
    places = [first.place(("alias", 0)), first.key_place(("alias",)), first.place()]
    monkeypatch.setattr(folder, "read_yaml", None)

    again = load_catalogue(root, memo=known).documents["publics_cibles", "a"]

    assert again.text(("alias", 0)) == "B"
    assert [again.place(("alias", 0)), again.key_place(("alias",)), again.place()] == places
    assert [(place.line, place.column) for place in places] == [(3, 5), (2, 1), (1, 1)]
