"""Why a rule gives its result, in a few words: the criteria that decide, or a date."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.eligibility.contexte import Contexte, Regle, Reponses
from site_builder.eligibility.disponibilite import Disponibilite
from site_builder.eligibility.evaluation import Evaluation, Phrase, Raison, Situation
from site_builder.eligibility.valeurs import Valeur, negate
from site_builder.model.condition import Aucune, Condition, Groupe, Toutes, UneDe, children
from site_builder.vocabulary.dates import jour
from site_builder.vocabulary.typographie import french_list

_NO_BREAK = "\u00a0"
_ETATS = {
    Valeur.FAUX: "non rempli",
    Valeur.INCONNU: "sans réponse",
    Valeur.RESERVE: "laissé à un professionnel",
}
# Whatever the criteria say, the action is not to be had.
_FERMETURES = {
    "suspendue": "l’action est suspendue",
    "retiree": "l’action n’est pas publiée",
    "terminee": "l’action s’est terminée le {}",
    "appel-clos": "l’appel à projets s’est clos le {}",
}
_ATTENTES = {
    "a-paraitre": "l’action ne commence que le {}",
    "appel-a-venir": "l’appel à projets n’ouvre que le {}",
    "age": "l’âge demandé sera atteint dans l’année",
}


def explain_result(evaluation: Evaluation, decisive: Iterable[Raison], phrase: Phrase) -> str:
    """Return why ``evaluation`` has its result, as a French clause; see ``find_decisive``."""
    found = evaluation.disponibilite
    if found and found.etat in _FERMETURES:
        return _told(_FERMETURES[found.etat], found)
    if found and evaluation.resultat == "plus-tard":
        return _told(_ATTENTES[found.etat], found)
    told = [_criterion(raison, phrase) for raison in decisive]
    return french_list(told) if told else "toutes les conditions sont remplies"


def _told(words: str, found: Disponibilite) -> str:
    return words.format(jour(found.date)) if found.date else words


def _criterion(raison: Raison, phrase: Phrase) -> str:
    sentence = (phrase(raison.feuille, raison.exclu) or "").rstrip(". ")
    words = f"critère {_ETATS.get(raison.etat, 'rempli')}"
    return f"{words} «{_NO_BREAK}{sentence}{_NO_BREAK}»"


def find_decisive(regle: Regle, reponses: Reponses, contexte: Contexte) -> tuple[Raison, ...]:
    """Return the criteria that make the condition what it is, in the order of the file.

    The first of those that are enough alone, or all of those that only decide together. None
    when the condition holds: all its criteria do.
    """
    situation = Situation(reponses, contexte)
    if situation.value_of(regle.condition) is Valeur.VRAI:
        return ()
    return _decisive(regle.condition, situation, exclu=False)


def _decisive(condition: Condition, situation: Situation, *, exclu: bool) -> tuple[Raison, ...]:
    value = situation.weigh(condition)
    if not isinstance(condition, Toutes | UneDe | Aucune):
        found = situation.value_of_leaf(condition)
        return (Raison(condition, negate(found) if exclu else found, exclu),)
    shut_out = isinstance(condition, Aucune)
    wanted = negate(value) if value and shut_out else value
    reasons = [
        _decisive(child, situation, exclu=exclu != shut_out)
        for child in children(condition)
        if situation.weigh(child) is wanted
    ]
    if _is_settled_by_one(condition, wanted):
        reasons = reasons[:1]
    return tuple(raison for found_below in reasons for raison in found_below)


def _is_settled_by_one(group: Groupe, wanted: Valeur | None) -> bool:
    """Tell whether one child worth ``wanted`` makes the group what it is."""
    match group:
        case Toutes():
            return wanted is not Valeur.VRAI
        case UneDe():
            return wanted is Valeur.VRAI
        case Aucune():
            return wanted is not Valeur.FAUX
