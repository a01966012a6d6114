"""Edits of a catalogue, drawn at random: what its editors do, and what they do by mistake."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

KINDS = ("actions", "contacts", "pages", "publics_cibles", "structures")
_TEXT = re.compile(r"^(nom|fonction|resume|telephone): .*$", re.MULTILINE)


def edit(folder: Path, chance: Random, kinds: Sequence[str] = KINDS) -> str:
    """Change one record of ``kinds`` in the catalogue at ``folder``; return what was done."""
    kind = chance.choice([kind for kind in kinds if _files(folder, kind)])
    file, other = (chance.choice(_files(folder, kind)) for _ in range(2))
    rank = chance.randrange(10_000)
    edits: dict[str, Callable[[], object]] = {
        "word": lambda: _rewrite(file, _change_a_word(file.read_text(encoding="utf-8"), chance)),
        "content of another": lambda: _rewrite(file, other.read_text(encoding="utf-8")),
        "added": lambda: shutil.copyfile(file, file.with_name(f"ajout-{rank}.yml")),
        "renamed": lambda: file.rename(file.with_name(f"renomme-{rank}.yml")),
        "removed": file.unlink,
        "hidden": lambda: _hide(file) if kind == "actions" else file.unlink(),
    }
    done = chance.choice(list(edits))
    edits[done]()
    return f"{file.relative_to(folder)}: {done}"


def _change_a_word(text: str, chance: Random) -> str:
    line = chance.choice(list(_TEXT.finditer(text)))
    value = "01 99 00 56 78" if line[1] == "telephone" else f"Mot {chance.random():.3f}"
    return f"{text[: line.start()]}{line[1]}: {value}{text[line.end() :]}"


def _hide(action: Path) -> None:
    text = re.sub(r"^statut: .*\n", "", action.read_text(encoding="utf-8"), flags=re.MULTILINE)
    _rewrite(action, f"{text.rstrip()}\nstatut: brouillon\n")


def _rewrite(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


def _files(folder: Path, kind: str) -> list[Path]:
    return sorted((folder / kind).rglob("*.yml"))
