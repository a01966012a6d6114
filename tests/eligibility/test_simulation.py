"""How many questions are asked: of a few rules, and of the profiles of the real catalogue."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from site_builder.eligibility import (
    Contexte,
    Lieux,
    Regle,
    contexte_of,
    evaluate,
    regle_of,
)
from site_builder.eligibility.reponses import read_reponses
from site_builder.eligibility.simulation import Entretien, simulate, simulate_profils
from site_builder.loading import load_catalogue
from site_builder.model.condition import CritereQuestion, Toutes, UneDe
from site_builder.model.question import Libelle, Question
from site_builder.vocabulary.closed_values import LECTEURS

TODAY = date(2026, 11, 21)
QUESTIONS = {
    slug: Question(slug=slug, libelle=Libelle(beneficiaire="Oui ?"), type="oui-non")
    for slug in "abc"
}
CONTEXTE = Contexte(TODAY, "beneficiaire", QUESTIONS, {}, lambda _: frozenset())
A, B, C = (CritereQuestion(question=slug, egal="oui") for slug in "abc")

Entretiens = dict[str, dict[str, Entretien]]


@pytest.fixture(scope="module")
def entretiens(root: Path) -> Entretiens:
    """The questionnaire of each profile, by reader."""
    catalogue = load_catalogue(root / "catalogue").catalogue
    found: Entretiens = {lecteur: {} for lecteur in LECTEURS.values}
    for profil, entretien in simulate_profils(catalogue, TODAY):
        found[profil.lecteur][profil.slug] = entretien
    assert sum(map(len, found.values())) == len(catalogue.profils)
    return found


def test_what_settles_everything_stops_the_questionnaire() -> None:
    regles = [Regle(Toutes(toutes=(A, B))), Regle(Toutes(toutes=(A, C)))]
    assert simulate(regles, {"a": "non", "b": "oui"}, CONTEXTE) == Entretien(("a",), (3,))


def test_i_do_not_know_is_asked_once() -> None:
    entretien = simulate([Regle(UneDe(une_de=(A, B)))], {}, CONTEXTE)
    assert entretien == Entretien(("a", "b"), (2, 1))


def test_without_rules_nothing_is_asked() -> None:
    assert simulate([], {"a": "oui"}, CONTEXTE) == Entretien((), ())


def test_no_question_is_asked_twice_and_the_bound_goes_down(entretiens: Entretiens) -> None:
    for found in entretiens.values():
        for entretien in found.values():
            assert len(set(entretien.questions)) == len(entretien.questions)
            assert all(before > after for before, after in pairwise(entretien.restantes))
            assert all(
                rank + bound >= len(entretien.questions)
                for rank, bound in enumerate(entretien.restantes)
            )


def test_the_questions_asked_settle_all_that_the_whole_profile_does(root: Path) -> None:
    """But for an action that « je ne sais pas » has stopped: what is left is not asked."""
    catalogue = load_catalogue(root / "catalogue").catalogue
    lieux = Lieux(catalogue)
    differences = Counter[tuple[str, str]]()
    compared = 0
    for profil, entretien in simulate_profils(catalogue, TODAY):
        contexte = contexte_of(catalogue, profil.date or TODAY, profil.lecteur, lieux)
        whole, refusals = read_reponses(catalogue.questions, profil.reponses)
        assert refusals == []
        asked = {slug: whole.get(slug) for slug in entretien.questions}
        for action in catalogue.actions.values():
            if regle := regle_of(action, profil.lecteur):
                full = evaluate(regle, whole, contexte).resultat
                short = evaluate(regle, asked, contexte).resultat
                compared += 1
                if full != short:
                    differences[full, short] += 1
                    assert None in asked.values(), (profil.slug, action.slug)
    assert compared > len(catalogue.profils)
    assert differences.keys() <= {("non", "a-preciser")}, differences


@pytest.mark.parametrize("lecteur", LECTEURS.values)
def test_few_questions_are_asked(entretiens: Entretiens, lecteur: str) -> None:
    counts = {slug: len(found.questions) for slug, found in entretiens[lecteur].items()}
    assert median(counts.values()) <= 8, counts
    assert max(counts.values()) <= 14, counts
