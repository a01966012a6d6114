"""Verifying a built site: nothing missing, nothing empty, no link to nowhere.

Each page is read and parsed once. Links are settled on the way against the list of files;
anchors wait until all pages are known. External sites are not asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from pathlib import Path
from urllib.parse import unquote

from site_builder.build.address import Addresses, Target
from site_builder.build.filesystem import list_files
from site_builder.build.survey import Found, Survey
from site_builder.problems import Place, Problem, problem, sort_problems
from site_builder.processes import run_tasks, split

SUGGESTIONS = 50
"""Broken links for which the nearest address is searched: each search reads them all."""
LIKENESS = 60
"""Likeness, out of 100, under which an address is not worth suggesting."""

# Pages to a task: a few hundredths of a second of work.
_PART = 100


@dataclass(frozen=True, slots=True)
class Verified:
    """A site as it was verified: its problems, sorted, and where the links of its pages lead.

    ``files`` are paths of files, ``parts`` are parts of pages other than the link's own.
    """

    problems: tuple[Problem, ...] = ()
    files: frozenset[str] = frozenset()
    parts: frozenset[Target] = frozenset()


def verify_site(
    folder: Path,
    expected_urls: Iterable[str],
    *,
    site_url: str = "",
    former: Verified | None = None,
    files: frozenset[str] | None = None,
    kept: Iterable[str] = (),
) -> Verified:
    """Verify the site in ``folder``; the files of problems are relative to it.

    ``expected_urls`` are addresses relative to the site, encoded or not: ``""``,
    ``actions/x/``, ``sitemap.xml``. ``site_url`` is the full address of the site: links
    that start with it, or with its path, lead into the site. ``files`` are the paths of all its
    files, when they are known. ``kept`` are those of files that are the same as when the site was
    verified as ``former``: they are read when there is a doubt.
    """
    if files is None:
        files = frozenset(list_files(folder))
    missing = list(_find_missing(expected_urls, folder, files))
    verification = _Verification(folder, files, Addresses(site_url))
    if former and not former.problems and not missing:
        sound = verification.confirm(former, frozenset(kept))
        if sound:
            return sound
    return verification.run(missing)


def _find_missing(
    expected_urls: Iterable[str], folder: Path, files: Collection[str]
) -> Iterator[Problem]:
    for url in dict.fromkeys(expected_urls):
        path = unquote(url)
        path = f"{path}index.html" if path.endswith("/") or not path else path
        if path not in files:
            yield problem("CAT-B910", Place(path), value=path)
        elif not path.endswith(".html") and not (folder / path).lstat().st_size:
            yield problem("CAT-B911", Place(path), value=path)


class _Verification:
    """One pass over the pages of a site, then the anchors, then the sentences."""

    def __init__(self, folder: Path, files: frozenset[str], addresses: Addresses) -> None:
        self._folder = folder
        self._files = files
        self._addresses = addresses
        self._found = Found()

    def run(self, missing: Iterable[Problem]) -> Verified:
        """Verify all the pages; ``missing`` is what was found already."""
        self._found = self._read(path for path in self._files if path.endswith(".html"))
        empty = (problem("CAT-B911", Place(page), value=page) for page in self._found.empty)
        self._settle_anchors()
        problems = sort_problems([*missing, *empty, *self._tell_findings()])
        return self._conclude(Verified(tuple(problems)))

    def confirm(self, former: Verified, kept: frozenset[str]) -> Verified | None:
        """Verify the pages that are not ``kept``; ``None`` unless they, and the others, are sound.

        Those that are were, and lead where they led: they still are if what they lead to is there.
        """
        if not former.files <= self._files:
            return None
        self._found = self._read(path for path in self._files - kept if path.endswith(".html"))
        parts = {target for _, target in self._found.pending} - former.parts
        others = {target.path for target in parts} - self._found.anchors.keys()
        self._found.add(self._read(others))
        anchors = {page: frozenset(parts) for page, parts in self._found.anchors.items()}
        is_there = all(
            target.fragment in anchors[target.path]
            for target in parts | former.parts
            if target.path in anchors
        )
        if not is_there or self._found.empty or any(True for _ in self._found.findings):
            return None
        return self._conclude(former)

    def _conclude(self, verified: Verified) -> Verified:
        files = verified.files | self._found.files
        parts = verified.parts.union(target for _, target in self._found.pending)
        return Verified(verified.problems, files, parts)

    def _read(self, pages: Iterable[str]) -> Found:
        found = Found()
        survey = Survey(self._folder, self._files, self._addresses)
        tasks = [partial(survey.read, part) for part in split(sorted(pages), _PART)]
        for part in run_tasks(tasks, apart=True):
            found.add(part)
        return found

    def _settle_anchors(self) -> None:
        """Look for the parts of other pages that links lead to, now that all are known."""
        anchors: dict[str, frozenset[str]] = {}
        broken = []
        for (link, target), pages in self._found.pending.items():
            if target.path not in anchors:
                anchors[target.path] = frozenset(self._found.anchors.get(target.path, ()))
            if target.fragment not in anchors[target.path]:
                broken += [(page, link, target) for page in pages]
        for page, link, target in sorted(broken, key=itemgetter(0)):
            self._found.findings.add("CAT-B913", page, link, target)

    def _tell_findings(self) -> Iterator[Problem]:
        findings = list(self._found.findings)
        remaining = SUGGESTIONS
        addresses = [_address_of(path) for path in sorted(self._files)] if findings else []
        for finding in findings:
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
        # Most sites are sound.
        from rapidfuzz import process  # noqa: PLC0415

        if target.fragment:
            choices: Collection[str] = sorted(self._found.anchors.get(target.path or page, ()))
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
