"""A blank record is valid as it stands, and so is each field that an editor uncomments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from site_builder.exports.gabarit import blank_record
from site_builder.exports.schemas import schema_of
from site_builder.loading import load_catalogue
from site_builder.loading.document import Document
from site_builder.loading.record import build_record
from site_builder.model.kinds import FOLDERS, Kind
from site_builder.yaml_source import Mapping, read_yaml

EACH_KIND = pytest.mark.parametrize("kind", FOLDERS.values(), ids=FOLDERS)


@EACH_KIND
def test_blank_record_loads(kind: Kind, tmp_path: Path) -> None:
    (tmp_path / kind.name).mkdir()
    (tmp_path / kind.name / "nouvelle-fiche.yml").write_text(blank_record(kind), encoding="utf-8")

    loaded = load_catalogue(tmp_path)

    assert loaded.problems == []
    assert list(loaded.catalogue.records(kind.name)) == ["nouvelle-fiche"]


@EACH_KIND
def test_blank_record_fits_its_schema(kind: Kind) -> None:
    values = yaml.load(blank_record(kind), yaml.BaseLoader)  # noqa: S506 - texts only

    Draft7Validator(schema_of(kind)).validate(values)


@EACH_KIND
def test_every_field_is_offered_once(kind: Kind) -> None:
    explained = [block.splitlines()[1] for block in blocks(blank_record(kind))]

    names = [line.removeprefix("# ").partition(":")[0] for line in explained]

    assert sorted(names) == sorted(name for name in kind.model.model_fields if name != "slug")


@EACH_KIND
def test_an_uncommented_field_is_valid(kind: Kind) -> None:
    text = blank_record(kind)
    for block in blocks(text):
        explanation, *lines = block.splitlines()
        used = "\n".join([explanation, *(line.removeprefix("# ") for line in lines)])
        node, problems = read_yaml(text.replace(block, used).encode(), "nouvelle-fiche.yml")
        assert problems == []
        assert isinstance(node, Mapping)

        document = Document.of("nouvelle-fiche.yml", node)
        _, problems = build_record(kind.model, document, slug="nouvelle-fiche")

        assert problems == [], used


def test_the_schema_is_looked_for_from_the_folder_of_the_record() -> None:
    first = blank_record(FOLDERS["actions"], depth=2).partition("\n")[0]

    assert first == "# yaml-language-server: $schema=../../.schemas/actions.schema.json"


def blocks(text: str) -> Iterator[str]:
    """Yield the lines about each field, without the heading of the file."""
    _, *found = text.rstrip("\n").split("\n\n")
    yield from found
