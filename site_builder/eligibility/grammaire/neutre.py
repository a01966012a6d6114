"""The sentence that is always right: the question as it is asked, and its answer."""

from __future__ import annotations

from dataclasses import replace

from site_builder.eligibility.grammaire.attentes import Attente
from site_builder.eligibility.grammaire.lecteurs import Lecteur
from site_builder.eligibility.grammaire.options import lowered_noun
from site_builder.eligibility.grammaire.quantites import outside, outside_days, periode, quantite
from site_builder.vocabulary.lieux import a_commune
from site_builder.vocabulary.typographie import french_list

_NO_BREAK = "\u00a0"


def quoted(attente: Attente, reader: Lecteur) -> str:
    """Return « à la question « … », vous répondez : « … » »."""
    asked, answers, answers_not = _who_answers(attente, reader)
    question = introduced(asked)
    attente = _plainly(attente.complement())
    several = attente.question.type == "choix-multiple"
    labels = [f"«{_NO_BREAK}{_typeset(label)}{_NO_BREAK}»" for label in attente.libelles]
    if attente.negation and (words := _outside(attente)):
        return f"{question}, {answers}{_NO_BREAK}: {words}"
    if attente.negation and len(labels) > 1 and not attente.toutes:
        nor = " ".join(f"ni {label}" for label in labels)
        return f"{question}, {answers_not} {nor}"
    if attente.negation:
        both = "à la fois " if attente.toutes else ""
        return f"{question}, {answers_not} pas {both}{_words(attente, labels)}"
    notably = " notamment" if several else ""
    return f"{question}, {answers}{notably}{_NO_BREAK}: {_words(attente, labels)}"


def introduced(question: str) -> str:
    """Return « à la question « … » », which an answer follows."""
    return f"à la question «{_NO_BREAK}{_typeset(question)}{_NO_BREAK}»"


def _plainly(attente: Attente) -> Attente:
    """Say « non » rather than « not oui »."""
    contrary = {"Oui": "Non", "Non": "Oui"}
    labels = attente.libelles
    if attente.question.type == "oui-non" and attente.negation and len(labels) == 1:
        return replace(attente, negation=False, libelles=(contrary.get(labels[0], labels[0]),))
    return attente


def answer_in_words(attente: Attente) -> str:
    """Return the answer expected as it stands within a sentence."""
    labels = [lowered_noun(label) for label in attente.libelles]
    if attente.question.type == "commune":
        labels = [a_commune(label) for label in attente.libelles]
    return _words(attente, labels)


def _outside(attente: Attente) -> str:
    """Return what lies outside an interval or a period, nothing when it is one value."""
    if attente.numerique and attente.bas != attente.haut:
        return outside(attente, None)
    if attente.datee and attente.premier != attente.dernier:
        return outside_days(attente.premier, attente.dernier)
    return ""


def _words(attente: Attente, labels: list[str]) -> str:
    if attente.numerique:
        return quantite(attente, None)
    if attente.datee:
        return periode(attente.premier, attente.dernier)
    return french_list(labels, "et" if attente.toutes else "ou")


def _who_answers(attente: Attente, reader: Lecteur) -> tuple[str, str, str]:
    """Return the question, and who answers it: not always who reads the sentence."""
    libelle = attente.question.libelle
    own: str | None = getattr(libelle, reader.nom)
    if own and reader.nom == "prescripteur":
        return own, "la réponse est", "la réponse n’est"
    if own:
        return own, reader.answers, reader.answers_not
    if libelle.prescripteur and reader.nom == "beneficiaire":
        return libelle.prescripteur, "votre référent répond", "votre référent ne répond"
    asked = libelle.beneficiaire or libelle.prescripteur or libelle.porteur or ""
    return asked, reader.answers, reader.answers_not


def _typeset(text: str) -> str:
    """Return ``text`` with its inner quotation marks lowered and its mark held to its word."""
    inner = text.strip().replace("«\u00a0", "“").replace("\u00a0»", "”")
    inner = inner.replace("« ", "“").replace(" »", "”")
    return inner.replace(" ?", f"{_NO_BREAK}?").replace("\u202f?", f"{_NO_BREAK}?")
