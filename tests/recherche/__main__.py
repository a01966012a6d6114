"""Tells how well the search answers: ``python -m tests.recherche [FILE…] [--all]``.

Prints, for each file of queries, success at 1 and at 3 and the mean reciprocal rank, with and
without accents and with one typo, then the queries that fail at 3.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.recherche.donnees import real_moteur, records_found
from tests.recherche.evaluation import FOLDER, WAYS, Bilan, evaluate, read_requetes


def main(arguments: list[str] | None = None) -> int:
    """Evaluate; return 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.recherche", description=__doc__)
    default = [FOLDER / "requetes.yml", FOLDER / "requetes_tenues.yml"]
    parser.add_argument("files", nargs="*", type=Path, default=default)
    parser.add_argument("--all", action="store_true", help="failures without accents and typos too")
    options = parser.parse_args(arguments)

    def search(query: str) -> list[str]:
        return records_found(real_moteur(), query, limit=10)

    for file in options.files:
        requetes = read_requetes(file)
        print(f"{file.name}: {len(requetes)} queries\n")
        bilans = {way: evaluate(requetes, search, change) for way, change in WAYS.items()}
        for way, bilan in bilans.items():
            print(_line(way, bilan))
        shown = bilans if options.all else {"as typed": bilans["as typed"]}
        for way, bilan in shown.items():
            print(f"\nNot among the first three, {way}:\n")
            print("\n".join(_failures(bilan)) or "(none)")
        print()
    return 0


def _line(way: str, bilan: Bilan) -> str:
    return (
        f"{way:16}  success@1 {bilan.success(1):6.1%}  success@3 {bilan.success(3):6.1%}"
        f"  MRR {bilan.mrr:.3f}"
    )


def _failures(bilan: Bilan) -> list[str]:
    lines = []
    for essai in bilan.failures(3):
        lines.append(f"- {essai.typed}  (rank: {essai.rank or 'none'})")
        lines.append(f"    wanted  {', '.join(essai.requete.attendus)}")
        lines.append(f"    found   {', '.join(essai.found[:3]) or 'nothing'}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
