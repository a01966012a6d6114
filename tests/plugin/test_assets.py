"""The files that pages link to."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from site_builder.config import Content, HostError
from site_builder.plugin.assets import leave_out_icons

SmallSite = Any
Planned = Any

MAIN = """
/* Tout. */

@import url("un.css");
@import url("deux.css");

i { color: red; }
"""


@pytest.fixture
def styled(small_site: SmallSite) -> SmallSite:
    """A site whose style sheet imports two others."""
    small_site.write("docs/styles/tout.css", MAIN)
    small_site.write("docs/styles/un.css", 'a { background: url("../images/a.svg"); }\n')
    small_site.write("docs/styles/deux.css", "b { color: blue; }\n")
    small_site.settings["extra_css"] = ["styles/tout.css"]
    return small_site


def sheets_of(site: Any) -> list[str]:
    return [name for name in site.files() if name.startswith("styles/")]


def test_a_page_links_to_one_sheet_that_holds_the_others(styled: SmallSite) -> None:
    site = styled.build(styled.content([]))
    [name] = sheets_of(site)
    assert re.fullmatch(r"styles/tout\.[0-9a-f]{8}\.css", name)
    # What comes after is made from site.yml.
    written = site.read(name).partition("\n/* On paper")[0]
    assert written == (
        'a { background: url("../images/a.svg"); }\nb { color: blue; }\ni { color: red; }\n'
    )
    links = site.page("actions/").css("link[rel=stylesheet]")
    assert f"../{name}" in [link.attributes["href"] for link in links]


def test_a_sheet_is_published_without_what_is_there_for_its_readers(styled: SmallSite) -> None:
    css = 'b::after {\n  /* Pas\n     ceci. */\n\n  content: "/* ceci */  \'";\n}\n'
    styled.write("docs/styles/deux.css", css)
    site = styled.build(styled.content([]))
    [name] = sheets_of(site)
    assert 'b::after {\ncontent: "/* ceci */  \'";\n}\ni {' in site.read(name)


def test_the_name_of_the_sheet_changes_with_what_it_imports(styled: SmallSite) -> None:
    content = styled.content([])
    [before] = sheets_of(styled.build(content, "avant"))
    [same] = sheets_of(styled.build(content, "pareil"))
    styled.write("docs/styles/deux.css", "b { color: green; }\n")
    [after] = sheets_of(styled.build(content, "apres"))
    assert before == same != after


def test_a_sheet_that_imports_a_missing_one_is_refused(styled: SmallSite) -> None:
    (styled.folder / "docs/styles/deux.css").unlink()
    with pytest.raises(HostError, match=r"styles/tout\.css importe «\u00a0deux\.css\u00a0»"):
        styled.build(styled.content([]))


def test_nothing_of_the_theme_is_published(small_site: SmallSite) -> None:
    """Neither its scripts, styles, images and source maps, nor its search."""
    small_site.write("docs/assets/images/a.svg", "<svg/>")
    site = small_site.build(small_site.content([]))
    assets = [name for name in site.files() if name.startswith("assets/")]
    # The icon of browsers' tabs is the theme's as long as mkdocs.yml names no other.
    assert assets == ["assets/images/a.svg", "assets/images/favicon.png"]
    assert not (site.folder / "search").exists()
    island = site.page("actions/").css_first("#__config")
    assert set(json.loads(island.text())) == {"recherche"}


def test_a_file_in_our_own_folder_of_the_theme_is_published(small_site: SmallSite) -> None:
    shutil.copytree(small_site.overrides, small_site.folder / "ours")
    small_site.overrides = small_site.folder / "ours"
    small_site.write("ours/assets/logo.svg", "<svg/>")
    assert "assets/logo.svg" in small_site.build(small_site.content([])).files()


def test_a_device_has_the_dark_colours_that_a_visitor_can_choose(root: Path) -> None:
    """Without JavaScript, the colours are the device's: CSS has no way to share a list."""
    folder = root / "docs/assets/stylesheets"
    chosen = re.search(
        r'\[data-md-color-scheme="slate"\] {([^}]*)}', (folder / "cat-base.css").read_text("utf-8")
    )
    device = re.search(
        r":root:not\(\[data-md-color-scheme\]\) {([^}]*)}",
        (folder / "cat-sombre.css").read_text("utf-8"),
    )
    assert chosen
    assert device
    colours = re.findall(r"--cat-[^;]+;", chosen[1])
    assert len(colours) > 10
    assert re.findall(r"--cat-[^;]+;", device[1]) == colours


MODULES = {
    "questionnaire/essai.mjs": """
        /** Imports none of what a comment says: import "./rien.mjs"; */
        import { un } from "./pieces/un.mjs";
        import {
          deux,
          encore,
        } from "../deux.mjs";
        """,
    "questionnaire/pieces/un.mjs": 'export { deux as un } from "../../deux.mjs";\n',
    "deux.mjs": 'import "./trois.mjs";\nexport const deux = 2, encore = 2;\n',
    "trois.mjs": "export const trois = 3;\n",
    "ailleurs.mjs": 'import "./trois.mjs";\n',
}


@pytest.fixture
def questionnaire(small_site: SmallSite, planned: Planned) -> Content:
    """A site with a questionnaire whose module imports others, some of them twice."""
    for name, source in MODULES.items():
        small_site.write(f"docs/assets/javascripts/{name}", source)
    page = planned("essai/", layout="questionnaire_essai", record=None, source=None)
    return small_site.content([page])


def test_a_questionnaire_names_every_module_that_it_needs(
    small_site: SmallSite, questionnaire: Content
) -> None:
    site = small_site.build(questionnaire)
    page = site.page("essai/")
    [own] = [node.attributes["src"] for node in page.css("script[type=module]")]
    assert own == "../assets/javascripts/questionnaire/essai.mjs"
    named = [node.attributes["href"] for node in page.css("link[rel=modulepreload]")]
    assert named == [
        f"../assets/javascripts/{name}"
        for name in ("questionnaire/pieces/un.mjs", "deux.mjs", "trois.mjs")
    ]
    assert not site.page("actions/").css("link[rel=modulepreload]")


def test_an_imported_module_that_is_missing_stops_the_build(
    small_site: SmallSite, questionnaire: Content
) -> None:
    (small_site.folder / "docs/assets/javascripts/trois.mjs").unlink()
    with pytest.raises(HostError, match=r"javascripts/trois\.mjs\u00a0», qu’un autre importe"):
        small_site.build(questionnaire)


def test_a_theme_is_listed_without_its_icons(tmp_path: Path) -> None:
    config = load_config(theme={"name": "material", "custom_dir": str(tmp_path)}, plugins=[])
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials/words.css").write_text("")
    (tmp_path / ".apart").mkdir()
    (tmp_path / ".apart/hidden.css").write_text("")
    expected = [
        name
        for name in config.theme.get_env().list_templates()
        if not any(part.startswith(".") for part in name.split("/"))
    ]
    leave_out_icons(config.theme)
    env = config.theme.get_env()
    assert env.list_templates() == expected
    assert {"main.html", "partials/words.css"} <= {*expected}
    # Those that templates include are found all the same.
    assert env.get_template(".icons/material/arrow-up.svg").render().startswith("<svg")
