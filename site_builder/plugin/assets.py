"""Files that pages link to: our style sheets as one, browser modules."""

from __future__ import annotations

import hashlib
import posixpath
import re
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Protocol

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.theme import Theme

from site_builder.folders import walk

# A browser would fetch imported files one chain after another.
_IMPORT = re.compile(r'^@import url\("([^":]+)"\);\n', re.MULTILINE)
# A quoted text, which stays as it is, or a comment.
_COMMENT = re.compile(r"""("[^"\n]*"|'[^'\n]*')|/\*.*?\*/""", re.DOTALL)
_LAYOUT = re.compile(r"\n\s*")
# « import … from "./x.mjs"; » and « export … from », over several lines or one.
_MODULE = re.compile(r"""^(?:import|export)\b[^"'`;]*["'](\.{1,2}/[^"']+)["'];""", re.MULTILINE)


def join_styles(files: Files, config: MkDocsConfig, more: str = "") -> None:
    """Replace each style sheet of ``extra_css`` by one that holds those that it imports.

    ``more`` are rules to add to the last one. Its name changes with its content, so that no
    browser keeps a former one. Comments are left out. The imported files, which stand in the same
    folder so that their ``url(…)`` stay right, are not published. Raises ``Abort`` when one of
    them is missing.
    """
    *others, last = config.extra_css or [""]
    config.extra_css = [
        *(_join_style(uri, files, config) for uri in others),
        *([_join_style(last, files, config, more)] if last else []),
    ]


def _join_style(uri: str, files: Files, config: MkDocsConfig, more: str = "") -> str:
    sheet = files.get_file_from_path(uri)
    if sheet is None:
        # An address elsewhere, which MkDocs leaves alone too.
        return uri
    source = PurePosixPath(uri)

    def inline(match: re.Match[str]) -> str:
        part = files.get_file_from_path(str(source.with_name(match[1])))
        if part is None:
            raise Abort(f"La feuille de style {uri} importe «\u00a0{match[1]}\u00a0», qui manque.")
        files.remove(part)
        return _read(part)

    css = _compact(_IMPORT.sub(inline, _read(sheet))) + more
    files.remove(sheet)
    digest = hashlib.sha256(css.encode()).hexdigest()[:8]
    joined = str(source.with_suffix(f".{digest}.css"))
    files.append(File.generated(config, joined, content=css, inclusion=InclusionLevel.NOT_IN_NAV))
    return joined


def _compact(css: str) -> str:
    """Return the same rules without comments and indentation: a quarter of what is sent."""
    without_comments = _COMMENT.sub(lambda match: match[1] or "", css)
    return _LAYOUT.sub("\n", without_comments).lstrip()


def _read(file: File) -> str:
    # MkDocs knows no source for a file that a plugin made, and its content otherwise.
    return Path(file.abs_src_path).read_text("utf-8") if file.abs_src_path else file.content_string


class FindModules(Protocol):
    """What templates call ``modules_of``."""

    def __call__(self, uri: str) -> tuple[str, ...]:
        """Return the modules that the module at ``uri`` needs, itself first, each once."""


def follow_modules(files: Files) -> FindModules:
    """Return the function that finds every module that another imports.

    A page that names them all is ready sooner: a browser would learn of each from the one
    that imports it, one round trip after another. Raises ``Abort`` when one is missing.
    """

    @cache
    def modules_of(uri: str) -> tuple[str, ...]:
        if files.get_file_from_path(uri) is None:
            # A page that names what isn't there is the link check's business.
            return (uri,)
        found = {uri: None}
        for module in (queue := [uri]):
            for address in _MODULE.findall(_read_module(module, files)):
                imported = posixpath.normpath(posixpath.join(posixpath.dirname(module), address))
                if imported not in found:
                    found[imported] = None
                    queue.append(imported)
        return tuple(found)

    return modules_of


def _read_module(uri: str, files: Files) -> str:
    file = files.get_file_from_path(uri)
    if file is None:
        raise Abort(f"Le module «\u00a0{uri}\u00a0», qu’un autre importe, manque.")
    return _read(file)


def leave_out_icons(theme: Theme) -> None:
    """Have MkDocs list the files of a theme without its icons, which no site holds.

    There are more than ten thousand, in a hidden folder: MkDocs would go through them all to leave
    them out. Templates that include one find it as before.
    """
    make_env = theme.get_env

    def get_env() -> jinja2.Environment:
        env = make_env()
        if type(env.loader) is jinja2.FileSystemLoader:
            env.loader = _VisibleFiles(env.loader.searchpath)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


class _VisibleFiles(jinja2.FileSystemLoader):
    """Loads any file, and lists those that are not hidden."""

    def list_templates(self) -> list[str]:
        found = (
            path
            for folder in map(Path, self.searchpath)
            for path, entry in walk(folder, skip=_is_hidden, lenient=True)
            if not entry.is_dir()
        )
        return sorted({*found})


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def leave_out_theme(files: Files, config: MkDocsConfig) -> None:
    """Take out of the site the theme's scripts, styles and images: no page asks for them.

    Its icon stays when ``theme.favicon`` names no other, and so does what our own folder of
    the theme (``custom_dir``) holds.
    """
    theirs = set(config.theme.dirs) - {config.theme.custom_dir}
    for file in list(files):
        if file.src_dir in theirs and file.src_uri != config.theme["favicon"]:
            files.remove(file)
