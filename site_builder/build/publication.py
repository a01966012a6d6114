"""Building a site aside, verifying it, and swapping it with the one online."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from filelock import Timeout

from site_builder.build.destination import MARKS, locate_destination, refuse_destination
from site_builder.build.filesystem import clear, flush, set_modes
from site_builder.build.interruption import exit_on_signals
from site_builder.build.keeping import keep_files
from site_builder.build.staging import site_lock, staging_folder
from site_builder.build.swap import swap
from site_builder.build.verification import Verified, verify_site
from site_builder.problems import Place, Problem, Severity, problem, worst


class Stage(StrEnum):
    """What publication is doing; the values are shown to whoever waits."""

    WRITE = "écriture des pages"
    VERIFY = "vérification des pages et des liens"
    SWAP = "mise en place du site"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the addresses of the pages that must exist, relative to the site.

    ``kept`` are the paths of the files of the former site that the new one has as they are, and
    ``former`` is how that one was verified.
    """

    urls: Iterable[str]
    kept: Sequence[str] = ()
    former: Verified | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """How a publication ended. Unless ``published``, the site is what it was before."""

    published: bool
    problems: tuple[Problem, ...]
    verified: Verified | None = None


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


def _stay_silent(_stage: Stage) -> None:
    """Announce nothing."""


def publish(
    write: Callable[[Path], Written],
    out: Path,
    *,
    sources: Sequence[Path] = (),
    site_url: str = "",
    strict: bool = False,
    progress: Callable[[Stage], None] = _stay_silent,
) -> Publication:
    """Have ``write`` write a site into an empty folder, verify it, and put it at ``out``.

    ``sources`` are paths that ``out`` may not contain. ``site_url`` is the site's full address,
    ``""`` when it is not known. ``strict`` refuses warnings too.

    Whatever happens, ``out`` is byte for byte either the former site or the new one. A disk
    that refuses to write becomes a problem; any other exception of ``write`` passes through.
    """
    destination = locate_destination(out)
    refusal = refuse_destination(destination, sources)
    if refusal is not None:
        return Publication(False, (refusal,))
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        with exit_on_signals(), staging_folder(destination) as folder:
            progress(Stage.WRITE)
            written = write(folder)
            progress(Stage.VERIFY)
            verified = _complete(folder, destination, written, site_url)
            problems = verified.problems
            if _is_blocking(worst(problems), strict):
                return Publication(False, problems)
            progress(Stage.SWAP)
            refusal = _put_in_place(folder, destination, sources)
            with suppress(OSError):
                clear(folder)
    except Exception as error:
        fault = _explain_fault(error, destination)
        if fault is None:
            raise
        return Publication(False, (fault,))
    if refusal is not None:
        return Publication(False, (*problems, refusal))
    return Publication(True, problems, verified)


def _complete(folder: Path, out: Path, written: Written, site_url: str) -> Verified:
    """Add to ``folder`` the files kept of the site at ``out``, and verify the whole."""
    set_modes(folder)
    if written.kept:
        keep_files(out, folder, written.kept)
    return verify_site(
        folder,
        (*MARKS, *written.urls),
        site_url=site_url,
        former=written.former,
        kept=written.kept,
    )


def _is_blocking(severity: Severity | None, strict: bool) -> bool:
    return severity is Severity.ERREUR or (strict and severity is Severity.AVERTISSEMENT)


def _put_in_place(folder: Path, out: Path, sources: Sequence[Path]) -> Problem | None:
    """Swap, unless ``out`` became something else during the build."""
    flush(folder)
    with site_lock(out):
        refusal = refuse_destination(out, sources)
        if refusal is None:
            swap(folder, out)
        return refusal


def _explain_fault(error: BaseException | None, out: Path) -> Problem | None:
    """Find the refusal of the disk behind ``error``, which a host may have wrapped."""
    place = Place(file=str(out))
    while error is not None:
        if isinstance(error, Timeout):
            return problem("CAT-B906", place, value=out.name)
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return problem("CAT-B904", place, value=out.name)
        if isinstance(error, OSError) and error.errno in _DISK_REASONS:
            file = f" («\u00a0{error.filename}\u00a0»)" if error.filename else ""
            reason = f"{_DISK_REASONS[error.errno]}{file}"
            return problem("CAT-B905", place, value=out.name, reason=reason)
        error = error.__cause__
    return None
