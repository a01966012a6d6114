"""The Python engine behind the JSON forms that browsers work on.

A condition is a tree of JSON, an answer is a JSON value, dates are texts: what the shared
vectors hold, and what the differential test sends to both engines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from site_builder.eligibility import (
    Appel,
    Contexte,
    Regle,
    changements,
    evaluate,
    next_question,
)
from site_builder.model.condition import (
    NOEUDS,
    Aucune,
    Condition,
    Feuille,
    Toutes,
    UneDe,
)
from site_builder.model.question import Question

_GROUPES: dict[str, type[Toutes | UneDe | Aucune]] = {
    "toutes": Toutes,
    "une_de": UneDe,
    "aucune": Aucune,
}


def read_condition(tree: Mapping[str, Any]) -> Condition:
    """Build a condition; unlike a file, a tree may hold an empty ``une_de``."""
    for name, groupe in _GROUPES.items():
        if name in tree:
            children = tuple(map(read_condition, tree[name]))
            return groupe.model_construct(**{name: children})  # type: ignore[return-value]
    [kind] = [NOEUDS[name] for name in tree if name in NOEUDS]
    return kind.model_validate(as_text(tree))  # type: ignore[return-value]


def as_text(value: Any) -> Any:
    """Return what the YAML reader would hand over: texts, lists and mappings."""
    match value:
        case Mapping():
            return {key: as_text(item) for key, item in value.items()}
        case list():
            return [as_text(item) for item in value]
        case bool():
            return "oui" if value else "non"
        case _:
            return str(value)


def read_question(slug: str, question: Mapping[str, Any]) -> Question:
    """Build a question that has neither wording nor labels of its own."""
    options = [
        {"valeur": option["valeur"], "libelle": "…"} for option in question.get("options", ())
    ]
    fields = as_text({**question, "options": options})
    return Question.model_validate({**fields, "slug": slug, "libelle": {"porteur": "…"}})


def read_contexte(contexte: Mapping[str, Any]) -> Contexte:
    """Build a contexte; its places are those written."""
    lieux = {code: frozenset(slugs) for code, slugs in contexte["lieux"].items()}
    publics = contexte["publics_cibles"].items()
    return Contexte(
        date.fromisoformat(contexte["date"]),
        contexte["lecteur"],
        {slug: read_question(slug, asked) for slug, asked in contexte["questions"].items()},
        {slug: tree and read_condition(tree) for slug, tree in publics},
        lambda commune: lieux.get(commune, frozenset()),
        lambda: lieux,
    )


def read_regle(regle: Mapping[str, Any]) -> Regle:
    """Build a rule."""
    appel = regle.get("appel")
    return Regle(
        read_condition(regle["condition"]),
        regle.get("statut", "publie"),
        _day(regle.get("publie_du")),
        _day(regle.get("publie_jusqu_au")),
        Appel(**{name: _day(day) for name, day in appel.items()}) if appel else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def phrase_of(feuille: Feuille, _exclu: bool) -> str | None:
    """Return the sentence written on a leaf, the same for its contrary."""
    return feuille.phrase


def run_evaluate(regle: Regle, reponses: Mapping[str, Any], contexte: Contexte) -> dict[str, Any]:
    """Return an evaluation as browsers give it."""
    return evaluate(regle, reponses, contexte).to_json(phrase_of)


def run_changements(
    regle: Regle, reponses: Mapping[str, Any], contexte: Contexte
) -> list[dict[str, Any]]:
    """Return changes as browsers give them."""
    return [found.to_json(phrase_of) for found in changements(regle, reponses, contexte)]


def run_next_question(
    regles: Sequence[Regle], reponses: Mapping[str, Any], contexte: Contexte
) -> dict[str, Any]:
    """Return the next question as browsers give it."""
    return next_question(regles, reponses, contexte)._asdict()
