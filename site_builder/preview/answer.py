"""What the preview sends for an address: a page, a file, or where to look instead."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

FOLDER = "__apercu/"
"""What the preview adds to the site stands there."""
SCRIPT = f"{FOLDER}apercu.js"
STYLESHEET = f"{FOLDER}apercu.css"
EVENTS = f"{FOLDER}evenements"

HTML = "text/html; charset=utf-8"
# What machines disagree about, and what a browser shows rather than keeps.
_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".yml": "text/plain",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, a body and its type; ``location`` is the address of a page that moved."""

    body: bytes
    type: str = HTML
    status: int = 200
    location: str | None = None


def answer_file(folder: Path, address: str) -> Answer | None:
    """Send the file at ``address`` below ``folder``, ``None`` when there is none.

    An address leads to nothing outside of the folder, however it is written.
    """
    steps = PurePosixPath(address).parts
    if not steps or ".." in steps or any(set(step) & {"\\", "\0", ":"} for step in steps):
        return None
    path = folder.joinpath(*steps).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        return None
    return Answer(path.read_bytes(), type_of(path.name))


def type_of(name: str) -> str:
    """Return the type of a file for browsers, from its name."""
    suffix = PurePosixPath(name).suffix.lower()
    known = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    is_text = known.startswith("text/") or known.endswith(("json", "xml"))
    return f"{known}; charset=utf-8" if is_text else known


def add_reload(page: bytes, root: str, version: str) -> bytes:
    """Return ``page`` with the script that reloads it once ``version`` is no longer shown."""
    before, end, after = page.rpartition(b"</body>")
    script = (
        f'<script src="{root}{SCRIPT}" data-version="{version}" '
        f'data-evenements="{root}{EVENTS}"></script>\n'
    )
    return b"".join((before, script.encode(), end, after)) if end else page
