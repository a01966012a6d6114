"""What the checks look at: every record that was read, with its source."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from site_builder.checks.sources import Sources
from site_builder.loading import Document, Loaded
from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Modele, Prose
from site_builder.model.kinds import KINDS, SITE, Kind
from site_builder.model.profil import Profil
from site_builder.model.reference import Path, Words, prose, references, words
from site_builder.problems import Place, Problem, problem
from site_builder.vocabulary.refusal import ValueRefused
from site_builder.vocabulary.texte_riche import RecordTarget
from site_builder.vocabulary.texte_riche import Reference as Link
from site_builder.vocabulary.texte_riche import references as read_links

Key = tuple[str, str]
States = tuple[bytes, ...]
Across = dict[str, tuple[States, tuple[Problem, ...]]]


class Mention(NamedTuple):
    """A record named by another one: by a field, a key, or a link in a text.

    ``offset`` counts characters from the start of the text, for a link.
    """

    path: Path
    kind: str
    slug: str
    is_key: bool = False
    offset: int | None = None


class Findings(NamedTuple):
    """What one record tells by itself: its ``problems``, and the records that it names.

    ``identity`` is what tells it apart for a reader, ``None`` when others may be called the same.
    """

    problems: tuple[Problem, ...]
    named: tuple[Key, ...]
    identity: Hashable = None


@dataclass(slots=True)
class Known:
    """What was found already, of records that are the same; brought up to date by the checks.

    ``findings`` are those of records, on the same facts. ``sound`` are actions and publics whose
    rules have no fault, on the same questions, publics and territoires. ``states`` tell the
    records of each kind from any other ones, and « » all the slugs; ``former`` are the findings of
    records that are no longer the same. ``across`` has what checks found that look at a few kinds
    only, by the name of the check, with the states that it was found in.
    """

    findings: dict[Key, Findings] = field(default_factory=dict)
    sound: set[Key] = field(default_factory=set)
    states: Mapping[str, bytes] = field(default_factory=dict)
    former: Mapping[Key, Findings] = field(default_factory=dict)
    across: Across = field(default_factory=dict)


@dataclass(frozen=True)
class Subject:
    """A record under review, with the document that it was written in.

    It lasts as long as its own checks: the texts of a whole catalogue would fill the memory.
    """

    kind: Kind
    slug: str
    record: Modele
    document: Document
    sources: Sources

    @cached_property
    def words(self) -> Words:
        """What the record says and names: enough to tell that nothing is wrong."""
        return words(self.record)

    @cached_property
    def prose(self) -> str:
        """All the texts that the public reads: one look at them settles nearly all rules."""
        return "\n".join([*self.words.plain, *self.words.rich])

    @cached_property
    def targets(self) -> tuple[RecordTarget | str | None, ...]:
        """Where the links and images in the texts lead, ``None`` for those that are refused."""
        texts = (text for text in self.words.rich if "](" in text)
        return tuple(link.target for text in texts for link in read_links(text))

    @cached_property
    def texts(self) -> tuple[tuple[Path, Prose, str], ...]:
        """The texts that the public reads, each with its path and its mark."""
        return tuple(prose(self.record))

    @property
    def key(self) -> Key:
        """The kind and the slug of the record."""
        return self.kind.name, self.slug

    @cached_property
    def links(self) -> tuple[tuple[Path, Link], ...]:
        """The links and images in the texts, each with the path of its text."""
        rich = ((path, text) for path, style, text in self.texts if style.riche and "](" in text)
        return tuple((path, link) for path, text in rich for link in read_links(text))

    @cached_property
    def named(self) -> tuple[Key, ...]:
        """The kind and the slug of each record that this one names, whether it exists or not."""
        found = dict.fromkeys(self.words.named)
        found |= dict.fromkeys((mention.kind, mention.slug) for mention in self._keys())
        for target in self.targets:
            if isinstance(target, RecordTarget):
                found[target.folder, target.slug] = None
        return tuple(found)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The records that this one names, whether they exist or not."""
        return tuple(self._find_mentions())

    def _find_mentions(self) -> Iterator[Mention]:
        for path, mark, slug in references(self.record):
            yield Mention(path, mark.kind, slug)
        yield from self._keys()
        for path, link in self.links:
            if isinstance(link.target, RecordTarget):
                yield Mention(path, link.target.folder, link.target.slug, offset=link.offset)

    def _keys(self) -> Iterator[Mention]:
        if isinstance(self.record, Profil):
            for slug in self.record.reponses:
                yield Mention(("reponses", slug), "questions", slug, is_key=True)
            for slug in self.record.attendus:
                yield Mention(("attendus", slug), "actions", slug, is_key=True)

    def place_of(self, mention: Mention) -> Place:
        """Return where ``mention`` is written."""
        if mention.is_key:
            return self.document.key_place(mention.path)
        if mention.offset is None:
            return self.document.place(mention.path)
        return self.place_in_text(mention.path, mention.offset, f"{mention.kind}/{mention.slug}")

    def place_in_text(self, path: Path, offset: int, words: str) -> Place:
        """Return where ``words``, at ``offset`` of the text at ``path``, stand in the file."""
        scalar = self.document.scalar(path)
        if scalar is None:
            return self.document.place(path)
        return self.sources.locate(self.document.file, scalar, offset, words)

    def problem(
        self, code: str, path: Path = (), *, suggestion: str | None = None, **words: Any
    ) -> Problem:
        """Make the problem ``code`` about the value at ``path``; ``words`` may replace it."""
        words.setdefault("value", self.document.text(path).strip())
        return self.problem_at(code, self.document.place(path), suggestion=suggestion, **words)

    def key_problem(self, code: str, path: Path, **words: Any) -> Problem:
        """Make the problem ``code`` about the key that ``path`` ends with."""
        words.setdefault("value", path[-1])
        return self.problem_at(code, self.document.key_place(path), **words)

    def problem_at(
        self, code: str, place: Place, *, suggestion: str | None = None, **words: Any
    ) -> Problem:
        """Make the problem ``code`` at a place that is already known."""
        value = str(words.pop("value", ""))
        return problem(code, place, value=value, suggestion=suggestion, **words)

    def refusal(self, path: Path, parse: Callable[[str], object], text: str) -> Iterator[Problem]:
        """Yield the problem of the text at ``path`` when ``parse`` refuses it."""
        try:
            parse(text)
        except ValueRefused as refused:
            yield self.refused(path, refused, value=text)

    def refused(self, path: Path, refusal: ValueRefused, **words: Any) -> Problem:
        """Make the problem that says why the value at ``path`` is refused."""
        words |= refusal.params
        return self.problem(refusal.code, path, suggestion=refusal.suggestion, **words)


@dataclass(frozen=True)
class Review:
    """The catalogue that is checked, the day of the check, and the records one by one.

    ``records`` are those that were read, in the order of the files; ``told`` has what each of
    them tells by itself; ``sound`` are actions and publics whose rules have no fault.
    """

    loaded: Loaded
    today: date
    records: Mapping[Key, Modele]
    told: Mapping[Key, Findings]
    _sources: Sources
    sound: AbstractSet[Key] = frozenset()

    @classmethod
    def of(
        cls,
        loaded: Loaded,
        today: date,
        told: Mapping[Key, Findings] | None = None,
        sound: AbstractSet[Key] = frozenset(),
    ) -> Review:
        """Prepare the review of what was loaded; without ``told``, records are asked."""
        catalogue = loaded.catalogue
        found = ((key, _record(catalogue, *key)) for key in loaded.documents)
        records = {key: record for key, record in found if record is not None}
        review = cls(loaded, today, records, {} if told is None else told, Sources(loaded), sound)
        if told is None:
            return replace(
                review, told={one.key: Findings((), one.named) for one in review.subjects}
            )
        return review

    @property
    def catalogue(self) -> Catalogue:
        """The records, and the relations between them."""
        return self.loaded.catalogue

    @cached_property
    def named(self) -> dict[Key, tuple[Key, ...]]:
        """What each record names."""
        return {key: self.told[key].named for key in self.records}

    @property
    def subjects(self) -> Iterator[Subject]:
        """Every record under review, made ready one after the other."""
        return (self.subject(*key) for key in self.records)

    def subject(self, kind: str, slug: str) -> Subject:
        """Return one record under review. Raises ``KeyError`` when it was not read."""
        row = SITE if kind == SITE.name else KINDS[kind]
        key = (kind, slug)
        return Subject(row, slug, self.records[key], self.loaded.documents[key], self._sources)

    @property
    def unsound(self) -> Iterator[tuple[Key, Modele]]:
        """The records whose rules may have a fault."""
        return (item for item in self.records.items() if item[0] not in self.sound)

    @cached_property
    def existing(self) -> frozenset[Key]:
        """The records that have a file, even those that were refused."""
        return frozenset(self.records) | self.loaded.refused


def _record(catalogue: Catalogue, kind: str, slug: str) -> Modele | None:
    return catalogue.site if kind == SITE.name else catalogue.records(kind).get(slug)
