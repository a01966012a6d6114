"""The index that browsers load: one small first file, and postings in shards.

All files are JSON in UTF-8. Where numbers are small they are written as *signs*
(``site_builder.search.signes``): one character each.

``index.<hash>.json``, loaded at the first use; ``data/recherche.json``, which pages name, leads to
it (``site_builder.search.fichiers.GUIDE``)::

    version     1
    documents
      genres      [[kind, number of documents, before, after], …] in the order of documents;
                  an address is before + slug + after
      titres      [title, …]
      communs     [length, …], and
      restes      [text, …]: a slug is the beginning of the title's own slug, then the rest
      precisions  [text, …] all different, the first one empty, and
      precision   [rank in precisions, …]: what tells apart documents of the same title
      mots        signs: how many different words the title has
    vides       the words, folded and separated by spaces, that a query does without
    formes      every word of the catalogue, sorted as folded, each as a capital letter (A = 0)
                that counts the letters shared with the one before, then the rest
    termes      [rank, …] of the term of each form: the difference with the one before
    poids       signs: how much each term tells (inverse document frequency)
    lots        [[first term, hash], …] of each shard

``lot.<rank>.<hash>.json``, loaded when a query needs a term of it::

    documents   the ranks of the documents of each term of the shard, a space between terms
                (``encode_lists``)
    niveaux     a sign a posting, in the same order: 1 to 31, how much the document is about
                the term; 32 more when the term is in its title

Accented forms that fold to the same letters stand one after the other, the most frequent
first: what is typed without accents has the terms of all of them.

Everything that ranks results is in these integers, so that every engine ranks them alike.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any

from site_builder.model.glossaire import Terme
from site_builder.search.document import Document, place_of, shared
from site_builder.search.fichiers import Fichiers, Texts, digest_of, to_json
from site_builder.search.indexation import Indexed, Indexer
from site_builder.search.langue import empty_words
from site_builder.search.mots_lus import Findable
from site_builder.search.postings import Postings
from site_builder.search.signes import encode_lists, encode_signs
from site_builder.search.vocabulaire import Vocabulaire

VERSION = 1
# Postings in a shard, unless a single term has more: about 6 KB compressed.
_SHARD = 6_000


def make_index(documents: Iterable[Document], termes: Iterable[Terme]) -> Fichiers:
    """Index ``documents``; ``termes`` is the glossary, for other names of what they name."""
    return write_index(Indexer(termes).index(map(Findable.of, documents)))


def write_index(indexed: Indexed) -> Fichiers:
    """Return the files of an index; a shard is written when it is asked for."""
    postings = indexed.postings
    shards: dict[str, Callable[[], str]] = {}
    lots = []
    for rank, (start, end) in enumerate(_shards(postings.starts.tolist())):
        digest = _digest_of_shard(postings, start, end)
        shards[shard_name(rank, digest)] = partial(_write_shard, postings, start, end)
        lots.append([start, digest])
    text = to_json(
        {
            "version": VERSION,
            "documents": _describe_documents(indexed),
            "vides": " ".join(sorted(empty_words())),
            **_describe_words(indexed.vocabulaire),
            "poids": encode_signs(postings.poids(len(indexed.words))),
            "lots": lots,
        }
    )
    first = f"index.{digest_of(text)}.json"
    return Fichiers(first, Texts({first: lambda: text, **shards}))


def shard_name(rank: int, digest: str) -> str:
    """Return the name of the file of a shard."""
    return f"lot.{rank}.{digest}.json"


def _describe_documents(indexed: Indexed) -> dict[str, Any]:
    words = indexed.words
    genres = []
    for kind, group in groupby(words, key=attrgetter("kind")):
        genres.append([kind, len(list(group)), *place_of(kind)])
    communs = [one.commun for one in words]
    texts = dict.fromkeys(("", *(one.precision for one in words)))
    ranks = {text: rank for rank, text in enumerate(texts)}
    return {
        "genres": genres,
        "titres": [one.titre for one in words],
        "communs": communs,
        "restes": [one.slug[commun:] for one, commun in zip(words, communs, strict=True)],
        "precisions": list(ranks),
        "precision": [ranks[one.precision] for one in words],
        "mots": encode_signs(indexed.title_sizes.tolist()),
    }


def _describe_words(vocabulaire: Vocabulaire) -> dict[str, Any]:
    coded = (_after(before, forme) for before, forme in pairwise(["", *vocabulaire.formes]))
    termes = [after - before for before, after in pairwise([0, *vocabulaire.termes])]
    return {"formes": "".join(coded), "termes": termes}


# A preview writes the same words after each edit.
@lru_cache(1 << 17)
def _after(before: str, forme: str) -> str:
    """Return what is written of a word that follows another."""
    length = min(shared(before, forme), 25)
    return chr(ord("A") + length) + forme[length:]


def _shards(starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the terms of each shard: the first, and the one after the last.

    ``starts`` is where the postings of each term begin, and where the last ones end.
    """
    first = 0
    for term in range(1, len(starts)):
        if starts[term] - starts[first] > _SHARD and term - first > 1:
            yield first, term - 1
            first = term - 1
    if starts[-1] > starts[first]:
        yield first, len(starts) - 1


def _write_shard(postings: Postings, first: int, end: int) -> str:
    starts = postings.starts[first:end]
    return to_json(
        {
            "documents": encode_lists(postings.documents(first, end), starts - starts[0]),
            "niveaux": encode_signs(postings.niveaux(first, end)),
        }
    )


def _digest_of_shard(postings: Postings, first: int, end: int) -> str:
    """Return what stands for what a shard says, without writing it."""
    starts = postings.starts[first : end + 1]
    entries = postings.entries[starts[0] : starts[-1]]
    said = hashlib.sha256((starts - starts[0]).astype("<i8", copy=False).data)
    said.update(entries.astype("<u4", copy=False).data)
    return said.hexdigest()[:8]
