"""``data/eligibilite.json``: the rules and the questions, as the questionnaires read them.

Together with ``data/communes.json`` it is all that the browser needs: no answer ever leaves it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from datetime import date
from typing import NamedTuple, TypeVar

from site_builder.eligibility.phrases import Enonceur
from site_builder.exports.criteres import (
    LECTEURS,
    Criteres,
    Feuilles,
    Lecture,
    Regle,
    encode_critere,
    nombre,
)
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


class Fragment(NamedTuple):
    """What the file says of one action: JSON in UTF-8, in parts without braces.

    ``contacts`` are the slugs of its contacts, which stand between ``before`` and ``after``.
    ``portage`` is empty for an action of which an organisation has nothing to learn.
    """

    before: bytes
    contacts: tuple[str, ...]
    after: bytes
    regles: tuple[tuple[str, Regle], ...]
    portage: bytes


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
        self._said: dict[tuple[int, tuple[Lecture, ...]], bytes] = {}

    def encode(self, catalogue: Catalogue, today: date) -> Iterator[bytes]:
        """Yield the text of ``describe_eligibilite``, in UTF-8, action by action."""
        self._update(catalogue)
        publics = {slug: regle for slug, (_, regle) in self._publics.items()}
        # Criteria are numbered as rules come, and stand before them in the file.
        criteres = Criteres(self._feuilles, publics)
        for fragment in self._actions.values():
            for rule, regle in fragment.regles:
                criteres.add(regle, LECTEURS[rule])
        for public in filter(None, publics.values()):
            # Its page says its conditions, whether a rule names it or not.
            criteres.add(public, LECTEURS["beneficiaire"])
        yield from self._encode_head(catalogue, today, criteres)
        yield b',"actions":{'
        numbers = {slug: rank for rank, slug in enumerate(catalogue.contacts)}
        yield from separated(
            b'"%s":%s' % (slug.encode(), _encode_action(fragment, numbers, criteres))
            for slug, fragment in self._actions.items()
        )
        yield b"}}\n"

    def _update(self, catalogue: Catalogue) -> None:
        """Make again what the records that changed say."""
        former = self.catalogue
        touched = find_touched(former, catalogue)
        if any(kind in _NAMED for kind, _ in find_changed(former, catalogue)):
            self._said = {}
        self._actions = {
            slug: self._kept("actions", slug, touched, self._actions)
            or make_fragment(action, catalogue, self._feuilles)
            for slug, action in catalogue.actions.items()
            if is_told(action)
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

    @staticmethod
    def _kept(kind: str, slug: str, touched: Container[Key], known: Mapping[str, P]) -> P | None:
        return None if (kind, slug) in touched else known.get(slug)

    def _encode_head(
        self, catalogue: Catalogue, today: date, criteres: Criteres
    ) -> Iterator[bytes]:
        """Yield all that comes before the actions."""
        head = {
            "version": VERSION,
            "licence": LICENCE,
            "date": today.isoformat(),
            "questions": {slug: _question(q) for slug, q in catalogue.questions.items()},
        }
        yield to_bytes(head)[:-1] + b',"criteres":['
        yield from separated(self._encode_criteres(catalogue, criteres))
        yield b'],"publics_cibles":{'
        yield from separated(
            b'"%s":{%s,"condition":%s}'
            % (slug.encode(), text, b"null" if regle is None else criteres.tree(regle))
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


def make_fragment(action: Action, catalogue: Catalogue, feuilles: Feuilles) -> Fragment:
    """Return the fragment of ``action``, with the names of what it refers to in ``catalogue``."""
    before, after = describe_action(action, catalogue)
    conditions = ((rule, getattr(action.eligibilite, rule, None)) for rule in LECTEURS)
    return Fragment(
        to_bytes(before)[1:-1],
        action.contacts,
        to_bytes(after)[1:-1],
        tuple((rule, feuilles.read(found)) for rule, found in conditions if found is not None),
        to_bytes(describe_portage(action)) if _has_portage(action) else b"",
    )


def is_told(action: Action) -> bool:
    """Tell whether the file says anything of ``action``."""
    return _has_rule(action) or _has_portage(action)


def _encode_action(fragment: Fragment, contacts: Mapping[str, int], criteres: Criteres) -> bytes:
    numbers = [str(contacts[slug]) for slug in dict.fromkeys(fragment.contacts) if slug in contacts]
    parts = [
        fragment.before,
        f'"contacts":[{",".join(numbers)}]'.encode() if numbers else b"",
        fragment.after,
        *(b'"%s":%s' % (rule.encode(), criteres.tree(regle)) for rule, regle in fragment.regles),
        b'"portage":' + fragment.portage if fragment.portage else b"",
    ]
    return b"{%s}" % b",".join(filter(None, parts))


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


def _has_rule(action: Action) -> bool:
    return any(rule in action.regles for rule in LECTEURS)


def _has_portage(action: Action) -> bool:
    """Tell whether an organisation has something to learn of ``action``."""
    return "porteur" in action.regles or action.appel_a_projets is not None or action.est_financee
