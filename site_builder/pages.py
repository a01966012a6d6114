"""Which pages the catalogue makes: one a record, and the lists that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, cast

from site_builder.loading import Document
from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche
from site_builder.model.kinds import KINDS, Kind
from site_builder.model.parcours import Parcours
from site_builder.vocabulary.closed_values import PARCOURS


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents."""

    id: str
    titre: str


class PlannedPage(NamedTuple):
    """A page to render: ``layout`` names its row in the table of layouts.

    ``url`` is relative to the site and ends with a slash (« actions/x/ »; empty for the
    home page). ``titre`` and ``description`` are plain text. ``record`` is what the page is
    about, ``None`` for a list; the page of a path is about its nature, whatever its local
    names. ``source`` is the YAML file of the record, relative to the catalogue. ``a_propos`` is
    true of the pages about the site itself, which the foot of every page leads to.
    """

    url: str
    titre: str
    description: str
    layout: str
    record: Fiche | Parcours | None = None
    source: str | None = None
    date_maj: date | None = None
    a_propos: bool = False

    @property
    def is_sheet(self) -> bool:
        """Whether the page is about one thing, such as a record, rather than a list."""
        return self.record is not None


# Where the site says how accessible it is, and whom to write to about it.
ACCESSIBILITE = "accessibilite/"
CONTACT = "contact/"

# The row of a kind's sheet is the kind's name: « actions » → fragments/catalogue/actions.html.
FICHES: tuple[Kind, ...] = tuple(kind for kind in KINDS.values() if kind.url)

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
        "thematiques/",
        "Les thématiques",
        "Les actions, selon ce dont vous avez besoin.",
        "liste_thematiques",
    ),
    PlannedPage(
        "parcours/",
        "Les parcours",
        "Trois façons d’être accompagné, selon sa situation.",
        "liste_parcours",
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
    PlannedPage(
        "hors-connexion/",
        "Le catalogue hors connexion",
        "Lire les fiches, chercher et répondre aux questionnaires sans internet.",
        "hors_connexion",
        a_propos=True,
    ),
    PlannedPage(
        ACCESSIBILITE,
        "Déclaration d’accessibilité",
        "Ce que ce site respecte des règles d’accessibilité, et à qui dire ce qui vous arrête.",
        "accessibilite",
        a_propos=True,
    ),
    PlannedPage(
        "mentions-legales/",
        "Mentions légales",
        "Qui publie ce site, qui l’héberge, et comment réutiliser ce qu’il dit.",
        "mentions_legales",
        a_propos=True,
    ),
    PlannedPage(
        "confidentialite/",
        "Confidentialité",
        "Ce que ce site garde de votre visite\u00a0: presque rien, et rien hors de votre appareil.",
        "confidentialite",
        a_propos=True,
    ),
    PlannedPage(
        "plan-du-site/",
        "Plan du site",
        "Toutes les rubriques du site, sur une page.",
        "plan_du_site",
        a_propos=True,
    ),
    PlannedPage(
        CONTACT,
        "Contact",
        "À qui signaler une erreur, un oubli ou une difficulté avec ce site.",
        "contact_du_site",
        a_propos=True,
    ),
    PlannedPage(
        "aide/",
        "Aide",
        "Comment se servir de ce site.",
        "aide",
        a_propos=True,
    ),
)

# Each has its template.
LAYOUTS: frozenset[str] = frozenset(
    (*(kind.name for kind in FICHES), "parcours", *(liste.layout for liste in LISTES))
)


def url_of(record: Fiche | Parcours) -> str | None:
    """Return the address of the page about ``record``, ``None`` when its kind has none."""
    # By type: models are slow to tell what they are instances of.
    kind = _KINDS_WITH_SHEETS.get(type(record))
    if kind:
        return f"{kind.url}/{cast('Fiche', record).slug}/"
    return f"parcours/{record.nature}/" if isinstance(record, Parcours) else None


_KINDS_WITH_SHEETS: dict[type, Kind] = {kind.model: kind for kind in FICHES}


def plan_pages(
    catalogue: Catalogue,
    documents: dict[tuple[str, str], Document],
    former: Iterable[PlannedPage] = (),
) -> Iterator[PlannedPage]:
    """Yield the lists, then the sheets of ``catalogue`` (as published) in a stable order.

    ``former`` are pages planned before: those of records that are still the same are kept.
    """
    known = {id(page.record): page for page in former}
    yield from LISTES
    for kind in FICHES:
        for slug, record in catalogue.records(kind.name).items():
            document = documents.get((kind.name, slug))
            page = known.get(id(record))
            if page is None or document is None or page.source != document.file:
                page = plan_sheet(kind, record, document)
            yield page
    yield from _plan_parcours(catalogue)


def _plan_parcours(catalogue: Catalogue) -> Iterator[PlannedPage]:
    """Yield a page for each path of the law that actions belong to."""
    for value in PARCOURS:
        parcours = Parcours(nature=value.value)
        if catalogue.actions_of(parcours):
            titre = f"Parcours {value.label.lower()}"
            url = f"parcours/{value.value}/"
            yield PlannedPage(url, titre, value.description, "parcours", parcours)


def plan_sheet(kind: Kind, record: Fiche, document: Document | None) -> PlannedPage:
    """Return the sheet of a record, which ``document`` is the source of."""
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
