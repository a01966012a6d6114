"""Times the browser's eligibility engine on the rules of a large synthetic catalogue.

Usage: ``python -m tests.benchmarks.eligibility [--actions N] [--runs N]`` (see README.md).
Exits with 1 when the target is missed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

from playwright.sync_api import sync_playwright

from tests.benchmarks.machine import describe_machine
from tests.benchmarks.targets import Target, write_targets
from tests.browser.conftest import CHROMIUM_ARGUMENTS, CHROMIUM_NAMES
from tests.browser.serveur import QuietHandler
from tests.synthetic.chance import Chance
from tests.synthetic.conditions import QUESTIONS, Conditions
from tests.synthetic.days import DAY
from tests.synthetic.plan import Plan
from tests.synthetic.prose import Prose

ROOT = Path(__file__).resolve().parents[2]
MODULE = "/docs/assets/javascripts/eligibilite.mjs"
# Milliseconds for every action, reasons included, of a catalogue of 10,000.
LIMIT = 50.0
JUDGED_AT = 10_000

# The person that every synthetic rule suits, but for the place.
REPONSES = {
    "age": 35,
    "allocation": "oui",
    "enfants": "un",
    "situation": "sans-emploi",
    "freins": ["mobilite", "logement", "garde"],
    "inscription": "2022-06-01",
    "sante": "oui",
    "commune": "00000",
}
# Each run is a new person: nothing is remembered of the answers of the one before.
TIME = """
async ([address, text, runs]) => {
  const { changements, evaluate, nextQuestion, readRegles } = await import(address);
  const { data, reponses, date, lieux } = JSON.parse(text);
  const read = readRegles(data, "beneficiaire");
  const regles = [...read.regles.values()];
  const contexte = { ...read.contexte, date, lieux };
  const time = (work) =>
    Array.from({ length: runs }, (_, run) => {
      const person = { ...reponses, age: reponses.age + (run % 2) };
      const start = performance.now();
      work(person);
      return performance.now() - start;
    });
  return {
    evaluate: time((person) => regles.map((regle) => evaluate(regle, person, contexte))),
    nextQuestion: time(() => nextQuestion(regles, {}, contexte)),
    changements: time((person) => regles.map((regle) => changements(regle, person, contexte))),
  };
}
"""


@dataclass(frozen=True)
class Times:
    """Milliseconds of each run, by function of the engine."""

    actions: int
    runs: dict[str, list[float]]

    @property
    def target(self) -> Target:
        """What is set for a large catalogue, whatever the size of this one."""
        what = f"{self.actions:,} actions: every answer to one person, reasons included"
        return Target(what, median(self.runs["evaluate"]), LIMIT, "ms")

    @property
    def missed(self) -> bool:
        """Whether the target is missed, on as many actions as it is set for."""
        return self.actions >= JUDGED_AT and not self.target.met

    def to_markdown(self) -> str:
        """Return the times as Markdown."""
        verdict = "**missed**" if self.missed else "met"
        judged = verdict if self.actions >= JUDGED_AT else f"judged at {JUDGED_AT} actions"
        rows = [
            f"| `{name}` | {median(runs):.1f} ms | {runs[0]:.1f} ms |"
            for name, runs in self.runs.items()
        ]
        return "\n".join(
            [
                f"{self.actions} actions, one person, in Chromium.",
                "",
                "| Every action | Median | First run |",
                "| --- | ---: | ---: |",
                *rows,
                "",
                f"- Evaluation: {LIMIT:.0f} ms at most: {judged}.",
                f"- Machine: {describe_machine()}.",
            ]
        )


def make_data(actions: int, seed: int = 1) -> dict[str, Any]:
    """Return what browsers are given: rules in the form of ``data/eligibilite.json``."""
    plan, chance = Plan(actions), Chance(seed)
    conditions = Conditions(plan, chance, Prose(chance))
    criteres: dict[str, int] = {}
    written: dict[str, Any] = {}
    for rank in range(actions):
        publics = (rank % plan.publics, chance.between(0, plan.publics - 1))
        slugs = [plan.public_slug(public) for public in publics]
        tree = conditions.for_person(slugs, plan.leaf_of(rank).slug)
        slug = plan.action_slug(rank)
        written[slug] = {"beneficiaire": _published(tree, criteres), "publie_du": DAY.isoformat()}
    publics_cibles = {
        plan.public_slug(rank): {"condition": _published(conditions.for_public(), criteres)}
        for rank in range(plan.publics)
    }
    data = {
        "questions": {**QUESTIONS, "commune": {"type": "commune"}},
        "criteres": [json.loads(critere) for critere in criteres],
        "publics_cibles": publics_cibles,
        "actions": written,
    }
    lieux = {"00000": [plan.leaf_of(0).slug], "00001": [plan.leaf_of(1).slug]}
    return {"data": data, "reponses": REPONSES, "date": DAY.isoformat(), "lieux": lieux}


def _published(node: Mapping[str, Any], criteres: dict[str, int]) -> Any:
    """Return a tree whose leaves are ranks in ``criteres``, where each is kept once, as text."""
    for genre in ("toutes", "une_de", "aucune"):
        if genre in node:
            return {genre: [_published(child, criteres) for child in node[genre]]}
    worded = {"phrase": "Vous remplissez ce critère d’exemple.", **node}
    return criteres.setdefault(json.dumps(worded), len(criteres))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = partial(QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def time_engine(actions: int, runs: int) -> Times:
    """Time the engine in Chromium. Raises ``RuntimeError`` when there is none."""
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        raise RuntimeError("Chromium was not found: make test installs it on Debian.")
    data = json.dumps(make_data(actions))
    with served(ROOT) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=list(CHROMIUM_ARGUMENTS), chromium_sandbox=False
        )
        page = browser.new_page()
        page.goto(f"{address}/docs/assets/javascripts/eligibilite/")
        found = page.evaluate(TIME, [MODULE, data, runs])
        browser.close()
    return Times(actions, found)


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; return 0, or 1 when the target is missed."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.eligibility",
        description="Time the browser's eligibility engine.",
    )
    parser.add_argument("--actions", type=int, default=JUDGED_AT, help=f"default: {JUDGED_AT}")
    parser.add_argument("--runs", type=int, default=15, help="default: 15")
    parser.add_argument("--targets", type=Path, help="where to write them, for others to judge")
    options = parser.parse_args(arguments)
    if min(options.actions, options.runs) < 1:
        parser.error("at least one action and one run")
    times = time_engine(options.actions, options.runs)
    print(times.to_markdown())
    if options.targets:
        write_targets([times.target], options.targets)
        return 0
    return 1 if times.missed else 0


if __name__ == "__main__":
    sys.exit(main())
