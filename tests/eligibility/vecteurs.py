"""The shared vectors, one case at a time, and what a case expects of an engine."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
SCHEMA = FOLDER / "vectors.schema.json"
FILES = sorted((FOLDER / "vectors").glob("*.json"))

LISTES = ("satisfaites", "non_satisfaites", "inconnues", "prioritaires", "appreciations")


@dataclass(frozen=True)
class Cas:
    """One case; ``regles`` holds its one rule, or several to choose the next question for."""

    nom: str
    regles: list[dict[str, Any]]
    reponses: dict[str, Any]
    contexte: dict[str, Any]
    attendu: dict[str, Any]

    def expected(self) -> dict[str, Any]:
        """Return what ``told`` gives of the right findings."""
        attendu = dict(self.attendu)
        if "resultat" in attendu:
            attendu.setdefault("disponibilite", None)
        if "raisons" in attendu:
            attendu["raisons"] = {name: attendu["raisons"].get(name, []) for name in LISTES}
        return attendu

    def told(self, found: Mapping[str, Any]) -> dict[str, Any]:
        """Return the part of an engine's findings that the case is about.

        ``found`` has ``evaluation`` and ``changements`` (with one rule), and ``suivante``.
        """
        evaluation = found.get("evaluation", {})
        told = {
            "resultat": evaluation.get("resultat"),
            "disponibilite": evaluation.get("disponibilite"),
            "raisons": {name: phrases(evaluation.get(name, [])) for name in LISTES},
            "changements": [
                {**change, "criteres": phrases(change["criteres"])}
                for change in found.get("changements", [])
            ],
            "suivante": found["suivante"],
            "evaluation": evaluation,
        }
        return {name: told[name] for name in self.expected()}


def phrases(raisons: list[dict[str, Any]]) -> list[str]:
    """Return the sentence of each reason, after « exclu: » for a contrary."""
    return [f"{'exclu: ' if 'exclu' in raison else ''}{raison.get('phrase')}" for raison in raisons]


def read_cas(path: Path) -> Iterator[Cas]:
    """Yield the cases of one file."""
    content = json.loads(path.read_text(encoding="utf-8"))
    for vecteur in content["vecteurs"]:
        regles = [vecteur["regle"]] if "regle" in vecteur else vecteur["regles"]
        for rank, cas in enumerate(vecteur["cas"], start=1):
            contexte = content["contexte"] | cas.get("contexte", {})
            attendu = {k: v for k, v in cas.items() if k not in ("reponses", "contexte")}
            nom = f"{path.stem}: {vecteur['nom']} ({rank})"
            yield Cas(nom, regles, cas["reponses"], contexte, attendu)


CAS = [cas for path in FILES for cas in read_cas(path)]
