"""What is written by all processors: first what MkDocs' pages need, then the sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from itertools import accumulate
from pathlib import Path, PurePosixPath
from typing import Any

from site_builder.build.filesystem import open_folder, write_file
from site_builder.config import Body, Content, Pieces, Reuse, Sheets
from site_builder.exports.donnees import MAKERS, DataMaker
from site_builder.exports.hors_connexion import SiteFile, is_kept, make_file
from site_builder.frame import FrameKey
from site_builder.loading import Progress
from site_builder.pages import PlannedPage
from site_builder.processes import run_tasks, split, start_tasks
from site_builder.search.document import Document
from site_builder.search.fichiers import FOLDER, GUIDE, guide_to
from site_builder.search.site import SearchMaker
from site_builder.team import Team

_HOLDS_EVERY_ACTION = {
    "questionnaire_beneficiaire",
    "questionnaire_prescripteur",
    "questionnaire_porteur",
    "liste_actions",
}
# Sheets to a task: few enough for a bar that moves, and for processors that end together.
_SHEETS = 40
# And tasks at least, for those few that an edit changes.
_TASKS = 16
_SOURCES = 400


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


class Writer:
    """Writes files into the folder of a site; what it wrote is told by what it returns."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        # Files come folder by folder.
        self._last: str | None = None

    def write(self, uri: str, text: str) -> SiteFile | None:
        """Write a file; return what the list of what browsers keep says of it, if anything."""
        data = text.encode()
        write_file(self._locate(uri), data)
        return make_file(uri, data) if is_kept(uri) else None

    def write_pieces(self, uri: str, pieces: Iterable[bytes]) -> None:
        """Write a file that is large, piece by piece."""
        with Path(self._locate(uri)).open("wb") as file:
            file.writelines(pieces)

    def copy(self, uri: str, source: Path) -> None:
        """Copy a file that stands elsewhere."""
        write_file(self._locate(uri), source.read_bytes())

    def _locate(self, uri: str) -> str:
        """Return where the file stands, in a folder that is made if need be."""
        path = f"{self._folder}/{uri}"
        folder = path.rpartition("/")[0]
        if folder != self._last:
            self._last = folder
            open_folder(folder)
        return path


class Preparing:
    """What other processes prepare while MkDocs reads the pages written by hand."""

    def __init__(self, team: Team[Any], listings: Sequence[PlannedPage], reuse: Reuse) -> None:
        self._team = team
        self._listings = listings
        self._reuse = reuse

    @cached_property
    def prepared(self) -> Prepared:
        """Wait for it. Raises what stopped it."""
        (search, files), *others = self._team.results()
        self.close()
        rendered = zip(self._listings, others[len(MAKERS) :], strict=True)
        bodies = {**self._reuse.former.lists, **{page.url: body for page, body in rendered}}
        kept = [uri for uri in files if uri in self._reuse.search]
        return Prepared(bodies, [GUIDE, *files], search, files, kept)

    def close(self) -> None:
        """Let nobody work on it any more."""
        self._team.close()


def prepare(
    content: Content,
    guides: Sequence[Document],
    folder: Path,
    today: date,
    pieces: Pieces,
    reuse: Reuse,
) -> Preparing:
    """Start to write the data files of the site into ``folder``; to render the bodies of its lists.

    ``guides`` are the pages written by hand, as the search finds them; ``pieces`` are what is
    known of former states. Bodies that ``reuse`` has are not rendered again, nor are files of the
    search that stand written again.
    """
    catalogue, standing = content.catalogue, reuse.search
    writer = Writer(folder)

    def write_search() -> tuple[dict[str, str], dict[str, SiteFile]]:
        maker = pieces.recall("search", SearchMaker)
        index = maker.make_index(catalogue, {page.url for page in content.pages}, guides)
        facettes = maker.make_facettes()
        writer.write(GUIDE, guide_to(index.address))
        written = {}
        for files in (index, facettes):
            for name in files.files:
                uri = f"{FOLDER}/{name}"
                file = standing.get(uri) or writer.write(uri, files.files[name])
                assert file is not None
                written[uri] = file
        pieces.keep("search", maker)
        addresses = {"search_index": index.address, "search_facets": facettes.address}
        return {**addresses, "search_guide": GUIDE}, written

    def write_data(uri: str, make: Callable[[], DataMaker]) -> None:
        name = PurePosixPath(uri).stem
        maker = pieces.recall(name, make)
        writer.write_pieces(uri, maker.encode(catalogue, today))
        pieces.keep(name, maker)

    content.renderer.get_ready({page.layout for page in content.pages})
    # The longest tasks first: no processor then waits for the last one.
    listings = sorted(
        (page for page in content.listings if page.url not in reuse.former.lists),
        key=lambda page: page.layout not in _HOLDS_EVERY_ACTION,
    )
    tasks: list[Callable[[], Any]] = [write_search]
    tasks += (partial(write_data, uri, make) for uri, make in MAKERS.items())
    tasks += (partial(content.renderer.render, page) for page in listings)
    return Preparing(start_tasks(tasks), listings, reuse)


def write_sheets(
    write: Callable[[PlannedPage], Iterable[SiteFile | None]],
    sheets: Sequence[PlannedPage],
    copy: Callable[[str], None],
    sources: Sequence[str],
    progress: Progress,
    digests: Callable[[], Mapping[FrameKey, bytes]],
) -> Sheets:
    """Have ``write`` write each of the sheets, and ``copy`` each of the sources.

    ``progress`` is told (sheets written, sheets in all). ``digests`` tells of the frames that a
    process has made. Returns the files that browsers may keep, and all the frames.
    """

    def write_part(part: Sequence[PlannedPage]) -> Sheets:
        files = (file for sheet in part for file in write(sheet) if file is not None)
        return Sheets({file.url: file for file in files}, digests())

    def copy_part(part: Sequence[str]) -> Sheets:
        for source in part:
            copy(source)
        return Sheets()

    parts = split(sheets, min(_SHEETS, len(sheets) // _TASKS + 1))
    # How many sheets are written when so many tasks are done: theirs come before the copies.
    written = [0, *accumulate(map(len, parts))]

    def tell(done: int, _total: int) -> None:
        progress(written[min(done, len(parts))], len(sheets))

    tasks = [partial(write_part, part) for part in parts]
    tasks += [partial(copy_part, part) for part in split(sources, _SOURCES)]
    files: dict[str, SiteFile] = {}
    frames: dict[FrameKey, bytes] = {}
    for part in run_tasks(tasks, tell, apart=True):
        files.update(part.files)
        frames.update(part.frames)
    return Sheets(files, frames)
