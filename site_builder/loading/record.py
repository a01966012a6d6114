"""From located values to a frozen record, every refusal told in French and in place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from site_builder.loading.document import Document
from site_builder.model.champs import Modele
from site_builder.model.condition import NOEUDS, TAG_MARK
from site_builder.model.reference import models_in
from site_builder.problems import REGISTER, Problem, problem
from site_builder.vocabulary import refusal
from site_builder.vocabulary.typographie import nearest
from site_builder.yaml_source import Mapping, Node, Scalar, Sequence

M = TypeVar("M", bound=Modele)

_LONGEST_VALUE = 80

# pydantic's error types, and the codes that say the same thing to an editor.
_CODES = {
    "missing": "CAT-M001",
    "extra_forbidden": "CAT-M002",
    "string_too_long": "CAT-M005",
    "string_type": "CAT-M006",
    "tuple_type": "CAT-M007",
    "model_type": "CAT-M008",
    "model_attributes_type": "CAT-M008",
    "dict_type": "CAT-M008",
    "too_short": "CAT-M009",
    "string_pattern_mismatch": "CAT-M010",
}


def plain(node: Node) -> Any:
    """Return the values of ``node`` as text, lists and dictionaries, the empty ones left out.

    « nom: » with nothing behind it means that the field is not filled.
    """
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {
        key: plain(entry.value) for key, entry in node.entries.items() if not _blank(entry.value)
    }


def _blank(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.strip()


def build_record(
    model: type[M], document: Document, **known: str
) -> tuple[M | None, list[Problem]]:
    """Make the record that ``document`` describes; ``known`` is what its place tells (slug).

    Returns the record, or ``None`` and the problems that forbid it.
    """
    if not isinstance(document.node, Mapping):
        title = document.key.text if document.key else document.file
        return None, [problem("CAT-M008", document.place(), value=document.text(), title=title)]
    values = plain(document.node)
    problems = list(_shadowed(document, known))
    try:
        record = model.model_validate({**values, **known})
    except ValidationError as error:
        problems += (_translate(detail, model, document) for detail in error.errors())
        return None, problems
    return (None if problems else record), problems


def _shadowed(document: Document, known: dict[str, str]) -> Iterator[Problem]:
    """Refuse a key that the file's name already decides."""
    for key in known:
        if document.value((key,)) is not None:
            yield problem("CAT-M003", document.key_place((key,)), value=key)


def _translate(detail: ErrorDetails, model: type[Modele], document: Document) -> Problem:
    """Say one of pydantic's refusals in French, at the place that it is about."""
    path = [step for step in detail["loc"] if not str(step).startswith(TAG_MARK)]
    context: dict[str, Any] = dict(detail.get("ctx", {}))
    suggestion = context.pop("suggestion", None)
    # A rule over several fields of a model says which of them it is about.
    path += context.pop("within", ())
    code = detail["type"] if detail["type"] in REGISTER else _CODES.get(detail["type"], "CAT-M000")
    place, value = document.place(path), document.text(path)
    key = str(path[-1]) if path else ""
    owner, title = _declared(model, detail["loc"])
    match code:
        case "CAT-M001":
            if document.value(path) is not None:
                place = document.key_place(path)
        case "CAT-M002":
            place, value = document.key_place(path), key
            suggestion = did_you_mean(nearest(key, _written_names(owner)))
        case "CAT-M004":
            suggestion = did_you_mean(context["nearest"])
        case "CAT-M005":
            context["length"] = len(value)
    words = {"key": key, "title": title or key, **context}
    return problem(code, place, value=_shorten(value), suggestion=suggestion, **words)


def _shorten(value: str) -> str:
    """Keep a sentence readable when a whole paragraph stands where a word is wanted."""
    return value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}…"


def did_you_mean(guess: str | None) -> str | None:
    """Return the sentence that offers ``guess``, or ``None`` without a guess."""
    return refusal.did_you_mean(guess) if guess else None


def _declared(model: type[Modele], loc: tuple[str | int, ...]) -> tuple[type[Modele], str]:
    """Return the model in which the last step of ``loc`` stands, and that field's title."""
    owner, title, inner = model, "", [model]
    for step in loc:
        if isinstance(step, int):
            continue
        if step.startswith(TAG_MARK):
            inner = [NOEUDS[step.removeprefix(TAG_MARK)]]
            continue
        if len(inner) == 1:
            owner = inner[0]
        declared = owner.model_fields.get(step)
        title = (declared.title or "") if declared else ""
        inner = list(models_in(declared.annotation)) if declared else []
    return owner, title


def _written_names(model: type[Modele]) -> list[str]:
    return [name for name in model.model_fields if name != "slug"]
