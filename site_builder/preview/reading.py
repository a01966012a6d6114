"""Reading a catalogue again after some of its files changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from site_builder.loading import Loaded, Memo, load_catalogue, load_file
from site_builder.model.kinds import FOLDERS
from site_builder.yaml_source import read_file

# Beyond, going through all files is as quick.
_FEW = 20


def read_again(former: Loaded, changed: Sequence[Path], memo: Memo) -> Loaded:
    """Return the catalogue of ``former`` as it is once the files ``changed`` are read.

    ``memo`` is what is known of its files. Where records are only replaced, which is most of the
    time, the other files are not even looked at.
    """
    root = former.root
    files = [path.relative_to(root).as_posix() for path in changed if path.is_relative_to(root)]
    found: Loaded | None = former if len(files) <= _FEW else None
    for file in files:
        found = found and _replace(found, file)
    return found or load_catalogue(root, memo=memo, spread=map)


def _replace(former: Loaded, file: str) -> Loaded | None:
    if file.partition("/")[0] not in FOLDERS or not file.endswith(".yml"):
        return None
    data, problems = read_file(former.root, file)
    return None if data is None or problems else former.with_file(load_file(file, data))
