"""Records as the Markdown that a plain MkDocs site would hold: headings, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic.fields import FieldInfo

from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche, Modele, Reference
from site_builder.model.contact import Contact
from site_builder.model.kinds import FOLDERS, kind_of
from site_builder.model.public_cible import PublicCible
from site_builder.model.reference import marks_of
from site_builder.model.structure import Structure
from site_builder.model.territoire import Territoire
from site_builder.model.thematique import Thematique
from site_builder.pages import url_of

_LINK = re.compile(r"\]\(([a-z_]+)/([a-z0-9-]+)\)")
_UNSEEN = {"slug", "nom"}


class Markdown:
    """Writes the records of one catalogue; ``link`` says how a link to a URL is written."""

    def __init__(self, catalogue: Catalogue, link: Callable[[str], str]) -> None:
        self._catalogue = catalogue
        self._address = link

    def sheet(self, record: Fiche) -> str:
        """Return the text about ``record``: its fields, then the records that go with it."""
        blocks = list(self._fields(record))
        if isinstance(record, PublicCible | Structure | Territoire | Thematique):
            actions = self._catalogue.actions_of(record)
            blocks += self._section("Actions", [self.entry(action) for action in actions])
        if isinstance(record, Territoire):
            structures = self._catalogue.structures_in(record)
            blocks += self._section("Structures", [self.entry(found) for found in structures])
            contacts = self._catalogue.contacts_in(record)
            blocks += self._section("Contacts", [self.contact(found) for found in contacts])
        return "\n\n".join(blocks) + "\n"

    def entry(self, record: Fiche) -> str:
        """Return a line of a list: a link, and the summary."""
        summary = getattr(record, "resume", None)
        return f"- {self._link(record)}" + (f" — {summary}" if summary else "")

    def contact(self, contact: Contact) -> str:
        """Return a line with how to reach ``contact``."""
        reach = [contact.telephone, contact.courriel, contact.horaires_accueil, contact.precisions]
        return f"- **{contact.fonction}** — " + ", ".join(str(part) for part in reach if part)

    def name(self, record: Fiche) -> str:
        """Return what a page or a link calls ``record``."""
        return str(getattr(record, "nom", record.slug))

    def _link(self, record: Fiche) -> str:
        url = url_of(record)
        return f"[{self.name(record)}]({self._address(url)})" if url else self.name(record)

    def _fields(self, record: Fiche) -> Iterator[str]:
        for _, info, value in _written(record):
            reference = next(marks_of(info, Reference), None)
            values = value if isinstance(value, tuple) else (value,)
            if reference and not any(isinstance(item, Modele) for item in values):
                lines = [self._referred(reference.kind, slug) for slug in values]
            else:
                lines = list(self._lines(value))
            yield from self._section(str(info.title), lines)

    def _section(self, title: str, lines: list[str]) -> list[str]:
        return [f"## {title}", "\n".join(lines)] if lines else []

    def _referred(self, kind: str, slug: str) -> str:
        record = self._catalogue.records(kind).get(slug)
        if isinstance(record, Contact):
            return self.contact(record)
        return f"- {self._link(record)}" if record else f"- {slug}"

    def _lines(self, value: Any) -> Iterator[str]:
        if isinstance(value, Modele):
            yield from self._bullets(value, "")
        elif not isinstance(value, tuple):
            yield self._text(value)
        elif all(isinstance(item, Modele) and _is_flat(item) for item in value):
            yield from self._table(value)
        else:
            yield from self._items(value, "")

    def _items(self, values: tuple[Any, ...], pad: str) -> Iterator[str]:
        for value in values:
            if not isinstance(value, Modele):
                yield f"{pad}- {self._cell(value)}"
                continue
            # The first field stands for the item, the others below it.
            for rank, (title, part) in enumerate(_filled(value)):
                yield from self._bullet(title, part, f"{pad}    " if rank else pad)

    def _bullets(self, record: Modele, pad: str) -> Iterator[str]:
        for title, value in _filled(record):
            yield from self._bullet(title, value, pad)

    def _bullet(self, title: str, value: Any, pad: str) -> Iterator[str]:
        if not isinstance(value, Modele | tuple):
            yield f"{pad}- **{title}**\u00a0: {self._cell(value)}"
            return
        yield f"{pad}- **{title}**"
        pad += "    "
        yield from (
            self._items(value, pad) if isinstance(value, tuple) else self._bullets(value, pad)
        )

    def _table(self, rows: tuple[Modele, ...]) -> Iterator[str]:
        filled = [dict(_filled(row)) for row in rows]
        titles = list(dict.fromkeys(title for row in filled for title in row))
        yield f"| {' | '.join(titles)} |"
        yield f"|{' --- |' * len(titles)}"
        for row in filled:
            yield f"| {' | '.join(self._cell(row.get(title, '')) for title in titles)} |"

    def _cell(self, value: Any) -> str:
        return self._named(" ".join(self._text(value).split()))

    def _named(self, text: str) -> str:
        """Return a link instead of the slug of a sheet."""
        for kind in FOLDERS:
            record = self._catalogue.records(kind).get(text)
            if record is not None:
                return self._link(record)
        return text

    def _text(self, value: Any) -> str:
        return _LINK.sub(self._page_link, str(value))

    def _page_link(self, match: re.Match[str]) -> str:
        kind, slug = match.groups()
        if kind == "glossaire":
            return f"]({self._address('glossaire/')}#{slug})"
        record = self._catalogue.records(kind).get(slug)
        url = url_of(record) if record and kind_of(record).url else None
        return f"]({self._address(url)})" if url else match[0]


def _is_flat(record: Modele) -> bool:
    return not any(isinstance(value, Modele | tuple) for _, value in _filled(record))


def _filled(record: Modele) -> list[tuple[str, Any]]:
    return [(str(info.title), value) for _, info, value in _written(record)]


def _written(record: Modele) -> Iterator[tuple[str, FieldInfo, Any]]:
    """Yield the fields that say something: neither empty nor left at their default."""
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if not (isinstance(record, Fiche) and name in _UNSEEN) and value != info.default:
            yield name, info, value
