"""What the rules answer to every profile, in a file that a domain expert can read."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from site_builder.eligibility import Lieux, contexte_of, evaluate, regle_of
from site_builder.eligibility.decisifs import explain_result, find_decisive
from site_builder.eligibility.phrases import Enonceur
from site_builder.eligibility.reponses import Reponse, read_reponses
from site_builder.loading import load_catalogue
from site_builder.model.catalogue import Catalogue
from site_builder.model.condition import Feuille
from site_builder.model.profil import Profil
from site_builder.model.question import Question
from site_builder.rendering.typographie import typographie
from site_builder.vocabulary.closed_values import LECTEURS, RESULTATS
from site_builder.vocabulary.cog import cog
from site_builder.vocabulary.dates import jour

TODAY = date(2026, 11, 21)
GOLDEN = Path(__file__).parent / "golden" / "profils.md"
INTRODUCTION = """\
# Ce que les questionnaires répondent aux profils

Écrit par les tests à partir du catalogue\u202f; à relire après tout changement d’une règle.
Pour chaque profil\u00a0: ses réponses, puis le résultat de chaque action et ce qui en décide.
Les actions que le profil lui-même attend sont en gras.
"""


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    return load_catalogue(root / "catalogue").catalogue


def test_profiles_get_what_the_file_says(catalogue: Catalogue) -> None:
    """UPDATE_GOLDEN=1 writes the file, to be reviewed."""
    text = describe(catalogue)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert GOLDEN.read_text(encoding="utf-8") == text


def describe(catalogue: Catalogue) -> str:
    lieux, enonceur = Lieux(catalogue), Enonceur(catalogue)
    parts = [INTRODUCTION]
    for lecteur in LECTEURS:
        parts.append(f"## {lecteur.label}\n")
        for profil in catalogue.profils.values():
            if profil.lecteur == lecteur.value:
                parts.append("\n".join(describe_profil(profil, catalogue, lieux, enonceur)))
    return "\n".join(parts)


def describe_profil(
    profil: Profil, catalogue: Catalogue, lieux: Lieux, enonceur: Enonceur
) -> Iterator[str]:
    reponses, refusals = read_reponses(catalogue.questions, profil.reponses)
    assert refusals == []
    yield f"### {typographie(profil.nom)}\n"
    yield f"`{profil.slug}`, le {jour(profil.date or TODAY)}\n"
    for slug, reponse in reponses.items():
        question = catalogue.questions[slug]
        asked = getattr(question.libelle, profil.lecteur) or question.libelle.beneficiaire
        yield f"- {typographie(asked)} {typographie(in_words(question, reponse))}"
    yield "\n| Résultat | Ce qui décide | Actions |\n|---|---|---|"
    rows = results(profil, reponses, catalogue, lieux, enonceur)
    order = list(RESULTATS.values)
    for (resultat, reason), actions in sorted(rows.items(), key=lambda row: order.index(row[0][0])):
        yield f"| {RESULTATS.label(resultat)} | {reason} | {', '.join(actions)} |"
    yield ""


def in_words(question: Question, reponse: Reponse) -> str:
    labels = {option.valeur: option.libelle for option in question.options}
    match reponse:
        case tuple():
            chosen = [labels[valeur] for valeur in reponse]
            return ", ".join(chosen) or "Rien de tout cela"
        case str() if question.type == "commune":
            commune = cog().commune(reponse)
            return f"{commune.nom} ({reponse})" if commune else "Ailleurs"
        case str():
            return labels.get(reponse, reponse.capitalize())
        case None:
            return "Je ne sais pas"
        case number:
            unite = (question.unite or "").removesuffix("s" if number < 2 else "-")
            return f"{number} {unite}".rstrip().replace(".", ",")


def results(
    profil: Profil,
    reponses: dict[str, Reponse],
    catalogue: Catalogue,
    lieux: Lieux,
    enonceur: Enonceur,
) -> dict[tuple[str, str], list[str]]:
    """The actions of each result and reason."""
    contexte = contexte_of(catalogue, profil.date or TODAY, profil.lecteur, lieux)

    def phrase(leaf: Feuille, exclu: bool) -> str:
        return typographie(enonceur.phrase(leaf, profil.lecteur, exclu))

    rows = defaultdict(list)
    for slug, action in catalogue.actions.items():
        regle = regle_of(action, profil.lecteur)
        if regle is None:
            continue
        evaluation = evaluate(regle, reponses, contexte)
        assert profil.attendus.get(slug, evaluation.resultat) == evaluation.resultat
        decisive = find_decisive(regle, reponses, contexte)
        reason = explain_result(evaluation, decisive, phrase)
        nom = typographie(action.nom)
        rows[evaluation.resultat, reason].append(f"**{nom}**" if slug in profil.attendus else nom)
    return rows
