"""Writes a synthetic catalogue: ``python -m tests.synthetic FOLDER``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tqdm import tqdm

from tests.synthetic.catalogue import catalogue_files, write_files


def main(arguments: list[str] | None = None) -> int:
    """Write what the command line asks for; return 0, or 2 when it cannot be done."""
    parser = argparse.ArgumentParser(prog="python -m tests.synthetic", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write; new or empty")
    parser.add_argument("--actions", type=int, default=1000, help="how many (default: 1000)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other texts")
    options = parser.parse_args(arguments)
    try:
        files = catalogue_files(options.actions, options.seed)
        # Silent unless a terminal is watching.
        write_files(options.folder, tqdm(files, unit="file", disable=None, leave=False))
    except (OSError, ValueError) as error:
        parser.exit(2, f"{parser.prog}: {error}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
