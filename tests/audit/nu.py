"""The Nu Html Checker, the validator of the W3C, over every page of the site."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.audit.tools import Tools

Faults = tuple[int, int]
"""Errors, warnings."""


def validate(tools: Tools, folder: Path) -> dict[str, Faults]:
    """Return the faults of each page that has some, by its address in the site in ``folder``."""
    done = subprocess.run(
        [
            *(tools.java, "-Xss8m", "-jar", str(tools.nu)),
            *("--format", "json", "--exit-zero-always", "--skip-non-html", str(folder)),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    # The checker writes its report where others write errors.
    return count_faults(json.loads(done.stderr), folder)


def count_faults(report: dict[str, Any], folder: Path) -> dict[str, Faults]:
    """Return (errors, warnings) by page, from the report in JSON."""
    found: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for message in report["messages"]:
        path = Path(unquote(urlsplit(message["url"]).path)).relative_to(folder)
        page = path.as_posix().removesuffix("index.html")
        found[page][message["type"] == "info"] += 1
    return {page: (errors, warnings) for page, (errors, warnings) in found.items()}
