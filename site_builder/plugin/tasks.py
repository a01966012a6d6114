"""What is written by all processors: first what MkDocs' pages need, then the sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate
from pathlib import Path
from typing import Any

from site_builder.config import Ahead, Body, Ingredients, MadePages, Reuse, list_tasks
from site_builder.exports.donnees import MAKERS
from site_builder.exports.hors_connexion import SiteFile
from site_builder.frame import FrameKey
from site_builder.loading import Progress
from site_builder.pages import PlannedPage
from site_builder.processes import MOST_PROCESSES, count_processes, split, start_tasks
from site_builder.search.fichiers import GUIDE
from site_builder.team import Team

_HOLDS_EVERY_ACTION = {
    "questionnaire_beneficiaire",
    "questionnaire_prescripteur",
    "questionnaire_porteur",
    "liste_actions",
}
# Sheets to a task: many, since each step is done for all of them before the next; few enough for a
# bar that moves, and for those that an edit changes to be shared.
_SHEETS = 250
_TASKS = 16
# The last tasks are so much shorter: processors end together.
_SHORTER = 8
_FEW = 50


@dataclass(frozen=True, slots=True)
class Prepared:
    """What does not depend on the theme: the bodies of lists, by address, and the data files.

    ``written`` are the files of the search, which stand in the site already or are ``kept`` from
    the former one;
    ``search`` are the addresses of the first files of the search, by the names that templates know
    them by, and ``files`` are all its files whose names change with what they hold.
    """

    bodies: Mapping[str, Body]
    written: Sequence[str]
    search: Mapping[str, str]
    files: Mapping[str, SiteFile]
    kept: Sequence[str]


class Preparing:
    """What other processes prepare while MkDocs reads the pages written by hand."""

    def __init__(
        self,
        team: Team[Any],
        listings: Sequence[PlannedPage],
        reuse: Reuse,
        ahead: Ahead,
        folder: Path,
    ) -> None:
        """The tasks of ``team`` end with those of ``listings``.

        Those before them, which make files in ``folder``, may have been begun ``ahead``.
        """
        self._team = team
        self._listings = listings
        self._reuse = reuse
        self._ahead = ahead
        self._folder = folder

    @cached_property
    def prepared(self) -> Prepared:
        """Wait for it. Raises what stopped it."""
        made = []
        if self._ahead.ingredients is not None:
            # What is left takes little memory.
            self._team.help()
            made = self._ahead.take(self._folder)
        (search, files), *others = [*made, *self._team.results()]
        self.close()
        rendered = zip(self._listings, others[len(MAKERS) :], strict=True)
        bodies = {**self._reuse.former.lists, **{page.url: body for page, body in rendered}}
        kept = [uri for uri in files if uri in self._reuse.search]
        return Prepared(bodies, [GUIDE, *files], search, files, kept)

    def close(self) -> None:
        """Let nobody work on it any more."""
        self._team.close()


def prepare(ingredients: Ingredients, folder: Path, reuse: Reuse, ahead: Ahead) -> Preparing:
    """Start to write the data files of the site into ``folder``; to render the bodies of its lists.

    Files that are made ``ahead`` are taken from there. Bodies that ``reuse`` has are not rendered
    again.
    """
    content = ingredients.content
    content.renderer.get_ready({page.layout for page in content.pages})
    # The longest tasks first: no processor then waits for the last one.
    listings = sorted(
        (page for page in content.listings if page.url not in reuse.former.lists),
        key=lambda page: page.layout not in _HOLDS_EVERY_ACTION,
    )
    tasks: list[Callable[[], Any]] = [partial(content.renderer.render, page) for page in listings]
    if ahead.ingredients is not None:
        # Two are at work: this one, and the one that makes the search.
        team = start_tasks(tasks, processes=max(count_processes() - 2, 0))
    else:
        team = start_tasks([*list_tasks(ingredients, folder), *tasks])
    return Preparing(team, listings, reuse, ahead, folder)


class Writing:
    """Sheets that other processes write while MkDocs builds its own pages."""

    def __init__(self, team: Team[MadePages]) -> None:
        self._team = team

    @cached_property
    def made(self) -> MadePages:
        """The files that browsers may keep, and the frames, once all sheets are written.

        Raises what stopped it.
        """
        files: dict[str, SiteFile] = {}
        frames: dict[FrameKey, bytes] = {}
        for part in self._team.results():
            files.update(part.files)
            frames.update(part.frames)
        self.close()
        return MadePages(files, frames)

    def close(self) -> None:
        """Let nobody work on it any more."""
        self._team.close()


def write_sheets(
    write: Callable[[Sequence[PlannedPage]], Iterable[SiteFile | None]],
    sheets: Sequence[PlannedPage],
    progress: Progress,
    digests: Callable[[], Mapping[FrameKey, bytes]],
) -> Writing:
    """Start to have ``write`` write the files of the sheets, many at once.

    ``progress`` is told (sheets written, sheets in all). ``digests`` tells of the frames that a
    process has made.
    """

    def write_part(part: Sequence[PlannedPage]) -> MadePages:
        files = {file.url: file for file in write(part) if file is not None}
        return MadePages(files, digests())

    parts = _cut(sheets)
    # How many sheets are written when so many tasks are done.
    written = [0, *accumulate(map(len, parts))]

    def tell(done: int, _total: int) -> None:
        progress(written[done], len(sheets))

    # To start another process costs as much as a few sheets.
    processes = 0 if len(sheets) <= _FEW else MOST_PROCESSES
    return Writing(
        start_tasks([partial(write_part, part) for part in parts], tell, processes=processes)
    )


def _cut(sheets: Sequence[PlannedPage]) -> list[Sequence[PlannedPage]]:
    """Cut sheets into the tasks that write them."""
    size = min(_SHEETS, len(sheets) // _TASKS + 1)
    long = max(len(sheets) - 2 * size, 0)
    return [*split(sheets[:long], size), *split(sheets[long:], size // _SHORTER + 1)]
