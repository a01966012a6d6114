"""What the browser keeps of the site, so that it can be read without a network.

Three texts are made from the list of the files of a built site: the service worker with its list
of what it keeps from the first visit (the *shell*), a few facts about the whole catalogue, and
the list of what « Garder le catalogue hors connexion » downloads. All of them depend on the
files' addresses and contents alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

WORKER = "service-worker.js"
FOLDER = "hors-connexion/"
FACTS = f"{FOLDER}catalogue.json"

MOST_BYTES = 4 * 1024 * 1024
"""How much is kept from the first visit beyond what every page needs, before compression."""
FEW_SHARDS = 6
"""As in chercher/fonds.mjs: an index of so few shards is used whole, and so are its summaries."""

_PAGE = "index.html"
_SHELL_FOLDER = "assets/"
_SHELL_TYPES = (".css", ".js", ".mjs", ".svg", ".woff2")
_SHELL = ("", FOLDER, "manifest.webmanifest", "data/recherche.json")
_QUESTIONNAIRES = ("mes-droits/", "prescrire/", "porter/")
_DONNEES = ("data/eligibilite.json", "data/communes.json")
_SEARCH = "recherche/"
_SHARD = f"{_SEARCH}lot."
_SUMMARIES = f"{_SEARCH}resumes."


class SiteFile(NamedTuple):
    """A file of the site: its address relative to the site, its size in bytes, its digest.

    The address of a page ends with a slash, and is empty for the home page. ``digest`` is a
    short text that changes with the content.
    """

    url: str
    size: int
    digest: str

    @property
    def path(self) -> str:
        """Where the file stands in the site."""
        return f"{self.url}{_PAGE}" if self.is_page else self.url

    @property
    def is_page(self) -> bool:
        """Whether a visitor goes there."""
        return not self.url or self.url.endswith("/")


def make_file(path: str, content: bytes) -> SiteFile:
    """Return the file at ``path`` (``actions/x/index.html``), relative to the site."""
    is_page = path == _PAGE or path.endswith(f"/{_PAGE}")
    url = path.removesuffix(_PAGE) if is_page else path
    return SiteFile(url, len(content), _digest(content))


def is_kept(path: str) -> bool:
    """Say whether the file at ``path`` may be of use without a network.

    The sources, the data for reuse and the codes that are printed are not: nothing on a screen
    needs them.
    """
    return (
        path == _PAGE
        or path.endswith(f"/{_PAGE}")
        or path in (*_SHELL, *_DONNEES)
        or path.startswith(_SEARCH)
        or (path.startswith(_SHELL_FOLDER) and path.endswith(_SHELL_TYPES))
    )


def make_offline_files(files: Iterable[SiteFile], worker: str) -> dict[str, str]:
    """Return the texts to publish, by address, made from the ``files`` that ``is_kept`` chose.

    ``worker`` is the source of the service worker, which reads ``SITE``.
    """
    found = {file.url: file for file in sorted(files, key=lambda file: file.url)}
    shell = {file.url: file.digest for file in _choose_shell(found)}
    kept = {file.url: file.digest for file in found.values() if file.url not in shell}
    listed = _to_json(kept)
    list_name = f"liste.{_digest(listed.encode())}.json"
    facts = {
        "version": _digest(listed.encode()),
        "pages": sum(file.is_page for file in found.values()),
        "octets": sum(found[url].size for url in kept),
        "liste": list_name,
    }
    texts = {FACTS: _to_json(facts), f"{FOLDER}{list_name}": listed}
    shell[FACTS] = _digest(texts[FACTS].encode())
    version = _digest((_to_json(shell) + worker).encode())
    site = _to_json({"version": version, "coquille": shell})
    return {**texts, WORKER: f"const SITE = {site};\n{worker}"}


def _choose_shell(files: Mapping[str, SiteFile]) -> Iterator[SiteFile]:
    """Yield what the worker keeps from the first visit.

    That is what every page needs, then what is most useful, as long as there is room. A group is
    kept whole or not at all: a questionnaire is no use without its data.
    """
    for file in files.values():
        if file.url in _SHELL or file.url.startswith(_SHELL_FOLDER):
            yield file
    room = MOST_BYTES
    for group in _groups(files):
        size = sum(file.size for file in group)
        if size <= room:
            room -= size
            yield from group


def _groups(files: Mapping[str, SiteFile]) -> Iterator[list[SiteFile]]:
    """Yield what is of use together, the most useful first."""
    search = [url for url in files if url.startswith(_SEARCH)]
    parts = [url for url in search if url.startswith((_SHARD, _SUMMARIES))]
    first = [url for url in search if not url.startswith((_SHARD, _SUMMARIES))]
    few = sum(url.startswith(_SHARD) for url in parts) <= FEW_SHARDS
    groups = [("contacts/",), (*_QUESTIONNAIRES, *_DONNEES), (*first, "actions/")]
    for urls in [*groups, parts] if few else groups:
        yield [files[url] for url in urls if url in files]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]


def _to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
