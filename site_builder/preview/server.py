"""The preview over HTTP: one address a page, and a stream that tells when pages change."""

from __future__ import annotations

import socket
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, quote, unquote, urlsplit

from site_builder.preview.answer import EVENTS, Answer
from site_builder.preview.preview import Preview

# Seconds between two words to a browser that listens, so that one that left is noticed.
_PULSE = 15.0


class PreviewServer(ThreadingHTTPServer):
    """Listens at an address from the start, and answers once it is given a preview."""

    daemon_threads = True
    preview: Preview

    def __init__(self, host: str, port: int) -> None:
        """``port`` may be 0, for any that is free. Raises ``OSError`` when it is taken."""
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _Handler)
        self._thread = Thread(target=self.serve_forever, name="server", daemon=True)

    @property
    def origin(self) -> str:
        """The address of the host: « http://127.0.0.1:8000 »."""
        host, port = str(self.server_address[0]), self.server_address[1]
        return f"http://{f'[{host}]' if ':' in host else host}:{port}"

    def start(self, preview: Preview) -> None:
        """Answer what ``preview`` does, in threads of their own."""
        self.preview = preview
        self._thread.start()

    def stop(self) -> None:
        """Answer no more."""
        if self._thread.is_alive():
            self.shutdown()
            self._thread.join()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that left before the end of an answer."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # A browser is slow to say that it had the headers: what follows them does not wait for that.
    disable_nagle_algorithm = True
    server: PreviewServer

    def do_GET(self) -> None:
        """Send what is at the address."""
        parts = urlsplit(self.path)
        path, root = unquote(parts.path), self.server.preview.project.root
        address = path.removeprefix(root)
        if path in {"/", root.removesuffix("/")} and path != root:
            self._send(Answer(b"", status=302, location=root))
        elif not path.startswith(root):
            self._send(Answer(b"", status=404))
        elif address == EVENTS:
            self._send_events(parse_qs(parts.query).get("version", [""])[0])
        else:
            self._send(self.server.preview.answer(address))

    do_HEAD = do_GET  # noqa: N815 - the name that the standard library calls

    def _send(self, answer: Answer) -> None:
        self.send_response(HTTPStatus(answer.status))
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        # Names without a digest are read anew each time, whatever a page asks for.
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if answer.location is not None:
            self.send_header("Location", quote(answer.location))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _send_events(self, version: str) -> None:
        """Tell the version each time that it is not the one that the browser shows."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        news = self.server.preview.news
        with suppress(ConnectionError):
            while not news.is_over:
                present = news.wait(version, _PULSE)
                told = ":" if present == version else f"data: {present}"
                self.wfile.write(f"{told}\n\n".encode())
                version = present

    def log_message(self, *_: object) -> None:
        """Say nothing: who previews a site is told of files, not of requests."""
