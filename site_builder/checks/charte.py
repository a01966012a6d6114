"""The look of the site: colours that can be read, a logo that is only a picture."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.checks.review import Review, Subject
from site_builder.model.kinds import SITE
from site_builder.problems import Problem
from site_builder.vocabulary.couleurs import Couleur
from site_builder.vocabulary.logo import MAX_BYTES, find_danger, kind_of
from site_builder.vocabulary.palette import Defaut, find_faults, nearest_passing
from site_builder.yaml_source import read_file

_LOGOS = ("logo", "logo_falc")
_COLOURS = ("couleur_principale", "couleur_accent")
_GROUNDS = {
    "fond": "le fond des pages",
    "surface": "le fond des cadres",
    "fond pâle": "sa propre nuance pâle",
    "fond gris": "le fond gris",
}


def check_charte(review: Review) -> Iterator[Problem]:
    """Measure the contrasts of the colours, and look into the logos."""
    charte = review.catalogue.site.charte
    if charte is None:
        return
    subject = review.subject(SITE.name, "")
    for name in _COLOURS:
        if text := getattr(charte, name):
            yield from _colour(subject, name, Couleur.parse(text.lower()))
    for name in _LOGOS:
        yield from _logo(subject, name, getattr(charte, name), review)


def _colour(subject: Subject, name: str, couleur: Couleur) -> Iterator[Problem]:
    """Point out the worst contrast of a colour: the shade that mends it mends the others."""
    worst = next(find_faults(couleur), None)
    if worst:
        shade = nearest_passing(couleur)
        yield subject.problem(
            "CAT-S620",
            ("charte", name),
            suggestion=f"la nuance lisible la plus proche est {shade}",
            ground=_ground(worst),
            ratio=_number(worst.ratio),
            minimum=_number(worst.minimum),
        )


def _ground(fault: Defaut) -> str:
    return f"{_GROUNDS[fault.fond]}, en mode {fault.scheme}"


def _number(ratio: float) -> str:
    """Return a ratio as French writes it, rounded down: 4,49 doesn't reach 4,5."""
    return f"{int(ratio * 100) / 100:g}".replace(".", ",")


def _logo(subject: Subject, name: str, file: str | None, review: Review) -> Iterator[Problem]:
    if not file:
        return
    path = ("charte", name)
    data, problems = read_file(review.loaded.root, file)
    if data is None:
        reason = problems[0].message
        yield subject.problem("CAT-S630", path, reason=reason)
    elif len(data) > MAX_BYTES:
        size = -(-len(data) // 1024)
        yield subject.problem("CAT-S633", path, size=size, limit=MAX_BYTES // 1024)
    elif (kind := kind_of(data)) is None:
        yield subject.problem("CAT-S631", path)
    elif kind == "svg" and (danger := find_danger(data)):
        yield subject.problem("CAT-S632", path, reason=danger)
