"""Records that nothing leads to, loops, and links to what is not published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.checks.boucles import find_loops
from site_builder.checks.review import Review, Subject
from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.contact import Contact
from site_builder.model.profil import Profil
from site_builder.model.question import Question
from site_builder.model.structure import Structure
from site_builder.model.territoire import Territoire
from site_builder.problems import Problem

Key = tuple[str, str]
Graph = dict[Key, list[Key]]

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
    for subject in review.subjects:
        if _needs_mention(subject) and (subject.kind.name, subject.slug) not in used:
            path = ("fonction",) if isinstance(subject.record, Contact) else ("nom",)
            yield subject.problem("CAT-R130", path, value=subject.slug, kind=subject.kind.le)


def used_records(review: Review) -> set[Key]:
    """Return what the records that need no mention lead to, by kind and slug."""
    return _reachable(_ways(review), [s for s in review.subjects if not _needs_mention(s)])


def _needs_mention(subject: Subject) -> bool:
    """Tell whether a record is there for others only.

    Actions are what the site is about, the list of themes is the same from one catalogue to
    the next, and the question that asks where a person lives serves every territoire.
    """
    if isinstance(subject.record, Question) and subject.record.type == "commune":
        return False
    return subject.kind.name in _MENTIONED


def _ways(review: Review) -> Graph:
    """Return, for each record, those that its page names or lists.

    A territoire's page lists its parts and its contacts, a structure's page its services
    and its contacts: these count as mentioned although they are the ones that name it.
    """
    ways: Graph = {}
    for subject in review.subjects:
        key = (subject.kind.name, subject.slug)
        ways.setdefault(key, []).extend((m.kind, m.slug) for m in subject.mentions)
        for above in _listed_by(subject):
            ways.setdefault(above, []).append(key)
    return ways


def _listed_by(subject: Subject) -> list[Key]:
    match record := subject.record:
        case Contact():
            territoires = [("territoires", slug) for slug in record.territoires]
            return [*territoires, ("structures", record.structure or "")]
        case Structure():
            return [("structures", record.rattachement or "")]
        case Territoire():
            return [("territoires", record.parent or "")]
        case _:
            return []


def _reachable(ways: Graph, starts: Iterable[Subject]) -> set[Key]:
    found: set[Key] = set()
    waiting = [(subject.kind.name, subject.slug) for subject in starts]
    while waiting:
        for key in ways.get(waiting.pop(), ()):
            if key not in found:
                found.add(key)
                waiting.append(key)
    return found


def check_loops(review: Review) -> Iterator[Problem]:
    """Refuse records that contain one another, or depend on one another, in a loop."""
    for kind, field, what in _LOOPS:
        links = {
            subject.slug: [
                mention.slug
                for mention in subject.mentions
                if mention.kind == kind and mention.path[0] == field and mention.offset is None
            ]
            for subject in review.subjects
            if subject.kind.name == kind
        }
        for loop in find_loops(links):
            first = review.subject(kind, loop[0])
            path = next(m.path for m in first.mentions if m.slug == loop[1] and m.path[0] == field)
            yield first.problem("CAT-R140", path, what=what, loop=_arrows(loop))


def _arrows(loop: list[str]) -> str:
    """Write « a → b → a », without the middle of a long loop."""
    shown = loop if len(loop) <= 8 else [*loop[:4], "…", *loop[-3:]]
    return " → ".join(shown)


def check_publication(review: Review) -> Iterator[Problem]:
    """Point out published actions that lead to an unpublished one, or to nobody."""
    answering = _answering(review.catalogue)
    for subject in review.subjects:
        match record := subject.record:
            case Action(statut="publie"):
                yield from _unpublished_targets(review, subject)
                named = {("territoires", slug) for slug in record.territoires}
                named |= {("structures", part.structure) for part in record.structures}
                if not record.contacts and answering.isdisjoint(named):
                    yield subject.problem("CAT-R151", ("nom",))
            case Profil():
                yield from _unpublished_targets(review, subject)


def _unpublished_targets(review: Review, subject: Subject) -> Iterator[Problem]:
    for mention in subject.mentions:
        target = review.catalogue.actions.get(mention.slug) if mention.kind == "actions" else None
        if target and target.statut in ("brouillon", "archive"):
            place, words = subject.place_of(mention), {"statut": target.statut}
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
