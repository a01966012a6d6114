"""The JSON Schemas accept what the loader accepts, and refuse what an editor gets wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from site_builder.exports.schemas import DIALECT, FOLDER, schema_of, write_schemas
from site_builder.model.kinds import FOLDERS, KINDS, SITE, TABLES, Kind

ROOT = Path(__file__).parents[2]
CATALOGUES = (ROOT / "catalogue", ROOT / "tests/checks/sound")
ALL_KINDS = (*KINDS.values(), SITE)
EACH_KIND = pytest.mark.parametrize("kind", ALL_KINDS, ids=[kind.name for kind in ALL_KINDS])


def kind_of_file(file: Path, catalogue: Path) -> Kind:
    first = file.relative_to(catalogue).parts[0].removesuffix(".yml")
    return {**KINDS, SITE.name: SITE}[first]


def as_an_editor_reads(text: str) -> Any:
    """Return the values that a YAML editor hands to a schema: everything is text.

    An editor types what it can (« 80 » is a number): a schema has to accept both.
    """
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - builds nothing but texts


def faults(kind: Kind, values: Any) -> list[str]:
    found = Draft7Validator(schema_of(kind)).iter_errors(values)
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


@EACH_KIND
def test_schema_is_a_valid_draft_7(kind: Kind) -> None:
    schema = schema_of(kind)

    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT


@EACH_KIND
def test_schema_speaks_french_of_every_field(kind: Kind) -> None:
    schema = schema_of(kind)
    record = schema["additionalProperties"] if kind.name in TABLES else schema
    parts = [record, *schema["definitions"].values()]
    owners = [part for part in parts if "properties" in part]

    fields = [field for owner in owners for field in owner["properties"].values()]

    assert fields
    assert all(field["title"] and field["description"] and field["examples"] for field in fields)
    assert all("description" not in owner for owner in owners), "docstrings are English"


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=["real", "sound"])
def test_schemas_accept_a_sound_catalogue(catalogue: Path) -> None:
    files = sorted(catalogue.rglob("*.yml"))
    assert files
    for file in files:
        kind, text = kind_of_file(file, catalogue), file.read_text(encoding="utf-8")
        for values in (as_an_editor_reads(text), yaml.safe_load(text)):
            assert faults(kind, jsonable(values)) == [], file


def jsonable(values: Any) -> Any:
    """Turn the dates that PyYAML makes back into the text that they are in JSON."""
    if isinstance(values, dict):
        return {str(key): jsonable(value) for key, value in values.items()}
    if isinstance(values, list):
        return [jsonable(value) for value in values]
    return values if isinstance(values, str | int | float | bool | None) else str(values)


@EACH_KIND
def test_schema_refuses_an_unknown_field(kind: Kind) -> None:
    values: dict[str, Any] = {"inconnu": "x"}

    assert faults(kind, {"cle": values} if kind.name in TABLES else values)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("actions", {"nom": "Action fictive"}),
        ("actions", {"nom": "x", "resume": "y", "statut": "publié"}),
        ("actions", {"nom": "x", "resume": "y" * 301}),
        ("publics_cibles", {"nom": "x", "conditions": {"toutes": {"question": "age"}}}),
        ("publics_cibles", {"nom": "x", "conditions": {"question": "age", "minimum": "18"}}),
        ("structures", {"nom": "x", "site_web": "http://www.exemple.fr"}),
    ],
    ids=["missing", "closed value", "too long", "no list", "unknown operator", "scheme"],
)
def test_schema_refuses_what_the_loader_refuses(kind: str, values: dict[str, Any]) -> None:
    assert faults(FOLDERS[kind], values)


def test_a_field_left_empty_is_accepted() -> None:
    assert faults(FOLDERS["actions"], {"nom": "x", "resume": "y", "publie_du": None}) == []


def test_files_are_written_where_records_look_for_them(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / FOLDER)

    assert sorted(file.name for file in written) == sorted(
        f"{kind.name}.schema.json" for kind in ALL_KINDS
    )
    assert all(file.read_bytes().endswith(b"}\n") for file in written)


def test_the_committed_schemas_are_up_to_date(root: Path, tmp_path: Path) -> None:
    committed = root / "catalogue" / FOLDER
    names = sorted(file.name for file in write_schemas(tmp_path))
    assert names == sorted(file.name for file in committed.iterdir())
    for name in names:
        assert (committed / name).read_bytes() == (tmp_path / name).read_bytes(), (
            "run « make docs »"
        )


def test_every_file_of_the_catalogue_names_its_schema(root: Path) -> None:
    files = sorted((root / "catalogue").rglob("*.yml"))
    assert files
    for file in files:
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith("# yaml-language-server: $schema="), file
        kind = file.relative_to(root / "catalogue").parts[0].removesuffix(".yml")
        schema = (file.parent / first.partition("=")[2]).resolve()
        assert schema == root / "catalogue" / FOLDER / f"{kind}.schema.json"
