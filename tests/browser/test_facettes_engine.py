"""The browser's filters leave and count what the catalogue says: selections at random, days."""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.recherche.donnees import TODAY, real_catalogue, synthetic_catalogue
from tests.recherche.facettes_brutes import Brutes
from tests.synthetic.catalogue import DAY

SEED = 20_250_101
# The call of the repository's own catalogue: before, its first and last days, after.
DAYS = [date(2024, 1, 1), date(2025, 1, 15), date(2025, 2, 14), date(2025, 2, 15), TODAY]
RUN = """
async ([text]) => {
  const { filter, missing, openFacettes, sort, supply } = await import("/explorateur/facettes.mjs");
  const { files, first, day, essais } = JSON.parse(text);
  const facettes = openFacettes(JSON.parse(files[first]), day);
  const cles = facettes.facettes.map(({ cle }) => cle);
  for (const [cle, name] of missing(facettes, [...cles, "maj"])) {
    supply(facettes, cle, JSON.parse(files[name]));
  }
  const valuesOf = (counts) => Object.fromEntries(facettes.facettes.map(({ cle, valeurs }) =>
    [cle, Object.fromEntries(valeurs.map((valeur, rank) => [valeur, counts.get(cle)[rank]]))]));
  return JSON.stringify(essais.map(({ selection, among, tri }) => {
    const chosen = new Map(Object.entries(selection).map(([cle, values]) =>
      [cle, new Set(values.map((value) => facettes.find(cle).valeurs.indexOf(value)))]));
    const { passing, total, counts } = filter(facettes, chosen, among);
    const actions = sort(facettes, passing, { tri, docs: among });
    return { actions, total, counts: valuesOf(counts) };
  }));
}
"""
STATES = """
async ([text]) => {
  const { openFacettes } = await import("/explorateur/facettes.mjs");
  const { files, first, day } = JSON.parse(text);
  const { etats, size } = openFacettes(JSON.parse(files[first]), day);
  return Array.from({ length: size }, (_, action) =>
    [etats.isOffered(action), etats.suspendues.has(action), etats.callOf(action)]);
}
"""
ADDRESSES = """
async ([searches]) => {
  const { readAdresse, writeAdresse } = await import("/explorateur/adresse.mjs");
  const facettes = [
    { cle: "territoire", titre: "Territoire", valeurs: ["isere", "val"] },
    { cle: "etat", titre: "État", valeurs: ["ouvert"] },
  ];
  return searches.map((search) => {
    const { inconnus, ...choix } = readAdresse(search, facettes);
    return [writeAdresse(choix, facettes), inconnus];
  });
}
"""


@pytest.fixture
def site_url(serve_modules) -> str:
    """The engine alone."""
    return serve_modules("explorateur", "recherche")


def given(brutes: Brutes, **others: Any) -> list[str]:
    files = {"files": brutes.files.files, "first": brutes.files.first}
    return [json.dumps({**files, "day": brutes.today.isoformat(), **others})]


def in_order(brutes: Brutes, slugs: frozenset[str], tri: str, among: list[int] | None) -> list[int]:
    """Return the ranks of actions as they are to be shown."""
    ranks = [rank for rank, slug in enumerate(brutes.slugs) if slug in slugs]
    actions = brutes.catalogue.actions
    if tri == "pertinence" and among is not None:
        return [rank for rank in among if rank in set(ranks)]
    if tri == "maj":
        ranks.sort(key=lambda rank: actions[brutes.slugs[rank]].date_maj or date.min, reverse=True)
    return ranks


def compare(page: Page, brutes: Brutes, essais: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Fail with the first choice whose results differ; return the results."""
    found = json.loads(page.evaluate(RUN, given(brutes, essais=essais)))
    for essai, reste in zip(essais, found, strict=True):
        ranks = essai["among"]
        among = None if ranks is None else [brutes.slugs[rank] for rank in ranks]
        passing = brutes.passing(essai["selection"], among)
        assert reste == {
            "actions": in_order(brutes, passing, essai["tri"], ranks),
            "total": len(passing),
            "counts": brutes.counts(essai["selection"], among),
        }, essai
    return found


def random_essais(brutes: Brutes, number: int) -> list[dict[str, Any]]:
    chance = Random(SEED)
    ranks = range(len(brutes.slugs))
    return [
        {
            "selection": brutes.random_selection(chance),
            "among": chance.choice((None, chance.sample(ranks, chance.randint(0, len(ranks))))),
            "tri": chance.choice(("nom", "maj", "pertinence")),
        }
        for _ in range(number)
    ]


@pytest.mark.parametrize(
    ("catalogue", "today", "number"),
    [(real_catalogue, TODAY, 300), (lambda: synthetic_catalogue(150), DAY, 60)],
    ids=["real", "synthetic"],
)
def test_selections_at_random(front_page: Page, catalogue, today: date, number: int) -> None:
    brutes = Brutes(catalogue(), today)
    found = compare(front_page, brutes, random_essais(brutes, number))
    assert sum(reste["total"] > 0 for reste in found) > number / 3
    assert sum(reste["total"] == 0 for reste in found) > number / 20


@pytest.mark.parametrize(
    ("catalogue", "today"),
    [(real_catalogue, TODAY), (lambda: synthetic_catalogue(150), DAY)],
    ids=["real", "synthetic"],
)
def test_each_territoire_keeps_what_is_offered_there(
    front_page: Page, catalogue, today: date
) -> None:
    brutes = Brutes(catalogue(), today)
    essais = [
        {"selection": {"territoire": [slug]}, "among": None, "tri": "nom"}
        for slug in brutes.catalogue.territoires
    ]
    found = json.loads(front_page.evaluate(RUN, given(brutes, essais=essais)))
    kept = {
        essai["selection"]["territoire"][0]: {brutes.slugs[rank] for rank in reste["actions"]}
        for essai, reste in zip(essais, found, strict=True)
    }
    assert kept == {
        slug: {action.slug for action in brutes.catalogue.actions_of(territoire)}
        for slug, territoire in brutes.catalogue.territoires.items()
    }


@pytest.mark.parametrize(
    ("catalogue", "days"),
    [
        (real_catalogue, DAYS),
        (lambda: synthetic_catalogue(150), [DAY + timedelta(days) for days in (-400, 0, 40, 900)]),
    ],
    ids=["real", "synthetic"],
)
def test_states_are_those_of_the_cards(front_page: Page, catalogue, days: list[date]) -> None:
    calls = set()
    for day in days:
        brutes = Brutes(catalogue(), day)
        actions = [brutes.catalogue.actions[slug] for slug in brutes.slugs]
        said = [[a.est_proposee(day), a.statut == "suspendu", a.etat_appel(day)] for a in actions]
        assert front_page.evaluate(STATES, given(brutes)) == said, day
        calls |= {call for _, _, call in said}
        compare(
            front_page,
            brutes,
            [
                {"selection": {"etat": [etat]}, "among": None, "tri": "maj"}
                for etat in ("ouvert", "suspendu", "appel-ouvert")
            ],
        )
    assert calls == {None, "a-venir", "ouvert", "clos"}


def test_addresses_are_read_and_written(front_page: Page) -> None:
    cases = {
        "": ["", []],
        "?q=+permis+": ["?q=permis", []],
        "?territoire=val&q=a%26b&territoire=isere": [
            "?q=a%26b&territoire=isere&territoire=val",
            [],
        ],
        "?territoire=ailleurs&etat=ouvert": ["?etat=ouvert", ["Territoire\u00a0: ailleurs"]],
        "?tri=maj&utm=1": ["?tri=maj", []],
        "?tri=hasard": ["", ["Tri\u00a0: hasard"]],
        "?q=%F0%9F%98%80%E0%A4": ["?q=%F0%9F%98%80%EF%BF%BD", []],
    }
    assert front_page.evaluate(ADDRESSES, [list(cases)]) == list(cases.values())
