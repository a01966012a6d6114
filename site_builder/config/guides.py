"""Pages written by hand, as the search finds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.structure.files import File, get_files, set_exclusions
from mkdocs.utils.meta import get_data

from site_builder.config.log import collected_log, without_mkdocs_exceptions
from site_builder.search.document import Document
from site_builder.search.documents import guide_of


def find_guides(config_file: Path) -> list[Document]:
    """Return the pages written by hand of the site of ``config_file``, as its build has them.

    Raises ``HostError`` when MkDocs or the plugin refuses the file.
    """
    with collected_log() as log, without_mkdocs_exceptions(log):
        config = load_config(str(config_file))
        files = get_files(config)
        set_exclusions(files, config)
        return list(read_guides(files.documentation_pages()))


def read_guides(pages: Iterable[File]) -> Iterator[Document]:
    """Yield the guide in each of ``pages``, by address, but for those that refuse it.

    A page does with ``search: {exclude: true}`` in its front matter, as in Material. A list
    that the catalogue generates has no text of its own.
    """
    for file in sorted(pages, key=lambda page: page.url):
        markdown, meta = get_data(file.content_string)
        search = meta.get("search")
        is_excluded = isinstance(search, dict) and search.get("exclude")
        if markdown.strip() and not is_excluded:
            yield guide_of(file.url, markdown, meta.get("title"))
