"""Content is untrusted: whatever a text holds, no element and no script comes out of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche, Modele
from site_builder.model.kinds import KINDS
from site_builder.model.reference import prose
from site_builder.pages import plan_pages
from site_builder.rendering.renderer import Renderer
from tests.rendering.conftest import TODAY
from tests.rendering.structure_checks import parse

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "[lien](javascript:alert(1))",
    "<a href='data:text/html,x'>x</a>",
    "{{ 7 * 7 }}{% raw %}",
    "</h1></section><iframe>",
)
FORBIDDEN = "script, img, svg, iframe, style, object, form, input, link, meta"


def poison(record: Any, payload: str) -> Any:
    """Return ``record`` with ``payload`` in place of every text that the public reads."""
    texts = {path for path, _, _ in prose(record)}

    def spread(value: Any, path: tuple[str | int, ...]) -> Any:
        if path in texts:
            return payload
        if isinstance(value, Modele):
            names = type(value).model_fields
            return value.model_copy(
                update={name: spread(getattr(value, name), (*path, name)) for name in names}
            )
        if isinstance(value, tuple):
            return tuple(spread(item, (*path, rank)) for rank, item in enumerate(value))
        return value

    return spread(record, ())


def poisoned(catalogue: Catalogue, payload: str) -> Catalogue:
    kinds: dict[str, dict[str, Fiche]] = {
        kind: {slug: poison(record, payload) for slug, record in catalogue.records(kind).items()}
        for kind in KINDS
    }
    return replace(catalogue, site=poison(catalogue.site, payload), **kinds)  # type: ignore[arg-type]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_becomes_an_element(catalogue: Catalogue, templates: Path, payload: str) -> None:
    hostile = poisoned(catalogue, payload)
    renderer = Renderer(hostile, templates, TODAY)

    for page in plan_pages(hostile, {}):
        tree = parse(renderer.render(page).html)
        assert not tree.css(FORBIDDEN), page.url
        for node in tree.css("*"):
            assert not any(name.startswith("on") for name in node.attributes), page.url
        for link in tree.css("[href]"):
            scheme = (link.attributes["href"] or "").partition(":")[0]
            assert scheme not in ("javascript", "data", "vbscript"), page.url


def test_a_text_is_shown_as_it_was_typed(catalogue: Catalogue, templates: Path) -> None:
    payload = "<script>alert(1)</script>"
    hostile = poisoned(catalogue, payload)
    page = next(page for page in plan_pages(hostile, {}) if page.layout == "actions")

    tree = parse(Renderer(hostile, templates, TODAY).render(page).html)

    title = tree.css_first("h1")
    assert title is not None
    assert title.text() == payload
