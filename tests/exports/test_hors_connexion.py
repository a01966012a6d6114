"""What the browser keeps: complete, versioned by content, the same each time, and bounded."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from site_builder.exports.hors_connexion import (
    FACTS,
    FEW_SHARDS,
    FOLDER,
    MOST_BYTES,
    WORKER,
    SiteFile,
    is_kept,
    make_file,
    make_offline_files,
)

SOURCE = "// the worker\n"


def site(*others: str) -> list[SiteFile]:
    """The files of a small site, and others."""
    paths = (
        "index.html",
        "hors-connexion/index.html",
        "contacts/index.html",
        "actions/index.html",
        "actions/atelier/index.html",
        "mes-droits/index.html",
        "prescrire/index.html",
        "porter/index.html",
        "data/eligibilite.json",
        "data/communes.json",
        "recherche/index.0a1b2c3d.json",
        "recherche/lot.0.0a1b2c3d.json",
        "assets/javascripts/x.mjs",
        "assets/stylesheets/x.0a1b2c3d.css",
        "manifest.webmanifest",
        *others,
    )
    return [make_file(path, path.encode()) for path in paths]


def sized(files: list[SiteFile], **sizes: int) -> list[SiteFile]:
    """The same files, those whose address holds a name weighing what is said."""
    return [
        SiteFile(
            file.url,
            next((size for name, size in sizes.items() if name in file.url), file.size),
            file.digest,
        )
        for file in files
    ]


def shell_of(files: list[SiteFile]) -> dict[str, str]:
    return read_worker(make_offline_files(files, SOURCE))["coquille"]


def read_worker(texts: dict[str, str]) -> Any:
    first, rest = texts[WORKER].split("\n", 1)
    assert rest == SOURCE
    return json.loads(first.removeprefix("const SITE = ").removesuffix(";"))


def list_of(files: list[SiteFile]) -> tuple[Any, Any]:
    texts = make_offline_files(files, SOURCE)
    facts = json.loads(texts[FACTS])
    return facts, json.loads(texts[FOLDER + facts["liste"]])


def test_the_first_visit_keeps_all_but_sheets_of_a_small_site() -> None:
    files = site()
    kept = set(shell_of(files))
    assert kept == {file.url for file in files} - {"actions/atelier/"} | {FACTS}


def test_the_whole_catalogue_is_what_the_first_visit_leaves() -> None:
    files = site()
    facts, kept = list_of(files)
    assert list(kept) == ["actions/atelier/"]
    assert facts["pages"] == sum(file.is_page for file in files) == 8
    assert facts["octets"] == len("actions/atelier/index.html")


@given(st.permutations(site()))
def test_the_order_of_files_changes_nothing(files: list[SiteFile]) -> None:
    assert make_offline_files(files, SOURCE) == make_offline_files(site(), SOURCE)


def test_a_change_of_any_file_makes_another_version() -> None:
    before = read_worker(make_offline_files(site(), SOURCE))["version"]
    versions = {before}
    for rank, file in enumerate(site()):
        files = site()
        files[rank] = SiteFile(file.url, file.size, "changed!")
        versions.add(read_worker(make_offline_files(files, SOURCE))["version"])
    assert len(versions) == 1 + len(site())


def test_a_change_of_the_worker_makes_another_version() -> None:
    other = make_offline_files(site(), "// another\n")
    assert other[WORKER].split("\n")[0] != make_offline_files(site(), SOURCE)[WORKER].split("\n")[0]


def test_the_digest_is_that_of_the_content() -> None:
    one, same, other = (make_file("a/index.html", text) for text in (b"a", b"a", b"b"))
    assert one == same
    assert one.digest != other.digest
    assert (one.url, one.size) == ("a/", 1)


def test_a_large_catalogue_keeps_little_from_the_first_visit() -> None:
    sheets = [f"actions/action-{rank}/index.html" for rank in range(10_000)]
    names = (f"recherche/{kind}.{rank}" for kind in ("lot", "resumes") for rank in range(1, 150))
    shards = [f"{name}.0a1b2c3d.json" for name in names]
    files = sized(site(*sheets, *shards), eligibilite=MOST_BYTES + 1, lot=12_000)
    shell = shell_of(files)
    assert len(shell) < 15
    assert "data/eligibilite.json" not in shell
    assert "mes-droits/" not in shell, "a questionnaire is no use without its data"
    assert not any(url.startswith(("recherche/lot.", "recherche/resumes.")) for url in shell)
    assert {"", "contacts/", "actions/", "recherche/index.0a1b2c3d.json"} <= set(shell)
    _, kept = list_of(files)
    assert {"data/eligibilite.json", "mes-droits/", "recherche/lot.1.0a1b2c3d.json"} <= set(kept)
    assert set(kept).isdisjoint(shell)
    assert {file.url for file in files} == {*kept, *shell} - {FACTS}


def test_few_shards_are_kept_with_the_index() -> None:
    few = [f"recherche/lot.{rank}.0a1b2c3d.json" for rank in range(1, FEW_SHARDS)]
    assert set(few) <= set(shell_of(site(*few)))
    one_more = f"recherche/lot.{FEW_SHARDS}.0a1b2c3d.json"
    assert not set(few) & set(shell_of(site(*few, one_more)))


def test_a_site_without_a_catalogue_has_a_worker() -> None:
    shell = shell_of([make_file("index.html", b"")])
    assert set(shell) == {"", FACTS}


def test_what_no_screen_needs_is_not_kept() -> None:
    left = ("404.html", "sitemap.xml", "sources/actions/x.yml", "data/catalogue.json")
    assert not any(map(is_kept, (*left, "actions/x/qr.svg", "assets/javascripts/x.js.map")))
    assert all(is_kept(path) for path in ("index.html", "a/b/index.html", "assets/images/x.svg"))
    assert is_kept("assets/fonts/x.0a1b2c3d.woff2")
    assert not is_kept("assets/fonts/OFL.txt")
