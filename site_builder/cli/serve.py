"""``catalogue serve``: the site shown live, its problems on the pages."""

from __future__ import annotations

import gc
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event

import click

from site_builder.cache import Store, find_folder
from site_builder.cli.display import RefusedError, read_today
from site_builder.cli.french import FrenchCommand
from site_builder.cli.options import catalogue_option, config_file_option
from site_builder.cli.progress import progress_bar, show_problems
from site_builder.config import HostError
from site_builder.loading import Loaded
from site_builder.preview import Preview, PreviewServer, Project, Terminal, Watch
from site_builder.problems import Problem
from site_builder.rendering.templates import COMPILED

# Seconds.
_LOOKOUT = 1.0


class _Console(Terminal):
    """What the preview says, on standard error."""

    def say(self, text: str) -> None:
        click.echo(text, err=True)

    def show_problems(self, problems: Sequence[Problem], loaded: Loaded) -> None:
        show_problems(problems, loaded.root)


@click.command("serve", cls=FrenchCommand)
@catalogue_option
@config_file_option
@click.option("--address", metavar="HÔTE:PORT", help="L’adresse de l’aperçu.")
@click.option("--open", "open_in_browser", is_flag=True, help="Ouvre l’aperçu dans le navigateur.")
def command(
    folder: Path | None, config_file: Path, address: str | None, *, open_in_browser: bool
) -> None:
    """Montre le site et le refait à chaque changement.

    Les problèmes du catalogue paraissent en haut des pages. Ctrl+C arrête l’aperçu.
    """
    try:
        store = Store(find_folder(config_file))
        read_project = partial(Project.read, config_file, folder, address)
        with COMPILED.kept_in(store), _preview(read_project) as url:
            click.echo(f"L’aperçu est prêt\u00a0: {url} (Ctrl+C pour l’arrêter)", err=True)
            if open_in_browser:
                webbrowser.open(url)
            stopped = Event()
            while not stopped.wait(_LOOKOUT):
                # The system may hand Ctrl+C to another thread, and Python waits for this one.
                continue
    except KeyboardInterrupt:
        click.echo("\nL’aperçu est arrêté.", err=True)
    except HostError as error:
        raise RefusedError(str(error)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise RefusedError(f"l’aperçu ne peut pas démarrer\u00a0: {reason}") from error


@contextmanager
def _preview(read_project: Callable[[], Project]) -> Iterator[str]:
    """Show a site until the end of the block, which is given its address."""
    project = read_project()
    # Before anything is read: the address may be taken.
    server = PreviewServer(project.host, project.port)
    preview = Preview(read_project, read_today, _Console(), server.origin)
    watch = Watch(preview.files, preview.refresh)
    try:
        gc.disable()
        with progress_bar("Lecture du catalogue") as progress:
            preview.start(progress)
        # What was read stays: the collector has no need to walk it over and over.
        gc.freeze()
        gc.enable()
        server.start(preview)
        watch.start()
        yield f"{server.origin}{project.root}"
    finally:
        watch.stop()
        server.stop()
        preview.stop()
