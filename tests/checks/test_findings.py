"""Records checked one by one, anywhere, tell what the check of the whole catalogue does."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from site_builder.checks import Facts, check_catalogue, check_record
from site_builder.checks.review import Findings, Key, Review
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

    assert check_catalogue(loaded, today, findings) == check_catalogue(loaded, today)


def test_known_records_are_not_checked_again(sound: Path, today: date) -> None:
    loaded = load_catalogue(sound)
    review = Review.of(loaded, today)
    facts = Facts.of(loaded.catalogue, today)
    known = {subject.key: check_record(subject, facts) for subject in review.subjects}
    key = next(key for key in known if key[0] == "actions")
    told = review.subject(*key).problem("CAT-T402", ("nom",))
    known[key] = known[key]._replace(problems=(told,))

    assert check_catalogue(loaded, today, known) == [told]
