"""Weighs and times the search on large synthetic catalogues, beside lunr.js and MiniSearch.

Usage: ``python -m tests.benchmarks.recherche [--actions N …] [--queries N] [--alone]`` (see
README.md). Exits with 1 when a target is missed. The peers come from npm when the benchmark
runs; without npm, or with ``--alone``, they are left out.
"""

from __future__ import annotations

import argparse
import gc
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from site_builder.search.document import Document
from site_builder.search.documents import documents_of
from site_builder.search.facette import facettes_of
from site_builder.search.facettes import make_facettes
from site_builder.search.fichiers import Fichiers
from site_builder.search.index import make_index
from site_builder.search.langue import words_of
from site_builder.vocabulary.typographie import fold
from tests.benchmarks.eligibility import served
from tests.benchmarks.machine import describe_machine
from tests.benchmarks.recherche_report import Exploration, Figures, Report, compressed
from tests.benchmarks.targets import Target, write_targets
from tests.browser.conftest import CHROMIUM_ARGUMENTS, CHROMIUM_NAMES
from tests.recherche.donnees import pages_of, random_queries, synthetic_catalogue

HERE = Path(__file__).resolve().parent
SCRIPTS = HERE.parents[1] / "docs/assets/javascripts"
PEERS = {
    "lunr": ("lunr@2.3.9", "lunr/lunr.js"),
    "minisearch": ("minisearch@7.2.0", "minisearch/dist/es/index.js"),
}
SEED = 1
# The folders of the pure modules.
MODULES = ("recherche", "explorateur")
RUN = """async ([name, queries]) => (await import("/page.mjs")).run(name, queries)"""
NEEDS = """async (queries) => (await import("/page.mjs")).needs(queries)"""
FILTERS = """async (selections) => (await import("/page.mjs")).filters(selections)"""


class Bench:
    """The search of a catalogue of ``actions`` actions, in ``folder``, which pages are served."""

    def __init__(self, folder: Path, actions: int, queries: int) -> None:
        self._folder = folder
        catalogue = synthetic_catalogue(actions)
        pages = pages_of(catalogue)
        # As in the commands, which end when their work does.
        gc.disable()
        start = time.process_time()
        self._documents = list(documents_of(catalogue, pages))
        made = make_index(self._documents, catalogue.glossaire.values())
        # A shard is written when it is asked for.
        self._index = Fichiers(made.first, dict(made.files))
        self._building = time.process_time() - start
        gc.enable()
        actions_found = (d.slug for d in self._documents if d.kind == "actions")
        self._facettes = make_facettes(catalogue, actions_found)
        sizes = {facette.cle: len(facette.noms) for facette in facettes_of(catalogue)}
        self._selections = random_selections(sizes, queries)
        self._queries = random_queries(_words(self._documents), queries, SEED)
        self._write_site()

    def run(self, browser: Browser, address: str, peers: Sequence[str]) -> Iterator[Figures]:
        """Yield the figures of the site's search, then those of its peers."""
        sizes = self._sizes
        needs = self._evaluate(browser, address, NEEDS, self._queries)
        own = [sizes[name] for name in self._index.files]
        yield Figures(
            "this search",
            building=self._building,
            first=sizes[self._index.first],
            by_query=[sum(map(sizes.__getitem__, names)) for names, _ in needs],
            total=sum(own),
            **self._time(browser, address, "site"),
        )
        for name in peers:
            building, size = self._make_peer(name)
            times = self._time(browser, address, name)
            yield Figures(name, building=building, first=size, by_query=[], total=size, **times)

    def explore(self, browser: Browser, address: str) -> Exploration:
        """Return the figures of the page of all actions."""
        sizes = self._sizes
        needs = self._evaluate(browser, address, NEEDS, self._queries)
        facettes = sizes[self._facettes.first]
        found = self._evaluate(browser, address, FILTERS, self._selections)
        return Exploration(
            facettes=facettes,
            first=facettes + sizes[self._index.first],
            by_query=[
                sum(map(sizes.__getitem__, (*names, *summaries))) for names, summaries in needs
            ],
            total=sum(compressed(text) for text in self._facettes.files.values()),
            opening=found["opening"],
            times=found["times"],
        )

    @cached_property
    def _sizes(self) -> dict[str, int]:
        files = {**self._index.files, **self._facettes.files}
        return {name: compressed(text) for name, text in files.items()}

    def _evaluate(self, browser: Browser, address: str, script: str, given: Any) -> Any:
        page = browser.new_page()
        page.goto(f"{address}/index.html")
        found = page.evaluate(script, given)
        page.close()
        return found

    def _time(self, browser: Browser, address: str, name: str) -> dict[str, Any]:
        page = browser.new_page()
        page.goto(f"{address}/index.html")
        found = page.evaluate(RUN, [name, self._queries])
        session = page.context.new_cdp_session(page)
        session.send("HeapProfiler.collectGarbage")
        memory = session.send("Runtime.getHeapUsage")
        page.close()
        used = int(memory["usedSize"]) + int(memory.get("backingStorageSize", 0))
        return {"opening": found["opening"], "times": found["times"], "memory": used}

    def _write_site(self) -> None:
        page = "<!doctype html><title>Recherche</title><link rel=icon href='data:,'>"
        (self._folder / "index.html").write_text(page, encoding="utf-8")
        shutil.copy(SCRIPTS / "recherche.mjs", self._folder)
        for module in MODULES:
            shutil.copytree(SCRIPTS / module, self._folder / module, dirs_exist_ok=True)
        shutil.copy(HERE / "recherche_page.mjs", self._folder / "page.mjs")
        files = {
            "first": self._index.first,
            "facettes": self._facettes.first,
            "texts": {**self._index.files, **self._facettes.files},
        }
        (self._folder / "files.json").write_text(json.dumps(files), encoding="utf-8")

    def _make_peer(self, name: str) -> tuple[float, int]:
        """Make the index of a peer; return the seconds that it took, and its compressed bytes."""
        documents = [
            {"id": rank} | {field: fold(text) for field, text in asdict(document).items()}
            for rank, document in enumerate(self._documents)
        ]
        source, target = self._folder / "documents.json", self._folder / f"{name}.json"
        source.write_text(json.dumps(documents), encoding="utf-8")
        script = [str(HERE / "recherche_peers.mjs"), name, str(source), str(target)]
        start = time.perf_counter()
        subprocess.run(["node", "--max-old-space-size=6000", *script], cwd=self._folder, check=True)
        return time.perf_counter() - start, compressed(target.read_text(encoding="utf-8"))


def install_peers(folder: Path) -> list[str]:
    """Install the peers in ``folder``, as modules for its pages; return the names of those there.

    Says on standard error why there are none.
    """
    if not (shutil.which("npm") and shutil.which("node")):
        print("npm was not found: lunr.js and MiniSearch are left out.", file=sys.stderr)
        return []
    packages = [package for package, _ in PEERS.values()]
    command = ["npm", "install", "--no-audit", "--no-fund", "--silent", *packages]
    if subprocess.run(command, cwd=folder, check=False).returncode:
        print("npm could not install lunr.js and MiniSearch: left out.", file=sys.stderr)
        return []
    for name, (_, path) in PEERS.items():
        code = (folder / "node_modules" / path).read_text(encoding="utf-8")
        # lunr.js sets a global variable, where a module has none.
        wrapped = f"{code.replace('}(this, function', '}(globalThis, function')}\n"
        exported = "export default globalThis.lunr;\n" if name == "lunr" else ""
        (folder / f"{name}.mjs").write_text(wrapped + exported, encoding="utf-8")
    return list(PEERS)


def random_selections(sizes: Mapping[str, int], number: int) -> list[list[tuple[str, list[int]]]]:
    """Return values of one to three facets, from how many values each has."""
    chance = Random(SEED)
    cles = sorted(cle for cle, size in sizes.items() if size)
    return [
        [
            (cle, sorted({chance.randrange(sizes[cle]) for _ in range(chance.randint(1, 3))}))
            for cle in chance.sample(cles, chance.randint(1, 3))
        ]
        for _ in range(number)
    ]


def _words(documents: Sequence[Document]) -> list[str]:
    """Return words of titles and texts, as often as they are there."""
    some = Random(SEED).sample(documents, min(200, len(documents)))
    texts = (
        text for document in some for text in (document.titre, document.resume, document.corps)
    )
    return [word for text in texts for _, word in words_of(text)]


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; return 0, or 1 when a target is missed."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.recherche", description="Weigh and time the search."
    )
    parser.add_argument("--actions", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--queries", type=int, default=500, help="default: 500")
    parser.add_argument("--alone", action="store_true", help="without lunr.js and MiniSearch")
    parser.add_argument("--targets", type=Path, help="where to write them, for others to judge")
    options = parser.parse_args(arguments)
    if min(*options.actions, options.queries) < 1:
        parser.error("at least one action and one query")
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        parser.exit(2, "Chromium was not found: make test installs it on Debian.\n")
    targets: list[Target] = []
    missed = False
    for actions in options.actions:
        with tempfile.TemporaryDirectory(prefix="recherche-bench-") as name:
            folder = Path(name)
            bench = Bench(folder, actions, options.queries)
            peers = [] if options.alone else install_peers(folder)
            with served(folder) as address, sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=executable,
                    args=list(CHROMIUM_ARGUMENTS),
                    chromium_sandbox=False,
                )
                figures = list(bench.run(browser, address, peers))
                report = Report(actions, figures, bench.explore(browser, address))
                browser.close()
        print(report.to_markdown(), end="\n\n")
        missed = missed or bool(report.missed)
        targets += report.targets
    print(f"Machine: {describe_machine()}.")
    if options.targets:
        write_targets(targets, options.targets)
        return 0
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
