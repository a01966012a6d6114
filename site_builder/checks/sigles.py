"""Acronyms that the glossary does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.checks.facts import Facts
from site_builder.checks.review import Subject
from site_builder.problems import Problem
from site_builder.vocabulary.sigles import unknown_acronyms

# Opening hours are in the code of OpenStreetMap, postal addresses may be in capitals, and a
# structure's acronym is explained by its name, on the line above.
_OTHER_WRITING = {"horaires_accueil", "adresse", "complement_adresse", "commune", "sigle"}
# Beginning with a class rather than with \b, it is three times as fast.
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ](?<!\w[A-ZÀ-ÖØ-Þ])[A-ZÀ-ÖØ-Þ0-9-]+\b")


def check_sigles(subject: Subject, facts: Facts) -> Iterator[Problem]:
    """Point out each unexplained acronym of a record, once."""
    # Looking for capitals first: few records have an acronym that is not known.
    if facts.sigles.issuperset(_CAPITALS.findall(subject.prose)):
        return
    texts = [(path, text) for path, _, text in subject.texts if path[-1] not in _OTHER_WRITING]
    if facts.sigles.issuperset(_CAPITALS.findall("\n".join(text for _, text in texts))):
        return
    own = {getattr(subject.record, "sigle", None)}
    done: set[str] = set()
    for path, text in texts:
        for offset, acronym in unknown_acronyms(text, facts.sigles):
            if acronym not in done and acronym not in own:
                done.add(acronym)
                place = subject.place_in_text(path, offset, acronym)
                yield subject.problem_at("CAT-T410", place, value=acronym)
