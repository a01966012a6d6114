"""Lighthouse as a telephone on a slow network: four scores out of 100."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from statistics import median_low
from typing import Any

from tests.audit.table import CATEGORIES, TARGETS
from tests.audit.tools import Tools

_ATTEMPTS = 3
_FLAGS = "--headless=new --no-sandbox --disable-gpu --no-first-run --ignore-certificate-errors"


def measure_scores(tools: Tools, url: str, runs: int) -> tuple[int, ...]:
    """Return the scores of the page at ``url``, in the order of ``CATEGORIES``.

    A score that misses its target is measured again, ``runs`` times in all at most, and its
    median kept: the machine may have been busy with something else.
    """
    measured = [_run(tools, url)]
    while len(measured) < runs and any(
        score < TARGETS[name] for name, score in zip(CATEGORIES, measured[0], strict=True)
    ):
        measured.append(_run(tools, url))
    return tuple(median_low(scores) for scores in zip(*measured, strict=True))


def _run(tools: Tools, url: str) -> tuple[int, ...]:
    """Run Lighthouse, again when it loses the trace of the page, as on a busy machine it may."""
    for _ in range(_ATTEMPTS):
        scores, fault = _try(tools, url)
        if scores:
            return scores
    raise RuntimeError(f"Lighthouse failed on {url}:\n{fault}")


def _try(tools: Tools, url: str) -> tuple[tuple[int, ...], str]:
    """Return the scores of a page; without any, what went wrong."""
    # To a file: what it prints, it may cut short as it ends.
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        done = subprocess.run(
            [
                *(tools.node, str(tools.lighthouse), url, "--quiet", "--form-factor=mobile"),
                *("--output=json", f"--output-path={report.name}"),
                *(f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={_FLAGS}"),
            ],
            env={**os.environ, "CHROME_PATH": tools.chromium},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode != 0:
            return (), done.stderr[-2000:]
        return read_scores(json.loads(Path(report.name).read_text("utf-8"))), ""


def read_scores(report: dict[str, Any]) -> tuple[int, ...]:
    """Return the scores of a report in JSON, out of 100."""
    categories = report["categories"]
    return tuple(round((categories[name]["score"] or 0) * 100) for name in CATEGORIES)
