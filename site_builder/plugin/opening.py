"""Opening the catalogue at the start of a build."""

from __future__ import annotations

from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_build_datetime

from site_builder.config import RUN, CatalogueOptions, Content, find_templates, load_content
from site_builder.plugin.problems import refuse_problems, report_problems


def open_catalogue(options: CatalogueOptions, config: MkDocsConfig, *, serving: bool) -> Content:
    """Return the catalogue of this run, its problems shown.

    A preview (``serving``) shows a faulty catalogue as far as it can be read; a build
    raises ``Abort`` for errors, and for warnings when it is strict.
    """
    run = RUN.get()
    if run.content is not None:
        return run.content
    folder = run.catalogue_dir or Path(options.catalogue_dir)
    today = get_build_datetime().date()
    content = load_content(folder, today, find_templates(config))
    report_problems(content)
    if not serving:
        chosen = run.strict if run.strict is not None else options.strict
        refuse_problems(content, strict=config.strict if chosen is None else chosen)
    return content


def name_site(config: MkDocsConfig, content: Content) -> None:
    """Name and describe the site as the catalogue does, safe to print by the theme."""
    config.site_name = escape(content.name or config.site_name)
    description = content.description or config.site_description
    config.site_description = escape(description) if description else None
