"""An edit of one action, as an editor makes it: a word more in one of its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# A paragraph shows on the sheet alone; the name shows in every list, and is searched.
PARAGRAPH = "description"
NAME = "nom"


class Action:
    """The first action of a synthetic catalogue, by the name of its file, with both texts."""

    def __init__(self, catalogue: Path) -> None:
        """Raises ``ValueError`` when no action of ``catalogue`` has them."""
        for path in sorted((catalogue / "actions").rglob("*.yml")):
            text = path.read_text(encoding="utf-8")
            if all(_beginning(field).search(text) for field in (PARAGRAPH, NAME)):
                self._path, self._text = path, text
                return
        raise ValueError("no action has a name and a description")

    @property
    def url(self) -> str:
        """The address of its sheet, relative to the site."""
        return f"actions/{self._path.stem}/"

    def edit(self, field: str, word: str) -> None:
        """Put ``word`` before the text of ``field``, in place of any earlier edit."""
        edited = _beginning(field).sub(lambda found: f"{found[0]}{word} ", self._text, count=1)
        self._path.write_text(edited, encoding="utf-8")

    def restore(self) -> None:
        """Undo all edits."""
        self._path.write_text(self._text, encoding="utf-8")

    @contextmanager
    def restored(self) -> Iterator[None]:
        """Undo all edits at the end, whatever happens."""
        try:
            yield
        finally:
            self.restore()


def _beginning(field: str) -> re.Pattern[str]:
    return re.compile(rf"^{field}: '", re.MULTILINE)
