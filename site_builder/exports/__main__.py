"""``python -m site_builder.exports`` (``make docs``): the generated guides and schemas."""

from __future__ import annotations

import sys
from pathlib import Path

from site_builder.exports.guides import write_guides
from site_builder.exports.schemas import FOLDER, write_schemas

if __name__ == "__main__":
    for file in (*write_guides(), *write_schemas(Path("catalogue") / FOLDER)):
        sys.stderr.write(f"{file.as_posix()}\n")
