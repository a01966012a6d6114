"""What an action is agreed on with those who carry it: money, measures, call for projects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from tests.synthetic import words
from tests.synthetic.chance import Chance
from tests.synthetic.days import DAY
from tests.synthetic.prose import Prose
from tests.synthetic.yaml_text import Fields, Value


@dataclass
class Convention:
    """Draws the fields of an action that concern its carriers."""

    chance: Chance
    prose: Prose

    def money(self) -> Fields:
        """How the action is funded, and how many people it can follow."""
        names = self.chance.some(
            ("Accompagnement", "Place d’atelier", "Aide versée"), self.chance.between(1, 2)
        )
        lines: list[Value] = [self._funding(name) for name in names]
        capacity: Fields = {
            "file_active": self.chance.between(10, 90),
            **self.chance.sometimes(0.4, places_max_par_etp=self.chance.between(20, 250)),
            **self.chance.sometimes(0.4, precisions=self.prose.sentence()),
        }
        return self.chance.sometimes(0.6, financement=lines) | self.chance.sometimes(
            0.5, capacite=capacity
        )

    def _funding(self, name: str) -> Fields:
        first, second = self.chance.shares(2)
        parts: Value = [
            {"libelle": "Part fixe", "pourcentage": first},
            {"libelle": "Part selon les résultats", "pourcentage": second},
        ]
        down, rest = self.chance.shares(2)
        payments: Value = [
            {"libelle": "Avance", "moment": "À la signature", "pourcentage": down},
            {"libelle": "Solde", "condition": "Au vu du bilan", "pourcentage": rest},
        ]
        return {
            "libelle": name,
            "montant": self.chance.between(2, 90) * 10,
            "unite": self.chance.pick(("personne", "place", "forfait", "an", "etp")),
            **self.chance.sometimes(0.3, base=self.prose.line()),
            **self.chance.sometimes(0.4, parts=parts),
            **self.chance.sometimes(0.4, versements=payments),
            **self.chance.sometimes(0.3, precisions=self.prose.sentence()),
        }

    def measures(self) -> Fields:
        """What is counted, and what carriers are chosen on; weights add up to 100."""
        names = self.chance.some(words.MESURES, self.chance.between(2, 4))
        weights = self.chance.shares(len(names)) if self.chance.happens(0.5) else []
        measures: list[Fields] = [
            {
                "libelle": name,
                **self.chance.sometimes(
                    0.6, seuil=f"{self.chance.between(10, 95)}\u00a0% au moins"
                ),
                **self.chance.sometimes(0.3, precision=self.prose.sentence()),
            }
            for name in names
        ]
        for measure, weight in zip(measures, weights, strict=False):
            measure["poids"] = weight
        return {
            **self.chance.sometimes(0.6, indicateurs=measures),
            **self.chance.sometimes(0.2, criteres_selection=self.prose.lines(2, 4)),
        }

    def call(self) -> Fields:
        """A call for projects: closed, open or to come on ``DAY``, its dates in order."""
        start = self.chance.day(DAY - timedelta(200), DAY + timedelta(60))
        end = start + timedelta(self.chance.between(20, 60))
        signed = end + timedelta(self.chance.between(10, 60))
        call: Fields = {
            "ouverture": start,
            "cloture": end,
            "convention": {"debut": signed, "fin": signed + timedelta(365)},
            "depot": self.prose.sentence(),
            **self.chance.sometimes(0.5, bilan=self.prose.sentence()),
            **self.chance.sometimes(0.3, precisions=self.prose.sentence()),
        }
        return self.chance.sometimes(0.25, appel_a_projets=call)
