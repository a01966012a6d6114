"""From the records of a catalogue to what an evaluation is given."""

from __future__ import annotations

from datetime import date

from site_builder.eligibility.contexte import Appel, Contexte, Regle
from site_builder.eligibility.lieux import Lieux
from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.financement import AppelAProjets

# The rule that each reader reads: a référent checks what the person would.
REGLES_LUES = {
    "beneficiaire": "beneficiaire",
    "prescripteur": "beneficiaire",
    "porteur": "porteur",
}


def regle_of(action: Action, lecteur: str) -> Regle | None:
    """Return the rule of ``action`` for ``lecteur``, ``None`` when none is written."""
    condition = getattr(action.eligibilite, REGLES_LUES[lecteur], None)
    if condition is None:
        return None
    return Regle(
        condition,
        action.statut,
        action.publie_du,
        action.publie_jusqu_au,
        _appel_of(action.appel_a_projets),
    )


def _appel_of(appel: AppelAProjets | None) -> Appel | None:
    if appel is None:
        return None
    convention = appel.convention
    return Appel(
        appel.ouverture,
        appel.cloture,
        convention.debut if convention else None,
        convention.fin if convention else None,
    )


def contexte_of(
    catalogue: Catalogue, today: date, lecteur: str, lieux: Lieux | None = None
) -> Contexte:
    """Return what the rules of ``catalogue`` are evaluated with on ``today``.

    ``lieux``, when it is at hand, spares indexing the places again.
    """
    places = lieux or Lieux(catalogue)
    publics = catalogue.publics_cibles
    return Contexte(
        today,
        lecteur,
        catalogue.questions,
        {slug: public.conditions for slug, public in publics.items()},
        places.territoires_of,
        lambda: (commune.code for commune in places.communes()),
    )
