"""Pages written by hand that stay as they were: MkDocs need not read their Markdown again.

The longest ones, which tell of all fields and all problems, take a fifth of a second.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from site_builder.config import Guide
from site_builder.plugin.ready import SiteFiles


class Guides:
    """The pages of one build; ``former`` are those of an earlier one, of the same settings."""

    def __init__(self, files: SiteFiles, former: Mapping[bytes, Guide]) -> None:
        self.now: dict[bytes, Guide] = {}
        self._former = former
        # Links to pages that come, go or move are read otherwise, or refused.
        self._addresses = hashlib.blake2b("\n".join(files.addresses).encode()).digest()
        self._last = b""

    def begin(self, markdown: str, page: Page) -> str:
        """Return the Markdown that MkDocs has to read of ``page``: none when it is known."""
        told = f"{page.file.src_uri}\n{page.file.url}\n{markdown}".encode()
        self._last = hashlib.blake2b(told + self._addresses).digest()
        return "" if self._last in self._former else markdown

    def end(self, html: str, page: Page, files: Files) -> str:
        """Return the HTML of ``page``, once MkDocs has read what ``begin`` returned."""
        guide = self._former.get(self._last)
        if guide is None:
            guide = _describe(html, page)
        else:
            _restore(page, guide, files)
        self.now[self._last] = guide
        return guide.html


def _describe(html: str, page: Page) -> Guide:
    links = (page.links_to_anchors or {}).items()
    return Guide(
        html,
        page.toc,
        # MkDocs tells it nowhere else.
        page._title_from_render,
        frozenset(page.present_anchor_ids or ()),
        {file.src_uri: anchors for file, anchors in links},
    )


def _restore(page: Page, guide: Guide, files: Files) -> None:
    """Give ``page`` what MkDocs would have found in its Markdown."""
    page.toc = guide.toc
    page._title_from_render = guide.title
    page.present_anchor_ids = {*guide.ids}
    found = ((files.get_file_from_path(uri), links) for uri, links in guide.links.items())
    page.links_to_anchors = {file: links for file, links in found if file is not None}
