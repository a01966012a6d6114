"""Strategies: small rules on small domains, where every person can be tried."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import strategies as st

QUESTIONS: dict[str, dict[str, Any]] = {
    "rsa": {"type": "oui-non"},
    "permis": {"type": "oui-non"},
    "enfants": {"type": "choix", "options": [{"valeur": v} for v in ("aucun", "un", "deux")]},
    "freins": {"type": "choix-multiple", "options": [{"valeur": v} for v in ("lieu", "toit")]},
    # No age: a year more would open another way to an action than the answers.
    "distance": {"type": "nombre", "min": 0, "max": 4},
    "commune": {"type": "commune"},
}
LIEUX = {"13001": ["sud"], "62001": ["nord"], "62002": ["nord", "artois"]}
ANSWERS: dict[str, tuple[Any, ...]] = {
    "rsa": ("oui", "non"),
    "permis": ("oui", "non"),
    "enfants": ("aucun", "un", "deux"),
    "freins": ([], ["lieu"], ["toit"], ["lieu", "toit"]),
    "distance": (0, 1, 2, 3, 4),
    "commune": ("13001", "62001", "62002", "ailleurs"),
}
PUBLICS: dict[str, dict[str, Any] | None] = {
    "public-un": {"toutes": [{"question": "rsa", "egal": "oui"}]},
    "public-deux": {"une_de": [{"question": "distance", "min": 3}, {"public_cible": "public-un"}]},
    "public-trois": None,
}
CONTEXTE: dict[str, Any] = {
    "date": "2025-01-20",
    "lecteur": "beneficiaire",
    "questions": QUESTIONS,
    "publics_cibles": PUBLICS,
    "lieux": LIEUX,
}


def _listed(*values: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=2, unique=True)


_tests = st.one_of(
    st.builds(lambda v: {"question": "rsa", "egal": v}, st.sampled_from(("oui", "non"))),
    st.builds(lambda v: {"question": "permis", "egal": v}, st.sampled_from(("oui", "non"))),
    st.builds(
        lambda name, v: {"question": "enfants", name: v},
        st.sampled_from(("parmi", "sauf")),
        _listed("aucun", "un", "deux"),
    ),
    st.builds(
        lambda name, v: {"question": "freins", name: v},
        st.sampled_from(("contient_un_de", "contient_toutes")),
        _listed("lieu", "toit"),
    ),
    st.builds(
        lambda name, v: {"question": "distance", name: v},
        st.sampled_from(("min", "max", "plus_de", "moins_de")),
        st.integers(0, 4),
    ),
    st.builds(lambda v: {"territoire": v}, _listed("sud", "nord", "artois", "nulle-part")),
    st.builds(lambda v: {"public_cible": v}, st.sampled_from(tuple(PUBLICS))),
    st.just({"appreciation": "Avis"}),
)
# Each leaf says which it is: reasons can be compared as sets of sentences.
leaves = st.builds(
    lambda test, nature, number: {**test, **nature, "phrase": f"critère {number}"},
    _tests,
    st.sampled_from(({}, {}, {}, {"nature": "prioritaire"})),
    st.integers(0, 10**6),
)
trees = st.recursive(
    leaves,
    lambda nodes: st.builds(
        lambda genre, children: {genre: children},
        st.sampled_from(("toutes", "une_de", "aucune")),
        st.lists(nodes, max_size=3),
    ),
    max_leaves=7,
)
people = st.fixed_dictionaries(
    {},
    optional={
        slug: st.one_of(st.none(), st.sampled_from(answers)) for slug, answers in ANSWERS.items()
    },
)
complete_people = st.fixed_dictionaries(
    {slug: st.sampled_from(answers) for slug, answers in ANSWERS.items()}
)


def asked_by(tree: dict[str, Any]) -> set[str]:
    """Return the questions that decide a tree, those of its publics too."""
    for genre in ("toutes", "une_de", "aucune"):
        if genre in tree:
            return set().union(*map(asked_by, tree[genre]))
    if tree.get("nature") == "prioritaire" or "appreciation" in tree:
        return set()
    if "public_cible" in tree:
        public = PUBLICS[tree["public_cible"]]
        return asked_by(public) if public else set()
    return {tree.get("question", "commune")}


def answers_to(questions: set[str]) -> Iterator[dict[str, Any]]:
    """Yield every set of answers to ``questions``."""
    slugs = sorted(questions)
    for answers in product(*(ANSWERS[slug] for slug in slugs)):
        yield dict(zip(slugs, answers, strict=True))
