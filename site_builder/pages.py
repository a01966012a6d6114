"""Which pages the catalogue makes: one a record, and the lists that lead to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_builder.loading import Document
from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche
from site_builder.model.kinds import FOLDERS, Kind


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents."""

    id: str
    titre: str


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page to render: ``layout`` names its row in the table of layouts.

    ``url`` is relative to the site and ends with a slash (« actions/x/ »; empty for the
    home page). ``titre`` and ``description`` are plain text. ``record`` and ``source``
    (its YAML file, relative to the catalogue) are ``None`` for a list.
    """

    url: str
    titre: str
    description: str
    layout: str
    record: Fiche | None = None
    source: str | None = None
    date_maj: date | None = None

    @property
    def is_sheet(self) -> bool:
        """Whether the page shows one record."""
        return self.record is not None


# The row of a kind's sheet is the kind's name: « actions » → fragments/catalogue/actions.html.
FICHES: tuple[Kind, ...] = tuple(kind for kind in FOLDERS.values() if kind.url)

LISTES: tuple[PlannedPage, ...] = (
    PlannedPage(
        "",
        "Accueil",
        "Trouver une aide, la prescrire, ou la porter.",
        "accueil",
    ),
    PlannedPage(
        "mes-droits/",
        "À quoi ai-je droit\u00a0?",
        "Quelques questions simples pour savoir quelles aides existent pour vous, et qui appeler.",
        "questionnaire_beneficiaire",
    ),
    PlannedPage(
        "prescrire/",
        "Que puis-je prescrire\u00a0?",
        "Les actions que vous pouvez proposer à une personne, et la fiche à imprimer.",
        "questionnaire_prescripteur",
    ),
    PlannedPage(
        "porter/",
        "Ma structure peut-elle porter une action\u00a0?",
        "Les actions et les appels à projets ouverts à votre structure, et leur financement.",
        "questionnaire_porteur",
    ),
    PlannedPage(
        "actions/",
        "Toutes les actions",
        "Les actions d’insertion proposées près de chez vous.",
        "liste_actions",
    ),
    PlannedPage(
        "structures/",
        "Les structures",
        "Les organismes et les services qui accueillent, accompagnent ou financent.",
        "liste_structures",
    ),
    PlannedPage(
        "publics-cibles/",
        "Les publics",
        "À qui les actions s’adressent, et sous quelles conditions.",
        "liste_publics_cibles",
    ),
    PlannedPage(
        "territoires/",
        "Les territoires",
        "Ce qui est proposé dans chaque département et chaque territoire.",
        "liste_territoires",
    ),
    PlannedPage(
        "contacts/",
        "Qui contacter",
        "Les services à appeler, territoire par territoire.",
        "contacts",
    ),
    PlannedPage(
        "comprendre/",
        "Comprendre",
        "L’orientation, le référent, le contrat\u00a0: comment cela se passe.",
        "liste_pages",
    ),
    PlannedPage(
        "glossaire/",
        "Glossaire",
        "Les sigles et les mots de l’insertion, expliqués simplement.",
        "glossaire",
    ),
)


def url_of(record: Fiche) -> str | None:
    """Return the address of the sheet of ``record``, ``None`` when its kind has none."""
    kind = _KINDS_WITH_SHEETS.get(type(record))
    return f"{kind.url}/{record.slug}/" if kind else None


_KINDS_WITH_SHEETS = {kind.model: kind for kind in FICHES}


def plan_pages(
    catalogue: Catalogue, documents: dict[tuple[str, str], Document]
) -> Iterator[PlannedPage]:
    """Yield the lists, then the sheets of ``catalogue`` (as published) in a stable order."""
    yield from LISTES
    for kind in FICHES:
        for slug, record in catalogue.records(kind.name).items():
            yield _plan_sheet(kind, record, documents.get((kind.name, slug)))


def _plan_sheet(kind: Kind, record: Fiche, document: Document | None) -> PlannedPage:
    return PlannedPage(
        url=f"{kind.url}/{record.slug}/",
        titre=getattr(record, "nom"),  # noqa: B009 - every kind that has a sheet has a name
        description=_describe(record),
        layout=kind.name,
        record=record,
        source=document.file if document else None,
        date_maj=getattr(record, "date_maj", None),
    )


def _describe(record: Fiche) -> str:
    """Return the summary, or the beginning of the description, for search engines."""
    text = getattr(record, "resume", None) or getattr(record, "description", None) or ""
    words = " ".join(text.split())
    return words if len(words) <= 300 else words[:299].rsplit(" ", 1)[0] + "…"
