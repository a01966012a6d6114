"""A server that answers as a host does: over HTTP/2, compressed, with the site's own headers."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.audit.tools import FOLDER, Tools


@contextmanager
def serve(tools: Tools, folder: Path, secrets: Path) -> Iterator[str]:
    """Serve ``folder``, which may be made later, on this machine; yield its address.

    Its certificate, written in ``secrets``, is nobody's: browsers speak HTTP/2 to none without.
    """
    key, certificate = secrets / "key.pem", secrets / "certificate.pem"
    subprocess.run(
        [
            *(tools.openssl, "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=localhost"),
            *("-newkey", "rsa:2048", "-keyout", str(key), "-out", str(certificate)),
            *("-addext", "subjectAltName=IP:127.0.0.1"),
        ],
        capture_output=True,
        check=True,
    )
    command = [tools.node, str(FOLDER / "server.mjs"), str(folder), str(key), str(certificate)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        try:
            yield f"https://127.0.0.1:{int(server.stdout.readline())}/"
        finally:
            server.stdin.close()
            server.wait(timeout=10)
