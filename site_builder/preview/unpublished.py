"""Sheets that have a file and no page: a preview says why, and in which file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

from site_builder.config import Content
from site_builder.loading import Loaded
from site_builder.messages import format_text
from site_builder.pages import FICHES
from site_builder.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands in place of a sheet: its title, and HTML that holds an ``<h1>``."""

    titre: str
    html: str


def explain_absence(content: Content, url: str) -> Notice | None:
    """Return why there is no sheet at ``url``, ``None`` when no file could make one."""
    folder, _, slug = url.rstrip("/").partition("/")
    kind = next((kind for kind in FICHES if kind.url == folder), None)
    loaded = content.loaded
    if kind is None or loaded is None:
        return None
    if (kind.name, slug) in loaded.refused:
        return _explain_refusal(loaded, kind.name, slug, content.problems)
    if slug in loaded.catalogue.records(kind.name):
        return _explain_draft()
    return None


def _explain_refusal(loaded: Loaded, kind: str, slug: str, problems: Iterable[Problem]) -> Notice:
    errors = [
        problem
        for problem in problems
        if problem.severity is Severity.ERREUR and _is_about(problem.place.file, kind, slug)
    ]
    # A file may hold several records, and be refused as a whole.
    files = " et ".join(sorted({f"«\u00a0{error.place.file}\u00a0»" for error in errors}))
    said = format_text(errors, loaded.source, colour=False)
    return Notice(
        "Fiche refusée",
        Markup(
            "<h1>Fiche refusée</h1>\n"
            "<p>Le fichier {files} a une erreur\u00a0: la fiche paraîtra ici dès qu’elle sera "
            "corrigée.</p>\n"
            "<pre><code>{said}</code></pre>"
        ).format(files=files, said=said),
    )


def _explain_draft() -> Notice:
    return Notice(
        "Fiche non publiée",
        Markup(
            "<h1>Fiche non publiée</h1>\n"
            "<p>Cette fiche existe, mais son statut ou sa date de publication l’écarte du site. "
            "Elle paraîtra ici quand son champ <code>statut</code> vaudra <code>publie</code>, et "
            "que son champ <code>publie_du</code> ne sera plus à venir.</p>"
        ),
    )


def _is_about(file: str, kind: str, slug: str) -> bool:
    path = PurePosixPath(file)
    return path.parts[0] == kind and path.stem == slug if len(path.parts) > 1 else path.stem == kind
