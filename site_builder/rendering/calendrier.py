"""The days of a call for projects, one after the other."""

from __future__ import annotations

from datetime import date

from site_builder.model.financement import AppelAProjets


def calendrier(appel: AppelAProjets, today: date) -> list[tuple[date, str, bool]]:
    """Return (day, what happens, whether nothing comes before it from ``today`` on), in order."""
    convention = appel.convention
    written = (
        (appel.ouverture, "Ouverture de l’appel"),
        (appel.cloture, "Clôture de l’appel"),
        (convention.debut if convention else None, "Début de la convention"),
        (convention.fin if convention else None, "Fin de la convention"),
    )
    days = sorted(((day, name) for day, name in written if day), key=lambda found: found[0])
    following = min((day for day, _ in days if day >= today), default=None)
    return [(day, name, day == following) for day, name in days]
