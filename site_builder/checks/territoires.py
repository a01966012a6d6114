"""Places against the official geographic code, and against one another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.checks.facts import Facts
from site_builder.checks.review import Review, Subject
from site_builder.model.action import Action
from site_builder.model.reference import Path
from site_builder.model.site import Site
from site_builder.model.structure import Structure
from site_builder.model.territoire import Territoire
from site_builder.problems import Problem
from site_builder.vocabulary.codes_officiels import (
    parse_code_postal,
    parse_commune,
    parse_departement,
    parse_epci,
)
from site_builder.vocabulary.cog import Commune, cog
from site_builder.vocabulary.refusal import did_you_mean
from site_builder.vocabulary.typographie import fold, french_list

_PARSERS = {"departement": parse_departement, "epci": parse_epci, "commune": parse_commune}
_SIREN = re.compile(r"[0-9]{9}")


def check_places(subject: Subject, _: Facts) -> Iterator[Problem]:
    """Look the places of a record up in the official geographic code."""
    match record := subject.record:
        case Territoire():
            yield from _territoire(subject, record)
        case Structure():
            yield from _address(subject, record)
        case Action():
            for rank, code in enumerate(record.zone_eligibilite):
                yield from _zone(subject, ("zone_eligibilite", rank), code)
        case Site():
            for rank, code in enumerate(record.departements):
                yield from subject.refusal(("departements", rank), parse_departement, code)


def check_departements(review: Review) -> Iterator[Problem]:
    """Compare what each territoire is made of with the département above it."""
    for slug, territoire in review.catalogue.territoires.items():
        yield from _within_departement(review, slug, territoire)


def _territoire(subject: Subject, territoire: Territoire) -> Iterator[Problem]:
    parse = _PARSERS.get(territoire.nature)
    spelled_out = territoire.nature != "departement" and (territoire.communes or territoire.epci)
    if parse and territoire.code:
        yield from subject.refusal(("code",), parse, territoire.code)
    elif parse and not spelled_out:
        yield subject.problem("CAT-V365", ("nature",))
    for rank, code in enumerate(territoire.communes):
        yield from subject.refusal(("communes", rank), parse_commune, code)
    for rank, code in enumerate(territoire.epci):
        yield from subject.refusal(("epci", rank), parse_epci, code)


def _within_departement(review: Review, slug: str, territoire: Territoire) -> Iterator[Problem]:
    above = review.catalogue.ancestors_of(territoire)
    parent = next((place for place in above if place.nature == "departement"), None)
    if parent is None or not cog().departement(parent.code or ""):
        return
    for path, code, departements in _places(territoire):
        if departements and parent.code not in departements:
            place = cog().commune(code) or cog().epci(code)
            name = place.nom if place else code
            words = {"name": name, "parent": parent.nom, "departement": parent.code}
            yield review.subject("territoires", slug).problem("CAT-V366", path, **words)


def _places(territoire: Territoire) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """Yield (path, code, codes of the départements it lies in) for each place named.

    Of a place that does not exist, there are no départements.
    """
    code = territoire.code or ""
    communes = [(("communes", rank), code) for rank, code in enumerate(territoire.communes)]
    epci = [(("epci", rank), code) for rank, code in enumerate(territoire.epci)]
    own: list[tuple[Path, str]] = [(("code",), code)]
    for path, code in [*communes, *(own if territoire.nature == "commune" else [])]:
        departement = cog().departement_of_commune(code)
        yield path, code, (departement,) if departement else ()
    for path, code in [*epci, *(own if territoire.nature == "epci" else [])]:
        siren = re.sub(r"\s", "", code)
        yield path, siren, cog().departements_of_epci(siren)


def _zone(subject: Subject, path: Path, code: str) -> Iterator[Problem]:
    """Accept what data·inclusion does: commune, EPCI, département, région, « france »."""
    if code == "france" or cog().departement(code) or code in cog().regions:
        return
    digits = re.sub(r"\s", "", code)
    if _SIREN.fullmatch(digits):
        parse = parse_epci
    elif len(digits) in (4, 5):
        parse = parse_commune
    else:
        parse = parse_departement
    yield from subject.refusal(path, parse, code)


def _address(subject: Subject, structure: Structure) -> Iterator[Problem]:
    """Compare the postcode, the commune and its INSEE code, where they are given."""
    refused: list[Problem] = []
    if structure.code_postal:
        refused += subject.refusal(("code_postal",), parse_code_postal, structure.code_postal)
    if structure.code_insee:
        refused += subject.refusal(("code_insee",), parse_commune, structure.code_insee)
    yield from refused
    commune = cog().commune(structure.code_insee or "")
    if refused:
        return
    if commune:
        yield from _postcode(subject, structure, commune)
        if structure.commune and not _is_named(commune, structure.commune):
            words = {"known": commune.code, "suggestion": did_you_mean(commune.nom)}
            yield subject.problem("CAT-V368", ("commune",), **words)
    elif structure.code_postal and structure.commune:
        yield from _served(subject, structure.code_postal, structure.commune)


def _postcode(subject: Subject, structure: Structure, commune: Commune) -> Iterator[Problem]:
    """A company's postcode (CEDEX) is in no list: it says so after the commune."""
    code, written = structure.code_postal, (structure.commune, structure.complement_adresse)
    if not code or code in commune.codes_postaux or any("cedex" in fold(w or "") for w in written):
        return
    known = french_list(commune.codes_postaux, "ou")
    suggestion = did_you_mean(known) if len(commune.codes_postaux) == 1 else known
    yield subject.problem(
        "CAT-V367", ("code_postal",), commune=commune.nom, suggestion=suggestion or None
    )


def _served(subject: Subject, postcode: str, name: str) -> Iterator[Problem]:
    """Compare a postcode with the name of the commune, when no INSEE code settles it."""
    places = cog().communes_of_postcode(postcode)
    if places and not any(_is_named(place, name) for place in places):
        names = french_list([place.nom for place in places[:5]], "ou")
        suggestion = f"à ce code postal, on trouve {names}"
        yield subject.problem("CAT-V368", ("commune",), known=postcode, suggestion=suggestion)


def _is_named(commune: Commune, name: str) -> bool:
    """Tell whether ``name`` is the commune's, however it is spelt: « St Omer cedex »."""
    parent = cog().commune(commune.parente or "")
    names = [commune.nom, *([parent.nom] if parent else [])]
    return _bare(name) in [_bare(known) for known in names]


def _bare(name: str) -> str:
    text = re.sub(r"\bcedex\b.*", "", fold(name))
    text = re.sub(r"\bst(e?)\b", r"saint\1", re.sub(r"[-'()]", " ", text))
    return " ".join(text.split())
