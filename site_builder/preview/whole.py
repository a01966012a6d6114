"""What takes the whole catalogue to make: its problems, its data files and its search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from site_builder.checks import check_catalogue
from site_builder.config import FACETTES, INDEX, Content
from site_builder.exports.donnees import describe_data
from site_builder.problems import Problem
from site_builder.search.document import Document
from site_builder.search.documents import documents_of
from site_builder.search.facettes import make_facettes
from site_builder.search.fichiers import FOLDER
from site_builder.search.index import make_index


def find_problems(content: Content, today: date) -> tuple[Problem, ...]:
    """Return every problem of the catalogue, sorted."""
    assert content.loaded is not None
    return tuple(check_catalogue(content.loaded, today))


def make_data(content: Content, uri: str, today: date) -> str:
    """Return the data file at ``uri``."""
    return describe_data(content.catalogue, today)[uri]()


def make_search(content: Content, guides: Sequence[Document]) -> Mapping[str, str]:
    """Return what the search and the page of all actions read, by address."""
    catalogue = content.catalogue
    pages = {page.url for page in content.pages}
    documents = [*documents_of(catalogue, pages), *guides]
    actions = [document.slug for document in documents if document.kind == "actions"]
    index = make_index(documents, catalogue.glossaire.values())
    facettes = make_facettes(catalogue, actions)
    return {
        **{f"{FOLDER}/{name}": text for name, text in index.files.items()},
        **{f"{FOLDER}/{name}": text for name, text in facettes.files.items()},
        INDEX: index.files[index.first],
        FACETTES: facettes.files[facettes.first],
    }
