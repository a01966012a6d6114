"""Putting a finished folder in the place of the site.

Where the system can exchange two folders at once, there is no instant without a complete
site. Elsewhere three renames do the same; if the process dies between them, the names tell
what was going on, and ``repair`` puts the former site back at the next run.
"""

from __future__ import annotations

from pathlib import Path

from site_builder.build.filesystem import exchange, flush_names


def swap(folder: Path, out: Path) -> None:
    """Put ``folder`` at ``out``, and what was at ``out``, if anything, at ``folder``.

    Both are on the same disk. Raises ``OSError``, ``out`` being what it was.
    """
    if not out.exists():
        folder.rename(out)
    elif not exchange(folder, out):
        _exchange_by_renames(folder, out)
    flush_names(out.parent)


def _exchange_by_renames(folder: Path, out: Path) -> None:
    try:
        out.rename(_aside(out))
        folder.rename(out)
    finally:
        repair(out, spare=folder)


def repair(out: Path, spare: Path) -> None:
    """End a swap by renames that was left half-way.

    The former site goes back to ``out`` when nothing took its place, to ``spare`` otherwise.
    """
    aside = _aside(out)
    if not aside.exists():
        return
    if out.is_dir() and not any(out.iterdir()):
        out.rmdir()
    aside.rename(spare if out.exists() else out)


def _aside(out: Path) -> Path:
    """Where the site stands between two renames; the name is the journal."""
    return out.with_name(f".{out.name}.build-former")
