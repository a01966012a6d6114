"""The options of the site, and running MkDocs: with the plugin, all that knows the host."""

from site_builder.config.ahead import Ahead
from site_builder.config.content import Body, BodyRenderer, Content, load_content, prepare_content
from site_builder.config.edits import follow_edits
from site_builder.config.files import Ingredients, Writer, list_tasks
from site_builder.config.guides import find_guides, read_guides
from site_builder.config.live import FACETTES, INDEX, LiveSite, Prepared, prepare_live_site
from site_builder.config.log import HostError
from site_builder.config.options import RUN, CatalogueOptions, Run
from site_builder.config.pieces import Pieces
from site_builder.config.readings import Readings
from site_builder.config.reuse import Guide, Made, MadePages, Reuse, find_reuse
from site_builder.config.run import run_mkdocs_build
from site_builder.config.settings import find_templates, read_settings

__all__ = [
    "FACETTES",
    "INDEX",
    "RUN",
    "Ahead",
    "Body",
    "BodyRenderer",
    "CatalogueOptions",
    "Content",
    "Guide",
    "HostError",
    "Ingredients",
    "LiveSite",
    "Made",
    "MadePages",
    "Pieces",
    "Prepared",
    "Readings",
    "Reuse",
    "Run",
    "Writer",
    "find_guides",
    "find_reuse",
    "find_templates",
    "follow_edits",
    "list_tasks",
    "load_content",
    "prepare_content",
    "prepare_live_site",
    "read_guides",
    "read_settings",
    "run_mkdocs_build",
]
