"""Acronyms that the glossary does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from site_builder.checks.review import Review, Subject
from site_builder.problems import Problem
from site_builder.vocabulary.sigles import unknown_acronyms

# Opening hours are in the code of OpenStreetMap, postal addresses may be in capitals, and a
# structure's acronym is explained by its name, on the line above.
_OTHER_WRITING = {"horaires_accueil", "adresse", "complement_adresse", "commune", "sigle"}
_CAPITALS = re.compile(r"\b[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9-]+\b")


def check_sigles(review: Review) -> Iterator[Problem]:
    """Point out each unexplained acronym, once a record."""
    terms = review.catalogue.glossaire.values()
    known = {name for term in terms for name in (term.forme, *term.autres_formes)}
    for subject in review.subjects:
        yield from _unexplained(subject, known)


def _unexplained(subject: Subject, known: Set[str]) -> Iterator[Problem]:
    own = {getattr(subject.record, "sigle", None)}
    done: set[str] = set()
    for path, _, text in subject.texts:
        # Looking for capitals first: few texts have an acronym that is not known.
        if path[-1] in _OTHER_WRITING or not any(w not in known for w in _CAPITALS.findall(text)):
            continue
        for offset, acronym in unknown_acronyms(text, known):
            if acronym not in done and acronym not in own:
                done.add(acronym)
                place = subject.place_in_text(path, offset, acronym)
                yield subject.problem_at("CAT-T410", place, value=acronym)
