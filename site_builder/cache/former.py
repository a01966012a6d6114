"""What was made from some folders: a folder too, that would be made again the same, or nearly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from site_builder.cache.stamps import OwnTree, Tree, compare_tree, read_own_tree
from site_builder.cache.store import Store, name_of
from site_builder.processes import beside


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a folder is made from: texts such as the day and the options, and other folders."""

    facts: tuple[str, ...]
    trees: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Former:
    """A folder that was made; ``files`` are its own.

    ``is_silent`` says that its maker had nothing to tell a person of it. ``name`` is that of what
    the maker wants to know of it next time, which stands apart: it is long to read.
    """

    inputs: Inputs
    files: OwnTree
    is_silent: bool
    name: UUID


def _look_at(
    out: Path, files: OwnTree | None, folders: Sequence[Path], known: Sequence[Tree]
) -> tuple[bool, list[tuple[Tree, bool]]]:
    """Tell whether ``out`` holds ``files`` alone, and what ``compare_tree`` does of each folder."""
    return _stands(out, files), list(map(compare_tree, folders, known))


def _stands(folder: Path, files: OwnTree | None) -> bool:
    """Tell whether ``folder`` holds ``files``, and nothing else."""
    try:
        return files is not None and read_own_tree(folder) == files
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class _Details:
    name: UUID
    value: Any


class Memory:
    """What is remembered of the folder ``out``, as it was last made."""

    def __init__(
        self, store: Store, out: Path, facts: Sequence[str] | None, folders: Sequence[Path]
    ) -> None:
        """``facts`` are ``None`` when not all that ``out`` is made from is known.

        The first of ``folders`` is the one of which a change need not change everything.
        """
        self._store = store
        self._name = f"made.{name_of(out)}"
        self._details = f"{self._name}.details"
        self.spare = store.path_of(f"spare.{name_of(out)}")
        self._out = out
        self._facts = None if facts is None else (*facts, *map(str, folders))
        self._folders = folders
        self._inputs: Inputs | None = None
        self._former: Former | None = None
        self._is_same = False

    def look(self, *, afresh: bool = False, meanwhile: Iterable[object] = ()) -> None:
        """Look at what is to be read, before it is, and at what stands there.

        ``afresh`` forgets what was made before. Where there are several processors, this one takes
        as many steps of ``meanwhile`` as there is time for.
        """
        if self._facts is None:
            return
        former = None if afresh else self._read()
        known = former.inputs.trees if former else ({},) * len(self._folders)
        files = former.files if former else None
        with (
            suppress(OSError),
            beside(partial(_look_at, self._out, files, self._folders, known)) as looking,
        ):
            steps = iter(meanwhile)
            while not looking.is_over and next(steps, self) is not self:
                continue
            [(stands, ((tree, is_same), *others))] = looking.results()
            self._inputs = Inputs(self._facts, (tree, *(tree for tree, _ in others)))
            self._is_same = is_same
            if stands and all(same for _, same in others):
                self._former = former

    def _read(self) -> Former | None:
        former = self._store.read(self._name)
        is_ours = isinstance(former, Former) and former.inputs.facts == self._facts
        return former if is_ours else None

    @property
    def same(self) -> Former | None:
        """What stands there, when it would be made again the same."""
        return self._former if self._is_same else None

    @property
    def former(self) -> Former | None:
        """What stands there, when nothing changed since but files of the first folder."""
        return self._former

    @property
    def seen(self) -> Tree:
        """What was found of the files of the first folder, if it was looked at."""
        return self._inputs.trees[0] if self._inputs else {}

    @property
    def changed(self) -> list[str]:
        """The paths of the files of the first folder that changed since the former one."""
        if self._former is None or self._inputs is None:
            return []
        before, now = self._former.inputs.trees[0], self._inputs.trees[0]
        return list({path for path, _ in before.items() ^ now.items()})

    def read_details(self) -> Any:
        """Return what was wanted to be known of the former one; ``None`` when it is lost."""
        kept = self._store.read(self._details)
        is_its = self._former and isinstance(kept, _Details) and kept.name == self._former.name
        return kept.value if is_its else None

    def keep(self, details: object, files: OwnTree, *, is_silent: bool) -> None:
        """Remember what was just made: ``files`` are all of it."""
        if self._inputs is not None:
            name = uuid4()
            self._store.write(self._details, _Details(name, details))
            self._store.write(self._name, Former(self._inputs, files, is_silent, name))
