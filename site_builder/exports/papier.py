"""What stands around the text of a printed page: whose it is, at its head and at its foot.

It is written in the style sheet, once, rather than in each page, which would weigh more on screens.
"""

from __future__ import annotations

from site_builder.model.site import Site
from site_builder.vocabulary.a_completer import is_to_complete

# As in cat-impression.css, whose `@page` these rules complete.
_RULES = """
/* On paper: the words of site.yml. */

@media print {{
:root {{
  --cat-editeur: {publisher};
}}

@page {{
  @bottom-left {{
    color: #333;
    content: {foot};
    font: 8pt system-ui, "Segoe UI", roboto, "Noto Sans", helvetica, arial, sans-serif;
  }}
}}
}}
"""


def write_running_words(site: Site) -> str:
    """Return the rules that print the publisher of ``site`` and its name.

    A publisher that is still to be given is left out.
    """
    publisher = site.editeur.nom if site.editeur else ""
    if is_to_complete(publisher):
        publisher = ""
    foot = " – ".join(filter(None, (site.nom, publisher)))
    return _RULES.format(publisher=_quote(publisher), foot=_quote(foot))


def _quote(words: str) -> str:
    """Return ``words`` as a string of a style sheet, in which nothing can end it."""
    return f'"{"".join(_escape(sign) for sign in words)}"'


def _escape(sign: str) -> str:
    return sign if sign.isalnum() or sign in " \u00a0\u202f’‘«»–-.,()" else f"\\{ord(sign):x} "
