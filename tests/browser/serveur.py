"""The server of the tests: it serves a folder, and says how long what it sends is good."""

from __future__ import annotations

from contextlib import suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from time import sleep
from typing import Any

from tests.browser.lenteur import LATE_ANSWER, lateness


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder without a line of log for each request.

    A page and what it reads are asked for again each time: otherwise, a browser would guess how
    long each file is good. Its assets are not, as on the hosts that the site is made for: dozens
    of modules that are there cost a page half of its time.
    """

    protocol_version = "HTTP/1.1"
    # What is sent in two parts would wait for the browser's word between them.
    disable_nagle_algorithm = True
    keep_assets = True

    def handle(self) -> None:
        """Answer until the browser leaves, in whatever way it does."""
        with suppress(ConnectionError):
            super().handle()

    def end_headers(self) -> None:
        """Say what may be taken for fresh."""
        kept = self.keep_assets and self.path.startswith("/assets/")
        self.send_header("Cache-Control", "max-age=3600" if kept else "no-cache")
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file, unless the page that asked for it is gone."""
        sleep(lateness(LATE_ANSWER))
        with suppress(ConnectionError):
            super().copyfile(source, outputfile)


class ForgetfulHandler(QuietHandler):
    """Lets a browser take nothing for fresh: files change, or only a worker may keep them."""

    keep_assets = False


class PatientServer(ThreadingHTTPServer):
    """Makes a page wait for its turn, rather than refuse it, while the machine is busy."""

    request_queue_size = 128
