"""Whether an action may be taken up on a day: its status, its dates, its call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from site_builder.eligibility.contexte import Appel, Contexte, Regle


@dataclass(frozen=True, slots=True)
class Disponibilite:
    """Why an action is not available, or not yet: since or from when, or for which age."""

    etat: str
    date: date | None = None
    question: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return ``{etat, date?, question?}``."""
        found: dict[str, Any] = {"etat": self.etat}
        if self.date:
            found["date"] = self.date.isoformat()
        if self.question:
            found["question"] = self.question
        return found


def days_of(regle: Regle) -> list[date]:
    """Return the days that whether the action is available depends on, none for a draft."""
    if regle.statut != "publie":
        return []
    days = [regle.publie_du, regle.publie_jusqu_au]
    if appel := regle.appel:
        days += [appel.ouverture, appel.cloture, appel.debut, appel.fin]
    return [day for day in days if day is not None]


def find_closed(regle: Regle, contexte: Contexte) -> Disponibilite | None:
    """Return why the action is not, or no longer, available to anybody; ``None``: it is."""
    if regle.statut != "publie":
        return Disponibilite("suspendue" if regle.statut == "suspendu" else "retiree")
    if regle.publie_jusqu_au and regle.publie_jusqu_au < contexte.date:
        return Disponibilite("terminee", regle.publie_jusqu_au)
    appel = _counted_appel(regle, contexte)
    if appel and appel.cloture and appel.cloture < contexte.date:
        return Disponibilite("appel-clos", appel.cloture)
    return None


def find_to_come(regle: Regle, contexte: Contexte) -> Disponibilite | None:
    """Return the latest of the days still to come before the action is available."""
    appel = _counted_appel(regle, contexte)
    days = (("a-paraitre", regle.publie_du), ("appel-a-venir", appel and appel.ouverture))
    to_come = [(day, etat) for etat, day in days if day and day > contexte.date]
    if not to_come:
        return None
    day, etat = max(to_come, key=lambda found: found[0])
    return Disponibilite(etat, day)


def _counted_appel(regle: Regle, contexte: Contexte) -> Appel | None:
    """Return the call when it counts: for people, an action under convention is running."""
    if regle.appel and contexte.lecteur != "porteur" and regle.appel.is_running(contexte.date):
        return None
    return regle.appel
