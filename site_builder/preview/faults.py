"""Why a page of a preview can't be shown: said in the page, in French, and in place."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from site_builder.config import HostError
from site_builder.preview.answer import STYLESHEET

# The folders of the templates that are compiled as they are written.
_CATALOGUE = "catalogue"


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps a page, or all of them, from being rendered; ``details`` may have lines."""

    titre: str
    details: str
    remede: str = "L’aperçu se refait dès que le fichier est corrigé et enregistré."

    def __str__(self) -> str:
        """Return it for a terminal."""
        return f"{self.titre}\n{self.details}"


def explain_error(error: Exception, templates: Path) -> Fault:
    """Say what is wrong with a template of the folder ``templates``, or with MkDocs' settings."""
    if isinstance(error, HostError):
        return Fault("Le site ne peut pas être préparé.", str(error))
    place = _place_of(error)
    if place is None:
        return Fault(
            "Cette page ne peut pas être montrée.",
            f"{type(error).__name__}\u00a0: {error}",
            "Ni le catalogue ni un gabarit n’en est la cause\u00a0: c’est une erreur du programme.",
        )
    file, line = place
    shown = file.relative_to(templates) if file.is_relative_to(templates) else file
    where = f"{shown}, ligne {line}" if line else str(shown)
    message = f"le gabarit «\u00a0{error}\u00a0» manque" if _is_missing(error) else str(error)
    return Fault("Un gabarit a une erreur.", f"{where}\u00a0: {message}")


def render_fault(fault: Fault, root: str) -> str:
    """Return a page that says it, and needs nothing of the theme; ``root`` leads to the site."""
    return _PAGE.format(
        titre=fault.titre,
        details=fault.details,
        remede=fault.remede,
        stylesheet=f"{root}{STYLESHEET}",
    )


def _is_missing(error: Exception) -> bool:
    return isinstance(error, TemplateNotFound)


def _place_of(error: Exception) -> tuple[Path, int | None] | None:
    """Return the template and the line where ``error`` was met, ``None`` for none."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return _place_in_syntax(Path(error.filename))
    # Jinja puts the places of templates in the traceback, where Python's would be.
    frames = traceback.extract_tb(error.__traceback__)
    places = [(Path(frame.filename), frame.lineno) for frame in frames]
    found = next((place for place in reversed(places) if place[0].suffix == ".html"), None)
    if found is None or _CATALOGUE in found[0].parts:
        return found
    # Templates of pages are compiled without their empty lines: that line is another one.
    return found[0], None


def _place_in_syntax(file: Path) -> tuple[Path, int | None]:
    try:
        Environment(autoescape=True).parse(file.read_text(encoding="utf-8"))
    except TemplateSyntaxError as error:
        return file, error.lineno
    except OSError:
        # Mended or removed since: the next page shows it.
        return file, None
    return file, None


_PAGE = Markup(
    """<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{titre}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{stylesheet}">
</head>
<body>
<main>
<h1>{titre}</h1>
<pre>{details}</pre>
<p>{remede}</p>
</main>
</body>
</html>
"""
)
