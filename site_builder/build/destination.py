"""Which folders a site may replace.

Publishing replaces a folder as a whole, so a folder that is not a built site is never
touched. What tells a site is what every site has (``MARKS``) rather than a file of ours: the
output stays reproducible, and a site written by plain ``mkdocs build`` is accepted too.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from site_builder.problems import Place, Problem, problem

MARKS = ("index.html", "404.html", "sitemap.xml")
"""Files that every published site has; ``publish`` refuses to publish without them."""


def locate_destination(out: Path) -> Path:
    """Return ``out`` made absolute, without following a symbolic link at its very end."""
    if out.name in ("", ".."):
        return out.resolve()
    return out.parent.resolve() / out.name


def refuse_destination(out: Path, sources: Iterable[Path]) -> Problem | None:
    """Say why ``out`` may not be replaced by a site, or return ``None`` when it may.

    ``out`` is absolute; ``sources`` are files and folders that must survive.
    """
    place = Place(file=str(out))
    reason = _name_oddity(out)
    if reason is not None:
        return problem("CAT-B901", place, value=out.name, reason=reason)
    if not out.exists():
        return None
    for source in (Path.cwd(), *sources):
        if _contains(out, source):
            return problem("CAT-B902", place, value=out.name, source=source.absolute())
    return None if _is_replaceable(out) else problem("CAT-B903", place, value=out.name)


def _name_oddity(out: Path) -> str | None:
    """Name in French what ``out`` is when it cannot be exchanged with a folder."""
    if out.is_symlink():
        return "un lien symbolique"
    if out.exists() and not out.is_dir():
        return "un fichier"
    if any(parent.is_file() for parent in out.parents):
        return "dans un fichier"
    if out.is_mount():
        return "un point de montage"
    return None


def _contains(out: Path, source: Path) -> bool:
    """Compare the folders themselves: names lie on disks that ignore case."""
    resolved = source.resolve()
    return any(
        ancestor.exists() and out.samefile(ancestor) for ancestor in (resolved, *resolved.parents)
    )


def _is_replaceable(out: Path) -> bool:
    """An empty folder, or a built site. A Git work tree is not: its history would be lost."""
    names = {entry.name for entry in out.iterdir()}
    return not names or (names.issuperset(MARKS) and ".git" not in names)
