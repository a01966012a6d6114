"""The sections of a page, and how its steps are laid out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from markupsafe import Markup

from site_builder.model.parcours import Etape
from site_builder.pages import Heading
from site_builder.rendering.typographie import typographie
from site_builder.vocabulary.texte_riche import readable

# Beyond these, boxes side by side would be too narrow to read.
_STEPS_IN_A_ROW = 4
_CHARACTERS_IN_A_STEP = 180


class Sections:
    """The headings of one page, gathered as its template prints them."""

    def __init__(self, begin: Callable[[], None]) -> None:
        """``begin`` is told of each section before it opens."""
        self._begin = begin
        self._headings: dict[str, Heading] = {}

    def open(self, identifier: str, titre: str) -> Markup:
        """Return an ``<h2>`` and remember it. Raises ``ValueError`` for an id used before."""
        self._begin()
        if identifier in self._headings:
            raise ValueError(f"two sections of the page are called {identifier}")
        self._headings[identifier], html = _heading(identifier, titre)
        return html

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings printed so far, in order."""
        return tuple(self._headings.values())


# The same few sections head sheet after sheet.
@lru_cache(1024)
def _heading(identifier: str, titre: str) -> tuple[Heading, Markup]:
    words = typographie(readable(titre).strip())
    html = Markup('<h2 id="{}">{}</h2>').format(identifier, words)
    return Heading(identifier, words), html


def side_by_side(etapes: Sequence[Etape]) -> bool:
    """Tell whether steps are few and short enough to stand in a row on a wide screen."""
    return len(etapes) <= _STEPS_IN_A_ROW and all(
        len(etape.description or "") <= _CHARACTERS_IN_A_STEP for etape in etapes
    )
