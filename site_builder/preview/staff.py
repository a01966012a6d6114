"""Who works beside the pages of a preview: on what takes the whole catalogue, and long."""

from __future__ import annotations

from collections.abc import Callable

from site_builder.config import Readings
from site_builder.preview.assistant import Assistant, Makers
from site_builder.preview.chores import Chore, Chores
from site_builder.preview.reading import Reader, Subject
from site_builder.preview.state import State
from site_builder.preview.whole import Whole
from site_builder.problems import Problem

# Problems are told once nothing else is left to do; the search has so many seconds to be made.
_LAST = 19
_PATIENCE = 5.0


class Staff:
    """One checks while others make files: who saves a file may look for it at once."""

    def __init__(self, report: Callable[[Exception], object]) -> None:
        """``report`` is told what goes wrong."""
        self._checker: Assistant | None = None
        self._makers: Makers | None = None
        self._checks, self._searches, self._others = Chores(report), Chores(report), Chores(report)

    def hire(self, reader: Reader, readings: Readings, *, keeps: bool) -> Makers:
        """Begin to work, on the catalogue that was read; return who makes files of it.

        ``readings`` are what is known of it otherwise, which is kept for the next preview if the
        staff ``keeps`` it. Nothing else runs yet, not a thread.
        """
        self._checker = Assistant(reader, Whole(readings, keeps=keeps), _LAST)
        self._makers = Makers(*(Assistant(reader, Whole(readings)) for _ in Makers._fields))
        return self._makers

    def take_up(self, state: State, tell: Callable[[tuple[Problem, ...]], None]) -> None:
        """Prepare the search of a state, and ``tell`` its problems."""
        self._searches.replace(state.generated.prepare)
        self._checks.replace(lambda: tell(self._find_problems(state.subject)))

    def do_last(self, chore: Chore) -> None:
        """Do something that nobody waits for, unless there is something else to do so."""
        self._others.replace(chore)

    def settle(self, timeout: float | None = None) -> bool:
        """Wait until everything is checked and ready; ``False`` after ``timeout`` seconds."""
        return self._checks.wait(timeout) and self._searches.wait(timeout)

    def stop(self) -> None:
        """Stop what is under way."""
        for chores in self._chores:
            chores.abandon()
        for assistant in filter(None, (self._checker, *(self._makers or ()))):
            assistant.stop()
        for chores in self._chores:
            chores.stop()

    @property
    def _chores(self) -> tuple[Chores, ...]:
        return self._checks, self._searches, self._others

    def _find_problems(self, subject: Subject) -> tuple[Problem, ...]:
        if subject.state > 1:
            # Who saves a file may look for it at once; the first time, nobody does yet.
            self._searches.wait(_PATIENCE)
        assert self._checker is not None
        return self._checker.call(Whole.find_problems, subject, subject.today)
