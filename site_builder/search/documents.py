"""What can be found: the documents of a catalogue, and the pages written by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property, partial
from itertools import chain, repeat
from typing import Any

from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche
from site_builder.model.contact import Contact
from site_builder.model.glossaire import Terme
from site_builder.model.kinds import KINDS
from site_builder.model.page import Page
from site_builder.model.public_cible import PublicCible
from site_builder.model.structure import Structure
from site_builder.model.territoire import Territoire
from site_builder.model.thematique import Thematique
from site_builder.search.document import SITE, Document, place_of
from site_builder.search.langue import Folded
from site_builder.search.mots import mots_courants
from site_builder.search.mots_lus import Findable
from site_builder.search.textes import NAMES, Textes, without_addresses
from site_builder.vocabulary.closed_values import (
    CATEGORIES_STRUCTURE,
    FRAIS,
    MODES_ACCUEIL,
    NATURES_TERRITOIRE,
    PARCOURS,
    THEMATIQUES,
    TYPES,
)
from site_builder.vocabulary.cog import cog
from site_builder.vocabulary.typographie import fold
from site_builder.vocabulary.value import Value

Key = tuple[str, str]
"""A kind and a slug."""
_NOT_DIGITS = re.compile(r"\D")
# What a contact is for, in the words of whoever wants it.
_BY_TELEPHONE = ("contact", "téléphone", "numéro", "appeler", "joindre")
_BY_COURRIEL = ("contact", "courriel", "e-mail", "mail", "écrire")
# Inhabitants. The names of all communes would weigh more than all other words together.
_TOWN = 2_000
OF_EVERY_ACTION = frozenset(("parcours", path.value) for path in PARCOURS)
"""The kinds and slugs of the documents that depend on all actions: the paths of the law."""
_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)


def guide_of(url: str, markdown: str, title: str | None = None) -> Document:
    """Return a page written by hand, from its address, its Markdown and its front matter's title.

    Its kind is the folder that it stands in: ``guides`` for « guides/publier/ ».
    """
    folder, _, slug = url.strip("/").rpartition("/")
    heading = _HEADING.search(markdown)
    titre = title or (heading[1].strip() if heading else slug)
    return Document(
        folder or SITE, slug, titre, corps=without_addresses(_HEADING.sub("", markdown, count=1))
    )


def documents_of(catalogue: Catalogue, pages: Container[str]) -> Iterator[Document]:
    """Yield what ``catalogue`` (as published) offers to find on ``pages`` (their addresses).

    Kinds come in the order in which equal results do, documents by title within a kind.
    """
    return (findable.document() for findable in findables_of(catalogue, pages))


def findables_of(
    catalogue: Catalogue,
    pages: Container[str],
    folded: Mapping[str, str] | None = None,
    titles: Mapping[Key, str] | None = None,
) -> Iterator[Findable]:
    """Yield the same, each to be written when it is needed.

    ``folded`` is what titles fold to (``Folded``), as far as it is known already; ``titles`` are
    those of records that are the same as before. The document of a record depends on itself and on
    what it names (``find_touched``); those of ``OF_EVERY_ACTION`` on all actions.
    """
    writer = _Writer(catalogue)
    folded = Folded() if folded is None else folded
    for kind, write in writer.kinds().items():
        before, _ = place_of(kind)
        # Records without a sheet stand on the page of their kind.
        page, anchor, _ = before.partition("#")
        records = catalogue.records(kind)
        write_one = partial(_write, write, records)
        for slug in _by_title(kind, records, folded, titles or {}):
            if (page if anchor else f"{page}{slug}/") in pages:
                yield Findable(kind, slug, write_one, slug)
        if kind == "territoires":
            yield from writer.parcours(pages)


def _write(write: Callable[[Any], Document], records: Mapping[str, Fiche], slug: str) -> Document:
    return write(records[slug])


def _by_title(
    kind: str, records: Mapping[str, Fiche], folded: Mapping[str, str], titles: Mapping[Key, str]
) -> Iterator[str]:
    """Yield the slugs of records by title, then by slug."""
    [name] = NAMES & KINDS[kind].model.model_fields.keys()
    slugs = list(records)
    # To look into records that are the same takes longer than to sort them.
    known = map(titles.get, zip(repeat(kind), slugs))
    said = (
        getattr(records[slug], name) if title is None else title
        for slug, title in zip(slugs, known, strict=True)
    )
    # A sign before all others keeps a title before those that it begins.
    keys = list(map("\0".join, zip(map(folded.__getitem__, said), slugs, strict=True)))
    return map(slugs.__getitem__, sorted(range(len(slugs)), key=keys.__getitem__))


class _Writer:
    """Writes the documents of a catalogue, each with the names of what it refers to."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def kinds(self) -> dict[str, Callable[[Any], Document]]:
        """Return what writes the document of a record of each kind."""
        return {
            "actions": self._action,
            "thematiques": self._thematique,
            "pages": self._page,
            "publics_cibles": self._public,
            "structures": self._structure,
            "contacts": self._contact,
            "territoires": self._territoire,
            "glossaire": self._terme,
        }

    def parcours(self, pages: Container[str]) -> Iterator[Findable]:
        """Yield the paths of the law that have a page."""
        for path in sorted(PARCOURS, key=lambda path: (fold(path.label), path.value)):
            if f"parcours/{path.value}/" in pages:
                yield Findable("parcours", path.value, self._parcours, path)

    def _action(self, action: Action) -> Document:
        catalogue = self._catalogue
        texts = Textes(action)
        thematiques = catalogue.thematiques_of(action)
        texts.themes += (
            *(THEMATIQUES.label(value) for value in action.thematiques),
            *(thematique.nom for thematique in thematiques),
            *([TYPES.label(action.type)] if action.type else ()),
            *(PARCOURS.label(path.nature) for path in action.parcours),
            *self._named_places(action.territoires),
        )
        texts.corps += (
            *([FRAIS.label(action.frais)] if action.frais else ()),
            *(MODES_ACCUEIL.label(mode) for mode in action.modes_accueil),
            *(name for s in catalogue.structures_of(action) for name in _names_of(s)),
            *(public.nom for public in catalogue.publics_of(action)),
        )
        texts.mots += mots_courants(action.thematiques)
        texts.mots += (word for thematique in thematiques for word in thematique.mots)
        return texts.document("actions", self._roots(action.territoires))

    def _structure(self, structure: Structure) -> Document:
        texts = Textes(structure)
        above = self._catalogue.rattachement_of(structure)
        if structure.categorie:
            texts.themes.append(CATEGORIES_STRUCTURE.label(structure.categorie))
        texts.themes += self._named_places(structure.territoires)
        texts.corps += _names_of(above) if above else ()
        return texts.document("structures", self._roots(structure.territoires))

    def _contact(self, contact: Contact) -> Document:
        texts = Textes(contact)
        structure = self._catalogue.structure_of(contact)
        texts.themes += _names_of(structure) if structure else ()
        texts.themes += self._named_places(contact.territoires)
        if contact.telephone:
            texts.alias.append(_NOT_DIGITS.sub("", contact.telephone.affichage))
            texts.mots += _BY_TELEPHONE
        if contact.courriel:
            texts.mots += _BY_COURRIEL
        places = self._roots(contact.territoires)
        return texts.document("contacts", structure.nom if structure else places)

    def _territoire(self, territoire: Territoire) -> Document:
        texts = Textes(territoire)
        texts.themes.append(NATURES_TERRITOIRE.label(territoire.nature))
        texts.themes += self._places[territoire.slug][1:]
        texts.mots += _towns_of(territoire)
        above = self._catalogue.root_of(territoire)
        return texts.document("territoires", above.nom if above is not territoire else "")

    def _page(self, page: Page) -> Document:
        texts = Textes(page)
        texts.resume += (section.titre for section in page.sections)
        return texts.document("pages")

    def _public(self, public: PublicCible) -> Document:
        return Textes(public).document("publics_cibles")

    def _thematique(self, thematique: Thematique) -> Document:
        texts = Textes(thematique)
        texts.themes += (THEMATIQUES.label(value) for value in thematique.data_inclusion)
        texts.themes += (*mots_courants(thematique.data_inclusion), *thematique.mots)
        return texts.document("thematiques")

    def _terme(self, terme: Terme) -> Document:
        texts = Textes(terme)
        # A definition is all that a term has, in one sentence: its summary.
        texts.resume, texts.corps = texts.corps, []
        texts.themes += terme.mots
        return texts.document("glossaire", terme.developpe or "")

    def _parcours(self, path: Value) -> Document:
        names = "\n".join(name for nature, name in self._local_names if nature == path.value)
        return Document("parcours", path.value, path.label, alias=names, resume=path.description)

    @cached_property
    def _local_names(self) -> dict[tuple[str, str], None]:
        paths = chain.from_iterable(action.parcours for action in self._catalogue.actions.values())
        return dict.fromkeys((path.nature, path.libelle_local or "") for path in paths)

    @cached_property
    def _places(self) -> dict[str, tuple[str, ...]]:
        return {t.slug: self._place(t) for t in self._catalogue.territoires.values()}

    def _place(self, territoire: Territoire) -> tuple[str, ...]:
        """Return the names of a territoire and of those above it, and their official codes."""
        line = (territoire, *self._catalogue.ancestors_of(territoire))
        return tuple(name for place in line for name in (place.nom, place.code or ""))

    def _named_places(self, slugs: Iterable[str]) -> tuple[str, ...]:
        every = dict.fromkeys(name for slug in slugs for name in self._places.get(slug, ()))
        return tuple(filter(None, every))

    def _roots(self, slugs: Iterable[str]) -> str:
        """Return the names of the highest territoires above ``slugs``: départements."""
        known = self._catalogue.territoires
        roots = (self._catalogue.root_of(known[slug]).nom for slug in slugs if slug in known)
        return ", ".join(dict.fromkeys(roots))


def _towns_of(territoire: Territoire) -> Iterator[str]:
    """Return the names of the towns of a territoire, by which people say where they live."""
    places = cog()
    communes = [
        *(places.communes_of_departement(territoire.code or "", _TOWN)),
        *(commune for code in territoire.epci for commune in places.communes_of_epci(code, _TOWN)),
        *places.communes(territoire.communes, _TOWN),
    ]
    return (commune.nom for commune in communes if commune.parente is None)


def _names_of(structure: Structure) -> tuple[str, ...]:
    return (structure.nom, structure.sigle or "", *structure.anciens_noms)
