"""The official geographic code: départements, EPCI and communes (Insee, COG 2026).

``cog()`` gives the one ``Cog`` of the process. Each file is read when it is first needed,
and a commune becomes a record when it is asked for: 35,000 lines cost a few milliseconds.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

from site_builder.vocabulary.typographie import fold, nearest_folded

_DATA = files("site_builder.vocabulary") / "data"
_ARRONDISSEMENTS = {"751": "75056", "6938": "69123", "132": "13055"}
# Stricter than for slugs: among 35,000 names, something always looks a little alike.
_NAME_LIKENESS = 85.0
_DEPARTEMENT, _EPCI, _POSTCODES = 2, 3, 4


@dataclass(frozen=True, slots=True)
class Departement:
    """A département or an overseas collectivity of the same rank."""

    code: str
    nom: str
    region: str
    nom_region: str


@dataclass(frozen=True, slots=True)
class Epci:
    """An intercommunal body with its own taxes; ``code`` is its SIREN.

    ``nature`` is CC, CA, CU, METRO or MET69 (Lyon).
    """

    code: str
    nom: str
    nature: str


class Commune(NamedTuple):
    """A commune, or a municipal arrondissement of Paris, Lyon or Marseille.

    ``epci`` is ``None`` for the few communes outside any EPCI, ``population`` is ``None``
    where nobody is counted, and ``parente`` is the commune of an arrondissement.
    """

    code: str
    nom: str
    departement: str
    epci: str | None
    codes_postaux: tuple[str, ...]
    population: int | None
    parente: str | None


class Cog:
    """Look-up of places by code, by belonging and by name."""

    def departement(self, code: str) -> Departement | None:
        """Return the département with this code (« 01 », « 2A », « 974 »), or ``None``."""
        return self._departements.get(code)

    def epci(self, code: str) -> Epci | None:
        """Return the EPCI with this SIREN, or ``None``."""
        return self._epci.get(code)

    def commune(self, code: str) -> Commune | None:
        """Return the commune or arrondissement with this INSEE code, or ``None``."""
        line = self._lines.get(code)
        return None if line is None else _read_commune(line)

    def communes(self, codes: Iterable[str], least: int = 0) -> tuple[Commune, ...]:
        """Return those of these codes that exist, in the same order.

        ``least`` is how many inhabitants they have at least.
        """
        return self._communes(filter(self.has_commune, codes), least)

    def has_commune(self, code: str) -> bool:
        """Tell whether ``commune`` would find one."""
        return code in self._lines

    def departement_of_commune(self, code: str) -> str | None:
        """Return the code of the département of a commune, or ``None``."""
        line = self._lines.get(code)
        return None if line is None else line.split(",", _DEPARTEMENT + 1)[_DEPARTEMENT]

    def communes_of_departement(self, code: str, least: int = 0) -> tuple[Commune, ...]:
        """Return its communes and arrondissements in the order of codes (none: unknown code).

        ``least`` is how many inhabitants they have at least.
        """
        return self._communes(self._codes_by_departement.get(code, ()), least)

    def communes_of_epci(self, code: str, least: int = 0) -> tuple[Commune, ...]:
        """Return those of an EPCI in the same way."""
        return self._communes(self._codes_by_epci.get(code, ()), least)

    def communes_of_postcode(self, postcode: str) -> tuple[Commune, ...]:
        """Return the communes and arrondissements that La Poste serves under ``postcode``."""
        return self._communes(self._codes_by_postcode.get(postcode, ()))

    def departements_of_epci(self, code: str) -> tuple[str, ...]:
        """Return the codes of the départements that an EPCI lies in, in order."""
        return tuple(sorted({commune.departement for commune in self.communes_of_epci(code)}))

    def communes_named(self, name: str) -> tuple[Commune, ...]:
        """Return the communes of that name, or else of the name nearest to it."""
        return self._communes(_closest(name, self._codes_by_name))

    def epci_named(self, name: str) -> tuple[Epci, ...]:
        """Return the EPCI of that name (with or without CC, CA…), or else of the nearest."""
        return tuple(self._epci[code] for code in _closest(name, self._epci_by_name))

    def departements_named(self, name: str) -> tuple[Departement, ...]:
        """Return the département of that name, or else of the name nearest to it."""
        return tuple(
            self._departements[code] for code in _closest(name, self._departements_by_name)
        )

    @cached_property
    def regions(self) -> frozenset[str]:
        """The codes of the régions."""
        return frozenset(place.region for place in self._departements.values())

    def _communes(self, codes: Iterable[str], least: int = 0) -> tuple[Commune, ...]:
        lines: Iterable[str] = map(self._lines.__getitem__, codes)
        if least:
            # The last column tells: few of them are worth reading.
            lines = (line for line in lines if int(line.rpartition(",")[2] or 0) >= least)
        return tuple(map(_read_commune, lines))

    @cached_property
    def _departements(self) -> dict[str, Departement]:
        return {row[0]: Departement(*row) for row in _rows("departements.csv")}

    @cached_property
    def _epci(self) -> dict[str, Epci]:
        rows = _rows("epci.csv")
        return {code: Epci(code, _typeset(nom), nature) for code, nom, nature in rows}

    @cached_property
    def _lines(self) -> dict[str, str]:
        return {line[:5]: line for line in _read("communes.csv")}

    @cached_property
    def _codes_by_departement(self) -> Mapping[str, list[str]]:
        return self._codes_by(_DEPARTEMENT)

    @cached_property
    def _codes_by_epci(self) -> Mapping[str, list[str]]:
        return self._codes_by(_EPCI)

    @cached_property
    def _codes_by_postcode(self) -> Mapping[str, list[str]]:
        return self._codes_by(_POSTCODES)

    def _codes_by(self, column: int) -> Mapping[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for code, line in self._lines.items():
            for value in line.split(",")[column].split():
                groups.setdefault(value, []).append(code)
        return groups

    @cached_property
    def _codes_by_name(self) -> Mapping[str, list[str]]:
        return _by_folded_name((line.split(",", 2)[1], code) for code, line in self._lines.items())

    @cached_property
    def _epci_by_name(self) -> Mapping[str, list[str]]:
        full = [(epci.nom, epci.code) for epci in self._epci.values()]
        # « CA de Lens - Liévin » is looked for as « Lens - Liévin » as well.
        return _by_folded_name(full + [(_without_nature(nom), code) for nom, code in full])

    @cached_property
    def _departements_by_name(self) -> Mapping[str, list[str]]:
        return _by_folded_name((place.nom, place.code) for place in self._departements.values())


@cache
def cog() -> Cog:
    """Return the official code, read once by process."""
    return Cog()


def _read(name: str) -> list[str]:
    return (_DATA / name).read_text(encoding="utf-8").splitlines()[1:]


def _rows(name: str) -> Iterator[list[str]]:
    return csv.reader(_read(name))


def _read_commune(line: str) -> Commune:
    # Plain splitting: a test holds that this file has neither quotation marks nor commas
    # inside values.
    code, nom, departement, epci, postcodes, population = line.split(",")
    parente = _ARRONDISSEMENTS.get(code[:3]) or _ARRONDISSEMENTS.get(code[:4])
    return Commune(
        code=code,
        nom=_typeset(nom),
        departement=departement,
        epci=epci or None,
        codes_postaux=tuple(postcodes.split()),
        population=int(population) if population else None,
        parente=parente,
    )


def _typeset(name: str) -> str:
    return name.replace("'", "’")


def _without_nature(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].lower() in {"cc", "ca", "cu", "métropole", "de", "du", "des"}:
        words = words[1:]
    return " ".join(words)


def _comparable(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").split())


def _by_folded_name(
    names: Iterable[tuple[str, str]],
) -> dict[str, list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name, code in names:
        if code not in groups[folded := _comparable(name)]:
            groups[folded].append(code)
    return dict(groups)


def _closest(name: str, by_name: Mapping[str, list[str]]) -> list[str]:
    wanted = _comparable(name)
    if wanted in by_name:
        return by_name[wanted]
    names = list(by_name)
    place = nearest_folded(wanted, names, cutoff=_NAME_LIKENESS)
    return [] if place is None else by_name[names[place]]
