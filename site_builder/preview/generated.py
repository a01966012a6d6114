"""The files that are made from the whole catalogue: each is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from threading import Lock
from typing import Generic, TypeVar

from site_builder.exports import donnees
from site_builder.preview.assistant import Assistant, Subject
from site_builder.preview.whole import make_data, make_search_files
from site_builder.search.document import Document
from site_builder.search.fichiers import FOLDER

T = TypeVar("T")


class Once(Generic[T]):
    """A value that is made once, by the first thread that asks for it; the others wait."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: list[T] = []
        self._lock = Lock()

    def get(self) -> T:
        """Return the value. Raises what ``make`` does."""
        with self._lock:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]

    @property
    def is_made(self) -> bool:
        """Whether ``get`` returns at once."""
        return bool(self._made)


class Generated:
    """The data and the search of one state of the catalogue, by address."""

    def __init__(
        self,
        assistant: Assistant,
        subject: Subject,
        guides: Sequence[Document],
        former: Generated | None = None,
    ) -> None:
        """``guides`` are the pages written by hand.

        ``former`` is the state before: a page that was opened then asks for its files still.
        """
        call, today = assistant.call, subject.today
        self._data = {
            uri: Once(partial(call, make_data, subject, uri, today)) for uri in donnees.URIS
        }
        self._search = Once(lambda: call(make_search_files, subject, guides))
        self._former = former._search if former is not None else None

    def prepare(self) -> None:
        """Make the search, so that whoever opens it does not wait."""
        self._search.get()

    def read(self, address: str) -> str | None:
        """Return the file at ``address``, ``None`` when there is none."""
        if address in self._data:
            return self._data[address].get()
        if not address.startswith(f"{FOLDER}/"):
            return None
        found = self._search.get().get(address)
        if found is None and self._former is not None and self._former.is_made:
            found = self._former.get().get(address)
        return found
