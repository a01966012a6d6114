"""A preview: it follows the files that it is made from, and answers from their last state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp
from threading import RLock
from time import monotonic, perf_counter, sleep

from site_builder.config import Content, Prepared, prepare_live_site
from site_builder.loading import Progress
from site_builder.preview.answer import FOLDER, HTML, Answer, add_reload, answer_file
from site_builder.preview.assistant import Makers
from site_builder.preview.faults import Fault, explain_error, render_fault
from site_builder.preview.files import Files
from site_builder.preview.generated import Generated
from site_builder.preview.news import News
from site_builder.preview.project import Project
from site_builder.preview.reading import Reader, Subject, open_readings
from site_builder.preview.staff import Staff
from site_builder.preview.state import State
from site_builder.preview.terminal import Terminal
from site_builder.problems import Problem, sort_problems

# All actions, of which every row is remembered; and the seconds without a question before that.
_LONGEST = "actions/"
_QUIET = 0.5
# The pages that are kept until the next edit.
_PAGES = 4
# The states of which an assistant that is late can tell what changed.
_STATES = 50
# What the preview adds to the site.
_OWN = Path(__file__).parent / "assets"


class Preview:
    """A site, up to date with its files whenever a page is asked for. Safe for threads."""

    def __init__(
        self,
        read_project: Callable[[], Project],
        today: Callable[[], date],
        terminal: Terminal,
        origin: str,
    ) -> None:
        """``read_project`` reads ``mkdocs.yml``; ``today`` returns the day that pages are about.

        ``origin`` is where it is shown (« http://127.0.0.1:8000 »). Raises ``HostError`` when
        ``mkdocs.yml`` is refused.
        """
        self.project = read_project()
        self.files = Files(self.project.sources)
        self.news = News()
        self._read_project = read_project
        self._today = today
        self._terminal = terminal
        self._origin = origin
        # Held while pages are rendered and while the state changes.
        self._lock = RLock()
        self._folder = TemporaryDirectory(prefix="catalogue_")
        self._reader = Reader()
        self._state: State | None = None
        # The last pages of that state that were asked for.
        self._rendered: dict[str, Answer] = {}
        self._fault: Fault | None = None
        self._count = 0
        # The files that changed before each of the last states.
        self._changes: dict[int, Sequence[Path]] = {}
        self._staff = Staff(self._report)
        self._makers: Makers | None = None
        # What the last checks found that reading the files does not tell, and what was printed.
        self._found: frozenset[Problem] = frozenset()
        self._printed: tuple[Problem, ...] = ()
        self._asked = monotonic()

    def start(self, progress: Progress = lambda *_: None) -> None:
        """Read the whole project; ``progress`` is told (files read, files in all)."""
        with self._lock:
            self.files.start()
            readings, is_own = open_readings(self.project)
            self._reader = Reader(readings.memo)
            self._reader.read(self._subject(), progress, None)
            self._makers = self._staff.hire(self._reader, readings, keeps=is_own)
            self._update([])

    def stop(self) -> None:
        """Stop what is under way, and remove what was written."""
        self.news.end()
        self._staff.stop()
        self._folder.cleanup()

    def settle(self, timeout: float | None = None) -> bool:
        """Wait until everything is checked and ready; ``False`` after ``timeout`` seconds."""
        return self._staff.settle(timeout)

    def refresh(self, whole: bool = True, also: Iterable[Path] = ()) -> None:
        """Follow the files that changed since the last time, if any did.

        Those are looked for among all when ``whole``; else among those that the system told of,
        those that were edited last, and ``also``.
        """
        # Without the lock: nobody waits for a look at all files.
        suspects = self.files.look() if whole else map(str, also)
        with self._lock:
            changed = self.files.follow(suspects)
            if changed:
                start = perf_counter()
                self._update(changed)
                seconds = f"{perf_counter() - start:.2f}".replace(".", ",")
                what = self.project.name_files(changed)
                self._terminal.say(f"{what}\u00a0: aperçu à jour en {seconds}\u00a0s")

    def answer(self, address: str) -> Answer:
        """Return what is at ``address``, relative to the home page, as files are now."""
        self._asked = monotonic()
        if address.startswith(FOLDER):
            return answer_file(_OWN, address.removeprefix(FOLDER)) or Answer(b"", status=404)
        found = self._state.find_file(address) if self._state else None
        if found is None:
            self._refresh_for(address)
            # Without the lock: an index of ten thousand sheets makes no page wait.
            found = self._state.find_generated(address) if self._state else None
        return found or self._answer_page(address)

    def _refresh_for(self, address: str) -> None:
        """Follow the files that changed, as far as the system tells of them.

        A sheet is as new as its file in any case, and nothing is said to be missing before all
        files were looked at.
        """
        sources = self._state.find_sources(address) if self._state else None
        if sources is None or not self.files.is_told:
            self.refresh()
        else:
            self.refresh(whole=False, also=sources)

    def _answer_page(self, address: str) -> Answer:
        with self._lock:
            version = self.news.version
            answer = self._render(address)
        if answer.location or answer.type != HTML:
            return answer
        return replace(answer, body=add_reload(answer.body, self.project.root, version))

    def _render(self, address: str) -> Answer:
        fault = self._fault
        if fault is None and self._state is not None:
            if address in self._rendered:
                return self._rendered[address]
            try:
                answer = self._state.render_page(address)
                self._keep(address, answer)
                return answer
            except Exception as error:  # noqa: BLE001 - a template raises what it likes
                fault = self._report(error)
        assert fault is not None
        return Answer(render_fault(fault, self.project.root).encode(), status=500)

    def _keep(self, address: str, answer: Answer) -> None:
        """Keep a page for who asks for it again: that of all actions takes long."""
        self._rendered[address] = answer
        if len(self._rendered) > _PAGES:
            del self._rendered[next(iter(self._rendered))]

    def _set_state(self, state: State) -> None:
        self._state = state
        self._rendered.clear()

    def _update(self, changed: Sequence[Path]) -> None:
        self._count += 1
        self._changes[self._count] = changed
        self._changes.pop(self._count - _STATES, None)
        try:
            if self.project.config_file in changed:
                self.project = self._read_project()
                self.files.sources = self.project.sources
            state = self._make_state(changed)
        except Exception as error:  # noqa: BLE001 - so does it while MkDocs prepares the site
            self._fault = self._report(error)
        else:
            self._set_state(state)
            self._fault = None
            self._staff.take_up(state, partial(self._tell, state))
            self._staff.do_last(self._prepare_rest)
        self.news.announce()

    def _subject(self) -> Subject:
        """Return what there is to work on: the last state of the catalogue."""
        project, changes = self.project, dict(self._changes)
        return Subject(project.catalogue, project.templates, self._today(), self._count, changes)

    def _make_state(self, changed: Sequence[Path]) -> State:
        former, subject = self._state, self._subject()
        content = self._reader.read(subject)
        loaded = content.loaded
        assert loaded is not None
        assert self._makers is not None
        problems = tuple(sort_problems([*loaded.problems, *self._found]))
        content = replace(content, problems=problems)
        if former is not None and self._is_same_site(former, content, changed):
            prepared = former.prepared
            prepared.site.show(content)
        else:
            prepared = self._prepare(content)
        generated = Generated(self._makers, subject, prepared.site.guides)
        return State(self.project, subject, content, prepared, generated)

    def _is_same_site(self, former: State, content: Content, changed: Sequence[Path]) -> bool:
        """Tell whether what MkDocs prepared is still right."""
        if self._fault is not None or self.project.concerns_host(changed):
            return False
        urls = former.content.by_url.keys() ^ content.by_url.keys()
        return not urls or not former.prepared.site.links_to(urls)

    def _prepare(self, content: Content) -> Prepared:
        folder = Path(mkdtemp(dir=self._folder.name))
        url = f"{self._origin}{self.project.root}"
        prepared = prepare_live_site(self.project.config_file, folder, content, url)
        for warning in prepared.warnings:
            self._terminal.say(warning)
        if self._state is not None:
            rmtree(self._state.prepared.folder, ignore_errors=True)
        return prepared

    def _tell(self, state: State, problems: tuple[Problem, ...]) -> None:
        """Show the problems of the whole catalogue, unless it has changed meanwhile."""
        loaded = state.content.loaded
        assert loaded is not None
        with self._lock:
            if self._state is not state:
                return
            self._found = frozenset(problems) - frozenset(loaded.problems)
            if problems != state.content.problems:
                content = replace(state.content, problems=problems)
                state.prepared.site.show(content)
                self._set_state(replace(state, content=content))
                self.news.announce()
            if problems != self._printed:
                self._printed = problems
                self._terminal.show_problems(problems, loaded)

    def _prepare_rest(self) -> None:
        """Prepare what takes longest, once nobody asks for anything."""
        while monotonic() < self._asked + _QUIET and not self.news.is_over:
            sleep(_QUIET / 10)
        state = self._state
        if state is not None and not self.news.is_over:
            # Whoever asks for the page is told what is wrong with it.
            with suppress(Exception):
                state.prepared.site.prepare(_LONGEST)
            state.generated.prepare_rest()

    def _report(self, error: Exception) -> Fault:
        fault = explain_error(error, self.project.templates)
        self._terminal.say(str(fault))
        return fault
