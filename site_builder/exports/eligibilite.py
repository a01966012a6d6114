"""``data/eligibilite.json``: the rules and the questions, as the questionnaires read them.

Together with ``data/communes.json`` it is all that the browser needs: no answer ever leaves it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from site_builder.exports.criteres import LECTEURS, Criteres, nombre
from site_builder.exports.fiches import (
    Valeurs,
    describe_action,
    describe_contact,
    describe_portage,
    filled,
)
from site_builder.exports.open_data import separated, to_bytes
from site_builder.exports.texte_brut import brut
from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.condition import Condition
from site_builder.model.public_cible import PublicCible
from site_builder.model.question import Question
from site_builder.model.territoire import Territoire
from site_builder.pages import url_of
from site_builder.vocabulary.closed_values import LECTEURS as READERS
from site_builder.vocabulary.closed_values import PARCOURS, UNITES_FINANCEMENT
from site_builder.vocabulary.licence import LICENCE

URI = "data/eligibilite.json"
# A reader of the file refuses another number: the meaning of a key has changed.
VERSION = 1
_NOTHING: Mapping[str, Fragment] = MappingProxyType({})


class Fragment(NamedTuple):
    """What the file says of one action, its rules left out: two JSON texts in UTF-8.

    ``portage`` is empty for an action of which an organisation has nothing to learn.
    """

    fiche: bytes
    portage: bytes


def describe_eligibilite(catalogue: Catalogue, today: date) -> str:
    """Return the JSON text for ``catalogue`` (as published on ``today``), in a stable order.

    A rule is the tree of the catalogue's format, whose leaves are numbers: ranks in
    ``criteres``. An action without a rule, a call or any funding is left out.
    """
    return b"".join(encode_eligibilite(catalogue, today)).decode()


def encode_eligibilite(
    catalogue: Catalogue, today: date, known: Mapping[str, Fragment] = _NOTHING
) -> Iterator[bytes]:
    """Yield the text of ``describe_eligibilite``, in UTF-8, action by action.

    ``known`` are the fragments that were already made, by slug.
    """
    criteres = Criteres(catalogue)
    numbers = {slug: rank for rank, slug in enumerate(catalogue.contacts)}
    # Criteria are numbered as rules come, and stand before them in the file.
    actions: list[bytes] = []
    for slug, action in catalogue.actions.items():
        if is_told(action):
            fragment = known.get(slug) or make_fragment(action, catalogue, numbers)
            encoded = _encode_action(action, fragment, criteres)
            actions.append(b'"%s":%s' % (slug.encode(), encoded))
    publics = {slug: _public(p, criteres) for slug, p in catalogue.publics_cibles.items()}
    data = {
        "version": VERSION,
        "licence": LICENCE,
        "date": today.isoformat(),
        "questions": {slug: _question(q) for slug, q in catalogue.questions.items()},
        "criteres": criteres.describe(),
        "publics_cibles": publics,
        "territoires": {slug: _territoire(t) for slug, t in catalogue.territoires.items()},
        "thematiques": {slug: brut(t.nom) for slug, t in catalogue.thematiques.items()},
        "parcours": {path.value: path.label for path in PARCOURS},
        "unites": {unit.value: unit.label for unit in UNITES_FINANCEMENT},
        "contacts": [describe_contact(c, catalogue) for c in catalogue.contacts.values()],
    }
    yield to_bytes(data)[:-1] + b',"actions":{'
    yield from separated(actions)
    yield b"}}\n"


def make_fragment(action: Action, catalogue: Catalogue, contacts: Mapping[str, int]) -> Fragment:
    """Return the fragment of ``action``, with the names of what it refers to in ``catalogue``.

    ``contacts`` are the ranks of the contacts of the catalogue.
    """
    portage = to_bytes(describe_portage(action)) if _has_portage(action) else b""
    return Fragment(to_bytes(describe_action(action, catalogue, contacts)), portage)


def is_told(action: Action) -> bool:
    """Tell whether the file says anything of ``action``."""
    return _has_rule(action) or _has_portage(action)


def _encode_action(action: Action, fragment: Fragment, criteres: Criteres) -> bytes:
    parts = [fragment.fiche[:-1]]
    for rule, lecteurs in LECTEURS.items():
        condition: Condition | None = getattr(action.eligibilite, rule, None)
        if condition is not None:
            tree = to_bytes(criteres.add(condition, lecteurs))
            parts.append(b',"%s":%s' % (rule.encode(), tree))
    if fragment.portage:
        parts.append(b',"portage":' + fragment.portage)
    return b"".join((*parts, b"}"))


def _question(question: Question) -> Valeurs:
    wordings = {name: getattr(question.libelle, name) for name in READERS.values}
    low, high = question.min, question.max
    return filled(
        type=question.type,
        libelle={name: brut(text) for name, text in wordings.items() if text},
        aide=question.aide and brut(question.aide),
        pourquoi=question.pourquoi and brut(question.pourquoi),
        options=[
            filled(
                valeur=option.valeur,
                libelle=brut(option.libelle),
                aide=option.aide and brut(option.aide),
            )
            for option in question.options
        ],
        unite=question.unite and brut(question.unite),
        entier=question.compte_en_entiers or None,
        min=None if low is None else nombre(low),
        max=None if high is None else nombre(high),
        sensible=question.sensible or None,
        ordre=question.ordre,
        rubrique=question.rubrique and brut(question.rubrique),
    )


def _public(public: PublicCible, criteres: Criteres) -> Valeurs:
    # Its page says its conditions, whether a rule names it or not.
    tree = public.conditions and criteres.add(public.conditions, LECTEURS["beneficiaire"])
    return {"nom": brut(public.nom), "url": url_of(public), "condition": tree}


def _territoire(territoire: Territoire) -> Valeurs:
    return filled(
        nom=brut(territoire.nom),
        nature=territoire.nature,
        url=url_of(territoire),
        parent=territoire.parent,
    )


def _has_rule(action: Action) -> bool:
    return any(getattr(action.eligibilite, rule, None) is not None for rule in LECTEURS)


def _has_portage(action: Action) -> bool:
    """Tell whether an organisation has something to learn of ``action``."""
    may_be_carried = getattr(action.eligibilite, "porteur", None) is not None
    return may_be_carried or action.appel_a_projets is not None or bool(action.financement)
