"""What every page says of the site itself: its logo, its foot, whom to tell of an error."""

from __future__ import annotations

import hashlib
from urllib.parse import quote, urlencode, urljoin

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_build_datetime

from site_builder.config import Content
from site_builder.pages import ACCESSIBILITE, CONTACT, PlannedPage
from site_builder.vocabulary.logo import find_danger, kind_of
from site_builder.yaml_source import read_file


def list_about_pages(content: Content) -> list[tuple[str, str]]:
    """Return the address and the words of each link at the foot of pages, safe to print.

    The law asks for the state of conformity in so many words: « Accessibilité : non conforme ».
    """
    conformite = content.catalogue.site.conformite(get_build_datetime().date())
    words = {ACCESSIBILITE: f"Accessibilité\u00a0: {conformite}"}
    pages = (page for page in content.pages if page.a_propos)
    return [(page.url, escape(words.get(page.url, page.titre))) for page in pages]


def add_logo(files: Files, content: Content, config: MkDocsConfig) -> str:
    """Publish the logo of the charte; return its address, empty when there is none.

    A preview shows the site without a logo that the checks refuse.
    """
    charte = content.catalogue.site.charte
    data = read_file(content.folder, charte.logo)[0] if charte and charte.logo else None
    kind = kind_of(data) if data else None
    if data is None or kind is None or (kind == "svg" and find_danger(data)):
        return ""
    uri = f"assets/images/logo.{hashlib.sha256(data).hexdigest()[:8]}.{kind}"
    files.append(File.generated(config, uri, content=data, inclusion=InclusionLevel.NOT_IN_NAV))
    return uri


class Reports:
    """Where to tell of an error in a sheet."""

    def __init__(self, content: Content, site_url: str | None) -> None:
        """``site_url`` is the site's address, when it is known."""
        self._courriel = content.catalogue.site.courriel
        self._has_contact = any(page.url == CONTACT for page in content.pages)
        self._site_url = site_url or ""

    def address_for(self, sheet: PlannedPage) -> str:
        """Return the address of a message that names the sheet, or of the page of the contact.

        Empty when there is neither.
        """
        if self._courriel:
            fields = {
                "subject": f"Erreur sur la fiche «\u00a0{sheet.titre}\u00a0»",
                "body": urljoin(self._site_url, sheet.url),
            }
            # Mail programs read a plus sign as it is written.
            return f"mailto:{quote(self._courriel, safe='@')}?{urlencode(fields, quote_via=quote)}"
        return f"{'../' * sheet.url.count('/')}{CONTACT}" if self._has_contact else ""
