"""The guides' pages that the code knows best: the format of records, the codes of problems."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from site_builder.exports.reference import describe_format_markdown
from site_builder.messages import describe_codes_markdown

GUIDES = Path("docs/guides")


@dataclass(frozen=True, slots=True)
class GeneratedGuide:
    """A page of the guides: where it goes, its front matter, and who writes its body."""

    name: str
    title: str
    description: str
    body: Callable[[], str]

    def render(self) -> str:
        """Return the page, with its front matter and the notice that it is generated."""
        return (
            # Two hundred screens for editors would drown what visitors search for.
            f"---\ntitle: {self.title}\ndescription: {self.description}\n"
            "search:\n  exclude: true\n---\n\n"
            "<!-- Page générée par « make docs » : ne la modifiez pas ici. -->\n\n"
            f"{self.body()}"
        )


GENERATED = (
    GeneratedGuide(
        "format.md",
        "Le format des fiches",
        "Tous les champs des fiches du catalogue, leurs valeurs possibles et des exemples.",
        describe_format_markdown,
    ),
    GeneratedGuide(
        "codes.md",
        "Codes des problèmes",
        "Ce que veut dire chaque problème signalé par le programme, et comment le corriger.",
        describe_codes_markdown,
    ),
)


def write_guides(folder: Path = GUIDES) -> list[Path]:
    """Write the generated pages into ``folder``; returns the files. Raises ``OSError``."""
    written = []
    for guide in GENERATED:
        file = folder / guide.name
        file.write_text(guide.render(), encoding="utf-8", newline="\n")
        written.append(file)
    return written
