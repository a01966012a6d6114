"""Reading a few files again gives what reading them all does."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from site_builder.loading import Loaded, load_catalogue
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
    catalogue_factory({name: text for name, text in after.items() if text is not None})
    for name in (name for name, text in after.items() if text is None):
        (root / name).unlink()

    again = read_again(former, [root / name for name in after], memo).loaded

    assert described(again) == described(load_catalogue(root))
    assert described(former)[0] == kept[0]


def test_many_files_are_read_at_once(catalogue_factory: CatalogueFactory) -> None:
    names = [f"actions/a-{rank}.yml" for rank in range(30)]
    root: Path = catalogue_factory({name: ACTION.format(nom=name) for name in names})
    former = load_catalogue(root)
    catalogue_factory({name: ACTION.format(nom=f"{name} bis") for name in names})

    again = read_again(former, [root / name for name in names], {}).loaded

    assert described(again) == described(load_catalogue(root))
