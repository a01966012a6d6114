"""The plugin: what MkDocs calls, in the order in which it does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime

from site_builder.config import (
    RUN,
    CatalogueOptions,
    Ingredients,
    MadePages,
    Reuse,
    Run,
    Writer,
    read_guides,
)
from site_builder.exports import donnees
from site_builder.exports.charte import write_colours
from site_builder.exports.hors_connexion import SiteFile
from site_builder.exports.papier import write_running_words
from site_builder.exports.serveurs import PAGE_POLICIES
from site_builder.pages import PlannedPage
from site_builder.plugin.about import Reports, add_logos, list_about_pages
from site_builder.plugin.assets import (
    follow_modules,
    join_styles,
    leave_out_icons,
    leave_out_theme,
)
from site_builder.plugin.compact import CompactTemplates
from site_builder.plugin.files import (
    add_listings,
    add_made_files,
    add_server_files,
    add_sheets,
    draw_code,
    list_sources,
    listing_uri,
    source_uri,
)
from site_builder.plugin.guides import Guides
from site_builder.plugin.listings import describe_listing, fill_listing
from site_builder.plugin.live import LiveTheme
from site_builder.plugin.machines import SITEMAP, leave_out_sitemap, list_in_sitemap
from site_builder.plugin.offline import (
    add_manifest,
    read_kept,
    take_worker,
    write_farewell,
    write_offline_files,
)
from site_builder.plugin.opening import name_site, open_catalogue
from site_builder.plugin.problems import describe_for_pages
from site_builder.plugin.ready import SiteFiles
from site_builder.plugin.sheets import SheetRenderer
from site_builder.plugin.tasks import prepare, write_sheets
from site_builder.plugin.theme import CODE, Theme, escape_metadata
from site_builder.rendering.templates import COMPILED, Compiled


class CataloguePlugin(BasePlugin[CatalogueOptions]):  # type: ignore[no-untyped-call]
    """Shows a catalogue in a site made by MkDocs.

    Hand-written pages and generated lists are pages of MkDocs; sheets are files that it
    links to and copies, poured into frames of the theme.
    """

    def __init__(self) -> None:
        self._serving = False

    def on_startup(
        self,
        *,
        command: Literal["build", "gh-deploy", "serve"],
        dirty: bool,  # noqa: ARG002 - MkDocs passes it
    ) -> None:
        """Learn whether this is a preview, which shows problems instead of stopping."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open the catalogue, before MkDocs empties the folder of the site."""
        self._on_demand = RUN.get().on_demand
        self._content = open_catalogue(self.config, config, serving=self._serving)
        self._listings = {listing_uri(page): page for page in self._content.listings}
        name_site(config, self._content)
        leave_out_icons(config.theme)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages of the catalogue to those written by hand; make one style sheet."""
        sheets, written = self._content.sheets, not self._on_demand
        self._site = Path(config.site_dir)
        read = self._read_sheet if written else None
        self._files = files = SiteFiles(files, config.site_dir, read)
        leave_out_theme(files, config)
        # The address of a preview is nobody else's, and sheets are rendered at each change.
        self._address = "" if self._serving else (config.site_url or "")
        add_listings(files, self._content.listings, config, self._address)
        add_sheets(files, sheets)
        self._sources = list_sources(sheets) if written and not self.config.edit_uri else []
        add_made_files(files, map(source_uri, self._sources))
        site = self._content.catalogue.site
        join_styles(files, config, write_colours(site.charte) + write_running_words(site))
        self._logo = add_logos(files, self._content, config)
        add_manifest(files, self._content, config)
        self._worker = take_worker(files)
        return files

    def on_nav(self, nav: Navigation, *, files: Files, **_: Any) -> Navigation:
        """Keep the nav for the pages of sheets; make all that does not depend on the theme."""
        self._nav = nav
        add_made_files(self._files, donnees.MAKERS)
        if not self._on_demand:
            run = RUN.get()
            ingredients = run.ahead.ingredients or self._gather(run, files)
            self._preparing = prepare(ingredients, self._site, run.reuse, run.ahead)
            self._copy_sources(run.reuse)
            self._documents = ingredients.guides
            self._guides = Guides(self._files, run.reuse.former.guides)
        self._show_ready(files)
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Leave out the text of a page written by hand that is known already."""
        if self._on_demand or page.file.src_uri in self._listings:
            return markdown
        return self._guides.begin(markdown, page)

    def on_page_content(self, html: str, *, page: Page, files: Files, **_: Any) -> str:
        """Supply the HTML of a generated list; make front matter safe to print."""
        listing = self._listings.get(page.file.src_uri)
        if listing is not None and self._on_demand:
            describe_listing(page, listing)
            return ""
        if listing is not None:
            body = self._preparing.prepared.bodies[listing.url]
            return fill_listing(page, listing, body, with_code=bool(self._address))
        escape_metadata(page)
        return html if self._on_demand else self._guides.end(html, page, files)

    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Write the sheets: MkDocs copies files and renders its pages from here on."""
        env.add_extension(CompactTemplates)
        env.bytecode_cache = Compiled("theme", COMPILED.store)
        env.globals["modules_of"] = follow_modules(files)
        env.globals["preview"] = self._serving
        env.globals["logo"] = self._logo
        theme = Theme(config, files, self._nav, env, with_codes=bool(self._address))
        self._sitemap = list_in_sitemap(files, self._content.sheets, config)
        if self._on_demand:
            self.live = LiveTheme(theme, self.config, self._content)
            return env
        prepared = self._preparing.prepared
        add_made_files(self._files, prepared.written)
        self._show_ready(files)
        env.globals.update(prepared.search)
        env.globals["about_pages"] = list_about_pages(self._content)
        if self._serving:
            env.globals.update(describe_for_pages(self._content))
        else:
            env.globals["content_security_policies"] = PAGE_POLICIES
            add_server_files(files, config, self.config.frame_ancestors)
        self._sheets = SheetRenderer(
            theme,
            self._content.renderer,
            Reports(self._content, config.site_url),
            edit_uri=self.config.edit_uri,
            framed=self.config.frame,
        )
        self._begin_sheets(config)
        return env

    def on_post_template(self, output_content: str, *, template_name: str, **_: Any) -> str:
        """Write the sheets in the sitemap, which MkDocs compresses too."""
        return self._sitemap if template_name == SITEMAP else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the service worker, now that all that it lists is there."""
        folder = Path(config.site_dir)
        worker = None if self._serving else self._worker
        # These are read while the sheets are being written.
        others = [] if worker is None else read_kept(folder, self._list_known())
        files = {} if self._on_demand else self._take_sheets()
        if worker is not None:
            write_offline_files(folder, worker, [*others, *files.values()])
        elif self._serving:
            write_farewell(folder)

    def on_build_error(self, **_: Any) -> None:
        """Stop what would be done for nothing."""
        self._stop()

    def on_shutdown(self) -> None:
        """Let go of the catalogue: MkDocs remembers the plugins of its last configuration."""
        self._stop()
        for name in (
            *("_content", "_listings", "_files", "_sources", "_nav", "_documents", "_guides"),
            *("_sheets", "_sitemap", "_spared"),
        ):
            vars(self).pop(name, None)

    def on_serve(self, server: Any, *, config: MkDocsConfig, **_: Any) -> Any:
        """Rebuild the preview when the catalogue or a template changes."""
        for folder in (self._content.folder, config.theme.custom_dir):
            if folder and Path(folder).is_dir():
                server.watch(str(folder))
        return server

    def _gather(self, run: Run, files: Files) -> Ingredients:
        """Return what the search and the data are to be made of."""
        guides = list(read_guides(files.documentation_pages()))
        today = run.today or get_build_datetime().date()
        return Ingredients(self._content, guides, today, run.pieces, run.reuse.search)

    def _stop(self) -> None:
        for name in ("_preparing", "_writing"):
            if work := vars(self).pop(name, None):
                work.close()

    def _show_ready(self, files: Files) -> None:
        """Add ready files to the list of another plugin, if it goes by one of its own."""
        if files is not self._files:
            self._files.show_all(files)

    def _copy_sources(self, reuse: Reuse) -> None:
        """Copy the sources of the sheets that have changed; tell which stay."""
        spared, writer = reuse.former.files, Writer(self._site)
        changed = {sheet.source for sheet in self._content.sheets if sheet.url not in spared}
        for source in self._sources:
            if source in changed:
                writer.copy(source_uri(source), f"{self._content.folder}/{source}")
            else:
                reuse.kept.append(source_uri(source))

    def _begin_sheets(self, config: MkDocsConfig) -> None:
        """Begin to write the sheets that have changed, with their codes; tell what stays."""
        reuse, frames, writer = RUN.get().reuse, self._sheets.frames, Writer(self._site)
        self._spared = reuse.former.files if frames.are_same(reuse.former.frames) else {}
        waiting = [sheet for sheet in self._content.sheets if sheet.url not in self._spared]

        def write(sheets: Sequence[PlannedPage]) -> Iterator[SiteFile | None]:
            pages = self._sheets.render_all(sheets)
            codes = [draw_code(self._address, sheet) for sheet in sheets] if self._address else ()
            for sheet, page, code in zip_longest(sheets, pages, codes):
                yield writer.write(f"{sheet.url}index.html", page)
                if code is not None:
                    yield writer.write(f"{sheet.url}{CODE}", code)

        self._writing = write_sheets(write, waiting, RUN.get().progress, lambda: frames.digests)
        reuse.kept += self._preparing.prepared.kept
        reuse.kept += (f"{url}index.html" for url in self._spared)
        reuse.kept += (f"{url}{CODE}" for url in self._spared if self._address)
        if _digest(self._sitemap) == reuse.former.sitemap:
            reuse.kept += leave_out_sitemap(config)

    def _list_known(self) -> set[str]:
        """Return the paths of the files that are told of by those who write them."""
        pages = (f"{sheet.url}index.html" for sheet in self._content.sheets)
        return {*pages, *self._preparing.prepared.files}

    def _take_sheets(self) -> Mapping[str, SiteFile]:
        """Wait for the sheets; tell what a next build may do without. Return the known files."""
        made, prepared, frames = self._writing.made, self._preparing.prepared, self._sheets.frames
        files = {**self._spared, **made.files, **prepared.files}
        RUN.get().reuse.now = MadePages(
            files,
            {**frames.digests, **made.frames},
            prepared.bodies,
            _digest(self._sitemap),
            self._guides.now,
            self._documents,
        )
        return files

    def _read_sheet(self, path: str) -> str:
        """Return a sheet, once all are written; one that stays is in the former site alone."""
        is_new = path.removesuffix("index.html") in self._writing.made.files
        folder = self._site if is_new else RUN.get().reuse.site or self._site
        return (folder / path).read_text(encoding="utf-8")


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode()).digest()
