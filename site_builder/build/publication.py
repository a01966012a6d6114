"""Building a site aside, verifying it, and swapping it with the one online."""

from __future__ import annotations

import errno
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from filelock import Timeout

from site_builder.build.destination import MARKS, locate_destination, refuse_destination
from site_builder.build.filesystem import clear, flush, settle
from site_builder.build.interruption import exit_on_signals
from site_builder.build.keeping import CompleteSite, SiteChanged, join_files
from site_builder.build.spare import Spare, mended_spare, put_by, take_spare
from site_builder.build.staging import site_lock, staging_folder
from site_builder.build.swap import swap
from site_builder.build.verification import Verified, verify_site
from site_builder.cache import OwnTree
from site_builder.problems import Place, Problem, Severity, problem, worst


class Stage(StrEnum):
    """What publication is doing; the values are shown to whoever waits."""

    WRITE = "écriture des pages"
    VERIFY = "vérification des pages et des liens"
    SWAP = "mise en place du site"


@dataclass(frozen=True, slots=True)
class Standing:
    """The site that stands: its files, as they were found, and how it was verified.

    Neither is known of a site that may be any. ``spare`` is where its names may be put by for the
    next build.
    """

    files: OwnTree = field(default_factory=dict)
    verified: Verified | None = None
    spare: Path | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the addresses of the pages that must exist, relative to the site.

    ``kept`` are the paths of the files that the new site has as the one that stands has them;
    ``site_url`` is the site's full address, ``""`` when it is not known.
    """

    urls: Iterable[str]
    kept: Sequence[str] = ()
    site_url: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """How a publication ended. Unless ``published``, the site is what it was before.

    ``files`` are those of the site.
    """

    published: bool
    problems: tuple[Problem, ...]
    verified: Verified | None = None
    files: OwnTree = field(default_factory=dict)


# Where a spare is moved to, in the folder aside.
_SPARE = "spare"

_DISK_REASONS = {
    errno.EACCES: "l’accès est refusé",
    errno.EPERM: "l’accès est refusé",
    errno.EROFS: "le disque est en lecture seule",
    errno.EIO: "le disque ne répond pas correctement",
    errno.ENAMETOOLONG: "un nom de fichier est trop long",
    errno.EMFILE: "trop de fichiers sont ouverts",
    errno.ENFILE: "trop de fichiers sont ouverts",
    errno.EBUSY: "il est utilisé par un autre programme",
}


_UNKNOWN = Standing()


def _stay_silent(_stage: Stage) -> None:
    """Announce nothing."""


@contextmanager
def prepare_to_publish(
    out: Path, *, sources: Sequence[Path] = (), standing: Standing = _UNKNOWN
) -> Iterator[Publisher]:
    """Give what publishes a site at ``out``, and a folder aside as long as the body runs.

    ``sources`` are paths that ``out`` may not contain. What is written may keep files of the site
    that is ``standing``: another process gives them their names meanwhile.

    Whatever happens, ``out`` is byte for byte either the former site or the new one.
    """
    destination = locate_destination(out)
    refusal = refuse_destination(destination, sources)
    if refusal is not None:
        yield Publisher(destination, refusal)
        return
    with ExitStack() as stack:
        aside: _Aside | Problem | None
        try:
            destination.parent.mkdir(parents=True, exist_ok=True)
            stack.enter_context(exit_on_signals())
            folder = stack.enter_context(staging_folder(destination))
            spare = mended_spare(standing.spare, folder / _SPARE, destination, standing.files)
            names = stack.enter_context(spare)
            aside = _Aside(destination, sources, folder, standing, names)
        except Exception as error:
            aside = _explain_fault(error, destination)
            if aside is None:
                raise
        yield Publisher(destination, aside)


class Publisher:
    """What publishes a site, unless something was against it from the start."""

    def __init__(self, out: Path, aside: _Aside | Problem) -> None:
        self._out = out
        self._aside = aside

    @property
    def room(self) -> Path | None:
        """A folder on the same disk as the site, as long as it is being prepared, if there is."""
        return None if isinstance(self._aside, Problem) else self._aside.room

    def publish(
        self,
        write: Callable[[Path], Written],
        *,
        strict: bool = False,
        progress: Callable[[Stage], None] = _stay_silent,
    ) -> Publication:
        """Have ``write`` write a site into an empty folder, verify it, and put it in place.

        ``strict`` refuses warnings too. A disk that refuses to write becomes a problem; any other
        exception of ``write`` passes through.
        """
        aside = self._aside
        if isinstance(aside, Problem):
            return Publication(False, (aside,))
        try:
            progress(Stage.WRITE)
            written = write(aside.new)
            progress(Stage.VERIFY)
            verified = aside.complete(written)
            if _is_blocking(worst(verified.problems), strict):
                return Publication(False, verified.problems)
            progress(Stage.SWAP)
            refusal = aside.put_in_place()
            if refusal is not None:
                return Publication(False, (*verified.problems, refusal))
            return Publication(True, verified.problems, verified, aside.tidy())
        except Exception as error:
            fault = _explain_fault(error, self._out)
            if fault is None:
                raise
            return Publication(False, (fault,))


class _Aside:
    """A site on its way to ``out``: what is new is written into ``new``."""

    def __init__(
        self,
        out: Path,
        sources: Sequence[Path],
        staging: Path,
        standing: Standing,
        names: Spare | None,
    ) -> None:
        """``staging`` is a folder that is removed in the end; ``names`` were a spare."""
        self.new, self.room = staging / "new", staging / "room"
        for folder in (self.new, self.room):
            folder.mkdir()
        self._out = out
        self._sources = sources
        self._standing = standing
        self._names = names
        self._taken = staging / _SPARE
        self._whole = CompleteSite(self.new, {})
        self._gone: Collection[str] = ()

    def complete(self, written: Written) -> Verified:
        """Add to what is new the files of the site online that are kept; verify the whole."""
        self._whole = CompleteSite(self.new, settle(self.new))
        found = self._standing.files
        if found and written.kept:
            self._whole = join_files(self._whole, self._out, found, written.kept, self._names)
            self._gone = found.keys() - self._whole.kept.keys()
        return verify_site(
            self._whole.folder,
            (*MARKS, *written.urls),
            site_url=written.site_url,
            former=self._standing.verified,
            files=frozenset(self._whole.files),
            kept=frozenset(self._whole.kept),
        )

    def put_in_place(self) -> Problem | None:
        """Swap, unless ``out`` became something else during the build."""
        flush(self._whole.folder)
        with site_lock(self._out):
            refusal = refuse_destination(self._out, self._sources)
            if refusal is None:
                swap(self._whole.folder, self._out)
            return refusal

    def tidy(self) -> OwnTree:
        """Put the former site by, or remove it; return the files of the new one."""
        whole, former = self._whole, self._whole.folder
        is_linked = bool(whole.kept) and not whole.has_copies
        spare = self._standing.spare
        if spare is not None and is_linked:
            put_by(former, self._gone, spare)
        elif spare is not None:
            # Its files are no longer those of the site.
            take_spare(spare, self._taken)
        if self._names is not None:
            self._names.is_used = True
        left = [folder for folder in (former, self._taken) if folder.exists()]
        with suppress(OSError):
            for folder in left:
                clear(folder)
        return whole.files


def _is_blocking(severity: Severity | None, strict: bool) -> bool:
    return severity is Severity.ERREUR or (strict and severity is Severity.AVERTISSEMENT)


def _explain_fault(error: BaseException | None, out: Path) -> Problem | None:
    """Find the refusal of the disk behind ``error``, which a host may have wrapped."""
    place = Place(file=str(out))
    while error is not None:
        if isinstance(error, Timeout):
            return problem("CAT-B906", place, value=out.name)
        if isinstance(error, SiteChanged):
            return problem("CAT-B907", place, value=out.name)
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return problem("CAT-B904", place, value=out.name)
        if isinstance(error, OSError) and error.errno in _DISK_REASONS:
            file = f" («\u00a0{error.filename}\u00a0»)" if error.filename else ""
            reason = f"{_DISK_REASONS[error.errno]}{file}"
            return problem("CAT-B905", place, value=out.name, reason=reason)
        error = error.__cause__
    return None
