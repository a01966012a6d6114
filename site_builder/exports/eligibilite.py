"""``data/eligibilite.json``: the rules and the questions, as the questionnaires read them.

Together with ``data/communes.json`` it is all that the browser needs: no answer ever leaves it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from datetime import date
from pickle import PickleBuffer
from typing import Any, NamedTuple, TypeVar

import numpy as np

from site_builder.eligibility.phrases import Enonceur
from site_builder.exports.criteres import (
    Criteres,
    Feuilles,
    Ranks,
    Readings,
    Regle,
    encode_critere,
    encode_lectures,
    nombre,
    numbers_of,
)
from site_builder.exports.fiches import Valeurs, describe_contact, filled
from site_builder.exports.fragments import Fragment, encode_fragment, is_told, make_fragment
from site_builder.exports.open_data import separated, to_bytes
from site_builder.exports.texte_brut import brut
from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.changes import Key, find_changed, find_touched
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
P = TypeVar("P")
# What the sentences of criteria name.
_NAMED = frozenset({"questions", "publics_cibles", "territoires"})


class _Told(NamedTuple):
    """The criteria of all rules: JSON in UTF-8, and the number of each leaf.

    ``lectures`` are those that they are read by.
    """

    lectures: bytes
    numbers: Ranks
    text: bytes


def describe_eligibilite(catalogue: Catalogue, today: date) -> str:
    """Return the JSON text for ``catalogue`` (as published on ``today``), in a stable order.

    A rule is the tree of the catalogue's format, whose leaves are numbers: ranks in
    ``criteres``. An action without a rule, a call or any funding is left out.
    """
    return b"".join(EligibiliteMaker().encode(catalogue, today)).decode()


class EligibiliteMaker:
    """Makes the file, state after state.

    It keeps what each record gave. What it makes is what another one would that never saw a former
    state.
    """

    def __init__(self) -> None:
        """Know of no state."""
        self.catalogue = Catalogue()
        self._feuilles = Feuilles()
        self._actions: dict[str, Fragment] = {}
        self._publics: dict[str, tuple[bytes, Regle | None]] = {}
        self._contacts: dict[str, bytes] = {}
        self._territoires: dict[str, bytes] = {}
        # What is said of each criterion, by its rank and its readings.
        self._said: dict[tuple[int, Readings], bytes] = {}
        # Of all of them, as long as rules read the same ones.
        self._told: _Told | None = None

    def __getstate__(self) -> dict[str, Any]:
        """Be pickled column by column, with the texts beside, as they are."""
        texts, *others = zip(*self._actions.values(), strict=True) if self._actions else ((),) * 3
        columns = list(self._actions), list(map(PickleBuffer, texts)), *others
        return {**self.__dict__, "_actions": columns}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Be what was pickled."""
        self.__dict__.update(state)
        slugs, *columns = self._actions
        fragments = map(Fragment._make, zip(*columns, strict=True))
        self._actions = dict(zip(slugs, fragments, strict=True))

    def encode(self, catalogue: Catalogue, today: date) -> Iterator[bytes]:
        """Yield the text of ``describe_eligibilite``, in UTF-8, part by part."""
        self._update(catalogue)
        told = self._tell_criteres(catalogue)
        numbers = iter(numbers_of(np.frombuffer(told.lectures, np.int32), told.numbers))
        contacts = {slug: b"%d" % rank for rank, slug in enumerate(catalogue.contacts)}
        actions = (
            b'"%s":%s' % (slug.encode(), encode_fragment(fragment, contacts, numbers))
            for slug, fragment in self._actions.items()
        )
        yield from self._encode_head(catalogue, today, told)
        yield b',"actions":{'
        yield from separated(actions)
        yield b"}}\n"

    def _tell_criteres(self, catalogue: Catalogue) -> _Told:
        """Describe the criteria: numbered as rules come, they stand before them in the file."""
        publics = {slug: regle for slug, (_, regle) in self._publics.items()}
        # Its page says the conditions of a public, whether a rule names it or not.
        own = (encode_lectures("beneficiaire", regle) for regle in publics.values() if regle)
        read = b"".join((*(one.lectures for one in self._actions.values()), *own))
        if self._told is None or self._told.lectures != read:
            criteres = Criteres(self._feuilles, publics, np.frombuffer(read, np.int32))
            text = b",".join(self._encode_criteres(catalogue, criteres))
            self._told = _Told(read, criteres.numbers, text)
        return self._told

    def _update(self, catalogue: Catalogue) -> None:
        """Make again what the records that changed say."""
        former = self.catalogue
        touched = find_touched(former, catalogue)
        if any(kind in _NAMED for kind, _ in find_changed(former, catalogue)):
            self._said, self._told = {}, None
        self._actions = {
            slug: fragment
            for slug, action in catalogue.actions.items()
            if (fragment := self._fragment(slug, action, catalogue, touched))
        }
        self._publics = {
            slug: self._kept("publics_cibles", slug, touched, self._publics)
            or _public(public, self._feuilles)
            for slug, public in catalogue.publics_cibles.items()
        }
        self._contacts = {
            slug: self._kept("contacts", slug, touched, self._contacts)
            or to_bytes(describe_contact(contact, catalogue))
            for slug, contact in catalogue.contacts.items()
        }
        self._territoires = {
            slug: self._kept("territoires", slug, touched, self._territoires)
            or to_bytes(_territoire(territoire))
            for slug, territoire in catalogue.territoires.items()
        }
        self.catalogue = catalogue

    def _fragment(
        self, slug: str, action: Action, catalogue: Catalogue, touched: Container[Key]
    ) -> Fragment | None:
        if ("actions", slug) not in touched:
            # One that was not told is not told still.
            return self._actions.get(slug)
        return make_fragment(action, catalogue, self._feuilles) if is_told(action) else None

    @staticmethod
    def _kept(kind: str, slug: str, touched: Container[Key], known: Mapping[str, P]) -> P | None:
        return None if (kind, slug) in touched else known.get(slug)

    def _encode_head(self, catalogue: Catalogue, today: date, told: _Told) -> Iterator[bytes]:
        """Yield all that comes before the actions."""
        head = {
            "version": VERSION,
            "licence": LICENCE,
            "date": today.isoformat(),
            "questions": {slug: _question(q) for slug, q in catalogue.questions.items()},
        }
        yield to_bytes(head)[:-1] + b',"criteres":['
        yield told.text
        yield b'],"publics_cibles":{'
        yield from separated(
            b'"%s":{%s,"condition":%s}' % (slug.encode(), text, _encode_tree(regle, told.numbers))
            for slug, (text, regle) in self._publics.items()
        )
        yield b'},"territoires":{'
        yield from separated(
            b'"%s":%s' % (slug.encode(), text) for slug, text in self._territoires.items()
        )
        tail = {
            "thematiques": {slug: brut(t.nom) for slug, t in catalogue.thematiques.items()},
            "parcours": {path.value: path.label for path in PARCOURS},
            "unites": {unit.value: unit.label for unit in UNITES_FINANCEMENT},
        }
        yield b"}," + to_bytes(tail)[1:-1] + b',"contacts":['
        yield from separated(self._contacts.values())
        yield b"]"

    def _encode_criteres(self, catalogue: Catalogue, criteres: Criteres) -> Iterator[bytes]:
        enonceur = Enonceur(catalogue)
        said = {}
        for rank, readings in criteres.met():
            text = self._said.get((rank, readings))
            if text is None:
                text = encode_critere(self._feuilles[rank], readings, enonceur)
            said[rank, readings] = text
            yield text
        self._said = said


def _encode_tree(regle: Regle | None, numbers: Ranks) -> bytes:
    if regle is None:
        return b"null"
    lectures = np.frombuffer(encode_lectures("beneficiaire", regle), np.int32)
    return regle.arbre % tuple(numbers_of(lectures, numbers))


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


def _public(public: PublicCible, feuilles: Feuilles) -> tuple[bytes, Regle | None]:
    text = to_bytes({"nom": brut(public.nom), "url": url_of(public)})[1:-1]
    return text, None if public.conditions is None else feuilles.read(public.conditions)


def _territoire(territoire: Territoire) -> Valeurs:
    return filled(
        nom=brut(territoire.nom),
        nature=territoire.nature,
        url=url_of(territoire),
        parent=territoire.parent,
    )
