"""References to records that do not exist."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from site_builder.checks.review import Mention, Review
from site_builder.model.kinds import KINDS
from site_builder.problems import Problem
from site_builder.vocabulary.refusal import did_you_mean
from site_builder.vocabulary.typographie import fold, nearest_folded

# Past that many different slugs of a kind, something else is wrong than spelling; each
# search compares the slug with all those of the kind.
_MOST_SEARCHES = 200


def check_references(review: Review) -> Iterator[Problem]:
    """Refuse what names a record that has no file."""
    guides: dict[str, _Guide] = {}
    for key, named in review.named.items():
        if review.existing.issuperset(named):
            continue
        subject = review.subject(*key)
        for mention in subject.mentions:
            if (mention.kind, mention.slug) not in review.existing:
                guide = guides.setdefault(mention.kind, _Guide(review, mention.kind))
                place, advice = subject.place_of(mention), guide.suggest(mention)
                kind = KINDS.get(mention.kind)
                value = mention.slug if kind else f"{mention.kind}/{mention.slug}"
                words = {"value": value, "kind": kind.le if kind else "la fiche"}
                yield subject.problem_at("CAT-R101", place, suggestion=advice, **words)


class _Guide:
    """Tells which record of a kind was most likely meant."""

    def __init__(self, review: Review, kind: str) -> None:
        self.review = review
        self.kind = kind
        self.answers: dict[str, str | None] = {}

    def suggest(self, mention: Mention) -> str | None:
        """Return the advice for a slug, searched for once."""
        if mention.slug not in self.answers and len(self.answers) < _MOST_SEARCHES:
            self.answers[mention.slug] = self._search(mention)
        return self.answers.get(mention.slug)

    def _search(self, mention: Mention) -> str | None:
        is_link = mention.offset is not None
        # A record's path is easily copied for its name: sub-folders are not part of it.
        own_name = mention.slug.rpartition("/")[2]
        if own_name != mention.slug and (self.kind, own_name) in self.review.existing:
            return did_you_mean(f"{self.kind}/{own_name}" if is_link else own_name)
        found = nearest_folded(fold(mention.slug), self.slugs)
        if found is not None:
            name = self.slugs[found]
            return did_you_mean(f"{self.kind}/{name}" if is_link else name)
        existing = self.review.existing
        others = (kind for kind in KINDS.values() if (kind.name, mention.slug) in existing)
        other = next(others, None)
        if other and is_link:
            return did_you_mean(f"{other.name}/{mention.slug}")
        return f"«\u00a0{mention.slug}\u00a0» est {other.un}" if other else None

    @cached_property
    def slugs(self) -> list[str]:
        """What the kind holds, in the order of the files."""
        if self.kind not in KINDS:
            return []
        refused = (slug for kind, slug in self.review.loaded.refused if kind == self.kind)
        return sorted({*self.review.catalogue.records(self.kind), *refused})
