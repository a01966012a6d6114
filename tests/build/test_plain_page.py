"""Pages that are read without a parser are read as the parser does."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.build.page import parse_page, read_page
from site_builder.build.plain_page import read_plain

PLAIN = """<!doctype html>
<html lang="fr" class="no-js">
<head>
<meta charset="utf-8"><meta name="description" content="L’été &nbsp;: tout l’été">
<link rel="preload" href="../../assets/x.woff2" crossorigin>
<title>Atelier d’exemple</title>
</head>
<body dir="ltr">
<ul>
<li><a href="../..">Accueil</a>
<li><a id="ici" href="#ici" aria-current="true">Ici</a>
</ul>
<p><strong>Trois <a href="/x/?a=1&amp;b=2">liens</a><br><em><span>et</span> plus</em></strong></p>
<table class="cat-table">
<thead><tr><th>Indicateur</th></tr></thead>
<tr><td><a href="y/">y</a> <img src="y.svg" alt=""></td></tr>
</table><h2 id="ici">Deux fois</h2>
<script id="donnees" type="application/json">{"a": "b"}</script>
<script src="../../assets/x.mjs" type="module"></script>
</body>
</html>
"""


def test_a_page_of_ours_is_read_without_a_parser() -> None:
    elements = read_plain(PLAIN.encode())
    assert elements is not None
    assert [link for element in elements for link in element.links] == [
        "../../assets/x.woff2",
        "../..",
        "#ici",
        "/x/?a=1&b=2",
        "y/",
        "y.svg",
        "../../assets/x.mjs",
    ]
    page = read_page(PLAIN.encode())
    assert page == parse_page(PLAIN.encode())
    assert page.anchors == {"ici", "donnees"}
    assert page.repeated == ("ici",)


@pytest.mark.parametrize(
    "html",
    [
        '<a id="a"><a id="b">',
        '<a id="a"><p></a>',
        '<p><b id="a"><p>x</b>',
        '<p><b id="a"><div>x</div></b>',
        '<table><a id="a"></a><tr><td id="b"></td></tr></table>',
        '<td id="a">',
        '<head id="a"><body id="b"><body id="c">',
        '<script><a id="a"></a></script>',
        '<title><a id="a"></a></title>',
        '<!--<a id="a"></a>-->',
        '<select><a id="a"></a></select>',
        '<template><a id="a"></a></template>',
        '<svg><title><a id="a"></a></title></svg>',
        '<textarea><a id="a"></a></textarea>',
        '<p title="<a id=">',
        '<p id="a"id="b">',
        '<p id="a" id="b">',
        "<p id='a'>",
        "<p id=a>",
        '<P id="a">',
        '<p ID="a">',
        '<p id="a"/>',
        '<p id="&eacute;">',
        '<p id="a\rb">',
        '<p id="a\0b">',
        '<img srcset="a, b 2x">',
        '<base href="a">',
        "<a href>",
        '<a href=">',
        '<a" id="a">',
        "5 < 6",
    ],
)
def test_doubts_are_for_the_parser(html: str) -> None:
    assert read_plain(html.encode()) is None


_NAMES = [
    *("a", "b", "em", "span", "p", "div", "ul", "li", "dl", "dd", "h2", "section", "header"),
    *("table", "thead", "tbody", "tr", "td", "th", "html", "head", "body", "title", "script"),
    *("br", "img", "link", "hr", "svg", "use", "select", "option", "template", "form", "button"),
    *("noscript", "iframe", "caption", "nobr", "style", "textarea", "math", "i", "meta", "base"),
]
_ATTRIBUTES = [
    *("", "", "", ' id="a"', ' id="b"', ' name="c"', ' href="d/"', ' src="e" id="f"', " hidden"),
    *(' class="g"', ' href="?h=1&amp;i=2"', ' href="&copy;"', ' href=""', ' id=""', " id='j'"),
    *('\nid="é\nk"', ' ID="l"', ' href="a" href="b"', " href", " /", ' srcset="m, n 2x"', ' "'),
]
_STARTS = st.builds("<{}{}>".format, st.sampled_from(_NAMES), st.sampled_from(_ATTRIBUTES))
_ENDS = st.sampled_from(_NAMES).map("</{}>".format)
_WHOLE = st.builds(
    "<{0}{1}>{2}</{0}>".format,
    st.sampled_from(_NAMES),
    st.sampled_from(_ATTRIBUTES),
    st.sampled_from(["", "x", "<br>", '<a id="o"></a>', '<em id="p">x</em>', '<div id="q"></div>']),
)
_TEXTS = st.sampled_from(["x", "\n", "<", ">", "&amp;", "<!-- x", "-->", "<!doctype html>", "\r"])
_HOSTILE = st.lists(st.one_of(_STARTS, _ENDS, _WHOLE, _WHOLE, _TEXTS), max_size=12).map("".join)
# Elements that are read without a parser, in any order: nearly every page of these is.
_OURS = ["a", "em", "p", "div", "ul", "li", "dd", "h2", "table", "tr", "td", "br", "head", "body"]
_SOBER = st.lists(
    st.one_of(
        st.sampled_from(_OURS).map("<{}>".format),
        st.sampled_from(_OURS).map("</{}>".format),
        st.builds('<{} id="{}">'.format, st.sampled_from(_OURS), st.sampled_from("rst")),
        st.builds('<a href="{0}" id="{0}">x</a>'.format, st.sampled_from("uv")),
        st.sampled_from(["x", "<td>", "</td>", "<tr>"]),
    ),
    max_size=12,
).map("".join)


@given(st.one_of(_HOSTILE, _SOBER))
@example('<p><a id="a">x</a></p><table><tr></table><td><a id="b"></a>')
def test_any_page_is_read_as_the_parser_reads_it(html: str) -> None:
    assert read_page(html.encode()) == parse_page(html.encode())


@given(st.binary(max_size=40).map(lambda data: b'<p id="a' + data + b'">'))
def test_any_bytes_are_read_as_the_parser_reads_them(html: bytes) -> None:
    assert read_page(html) == parse_page(html)
