"""The policy in the pages, and the files for servers beside them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.build import Written
from site_builder.config import HostError, Run, run_mkdocs_build
from site_builder.exports.serveurs import PAGE_POLICIES
from tests.build.publishing import publish

SmallSite = Any
Planned = Any
NAMES = ("_headers", ".htaccess", "nginx.conf")


def test_every_page_states_the_policy_before_anything_that_it_rules(
    small_site: SmallSite, planned: Planned
) -> None:
    small_site.write("docs/guide.md", "# Guide\n")
    site = small_site.build(small_site.content([planned("actions/exemple/")]))
    for path in ("index.html", "actions/exemple/index.html", "guide/index.html", "404.html"):
        html = site.read(path)
        head = html[: html.index("</head>")]
        said = [
            node.attributes["content"]
            for node in LexborHTMLParser(html).css("meta[http-equiv=Content-Security-Policy]")
        ]
        assert said == list(PAGE_POLICIES), path
        assert head.rindex("http-equiv") < min(head.index("<link"), head.index("<script"))


def test_the_files_for_servers_are_published(small_site: SmallSite, root: Path) -> None:
    """A name that begins with a full stop, which MkDocs leaves out elsewhere, and a swap."""
    out = small_site.folder / "public"
    # What pages ask for, or their links would lead nowhere.
    shutil.copytree(root / "docs/assets", small_site.folder / "docs/assets")
    content = small_site.content([])

    def write(folder: Path) -> Written:
        run_mkdocs_build(small_site.configure(), folder, Run(content=content))
        return Written(NAMES, site_url="https://exemple.fr/catalogue/")

    for _ in range(2):
        publication = publish(write, out)
        assert publication.published, publication.problems
        for name in NAMES:
            assert "Content-Security-Policy" in (out / name).read_text("utf-8")
    assert (out / "_headers").read_text("utf-8").startswith("/catalogue/*\n")


def test_a_site_whose_address_is_unknown_is_at_the_root(small_site: SmallSite) -> None:
    small_site.settings = {}
    site = small_site.build(small_site.content([]))
    assert site.read("_headers").startswith("/*\n")
    assert "ErrorDocument 404 /404.html" in site.read(".htaccess")


def test_the_sites_that_may_show_it_in_a_frame_are_an_option(small_site: SmallSite) -> None:
    ancestors = ["self", "https://*.exemple.fr:8443"]
    site = small_site.build(small_site.content([]), frame_ancestors=ancestors)
    for name in NAMES:
        assert "frame-ancestors 'self' https://*.exemple.fr:8443;" in site.read(name)


@pytest.mark.parametrize(
    "ancestor", ["http://exemple.fr", "https://exemple.fr/", "'self'; script-src *", "*", 3]
)
def test_what_is_not_an_origin_is_refused(small_site: SmallSite, ancestor: object) -> None:
    with pytest.raises(HostError, match=r"n’est pas une adresse de site"):
        small_site.build(small_site.content([]), frame_ancestors=[ancestor])
