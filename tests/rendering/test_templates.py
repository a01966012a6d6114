"""The shortcuts of the templates' environment change nothing of what is printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import jinja2
import pytest

from site_builder.model.catalogue import Catalogue
from site_builder.pages import PlannedPage
from site_builder.rendering import renderer
from site_builder.rendering.renderer import RenderedBody, Renderer
from site_builder.rendering.templates import make_environment


def make_plain_environment(templates: Path) -> jinja2.Environment:
    """Return an environment without shortcuts, with the same filters and tests."""
    ours = make_environment(templates)
    plain = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    plain.filters.update(ours.filters)
    plain.tests.update(ours.tests)
    return plain


@pytest.fixture
def fresh(catalogue: Catalogue, templates: Path) -> Renderer:
    """A renderer that has rendered nothing yet."""
    return Renderer(catalogue, templates, date(2025, 1, 20))


def test_every_page_is_the_same_without_shortcuts(
    catalogue: Catalogue,
    templates: Path,
    pages: dict[str, PlannedPage],
    bodies: dict[str, RenderedBody],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(renderer, "make_environment", make_plain_environment)
    plain = Renderer(catalogue, templates, date(2025, 1, 20))
    for url, page in pages.items():
        assert plain.render(page) == bodies[url]


def test_what_is_not_ready_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        '{% from "macro.html" import cell %}{{ text }}|{{ cell(text) }}|{{ cell(text, b=4) }}'
    )
    (tmp_path / "macro.html").write_text(
        "{% macro cell(a, b=3) %}<b>{{ a }}{{ b }}</b>{% endmacro %}"
    )
    template = make_environment(tmp_path).get_template("page.html")
    assert template.render(text="<i>") == "&lt;i&gt;|<b>&lt;i&gt;3</b>|<b>&lt;i&gt;4</b>"


def test_what_is_missing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{% macro a(b) %}{{ b }}{% endmacro %}{{ a() }}")
    (tmp_path / "other.html").write_text("{{ nothing }}")
    environment = make_environment(tmp_path)
    for name in ("page.html", "other.html"):
        with pytest.raises(jinja2.UndefinedError):
            environment.get_template(name).render()


def test_a_template_that_changes_is_compiled_again(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    for words in ("un", "un", "deux"):
        page.write_text(words)
        assert make_environment(tmp_path).get_template("page.html").render() == words


def test_every_page_is_the_same_once_made_ready(
    fresh: Renderer, pages: dict[str, PlannedPage], bodies: dict[str, RenderedBody]
) -> None:
    fresh.get_ready({page.layout for page in pages.values()})
    for url, page in pages.items():
        assert fresh.render(page) == bodies[url]


def test_every_page_is_the_same_alone_and_among_all(
    fresh: Renderer, pages: dict[str, PlannedPage], bodies: dict[str, RenderedBody]
) -> None:
    backwards = list(reversed(pages.values()))
    assert fresh.render_all(backwards) == [bodies[page.url] for page in backwards]
    assert fresh.render_all([]) == []


def test_a_condition_without_else_prints_nothing(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("[{{ text if shown }}][{{ '&' if shown }}]")
    template = make_environment(tmp_path).get_template("page.html")
    assert template.render(text="<i>", shown=False) == "[][]"
    assert template.render(text="<i>", shown=True) == "[&lt;i&gt;][&amp;]"


def test_a_macro_that_is_not_there_is_an_error_where_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        '{% from "macro.html" import cell, row as line %}{{ cell() }}{{ line() if called }}'
    )
    (tmp_path / "macro.html").write_text("{% macro cell() %}<b></b>{% endmacro %}")
    template = make_environment(tmp_path).get_template("page.html")
    assert template.render(called=False) == "<b></b>"
    with pytest.raises(jinja2.UndefinedError, match=r"macro\.html.*'row'"):
        template.render(called=True)


def test_nothing_is_told_apart_from_none(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ a is none }} {{ a is not none }} {{ b is none }}")
    template = make_environment(tmp_path).get_template("page.html")
    assert template.render(a=None, b=0) == "True False False"
