"""The strict YAML reader: bytes in, text values that know their place out.

Nothing is typed here: ``01000``, ``no`` and ``12:30`` stay the text that was written, and
the model decides. What YAML allows but a catalogue has no use for (anchors, tags, several
documents…) is refused with a located problem.
"""

from site_builder.problems import Problem
from site_builder.yaml_source.file import read_file
from site_builder.yaml_source.node import Entry, Mapping, Node, Scalar, Sequence
from site_builder.yaml_source.plain import Values, read_plain
from site_builder.yaml_source.size import MAX_BYTES, MAX_DEPTH, MAX_NODES

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_NODES",
    "Entry",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Values",
    "read_file",
    "read_plain",
    "read_yaml",
]


def read_yaml(data: bytes, file: str) -> tuple[Mapping | None, list[Problem]]:
    """Read the bytes of ``file``, with all that is wrong and where: see ``reading.read_yaml``."""
    # Loaded with the first file that ``read_plain`` leaves to it.
    from site_builder.yaml_source.reading import read_yaml as read  # noqa: PLC0415

    return read(data, file)
