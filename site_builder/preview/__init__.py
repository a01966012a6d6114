"""The preview: a site rendered page by page as it is visited, and kept up to date with its files.

MkDocs prepares the theme, the menu and the pages written by hand once; a change of the
catalogue's YAML then costs reading that file, and rendering the page that is looked at.
"""

from site_builder.preview.preview import Preview
from site_builder.preview.project import Project
from site_builder.preview.server import PreviewServer
from site_builder.preview.terminal import Terminal
from site_builder.preview.watch import Watch

__all__ = ["Preview", "PreviewServer", "Project", "Terminal", "Watch"]
