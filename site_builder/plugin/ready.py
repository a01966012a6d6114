"""Files that stand in the site without MkDocs: the sheets, their sources, the data.

There are tens of thousands of them, which MkDocs neither reads, renders nor copies. It must know
them all the same: ``[PER](actions/per.md)``, in a page written by hand, leads to the sheet of the
action ``per``, which is checked and rewritten. So they are made for MkDocs when a link leads there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import NoReturn

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel

_ID = re.compile(r"""\sid=["']([^"']+)""")
_PAGE = "/index.html"


def find_ids(html: str) -> set[str]:
    """Return the identifiers of elements: what a link may lead to in a page."""
    return set(_ID.findall(html))


@dataclass(frozen=True, slots=True)
class _WrittenPage:
    """Enough of a page for MkDocs to check the links that lead to a part of a sheet."""

    read: Callable[[str], str]
    path: str

    @property
    def present_anchor_ids(self) -> set[str]:
        """The identifiers in the sheet; it is read for the few links that ask."""
        return find_ids(self.read(self.path))


class ReadyFile(File):
    """A file that MkDocs neither reads, renders, copies nor shows in the nav."""

    def __init__(
        self, src_uri: str, dest_uri: str, site_dir: str, read: Callable[[str], str] | None
    ) -> None:
        """``src_uri`` is where a page written by hand would look for it.

        ``read`` returns the text at a path of the site, for links to parts of pages.
        """
        super().__init__(
            src_uri,
            src_dir=None,
            dest_dir=site_dir,
            use_directory_urls=True,
            dest_uri=dest_uri,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "catalogue"
        if read is not None and dest_uri.endswith(_PAGE):
            self.page = _WrittenPage(read, dest_uri)  # type: ignore[assignment]

    def is_documentation_page(self) -> bool:
        """MkDocs renders documentation pages; these are ready."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Leave the file as it is."""


class SiteFiles(Files):
    """The files of MkDocs, which are gone through, and the ready ones, which are looked for."""

    def __init__(
        self, files: Iterable[File], site_dir: str, read: Callable[[str], str] | None
    ) -> None:
        """``read`` returns the text of a ready file, unless they are made on demand."""
        super().__init__(files)
        self._site_dir = site_dir
        self._read = read
        # The path in the site, by where pages written by hand would look for it.
        self._ready: dict[str, str] = {}
        self._made: dict[str, ReadyFile] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file at ``path``, among the sources of MkDocs' pages."""
        uri = PurePath(path).as_posix()
        return self.src_uris.get(uri) or self._find_ready(uri)

    def __contains__(self, path: str) -> bool:
        return self.get_file_from_path(path) is not None

    def add_ready(self, uris: Mapping[str, str]) -> None:
        """Add ready files: the path in the site of each, by where pages would look for it.

        Raises ``Abort`` when a page written by hand is there.
        """
        for uri in uris:
            if uri in self.src_uris or uri in self._ready:
                refuse_twin(uri)
        self._ready.update(uris)

    @property
    def addresses(self) -> Iterator[str]:
        """What tells where each file would be looked for, and where it is."""
        yield from (f"{file.src_uri} {file.dest_uri}" for file in self)
        yield from (f"{uri} {path}" for uri, path in self._ready.items())

    @property
    def ready_paths(self) -> Collection[str]:
        """The paths of the ready files in the site."""
        return self._ready.values()

    def show_all(self, others: Files) -> None:
        """Add the ready files to ``others``, which another plugin has put in the place of these."""
        shown = {*others.src_uris}
        for uri in self._ready:
            if uri not in shown and (file := self._find_ready(uri)) is not None:
                others.append(file)

    def _find_ready(self, uri: str) -> ReadyFile | None:
        path = self._ready.get(uri)
        if path is not None and uri not in self._made:
            # MkDocs compares files by their identity.
            self._made[uri] = ReadyFile(uri, path, self._site_dir, self._read)
        return self._made.get(uri)


def paths_of(files: Files) -> list[str]:
    """Return the paths in the site of all ``files``."""
    ready = files.ready_paths if isinstance(files, SiteFiles) else ()
    return [*(file.dest_uri for file in files), *ready]


def refuse_twin(uri: str) -> NoReturn:
    """Raise ``Abort``: two pages want the same address."""
    raise Abort(
        f"La page docs/{uri} porte l’adresse d’une page du catalogue"
        f"\u00a0: donnez-lui un autre nom."
    )
