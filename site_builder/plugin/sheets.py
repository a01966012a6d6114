"""Sheets: from a planned page to the whole HTML page, by way of a frame."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from site_builder.config import Body, BodyRenderer
from site_builder.frame import Frames, Sheet
from site_builder.pages import PlannedPage
from site_builder.plugin.about import Reports
from site_builder.plugin.theme import Theme


class SheetRenderer:
    """Renders sheets, and counts them."""

    def __init__(
        self,
        theme: Theme,
        renderer: BodyRenderer,
        reports: Reports,
        *,
        edit_uri: str,
        framed: bool,
    ) -> None:
        """``framed`` is False in tests alone: every sheet through MkDocs' own rendering."""
        self.rendered = 0
        self.frames = Frames(theme.render)
        self._renderer = renderer
        self._reports = reports
        self._edit_uri = edit_uri
        self._fill = self.frames.fill if framed else theme.render

    def render(self, planned: PlannedPage) -> str:
        """Return the whole page of a sheet."""
        [page] = self.render_all([planned])
        return page

    def render_all(self, sheets: Sequence[PlannedPage]) -> list[str]:
        """Return the whole page of each sheet.

        One step for all of them before the next: what a step needs stays at the processor's hand.
        """
        bodies = self._renderer.render_all(sheets)
        self.rendered += len(sheets)
        return list(map(self._frame, sheets, bodies))

    def _frame(self, planned: PlannedPage, body: Body) -> str:
        return self._fill(
            Sheet(
                layout=planned.layout,
                url=planned.url,
                title=planned.titre,
                description=planned.description,
                body=body.html,
                headings=body.headings,
                report_url=self._reports.address_for(planned),
                **_links_to_source(planned, self._edit_uri),
            )
        )


def _links_to_source(planned: PlannedPage, edit_uri: str) -> dict[str, str]:
    """Return where to change the record, or, without a forge, where to read its file."""
    if planned.source is None:
        return {}
    path = quote(planned.source)
    if not edit_uri:
        return {"source_url": f"{'../' * planned.url.count('/')}sources/{path}"}
    if "{path}" in edit_uri:
        return {"edit_url": edit_uri.replace("{path}", path)}
    return {"edit_url": f"{edit_uri.rstrip('/')}/{path}"}
