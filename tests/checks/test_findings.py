"""Records checked one by one, anywhere, tell what the check of the whole catalogue does."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from site_builder.checks import RULED, Facts, Known, check_catalogue, check_record, regles
from site_builder.checks.meaning import Meaning
from site_builder.checks.review import Findings, Key, Review, Subject
from site_builder.checks.verdicts import Reading
from site_builder.loading import load_catalogue

CATALOGUES = sorted(path for path in (Path(__file__).parent / "catalogues").iterdir())


@pytest.mark.parametrize("folder", CATALOGUES, ids=lambda path: path.name)
def test_findings_may_come_from_elsewhere(folder: Path, today: date) -> None:
    loaded = load_catalogue(folder)
    findings: dict[Key, Findings] = {}
    for subject in Review.of(loaded, today).subjects:
        # Facts of its own: what one record tells owes nothing to those before it.
        facts = pickle.loads(pickle.dumps(Facts.of(loaded.catalogue, today)))  # noqa: S301
        sent = pickle.dumps(check_record(subject, facts))
        findings[subject.key] = pickle.loads(sent)  # noqa: S301

    known = Known(findings)
    problems = check_catalogue(loaded, today)
    assert check_catalogue(loaded, today, known) == problems
    # What it learnt of rules stands for reading them again.
    assert check_catalogue(loaded, today, known) == problems


def test_known_records_are_not_checked_again(sound: Path, today: date) -> None:
    loaded = load_catalogue(sound)
    review = Review.of(loaded, today)
    facts = Facts.of(loaded.catalogue, today)
    findings = {subject.key: check_record(subject, facts) for subject in review.subjects}
    key = next(key for key in findings if key[0] == "actions")
    told = review.subject(*key).problem("CAT-T402", ("nom",))
    findings[key] = findings[key]._replace(problems=(told,))

    assert check_catalogue(loaded, today, Known(findings)) == [told]


def test_rules_known_to_be_sound_are_not_read_again(
    sound: Path, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load_catalogue(sound)
    known = Known()
    problems = check_catalogue(loaded, today, known)
    catalogue = loaded.catalogue
    ruled = {(kind, slug) for kind in RULED for slug in catalogue.records(kind)}
    assert known.sound == ruled != set()

    read: list[str] = []

    class Spy(Reading):
        def __init__(self, subject: Subject, meaning: Meaning) -> None:
            read.append(subject.kind.name)
            super().__init__(subject, meaning)

    monkeypatch.setenv("CATALOGUE_PROCESSES", "1")
    monkeypatch.setattr(regles, "Reading", Spy)
    assert check_catalogue(loaded, today, known) == problems
    assert read == []

    # An action is read with the publics that it rests on.
    known.sound = {key for key in ruled if key[0] == "publics_cibles"}
    assert check_catalogue(loaded, today, known) == problems
    assert {"actions", "publics_cibles"} == set(read)
