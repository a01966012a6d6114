"""The facets of actions: what their files say, and how little they weigh."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from site_builder.loading import load_catalogue
from site_builder.search.facette import facettes_of
from site_builder.search.facettes import RESUMES, resumes_name
from site_builder.search.signes import decode_gaps, decode_ranks
from tests.benchmarks.recherche_report import compressed
from tests.recherche.donnees import TODAY, real_catalogue, real_index, synthetic_catalogue
from tests.recherche.facettes_brutes import Brutes
from tests.synthetic.catalogue import DAY

KB = 1_000


@cache
def real() -> Brutes:
    return Brutes(real_catalogue(), TODAY)


@cache
def synthetic() -> Brutes:
    return Brutes(synthetic_catalogue(150), DAY)


def column(brutes: Brutes, cle: str) -> tuple[dict[str, Any], list[list[int]]]:
    """Return a facet as its file says it, and the values of each action, by rank."""
    described = next(one for one in brutes.first()["facettes"] if one["cle"] == cle)
    if "fichier" in described:
        described = json.loads(brutes.files.files[described["fichier"]])
    sets = [decode_ranks(signs) for signs in described["ensembles"].split(" ")]
    known = 0
    found = []
    for number in decode_gaps(described["actions"]):
        known += number == 0
        found.append(sets[number - 1 if number else known - 1])
    return described, found


def in_line(ranks: Iterable[int], parents: Sequence[int]) -> set[int]:
    """Return territoires, those above and those within."""

    def line_of(rank: int) -> set[int]:
        return {rank} | (line_of(parents[rank]) if parents[rank] >= 0 else set())

    named = set(ranks)
    within = {rank for rank in range(len(parents)) if line_of(rank) & named}
    return within.union(*map(line_of, named))


@pytest.mark.parametrize("brutes", [real, synthetic])
def test_each_action_has_its_values(brutes) -> None:
    for cle, values in brutes().values.items():
        if cle == "etat":
            continue
        described, found = column(brutes(), cle)
        assert described["noms"] == list(brutes().labels[cle].values())
        assert len(found) == len(brutes().slugs)
        said: dict[str, set[str]] = {value: set() for value in described["valeurs"]}
        parents = described.get("parents")
        for slug, ranks in zip(brutes().slugs, found, strict=True):
            for rank in in_line(ranks, parents) if parents else ranks:
                said[described["valeurs"][rank]].add(slug)
        assert said == values, cle


def test_territoires_are_a_tree_by_name() -> None:
    described, _ = column(real(), "territoire")
    parents = described["parents"]
    assert all(parent < rank for rank, parent in enumerate(parents))
    tops = [nom for nom, parent in zip(described["noms"], parents, strict=True) if parent == -1]
    assert tops == ["Bouches-du-Rhône", "Isère", "Pas-de-Calais", "Seine-et-Marne"]
    above = described["valeurs"].index("pas-de-calais")
    inside = [rank for rank, parent in enumerate(parents) if parent == above]
    assert inside == list(range(above + 1, above + 10))


def test_each_set_is_written_once() -> None:
    for cle in synthetic().labels:
        described, _ = column(synthetic(), cle)
        sets = described["ensembles"].split(" ")
        assert len(set(sets)) == len(sets)


def test_what_says_the_state_of_an_action() -> None:
    etats = synthetic().first()["etats"]
    origine = date.fromisoformat(etats["origine"])
    actions = [synthetic().catalogue.actions[slug] for slug in synthetic().slugs]
    suspended = [rank for rank, action in enumerate(actions) if action.statut == "suspendu"]
    assert decode_ranks(etats["suspendues"]) == suspended != []
    wanted = {
        "fins": [action.publie_jusqu_au for action in actions],
        "ouvertures": [a.appel_a_projets and a.appel_a_projets.ouverture for a in actions],
        "clotures": [a.appel_a_projets and a.appel_a_projets.cloture for a in actions],
    }
    for name, days in wanted.items():
        ranks, gaps = map(tuple, (decode_ranks(etats[name][0]), decode_gaps(etats[name][1])))
        said = {rank: origine + timedelta(gap) for rank, gap in zip(ranks, gaps, strict=True)}
        assert said == {rank: day for rank, day in enumerate(days) if day} != {}


def test_when_sheets_were_changed() -> None:
    brutes = synthetic()
    maj = json.loads(brutes.files.files[brutes.first()["maj"]])
    days = zip(decode_ranks(maj["actions"]), decode_gaps(maj["jours"]), strict=True)
    origine = date.fromisoformat(maj["origine"])
    said = {brutes.slugs[rank]: origine + timedelta(gap) for rank, gap in days}
    actions = brutes.catalogue.actions.values()
    assert said == {action.slug: action.date_maj for action in actions if action.date_maj}


def test_summaries_stand_by_sixteens() -> None:
    brutes = synthetic()
    digest = brutes.first()["resumes"]["empreinte"]
    rows = []
    for rank in range(-(-len(brutes.slugs) // RESUMES)):
        rows += json.loads(brutes.files.files[resumes_name(rank, digest)])
    assert [row[0] for row in rows] == list(brutes.slugs)
    for slug, nom, resume, parcours in rows:
        action = brutes.catalogue.actions[slug]
        assert (nom, resume) == (action.nom, action.resume)
        assert parcours == [[path.nature, path.libelle_local or ""] for path in action.parcours]


def test_files_are_named_by_what_they_hold(catalogue_factory) -> None:
    written = {"actions/un.yml": "nom: Atelier fictif\nresume: Vous apprenez le jonglage.\n"}
    changed = {"actions/un.yml": "nom: Atelier fictif\nresume: Vous apprenez le trombone.\n"}
    names = []
    for files in (written, written, changed):
        catalogue = load_catalogue(catalogue_factory(files)).catalogue
        names.append(set(Brutes(catalogue, DAY).files.files))
    assert names[0] == names[1]
    assert {name.split(".")[0] for name in names[0] - names[2]} == {"facettes", "resumes"}


def test_an_empty_catalogue_has_facets(catalogue_factory) -> None:
    catalogue = load_catalogue(catalogue_factory({})).catalogue
    first = Brutes(catalogue, DAY).first()
    assert first["actions"] == 0
    assert len(first["facettes"]) == len(facettes_of(catalogue))


def test_everything_for_search_weighs_little_on_the_real_catalogue() -> None:
    texts = [*real_index().files.values(), *real().files.files.values()]
    assert sum(map(compressed, texts)) <= 40 * KB


def test_weight_grows_slower_than_the_catalogue() -> None:
    """At 10,000 actions: 50 KB first (tests/benchmarks/recherche.py measures it)."""
    sizes = []
    for actions in (150, 600):
        files = Brutes(synthetic_catalogue(actions), DAY).files
        sizes.append(compressed(files.files[files.first]))
        summaries = [text for name, text in files.files.items() if name.startswith("resumes")]
        # Twenty results may each be in a file of their own.
        assert 20 * max(map(compressed, summaries)) <= 30 * KB
    each = (sizes[1] - sizes[0]) / 450
    assert sizes[1] + each * 9_400 <= 60 * KB
    assert all(one < other for one, other in pairwise(sizes))
