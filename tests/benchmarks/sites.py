"""What is seen of a built site from outside: its pages, its weight, whether two are the same.

Nothing of the package is imported here: the process that measures stays small.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path

# Where every site pretends to be published: canonical links and sitemaps are part of the work.
SITE_URL = "https://catalogue.exemple.fr/"
# What `catalogue build` names the folders of records.
SHEET_FOLDERS = (
    "actions",
    "comprendre",
    "parcours",
    "publics-cibles",
    "structures",
    "territoires",
    "thematiques",
)


@dataclass(frozen=True, slots=True, order=True)
class Sheet:
    """The size in bytes of the HTML of a page, and its address."""

    size: int
    url: str


def find_biggest_sheet(site: Path) -> Sheet:
    """Return the biggest page of a record in a built site.

    Raises ``ValueError`` when it has none.
    """
    found = (path for name in SHEET_FOLDERS for path in site.glob(f"{name}/*/index.html"))
    return max(map(partial(_sheet, site), found))


def _sheet(site: Path, file: Path) -> Sheet:
    return Sheet(file.stat().st_size, f"{file.parent.relative_to(site).as_posix()}/")


def find_pages(site: Path) -> set[str]:
    """Return the addresses of the pages of a built site, relative to it."""
    return {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}


def weigh(folder: Path) -> int:
    """Return the bytes of all files below ``folder``."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def digest(folder: Path) -> str:
    """Return a digest of the names and the bytes of all files below ``folder``."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{content} {path.relative_to(folder).as_posix()}\n".encode())
    return whole.hexdigest()
