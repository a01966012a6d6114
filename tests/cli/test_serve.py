"""``catalogue serve``: what stops it before it begins."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Catalogue = Callable[..., Any]


def test_an_address_that_is_taken_is_told_before_anything_is_read(
    catalogue: Catalogue, sound: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        run = catalogue("serve", "--catalogue", sound, "--address", address)

    assert (run.code, run.out) == (2, "")
    assert run.err == "erreur\u00a0: l’aperçu ne peut pas démarrer\u00a0: Address already in use\n"
