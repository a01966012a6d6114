"""French telephone numbers."""

from __future__ import annotations

import pytest

from site_builder.vocabulary.refusal import ValueRefused
from site_builder.vocabulary.telephones import Telephone, parse_telephone


def _plain(text: str | None) -> str | None:
    return None if text is None else text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    "text",
    [
        "01 99 00 12 34",
        "01.99.00.12.34",
        "01-99-00-12-34",
        "0199001234",
        "01\u00a099\u202f00 12 34",
        "+33 1 99 00 12 34",
        "+33 (0)1 99 00 12 34",
        "+330199001234",
        "0033 1 99 00 12 34",
        " 01/99/00/12/34 ",
    ],
)
def test_every_way_of_writing_a_number_gives_the_same(text: str) -> None:
    assert parse_telephone(text) == Telephone(
        affichage="01\u00a099\u00a000\u00a012\u00a034",
        uri="tel:+33199001234",
        data_inclusion="+33199001234",
    )


@pytest.mark.parametrize(
    ("text", "affichage", "uri"),
    [
        ("0262 30 12 34", "02 62 30 12 34", "tel:+262262301234"),
        ("0269 61 23 45", "02 69 61 23 45", "tel:+262269612345"),
        ("0639 01 23 45", "06 39 01 23 45", "tel:+262639012345"),
        ("0590 81 23 45", "05 90 81 23 45", "tel:+590590812345"),
        ("0594 30 12 34", "05 94 30 12 34", "tel:+594594301234"),
        ("0596 71 23 45", "05 96 71 23 45", "tel:+596596712345"),
        ("+596 596 71 23 45", "05 96 71 23 45", "tel:+596596712345"),
        ("+508 41 12 34", "+508 41 12 34", "tel:+508411234"),
        ("+681 72 12 34", "+681 72 12 34", "tel:+681721234"),
        ("+687 25 12 34", "+687 25 12 34", "tel:+687251234"),
        ("+689 40 41 23 45", "+689 40 41 23 45", "tel:+68940412345"),
    ],
)
def test_overseas_numbers_are_dialled_by_their_own_code(
    text: str, affichage: str, uri: str
) -> None:
    number = parse_telephone(text)
    assert (_plain(number.affichage), number.uri) == (affichage, uri)
    assert number.data_inclusion == uri.removeprefix("tel:")


@pytest.mark.parametrize(
    ("text", "affichage"),
    [
        ("15", "15"),
        ("115", "115"),
        ("119", "119"),
        ("39 49", "39 49"),
        ("3646", "36 46"),
        ("1014", "10 14"),
        ("116 117", "116 117"),
        ("118218", "118 218"),
    ],
)
def test_short_numbers(text: str, affichage: str) -> None:
    number = parse_telephone(text)
    digits = affichage.replace(" ", "")
    assert _plain(number.affichage) == str(number).replace("\u00a0", " ") == affichage
    assert (number.uri, number.data_inclusion) == (f"tel:{digits}", digits)


@pytest.mark.parametrize("start", ["019900", "026191", "035301", "046571", "053649", "063998"])
def test_numbers_kept_for_fiction_are_accepted(start: str) -> None:
    assert parse_telephone(f"{start}1234").data_inclusion == f"+33{start[1:]}1234"


def test_numbers_in_08_are_grouped_by_their_range() -> None:
    assert _plain(parse_telephone("0800123456").affichage) == "0 800 12 34 56"


@pytest.mark.parametrize(
    ("text", "code", "proposed"),
    [
        ("", "CAT-V301", None),
        ("accueil", "CAT-V301", None),
        ("01 99 00 12 34 poste 5", "CAT-V301", None),
        ("\u0660\u0661\u0669\u0669\u0660\u0660\u0661\u0662\u0663\u0664", "CAT-V301", None),
        ("+", "CAT-V301", None),
        ("+0", "CAT-V301", None),
        ("01+99", "CAT-V301", None),
        ("199001234", "CAT-V302", "01 99 00 12 34"),
        ("33199001234", "CAT-V302", "01 99 00 12 34"),
        ("099999999", "CAT-V302", None),
        ("01990012345", "CAT-V302", None),
        ("01 99 00 12 34 / 01 99 00 12 35", "CAT-V302", None),
        ("+33 1 99 00 12", "CAT-V302", None),
        ("12 34", "CAT-V303", None),
        ("0115", "CAT-V303", None),
        ("1234567890", "CAT-V303", None),
        ("0000000001", "CAT-V301", None),
        ("07 00 12 34 56", "CAT-V303", None),
        ("+687 00", "CAT-V303", None),
        ("+44 20 7946 0123", "CAT-V304", None),
        ("0899 00 00 00", "CAT-V305", None),
    ],
)
def test_what_is_refused(text: str, code: str, proposed: str | None) -> None:
    with pytest.raises(ValueRefused) as refusal:
        parse_telephone(text)
    assert refusal.value.code == code
    suggestion = _plain(refusal.value.suggestion)
    assert suggestion == (proposed and f"vouliez-vous écrire « {proposed} » ?")
