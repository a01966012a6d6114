"""A sheet's page through MkDocs' own page rendering.

Frames are made with it, and it is the oracle that the tests compare frames with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import jinja2
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from site_builder.frame import Sheet
from site_builder.pages import Heading

# Where « Aller au contenu » leads: the element that overrides/main.html puts each body in.
CONTENT_ID = "__contenu"
# Beside the page of each sheet.
CODE = "qr.svg"


@dataclass(frozen=True)
class Theme:
    """What MkDocs renders pages with, once it has read them all."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment
    with_codes: bool = False
    """Whether a sheet shows, once printed, the code that leads back to it."""

    def render(self, sheet: Sheet) -> str:
        """Return the page of ``sheet`` as MkDocs builds a page of its own.

        The other plugins' ``on_page_context`` and ``on_post_page`` hooks run. Those that
        work on Markdown do not: a sheet has none.
        """
        return self.render_page(self._make_page(sheet))

    def render_page(self, page: Page) -> str:
        """Return a page whose content is ready, as MkDocs builds it."""
        plugins = self.config.plugins
        page.active = True
        try:
            context = get_context(self.nav, self._pages, self.config, page)
            context = plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            return plugins.on_post_page(template.render(context), page=page, config=self.config)
        finally:
            page.active = False

    @cached_property
    def _pages(self) -> Sequence[File]:
        # MkDocs would go through all the files of the site again for each page.
        return self.files.documentation_pages()

    def _make_page(self, sheet: Sheet) -> Page:
        file = File.generated(self.config, f"{sheet.url}index.md", content="")
        page = Page(None, file, self.config)
        # The list stands for its sheets in the menu and the breadcrumbs. MkDocs expects a
        # section there, and asks no more of it than a page has.
        listing = self.files.get_file_from_path(f"{sheet.folder}index.md")
        page.parent = listing.page if listing else None  # type: ignore[assignment]
        page.title = escape(sheet.title)
        page.edit_url = escape(sheet.edit_url) if sheet.edit_url else None
        page.meta = {
            "layout": sheet.layout,
            "description": escape(sheet.description),
            "source_url": escape(sheet.source_url),
            "code_qr": CODE if self.with_codes else None,
            "report_url": escape(sheet.report_url),
        }
        page.content = sheet.body
        page.toc = make_toc(sheet.title, sheet.headings)
        return page


def make_toc(title: str, headings: Sequence[Heading]) -> TableOfContents:
    """Return the contents that the theme expects: the title, and the headings below it.

    The theme prints them as HTML, so they are escaped here.
    """
    top = AnchorLink(escape(title), CONTENT_ID, level=1)
    top.children = [AnchorLink(escape(h.titre), escape(h.id), level=2) for h in headings]
    return TableOfContents([top])


def escape_metadata(page: Page) -> None:
    """Escape what a page's front matter holds: the theme prints it as it stands."""
    for key in ("title", "description", "author"):
        if page.meta.get(key) is not None:
            page.meta[key] = escape(page.meta[key])
