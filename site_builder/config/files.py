"""Files of a site that no host writes: how each is written, and those that programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from site_builder.build.filesystem import open_folder, read_file, write_file
from site_builder.config.content import Content
from site_builder.config.pieces import Pieces
from site_builder.exports.donnees import MAKERS, DataMaker
from site_builder.exports.hors_connexion import SiteFile, is_kept, make_file
from site_builder.search.document import Document
from site_builder.search.fichiers import FOLDER, GUIDE, guide_to
from site_builder.search.site import SearchMaker


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

    def copy(self, uri: str, source: str) -> None:
        """Copy a file that stands elsewhere."""
        write_file(self._locate(uri), read_file(source))

    def _locate(self, uri: str) -> str:
        """Return where the file stands, in a folder that is made if need be."""
        path = f"{self._folder}/{uri}"
        folder = path.rpartition("/")[0]
        if folder != self._last:
            self._last = folder
            open_folder(folder)
        return path


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What the search and the data are made of.

    ``guides`` are the pages written by hand, as the search finds them; ``pieces`` are what is known
    of former states. Files of the search that are ``standing`` are not written again.
    """

    content: Content
    guides: Sequence[Document]
    today: date
    pieces: Pieces
    standing: Mapping[str, SiteFile]


def list_tasks(ingredients: Ingredients, folder: Path) -> list[Callable[[], Any]]:
    """Return the tasks that write the search, then each of the data files, into ``folder``."""
    content, today, pieces = ingredients.content, ingredients.today, ingredients.pieces
    catalogue, standing = content.catalogue, ingredients.standing
    writer = Writer(folder)

    def write_search() -> tuple[dict[str, str], dict[str, SiteFile]]:
        maker = pieces.recall("search", SearchMaker)
        index = maker.make_index(
            catalogue, {page.url for page in content.pages}, ingredients.guides
        )
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

    return [write_search, *(partial(write_data, uri, make) for uri, make in MAKERS.items())]
