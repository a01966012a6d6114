"""Generated lists: pages of MkDocs whose HTML is ready."""

from __future__ import annotations

from markupsafe import escape
from mkdocs.structure.pages import Page

from site_builder.config import Body
from site_builder.pages import PlannedPage
from site_builder.plugin.ready import find_ids
from site_builder.plugin.theme import CODE, CONTENT_ID, make_toc

LEADS_TO_SHEETS = frozenset(
    {
        "accueil",
        "questionnaire_beneficiaire",
        "questionnaire_prescripteur",
        "questionnaire_porteur",
        "liste_actions",
        "liste_thematiques",
        "liste_parcours",
        "liste_structures",
        "liste_publics_cibles",
        "liste_territoires",
        "liste_pages",
    }
)


def fill_listing(page: Page, planned: PlannedPage, body: Body, *, with_code: bool = False) -> str:
    """Give ``page`` the title, description and contents of a list, ``body``; return its HTML.

    ``with_code`` says whether it shows, once printed, the code that leads back to it.
    """
    describe_listing(page, planned, with_code=with_code)
    page.toc = make_toc(planned.titre, body.headings)
    # MkDocs checks the anchors of links against this.
    page.present_anchor_ids = {CONTENT_ID, *find_ids(body.html)}
    return body.html


def describe_listing(page: Page, planned: PlannedPage, *, with_code: bool = False) -> None:
    """Give ``page`` all that other pages may say of a list: all but its contents."""
    page.meta["layout"] = planned.layout
    page.meta["title"] = escape(planned.titre)
    page.meta["description"] = escape(planned.description)
    page.meta["code_qr"] = CODE if with_code else None
    if planned.layout in LEADS_TO_SHEETS:
        # Its words are those of the sheets, which are searched themselves.
        page.meta["search"] = {"exclude": True}
