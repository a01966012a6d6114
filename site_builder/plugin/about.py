"""What every page says of the site itself: its logo, its foot, whom to tell of an error."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_build_datetime

from site_builder.config import Content
from site_builder.loading import read_logo
from site_builder.pages import ACCESSIBILITE, CONTACT, PlannedPage


def list_about_pages(content: Content) -> list[tuple[str, str]]:
    """Return the address and the words of each link at the foot of pages, safe to print.

    The law asks for the state of conformity in so many words: « Accessibilité : non conforme ».
    """
    conformite = content.catalogue.site.conformite(get_build_datetime().date())
    words = {ACCESSIBILITE: f"Accessibilité\u00a0: {conformite}"}
    pages = (page for page in content.pages if page.a_propos)
    return [(page.url, escape(words.get(page.url, page.titre))) for page in pages]


def add_logos(files: Files, content: Content, config: MkDocsConfig) -> str:
    """Publish the logos of the charte; return the address of the site's, empty when it has none."""
    charte = content.catalogue.site.charte
    site = read_logo(content.folder, charte.logo, "logo") if charte else None
    for logo in filter(None, (site, content.logo_falc)):
        inclusion = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, logo.uri, content=logo.data, inclusion=inclusion))
    return site.uri if site else ""


_SUBJECT = quote("Erreur sur la fiche «\u00a0")
_SUBJECT_END = quote("\u00a0»")


class Reports:
    """Where to tell of an error in a sheet."""

    def __init__(self, content: Content, site_url: str | None) -> None:
        """``site_url`` is the site's address, with a slash at its end, when it is known."""
        courriel = content.catalogue.site.courriel
        self._has_contact = any(page.url == CONTACT for page in content.pages)
        # Mail programs read a plus sign as it is written.
        self._before = f"mailto:{quote(courriel, safe='@')}?subject={_SUBJECT}" if courriel else ""
        self._after = f"{_SUBJECT_END}&body={quote(site_url or '', safe='')}"

    def address_for(self, sheet: PlannedPage) -> str:
        """Return the address of a message that names the sheet, or of the page of the contact.

        Empty when there is neither.
        """
        if self._before:
            titre, url = (quote(text, safe="") for text in (sheet.titre, sheet.url))
            return f"{self._before}{titre}{self._after}{url}"
        return f"{'../' * sheet.url.count('/')}{CONTACT}" if self._has_contact else ""
