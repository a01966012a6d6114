"""What must hold of any body, whatever its record says."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

_LEVELS = {"h1": 1, "h2": 2, "h3": 3}
_HOLDERS = "ul, ol, dl, dt, dd, li, p, section, div, h1, h2, h3, th, caption, a, strong, small"


def parse(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(f"<body>{html}</body>")


def assert_sound(html: str) -> None:
    """Check that nothing is empty, that headings head something, that ids are unique."""
    tree = parse(html)
    assert len(tree.css("h1")) == 1
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    for node in tree.css(_HOLDERS):
        if "data-module" in node.attributes:
            # A browser module fills it.
            continue
        assert node.text(strip=True), node.html
    for node in tree.css("h2, h3"):
        # The title of a step, or of a card, may be all there is in its item.
        if node.parent is not None and node.parent.tag == "li":
            continue
        after = node.next
        while after is not None and not after.text(strip=True):
            after = after.next
        assert after is not None, node.html
        assert _LEVELS.get(after.tag or "", 4) > _LEVELS[node.tag or ""], node.html
