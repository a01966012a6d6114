"""The MkDocs adapter: what MkDocs calls, and what it is told of the catalogue.

With ``site_builder.config``, the only place that knows MkDocs: another host means
another adapter, and nothing else.
"""

from site_builder.plugin.hooks import CataloguePlugin

__all__ = ["CataloguePlugin"]
