"""All that browsers load to search a site."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.model.catalogue import Catalogue
from site_builder.search.document import Document
from site_builder.search.facettes import make_facettes
from site_builder.search.fichiers import Fichiers
from site_builder.search.index import make_index


def make_search(catalogue: Catalogue, documents: Sequence[Document]) -> tuple[Fichiers, Fichiers]:
    """Return the index of ``documents``, and the facets of the actions among them.

    They are those of ``catalogue`` (as published), and others such as pages written by hand.
    """
    actions = (document.slug for document in documents if document.kind == "actions")
    index = make_index(documents, catalogue.glossaire.values())
    return index, make_facettes(catalogue, actions)
