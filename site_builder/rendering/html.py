"""Writing safe HTML: escaping, and the net under the Markdown writer."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import nh3
from markupsafe import Markup, escape

# Everything that a text of the catalogue may put in a page. Templates are not concerned.
ALLOWED: dict[str, set[str]] = {
    **{tag: set() for tag in ("p", "br", "strong", "em", "code", "blockquote", "h4")},
    **{tag: set() for tag in ("ul", "li", "table", "thead", "tbody", "tr", "td")},
    "ol": {"start"},
    "th": {"scope"},
    "a": {"href", "rel"},
}
SCHEMES = frozenset({"https", "mailto", "tel"})

_CLEANER = nh3.Cleaner(
    tags=set(ALLOWED),
    attributes=ALLOWED,
    url_schemes=set(SCHEMES),
    link_rel=None,
)


def escape_text(text: str) -> str:
    """Return ``text`` as HTML, for the inside of an element.

    Quotation marks and apostrophes are left as they are, as the sanitizer leaves them; what
    goes into an attribute passes through ``escape_attribute``.
    """
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text


def escape_attribute(text: str) -> str:
    """Return ``text`` as HTML, for an attribute between double quotes."""
    return escape_text(text).replace('"', "&quot;")


safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Declares HTML safe for templates; only for what this package wrote and escaped.

Not ``Markup``, which asks whether it is HTML already, several times as long.
"""


UNSAFE = re.compile("[&<>'\"]")
"""What words are escaped for."""


def escape_words(words: str) -> Markup:
    """Return ``words`` as HTML, as ``markupsafe.escape`` does: in most, nothing is escaped."""
    return escape(words) if UNSAFE.search(words) else safe(words)


def sanitize(html: str) -> Markup:
    """Return ``html`` without anything that is not in ``ALLOWED``.

    The writer's output is made of allowed pieces only, and a test proves that nothing of it
    is ever caught here: this is the second lock. The serializer spells out non-breaking
    spaces, six bytes for two; they are put back.
    """
    return safe(_CLEANER.clean(html).replace("&nbsp;", "\u00a0"))
