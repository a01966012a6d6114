"""A preview's side of MkDocs: its theme, and its pages rendered when they are asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from site_builder.config import FACETTES, INDEX, CatalogueOptions, Content, read_guides
from site_builder.exports.serveurs import PAGE_POLICIES
from site_builder.frame import Sheet
from site_builder.plugin.about import Reports, list_about_pages
from site_builder.plugin.listings import fill_listing
from site_builder.plugin.problems import describe_for_pages
from site_builder.plugin.sheets import SheetRenderer
from site_builder.plugin.theme import Theme
from site_builder.search.document import Document


class LiveTheme:
    """What MkDocs made ready of a site, and the content that it shows (``LiveSite``).

    Not for several threads at once: MkDocs marks the page that it renders as the active one.
    """

    def __init__(self, theme: Theme, options: CatalogueOptions, content: Content) -> None:
        """``theme`` holds every page of MkDocs, those written by hand rendered already."""
        self._theme = theme
        self._edit_uri = options.edit_uri
        self._framed = options.frame
        files = theme.files.documentation_pages()
        self._pages = {file.page.url: file.page for file in files if file.page is not None}
        self.guides: Sequence[Document] = tuple(read_guides(files))
        theme.env.globals.update(
            content_security_policies=PAGE_POLICIES,
            search_guide=INDEX,
            search_index=INDEX,
            search_facets=FACETTES,
        )
        self.show(content)

    @property
    def publishes_sources(self) -> bool:
        """Whether sheets link to their YAML file in the site."""
        return not self._edit_uri

    def links_to(self, urls: Collection[str]) -> bool:
        """Tell whether a page written by hand may link to the page at one of ``urls``."""
        names = {f"{url.rstrip('/').rpartition('/')[2]}.md" for url in urls}
        return any(name in (page.markdown or "") for page in self._pages.values() for name in names)

    def show(self, content: Content) -> None:
        """Render ``content`` from now on: its pages, and its problems above each of them."""
        self._content = content
        self._planned = content.by_url
        self._theme.env.globals.update(
            describe_for_pages(content), about_pages=list_about_pages(content)
        )
        # Frames hold the problems: they are made again, each in the time of one page.
        self._sheets = SheetRenderer(
            self._theme,
            content.renderer,
            Reports(content, self._theme.config.site_url),
            edit_uri=self._edit_uri,
            framed=self._framed,
        )

    def knows(self, url: str) -> bool:
        """Tell whether there is a page at ``url`` (« actions/x/ »)."""
        return url in self._planned or url in self._pages

    def render(self, url: str) -> str | None:
        """Return the page at ``url``, ``None`` when there is none."""
        planned = self._planned.get(url)
        if planned is not None and planned.is_sheet:
            return self._sheets.render(planned)
        page = self._pages.get(url)
        if page is None:
            return None
        if planned is not None:
            page.content = fill_listing(page, planned, self._content.renderer.render(planned))
        return self._theme.render_page(page)

    def prepare(self, url: str) -> None:
        """Render the body of the page at ``url``: what its parts print is remembered."""
        planned = self._planned.get(url)
        if planned is not None:
            self._content.renderer.render(planned)

    def render_notice(self, url: str, title: str, body: str) -> str:
        """Return a page that isn't the catalogue's; ``body`` is HTML that holds an ``<h1>``."""
        return self._theme.render(Sheet(layout="", url=url, title=title, body=body))
