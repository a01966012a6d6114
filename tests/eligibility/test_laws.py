"""Laws of the engine, whatever the rule and whoever the person."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.eligibility import Contexte, changements, evaluate, next_question
from tests.eligibility.moteur import (
    phrase_of,
    read_condition,
    read_contexte,
    read_regle,
    run_evaluate,
)
from tests.eligibility.strategies import (
    ANSWERS,
    CONTEXTE,
    PUBLICS,
    answers_to,
    asked_by,
    complete_people,
    people,
    trees,
)

CONTEXT: Contexte = read_contexte(CONTEXTE)
CONTRARY = {"oui": "non", "non": "oui"}
FAVOURABLE = ("oui", "sous-reserve")

Tree = dict[str, Any]
Person = dict[str, Any]


def result_of(tree: Tree, person: Person) -> str:
    return evaluate(read_regle({"condition": tree}), person, CONTEXT).resultat


def reasons_of(tree: Tree, person: Person) -> Counter[tuple[str | None, str, bool]]:
    found = evaluate(read_regle({"condition": tree}), person, CONTEXT)
    return Counter((phrase_of(r.feuille, r.exclu), r.etat.value, r.exclu) for r in found.raisons)


@given(trees, people, complete_people)
def test_an_answer_more_never_turns_a_result_round(
    tree: Tree, person: Person, answers: Person
) -> None:
    """Kleene: what is settled stays so, and what was not may become anything."""
    told = {slug: answer for slug, answer in person.items() if answer is not None}
    before = result_of(tree, person)
    after = result_of(tree, answers | told)
    assert before in ("a-preciser", after)


@given(trees, complete_people)
def test_with_every_answer_nothing_is_unknown(tree: Tree, person: Person) -> None:
    assert result_of(tree, person) != "a-preciser"
    assert not evaluate(read_regle({"condition": tree}), person, CONTEXT).inconnues


@given(st.lists(trees, min_size=1, max_size=3), people)
def test_de_morgan(children: list[Tree], person: Person) -> None:
    contraries = [{"aucune": [child]} for child in children]
    none = result_of({"aucune": children}, person)
    each_contrary = result_of({"toutes": contraries}, person)
    assert none == each_contrary
    not_all = result_of({"aucune": [{"toutes": children}]}, person)
    one_contrary = result_of({"une_de": contraries}, person)
    assert not_all == one_contrary


@given(trees, people)
def test_aucune_twice_is_where_it_began(tree: Tree, person: Person) -> None:
    twice = {"aucune": [{"aucune": [tree]}]}
    assert result_of(twice, person) == result_of(tree, person)
    assert reasons_of(twice, person) == reasons_of(tree, person)


@given(trees, people)
def test_aucune_turns_a_result_round(tree: Tree, person: Person) -> None:
    result = result_of({"toutes": [tree]}, person)
    contrary = result_of({"aucune": [{"toutes": [tree]}]}, person)
    # Left out by priorities alone, a rule and its contrary are both true.
    assert contrary == CONTRARY.get(result, result) or not deciding_leaves(tree)


def deciding_leaves(tree: Tree) -> bool:
    for genre in ("toutes", "une_de", "aucune"):
        if genre in tree:
            return not tree[genre] or any(map(deciding_leaves, tree[genre]))
    return tree.get("nature") != "prioritaire"


@given(trees, people, st.randoms(use_true_random=False))
def test_the_order_of_children_changes_nothing(tree: Tree, person: Person, chance: Any) -> None:
    other = shuffled(tree, chance)
    assert result_of(other, person) == result_of(tree, person)
    assert reasons_of(other, person) == reasons_of(tree, person)
    questions = [
        next_question([read_regle({"condition": t})], person, CONTEXT) for t in (tree, other)
    ]
    assert questions[0] == questions[1]


def shuffled(tree: Tree, chance: Any) -> Tree:
    for genre in ("toutes", "une_de", "aucune"):
        if genre in tree:
            children = [shuffled(child, chance) for child in tree[genre]]
            chance.shuffle(children)
            return {genre: children}
    return tree


@given(st.sampled_from(sorted(PUBLICS)), people)
def test_a_public_is_worth_its_tree(public: str, person: Person) -> None:
    tree = PUBLICS[public] or {"appreciation": "Avis"}
    assert result_of({"public_cible": public}, person) == result_of(tree, person)
    assert result_of({"aucune": [{"public_cible": public}]}, person) == result_of(
        {"aucune": [tree]}, person
    )


@given(trees, people)
def test_each_leaf_is_told_once_and_in_order(tree: Tree, person: Person) -> None:
    told = run_evaluate(read_regle({"condition": tree}), person, CONTEXT)
    found = evaluate(read_regle({"condition": tree}), person, CONTEXT)
    written = [leaf["phrase"] for leaf in leaves_of(tree)]
    assert [raison.feuille.phrase for raison in found.raisons] == written
    lists = [told[name] for name in told if isinstance(told[name], list)]
    assert sorted(r["phrase"] for reasons in lists for r in reasons) == sorted(written)


def leaves_of(tree: Tree) -> list[Tree]:
    for genre in ("toutes", "une_de", "aucune"):
        if genre in tree:
            return [leaf for child in tree[genre] for leaf in leaves_of(child)]
    return [tree]


@given(
    st.lists(trees, max_size=4), people, complete_people, st.sets(st.sampled_from(list(ANSWERS)))
)
def test_a_questionnaire_ends_and_its_bound_never_grows(
    rules: list[Tree], person: Person, answers: Person, refused: set[str]
) -> None:
    regles = [read_regle({"condition": tree}) for tree in rules]
    person = dict(person)
    found = next_question(regles, person, CONTEXT)
    while found.question is not None:
        assert found.question not in person
        assert found.question in set().union(*map(asked_by, rules))
        person[found.question] = None if found.question in refused else answers[found.question]
        following = next_question(regles, person, CONTEXT)
        assert following.restantes < found.restantes
        found = following
    assert found.restantes == 0
    undecided = [tree for tree in rules if result_of(tree, person) == "a-preciser"]
    # Only « je ne sais pas » leaves a rule undecided.
    assert not undecided or None in person.values()


@settings(max_examples=200)
@given(trees, people)
def test_changes_open_the_action_and_no_smaller_ones_do(tree: Tree, person: Person) -> None:
    regle = read_regle({"condition": tree})
    found = changements(regle, person, CONTEXT)
    result = evaluate(regle, person, CONTEXT).resultat
    if result in FAVOURABLE:
        assert found == ()
        return
    asked = asked_by(tree)
    smallest = smallest_changes(tree, person, asked)
    if smallest == 0:
        # An opinion beside an answer that is missing: no answer has to change.
        assert result == "a-preciser"
        return
    assert {len(change.questions) for change in found} == ({smallest} if smallest else set())
    for change in found:
        assert can_open(tree, person, set(change.questions))
        assert {raison.etat.value for raison in change.criteres} <= {"non_satisfaite", "inconnue"}


def smallest_changes(tree: Tree, person: Person, asked: set[str]) -> int | None:
    """Return how few answers must change, by trying all of them; ``None``: none opens."""
    for size in range(len(asked) + 1):
        for questions in combinations(sorted(asked), size):
            if can_open(tree, person, set(questions)):
                return size
    return None


def can_open(tree: Tree, person: Person, questions: set[str]) -> bool:
    """Tell whether new answers to ``questions`` open a rule to a favourable professional."""
    opened = favourable(tree)
    return any(result_of(opened, person | answers) == "oui" for answers in answers_to(questions))


def favourable(tree: Tree, exclu: bool = False) -> Tree:
    """Return ``tree`` where all that a professional appreciates is in favour of the person."""
    for genre in ("toutes", "une_de", "aucune"):
        if genre in tree:
            inside = exclu != (genre == "aucune")
            return {genre: [favourable(child, inside) for child in tree[genre]]}
    appreciated = "appreciation" in tree or PUBLICS.get(tree.get("public_cible", ""), tree) is None
    if not appreciated or tree.get("nature") == "prioritaire":
        return tree
    return {"une_de": []} if exclu else {"toutes": []}


def test_conditions_are_read_as_files_are() -> None:
    tree = {"toutes": [{"question": "distance", "min": 3, "phrase": "3"}, {"une_de": []}]}
    condition = read_condition(tree)
    assert condition.toutes[0].operateurs == {"min": 3}
    assert condition.toutes[1].une_de == ()
