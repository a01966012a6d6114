"""How records are gathered on list pages, and how pages link to each other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.contact import Contact
from site_builder.model.glossaire import Terme
from site_builder.model.territoire import Territoire
from site_builder.rendering.links import address_of, bind_links, relative_url, renvoi, renvois
from site_builder.rendering.listings import Listings, by_name


def action(slug: str, **fields: object) -> Action:
    return Action.model_validate({"slug": slug, "nom": slug.title(), "resume": "R", **fields})


def lieu(slug: str, parent: str | None = None) -> Territoire:
    fields = {"slug": slug, "nom": slug.title(), "nature": "insertion", "parent": parent}
    return Territoire.model_validate(fields)


def contact(slug: str, *territoires: str) -> Contact:
    fields = {"slug": slug, "fonction": slug.title(), "territoires": territoires}
    return Contact.model_validate(fields)


PLACES = {
    place.slug: place
    for place in (lieu("nord"), lieu("sud"), lieu("artois", "nord"), lieu("arras", "artois"))
}


def test_actions_stand_under_the_highest_territoire() -> None:
    actions = {
        record.slug: record
        for record in (
            action("zeta", territoires=["arras", "artois"]),
            action("alpha", territoires=["nord", "sud"]),
            action("libre"),
        )
    }

    groups = Listings(Catalogue(actions=actions, territoires=PLACES)).actions()

    found = [
        (group.territoire and group.territoire.slug, [a.slug for a in group.records])
        for group in groups
    ]
    assert found == [("nord", ["alpha", "zeta"]), ("sud", ["alpha"]), (None, ["libre"])]


def test_contacts_stand_by_place_within_their_departement() -> None:
    contacts = {
        record.slug: record
        for record in (contact("bureau", "artois", "arras"), contact("direction", "nord"))
    }

    (nord,) = Listings(Catalogue(contacts=contacts, territoires=PLACES)).contacts()

    assert nord.territoire == PLACES["nord"]
    found = [(g.territoire and g.territoire.slug, len(g.records)) for g in nord.groupes]
    assert found == [("nord", 1), ("arras", 1), ("artois", 1)]


def test_contacts_of_a_loop_of_territoires_are_still_shown() -> None:
    loop = {"a": lieu("a", "b"), "b": lieu("b", "a")}
    catalogue = Catalogue(contacts={"bureau": contact("bureau", "a")}, territoires=loop)

    (group,) = Listings(catalogue).contacts()

    assert [g.territoire for g in group.groupes] == [loop["a"]]


def test_latest_actions_come_first() -> None:
    actions = {
        record.slug: record
        for record in (
            action("ancienne", date_maj="2024-01-01"),
            action("sans-date"),
            action("nouvelle", date_maj="2025-01-01"),
            action("autre", date_maj="2025-01-01"),
        )
    }

    found = Listings(Catalogue(actions=actions)).recent_actions(2)

    assert [record.slug for record in found] == ["autre", "nouvelle"]
    assert found[0].date_maj == date(2025, 1, 1)


def test_names_are_sorted_as_in_a_dictionary() -> None:
    records = [action(slug).model_copy(update={"nom": slug}) for slug in ("zone", "École", "eau")]

    assert [record.nom for record in by_name(records)] == ["eau", "École", "zone"]


def test_names_that_were_ranked_are_in_the_same_order() -> None:
    names = {"b": "zone", "c": "École", "a": "eau", "e": "École", "d": "ecole"}
    actions = {slug: action(slug).model_copy(update={"nom": nom}) for slug, nom in names.items()}
    listes = Listings(Catalogue(actions=actions))
    before = listes.by_name(actions.values())
    listes.rank_names()

    assert listes.by_name(actions.values()) == before == by_name(actions.values())
    assert listes.by_name([actions["e"], actions["a"]]) == [actions["a"], actions["e"]]


def test_terms_stand_under_their_letter() -> None:
    formes = {"ecole": "école", "eau": "Eau", "chiffre": "2 000", "rsa": "RSA"}
    termes = {
        slug: Terme.model_validate({"slug": slug, "forme": forme}) for slug, forme in formes.items()
    }

    found = Listings(Catalogue(glossaire=termes)).glossaire()

    assert [(letter, [t.slug for t in group]) for letter, group in found] == [
        ("#", ["chiffre"]),
        ("E", ["eau", "ecole"]),
        ("R", ["rsa"]),
    ]


def test_plurals_and_capitals_are_no_other_words() -> None:
    words = ["Référents uniques", "référent de parcours"]
    terme = Terme.model_validate({"slug": "ru", "forme": "référent unique", "synonymes": words})

    assert Listings(Catalogue()).synonymes_of(terme) == ["référent de parcours"]


@pytest.mark.parametrize(
    ("target", "page", "way"),
    [
        ("actions/y/", "actions/x/", "../y/"),
        ("structures/y/", "actions/x/", "../../structures/y/"),
        ("", "actions/x/", "../../"),
        ("actions/x/", "", "actions/x/"),
        ("actions/x/", "actions/x/", "./"),
        ("", "", "./"),
        ("actions/x/", "actions/", "x/"),
        ("glossaire/#rsa", "actions/x/", "../../glossaire/#rsa"),
        ("actions/?q=a/b#c", "actions/x/", "../?q=a/b#c"),
    ],
)
def test_the_way_between_two_pages(target: str, page: str, way: str) -> None:
    assert relative_url(target, page) == way


SLUGS = st.text("abc-", min_size=1, max_size=4)
URLS = st.lists(SLUGS, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))


@given(URLS, URLS)
def test_the_way_leads_to_the_target(target: str, page: str) -> None:
    place = page.split("/")[:-1]
    for step in relative_url(target, page).split("/")[:-1]:
        if step == "..":
            place.pop()
        elif step != ".":
            place.append(step)

    assert "".join(f"{part}/" for part in place) == target


def test_a_record_without_a_sheet_cannot_be_linked_to() -> None:
    with pytest.raises(ValueError, match="Contact"):
        bind_links("")(contact("bureau"))


def test_the_sheets_of_a_folder_see_records_alike_but_for_their_own() -> None:
    first, second, known = action("a"), action("b"), {}
    ways = [
        [bind_links(f"actions/{own.slug}/", own, known)(target) for target in (first, second)]
        for own in (first, second)
    ]
    assert ways == [["./", "../b/"], ["../a/", "./"]]
    assert len(known) == 2


def test_names_of_links_share_their_opening_and_are_escaped() -> None:
    lien = bind_links("")
    places = [action(slug, nom=f"Service fictif d'accueil (SFA) {slug} <") for slug in "abcd"]
    assert (
        renvois(places[:1], lien)
        == renvoi(places[0], lien)
        == ('<a href="actions/a/">Service fictif d’accueil (SFA) a &lt;</a>')
    )
    assert renvois(places, lien).startswith(
        'Service fictif d’accueil (SFA)\u00a0: <a href="actions/a/">a &lt;</a>, <a'
    )


def test_texts_link_to_pages_that_exist() -> None:
    rsa = Terme.model_validate({"slug": "rsa", "forme": "RSA"})
    catalogue = Catalogue(
        actions={"x": action("x")}, contacts={"c": contact("c")}, glossaire={"rsa": rsa}
    )

    assert address_of(catalogue, "actions", "x") == "actions/x/"
    assert address_of(catalogue, "glossaire", "rsa") == "glossaire/#rsa"
    assert address_of(catalogue, "contacts", "c") is None
    assert address_of(catalogue, "actions", "absente") is None
    assert address_of(catalogue, "site", "x") is None


def test_open_calls_come_first_then_those_to_come() -> None:
    calls = {
        "ancien": {"cloture": "2024-12-31"},
        "futur": {"ouverture": "2025-06-01"},
        "ouvert": {"ouverture": "2025-01-01"},
        "sans-date": {"depot": "Par courriel."},
    }
    actions = {slug: action(slug, appel_a_projets=call) for slug, call in calls.items()}
    listings = Listings(Catalogue(actions={**actions, "autre": action("autre")}))

    found = listings.actions_with_call(date(2025, 1, 20))

    assert [record.slug for record in found] == ["ouvert", "futur", "ancien", "sans-date"]


@pytest.mark.parametrize("fields", [{"statut": "suspendu"}, {"publie_jusqu_au": "2025-01-19"}])
def test_the_call_of_an_action_that_is_not_on_offer_is_left_out(fields: dict[str, str]) -> None:
    stopped = action("arretee", appel_a_projets={"ouverture": "2025-01-01"}, **fields)
    listings = Listings(Catalogue(actions={"arretee": stopped}))

    assert listings.actions_with_call(date(2025, 1, 20)) == []
