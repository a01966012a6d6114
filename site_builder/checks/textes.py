"""What a text may not hold: HTML, formatting that would not show, refused links, names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.checks.facts import Facts
from site_builder.checks.review import Subject
from site_builder.model.champs import Modele
from site_builder.model.contact import Contact
from site_builder.model.falc import Falc
from site_builder.model.reference import Path
from site_builder.problems import Problem
from site_builder.vocabulary.refusal import did_you_mean
from site_builder.vocabulary.texte_riche import UNWANTED, link_target, raw_html_spans
from site_builder.yaml_source.decoding import name_character

_UNWANTED = re.compile(f"[{UNWANTED}]")
_UNSAFE = re.compile(f"[<&{UNWANTED}]")
_FORMATTING = re.compile(r"\*\*[^*\n]+\*\*|!?\[[^\]\n]*\]\([^)\s]*\)")
# « M. Dupont », « Mme Le Goff »; « Madame la Présidente » is a function.
_NAME = r"(?:[A-ZÀ-ÖØ-Þ]\.|[A-ZÀ-ÖØ-Þ][\w’'-]+)"
_PERSON = re.compile(
    r"\b(?:M\.|MM\.|Mr\.?|Mmes?|Mlle|Dr\.?|[Mm]onsieur|[Mm]adame|[Dd]octeur)\s+"
    rf"{_NAME}(?:\s+{_NAME})*"
)


def check_textes(subject: Subject, _facts: Facts) -> Iterator[Problem]:
    """Read every text of a record that the public reads."""
    for path, text in _functions(subject.record):
        yield from _people(subject, path, text)
    if _UNSAFE.search(subject.prose):
        for path, _, text in subject.texts:
            yield from _safety(subject, path, text)
    plain = "\n".join(subject.words.plain)
    if "**" in plain or "](" in plain:
        for path, mark, text in subject.texts:
            if not mark.riche:
                yield from _formatting(subject, path, text)
    if None in subject.targets:
        yield from _links(subject)


def _functions(record: Modele) -> Iterator[tuple[Path, str]]:
    """Yield whom to call, and who proofread: they are functions."""
    falc = getattr(record, "falc", None)
    if isinstance(record, Contact):
        yield ("fonction",), record.fonction
        yield ("precisions",), record.precisions or ""
    elif isinstance(falc, Falc):
        yield ("falc", "relu_par"), falc.relu_par or ""


def _people(subject: Subject, path: Path, text: str) -> Iterator[Problem]:
    """Point out what looks like somebody's name in what should be a function."""
    for found in _PERSON.finditer(text):
        yield _about(subject, "CAT-T406", path, found.start(), found[0])


def _safety(subject: Subject, path: Path, text: str) -> Iterator[Problem]:
    spans = raw_html_spans(text)
    for offset, snippet in spans:
        # The closing tag goes with the one that opens.
        if snippet[:2] != "</" or (offset, snippet) == spans[0]:
            yield _about(subject, "CAT-T401", path, offset, snippet)
    for found in _UNWANTED.finditer(text):
        place = subject.place_in_text(path, found.start(), found[0])
        yield subject.problem_at("CAT-T405", place, value=name_character(found[0]))


def _formatting(subject: Subject, path: Path, text: str) -> Iterator[Problem]:
    for found in _FORMATTING.finditer(text):
        yield _about(subject, "CAT-T402", path, found.start(), found[0])


def _links(subject: Subject) -> Iterator[Problem]:
    """Links to records are mentions, checked with the other references."""
    for path, link in subject.links:
        if link.target is None:
            code = "CAT-T404" if link.image else "CAT-T403"
            suggestion = None if link.image else _mended(link.destination)
            yield _about(subject, code, path, link.offset, link.destination, suggestion)


def _mended(destination: str) -> str | None:
    """Return the advice for an address that only lacks its secure scheme."""
    for written in ("http://", "//", ""):
        secure = "https://" + destination.removeprefix(written)
        if destination.startswith(written) and "." in destination and link_target(secure):
            return did_you_mean(secure)
    return None


def _about(
    subject: Subject,
    code: str,
    path: Path,
    offset: int,
    words: str,
    suggestion: str | None = None,
) -> Problem:
    place = subject.place_in_text(path, offset, words)
    return subject.problem_at(code, place, value=words, suggestion=suggestion)
