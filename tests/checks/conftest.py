"""The sound catalogue: every field of every kind, and nothing to report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

TODAY = date(2026, 1, 15)
SOUND = Path(__file__).parent / "sound"


@pytest.fixture(scope="session")
def today() -> date:
    """The day on which the catalogues of these tests are checked."""
    return TODAY


@pytest.fixture(scope="session")
def sound() -> Path:
    """The folder of a catalogue that has no problem."""
    return SOUND
