"""What the site offers without a network, on paper and to whoever installs it."""

from __future__ import annotations

import json
import re
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from site_builder.config import Run
from site_builder.config.options import in_run
from site_builder.exports.hors_connexion import WORKER

SmallSite = Any
Planned = Any


def write_worker(site: SmallSite) -> None:
    site.write(f"docs/{WORKER}", "// the worker\n")


def read_shell(site: Any) -> dict[str, str]:
    return json.loads(site.read(WORKER).split("\n")[0][len("const SITE = ") : -1])["coquille"]


def test_every_file_that_the_worker_keeps_is_published(
    small_site: SmallSite, planned: Planned
) -> None:
    write_worker(small_site)
    site = small_site.build(small_site.content([planned("actions/atelier/")]))
    files = site.files()
    shell = read_shell(site)
    assert {"", "manifest.webmanifest", "actions/", "data/eligibilite.json"} <= set(shell)
    paths = {f"{url}index.html" if not url or url.endswith("/") else url for url in shell}
    assert paths <= files.keys()
    facts = json.loads(site.read("hors-connexion/catalogue.json"))
    listed = json.loads(site.read(f"hors-connexion/{facts['liste']}"))
    assert "actions/atelier/" in listed
    assert {f"{url}index.html" for url in listed if url.endswith("/")} <= files.keys()


def test_the_same_site_has_the_same_worker(small_site: SmallSite, planned: Planned) -> None:
    write_worker(small_site)
    content = small_site.content([planned("actions/atelier/")])
    one, other = (small_site.build(content, out).read(WORKER) for out in ("un", "deux"))
    assert one == other


def test_a_site_without_the_source_of_a_worker_has_none(
    small_site: SmallSite, planned: Planned
) -> None:
    site = small_site.build(small_site.content([planned("actions/atelier/")]))
    assert WORKER not in site.files()


def test_the_worker_of_a_preview_takes_itself_away(small_site: SmallSite, planned: Planned) -> None:
    write_worker(small_site)
    folder = small_site.folder / "site"
    config = load_config(str(small_site.configure()), site_dir=str(folder))
    with in_run(Run(content=small_site.content([planned("actions/atelier/")]))):
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://localhost:8000/")
    worker = (folder / WORKER).read_text("utf-8")
    assert "registration.unregister()" in worker
    assert "fetch" not in worker
    assert (folder / "actions/atelier/index.html").exists()


def test_every_page_names_the_manifest(small_site: SmallSite, planned: Planned) -> None:
    site = small_site.build(small_site.content([planned("actions/atelier/")]))
    for url, path in (("", ""), ("actions/", "../"), ("actions/atelier/", "../../")):
        [link] = site.page(url).css("link[rel=manifest]")
        assert link.attributes["href"] == f"{path}manifest.webmanifest"
    # The theme prints this name escaped; a manifest is not HTML.
    assert json.loads(site.read("manifest.webmanifest"))["name"] == "Essai & <test>"


def test_a_sheet_leads_from_paper_to_its_address(small_site: SmallSite, planned: Planned) -> None:
    content = small_site.content([planned("actions/atelier/")])
    site = small_site.build(content)
    [code] = site.page("actions/atelier/").css("img.cat-qr")
    assert code.attributes == {
        "class": "cat-qr",
        "src": "qr.svg",
        "alt": "Adresse de la page",
        "loading": "lazy",
    }
    words = re.findall(r"<text[^>]*>([^<]*)", site.read("actions/atelier/qr.svg"))
    assert words == ["https://exemple.fr/catalogue/actions/atelier/"]
    # So does a list, and the home page.
    for url in ("", "actions/"):
        [code] = site.page(url).css("img.cat-qr")
        assert f"https://exemple.fr/catalogue/{url}<" in site.read(f"{url}{code.attributes['src']}")


def test_no_code_leads_to_an_address_that_is_not_known(
    small_site: SmallSite, planned: Planned
) -> None:
    small_site.settings["site_url"] = ""
    site = small_site.build(small_site.content([planned("actions/atelier/")]))
    assert not site.page("actions/atelier/").css("img.cat-qr")
    assert not [name for name in site.files() if name.endswith("qr.svg")]
