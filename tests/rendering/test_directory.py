"""The same services in many places: a table of numbers, only when nothing else is lost."""

from __future__ import annotations

import pytest

from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.contact import Contact
from site_builder.model.territoire import Territoire
from site_builder.rendering.listings import Annuaire, Listings

PLACES = ("Exemplie", "Val Fictif", "Ville-Exemple")


def contact(slug: str, place: str, **fields: object) -> Contact:
    values = {"slug": slug, "telephone": "01 99 00 12 34", "territoires": [place], **fields}
    return Contact.model_validate(values)


def directory(contacts: list[Contact]) -> Annuaire | None:
    places = {
        f"lieu-{rank}": Territoire.model_validate(
            {"slug": f"lieu-{rank}", "nom": nom, "nature": "insertion"}
        )
        for rank, nom in enumerate(PLACES)
    }
    slugs = [contact.slug for contact in contacts]
    action = Action.model_validate({"slug": "a", "nom": "A", "resume": "R", "contacts": slugs})
    listings = Listings(
        Catalogue(
            actions={"a": action},
            contacts={contact.slug: contact for contact in contacts},
            territoires=places,
        )
    )
    return listings.directory(listings.contacts_of(action))


def two_services() -> list[Contact]:
    """Return a desk that answers everywhere, and a service with an office in each place."""
    everywhere = [f"lieu-{rank}" for rank in range(len(PLACES))]
    offices = [
        contact(f"accueil-{rank}", f"lieu-{rank}", fonction=f"Accueil de {nom}")
        for rank, nom in enumerate(PLACES)
    ]
    return [contact("siege", "", fonction="Siège", territoires=everywhere), *offices]


def test_a_row_for_each_place_and_a_column_for_each_service() -> None:
    found = directory(two_services())

    assert found is not None
    assert found.services == ("Siège", "Accueil")
    rows = [(place.nom, [contact.slug for contact in row]) for place, row in found.rangees]
    assert rows == [
        ("Exemplie", ["siege", "accueil-0"]),
        ("Val Fictif", ["siege", "accueil-1"]),
        ("Ville-Exemple", ["siege", "accueil-2"]),
    ]


@pytest.mark.parametrize(
    "extra",
    [
        {"courriel": "accueil@exemple.fr"},
        {"horaires_accueil": "Mo-Fr 09:00-12:00"},
        {"precisions": "Le matin seulement."},
        {"fonction": "Autre service"},
        {"telephone": None, "courriel": "accueil@exemple.fr"},
        {"territoires": []},
    ],
)
def test_cards_remain_when_one_contact_has_more_to_say(extra: dict[str, object]) -> None:
    contacts = two_services()
    fields = {**contacts[-1].model_dump(exclude_none=True, exclude={"telephone"}), **extra}
    fields = {"telephone": "01 99 00 12 34", **fields}

    assert directory([*contacts[:-1], Contact.model_validate(fields)]) is None


def test_cards_remain_for_few_places_or_many_services() -> None:
    third = [
        contact(f"garde-{rank}", f"lieu-{rank}", fonction=f"Garde de {nom}")
        for rank, nom in enumerate(PLACES)
    ]

    assert directory(two_services()[1:3]) is None
    assert directory([*two_services(), *third]) is None
    assert directory([]) is None
