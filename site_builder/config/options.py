"""What ``mkdocs.yml`` may say to the plugin, and what a command adds for one run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as c

from site_builder.config.ahead import Ahead
from site_builder.config.content import Content
from site_builder.config.pieces import Pieces
from site_builder.config.reuse import Reuse
from site_builder.loading import Progress

# What a Content-Security-Policy takes for an origin, and nothing that could end the directive.
_ANCESTOR = re.compile(r"self|https://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]+)?")


class _Ancestor(c.Type[str]):
    """A site whose pages may show this one in a frame: ``self``, or an origin in https."""

    def __init__(self) -> None:
        super().__init__(str)

    def run_validation(self, value: object) -> str:
        """Return ``value``. Raises ``ValidationError`` for what is not an origin."""
        if not isinstance(value, str) or not _ANCESTOR.fullmatch(value):
            raise base.ValidationError(
                f"«\u00a0{value}\u00a0» n’est pas une adresse de site. Écrivez par exemple "
                f"https://www.exemple.fr, sans barre à la fin, ou self pour ce site-ci."
            )
        return value


class CatalogueOptions(base.Config):  # type: ignore[no-untyped-call]
    """The options of the plugin ``catalogue`` in ``mkdocs.yml``."""

    # Whether the folder exists is for the loader to say, in French.
    catalogue_dir = c.Dir(default="catalogue", exists=False)
    """The folder of the catalogue, relative to ``mkdocs.yml``."""

    edit_uri = c.Type(str, default="")
    """Where the YAML files are edited: an address they are added to, or one with ``{path}``.

    When empty, the site publishes the YAML file of each sheet, and links to it.
    """

    strict = c.Optional(c.Type(bool))
    """Whether warnings of the catalogue stop the build; MkDocs' own ``strict`` when unset."""

    frame_ancestors = c.ListOfItems(_Ancestor(), default=[])
    """The sites whose pages may show this one in a frame; no page may when empty."""

    frame = c.Type(bool, default=True)
    """False renders each sheet through MkDocs, slowly: the oracle of a test."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command line says over ``mkdocs.yml``; ``None`` leaves it as it is.

    ``content`` is a catalogue that was loaded already, as of ``today``, and whose problems were
    shown; ``progress`` is told (sheets written, sheets in all). ``reuse`` are sheets that need not
    be written, and is told of those that were; ``pieces`` are what makers of data and of the search
    know of former states, and ``ahead`` what they made already. ``on_demand`` leaves out all that
    is made from the catalogue, which a live site renders when it is asked for.
    """

    catalogue_dir: Path | None = None
    strict: bool | None = None
    content: Content | None = None
    today: date | None = None
    progress: Progress = lambda *_: None
    on_demand: bool = False
    reuse: Reuse = field(default_factory=Reuse)
    pieces: Pieces = field(default_factory=Pieces)
    ahead: Ahead = field(default_factory=lambda: Ahead(None))


# MkDocs makes the plugin and its options again for each build of a preview: what the command
# line said has no other way to reach them.
RUN: ContextVar[Run] = ContextVar("RUN", default=Run())  # noqa: B039 - frozen


@contextmanager
def in_run(run: Run) -> Iterator[None]:
    """Have the plugin find ``run`` in ``RUN``."""
    token = RUN.set(run)
    try:
        yield
    finally:
        RUN.reset(token)
