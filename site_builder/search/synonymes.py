"""What else a thing is called: the names of a term of the glossary, for documents that name it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain

from site_builder.model.glossaire import Terme
from site_builder.search.document import Document
from site_builder.search.langue import formes_of, words_of

# Between two words of a name: anything but a word, and an elision.
_BETWEEN = r"[\W_]+(?:(?:[ldnsjcmt]|qu)['’])?"


class _Name:
    """The words that a name is made of, in lower case."""

    def __init__(self, words: Sequence[str]) -> None:
        self.longest = max(words, key=len)
        self.words = frozenset(words)
        self._is_one_word = len(words) == 1
        first, *others = map(re.escape, words)
        # The look behind comes after the word: a search that begins with letters is quicker.
        alone = rf"{first}(?<!\w{first})"
        self._in_order = re.compile(rf"{_BETWEEN.join((alone, *others))}\b")

    def is_in(self, text: str) -> bool:
        """Tell whether a text, whose words are known to be those, holds the name."""
        return self._is_one_word or bool(self._in_order.search(text))


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
                    found = _Name(words)
                    self._by_word[found.longest].append((found, rank))
        every = (name.words for names in self._by_word.values() for name, _ in names)
        self._words = frozenset(chain.from_iterable(every))

    def is_known(self, forme: str) -> bool:
        """Tell whether ``forme`` is a word of some name."""
        return forme in self._words

    def of(self, formes: Set[str], document: Document) -> Iterator[str]:
        """Yield the names and the search words of each term that ``document`` names.

        ``formes`` are the known ones of the document.
        """
        found: dict[int, None] = {}
        text = ""
        for forme in formes & self._by_word.keys():
            for name, rank in self._by_word[forme]:
                if rank not in found and name.words <= formes:
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
