"""The index that browsers load: one small first file, and postings in shards.

All files are JSON in UTF-8. Where numbers are small they are written as *signs*
(``site_builder.search.signes``): one character each.

``index.<hash>.json``, loaded at the first use::

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

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

from site_builder.model.glossaire import Terme
from site_builder.search.document import Document, place_of
from site_builder.search.fichiers import Fichiers, digest_of, to_json
from site_builder.search.langue import empty_words
from site_builder.search.postings import Postings, make_postings
from site_builder.search.signes import encode_lists, encode_signs
from site_builder.search.vocabulaire import Vocabulaire
from site_builder.vocabulary.typographie import fold

VERSION = 1
# Postings in a shard, unless a single term has more: about 6 KB compressed.
_SHARD = 6_000
_NOT_IN_SLUG = re.compile("[^a-z0-9]+")


def make_index(documents: Sequence[Document], termes: Iterable[Terme]) -> Fichiers:
    """Index ``documents``; ``termes`` is the glossary, for other names of what they name."""
    postings = make_postings(documents, tuple(termes))
    files: dict[str, str] = {}
    lots = []
    for rank, (start, end) in enumerate(_shards(postings.starts.tolist())):
        text = to_json(_describe_shard(postings, start, end))
        digest = digest_of(text)
        files[shard_name(rank, digest)] = text
        lots.append([start, digest])
    text = to_json(
        {
            "version": VERSION,
            "documents": _describe_documents(documents, postings.vocabulaire),
            "vides": " ".join(sorted(empty_words())),
            **_describe_words(postings.vocabulaire),
            "poids": encode_signs(postings.poids),
            "lots": lots,
        }
    )
    first = f"index.{digest_of(text)}.json"
    return Fichiers(first, {first: text, **files})


def shard_name(rank: int, digest: str) -> str:
    """Return the name of the file of a shard."""
    return f"lot.{rank}.{digest}.json"


def slug_of_title(title: str) -> str:
    """Return the slug that ``title`` would have, which most slugs begin like."""
    return _NOT_IN_SLUG.sub("-", fold(title)).strip("-")


def _describe_documents(documents: Sequence[Document], vocabulaire: Vocabulaire) -> dict[str, Any]:
    genres = []
    for kind, group in groupby(documents, key=lambda document: document.kind):
        genres.append([kind, len(list(group)), *place_of(kind)])
    communs = [_shared(document.slug, slug_of_title(document.titre)) for document in documents]
    ranks = {
        text: rank
        for rank, text in enumerate(dict.fromkeys(["", *(d.precision for d in documents)]))
    }
    return {
        "genres": genres,
        "titres": [document.titre for document in documents],
        "communs": communs,
        "restes": [d.slug[shared:] for d, shared in zip(documents, communs, strict=True)],
        "precisions": list(ranks),
        "precision": [ranks[document.precision] for document in documents],
        "mots": encode_signs(vocabulaire.size_of(document.titre) for document in documents),
    }


def _describe_words(vocabulaire: Vocabulaire) -> dict[str, Any]:
    coded = []
    for before, forme in pairwise(["", *vocabulaire.formes]):
        shared = min(_shared(before, forme), 25)
        coded.append(chr(ord("A") + shared) + forme[shared:])
    termes = [after - before for before, after in pairwise([0, *vocabulaire.termes])]
    return {"formes": "".join(coded), "termes": termes}


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


def _describe_shard(postings: Postings, first: int, end: int) -> dict[str, str]:
    starts = postings.starts[first:end]
    shard = slice(starts[0], postings.starts[end])
    return {
        "documents": encode_lists(postings.documents[shard], starts - starts[0]),
        "niveaux": encode_signs(postings.niveaux[shard].tobytes()),
    }


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
