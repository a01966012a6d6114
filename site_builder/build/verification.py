"""Verifying a built site: nothing missing, nothing empty, no link to nowhere.

Each page is read and parsed once. Links are settled on the way against the list of files;
anchors wait until all pages are known. External sites are not asked.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from pathlib import Path
from urllib.parse import unquote

from rapidfuzz import process

from site_builder.build.address import Addresses, Elsewhere, Target
from site_builder.build.findings import Finding, Findings
from site_builder.build.page import PageLinks, read_page
from site_builder.problems import Place, Problem, problem, sort_problems
from site_builder.processes import run_tasks, split

SUGGESTIONS = 50
"""Broken links for which the nearest address is searched: each search reads them all."""
LIKENESS = 60
"""Likeness, out of 100, under which an address is not worth suggesting."""

# A link of most pages: up a few folders, then a name that cannot be taken for anything else.
_ABOVE = re.compile(r"(?:\.\./)+[\w-]+(?:[./#]|\Z)")
# Pages to a task: a few hundredths of a second of work.
_PART = 100

_ELSEWHERE_CODES = {
    Elsewhere.FORBIDDEN: "CAT-B914",
    Elsewhere.UNENCRYPTED: "CAT-B915",
    Elsewhere.OUTSIDE: "CAT-B916",
}


def verify_site(folder: Path, expected_urls: Iterable[str], *, site_url: str = "") -> list[Problem]:
    """Return the problems of the site in ``folder``, sorted; their files are relative to it.

    ``expected_urls`` are addresses relative to the site, encoded or not: ``""``,
    ``actions/x/``, ``sitemap.xml``. ``site_url`` is the full address of the site: links
    that start with it, or with its path, lead into the site.
    """
    files = dict(_list_files(folder))
    verification = _Verification(folder, files, Addresses(site_url))
    missing = _find_missing(expected_urls, files)
    return sort_problems([*missing, *verification.run()])


def _list_files(folder: Path) -> Iterator[tuple[str, int]]:
    """Give each file of the site, with forward slashes, and its size in bytes."""
    for parent, _, names in os.walk(folder):
        prefix = Path(parent).relative_to(folder).as_posix()
        for name in names:
            path = name if prefix == "." else f"{prefix}/{name}"
            yield path, (folder / path).lstat().st_size


def _find_missing(expected_urls: Iterable[str], files: dict[str, int]) -> Iterator[Problem]:
    for url in dict.fromkeys(expected_urls):
        path = unquote(url)
        path = f"{path}index.html" if path.endswith("/") or not path else path
        if path not in files:
            yield problem("CAT-B910", Place(path), value=path)
        elif not files[path] and not path.endswith(".html"):
            yield problem("CAT-B911", Place(path), value=path)


class _Survey:
    """What a part of the pages have, and where they lead: links settled as far as they can be."""

    def __init__(self, folder: Path, files: Collection[str], addresses: Addresses) -> None:
        self._folder = folder
        self._files = files
        self._addresses = addresses
        self.findings = Findings()
        self.empty: list[str] = []
        self.anchors: dict[str, frozenset[str]] = {}
        # The link to a part of another page, and the pages that have it.
        self.pending: dict[tuple[str, Target], list[str]] = {}
        # Where links lead, by folder and link: pages share nearly all of theirs.
        self._targets: dict[tuple[str, str], Target | Elsewhere] = {}

    def read(self, pages: Iterable[str]) -> _Found:
        """Read each of ``pages``, sorted."""
        for page in pages:
            html = (self._folder / page).read_bytes()
            if html.strip():
                self._check_page(page, read_page(html))
            else:
                self.empty.append(page)
        return _Found(list(self.findings), self.empty, self.anchors, self.pending)

    def _check_page(self, page: str, content: PageLinks) -> None:
        self.anchors[page] = content.anchors
        for identifier in content.repeated:
            self.findings.add("CAT-B917", page, identifier)
        document = page
        if content.base is not None:
            base = self._addresses.resolve(content.base, page)
            if isinstance(base, Elsewhere):
                self.findings.add("CAT-B916", page, content.base)
                return
            document = base.path
        for link in content.links:
            self._check_link(page, link, self._resolve(link, document))

    def _resolve(self, link: str, document: str) -> Target | Elsewhere:
        """Say where ``link`` leads from ``document``, as ``Addresses.resolve`` does."""
        if not _ABOVE.match(link):
            return self._addresses.resolve(link, document)
        folder = document[: document.rfind("/") + 1]
        # « ../x » in « a/b/ » is « x » in « a/ »: the same for every page of a folder.
        while folder and link.startswith("../"):
            folder, link = folder[: folder.rfind("/", 0, -1) + 1], link[3:]
        target = self._targets.get((folder, link))
        if target is None:
            target = self._targets[folder, link] = self._addresses.resolve(link, folder)
        return target

    def _check_link(self, page: str, link: str, target: Target | Elsewhere) -> None:
        if isinstance(target, Elsewhere):
            if target is not Elsewhere.SAFE:
                self.findings.add(_ELSEWHERE_CODES[target], page, link)
            return
        file = self._find_file(target.path)
        if file is None:
            self.findings.add("CAT-B912", page, link, Target(target.path, ""))
        elif target.fragment.lower() in ("", "top") or not file.endswith(".html"):
            return  # the top of a page, or a place that only the reader of the file knows
        elif file != page:
            self.pending.setdefault((link, Target(file, target.fragment)), []).append(page)
        elif target.fragment not in self.anchors[page]:
            # Told once for all pages that lack it: an empty path says « this page ».
            self.findings.add("CAT-B913", page, link, Target("", target.fragment))

    def _find_file(self, path: str) -> str | None:
        """Return the file that a server would send for ``path``."""
        if path in self._files:
            return path
        index = f"{path}index.html" if path.endswith("/") or not path else f"{path}/index.html"
        return index if index in self._files else None


@dataclass(frozen=True, slots=True)
class _Found:
    """What a survey tells of its pages, small enough to go from a process to another."""

    findings: Sequence[Finding]
    empty: Sequence[str]
    anchors: Mapping[str, frozenset[str]]
    pending: Mapping[tuple[str, Target], Sequence[str]]


class _Verification:
    """One pass over the pages of a site, then the anchors, then the sentences."""

    def __init__(self, folder: Path, files: Collection[str], addresses: Addresses) -> None:
        self._folder = folder
        self._files = files
        self._addresses = addresses
        self._findings = Findings()
        self._anchors: dict[str, frozenset[str]] = {}

    def run(self) -> Iterator[Problem]:
        """Give the problems of all the pages, in no particular order."""
        parts = split(sorted(path for path in self._files if path.endswith(".html")), _PART)
        found = run_tasks([partial(self._survey, part) for part in parts])
        for part in found:
            self._findings.update(part.findings)
            self._anchors.update(part.anchors)
            for page in part.empty:
                yield problem("CAT-B911", Place(page), value=page)
        broken = [
            (page, link, target)
            for part in found
            for (link, target), pages in part.pending.items()
            if target.fragment not in self._anchors.get(target.path, ())
            for page in pages
        ]
        for page, link, target in sorted(broken, key=itemgetter(0)):
            self._findings.add("CAT-B913", page, link, target)
        yield from self._tell_findings()

    def _survey(self, pages: Sequence[str]) -> _Found:
        return _Survey(self._folder, self._files, self._addresses).read(pages)

    def _tell_findings(self) -> Iterator[Problem]:
        remaining = SUGGESTIONS
        addresses = [_address_of(path) for path in sorted(self._files)]
        for finding in self._findings:
            target = finding.target
            suggestion = None
            if target is not None and remaining:
                remaining -= 1
                suggestion = self._suggest(finding.page, target, addresses)
            yield problem(
                finding.code,
                finding.locate(self._folder),
                value=finding.text,
                suggestion=suggestion,
                others=finding.tell_others(),
                target=_address_of(target.path) if target else "",
                where=_name_of(target),
                fragment=target.fragment if target else "",
            )

    def _suggest(self, page: str, target: Target, addresses: list[str]) -> str | None:
        """Name the existing address, or anchor of the page, that looks most like ``target``."""
        if target.fragment:
            choices: Collection[str] = sorted(self._anchors.get(target.path or page, ()))
            nearest = process.extractOne(target.fragment, choices, score_cutoff=LIKENESS)
            found = nearest and f"#{nearest[0]}"
        else:
            nearest = process.extractOne(target.path, addresses, score_cutoff=LIKENESS)
            found = nearest and nearest[0]
        return f"vouliez-vous dire «\u00a0{found}\u00a0»\u202f?" if found else None


def _name_of(target: Target | None) -> str:
    """Name in French the page whose anchor ``target`` is."""
    return f"«\u00a0{_address_of(target.path)}\u00a0»" if target and target.path else "cette page"


def _address_of(path: str) -> str:
    """Return a path as it is seen in a browser, from the root of the site."""
    if path in ("", "index.html"):
        return "/"
    return f"/{path.removesuffix('index.html') if path.endswith('/index.html') else path}"
