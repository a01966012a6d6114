"""What the preview answers over HTTP: the site that would be built, and nothing beside it."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from site_builder.config import run_mkdocs_build
from site_builder.exports.donnees import MAKERS
from site_builder.preview import PreviewServer
from site_builder.preview.answer import Answer, answer_file, type_of
from site_builder.preview.server import _Handler

Shown = Any
# On the day that conftest.py previews.
NOON = datetime(2025, 6, 2, 12, tzinfo=UTC)
# Written for web servers, for reading without a network, and for machines once all is built.
NOT_PREVIEWED = re.compile(
    r"_headers|\.htaccess|nginx\.conf|service-worker\.js|hors-connexion/.*\.json|sitemap\.xml.*"
    r"|data/recherche\.json"
)
# What the preview adds, the addresses that no edit changes, and the address on the paper.
ADDED = re.compile(
    r'<script src="/__apercu/[^\n]*\n|"apercu": true, '
    r"|data/recherche\.json|recherche/(?:index|facettes)[.\w]*json"
    r'|<link rel="canonical"[^>]*>\n|<img class="cat-qr"[^>]*>'
)


@pytest.fixture
def site(shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same project, built the same day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp())))
    folder = tmp_path / "site"
    run_mkdocs_build(shown.folder / "mkdocs.yml", folder)
    return folder


def test_the_end_of_a_page_does_not_wait_for_its_headers_to_be_had(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Browsers keep their connections, and are slow to say what they had: 40 ms a page."""
    seen: list[int] = []
    send = _Handler._send

    def look(handler: _Handler, answer: Answer) -> None:
        seen.append(handler.connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        send(handler, answer)

    monkeypatch.setattr(_Handler, "_send", look)
    shown.get("")

    assert all(seen)
    assert seen


def test_every_file_is_the_one_that_would_be_built(shown: Shown, site: Path) -> None:
    assert find_differences(shown, site) == []


def _edit(shown: Shown) -> None:
    shown.edit("catalogue/actions/permis.yml", "Permis de conduire", "Permis bateau")
    shown.edit("catalogue/contacts/accueil.yml", "Accueil de", "Accueil par")


def _add(shown: Shown) -> None:
    shown.write("catalogue/actions/jardin.yml", "nom: Jardin\nresume: Vous jardinez.\n")


def _rename(shown: Shown) -> None:
    path = shown.folder / "catalogue/actions/permis.yml"
    path.rename(path.with_name("conduire.yml"))


def _remove(shown: Shown) -> None:
    (shown.folder / "catalogue/actions/permis.yml").unlink()


def _break_and_mend(shown: Shown) -> None:
    shown.edit("catalogue/actions/permis.yml", "nom:", "nm:")
    assert shown.get("actions/permis/").status == 404
    assert "Permis de conduire" not in shown.get("recherche/index.json").text
    shown.edit("catalogue/actions/permis.yml", "nm: Permis", "nom: Permis moto, permis")


@pytest.mark.parametrize("edit", [_edit, _add, _rename, _remove, _break_and_mend])
def test_so_is_every_file_after_an_edit(
    shown: Shown, edit: Callable[[Shown], None], request: pytest.FixtureRequest
) -> None:
    for address in ("", "actions/", "actions/permis/", "recherche/index.json", *MAKERS):
        shown.get(address)
    edit(shown)

    assert find_differences(shown, request.getfixturevalue("site")) == []


def find_differences(shown: Shown, site: Path) -> list[str]:
    """Return the files of ``site`` that are not what is shown."""
    shown.get("")
    shown.settle()
    different = []
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if NOT_PREVIEWED.fullmatch(name) or name == "404.html":
            continue
        got = shown.get(name)
        built, previewed = path.read_bytes(), got.body
        if name.endswith(".html"):
            built, previewed = (ADDED.sub("", one.decode()).encode() for one in (built, previewed))
        if got.status != 200 or built != previewed:
            different.append(name)
    return different


def test_an_address_that_leads_nowhere_shows_the_page_of_the_site(shown: Shown) -> None:
    for address in ("rien/", "actions/rien/", "rien.png", "data/rien.json", "recherche/rien.json"):
        got = shown.get(address)
        assert got.status == 404
        assert "<h1>Page introuvable</h1>" in got.text
        assert "__apercu/apercu.js" in got.text


def test_an_address_without_its_final_slash_leads_to_the_page(shown: Shown) -> None:
    for address in ("actions", "actions/permis", "guides"):
        got = shown.get(address)
        assert (got.status, got.headers["Location"]) == (302, f"/{address}/")
    assert shown.get("actions/index.html").body == shown.get("actions/").body


def test_a_site_below_a_path_is_shown_there(project: Path, show: Any) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(f"site_url: https://exemple.fr/insertion/\n{text}", "utf-8")
    shown = show()

    for path in ("/", "/insertion"):
        got = shown.ask(path)
        assert (got.status, got.headers["Location"]) == (302, "/insertion/")
    assert shown.ask("/actions/").status == 404
    page = shown.ask("/insertion/actions/").text
    assert '<script src="/insertion/__apercu/apercu.js"' in page
    assert f'<link rel="canonical" href="{shown.server.origin}/insertion/actions/">' in page


@pytest.mark.parametrize(
    "path",
    [
        "/../mkdocs.yml",
        "/%2e%2e/mkdocs.yml",
        "/assets/..%2f..%2fmkdocs.yml",
        "/assets/%2e%2e/%2e%2e/mkdocs.yml",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/..%5cmkdocs.yml",
        "/__apercu/../preview.py",
        "/__apercu/%2e%2e/preview.py",
        "/sources/../site.yml",
        "/sources/%2e%2e/mkdocs.yml",
        "/sources/contacts/accueil.yml",
        "/sources/site.yml",
        "/actions/permis%00/",
    ],
)
def test_no_address_leads_out_of_the_site(shown: Shown, path: str) -> None:
    got = shown.ask(path)

    assert got.status == 404
    for secret in ("site_name", "root:", "import ", "fonction", "editeur"):
        assert secret not in got.text


def test_a_link_to_a_file_outside_leads_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (folder / "lien.txt").symlink_to(tmp_path / "secret.txt")

    assert answer_file(folder, "lien.txt") is None
    assert answer_file(folder, "") is None


def test_the_source_of_a_sheet_is_shown_as_text(shown: Shown) -> None:
    got = shown.get("sources/actions/permis.yml")

    assert got.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert got.body == (shown.folder / "catalogue/actions/permis.yml").read_bytes()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("x.mjs", "text/javascript; charset=utf-8"),
        ("x.css", "text/css; charset=utf-8"),
        ("x.json", "application/json; charset=utf-8"),
        ("x.webmanifest", "application/manifest+json; charset=utf-8"),
        ("x.svg", "image/svg+xml; charset=utf-8"),
        ("x.woff2", "font/woff2"),
        ("x.png", "image/png"),
        ("x", "application/octet-stream"),
    ],
)
def test_files_have_the_type_that_browsers_ask_for(name: str, expected: str) -> None:
    assert type_of(name) == expected


def test_nothing_that_is_sent_is_kept(shown: Shown) -> None:
    for address in ("", "recherche/index.json", "__apercu/apercu.js", "rien/"):
        headers = shown.get(address).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_head_sends_no_body_and_other_methods_are_refused(shown: Shown) -> None:
    page, head = shown.get("actions/"), shown.ask("/actions/", "HEAD")

    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(page.body))
    assert shown.ask("/actions/", "POST").status == 501


def test_pages_hold_the_policy_of_the_site(shown: Shown) -> None:
    page = shown.get("actions/permis/").text

    assert page.count('http-equiv="Content-Security-Policy"') == 2
    assert not re.search(r"<script(?![^>]*(src=|application/json))", page)


def test_a_file_of_the_search_that_an_open_page_knows_is_still_there(shown: Shown) -> None:
    first = shown.get("recherche/index.json").text
    [[_, digest]] = re.findall(r'"lots":\[\[(\d+),"(\w+)"\]', first)
    shard = f"recherche/lot.0.{digest}.json"
    before = shown.get(shard).body
    shown.edit("catalogue/actions/permis.yml", "Permis de conduire", "Permis bateau")

    assert shown.get("recherche/index.json").text != first
    assert shown.get(shard).body == before


def test_an_address_that_is_taken_is_refused() -> None:
    server = PreviewServer("127.0.0.1", 0)
    try:
        with pytest.raises(OSError, match="Address already in use"):
            PreviewServer("127.0.0.1", server.server_address[1])
    finally:
        server.stop()
