"""What is there twice: names, terms of the glossary, values of a list."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from site_builder.checks.facts import Facts
from site_builder.checks.review import Key, Review, Subject
from site_builder.model.action import Action
from site_builder.model.champs import Modele
from site_builder.model.contact import Contact
from site_builder.model.glossaire import Terme
from site_builder.model.profil import Profil
from site_builder.model.public_cible import PublicCible
from site_builder.model.structure import Structure
from site_builder.model.territoire import Territoire
from site_builder.model.thematique import Thematique
from site_builder.problems import Problem, problem
from site_builder.vocabulary.typographie import fold
from site_builder.yaml_source import Mapping, Node, Scalar, Sequence


def check_repeats(subject: Subject, _: Facts) -> Iterator[Problem]:
    """Point out the values that a record repeats in a list."""
    if subject.document.repeats:
        yield from _repeated_values(subject.document.node, subject.document.file)


def check_namesakes(review: Review) -> Iterator[Problem]:
    """Point out records that a reader would take for one another."""
    first: dict[Hashable, Key] = {}
    for key in review.records:
        identity = review.told[key].identity
        if identity is None:
            continue
        earlier = first.setdefault(identity, key)
        if earlier != key:
            yield _same_name(review.subject(*key), review.subject(*earlier))


def identity_of(kind: str, record: Modele) -> Hashable:
    """Return what tells a record apart for a reader, ``None`` when a name may be shared.

    One function answers in several places (« Accueil »), a commune and an intercommunal
    body may share a name, and an archived action gives its name to the next one.
    """
    match record:
        case Contact():
            own = (record.structure, record.territoires, record.telephone, record.courriel)
            return kind, fold(record.fonction), *own
        case Territoire():
            return kind, record.nature, fold(record.nom)
        case Action(statut="archive"):
            return None
        case Action() | Structure() | PublicCible() | Thematique() | Profil() | Terme():
            return kind, fold(record.nom)
        case _:
            return None


def _same_name(subject: Subject, earlier: Subject) -> Problem:
    match subject.record:
        case Terme():
            return subject.problem("CAT-R111", ("forme",), first=earlier.slug)
        case Contact():
            field = "fonction"
        case _:
            field = "nom"
    words = {"kind": subject.kind.le, "first": earlier.document.text((field,)).strip()}
    return subject.problem("CAT-R110", (field,), file=earlier.document.file, **words)


def _repeated_values(node: Node, file: str) -> Iterator[Problem]:
    if isinstance(node, Mapping):
        for entry in node.entries.values():
            if not isinstance(entry.value, Scalar):
                yield from _repeated_values(entry.value, file)
    elif isinstance(node, Sequence):
        seen: dict[Hashable, Scalar] = {}
        for item in node.items:
            content, shown = _content(item)
            if shown and (earlier := seen.setdefault(content, shown)) is not shown:
                place, value = shown.place(file), shown.text.strip()
                yield problem("CAT-R112", place, value=value, line=earlier.line)
            if not isinstance(item, Scalar):
                yield from _repeated_values(item, file)


def _content(item: Node) -> tuple[Hashable, Scalar | None]:
    """Return what a reader would see twice, and where it is; nothing for other items.

    Two payments or two steps may well say the same thing. A structure may play two roles.
    """
    if isinstance(item, Scalar):
        return item.text.strip(), item
    if isinstance(item, Mapping) and {"structure", "role"} <= item.entries.keys():
        structure, role = item.entries["structure"].value, item.entries["role"].value
        if isinstance(structure, Scalar) and isinstance(role, Scalar):
            return (structure.text.strip(), role.text.strip()), structure
    return None, None
