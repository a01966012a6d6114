"""Times ``catalogue check``, ``build`` and ``serve`` beside Hugo, MkDocs and Material.

Usage: ``python -m tests.benchmarks [--actions N …] [--runs N] [--quick] …`` (see README.md).
Prints a report in Markdown; exits with 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tqdm import tqdm

from tests.benchmarks.bench import ROOT, Bench, Measures, Plan
from tests.benchmarks.machine import describe_machine
from tests.benchmarks.measure import CommandFailed, measure
from tests.benchmarks.peers import HugoMissing
from tests.benchmarks.report import LARGE, SMALL, Report
from tests.benchmarks.targets import Target, read_targets
from tests.benchmarks.ways import Way

_MEMORY = Path("/dev/shm")
# What a catalogue, its sites and those of its peers take for each action; with every page in
# the nav, each page grows by some more for each other page.
_BYTES_BY_ACTION = 200_000
_BYTES_BY_NAV_ITEM = 500
# What runs in a browser, and has a report of its own.
_IN_BROWSER = (
    ("search in Chromium", "tests.benchmarks.recherche", ["--alone"]),
    ("eligibility in Chromium", "tests.benchmarks.eligibility", []),
)


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; return 0, 1 when a target is missed, 2 when a command fails."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.quick:
        options.actions, options.runs, options.edits, options.browser = [100], 1, 1, False
    if min(*options.actions, options.runs, options.edits) < 1:
        parser.error("at least one action, one run and one edit")
    plans = [_plan(actions, options) for actions in sorted(options.actions)]
    steps = sum(plan.steps for plan in plans) + len(_IN_BROWSER) * options.browser
    # Silent unless a terminal is watching.
    with tqdm(total=steps, disable=None, leave=False, unit="step") as bar:

        def say(what: str) -> None:
            bar.set_description(what)
            bar.update()

        try:
            measures = [_measure(plan, say) for plan in plans]
            others = _measure_browser(LARGE, say) if options.browser else []
        except (CommandFailed, HugoMissing) as failure:
            parser.exit(2, f"{failure}\n")
    report = Report(measures, others, describe_machine())
    print(report.to_markdown())
    return 1 if report.missed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description="Time check, build and serve beside Hugo, MkDocs and Material.",
    )
    add = parser.add_argument
    add("--actions", type=int, nargs="+", default=[SMALL, LARGE], help="default: 1000 10000")
    add("--runs", type=int, default=3, help="default: 3; figures are medians")
    add("--edits", type=int, default=5, help="under the preview (default: 5)")
    add("--mkdocs", type=int, default=LARGE, metavar="N", help="up to N actions (default: 10000)")
    add("--nav", type=int, default=0, metavar="N", help="every page in the nav, up to N actions")
    add("--no-hugo", dest="hugo", action="store_false", help="leave Hugo out")
    add("--no-browser", dest="browser", action="store_false", help="leave Chromium out")
    add("--quick", action="store_true", help="100 actions, one run of each, without Chromium")
    return parser


def _plan(actions: int, options: argparse.Namespace) -> Plan:
    once = [
        way
        for way, limit in ((Way.MKDOCS, options.mkdocs), (Way.MKDOCS_NAV, options.nav))
        if actions <= limit
    ]
    each_run = (Way.HUGO, Way.HUGO_SEARCH) if options.hugo else ()
    return Plan(actions, options.runs, options.edits, each_run, tuple(once))


def _measure(plan: Plan, say: Callable[[str], object]) -> Measures:
    with tempfile.TemporaryDirectory(prefix="catalogue-bench-", dir=_workshop(plan)) as folder:
        return Bench(Path(folder), plan, say).run()


def _measure_browser(actions: int, say: Callable[[str], object]) -> list[Target]:
    """Return the targets of the search and of the questionnaires. Raises ``CommandFailed``."""
    targets: list[Target] = []
    with tempfile.TemporaryDirectory(prefix="catalogue-bench-") as folder:
        file = Path(folder) / "targets.json"
        options = [f"--actions={actions}", f"--targets={file}"]
        for what, module, more in _IN_BROWSER:
            say(what)
            measure([sys.executable, "-m", module, *options, *more], cwd=ROOT, env=os.environ)
            targets += read_targets(file)
    return targets


def _workshop(plan: Plan) -> Path | None:
    """Return a folder in memory with room for everything; ``None``: the usual folder for files.

    The disk then has no part in the figures.
    """
    wanted = _BYTES_BY_ACTION * plan.actions
    if Way.MKDOCS_NAV in plan.once:
        wanted += _BYTES_BY_NAV_ITEM * (2 * plan.actions) ** 2
    in_memory = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
    return _MEMORY if in_memory and shutil.disk_usage(_MEMORY).free > wanted else None


if __name__ == "__main__":
    sys.exit(main())
