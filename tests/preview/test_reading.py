"""Reading a few files again gives what reading them all does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from site_builder.loading import Loaded, load_catalogue
from site_builder.preview import reading as reading_module
from site_builder.preview.reading import read_again
from site_builder.problems import sort_problems

CatalogueFactory = Any
ACTION = "nom: {nom}\nresume: Résumé.\n"
BEFORE = {
    "actions/a.yml": ACTION.format(nom="A"),
    "actions/sous-dossier/b.yml": ACTION.format(nom="B"),
    "actions/refusee.yml": "nm: R\n",
    "actions/Majuscule.yml": ACTION.format(nom="M"),
    "contacts/accueil.yml": "fonction: Accueil\ntelephone: 01 99 00 12 34\n",
    "glossaire.yml": "per:\n  forme: PER\n",
    "site.yml": "nom: Essai\n",
}


def described(loaded: Loaded) -> tuple[object, ...]:
    documents = {key: (one.file, one.place(("nom",))) for key, one in loaded.documents.items()}
    orders = [list(loaded.catalogue.records(kind)) for kind in ("actions", "contacts", "glossaire")]
    problems = sort_problems(loaded.problems)
    return loaded.catalogue, orders, list(documents.items()), problems, loaded.refused


def write(root: Path, files: Mapping[str, str | bytes | Path | None]) -> list[Path]:
    """Write files, links to a ``Path``, and remove those of ``None``; return where they are."""
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        if isinstance(data, Path):
            path.symlink_to(data)
        elif data is not None:
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return [root / name for name in files]


@pytest.mark.parametrize(
    "after",
    [
        {"actions/a.yml": "resume: Avant.\nnom: A1\n"},
        {"actions/a.yml": "nom: A\nresume: Résumé.\nthematiques: [mobilite, mobilite]\n"},
        {"actions/sous-dossier/b.yml": ACTION.format(nom="B1"), "site.yml": "nom: Autre\n"},
        {"actions/a.yml": "nm: A\n"},
        {"actions/a.yml": "nom: [\n"},
        {"actions/refusee.yml": ACTION.format(nom="R")},
        {"actions/Majuscule.yml": ACTION.format(nom="N")},
        {"actions/nouvelle.yml": ACTION.format(nom="N")},
        {"actions/sous-dossier/a.yml": ACTION.format(nom="Double")},
        {"glossaire.yml": "pas:\n  forme: PAS\n"},
        {"contacts/accueil.yml": "fonction: Autre accueil\ntelephone: 01 99\n"},
        {"notes.txt": "notes"},
        {"autres/x.yml": "nom: X\n"},
        {"actions/a.yml": b"\xff"},
        {"actions/a.yml": None},
        {"actions/a.yml": ACTION.format(nom="A2"), "actions/sous-dossier/b.yml": "nm: B\n"},
    ],
)
def test_what_changed_is_read_again_as_if_all_were(
    catalogue_factory: CatalogueFactory, after: Mapping[str, str | bytes | None]
) -> None:
    root: Path = catalogue_factory(BEFORE)
    memo: dict[str, Any] = {}
    former = load_catalogue(root, memo=memo)
    kept = described(former)

    again = read_again(former, write(root, after), memo).loaded

    assert described(again) == described(load_catalogue(root))
    assert described(former)[0] == kept[0]


_NEW, SOUND = "actions/nouvelle.yml", ACTION.format(nom="N")


@pytest.mark.parametrize(
    "steps",
    [
        # Comes, is refused, is mended, goes.
        [{_NEW: SOUND}, {_NEW: "nom: ["}, {_NEW: "nm: N"}, {_NEW: SOUND}, {_NEW: None}],
        [{_NEW: "nom: ["}, {_NEW: "nom: [["}, {_NEW: None}, {_NEW: SOUND}],
        [{_NEW: SOUND, "actions/a.yml": None}, {_NEW: None, "actions/a.yml": SOUND}],
        [{"actions/refusee.yml": None}, {"actions/refusee.yml": SOUND}],
        # Another file has the slug, before or after in the order of files.
        [{"actions/autre/a.yml": SOUND}, {"actions/a.yml": None}, {"actions/a.yml": SOUND}],
        [{"actions/zone/b.yml": SOUND}, {"actions/sous-dossier/b.yml": "nom: ["}],
        [{"actions/zone/b.yml": SOUND}, {"actions/sous-dossier/b.yml": None}],
        [{"actions/zone/refusee.yml": SOUND}, {"actions/refusee.yml": None}],
        [{"actions/x/refusee.yml": b"\xff"}, {"actions/refusee.yml": None}],
        # The first record of a kind, then nothing at all.
        [{"structures/une.yml": "nom: Une\n"}, {"structures/une.yml": None}],
        [dict.fromkeys(BEFORE), {_NEW: SOUND}, {_NEW: None}],
        # What is not a file to read.
        [{_NEW: Path("a.yml")}, {_NEW: SOUND}, {_NEW: Path("a.yml")}, {_NEW: None}],
    ],
)
def test_what_comes_and_goes_is_read_as_if_all_were(
    catalogue_factory: CatalogueFactory, steps: Sequence[Mapping[str, str | bytes | Path | None]]
) -> None:
    root: Path = catalogue_factory(BEFORE)
    memo: dict[str, Any] = {}
    loaded = load_catalogue(root, memo=memo)
    for after in steps:
        loaded = read_again(loaded, write(root, after), memo).loaded

        assert described(loaded) == described(load_catalogue(root))


@pytest.mark.parametrize("after", [SOUND, "nom: [", "nm: N", None])
@pytest.mark.parametrize("before", [SOUND, "nom: [", "nm: N", None])
def test_a_file_that_comes_or_goes_is_read_alone(
    catalogue_factory: CatalogueFactory,
    monkeypatch: pytest.MonkeyPatch,
    before: str | None,
    after: str | None,
) -> None:
    root: Path = catalogue_factory(BEFORE)
    write(root, {_NEW: before})
    memo: dict[str, Any] = {}
    former = load_catalogue(root, memo=memo)
    monkeypatch.setattr(reading_module, "load_catalogue", None)

    again = read_again(former, write(root, {_NEW: after}), memo)

    assert described(again.loaded) == described(load_catalogue(root))
    assert (again.edited is not None) == (before == after == SOUND)


def test_many_files_are_read_at_once(catalogue_factory: CatalogueFactory) -> None:
    names = [f"actions/a-{rank}.yml" for rank in range(30)]
    root: Path = catalogue_factory({name: ACTION.format(nom=name) for name in names})
    former = load_catalogue(root)
    catalogue_factory({name: ACTION.format(nom=f"{name} bis") for name in names})

    again = read_again(former, [root / name for name in names], {}).loaded

    assert described(again) == described(load_catalogue(root))
