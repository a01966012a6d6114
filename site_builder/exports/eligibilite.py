"""``data/eligibilite.json``: the rules and the questions, as the questionnaires read them.

Together with ``data/communes.json`` it is all that the browser needs: no answer ever leaves it.
"""

from __future__ import annotations

from datetime import date

from site_builder.exports.criteres import LECTEURS, Criteres, nombre
from site_builder.exports.fiches import (
    Valeurs,
    describe_action,
    describe_contact,
    describe_portage,
    filled,
)
from site_builder.exports.open_data import to_json
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


def describe_eligibilite(catalogue: Catalogue, today: date) -> str:
    """Return the JSON text for ``catalogue`` (as published on ``today``), in a stable order.

    A rule is the tree of the catalogue's format, whose leaves are numbers: ranks in
    ``criteres``. An action without a rule, a call or any funding is left out.
    """
    criteres = Criteres(catalogue)
    numbers = {slug: rank for rank, slug in enumerate(catalogue.contacts)}
    actions = {
        slug: _action(action, catalogue, criteres, numbers)
        for slug, action in catalogue.actions.items()
        if _has_rule(action) or _has_portage(action)
    }
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
        "actions": actions,
    }
    return to_json(data)


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


def _action(
    action: Action, catalogue: Catalogue, criteres: Criteres, contacts: dict[str, int]
) -> Valeurs:
    described = describe_action(action, catalogue, contacts)
    for rule, lecteurs in LECTEURS.items():
        condition: Condition | None = getattr(action.eligibilite, rule, None)
        if condition is not None:
            described[rule] = criteres.add(condition, lecteurs)
    if _has_portage(action):
        described["portage"] = describe_portage(action)
    return described


def _has_rule(action: Action) -> bool:
    return any(getattr(action.eligibilite, rule, None) is not None for rule in LECTEURS)


def _has_portage(action: Action) -> bool:
    """Tell whether an organisation has something to learn of ``action``."""
    may_be_carried = getattr(action.eligibilite, "porteur", None) is not None
    return may_be_carried or action.appel_a_projets is not None or bool(action.financement)
