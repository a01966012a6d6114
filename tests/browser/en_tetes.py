"""A server that sends the headers that the site's own ``_headers`` asks for."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.serveur import QuietHandler

Rules = list[tuple[str, dict[str, str]]]


@cache
def read_headers(path: Path) -> Rules:
    """Read a ``_headers`` file as static hosts do: a path, then its headers, indented."""
    rules: Rules = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1][name] = value
        elif line:
            rules.append((line, {}))
    return rules


class HeadersHandler(QuietHandler):
    """Serves a site with its headers, and its own page for addresses that lead nowhere."""

    def end_headers(self) -> None:
        """Add the headers of each rule that the address matches."""
        path = urlsplit(self.path).path
        for pattern, headers in read_headers(Path(self.directory) / "_headers"):
            if fnmatchcase(path, pattern):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, *_: object) -> None:
        """Send the site's own page."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
