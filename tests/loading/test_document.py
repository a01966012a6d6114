"""A sound catalogue is parsed once: places are looked up for problems alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.checks import check_catalogue
from site_builder.loading import folder, load_catalogue
from site_builder.pages import plan_pages
from site_builder.yaml_source import Mapping, read_yaml
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
