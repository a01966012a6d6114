"""A catalogue with a hostile text in every field, and its twin with harmless ones."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

from mkdocs.commands.build import build
from mkdocs.config import load_config

from site_builder.config import RUN, Content, Run, load_content, run_mkdocs_build
from site_builder.model.kinds import FOLDERS, KINDS, SITE, TABLES
from tests.injection.filling import Filling

# Before the last day of publication of the fields' examples, and the closing of their call.
TODAY = date(2025, 2, 1)
SITE_URL = "https://www.exemple.fr/catalogue/"

# What holds across the fields of a record, which no declaration of a field says.
_CHOICE = {"type": "choix-multiple"}


def slug_of(index: int) -> str:
    """Return the slug of the records that hold the text of this rank."""
    return f"piege-{index:02d}"


def write_catalogue(
    folder: Path,
    texts: Sequence[str],
    site: str,
    *,
    sigles: Collection[int] = (),
    refused: bool = False,
) -> None:
    """Write a record of each kind for each text, and ``site`` in every field of the site.

    The texts of the ranks ``sigles`` are acronyms too. With ``refused``, the fields that take
    no free text are given it too.
    """
    fillings = {slug_of(i): _filling(texts, i, refused=refused) for i in range(len(texts))}
    for kind in FOLDERS.values():
        for slug, filling in fillings.items():
            _write(folder / kind.name / f"{slug}.yml", filling.fill(kind.model))
    for kind in TABLES.values():
        rows = {slug: _row(kind.name, slug, filling) for slug, filling in fillings.items()}
        if kind.name == "glossaire":
            rows |= {f"{slug_of(i)}-sigle": _hostile_term(texts[i]) for i in sigles}
        _write(folder / f"{kind.name}.yml", rows)
    _write(folder / "site.yml", Filling(site, site, {}, refused=refused).fill(SITE.model))


def _filling(texts: Sequence[str], index: int, *, refused: bool) -> Filling:
    """A record of even rank refers to those of the next, which refer to nothing."""
    return Filling(
        text=texts[index],
        list_text=f"SIGLE{index:02d} {texts[index]} FIN",
        slugs=dict.fromkeys(KINDS, slug_of(index + 1)),
        dangling=index % 2 == 1,
        refused=refused,
    )


def _row(kind: str, slug: str, filling: Filling) -> dict[str, Any]:
    row = filling.fill(TABLES[kind].model)
    if kind == "glossaire":
        # The second items of lists begin with the acronym: it is met, spelt out and explained.
        # What a text would be found by holds no bare payload: where words end differs from
        # one to another, and pages would not have as many links.
        row["forme"] = filling.list_text.partition(" ")[0]
        row |= {key: [f"Autre {filling.text}"] for key in ("anciens_noms", "synonymes")}
    if kind == "questions" and not filling.refused:
        values = (f"{slug}-{rank}" for rank in range(len(row["options"])))
        row["options"] = [
            {**option, "valeur": value}
            for option, value in zip(row["options"], values, strict=True)
        ]
        row |= _CHOICE
    return row


def _hostile_term(text: str) -> dict[str, str]:
    """Return a term that is met in the second items of lists."""
    return {"forme": f"{text} FIN", "developpe": text, "definition": text}


def _write(path: Path, values: object) -> None:
    """Write JSON, which is YAML: every character that YAML could read is quoted or escaped."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(values, indent=1), encoding="utf-8")


def load_hostile(folder: Path, root: Path) -> Content:
    """Load a catalogue as a build does; its problems, which stop a build, stop nothing here."""
    return load_content(folder, TODAY, root / "overrides")


def build_site(content: Content, root: Path, out: Path) -> None:
    """Build the site of the repository with this content, as ``catalogue build`` does."""
    with mock.patch.dict(os.environ, {"SITE_URL": SITE_URL}):
        run_mkdocs_build(root / "mkdocs.yml", out, Run(content=content))


def build_preview(content: Content, root: Path, out: Path) -> None:
    """Build the pages that ``catalogue serve`` shows, with their panel of problems."""
    token = RUN.set(Run(content=content))
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(out))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://localhost:8000/")
    finally:
        RUN.reset(token)
