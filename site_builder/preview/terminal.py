"""Who started a preview, and reads what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from site_builder.loading import Loaded
from site_builder.problems import Problem


class Terminal(Protocol):
    """Where a preview says what it does, and what is wrong with the catalogue."""

    def say(self, text: str) -> None:
        """Show some lines."""

    def show_problems(self, problems: Sequence[Problem], loaded: Loaded) -> None:
        """Show the problems of the catalogue."""
