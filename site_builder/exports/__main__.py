"""``python -m site_builder.exports`` (``make docs``) writes the generated guides."""

from __future__ import annotations

import sys

from site_builder.exports.guides import write_guides

if __name__ == "__main__":
    for file in write_guides():
        sys.stderr.write(f"{file.as_posix()}\n")
