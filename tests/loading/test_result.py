"""A file gives the same records and problems, whichever reader read it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from site_builder.loading import FileResult, load_file, result
from site_builder.loading.listing import list_files
from tests.synthetic.catalogue import catalogue_files

ROOT = Path(__file__).resolve().parents[2]


def files() -> list[tuple[str, bytes]]:
    """The files of the repository's catalogue, of the broken ones, and of a synthetic one."""
    folders = [ROOT / "catalogue", *(ROOT / "tests/checks/catalogues").iterdir()]
    written = [
        (file, (folder / file).read_bytes()) for folder in folders for file in list_files(folder)[0]
    ]
    return written + [(file, text.encode()) for file, text in catalogue_files(actions=20)]


def test_both_readers_give_the_same_records(monkeypatch: pytest.MonkeyPatch) -> None:
    written = files()
    fast = [load_file(file, data) for file, data in written]
    monkeypatch.setattr(result, "read_plain", lambda _: None)

    strict = [load_file(file, data) for file, data in written]

    assert fast == strict


def test_a_record_is_the_same_in_another_process() -> None:
    for file, data in files():
        found = load_file(file, data)

        copy = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own

        assert copy == found
        assert repr(copy) == repr(found)


def test_a_record_can_be_copied_without_changing_the_others() -> None:
    [first] = load_file("publics_cibles/a.yml", b"nom: A\n").records.values()
    [other] = load_file("publics_cibles/b.yml", b"nom: B\n").records.values()
    assert first is not None
    assert other is not None

    copy = first.model_copy(update={"nom": "C"})

    assert copy.model_dump()["nom"] == "C"
    assert other.model_fields_set == set()


@pytest.mark.parametrize("text", ["nom: A\nslug: b", "nom: A\ninconnu: b", "nom: A\nslug:"])
def test_a_refused_record_is_located(text: str) -> None:
    found = load_file("publics_cibles/a.yml", text.encode())

    assert found.records == {"a": None}
    assert [problem.place.line for problem in found.problems] == [2]


def test_a_bad_name_is_told_whatever_the_file_holds() -> None:
    found = load_file("publics_cibles/Mauvais nom.yml", b"nom: A\n")

    assert [problem.code for problem in found.problems] == ["CAT-V350"]
    assert isinstance(found, FileResult)
    assert found.records["Mauvais nom"] is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("alias: [A, B]", False),
        ("alias: [A, A]", True),
        ("structures: [{structure: a, role: b}, {structure: a, role: c}]", False),
        ("structures: [{structure: a, role: b}, {structure: a, role: b}]", True),
    ],
)
def test_lists_that_may_repeat_a_value_are_known(text: str, expected: bool) -> None:
    found = load_file("publics_cibles/a.yml", f"nom: A\n{text}\n".encode())

    assert bool(found.repeats) is expected
