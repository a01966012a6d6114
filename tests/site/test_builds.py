"""The same site twice, the site of another catalogue, and of hardly any."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from site_builder.search.fichiers import FOLDER, Fichiers
from site_builder.search.moteur import open_index
from tests.site.site_reader import LISTS, BuiltSite, build, run

# The name of tests/conftest.py, which pytest doesn't let a test import.
CatalogueFactory = Any

ADDRESS = "https://www.exemple.fr/catalogue/"
EDITED = "https://forge.example/depot/edit/main/catalogue/"
ONLINE = {
    "SOURCE_DATE_EPOCH": "1736942400",  # 15 January 2025
    "SITE_URL": ADDRESS,
    "CATALOGUE_EDIT_URI": EDITED,
}


@pytest.fixture(scope="module")
def online(tmp_path_factory: pytest.TempPathFactory, root: Path) -> BuiltSite:
    """The site of the repository as it would be online, on a given day."""
    return build(root, tmp_path_factory.mktemp("online") / "site", **ONLINE)


def test_the_same_day_gives_the_same_bytes_elsewhere(
    online: BuiltSite, tmp_path: Path, root: Path
) -> None:
    project = tmp_path / "ailleurs" / "dépôt"
    for name in ("catalogue", "docs", "overrides"):
        shutil.copytree(root / name, project / name)
    shutil.copy(root / "mkdocs.yml", project)
    again = build(project, tmp_path / "site", **ONLINE)
    assert again.files.keys() == online.files.keys()
    assert [name for name, data in again.files.items() if data != online.files[name]] == []


def test_plain_mkdocs_gives_the_same_bytes(online: BuiltSite, tmp_path: Path, root: Path) -> None:
    done = run(root, "mkdocs", "build", "--site-dir", str(tmp_path / "site"), environment=ONLINE)
    assert done.returncode == 0, done.stderr
    plain = BuiltSite(tmp_path / "site").files
    assert plain.keys() == online.files.keys()
    assert [name for name, data in plain.items() if data != online.files[name]] == []


def test_the_address_of_the_site_makes_canonical_links(online: BuiltSite) -> None:
    for url, page in online.pages.items():
        canonical = [node.attributes["href"] for node in page.tree.css('link[rel="canonical"]')]
        assert canonical == [ADDRESS + url]


def test_the_sitemap_lists_every_page(online: BuiltSite) -> None:
    tree = ElementTree.parse(online.folder / "sitemap.xml")
    listed = [node.text for node in tree.iter() if node.tag.endswith("}loc")]
    assert sorted(listed) == sorted(ADDRESS + url for url in online.pages)


def test_each_sheet_leads_to_where_its_own_file_is_edited(online: BuiltSite, root: Path) -> None:
    for url, page in online.records.items():
        edited = [link for link in page.links() if link.startswith(EDITED)]
        assert len(edited) == 1, url
        path = edited[0].removeprefix(EDITED)
        assert (root / "catalogue" / path).is_file()
        kind, slug, _ = url.split("/")
        assert path == "thematiques.yml" if kind == "thematiques" else path.endswith(f"/{slug}.yml")
    assert not (online.folder / "sources").exists()


def test_a_call_is_told_as_of_the_day_of_the_build(online: BuiltSite, site: BuiltSite) -> None:
    url = "actions/appel-a-projets-referent-solidarite-2025/"
    assert "Ouvert jusqu’au 14 février 2025" in online.pages[url].text.replace("\u00a0", " ")
    assert "Clos le 14 février 2025" in site.pages[url].text.replace("\u00a0", " ")


def test_another_catalogue_elsewhere_makes_another_site(tmp_path: Path, root: Path) -> None:
    folder = tmp_path / "un autre catalogue"
    shutil.copytree(root / "tests/checks/sound", folder)
    other = build(root, tmp_path / "site", folder)
    written = {path.stem for path in (folder / "actions").rglob("*.yml")}
    assert written
    assert {url.split("/")[1] for url in other.sheets if url.startswith("actions/")} <= written
    assert set(LISTS) <= set(other.pages)


@pytest.fixture(scope="module")
def nearly_empty(tmp_path_factory: pytest.TempPathFactory, root: Path) -> BuiltSite:
    folder = tmp_path_factory.mktemp("presque-vide")
    action = folder / "catalogue/actions/atelier.yml"
    action.parent.mkdir(parents=True)
    action.write_text("nom: Atelier\nresume: Vous apprenez à vous déplacer.\n", encoding="utf-8")
    return build(root, folder / "site", folder / "catalogue")


@pytest.mark.parametrize("url", LISTS)
def test_a_list_without_anything_says_so(nearly_empty: BuiltSite, url: str) -> None:
    page = nearly_empty.pages[url]
    said = [" ".join(node.text().split()) for node in page.main.css("p")]
    assert any(len(text) > 20 for text in said), page.text
    bare = [
        node.tag for node in page.main.css("ul, ol, dl, table, h2, h3") if not node.text().strip()
    ]
    assert bare == []
    if url == "actions/":
        assert "Atelier" in page.text


def test_a_sheet_with_a_name_and_a_summary_has_nothing_empty(nearly_empty: BuiltSite) -> None:
    page = nearly_empty.pages["actions/atelier/"]
    assert "Vous apprenez à vous déplacer." in page.text
    blank = [
        node.html for node in page.main.css("li, dd, dt, p, td, th") if not node.text().strip()
    ]
    assert blank == []
    assert "None" not in page.text


STATUSES = {
    "visible": "statut: publie",
    "brouillon": "statut: brouillon",
    "archivee": "statut: archive",
    "suspendue": "statut: suspendu",
    "future": "publie_du: 2025-06-01",
    "passee": "publie_jusqu_au: 2024-12-31",
}
# A word that no other text of a site holds.
SECRETS = {slug: f"Quetzal{slug}" for slug in STATUSES}
HIDDEN = ("brouillon", "archivee", "future")


@pytest.fixture(scope="module")
def statuses(tmp_path_factory: pytest.TempPathFactory, root: Path) -> BuiltSite:
    """A site with an action of each status, all named by the others, as of 15 January 2025."""
    folder = tmp_path_factory.mktemp("statuts")
    records = {
        f"actions/action-{slug}.yml": f"""nom: Action {SECRETS[slug]}
resume: Vous êtes accompagné par {SECRETS[slug]}.
{line}
date_maj: 2025-01-02
territoires: isere
structures: [{{structure: association-fictive, role: porteur}}]
contacts: accueil
publics_cibles: habitants
voir_aussi: [{", ".join(f"action-{other}" for other in STATUSES if other != slug)}]
"""
        for slug, line in STATUSES.items()
    }
    records["territoires/isere.yml"] = "nom: Isère\nnature: departement\ncode: '38'\n"
    records["structures/association-fictive.yml"] = "nom: Association Fictive\n"
    records["publics_cibles/habitants.yml"] = "nom: Habitants\n"
    records["contacts/accueil.yml"] = "fonction: Accueil\ntelephone: 01 99 00 12 34\n"
    for name, text in records.items():
        path = folder / "catalogue" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return build(root, folder / "site", folder / "catalogue", **ONLINE | {"CATALOGUE_EDIT_URI": ""})


def found_in(site: BuiltSite, word: str) -> list[str]:
    """Return the addresses that the search of a site finds for a word written so."""
    files = {
        name.removeprefix(f"{FOLDER}/"): data.decode()
        for name, data in site.files.items()
        if name.startswith(f"{FOLDER}/")
    }
    first = next(name for name in files if name.startswith("index."))
    moteur = open_index(Fichiers(first, files))
    reponse = moteur.search(word)
    return [] if reponse.corrections else [moteur.document(r.doc).url for r in reponse.results]


@pytest.mark.parametrize("slug", HIDDEN)
def test_what_is_not_published_is_nowhere(statuses: BuiltSite, slug: str) -> None:
    """Neither page, list, related sheet, index, sitemap nor source tells that it exists."""
    holders = [
        name
        for name, data in statuses.files.items()
        if SECRETS[slug].encode() in data or f"action-{slug}" in name
    ]
    assert holders == []
    # Words are not written whole in the index of the search.
    assert found_in(statuses, SECRETS[slug]) == []
    told = [name for name in statuses.files if name.endswith((".html", ".xml"))]
    assert [name for name in told if f"action-{slug}".encode() in statuses.files[name]] == []


@pytest.mark.parametrize(
    ("slug", "banner"),
    [("suspendue", "suspendue"), ("passee", "Dernier jour : le 31 décembre 2024")],
)
def test_what_is_no_longer_offered_says_so(statuses: BuiltSite, slug: str, banner: str) -> None:
    page = statuses.pages[f"actions/action-{slug}/"]
    before_details = page.text.replace("\u00a0", " ").partition("Vous êtes accompagné")[0]
    assert banner in before_details
    assert banner not in statuses.pages["actions/action-visible/"].text.partition("Voir aussi")[0]


def test_what_is_published_is_everywhere(statuses: BuiltSite) -> None:
    shown = [url for url, page in statuses.pages.items() if SECRETS["visible"] in page.text]
    expected = {
        "",
        "actions/",
        "actions/action-visible/",
        "publics-cibles/habitants/",
        "structures/association-fictive/",
        "territoires/isere/",
    }
    assert expected <= set(shown)
    assert found_in(statuses, SECRETS["visible"]) == ["actions/action-visible/"]


def test_no_link_of_any_page_is_broken(statuses: BuiltSite, nearly_empty: BuiltSite) -> None:
    for site in (statuses, nearly_empty):
        files = site.files
        for url, page in site.pages.items():
            for link in page.links():
                target = re.split("[?#]", urljoin(f"https://ici.example/{url}", link))[0]
                if target.startswith("https://ici.example/"):
                    path = target.removeprefix("https://ici.example/")
                    assert (
                        f"{path}index.html" if path.endswith("/") or not path else path
                    ) in files, f"{url}: {link}"
