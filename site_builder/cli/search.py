"""``catalogue search``: what the site's search answers, in its order."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click

from site_builder.cli.display import RefusedError, keep_everything, read_today
from site_builder.cli.french import FrenchCommand
from site_builder.cli.options import folder_argument
from site_builder.cli.sound import load_sound
from site_builder.config import HostError, find_guides
from site_builder.messages.printable import printable
from site_builder.model.catalogue import Catalogue
from site_builder.pages import plan_pages
from site_builder.search.documents import documents_of
from site_builder.search.fichiers import Fichiers
from site_builder.search.index import make_index
from site_builder.search.moteur import Reponse, open_index
from site_builder.vocabulary.typographie import french_list

_CONFIG_FILE = Path("mkdocs.yml")


@click.command("search", cls=FrenchCommand)
@click.argument("query", metavar="RECHERCHE")
@folder_argument
def command(query: str, folder: Path) -> None:
    """Cherche dans le catalogue comme le fait le site.

    Une fiche par ligne, la plus pertinente d’abord\u00a0: sa sorte et son nom de fichier, une
    tabulation, son titre. Les pages écrites à la main sont celles de mkdocs.yml. DOSSIER est
    celui du catalogue\u00a0: «\u00a0catalogue\u00a0» par défaut.
    """
    keep_everything()
    moteur = open_index(index_catalogue(load_sound(folder, with_profils=False), _CONFIG_FILE))
    reponse = moteur.search(query)
    for result in reponse.results:
        document = moteur.document(result.doc)
        click.echo(f"{document.kind}/{document.slug}\t{printable(document.titre)}")
    for sentence in _remarks(reponse):
        click.echo(printable(sentence), err=True)


def index_catalogue(catalogue: Catalogue, config_file: Path) -> Fichiers:
    """Return the index of the site that ``catalogue`` makes with ``config_file``, if there is one.

    Raises ``RefusedError`` when MkDocs refuses the file.
    """
    published = catalogue.published(read_today())
    pages = {page.url for page in plan_pages(published, {})}
    try:
        guides = find_guides(config_file) if config_file.is_file() else []
    except HostError as error:
        raise RefusedError(str(error)) from error
    return make_index(chain(documents_of(published, pages), guides), published.glossaire.values())


def _remarks(reponse: Reponse) -> list[str]:
    """Return what a person should know of an answer, in sentences."""
    remarks = []
    if not reponse.total:
        remarks.append("Aucun résultat.")
    elif reponse.dropped:
        words = french_list(map(_quoted, reponse.dropped))
        remarks.append(f"Aucune fiche ne contient tous les mots\u00a0: sans {words}.")
    if reponse.corrections:
        words = french_list(map(_quoted, reponse.corrections.values()))
        remarks.append(f"Vouliez-vous dire {words}\u202f?")
    return remarks


def _quoted(word: str) -> str:
    return f"«\u00a0{word}\u00a0»"
