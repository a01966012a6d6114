"""Texts that mean harm, and the harmless one that stands for them in a page to compare with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_SCRIPT = "<script>alert(1)</script>"


@dataclass(frozen=True, slots=True)
class Payload:
    """A hostile text of one line.

    ``reading`` says what restricted Markdown reads in it: ``marks`` of a list, a heading or an
    emphasis, a ``link`` that is refused and leaves only its words, ``entities`` that it shows
    as the characters they stand for; or ``signs`` that it replaces, as they hide or turn text.
    """

    text: str
    reading: Literal["", "marks", "link", "entities", "signs"] = ""


# Those with marks stand last: a page shows the record of the next rank too.
PAYLOADS: tuple[Payload, ...] = (
    Payload(_SCRIPT),
    Payload("<img src=x onerror=alert(1)>"),
    Payload('"><svg onload=alert(1)>'),
    Payload("'><svg/onload=alert(1)//"),
    Payload(f"</title>{_SCRIPT}"),
    Payload(f"</style></textarea></template></noscript></svg>{_SCRIPT}"),
    Payload(f"]]>{_SCRIPT}<![CDATA["),
    Payload("<!-- <b>"),
    Payload("--><img src=x onerror=alert(1)><!--"),
    Payload("' onfocus=alert(1) autofocus x='"),
    Payload('" onfocus=alert(1) autofocus x="'),
    Payload("x onmouseover=alert(1) style=animation-name:x"),
    Payload("javascript:alert(1)"),
    Payload(f"<iframe srcdoc='{_SCRIPT}'></iframe>"),
    Payload("<base href=//ailleurs.example><meta http-equiv=refresh content=0;url=//a.example>"),
    Payload("<a href=javascript:alert(1)>x</a><form action=javascript:alert(1)><button>x"),
    Payload("[voir](javascript:alert(1))", "link"),
    Payload("[voir](java&#115;cript:alert(1))", "link"),
    Payload("[voir](JaVaScRiPt&colon;alert(1))", "link"),
    Payload("[voir](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", "link"),
    Payload("![voir](javascript:alert(1))", "link"),
    Payload("&lt;script&gt;alert(2)&lt;/script&gt;", "entities"),
    Payload("&#60;img src=y onerror=alert(1)&#62;", "entities"),
    Payload("&amp;lt;script&amp;gt;alert(1)", "entities"),
    Payload("site_builder ::: {: onclick=alert(1) }"),
    Payload('--8<-- "mkdocs.yml" [TOC] [[voir]] ^[1] $$x$$'),
    Payload(f"\u202e{_SCRIPT}\u2066\u200b", "signs"),
    Payload(f"\u00ad{_SCRIPT}\u200d\u00a0"),
    Payload("\uff1cscript\uff1ealert(1)\uff1c/script\uff1e"),
    Payload("__proto__ constructor toString None null undefined NaN", "marks"),
    Payload("{{ 7*7 }}{{ config }}{% raw %}{# fin", "marks"),
    Payload('{% include "main.html" %}{% endblock %}${7*7}#{7*7}', "marks"),
    Payload("# Titre {#__contenu onclick=alert(1)}", "marks"),
    Payload("- a: &b !!python/object/apply:os.system {x: 1} # fin", "marks"),
)

# The site has one name: it holds the worst of the above.
SITE = f"</title>{_SCRIPT}\"><img src=x onerror=alert(1)>' onfocus=alert(1) x='{{{{ 7*7 }}}}"


def neutral(index: int) -> str:
    """Return the text that stands for the payload of this rank."""
    return f"Texte neutre {index:02d} fin"
