"""Questions that a rule asks somebody, and that have no words for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from site_builder.checks.conditions import Rule, located_leaves, rules_of
from site_builder.checks.review import Review, Subject
from site_builder.eligibility.solveur import in_order
from site_builder.model.catalogue import Catalogue
from site_builder.model.condition import CriterePublicCible, CritereQuestion, Feuille, leaves
from site_builder.model.question import Question
from site_builder.problems import Problem

# Who is asked the questions of a rule, and the wordings that will do.
_READERS = {
    "beneficiaire": (("beneficiaire", "prescripteur"), "la personne ni pour son référent"),
    "porteur": (("porteur",), "la structure"),
}
# A question without words, and the public that asks it: ``None``, the rule itself.
_Silent = tuple[str, str | None]


def check_libelles(review: Review) -> Iterator[Problem]:
    """Report the questions without words for who answers them, told once each.

    A public asks its questions of people, and answers for them where it is written. A rule
    for another reader that names it asks them too: each criterion tells the first one.
    """
    catalogue = review.catalogue
    unworded = {
        reader: {q.slug for q in catalogue.questions.values() if not _is_worded(q, reader)}
        for reader in _READERS
    }
    publics: dict[str, dict[str, _Silent]] = {
        "beneficiaire": {},
        "porteur": _silent_publics(catalogue, unworded["porteur"]),
    }
    for key, record in review.unsound:
        for rule in rules_of(record):
            silent = unworded[rule.reader], publics[rule.reader]
            if any(silent) and any(_silent(leaf, *silent) for leaf in leaves(rule.condition)):
                yield from _check_rule(review.subject(*key), rule, *silent)


def _check_rule(
    subject: Subject, rule: Rule, unworded: Set[str], publics: Mapping[str, _Silent]
) -> Iterator[Problem]:
    for path, leaf in located_leaves(rule.condition, rule.path):
        found = _silent(leaf, unworded, publics)
        if found is not None:
            question, public = found
            through = f", que pose le public cible «\u00a0{public}\u00a0»," if public else ""
            words = {"question": question, "reader": _READERS[rule.reader][1], "through": through}
            key = "public_cible" if public else "question"
            yield subject.problem("CAT-E523", (*path, key), **words)


def _silent_publics(catalogue: Catalogue, unworded: Set[str]) -> dict[str, _Silent]:
    """Return the publics that ask, themselves or through others, what is ``unworded``."""
    publics = catalogue.publics_cibles.items()
    conditions = {slug: public.conditions for slug, public in publics if public.conditions}
    found: dict[str, _Silent] = {}
    for slug in in_order(conditions):
        inside = (_silent(leaf, unworded, found) for leaf in leaves(conditions[slug]))
        first = next((silent for silent in inside if silent is not None), None)
        if first is not None:
            question, public = first
            found[slug] = (question, public or slug)
    return found


def _silent(leaf: Feuille, unworded: Set[str], publics: Mapping[str, _Silent]) -> _Silent | None:
    """Return the question without words that a leaf asks, if it does."""
    if isinstance(leaf, CritereQuestion):
        return (leaf.question, None) if leaf.question in unworded else None
    return publics.get(leaf.public_cible) if isinstance(leaf, CriterePublicCible) else None


def _is_worded(question: Question, reader: str) -> bool:
    return any(getattr(question.libelle, name) for name in _READERS[reader][0])
