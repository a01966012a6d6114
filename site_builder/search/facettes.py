"""Facets of the actions, which the page of all actions filters, counts and sorts by.

All files are JSON in UTF-8; small numbers are written as signs (``site_builder.search.signes``).
An action is its rank in the index of the search, where actions come first, by name.

``facettes.<hash>.json``, loaded when the page of all actions opens::

    version     1
    actions     how many
    facettes    in the order in which they are shown, each
      cle         its name in an address
      titre
      fichier     the name of a file that holds all that follows, which few visitors need; or
      valeurs     [value, …] in the order of its vocabulary
      noms        [label, …]
      parents     territoires only: [rank of the territoire above, -1 for none, …]; a territoire
                  stands after the one above it
      ensembles   every different set of values, as ``encode_lists`` writes them
      actions     the set of each action, as ``encode_gaps`` writes it: 0 for the first set that
                  none had before, 1 + its rank for one of the others
    etats       what says the state of an action on a day
      origine     a day, AAAA-MM-JJ: others are counted from it
      suspendues  the suspended actions (``encode_ranks``)
      fins        the last day of publication, ouvertures and clotures the days of the call:
                  [actions that have one (``encode_ranks``), day of each (``encode_gaps``)]
    maj         the name of a file: {origine, actions, jours}, when the sheet of each action that
                says it was changed
    resumes     {taille, empreinte}: how many actions a file of summaries has, and its hash

``resumes.<rank>.<hash>.json`` is a list of actions, each::

    [slug, name, summary, [[path, local name], …]]

Sets of territoires are those that actions name: what is found in a territoire is what names it, a
territoire above it or one within it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

import numpy as np

from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.search.facette import Facette, facettes_of
from site_builder.search.fichiers import Fichiers, digest_of, to_json
from site_builder.search.listes import Integers, Lists, first_met
from site_builder.search.signes import encode_gaps, encode_lists, encode_ranks

VERSION = 1
# Actions in a file of summaries: a page of results, sorted by name, needs two.
RESUMES = 16


class Ensembles(dict[tuple[str, ...], int]):
    """The sets of values that actions have in facets, each with a number: few are different.

    A set that is asked for and not known yet gets the next number.
    """

    def __missing__(self, values: tuple[str, ...]) -> int:
        """Number a set."""
        number = self[values] = len(self)
        return number


class Ligne(NamedTuple):
    """What the files say of one action: plain values, which depend on it and on its themes.

    ``ensembles`` are the numbers of its values in each facet; ``resume`` is its row in a file of
    summaries.
    """

    ensembles: tuple[int, ...]
    est_suspendue: bool
    maj: date | None
    fin: date | None
    ouverture: date | None
    cloture: date | None
    resume: str


def make_facettes(catalogue: Catalogue, slugs: Iterable[str]) -> Fichiers:
    """Describe the actions of ``catalogue`` (as published), in the order of ``slugs``."""
    facettes, ensembles = facettes_of(catalogue), Ensembles()
    lignes = [make_ligne(catalogue.actions[slug], facettes, ensembles) for slug in slugs]
    return write_facettes(facettes, lignes, ensembles)


def make_ligne(action: Action, facettes: Iterable[Facette], ensembles: Ensembles) -> Ligne:
    """Return what the files say of ``action``; ``ensembles`` numbers its values."""
    appel = action.appel_a_projets
    paths = [(path.nature, path.libelle_local or "") for path in action.parcours]
    return Ligne(
        tuple(ensembles[tuple(facette.values_of(action))] for facette in facettes),
        action.statut == "suspendu",
        action.date_maj,
        action.publie_jusqu_au,
        appel.ouverture if appel else None,
        appel.cloture if appel else None,
        to_json((action.slug, action.nom, action.resume, paths)),
    )


def write_facettes(
    facettes: Sequence[Facette], lignes: Sequence[Ligne], ensembles: Ensembles
) -> Fichiers:
    """Return the files of ``facettes``, from what they say of each action.

    ``ensembles`` has numbered the values.
    """
    files: dict[str, str] = {}

    def publish(name: str, value: object) -> str:
        text = to_json(value)
        full = f"{name}.{digest_of(text)}.json"
        files[full] = text
        return full

    described = []
    every = list(ensembles)
    numbers = chain.from_iterable(ligne.ensembles for ligne in lignes)
    columns = np.fromiter(numbers, np.int64).reshape(-1, len(facettes)).T
    for facette, column in zip(facettes, columns, strict=True):
        values = _describe_facette(facette, every, column)
        if facette.apart:
            values = {"fichier": publish(f"facettes.{facette.cle}", values)}
        described.append({"cle": facette.cle, "titre": facette.titre, **values})
    resumes, digest = _describe_resumes(lignes)
    first = publish(
        "facettes",
        {
            "version": VERSION,
            "actions": len(lignes),
            "facettes": described,
            "etats": _describe_etats(lignes),
            "maj": publish("facettes.maj", _describe_dates([ligne.maj for ligne in lignes])),
            "resumes": {"taille": RESUMES, "empreinte": digest},
        },
    )
    return Fichiers(first, {first: files.pop(first), **files, **resumes})


def _describe_facette(
    facette: Facette, every: Sequence[tuple[str, ...]], column: Integers
) -> dict[str, Any]:
    """Describe ``facette``, from the rank in ``every`` of the values of each action.

    Values that it has no name for are left out.
    """
    ranks = {value: rank for rank, value in enumerate(facette.noms)}
    sets: dict[tuple[int, ...], int] = {}
    codes = np.zeros(len(every), np.int64)
    for number in first_met(column):
        ensemble = tuple(sorted({ranks[value] for value in every[number] if value in ranks}))
        codes[number] = 1 + sets.setdefault(ensemble, len(sets))
    actions = codes[column]
    actions[np.unique(actions, return_index=True)[1]] = 0
    ensembles = Lists.of(sets)
    return {
        "valeurs": list(facette.noms),
        "noms": list(facette.noms.values()),
        **({"parents": facette.parents} if facette.parents is not None else {}),
        "ensembles": encode_lists(ensembles.numbers, ensembles.starts[:-1]),
        "actions": encode_gaps(actions),
    }


def _describe_etats(lignes: Sequence[Ligne]) -> dict[str, Any]:
    columns: dict[str, list[date | None]] = {
        "fins": [ligne.fin for ligne in lignes],
        "ouvertures": [ligne.ouverture for ligne in lignes],
        "clotures": [ligne.cloture for ligne in lignes],
    }
    origine = min((day for days in columns.values() for day in days if day), default=date.min)
    suspended = [rank for rank, ligne in enumerate(lignes) if ligne.est_suspendue]
    return {
        "origine": origine.isoformat(),
        "suspendues": encode_ranks(suspended),
        **{name: _encode_days(days, origine) for name, days in columns.items()},
    }


def _describe_dates(days: Sequence[date | None]) -> dict[str, Any]:
    origine = min(filter(None, days), default=date.min)
    actions, signs = _encode_days(days, origine)
    return {"origine": origine.isoformat(), "actions": actions, "jours": signs}


def _encode_days(days: Sequence[date | None], origine: date) -> tuple[str, str]:
    """Return the ranks of the days that are there, and each counted from ``origine``."""
    there = {rank: day for rank, day in enumerate(days) if day}
    counts = [(day - origine).days for day in there.values()]
    return encode_ranks(list(there)), encode_gaps(counts)


def _describe_resumes(lignes: Sequence[Ligne]) -> tuple[dict[str, str], str]:
    """Return the files of summaries, and the hash of all, which their names end with."""
    texts = [
        f"[{','.join(ligne.resume for ligne in lignes[start : start + RESUMES])}]"
        for start in range(0, len(lignes), RESUMES)
    ]
    digest = digest_of("".join(texts))
    return {resumes_name(rank, digest): text for rank, text in enumerate(texts)}, digest


def resumes_name(rank: int, digest: str) -> str:
    """Return the name of a file of summaries."""
    return f"resumes.{rank}.{digest}.json"
