"""A site that is published edit after edit, as a build does that keeps what did not change.

Usage: ``python -m tests.build.edits OUT SPARE``, for a test that kills it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

from site_builder.build import Publication, Standing, Verified, Written
from site_builder.cache import read_own_tree
from tests.build.publishing import publish

Texts = dict[str, str]
"""What each file of a site holds, by its path."""

MARKS = {"index.html": "<p>Accueil", "404.html": "<p>Rien", "sitemap.xml": "<a/>"}


@dataclass
class Edited:
    """The site in ``out``: ``texts`` are what it holds now."""

    out: Path
    spare: Path
    texts: Texts = field(default_factory=dict)
    last: Publication | None = None

    def publish(self, texts: Texts) -> Publication:
        """Publish a site that holds ``texts``, keeping the files that say the same."""
        texts = MARKS | texts
        standing = self.standing
        kept = [path for path, text in texts.items() if self.texts.get(path) == text]
        kept = kept if standing.files else []

        def write(folder: Path) -> Written:
            for path in texts.keys() - set(kept):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_text(texts[path])
            return Written((), kept)

        publication = publish(write, self.out, standing=standing)
        if publication.published:
            self.texts, self.last = texts, publication
        return publication

    def look(self) -> None:
        """Take up the site that stands there, whoever made it."""
        self.texts = self.read()
        self.last = Publication(True, (), Verified(), read_own_tree(self.out))

    @property
    def standing(self) -> Standing:
        """The site as it was last published, as far as it is known."""
        if self.last is None or self.last.files is None:
            return Standing(spare=self.spare)
        return Standing(self.last.files, self.last.verified, self.spare)

    def read(self) -> Texts:
        """Return what the site holds."""
        files = (path for path in self.out.rglob("*") if path.is_file())
        return {path.relative_to(self.out).as_posix(): path.read_text() for path in files}


def variants() -> list[Texts]:
    """Return sites that differ by a few pages, some of which come and go."""
    pages = {f"{name}/{number}/index.html": f"<p>{name}" for name in "abc" for number in range(40)}
    others = [{f"d/{number}/index.html": "<p>d" for number in range(rank, 40)} for rank in range(3)]
    return [{**pages, "a/0/index.html": f"<p>{len(more)}", **more} for more in others]


def main(out: str, spare: str) -> None:
    """Publish one of the variants after another, for ever."""
    site = Edited(Path(out), Path(spare))
    site.look()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for texts in cycle(variants()):
        if not site.publish(texts).published:
            sys.exit("a variant was not published")


if __name__ == "__main__":
    main(*sys.argv[1:])
