"""Reading pages: what links may lead to in each, and where its own lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.build.address import Addresses, Elsewhere, Target, fragment_of
from site_builder.build.filesystem import read_file
from site_builder.build.findings import Findings
from site_builder.build.page import PageLinks, read_page

_ELSEWHERE_CODES = {
    Elsewhere.FORBIDDEN: "CAT-B914",
    Elsewhere.UNENCRYPTED: "CAT-B915",
    Elsewhere.OUTSIDE: "CAT-B916",
}


@dataclass(slots=True)
class Found:
    """What is known of some pages, small enough to go from a process to another."""

    findings: Findings = field(default_factory=Findings)
    empty: list[str] = field(default_factory=list)
    anchors: dict[str, Sequence[str]] = field(default_factory=dict)
    # Files that links lead to.
    files: set[str] = field(default_factory=set)
    # The link to a part of another page, and the pages that have it.
    pending: dict[tuple[str, Target], list[str]] = field(default_factory=dict)

    def add(self, later: Found) -> None:
        """Add what is known of pages that come after all of these."""
        self.findings.update(later.findings)
        self.empty += later.empty
        self.anchors |= later.anchors
        self.files |= later.files
        for link, pages in later.pending.items():
            self.pending.setdefault(link, []).extend(pages)


class Survey:
    """Reads pages: what each has, and where it leads. Links are settled as far as they can be."""

    def __init__(self, folder: Path, files: Collection[str], addresses: Addresses) -> None:
        self._folder = folder
        self._files = files
        self._addresses = addresses
        self.found = Found()
        # Links that are sound in every page of the folders that stand in one folder.
        self._sound: defaultdict[str | None, set[str]] = defaultdict(set)

    def read(self, pages: Iterable[str]) -> Found:
        """Read each of ``pages``, sorted.

        Links that were sound are not looked at again: files are those of all that was read.
        """
        self.found = Found()
        for page in pages:
            html = read_file(f"{self._folder}/{page}")
            if html.strip():
                self.check_page(page, read_page(html))
            else:
                self.found.empty.append(page)
        return self.found

    def check_page(self, page: str, content: PageLinks) -> None:
        """Keep what ``page`` offers to links, and what is wrong with it."""
        self.found.anchors[page] = tuple(content.anchors)
        for identifier in content.repeated:
            self.found.findings.add("CAT-B917", page, identifier)
        document = page
        if content.base is not None:
            base = self._addresses.resolve(content.base, page)
            if isinstance(base, Elsewhere):
                self.found.findings.add("CAT-B916", page, content.base)
                return
            document = base.path
        anchors = content.anchors
        sound = self._sound[_folder_above(document)]
        for link in content.links:
            if link in sound:
                continue
            if content.base is None and link.startswith("#") and _is_there(link, anchors):
                continue
            if self._is_sound(link, page, document, anchors):
                sound.add(link)

    def _is_sound(self, link: str, page: str, document: str, anchors: Collection[str]) -> bool:
        """Keep what is wrong with ``link``, or may be; say whether nothing can be elsewhere.

        « ../x » leads to the same file from « a/b/ » as from « a/c/ ».
        """
        target = self._addresses.resolve(link, document)
        if isinstance(target, Elsewhere):
            if target is not Elsewhere.SAFE:
                self.found.findings.add(_ELSEWHERE_CODES[target], page, link)
            return target is Elsewhere.SAFE
        file = self._find_file(target.path)
        if file is not None:
            self.found.files.add(file)
        if file is None:
            self.found.findings.add("CAT-B912", page, link, Target(target.path, ""))
        elif target.fragment.lower() in ("", "top") or not file.endswith(".html"):
            # The top of a page, or a place that only the reader of the file knows.
            return link.startswith("../")
        elif file != page:
            key = (link, Target(file, target.fragment))
            self.found.pending.setdefault(key, []).append(page)
        elif target.fragment not in anchors:
            # Told once for all pages that lack it: an empty path says « this page ».
            self.found.findings.add("CAT-B913", page, link, Target("", target.fragment))
        return False

    def _find_file(self, path: str) -> str | None:
        """Return the file that a server would send for ``path``."""
        if path in self._files:
            return path
        index = f"{path}index.html" if path.endswith("/") or not path else f"{path}/index.html"
        return index if index in self._files else None


def _is_there(link: str, anchors: Collection[str]) -> bool:
    """Say whether a link to its own page leads to its top, or to one of its ``anchors``."""
    fragment = fragment_of(link)
    return not fragment or fragment in anchors


def _folder_above(document: str) -> str | None:
    """Return the folder that the document's own stands in; ``None`` at the root of the site."""
    folder, is_inside, _ = document.rpartition("/")
    return folder.rpartition("/")[0] if is_inside else None
