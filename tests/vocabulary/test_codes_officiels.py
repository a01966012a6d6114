"""Codes of places: those that exist are kept, the others refused with a way out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from site_builder.vocabulary.codes_officiels import (
    parse_code_postal,
    parse_commune,
    parse_departement,
    parse_epci,
)
from site_builder.vocabulary.refusal import ValueRefused, did_you_mean


@pytest.mark.parametrize(
    ("parse", "text", "code"),
    [
        (parse_commune, "62498", "62498"),
        (parse_commune, " 2A004 ", "2A004"),
        (parse_commune, "75101", "75101"),
        (parse_epci, "246200364", "246200364"),
        (parse_epci, "246 200 364", "246200364"),
        (parse_departement, "01", "01"),
        (parse_departement, "974", "974"),
        (parse_code_postal, "62300", "62300"),
        (parse_code_postal, "62018", "62018"),
    ],
)
def test_codes_that_exist(parse: Callable[[str], str], text: str, code: str) -> None:
    assert parse(text) == code


@pytest.mark.parametrize(
    ("parse", "text", "code", "suggestion"),
    [
        (parse_commune, "59000", "CAT-V361", "le code INSEE est 59350 (Lille, 59)"),
        (parse_commune, "75001", "CAT-V361", "le code INSEE est 75056 (Paris, 75)"),
        (parse_commune, "1001", "CAT-V360", did_you_mean("01001")),
        (parse_commune, "2a004", "CAT-V360", did_you_mean("2A004")),
        (parse_commune, "lens", "CAT-V360", "le code INSEE est 62498 (Lens, 62)"),
        (parse_commune, "62998", "CAT-V360", None),
        (parse_commune, "", "CAT-V360", None),
        (
            parse_epci,
            "Lens-Liévin",
            "CAT-V362",
            "le code SIREN est 246200364 (CA de Lens - Liévin)",
        ),
        (parse_epci, "123456789", "CAT-V362", None),
        (parse_departement, "1", "CAT-V363", did_you_mean("01")),
        (parse_departement, "062", "CAT-V363", did_you_mean("62")),
        (parse_departement, "2b", "CAT-V363", did_you_mean("2B")),
        (parse_departement, "20", "CAT-V363", "la Corse a deux codes, 2A et 2B"),
        (parse_departement, "pas de calais", "CAT-V363", "le code est 62 (Pas-de-Calais)"),
        (parse_departement, "99", "CAT-V363", None),
        (parse_code_postal, "1000", "CAT-V364", did_you_mean("01000")),
        (parse_code_postal, "62 300", "CAT-V364", did_you_mean("62300")),
        (parse_code_postal, "Lens", "CAT-V364", None),
    ],
)
def test_other_codes_are_refused(
    parse: Callable[[str], str], text: str, code: str, suggestion: str | None
) -> None:
    with pytest.raises(ValueRefused) as refusal:
        parse(text)
    assert (refusal.value.code, refusal.value.suggestion) == (code, suggestion)


def test_a_postcode_of_several_communes_names_them_all() -> None:
    with pytest.raises(ValueRefused) as refusal:
        parse_commune("01000")
    assert refusal.value.suggestion == (
        "les codes INSEE possibles sont 01053 (Bourg-en-Bresse, 01) "
        "et 01344 (Saint-Denis-lès-Bourg, 01)"
    )


def test_a_very_common_name_lists_a_few_communes_only() -> None:
    with pytest.raises(ValueRefused) as refusal:
        parse_commune("Sainte-Colombe")
    suggestion = refusal.value.suggestion
    assert suggestion is not None
    assert suggestion.count("Sainte-Colombe") == 5
    assert suggestion.endswith("et d’autres encore")
