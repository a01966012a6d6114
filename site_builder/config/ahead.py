"""Files that another process makes before the host asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from site_builder.config.files import Ingredients, list_tasks
from site_builder.processes import start_tasks
from site_builder.team import Team


class Ahead:
    """The search and the data, made while the catalogue is checked and the host gets ready.

    They are written into a folder aside: a host empties that of the site first. ``ingredients`` are
    what they are made of, ``None`` until somebody begins; then they are to be taken.
    """

    def __init__(self, folder: Path | None) -> None:
        """Nothing is made ahead without a ``folder``."""
        self.ingredients: Ingredients | None = None
        self._folder = folder
        self._team: Team[Any] | None = None

    def begin(self, ingredients: Ingredients) -> None:
        """Begin to make them."""
        if self._folder is not None:
            self.ingredients = ingredients
            # The other processors are for what is done meanwhile.
            self._team = start_tasks(list_tasks(ingredients, self._folder), processes=1)

    def take(self, folder: Path) -> list[Any]:
        """Put the files into ``folder``, once they are made; return what their tasks returned.

        Raises what stopped them.
        """
        assert self._folder is not None
        assert self._team is not None
        results = self._team.results()
        for entry in self._folder.iterdir():
            entry.rename(folder / entry.name)
        return results

    def close(self) -> None:
        """Let nobody work on them any more."""
        if self._team is not None:
            self._team.close()
