"""The wait for an edit, with a preview that is slow on purpose."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.benchmarks.measure import CommandFailed
from tests.benchmarks.preview import measure_preview

# Takes the place of the package: serves an action, its list and its search file, as they were
# some time ago.
SLOW = """
import sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

catalogue = Path(sys.argv[sys.argv.index("--catalogue") + 1])
port = int(sys.argv[sys.argv.index("--address") + 1].rpartition(":")[2])
(action,) = catalogue.rglob("*.yml")

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        changed = action.stat().st_mtime
        late = 0.2 if self.path.endswith(".json") else 0.1
        old = time.time() < changed + late
        found = "old" if old else action.read_text(encoding="utf-8")
        if self.path == "/actions/":
            found += '<script>{"recherche": "../recherche/index.0a1b.json"}</script>'
        self.send_response(200)
        self.end_headers()
        self.wfile.write(found.encode())

    def log_message(self, *_):
        pass

HTTPServer(("127.0.0.1", port), Handler).serve_forever()
"""
ACTION = "nom: 'Une action fictive'\ndescription: 'Un texte.'\n"


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    (tmp_path / "actions").mkdir()
    (tmp_path / "actions" / "une.yml").write_text(ACTION, encoding="utf-8")
    return tmp_path


def fake(folder: Path, code: str) -> Path:
    """Write a ``site_builder`` that does ``code`` instead."""
    package = folder / "fake" / "site_builder"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(code, encoding="utf-8")
    return package.parent


def test_each_edit_is_waited_for(catalogue: Path) -> None:
    folder = fake(catalogue, SLOW)
    env = {**os.environ, "PYTHONPATH": str(folder)}
    preview = measure_preview(catalogue, cwd=folder, env=env, edits=2)
    assert len(preview.sheet) == len(preview.everything) == 2
    assert min(preview.sheet) > 0.05
    assert all(
        whole > sheet for sheet, whole in zip(preview.sheet, preview.everything, strict=True)
    )
    assert (catalogue / "actions" / "une.yml").read_text(encoding="utf-8") == ACTION


def test_a_preview_that_ends_is_not_waited_for(catalogue: Path) -> None:
    folder = fake(catalogue, "raise SystemExit('no luck')")
    env = {**os.environ, "PYTHONPATH": str(folder)}
    with pytest.raises(CommandFailed, match="no luck"):
        measure_preview(catalogue, cwd=folder, env=env, edits=1)
