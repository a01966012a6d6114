"""Cutting a page of the theme at its marks, and filling it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from site_builder.frame import Frame, FrameError, Frames, Marks, Sheet
from site_builder.pages import Heading

SHEET = Sheet(layout="actions", url="actions/exemple/", title="Exemple", body="<h1>Exemple</h1>")
HOSTILE = (
    "</title><script>alert(1)</script>",
    "« Titre » & 'apostrophe' \"guillemets\"",
    "javascript:alert(1)",
    "{{ page.title }} {% raw %} \\1 \\g<0> $&",
    "x0123456789abcdefn00x",
)


def theme(sheet: Sheet) -> str:
    """A theme in miniature, with the shapes of the real one."""
    items = "".join(
        f'<li><a href="#{escape(h.id)}">\n{escape(h.titre)}\n</a></li>\n' for h in sheet.headings
    )
    contents = f"<nav><ul>\n{items}</ul></nav>" if sheet.headings else "<nav></nav>"
    description = escape(sheet.description)
    meta = f'<meta name="description" content="{description}">' if description else ""
    edit = f'<a href="{escape(sheet.edit_url)}">Modifier</a>' if sheet.edit_url else ""
    source = f'<a href="{escape(sheet.source_url)}">Voir</a>' if sheet.source_url else ""
    report = f'<a href="{escape(sheet.report_url)}">Une erreur</a>' if sheet.report_url else ""
    heading = "" if "<h1" in sheet.body else f"<h1>{escape(sheet.title)}</h1>"
    return (
        f"<title>{escape(sheet.title)} - Site</title>{meta}"
        f'<link href="/{sheet.folder}{sheet.slug}">'
        f"<p>{escape(sheet.title)}</p>{contents}{edit}{source}<article class={sheet.layout}>"
        f"{heading}{sheet.body}{report}</article>"
    )


texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))
headings = st.lists(st.builds(Heading, id=texts, titre=texts), max_size=4).map(tuple)
sheets = st.builds(
    Sheet,
    layout=st.sampled_from(["actions", "structures"]),
    url=st.sampled_from(["actions/a/", "actions/b-c/", "structures/a/", "a/b/c/d/"]),
    title=texts,
    body=texts.map(lambda text: f"<h1>{escape(text)}</h1><p>{escape(text)}</p>"),
    description=texts,
    headings=headings,
    edit_url=texts,
    source_url=texts,
    report_url=texts,
)


@given(st.lists(sheets, max_size=6))
def test_a_filled_frame_is_what_the_theme_renders(sheets: list[Sheet]) -> None:
    frames = Frames(theme)
    for sheet in sheets:
        assert frames.fill(sheet) == theme(sheet)


def test_the_theme_renders_once_for_sheets_of_the_same_shape() -> None:
    rendered: list[Sheet] = []

    def count(sheet: Sheet) -> str:
        rendered.append(sheet)
        return theme(sheet)

    frames = Frames(count)
    for slug in ("un", "deux", "trois"):
        frames.fill(replace(SHEET, url=f"actions/{slug}/", title=slug))
    assert len(rendered) == 1
    frames.fill(replace(SHEET, headings=(Heading("a", "A"),)))
    frames.fill(replace(SHEET, url="structures/un/"))
    frames.fill(replace(SHEET, layout="autre"))
    assert len(rendered) == 4


def test_every_text_is_escaped_and_the_body_is_left_alone() -> None:
    sheet = replace(SHEET, title="<b>", description='"', edit_url="'&", body="<h1><em>x</em></h1>")
    page = Frames(theme).fill(sheet)
    assert "<title>&lt;b&gt; - Site</title>" in page
    assert 'content="&#34;"' in page
    assert 'href="&#39;&amp;"' in page
    assert "<h1><em>x</em></h1>" in page


@pytest.mark.parametrize("number", [1, 2, 3, 20])
def test_the_contents_list_every_heading(number: int) -> None:
    headings = tuple(Heading(f"partie-{i}", f"Partie {i} & suite") for i in range(number))
    page = Frames(theme).fill(replace(SHEET, headings=headings))
    assert page.count("<li>") == number
    assert all(f'#partie-{i}">\nPartie {i} &amp; suite\n<' in page for i in range(number))


def test_a_sheet_without_headings_has_no_empty_list() -> None:
    assert "<ul>" not in Frames(theme).fill(SHEET)


def test_the_theme_adds_no_heading_of_its_own() -> None:
    assert Frames(theme).fill(SHEET).count("<h1>") == 1


def without_body(sheet: Sheet) -> str:
    return theme(replace(sheet, body="<h1></h1>"))


def with_body_twice(sheet: Sheet) -> str:
    return theme(sheet) + sheet.body


def with_contents_twice(sheet: Sheet) -> str:
    return theme(sheet) + "".join(heading.titre for heading in sheet.headings)


def with_numbered_contents(sheet: Sheet) -> str:
    numbered = (
        f'<a href="#{heading.id}">{number} {heading.titre}</a>'
        for number, heading in enumerate(sheet.headings)
    )
    return f"{''.join(numbered)}<article>{sheet.body}</article>"


@pytest.mark.parametrize(
    "faulty", [without_body, with_body_twice, with_contents_twice, with_numbered_contents]
)
def test_a_theme_that_cannot_be_cut_is_refused(faulty: Callable[[Sheet], str]) -> None:
    sheet = replace(SHEET, headings=(Heading("a", "A"),))
    with pytest.raises(FrameError):
        Frames(faulty).fill(sheet)


def test_marks_survive_escaping_and_the_replacements_of_the_theme() -> None:
    marks = Marks()
    stand_in = marks.stand_in(replace(SHEET, edit_url="https://exemple.fr", description="x"))
    for mark in (stand_in.title, stand_in.edit_url, stand_in.description, stand_in.slug):
        assert mark.isascii()
        assert mark.isalnum()
        # What Material replaces in an edit link to make a link to the raw file.
        assert not any(word in mark for word in ("edit", "blob"))


def test_two_frames_share_no_mark() -> None:
    assert Marks().stand_in(SHEET).title != Marks().stand_in(SHEET).title


def test_a_frame_is_not_worn_out() -> None:
    marks = Marks()
    frame = Frame(theme(marks.stand_in(SHEET)), marks)
    other = replace(SHEET, url="actions/autre/", title="Autre")
    assert frame.fill(other) == theme(other)
    assert frame.fill(SHEET) == theme(SHEET)
    assert frame.fill(other) == theme(other)
