"""What else a thing is called: the names of a term of the glossary, for documents that name it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from site_builder.model.glossaire import Terme
from site_builder.search.langue import formes_of, words_of

# Between two words of a name: anything but a word, and an elision.
_BETWEEN = r"[\W_]+(?:(?:[ldnsjcmt]|qu)['’])?"


class _Name:
    """The words that a name is made of, in lower case."""

    def __init__(self, words: Sequence[str]) -> None:
        self._rarest_first = sorted(words, key=len, reverse=True)
        first, *others = map(re.escape, words)
        # The look behind comes after the word: a search that begins with letters is quicker.
        alone = rf"{first}(?<!\w{first})"
        self._in_order = re.compile(rf"{_BETWEEN.join((alone, *others))}\b")

    def is_in(self, text: str) -> bool:
        """Tell whether a text, whose longest word is known to be there, holds the name."""
        others = self._rarest_first[1:]
        if not others:
            return True
        return all(word in text for word in others) and bool(self._in_order.search(text))


class Synonymes:
    """The glossary, by the longest word of each way to write its terms: it is the rarest."""

    def __init__(self, termes: Iterable[Terme]) -> None:
        self._termes = tuple(termes)
        self._by_word: defaultdict[str, list[tuple[_Name, int]]]
        self._by_word = defaultdict(list)
        for rank, terme in enumerate(self._termes):
            for name in (terme.forme, terme.developpe or "", *terme.autres_formes):
                words = [formes[0] for _, word in words_of(name) if (formes := formes_of(word))]
                if words:
                    self._by_word[max(words, key=len)].append((_Name(words), rank))

    def is_known(self, forme: str) -> bool:
        """Tell whether ``forme`` may be a word of some name."""
        return forme in self._by_word

    def of(self, formes: Iterable[str], text: str) -> Iterator[str]:
        """Yield the names and the search words of each term that a document names.

        ``formes`` are the known ones of the document, ``text`` its text in lower case.
        """
        found: dict[int, None] = {}
        for forme in formes:
            for name, rank in self._by_word[forme]:
                if rank not in found and name.is_in(text):
                    found[rank] = None
        for rank in found:
            terme = self._termes[rank]
            yield from (terme.forme, terme.developpe or "", *terme.autres_formes, *terme.mots)
