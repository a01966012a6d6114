"""What people type finds what they want, and the figures that say so are right."""

from __future__ import annotations

import pytest

from site_builder.vocabulary.typographie import fold
from tests.recherche.__main__ import main
from tests.recherche.donnees import real_moteur, records_found
from tests.recherche.evaluation import (
    FOLDER,
    WAYS,
    Bilan,
    Essai,
    Requete,
    evaluate,
    read_requetes,
    with_typo,
)

# Shares of the queries answered among the first three results.
WANTED = {"as typed": 0.95, "without accents": 0.95, "with one typo": 0.85}


@pytest.mark.parametrize("way", WAYS)
def test_people_find_what_they_want(way: str) -> None:
    requetes = read_requetes(FOLDER / "requetes.yml")
    assert len(requetes) >= 120
    bilan = evaluate(requetes, lambda q: records_found(real_moteur(), q, limit=10), WAYS[way])
    assert bilan.success(3) >= WANTED[way], [essai.typed for essai in bilan.failures(3)]


def test_typos_forgiven_do_not_depend_on_luck() -> None:
    requetes = read_requetes(FOLDER / "requetes.yml")
    for seed in (2, 3):
        bilan = evaluate(
            requetes,
            lambda q: records_found(real_moteur(), q, limit=10),
            lambda q, seed=seed: with_typo(q, seed),
        )
        assert bilan.success(3) >= WANTED["with one typo"]


def test_figures() -> None:
    requete = Requete("a", ("actions/bonne", "actions/autre"))
    answers = {"a": ["x", "actions/autre", "actions/bonne"], "b": [], "c": ["actions/bonne"]}
    bilan = Bilan(
        tuple(
            evaluate([Requete(typed, requete.attendus)], answers.__getitem__).essais[0]
            for typed in answers
        )
    )
    assert [essai.rank for essai in bilan.essais] == [2, None, 1]
    assert (bilan.success(1), bilan.success(3)) == (1 / 3, 2 / 3)
    assert bilan.mrr == 0.5
    assert bilan.failures(3) == [Essai(Requete("b", requete.attendus), "b", (), None)]


def test_a_typo_is_one_mistake_and_always_the_same() -> None:
    assert with_typo("référent unique", 1) == with_typo("référent unique", 1)
    assert with_typo("un rsa", 1) == "un rsa"
    for seed in range(50):
        typed = with_typo("mobilité", seed)
        assert typed != "mobilité"
        assert typed[0] == "m"
        assert abs(len(typed) - 8) <= 1
    assert fold("É") == WAYS["without accents"]("É")


def test_the_command_prints_figures_and_failures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(FOLDER / "premieres.yml"), "--all"]) == 0
    printed = capsys.readouterr().out
    assert "success@3" in printed
    for way in WAYS:
        assert f"Not among the first three, {way}:" in printed
