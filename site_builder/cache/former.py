"""The last build: what it was made from, and what it made.

When neither has changed, building again would write the same files: there is nothing to do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from site_builder.cache import Content, Stamp, Store, is_same, read_tree
from site_builder.problems import Problem

Tree = Mapping[str, Stamp | Content]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a site is made from: texts such as the day and the options, and folders of files."""

    facts: tuple[str, ...]
    trees: Mapping[Path, Tree]


@dataclass(frozen=True, slots=True)
class Former:
    """A build that ended well.

    ``problems`` are those that were told of what the site is made from, ``findings`` those of its
    pages; ``files`` are its own.
    """

    inputs: Inputs
    problems: tuple[Problem, ...]
    findings: tuple[Problem, ...]
    files: Tree


class Memory:
    """What is remembered of the builds of the site at ``out``."""

    def __init__(
        self, store: Store, out: Path, facts: Sequence[str] | None, folders: Sequence[Path]
    ) -> None:
        """``facts`` are ``None`` when not all that the site is made from is known."""
        self._store = store
        self._name = f"site.{hashlib.blake2b(str(out).encode(), digest_size=8).hexdigest()}"
        self._out = out
        self._facts = facts
        self._folders = folders
        self._inputs: Inputs | None = None

    def find(self) -> Former | None:
        """Return the build whose site stands there and would be built again the same.

        ``None`` as soon as something differs, or may.
        """
        former = self._store.read(self._name) if self._facts is not None else None
        if not isinstance(former, Former) or former.inputs.facts != self._facts:
            return None
        trees = former.inputs.trees
        if list(trees) != list(self._folders):
            return None
        same = all(is_same(folder, tree) for folder, tree in trees.items())
        return former if same and is_same(self._out, former.files) else None

    def begin(self) -> None:
        """Look at what the site is made from, before it is read."""
        if self._facts is not None:
            with suppress(OSError):
                trees = {folder: read_tree(folder) for folder in self._folders}
                self._inputs = Inputs(tuple(self._facts), trees)

    def keep(self, problems: Sequence[Problem], findings: Sequence[Problem]) -> None:
        """Remember the build that just ended well."""
        if self._inputs is not None:
            with suppress(OSError):
                files = read_tree(self._out, ours=True)
                former = Former(self._inputs, tuple(problems), tuple(findings), files)
                self._store.write(self._name, former)
