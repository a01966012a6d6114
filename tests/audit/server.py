"""A server that answers as a host does: compressed, with the site's own headers."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.browser.en_tetes import HeadersHandler

# What hosts compress; pictures and fonts are already.
COMPRESSED = (".css", ".html", ".js", ".json", ".mjs", ".svg", ".webmanifest", ".xml")


@cache
def compress(path: Path) -> bytes:
    """Return a file as it travels."""
    return gzip.compress(path.read_bytes(), 6)


class CompressingHandler(HeadersHandler):
    """Sends texts through gzip, on connections that stay open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
        """Send a file, compressed where it gains from it."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        accepted = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (accepted and path.is_file() and path.suffix in COMPRESSED):
            super().do_GET()
            return
        body = compress(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve ``folder``, which may be made later, on this machine; yield its address."""
    handler = partial(CompressingHandler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
