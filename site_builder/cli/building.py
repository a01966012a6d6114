"""A site built aside, verified, then swapped with the one online."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from site_builder.build import (
    Publication,
    Publisher,
    Standing,
    Verified,
    Written,
    prepare_to_publish,
)
from site_builder.cache import Memory, OwnTree
from site_builder.cli.build import Request, tell_ready, tell_unchanged
from site_builder.cli.display import (
    NotPublishedError,
    RefusedError,
    hold,
    is_blocking,
    read_today,
)
from site_builder.cli.progress import progress_bar, show_problems
from site_builder.config import (
    Ahead,
    Content,
    HostError,
    Ingredients,
    Made,
    Pieces,
    Readings,
    Reuse,
    Run,
    find_reuse,
    load_content,
    read_settings,
    run_mkdocs_build,
)
from site_builder.problems import Problem
from site_builder.processes import beside
from site_builder.rendering.templates import COMPILED
from site_builder.settings import Settings


@dataclass(frozen=True, slots=True)
class _Built:
    """What a build told of the catalogue and of the pages, and what it made."""

    problems: tuple[Problem, ...]
    verified: Verified
    made: Made


def build_site(request: Request, recalled: Settings | None, memory: Memory | None) -> None:
    """Build what is asked for; raise what stops it, with the words to say.

    ``memory`` has looked already at what the site is made from, as ``recalled`` says it.
    """
    try:
        settings = read_settings(request.config_file)
    except HostError as error:
        raise RefusedError(str(error)) from error
    if memory is None or settings != recalled:
        memory = request.remember(settings)
        memory.look(afresh=request.afresh)
    built = memory.read_details() if memory.former else None
    former = built if isinstance(built, _Built) else None
    if former and memory.same:
        show_problems(former.problems, request.catalogue(settings))
        show_problems(former.verified.problems)
        tell_unchanged(request.site(settings))
        return
    site, catalogue = request.site(settings), request.catalogue(settings)
    sources = (catalogue, request.config_file, *settings.sources)
    standing = _find_standing(memory, former)
    with prepare_to_publish(site, sources=sources, standing=standing) as publisher:
        _Build(request, settings, memory, former, publisher, read_today()).run()


def _find_standing(memory: Memory, former: _Built | None) -> Standing:
    """Return what is known of the site that stands there."""
    if former is None or memory.former is None:
        return Standing(spare=memory.spare)
    return Standing(memory.former.files, former.verified, memory.spare)


@contextmanager
def _keeping(readings: Readings) -> Iterator[None]:
    """Keep what was read: beside the body when it is long, at once otherwise."""
    if readings.is_long_to_keep:
        with beside(readings.keep):
            yield
    else:
        readings.keep()
        yield


@dataclass(frozen=True, slots=True)
class _Build:
    """A site to build ``today``; ``former`` is how the one that stands there was."""

    request: Request
    settings: Settings
    memory: Memory
    former: _Built | None
    publisher: Publisher
    today: date

    def run(self) -> None:
        """Build the site, and keep what the next build can do without."""
        store = self.request.open_store()
        readings = Readings(store, self.request.catalogue(self.settings), self.memory.seen)
        if not self.request.afresh:
            readings.open()
        with COMPILED.kept_in(None if self.request.afresh else store):
            built, files = self._build(readings)
        is_silent = not built.problems and not built.verified.problems
        self.memory.keep(built, files, is_silent=is_silent)
        self.request.keep(self.settings)
        tell_ready(self.request.site(self.settings))

    def _build(self, readings: Readings) -> tuple[_Built, OwnTree]:
        """Read, check and publish the catalogue; raise what stops it.

        Returns the files of the site too.
        """
        with closing(Ahead(self.publisher.room)) as ahead:
            content = self._read(readings, ahead)
            hold(content, readings, self.memory, self.former)
            show_problems(content.problems, content.folder)
            # What was read is kept whether the site is published or not.
            with _keeping(readings):
                if is_blocking(content.problems, strict=self.request.strict):
                    raise NotPublishedError(
                        "Le site n’a pas été construit\u00a0: corrigez d’abord les problèmes "
                        "ci-dessus."
                    )
                return self._publish(content, readings, ahead)

    def _publish(
        self, content: Content, readings: Readings, ahead: Ahead
    ) -> tuple[_Built, OwnTree]:
        """Publish the catalogue, as ``_build`` says."""
        reuse = Reuse()
        if self.former:
            reuse = find_reuse(self.former.made, readings, content, self.memory.changed)
            reuse.site = self.request.site(self.settings)
        run = Run(content=content, today=self.today, reuse=reuse, ahead=ahead)
        if ahead.ingredients is None:
            run = replace(run, pieces=self._recall_pieces(content, readings))
        publication = self._write(run)
        show_problems(publication.problems)
        if publication.verified is None or not publication.published:
            raise NotPublishedError(
                "Le nouveau site n’a pas été mis en place\u202f; celui qui existait n’a pas changé."
            )
        made = Made(readings.state, reuse.now)
        return _Built(content.problems, publication.verified, made), publication.files

    def _read(self, readings: Readings, ahead: Ahead) -> Content:
        """Read and check the catalogue. After a few edits, what stands on it is made ``ahead``."""

        def begin(content: Content) -> None:
            if self.former and not readings.is_long_to_keep:
                made, pieces = self.former.made.pages, self._recall_pieces(content, readings)
                guides, standing = made.documents, made.search
                ahead.begin(Ingredients(content, guides, self.today, pieces, standing))

        folder, templates = self.request.catalogue(self.settings), self.settings.templates
        with progress_bar("Lecture du catalogue") as progress:
            return load_content(folder, self.today, templates, progress, readings, begin)

    def _recall_pieces(self, content: Content, readings: Readings) -> Pieces:
        assert content.loaded is not None
        return readings.pieces(content.loaded, self.today)

    def _write(self, run: Run) -> Publication:
        """Write the site and put it in place, or raise what MkDocs said."""
        content = run.content
        assert content is not None
        with progress_bar("Écriture des pages") as progress:

            def write(folder: Path) -> Written:
                shown = replace(run, progress=progress)
                run_mkdocs_build(self.request.config_file, folder, shown)
                urls = [page.url for page in content.pages]
                return Written(urls, run.reuse.kept, self.settings.site_url)

            try:
                return self.publisher.publish(
                    write, strict=self.request.strict, progress=progress.announce
                )
            except HostError as error:
                raise NotPublishedError(
                    f"{error}\nLe site n’a pas été construit\u202f; celui qui existait n’a pas "
                    "changé."
                ) from error
