"""Acronyms: spelt out at their first use in a sheet, explained wherever they are met.

How an acronym looks in a page
    First use in the sheet::

        <a href="#sigle-rsa">RSA</a> (revenu de solidarité active)

    Later uses: the same link alone, once per section of the sheet. A sheet may name the RSA
    forty times: forty stops of the Tab key would help nobody. Between brackets, the spelling
    stands between square ones, as French typography has it. Nothing is added where the
    source already spells the acronym out right beside it. Links, headings and code are left
    alone.

How it is explained
    The definitions stand once per sheet, in a visible list at its foot (``definitions``,
    ``partials/catalogue/sigles.html``), each with the id ``sigle-<slug>``. Without
    JavaScript the link leads to the definition, in the same page.
    ``assets/javascripts/sigles.mjs`` makes the definition the description of the link for
    screen readers, and shows it beside the acronym on hover, focus and first touch; a second
    touch follows the link. Styles and module know the links by their address: no class, no
    attribute is repeated at each use.

Forms are matched as written (capitals matter), as whole words, longest first, with one
compiled expression for the whole glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice
from typing import Protocol

from markupsafe import Markup

from site_builder.rendering.html import escape_attribute, escape_text, safe
from site_builder.rendering.typographie import MARK, typographie
from site_builder.vocabulary.texte_riche import ADDRESS, MARKUP, may_hold_address
from site_builder.vocabulary.typographie import fold


class Terme(Protocol):
    """What a term of the glossary must offer to be recognised in texts."""

    @property
    def slug(self) -> str:
        """ASCII kebab-case, unique in the glossary: ``pdi-e``."""

    @property
    def forme(self) -> str:
        """As written in texts: « PDI-E »."""

    @property
    def autres_formes(self) -> Sequence[str]:
        """Other ways to write it, and former names: explained, but never spelt out."""

    @property
    def developpe(self) -> str | None:
        """Spelt out, without article: « revenu de solidarité active »."""

    @property
    def definition(self) -> str | None:
        """One sentence, plain text."""


# Not inside a word, even when a piece of markup stands between the two.
_NOT_BEFORE_WORD = rf"(?!{MARK}?[\w\u0300-\u036f])"

_WORDS = re.compile(r"[a-z0-9]+")
_FILLER = rf"[\s{MARK}«»’'\"]*"
_OPENS_AFTER = re.compile(rf"{_FILLER}(?:[(,:\[=]|[–—-]\s)")
_OPENS_BEFORE = re.compile(rf"[(\[]{_FILLER}$")
_PLURAL = "(s)"
# Characters read on either side, beyond the length of the spelling itself.
_MARGIN = 24
# Short texts (labels, durations, conditions) come back from sheet to sheet.
SHORT = 120
_TEXTS_REMEMBERED = 8192
_WORDS_REMEMBERED = 8192


class Sigles:
    """The glossary, ready to be recognised in texts. Built once, used by every sheet."""

    def __init__(self, termes: Iterable[Terme]) -> None:
        self._termes: dict[str, Terme] = {}
        self._formes: dict[str, str] = {}
        for terme in termes:
            self._formes.setdefault(terme.slug, typographie(terme.forme))
            for forme in (terme.forme, *terme.autres_formes):
                self._termes.setdefault(typographie(forme), terme)
        known = {terme.slug: terme for terme in self._termes.values()}.values()
        self._developpes = {
            terme.slug: (developpe, _stems(developpe))
            for terme in known
            if (developpe := typographie(terme.developpe or ""))
        }
        self._ranks = {
            terme.slug: rank
            for rank, terme in enumerate(sorted(known, key=lambda terme: fold(terme.forme)))
        }
        self._forms, self._forms_or_addresses = _compile(self._termes)
        self.plain = lru_cache(_TEXTS_REMEMBERED)(self._plain)
        """The HTML of a short field, ``None`` when there may be an acronym, or markup."""

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Yield, in order, what stands out of ``text``: marks of markup, forms, addresses."""
        forms = self._forms_or_addresses if may_hold_address(text) else self._forms
        return forms.finditer(text)

    def _plain(self, words: str) -> Markup | None:
        if MARKUP.search(words):
            return None
        text = typographie(words.strip())
        return None if self._forms.search(text) else safe(escape_text(text))

    def terme(self, words: str) -> Terme | None:
        """Return the term written ``words``, which may end with « (s) »."""
        return self._termes.get(words.removesuffix(_PLURAL))

    def forme(self, terme: Terme) -> str:
        """Return the term's own form, as texts have it once typeset."""
        return self._formes[terme.slug]

    def spelling(self, terme: Terme, match: re.Match[str]) -> str | None:
        """Return the words to add after an acronym, or ``None`` when there is no need to.

        « services locaux d’insertion (SLAI) » counts as spelt out for « service local
        d’insertion »: words are compared by their beginnings.
        """
        if terme.slug not in self._developpes:
            return None
        developpe, stems = self._developpes[terme.slug]
        reach = len(developpe) + _MARGIN
        before = match.string[max(0, match.start() - reach) : match.start()]
        after = match.string[match.end() : match.end() + reach]
        if opening := _OPENS_BEFORE.search(before):
            words = _stems(before[: opening.start()])[-len(stems) :]
        elif opening := _OPENS_AFTER.match(after):
            words = _stems(after[opening.end() :], len(stems))
        else:
            return developpe
        return None if words == stems else developpe

    def in_order(self, termes: Iterable[Terme]) -> list[Terme]:
        """Return the terms in alphabetical order."""
        return sorted(termes, key=lambda terme: self._ranks[terme.slug])


class SiglesFiche:
    """Which acronyms a sheet has used so far. One for each sheet, fed in reading order."""

    def __init__(self, sigles: Sigles) -> None:
        self._sigles = sigles
        self.uses = 0
        """How many times an acronym was met so far."""
        self._used: dict[str, Terme] = {}
        self._spelt: set[str] = set()
        self._linked: set[str] = set()
        self.open_section = self._linked.clear
        """Say that a section begins: acronyms met from here on are links again."""
        self.find = sigles.find
        """Return what stands out of a text: marks of markup, forms, addresses."""

    def definitions(self) -> list[Terme]:
        """Return the terms used so far, in alphabetical order."""
        return self._sigles.in_order(self._used.values())

    def mark(self, match: re.Match[str], *, bracketed: bool) -> str:
        """Return the HTML of what ``find`` found: an acronym, or an address left as it is.

        ``bracketed`` says that the acronym stands inside a pair of brackets.
        """
        terme = self._sigles.terme(match[0])
        if terme is None:
            return escape_text(match[0])
        self.uses += 1
        forme = match[0].removesuffix(_PLURAL)
        # The spelling is that of the term's own form: « RMI (revenu de solidarité active) »,
        # for a former name, would be false.
        first = terme.slug not in self._spelt and forme == self._sigles.forme(terme)
        if terme.slug in self._linked and not first:
            return escape_text(match[0])
        self._linked.add(terme.slug)
        anchor = escape_attribute(f"#sigle-{terme.slug}")
        link = f'<a href="{anchor}">{escape_text(forme)}</a>{match[0][len(forme) :]}'
        self._used[terme.slug] = terme
        if not first:
            return link
        self._spelt.add(terme.slug)
        words = self._sigles.spelling(terme, match)
        if words is None:
            return link
        opening, closing = "[]" if bracketed else "()"
        return f"{link} {opening}{escape_text(words)}{closing}"


def _compile(formes: Iterable[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the expression of a text without address, and of a text that may hold some.

    Forms are gathered by first character: every branch then begins with a literal one, and
    the engine skips quickly to the places where a form or a mark may begin.
    """
    longest_first = sorted(filter(None, formes), key=lambda forme: (forme[0], -len(forme)))
    branches = [MARK]
    for first, group in groupby(longest_first, key=lambda forme: forme[0]):
        letter = re.escape(first)
        rests = "|".join(re.escape(forme[1:]) for forme in group)
        not_after_word = rf"(?<!\w{letter})(?<!\w{MARK}{letter})"
        branches.append(rf"{letter}{not_after_word}(?:{rests})(?:\(s\))?{_NOT_BEFORE_WORD}")
    forms = "|".join(branches)
    return re.compile(forms), re.compile(f"{ADDRESS.pattern}|{forms}")


def _stems(words: str, most: int | None = None) -> list[str]:
    """Return the beginnings of the words that count: « services locaux » → serv, loca.

    Of the first ``most`` words, all when it is not said.
    """
    stems = (stem for piece in words.split() for stem in _stems_of_piece(piece))
    return list(islice(stems, most))


@lru_cache(_WORDS_REMEMBERED)
def _stems_of_piece(piece: str) -> tuple[str, ...]:
    return tuple([word[:4] for word in _WORDS.findall(fold(piece)) if len(word) > 3])
