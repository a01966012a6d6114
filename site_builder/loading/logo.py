"""The logos that a catalogue supplies, ready to be published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from site_builder.vocabulary.logo import find_danger, kind_of
from site_builder.yaml_source import read_file


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture; ``uri`` is its address in the site, which changes with its content."""

    uri: str
    data: bytes


def read_logo(root: Path, name: str | None, stem: str) -> Logo | None:
    """Return the logo in the file ``name`` of the catalogue in ``root``.

    ``stem`` is what its published file is called. ``None`` when there is no such file, or when the
    checks refuse it: a preview shows the site without.
    """
    data = read_file(root, name)[0] if name else None
    kind = kind_of(data) if data else None
    if data is None or kind is None or (kind == "svg" and find_danger(data)):
        return None
    return Logo(f"assets/images/{stem}.{hashlib.sha256(data).hexdigest()[:8]}.{kind}", data)
