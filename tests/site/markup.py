"""What the standard of HTML asks for, and a parser lets through: the Nu checker finds it too.

``find_faults`` reads a whole page, as it is written or as scripts have changed it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

# What may stand right under these elements. Scripts and templates may anywhere.
CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tfoot": {"tr"},
    "tr": {"th", "td"},
    "select": {"option", "optgroup", "hr"},
    "optgroup": {"option"},
    "colgroup": {"col"},
}
# What holds words, and nothing that makes a block.
WORDS_ONLY = (
    "p, h1, h2, h3, h4, h5, h6, span, strong, em, small, abbr, code, pre, dt, label, button"
)
BLOCKS = (
    "address, article, aside, blockquote, details, dialog, div, dl, fieldset, figure, footer, "
    "form, h1, h2, h3, h4, h5, h6, header, hr, main, nav, ol, p, pre, section, table, ul"
)
# What is acted on holds nothing else that is.
ACTED_ON = "a, button, summary"
INTERACTIVE = "a[href], button, input, select, textarea, details, label, iframe, [tabindex]"
REQUIRED = {
    "img": ("alt", "src"),
    "a": ("href",),
    "link": ("rel", "href"),
    "button": ("type",),
    "iframe": ("title",),
    "html": ("lang",),
}
REFERENCES = (
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-errormessage",
    "aria-labelledby",
    "aria-owns",
    "for",
    "form",
    "headers",
    "list",
)
LABELLED = {"button", "input", "meter", "output", "progress", "select", "textarea"}
OBSOLETE = "acronym, applet, basefont, big, center, font, frame, marquee, nobr, strike, tt"
OBSOLETE_ATTRIBUTES = {
    *("align", "axis", "bgcolor", "border", "cellpadding", "cellspacing", "char"),
    *("clear", "compact", "frameborder", "hspace", "language", "link", "longdesc", "noshade"),
    *("nowrap", "rules", "summary", "valign", "vlink", "vspace"),
}
# What each of these is without being told. Lists may say it: Safari forgets it of those without
# bullets.
ROLES = {
    "article": "article",
    "aside": "complementary",
    "button": "button",
    "dialog": "dialog",
    "fieldset": "group",
    "hr": "separator",
    "main": "main",
    "nav": "navigation",
    "option": "option",
    "progress": "progressbar",
    "table": "table",
    "td": "cell",
    "tr": "row",
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def find_faults(html: str) -> list[str]:
    """Return what is wrong with a page, a sentence each, in no order."""
    tree = LexborHTMLParser(html)
    rules = (_children, _words, _attributes, _identifiers, _sections, _headings)
    return [fault for rule in rules for fault in rule(tree)]


def _start(node: LexborNode) -> str:
    return (node.html or "")[:120]


def _children(tree: LexborHTMLParser) -> Iterator[str]:
    for parent, allowed in CHILDREN.items():
        for child in tree.css(f"{parent} > *"):
            if child.tag not in allowed | {"script", "template"}:
                yield f"{child.tag} in {parent}: {_start(child)}"
    for child in tree.css("dl > div > *"):
        if child.tag not in {"dt", "dd"}:
            yield f"{child.tag} in a group of dl: {_start(child)}"
    for parent, first in (("details", "summary"), ("fieldset", "legend")):
        for node in tree.css(parent):
            child = node.css_first(f"{parent} > {first}")
            if child is None or (child.prev is not None and child.prev.text(strip=True)):
                yield f"{parent} does not start with {first}: {_start(node)}"


def _words(tree: LexborHTMLParser) -> Iterator[str]:
    for holders, held in ((WORDS_ONLY, BLOCKS), (ACTED_ON, INTERACTIVE)):
        for holder in tree.css(holders):
            for node in holder.css(held):
                if node.mem_id != holder.mem_id:
                    yield f"{node.tag} in {holder.tag}: {_start(holder)}"


def _attributes(tree: LexborHTMLParser) -> Iterator[str]:
    for tag, names in REQUIRED.items():
        for node in tree.css(tag):
            yield from (
                f"no {name}: {_start(node)}" for name in names if name not in node.attributes
            )
    for node in tree.css(OBSOLETE):
        yield f"obsolete: {_start(node)}"
    for node in tree.css("*"):
        if {*node.attributes} & OBSOLETE_ATTRIBUTES:
            yield f"obsolete attribute: {_start(node)}"
        if (role := node.attributes.get("role")) and role == ROLES.get(node.tag or ""):
            yield f"needless role: {_start(node)}"
    for node in tree.css("time"):
        said = node.attributes.get("datetime") or node.text(strip=True)
        if not _DAY.fullmatch(said or ""):
            yield f"no date: {_start(node)}"


def _identifiers(tree: LexborHTMLParser) -> Iterator[str]:
    identified = {node.attributes["id"] or "": node for node in tree.css("[id]")}
    counts = Counter(node.attributes["id"] or "" for node in tree.css("[id]"))
    for identifier, count in counts.items():
        if count > 1 or not identifier or re.search(r"\s", identifier):
            yield f"identifier « {identifier} », {count} times"
    for name in REFERENCES:
        for node in tree.css(f"[{name}]"):
            for identifier in (node.attributes[name] or "").split() or [""]:
                target = identified.get(identifier)
                if _is_hidden(node):
                    continue
                if target is None or (name == "for" and target.tag not in LABELLED):
                    yield f"{name} « {identifier} » leads nowhere: {_start(node)}"
    for link in tree.css('a[href^="#"]'):
        fragment = (link.attributes["href"] or "")[1:]
        if fragment and fragment not in identified:
            yield f"#{fragment} leads nowhere: {_start(link)}"


def _sections(tree: LexborHTMLParser) -> Iterator[str]:
    """A section without a heading or a name is a box: the standard has div for that."""
    for node in tree.css("section, article"):
        named = {"aria-label", "aria-labelledby"} & {*node.attributes}
        if not named and not _is_hidden(node) and node.css_first("h1, h2, h3, h4, h5, h6") is None:
            yield f"{node.tag} without a heading: {_start(node)}"
    for name in ("main", "h1", "title"):
        shown = [node for node in tree.css(name) if not _is_hidden(node)]
        if len(shown) != 1 or not shown[0].text(strip=True):
            yield f"{len(shown)} {name}"


def _headings(tree: LexborHTMLParser) -> Iterator[str]:
    above = 0
    for node in tree.css("h1, h2, h3, h4, h5, h6"):
        if _is_hidden(node):
            continue
        level = int((node.tag or "h0")[1])
        if level > above + 1:
            yield f"h{level} under h{above}: {_start(node)}"
        if not node.text(strip=True):
            yield f"empty h{level}: {_start(node)}"
        above = level


def _is_hidden(node: LexborNode | None) -> bool:
    while node is not None:
        if "hidden" in node.attributes:
            return True
        node = node.parent
    return False
