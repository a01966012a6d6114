"""What ``data/eligibilite.json`` says of one action, whatever the others are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from site_builder.exports.criteres import LECTEURS, Feuilles, encode_lectures
from site_builder.exports.fiches import describe_action, describe_portage
from site_builder.exports.open_data import Text, to_bytes
from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue

# Bytes of a reading.
_LECTURE = 4


class Fragment(NamedTuple):
    """What the file says of one action: JSON in UTF-8, to be formatted with numbers.

    ``text`` has a ``%s`` for the numbers of the contacts, of which these are the slugs, then a
    ``%d`` for the number of each criterion: ``lectures``, as ``encode_lectures`` writes them.
    """

    text: Text
    contacts: tuple[str, ...]
    lectures: bytes


def make_fragment(action: Action, catalogue: Catalogue, feuilles: Feuilles) -> Fragment:
    """Return the fragment of ``action``, with the names of what it refers to in ``catalogue``."""
    before, after = describe_action(action, catalogue)
    conditions = ((rule, getattr(action.eligibilite, rule, None)) for rule in LECTEURS)
    regles = [(rule, feuilles.read(found)) for rule, found in conditions if found is not None]
    portage = to_bytes({"portage": describe_portage(action)}) if _has_portage(action) else b"{}"
    parts = [
        to_bytes(before)[1:-1].replace(b"%", b"%%") + b"%s",
        to_bytes(after)[1:-1].replace(b"%", b"%%"),
        *(b'"%s":%s' % (rule.encode(), regle.arbre) for rule, regle in regles),
        portage[1:-1].replace(b"%", b"%%"),
    ]
    return Fragment(
        b"{%s}" % b",".join(filter(None, parts)),
        action.contacts,
        b"".join(encode_lectures(rule, regle) for rule, regle in regles),
    )


def is_told(action: Action) -> bool:
    """Tell whether the file says anything of ``action``."""
    return _has_rule(action) or _has_portage(action)


def encode_fragment(
    fragment: Fragment, contacts: Mapping[str, bytes], numbers: Iterator[int]
) -> bytes:
    """Return what the file says of an action; ``numbers`` begin with those of its criteria."""
    found = [contacts[slug] for slug in dict.fromkeys(fragment.contacts) if slug in contacts]
    named = b',"contacts":[%s]' % b",".join(found) if found else b""
    count = len(fragment.lectures) // _LECTURE
    return bytes(fragment.text) % (named, *islice(numbers, count))


def _has_rule(action: Action) -> bool:
    return any(rule in action.regles for rule in LECTEURS)


def _has_portage(action: Action) -> bool:
    """Tell whether an organisation has something to learn of ``action``."""
    return "porteur" in action.regles or action.appel_a_projets is not None or action.est_financee
