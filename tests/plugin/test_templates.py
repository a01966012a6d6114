"""Our templates beside those of the theme that they replace or change."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import jinja2
import material
import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.plugin.compact import CompactTemplates

SmallSite = Any
Planned = Any

THEME = Path(material.__file__).parent / "templates"
OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
REPLACED = sorted(
    path.relative_to(OVERRIDES).as_posix()
    for path in OVERRIDES.rglob("*.html")
    if (THEME / path.relative_to(OVERRIDES)).is_file()
)


@pytest.mark.parametrize("name", REPLACED)
def test_the_replaced_template_is_the_one_we_know(name: str) -> None:
    """When this fails, see what changed upstream, follow it, and record the new hash."""
    recorded = re.search(r"SHA-256 of the original: ([0-9a-f]{64})", (OVERRIDES / name).read_text())
    assert recorded, f"overrides/{name} doesn't say what it replaces"
    assert hashlib.sha256((THEME / name).read_bytes()).hexdigest() == recorded[1]


def test_two_templates_are_replaced_and_none_is_copied() -> None:
    """What the theme's templates would add to a page, it doesn't get: see decision 0013."""
    assert REPLACED == ["404.html", "main.html"]


def test_no_template_uses_one_of_the_theme() -> None:
    """A change upstream reaches the pages through a template that ours extends or includes."""
    for path in OVERRIDES.rglob("*.html"):
        named = re.findall(
            r"""{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""",
            path.read_text("utf-8"),
        )
        missing = [name for name in named if not (OVERRIDES / name).is_file()]
        assert missing == [], path


def test_our_folders_have_names_that_the_theme_does_not_use() -> None:
    """A template of the theme never finds one of ours in place of its own by accident."""
    ours = {path.relative_to(OVERRIDES).parts[:2] for path in OVERRIDES.rglob("*/*/*.html")}
    assert ours
    assert not [parts for parts in ours if (THEME / Path(*parts)).exists()]


def compact(source: str) -> str:
    environment = jinja2.Environment(autoescape=True, extensions=[CompactTemplates])
    return environment.from_string(source).render(x=True, text="  a\n\n    b")


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("<p>\n    {% if x %}\n      <b>a</b>\n    {% endif %}\n</p>", "<p>\n<b>a</b>\n</p>"),
        ("a\n  {% if x %}\n    b\n  {% endif %}\n  c", "a\nb\nc"),
        ("a{% if x %}\nb{% endif %}\nc", "a\nb\nc"),
        ("<i></i>{% if x %}{% endif %}\ntexte", "<i></i>\ntexte"),
        ("a\n\n\n\nb", "a\nb"),
        ("<pre>{{ text }}</pre>", "<pre>  a\n\n    b</pre>"),
    ],
)
def test_compacting_a_template(source: str, html: str) -> None:
    assert compact(source) == html


def test_compact_templates_say_the_same(
    small_site: SmallSite, planned: Planned, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = small_site.content([planned("actions/exemple/")])
    small_site.write("docs/guide.md", "# Guide\n\n```\n  a\n\n    b\n```\n")
    short = small_site.build(content, "short")
    monkeypatch.setattr(CompactTemplates, "preprocess", lambda _self, source, *_: source)
    long = small_site.build(content, "long")
    for url in ("", "actions/", "actions/exemple/", "guide/"):
        assert words(short.html(url)) == words(long.html(url))
        assert len(short.html(url)) < len(long.html(url))
    assert short.page("guide/").css_first("pre").text() == "  a\n\n    b\n"


def words(html: str) -> list[str]:
    """The tags and the words of a page, in order: two words glued together would show."""
    page = LexborHTMLParser(html)
    text = re.sub(r"(<[^>]*>)", r" \1 ", page.html or "")
    return text.split()
