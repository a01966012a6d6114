"""A site is verified: its pages, its links, its anchors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.build import verification, verify_site
from site_builder.build.page import read_page
from site_builder.problems import Problem

SITE = "https://exemple.fr/catalogue/"
Check = Callable[..., list[Problem]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Return a function that verifies a site made of ``{path: content}``."""

    def verify(
        files: dict[str, str], expected: tuple[str, ...] = (), site_url: str = SITE
    ) -> list[Problem]:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return list(verify_site(tmp_path, expected, site_url=site_url).problems)

    return verify


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_a_sound_site_has_no_problem(check: Check) -> None:
    files = {
        "index.html": """
            <link rel=canonical href="https://exemple.fr/catalogue/">
            <link rel=icon href="assets/icone.svg?v=2">
            <label for=__search></label><input id=__search><a href="#">haut</a>
            <a href="#__search">chercher</a><a href="#TOP">haut</a><a href="?q=1#__search">q</a>
            <a href="actions/">a</a><a href="actions">a</a><a href="actions/index.html#fin">a</a>
            <a href="actions/#action=x">pour un script</a>
            <a href="actions/d%C3%A9marche.html#%C3%A9tape">d</a>
            <img src="assets/icone.svg" srcset="assets/icone.svg 1x, assets/a,b.png 2x">
            <svg><use href="assets/icone.svg#rond"/></svg>
            <a href="mailto:contact@exemple.fr">c</a><a href="tel:+33199001234">t</a>
            <a href="donnees/catalogue.json#/actions/0">données</a>""",
        "404.html": '<a href="/catalogue/.">accueil</a><img src="/catalogue/assets/icone.svg">',
        "actions/index.html": '<a name=fin>fin</a><a href="..">retour</a>',
        "actions/démarche.html": '<h2 id="étape">é</h2>',
        "assets/icone.svg": "<svg/>",
        "assets/a,b.png": "png",
        "donnees/catalogue.json": '{"href": "not/a/link"}',
        "sitemap.xml": "<urlset/>",
    }
    expected = ("", "actions/", "actions/d%C3%A9marche.html", "404.html", "sitemap.xml")
    assert check(files, expected) == []


def test_expected_pages_exist_and_hold_something(check: Check) -> None:
    files = {"index.html": " \n", "sitemap.xml": "", "a/index.html": "<p>a"}
    problems = check(files, ("", "a/", "b/", "sitemap.xml", "b/"))
    assert [(p.code, p.place.file) for p in problems] == [
        ("CAT-B910", "b/index.html"),
        ("CAT-B911", "index.html"),
        ("CAT-B911", "sitemap.xml"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="absent/">x</a>',
        "<a href=absent/>x</a>",
        '<map><area href="absent/"></map>',
        '<link rel=stylesheet href="absent/">',
        '<img src="absent/">',
        '<script src="absent/"></script>',
        '<iframe src="absent/"></iframe>',
        '<video poster="absent/"></video>',
        '<picture><source srcset="page.html 100w, absent/ 200w"></picture>',
        '<img srcset="page.html, absent/">',
        '<form action="absent/"></form>',
        '<button formaction="absent/"></button>',
        '<object data="absent/"></object>',
        '<svg><use href="absent/"/></svg>',
        '<svg><use xlink:href="absent/"/></svg>',
        "<noscript><img src='absent/'></noscript>",
    ],
)
def test_every_kind_of_link_is_followed(check: Check, html: str) -> None:
    [problem] = check({"page.html": html})
    assert problem.code == "CAT-B912"
    assert problem.value == "absent/"
    assert "«\u00a0/absent/\u00a0»" in problem.message


@pytest.mark.parametrize("link", ["fiche.md", "../fiche.yml", "/catalogue/actions/garage.md"])
def test_links_to_source_files_are_broken_unless_published(check: Check, link: str) -> None:
    files = {"actions/index.html": f'<a href="{link}">x</a>'}
    assert codes(check(files)) == ["CAT-B912"]
    files |= {"fiche.yml": "a: b", "actions/fiche.md": "#", "actions/garage.md": "#"}
    assert check(files) == []


def test_a_broken_link_is_placed_and_mended(check: Check) -> None:
    html = '<h1>x</h1>\n<p>é <a href="../actions/garaje/?a=1&amp;b=2">x</a>\n'
    problems = check({"contacts/index.html": html, "actions/garage/index.html": "<p>ok"})
    [problem] = problems
    assert problem.place.file == "contacts/index.html"
    assert (problem.place.line, problem.place.column) == (2, 15)
    assert problem.place.length == len("../actions/garaje/?a=1&amp;b=2")
    assert problem.value == "../actions/garaje/?a=1&b=2"
    assert problem.suggestion == "vouliez-vous dire «\u00a0/actions/garage/\u00a0»\u202f?"


def test_an_absent_anchor_is_told_with_the_nearest(check: Check) -> None:
    problems = check(
        {
            "a/index.html": '<a href="../b/#financements">x</a><a href="#etape">y</a><i id=etapes>',
            "b/index.html": '<h2 id="financement">x</h2>',
        }
    )
    assert codes(problems) == ["CAT-B913", "CAT-B913"]
    there, here = problems
    assert "«\u00a0#financements\u00a0», qui n’existe pas dans «\u00a0/b/\u00a0»" in there.message
    assert there.suggestion == "vouliez-vous dire «\u00a0#financement\u00a0»\u202f?"
    assert "dans cette page" in here.message
    assert here.suggestion == "vouliez-vous dire «\u00a0#etapes\u00a0»\u202f?"


def test_an_anchor_of_an_empty_page_is_absent(check: Check) -> None:
    problems = check({"a.html": '<a href="b.html#x">x</a>', "b.html": ""})
    assert codes(problems) == ["CAT-B913", "CAT-B911"]


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("javascript:void(0)", "CAT-B914"),
        ("java&#10;script:alert(1)", "CAT-B914"),
        ("http://exemple.org/", "CAT-B915"),
        ("../../x/", "CAT-B916"),
        ("/x/", "CAT-B916"),
    ],
)
def test_links_out_of_the_site_are_judged(check: Check, link: str, code: str) -> None:
    [problem] = check({"a/index.html": f'<a href="{link}">x</a>'})
    assert problem.code == code
    assert problem.suggestion is None


def test_a_base_moves_relative_links(check: Check) -> None:
    files = {
        "404.html": '<base href="/catalogue/"><a href="b/#x">x</a><a href="#y">y</a>',
        "a/b/index.html": '<base href="../../"><a href="b/#x">x</a>',
        "b/index.html": "<p id=x>",
        "index.html": "<p id=y>",
    }
    assert check(files) == []
    [problem] = check({"404.html": '<base href="https://exemple.org/"><a href="b/">x</a>'})
    assert (problem.code, problem.value) == ("CAT-B916", "https://exemple.org/")


def test_repeated_ids_are_told(check: Check) -> None:
    [problem] = check({"a.html": '<p id="un"></p>\n<p id="un"></p><p id="un"></p><a name="un">'})
    assert (problem.code, problem.value, problem.place.line) == ("CAT-B917", "un", 1)


def test_an_element_with_an_id_and_a_link_is_one_element(check: Check) -> None:
    assert check({"a.html": "<a href='#un' id='un'>x</a><img id=deux src=a.html>"}) == []


@pytest.mark.parametrize("processes", [1, 2])
def test_a_defect_of_the_menu_is_told_once(
    processes: int, check: Check, allow_processes: Callable[[int], None]
) -> None:
    allow_processes(processes)
    menu = "<a href='{up}absent/#x'>x</a><a href='#rien'>x</a><i id=a></i><i id=a></i>"
    menu += "<a href='http://exemple.org/'>x</a>"
    files = {
        f"{'p/' * depth}{n}.html": menu.format(up="../" * depth)
        for depth in (0, 1, 2)
        for n in range(300)
    }
    problems = check(files)
    assert sorted(codes(problems)) == ["CAT-B912", "CAT-B913", "CAT-B915", "CAT-B917"]
    assert {p.place.file for p in problems} == {"0.html"}
    assert all(
        "(de même dans 899 autres pages, dont «\u00a01.html\u00a0»)" in p.message for p in problems
    )
    assert "dans «\u00a01.html\u00a0»" in check({"0.html": menu, "1.html": menu})[0].message


def test_two_pages_with_a_defect_are_both_named(check: Check) -> None:
    [problem] = check({"a.html": "<a href=x>x</a>", "b.html": "<a href=x>x</a>"})
    assert problem.place.file == "a.html"
    assert problem.message.endswith("(de même dans «\u00a0b.html\u00a0»)")


def test_suggestions_are_searched_for_the_first_broken_links_only(check: Check) -> None:
    number = verification.SUGGESTIONS + 5
    links = "".join(f"<a href='page-{n}x.html'>x</a>" for n in range(number))
    problems = check({"page-0.html": links})
    assert len(problems) == number
    suggested = [problem for problem in problems if problem.suggestion]
    assert len(suggested) == verification.SUGGESTIONS


def test_messages_are_sentences_whatever_the_link_holds(check: Check) -> None:
    [problem] = check({"a.html": '<a href="{value}{0}%s">x</a>'})
    assert "{value}{0}%s" in problem.message


def test_any_bytes_are_a_page() -> None:
    page = read_page(b"\xff\xfe<a href='\xe9'>\x00<p id>")
    assert page.anchors == frozenset()
    assert len(page.links) == 1


def test_attributes_are_read_without_regard_to_case() -> None:
    page = read_page(b"<A HREF='x' NAME=n ID=i><IMG SRC=y>")
    assert page.anchors == {"n", "i"}
    assert page.links == ("x", "y")
