"""What the checks look at: every record that was read, with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from site_builder.checks.sources import Sources
from site_builder.loading import Document, Loaded
from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Modele, Prose
from site_builder.model.kinds import KINDS, SITE, Kind
from site_builder.model.profil import Profil
from site_builder.model.reference import Path, prose, references
from site_builder.problems import Place, Problem, problem
from site_builder.vocabulary.refusal import ValueRefused
from site_builder.vocabulary.texte_riche import RecordTarget
from site_builder.vocabulary.texte_riche import references as links
from site_builder.yaml_source import Scalar


@dataclass(frozen=True, slots=True)
class Mention:
    """A record named by another one: by a field, a key, or a link in a text.

    ``offset`` counts characters from the start of the text, for a link.
    """

    path: Path
    kind: str
    slug: str
    is_key: bool = False
    offset: int | None = None


@dataclass(frozen=True)
class Subject:
    """A record under review, with the document that it was written in."""

    kind: Kind
    slug: str
    record: Modele
    document: Document
    sources: Sources

    @cached_property
    def texts(self) -> tuple[tuple[Path, Prose, str], ...]:
        """The texts that the public reads, each with its path and its mark."""
        return tuple(prose(self.record))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The records that this one names, whether they exist or not."""
        return tuple(self._find_mentions())

    def _find_mentions(self) -> Iterator[Mention]:
        for path, mark, slug in references(self.record):
            yield Mention(path, mark.kind, slug)
        if isinstance(self.record, Profil):
            for slug in self.record.reponses:
                yield Mention(("reponses", slug), "questions", slug, is_key=True)
            for slug in self.record.attendus:
                yield Mention(("attendus", slug), "actions", slug, is_key=True)
        for path, style, text in self.texts:
            for link in links(text) if style.riche else ():
                if isinstance(link.target, RecordTarget):
                    yield Mention(path, link.target.folder, link.target.slug, offset=link.offset)

    def place_of(self, mention: Mention) -> Place:
        """Return where ``mention`` is written."""
        if mention.is_key:
            return self.document.key_place(mention.path)
        if mention.offset is None:
            return self.document.place(mention.path)
        return self.place_in_text(mention.path, mention.offset, f"{mention.kind}/{mention.slug}")

    def place_in_text(self, path: Path, offset: int, words: str) -> Place:
        """Return where ``words``, at ``offset`` of the text at ``path``, stand in the file."""
        scalar = self.document.value(path)
        if not isinstance(scalar, Scalar):
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
    """The catalogue that is checked, the day of the check, and the records one by one."""

    loaded: Loaded
    today: date
    subjects: tuple[Subject, ...]

    @classmethod
    def of(cls, loaded: Loaded, today: date) -> Review:
        """Prepare the review of what was loaded."""
        sources = Sources(loaded)
        subjects = []
        for (name, slug), document in loaded.documents.items():
            kind = SITE if name == SITE.name else KINDS[name]
            record = _record(loaded.catalogue, kind, slug)
            if record is not None:
                subjects.append(Subject(kind, slug, record, document, sources))
        return cls(loaded, today, tuple(subjects))

    @property
    def catalogue(self) -> Catalogue:
        """The records, and the relations between them."""
        return self.loaded.catalogue

    def subject(self, kind: str, slug: str) -> Subject:
        """Return one record under review. Raises ``KeyError`` when it was not read."""
        return self._by_key[kind, slug]

    def exists(self, kind: str, slug: str) -> bool:
        """Tell whether there is a file for this record, even one that was refused."""
        return (kind, slug) in self._by_key or (kind, slug) in self.loaded.refused

    @cached_property
    def _by_key(self) -> dict[tuple[str, str], Subject]:
        return {(subject.kind.name, subject.slug): subject for subject in self.subjects}


def _record(catalogue: Catalogue, kind: Kind, slug: str) -> Modele | None:
    return catalogue.site if kind is SITE else catalogue.records(kind.name).get(slug)
