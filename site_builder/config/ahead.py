"""Files that another process makes before the host asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from site_builder.processes import start_tasks
from site_builder.search.document import Document
from site_builder.team import Team


class Ahead:
    """The search and the data, made while the catalogue is checked and the host gets ready.

    They are written into a folder aside: a host empties that of the site first. ``guides`` are the
    pages written by hand that the search was made from.
    """

    def __init__(self, folder: Path | None) -> None:
        """Nothing can be made ahead without a ``folder``, which is there or not."""
        self.folder = folder
        self.guides: Sequence[Document] = ()
        self._team: Team[Any] | None = None

    @property
    def is_begun(self) -> bool:
        """Whether somebody has to ``take`` what is made."""
        return self._team is not None

    def begin(self, tasks: Sequence[Callable[[], object]], guides: Sequence[Document]) -> None:
        """Begin the tasks that write these files into the folder."""
        self.guides = guides
        # The other processors are for what is done meanwhile.
        self._team = start_tasks(tasks, processes=1)

    def take(self, folder: Path) -> list[Any]:
        """Put the files into ``folder``, once they are made; return what their tasks returned.

        Raises what stopped them.
        """
        assert self.folder is not None
        assert self._team is not None
        results = self._team.results()
        for entry in self.folder.iterdir():
            entry.rename(folder / entry.name)
        return results

    def close(self) -> None:
        """Let nobody work on them any more."""
        if self._team is not None:
            self._team.close()
