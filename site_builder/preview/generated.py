"""The files that are made from the whole catalogue: each is made when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

from site_builder.config import FACETTES, INDEX
from site_builder.exports import donnees
from site_builder.preview.assistant import Makers
from site_builder.preview.reading import Subject
from site_builder.preview.whole import Whole
from site_builder.search.document import Document
from site_builder.search.fichiers import FOLDER


class Generated:
    """The data and the search of one state of the catalogue, by address."""

    def __init__(self, makers: Makers, subject: Subject, guides: Sequence[Document]) -> None:
        """``guides`` are the pages written by hand."""
        self._makers = makers
        self._subject = subject
        self._guides = guides
        self._lock = Lock()
        self._index: bytes | None = None

    def prepare(self) -> None:
        """Make the search, so that whoever opens it does not wait."""
        self.read(INDEX)

    def prepare_rest(self) -> None:
        """Make what filters it: whoever asks for the search meanwhile would wait."""
        self.read(FACETTES)

    def knows(self, address: str) -> bool:
        """Tell whether there may be a file at ``address``."""
        return address in donnees.MAKERS or address.startswith(f"{FOLDER}/")

    def read(self, address: str) -> bytes | None:
        """Return the file at ``address``, ``None`` when there is none."""
        if address == INDEX:
            return self._read_index()
        return self._make(address)

    def _read_index(self) -> bytes | None:
        """Return the first file of the search, made once: many pages wait for it."""
        with self._lock:
            if self._index is None:
                self._index = self._make(INDEX)
        return self._index

    def _make(self, address: str) -> bytes | None:
        makers, subject = self._makers, self._subject
        if address in donnees.MAKERS:
            return makers.data.call(Whole.make_data, subject, address, subject.today)
        if address.startswith(f"{FOLDER}/"):
            read = Whole.read_search
            return makers.search.call(read, subject, self._guides, address, subject.today)
        return None
