"""What else a thing is called: the names of a term of the glossary, for documents that name it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

from site_builder.model.glossaire import Terme
from site_builder.search.document import Document
from site_builder.search.langue import formes_of, words_of

# Between two words of a name: anything but a word, and an elision.
_BETWEEN = r"[\W_]+(?:(?:[ldnsjcmt]|qu)['’])?"


class _Name:
    """The words that a name is made of, in lower case, and their numbers."""

    def __init__(self, words: Sequence[str], numbers: Iterable[int]) -> None:
        self.words = frozenset(numbers)
        self._in_order = words

    def is_in(self, text: str) -> bool:
        """Tell whether a text, whose words are known to be those, holds the name."""
        if len(self._in_order) == 1:
            return True
        # Looking for a word is far quicker than looking for an expression.
        first = self._in_order[0]
        place = text.find(first)
        while place >= 0:
            if self._expression.match(text, place):
                return True
            place = text.find(first, place + 1)
        return False

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){_BETWEEN.join(map(re.escape, self._in_order))}\b")


class Synonymes:
    """The glossary, by the longest word of each way to write its terms: it is the rarest.

    ``words`` are the words that names are made of, each with a number.
    """

    def __init__(self, termes: Iterable[Terme]) -> None:
        self._termes = tuple(termes)
        self.words: dict[str, int] = {}
        self._by_word: defaultdict[int, list[tuple[_Name, int]]]
        self._by_word = defaultdict(list)
        for rank, terme in enumerate(self._termes):
            for name in (terme.forme, terme.developpe or "", *terme.autres_formes):
                words = [formes[0] for _, word in words_of(name) if (formes := formes_of(word))]
                if words:
                    numbers = [self.words.setdefault(word, len(self.words)) for word in words]
                    longest = max(range(len(words)), key=lambda place: len(words[place]))
                    self._by_word[numbers[longest]].append((_Name(words, numbers), rank))

    def of(self, words: Set[int], document: Document) -> Iterator[str]:
        """Yield the names and the search words of each term that ``document`` names.

        ``words`` are those of the document, by their numbers.
        """
        found: dict[int, None] = {}
        text = ""
        for word in words & self._by_word.keys():
            for name, rank in self._by_word[word]:
                if rank not in found and name.words <= words:
                    # Most texts hold no name of several words.
                    text = text or _text_of(document)
                    if name.is_in(text):
                        found[rank] = None
        for rank in sorted(found):
            terme = self._termes[rank]
            yield from (terme.forme, terme.developpe or "", *terme.autres_formes, *terme.mots)


def _text_of(document: Document) -> str:
    texts = (document.titre, document.alias, document.resume, document.corps)
    return "\n".join(texts).lower()
