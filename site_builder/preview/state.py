"""One state of a preview, and what it answers for each address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from site_builder.config import Content, Prepared
from site_builder.preview.answer import Answer, answer_file, type_of
from site_builder.preview.generated import Generated
from site_builder.preview.project import Project
from site_builder.preview.reading import Subject
from site_builder.preview.unpublished import explain_absence

_INDEX = "index.html"
_SOURCES = "sources/"


@dataclass(frozen=True, slots=True)
class State:
    """What is shown: made of files as they were at one moment.

    ``prepared`` is what MkDocs made of the theme and of the pages written by hand.
    """

    project: Project
    subject: Subject
    content: Content
    prepared: Prepared
    generated: Generated

    def find_sources(self, address: str) -> tuple[Path, ...] | None:
        """Return the files that the page at ``address`` shows first; ``None`` without a page.

        The rest of what it shows, and what is made from the whole catalogue, has too many.
        """
        page = self.content.by_url.get(address.removesuffix(_INDEX))
        if page is not None:
            return (self.content.folder / page.source,) if page.source else ()
        is_page = self.prepared.site.knows(address) or self.generated.knows(address)
        return () if is_page else None

    def find_file(self, address: str) -> Answer | None:
        """Return the static file at ``address``."""
        is_page = not address or address.endswith(("/", ".html"))
        return None if is_page else answer_file(self.prepared.folder, address)

    def find_generated(self, address: str) -> Answer | None:
        """Return the file at ``address`` that is made from the catalogue, which may take long."""
        if address.startswith(_SOURCES) and self.prepared.site.publishes_sources:
            source = address.removeprefix(_SOURCES)
            is_published = any(page.source == source for page in self.content.sheets)
            return answer_file(self.content.folder, source) if is_published else None
        data = self.generated.read(address)
        return None if data is None else Answer(data, type_of(address))

    def render_page(self, address: str) -> Answer:
        """Return the page at ``address``, or why there is none. Not for two threads at once.

        Raises whatever a template does.
        """
        site, url = self.prepared.site, address.removesuffix(_INDEX)
        page = site.render(url)
        if page is not None:
            return Answer(page.encode())
        if site.knows(f"{url}/"):
            return Answer(b"", status=302, location=f"{self.project.root}{url}/")
        notice = explain_absence(self.content, url)
        if notice is not None:
            html = site.render_notice(url, notice.titre, notice.html)
            return Answer(html.encode(), status=404)
        missing = answer_file(self.prepared.folder, "404.html")
        return Answer(missing.body if missing else b"", status=404)
