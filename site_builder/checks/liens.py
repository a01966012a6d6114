"""Records that nothing leads to, loops, and links to what is not published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set
from itertools import chain

from site_builder.checks.boucles import find_loops
from site_builder.checks.review import Key, Mention, Review
from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Modele
from site_builder.model.contact import Contact
from site_builder.model.question import Question
from site_builder.problems import Problem

_HIDDEN = ("brouillon", "archive")
_MENTIONED = ("contacts", "structures", "publics_cibles", "territoires", "questions")
_LOOPS = (
    ("territoires", "parent", "les territoires"),
    ("structures", "rattachement", "les rattachements de structures"),
    ("publics_cibles", "conditions", "les conditions de publics cibles"),
)


def check_orphans(review: Review) -> Iterator[Problem]:
    """Point out the records that no action leads to, even through other records.

    Silent as long as a record is refused, or there is no action: what they would mention
    is not known yet.
    """
    if review.loaded.refused or not review.catalogue.actions:
        return
    used = used_records(review)
    for key, record in review.records.items():
        if key not in used and _needs_mention(key, record):
            subject = review.subject(*key)
            path = ("fonction",) if isinstance(subject.record, Contact) else ("nom",)
            yield subject.problem("CAT-R130", path, value=subject.slug, kind=subject.kind.le)


def used_records(review: Review) -> set[Key]:
    """Return what the records that need no mention lead to, by kind and slug."""
    listed, named = _listed(review.catalogue), review.named
    waiting = {key for key, record in review.records.items() if not _needs_mention(key, record)}
    found: set[Key] = set()
    followed: set[Key] = set()
    while waiting:
        # One wave after the other: records that name the same ones are many.
        for key in waiting:
            found.update(named.get(key, ()), listed.get(key, ()))
        followed |= waiting
        waiting = found - followed
    return found


def _needs_mention(key: Key, record: Modele) -> bool:
    """Tell whether a record is there for others only.

    Actions are what the site is about, the list of themes is the same from one catalogue to
    the next, and the question that asks where a person lives serves every territoire.
    """
    if key[0] not in _MENTIONED:
        return False
    return not (isinstance(record, Question) and record.type == "commune")


def _listed(catalogue: Catalogue) -> dict[Key, list[Key]]:
    """Return, for each record, those that name it and that its page lists.

    A territoire's page lists its parts and its contacts, a structure's page its services
    and its contacts: these count as mentioned although they are the ones that name it.
    """
    listed: defaultdict[Key, list[Key]] = defaultdict(list)
    for contact in catalogue.contacts.values():
        for slug in contact.territoires:
            listed["territoires", slug].append(("contacts", contact.slug))
        listed["structures", contact.structure or ""].append(("contacts", contact.slug))
    for structure in catalogue.structures.values():
        above = structure.rattachement or ""
        listed["structures", above].append(("structures", structure.slug))
    for territoire in catalogue.territoires.values():
        listed["territoires", territoire.parent or ""].append(("territoires", territoire.slug))
    return listed


def check_loops(review: Review) -> Iterator[Problem]:
    """Refuse records that contain one another, or depend on one another, in a loop."""
    for kind, field, what in _LOOPS:
        keys = [key for key in review.records if key[0] == kind]
        links = {key[1]: [slug for k, slug in review.named[key] if k == kind] for key in keys}
        if not find_loops(links):
            continue
        # Among all that these records name, what their field names is what may not loop.
        links = {slug: [m.slug for m in _own(review, kind, slug, field)] for slug in links}
        for loop in find_loops(links):
            first = review.subject(kind, loop[0])
            path = next(m.path for m in first.mentions if m.slug == loop[1] and m.path[0] == field)
            yield first.problem("CAT-R140", path, what=what, loop=_arrows(loop))


def _own(review: Review, kind: str, slug: str, field: str) -> Iterator[Mention]:
    """Yield the records of its kind that a record names in ``field``, texts left aside."""
    for mention in review.subject(kind, slug).mentions:
        if mention.kind == kind and mention.path[0] == field and mention.offset is None:
            yield mention


def _arrows(loop: list[str]) -> str:
    """Write « a → b → a », without the middle of a long loop."""
    shown = loop if len(loop) <= 8 else [*loop[:4], "…", *loop[-3:]]
    return " → ".join(shown)


def check_publication(review: Review) -> Iterator[Problem]:
    """Point out published actions that lead to an unpublished one, or to nobody."""
    answering = _answering(review.catalogue)
    actions, named = review.catalogue.actions, review.named
    hidden = {("actions", slug) for slug, one in actions.items() if one.statut in _HIDDEN}
    shown = [slug for slug, one in actions.items() if one.statut == "publie"]
    profils = (("profils", slug) for slug in review.catalogue.profils)
    for key in chain((("actions", slug) for slug in shown), profils):
        if not hidden.isdisjoint(named[key]):
            yield from _hidden_targets(review, key, hidden)
    for slug in shown:
        action = actions[slug]
        if not action.contacts and answering.isdisjoint(_places_and_structures(action)):
            yield review.subject("actions", slug).problem("CAT-R151", ("nom",))


def _places_and_structures(action: Action) -> Iterator[Key]:
    yield from (("territoires", place) for place in action.territoires)
    yield from (("structures", part.structure) for part in action.structures)


def _hidden_targets(review: Review, key: Key, hidden: Set[Key]) -> Iterator[Problem]:
    """Point out where a record names actions that have no page."""
    subject = review.subject(*key)
    for mention in subject.mentions:
        if (mention.kind, mention.slug) in hidden:
            words = {"statut": review.catalogue.actions[mention.slug].statut}
            place = subject.place_of(mention)
            yield subject.problem_at("CAT-R150", place, value=mention.slug, **words)


def _answering(catalogue: Catalogue) -> set[Key]:
    """Return the structures and the territoires whose page has someone to call."""
    answering: set[Key] = set()
    for structure in catalogue.structures.values():
        if structure.contacts:
            answering.add(("structures", structure.slug))
    for contact in catalogue.contacts.values():
        answering.add(("structures", contact.structure or ""))
        for slug in contact.territoires:
            above = catalogue.territoires.get(slug)
            while above and ("territoires", above.slug) not in answering:
                answering.add(("territoires", above.slug))
                above = catalogue.parent_of(above)
    return answering
