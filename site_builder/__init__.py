"""Static-site generator for a public catalogue of insertion programmes.

The package reads a folder of YAML files, checks it, and renders it into a static
site hosted by MkDocs and Material for MkDocs. See ``docs/decisions/`` for the why.
"""

__version__ = "0.1.0"
