"""The arithmetic of the funding simulator: exact to the cent, and nothing that no text says."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from site_builder.vocabulary.closed_values import UNITES_FINANCEMENT

MODULES = "/assets/javascripts/questionnaire/porteur"
PLACE = {"libelle": "Place", "montant": 80, "unite": "place"}
PERSONNE = {"libelle": "Accompagnement", "montant": 150, "unite": "personne"}
NESTED = [
    {"libelle": "Quantitative", "pourcentage": 50},
    {
        "libelle": "Qualitative",
        "pourcentage": 50,
        "parts": [
            {"libelle": "Procédures", "pourcentage": 15},
            {"libelle": "Parcours", "pourcentage": 35},
        ],
    },
]
THIRDS = [
    {"libelle": name, "pourcentage": share}
    for name, share in (("A", 33.33), ("B", 33.33), ("C", 33.34))
]
HALVES = [{"libelle": name, "pourcentage": 50} for name in ("A", "B")]

# Runs each case as the simulator does: what was typed, then the estimation in words.
ESTIMATE = """async ([modules, cases]) => {
  const {estimate} = await import(`${modules}/simulation.mjs`);
  const {readQuantite, readTaux, uniteOf} = await import(`${modules}/unites.mjs`);
  const {decimal, formatCents} = await import(`${modules}/nombres.mjs`);
  const flatten = (parts) => parts.flatMap(({rang, maximum, obtenu, parts: inner}) =>
    [`${rang} ${formatCents(maximum)} ${formatCents(obtenu)}`, ...flatten(inner)]);
  return cases.map(([ligne, typed, shares]) => {
    const unite = uniteOf(ligne.unite);
    const quantite = unite.unique ? decimal(1) : readQuantite(typed, unite).valeur;
    const taux = Object.fromEntries(
      Object.entries(shares).map(([rang, text]) => [rang, readTaux(text).valeur]));
    const found = estimate(ligne, {quantite, taux});
    return found && [
      formatCents(found.maximum), formatCents(found.obtenu),
      ...flatten(found.parts),
      ...found.versements.map((cents) => cents === null ? 'sans montant' : formatCents(cents)),
    ].map((text) => text.replace(/[\\u00a0\\u202f]/g, ' '));
  });
}"""

Case = tuple[dict[str, Any], str, dict[str, str], list[str] | None]


def line(montant: float, unite: str, **others: Any) -> dict[str, Any]:
    return {"libelle": "Ligne", "montant": montant, "unite": unite, **others}


CASES: tuple[Case, ...] = (
    # One unit, by its kind.
    (PLACE, "100", {}, ["8 000 €", "8 000 €"]),
    (PLACE, "1", {}, ["80 €", "80 €"]),
    (PLACE, "375", {}, ["30 000 €", "30 000 €"]),
    (PLACE, "1 000", {}, ["80 000 €", "80 000 €"]),
    (PLACE, "1000000", {}, ["80 000 000 €", "80 000 000 €"]),
    (PLACE, "0", {}, ["0 €", "0 €"]),
    (PERSONNE, "12", {}, ["1 800 €", "1 800 €"]),
    (PERSONNE, "70", {}, ["10 500 €", "10 500 €"]),
    (line(10000, "forfait"), "", {}, ["10 000 €", "10 000 €"]),
    (line(10000, "forfait"), "3", {}, ["10 000 €", "10 000 €"]),
    (line(1200, "an"), "2", {}, ["2 400 €", "2 400 €"]),
    (line(350, "mois"), "18", {}, ["6 300 €", "6 300 €"]),
    (line(90, "semaine"), "4", {}, ["360 €", "360 €"]),
    (line(25.5, "heure"), "1,5", {}, ["38,25 €", "38,25 €"]),
    (line(50000, "etp"), "0,5", {}, ["25 000 €", "25 000 €"]),
    (line(50000, "etp"), "1.25", {}, ["62 500 €", "62 500 €"]),
    (line(4000, "projet"), "3", {}, ["12 000 €", "12 000 €"]),
    (line(7, "autre"), "2,5", {}, ["17,50 €", "17,50 €"]),
    (line(7, "inconnue"), "2", {}, ["14 €", "14 €"]),
    # Decimals that floating numbers get wrong, and cents.
    (line(0.1, "autre"), "3", {}, ["0,30 €", "0,30 €"]),
    (line(0.35, "autre"), "3", {}, ["1,05 €", "1,05 €"]),
    (line(0.355, "autre"), "3", {}, ["1,07 €", "1,07 €"]),
    (line(1.005, "autre"), "1", {}, ["1,01 €", "1,01 €"]),
    (line(1.004, "autre"), "1", {}, ["1 €", "1 €"]),
    (line(19.99, "place"), "100", {}, ["1 999 €", "1 999 €"]),
    (line(4.35, "place"), "100", {}, ["435 €", "435 €"]),
    (line(9007199254740.93, "place"), "1000000", {}, ["9 007 199 254 740 930 000 €"] * 2),
    # Nothing to work out.
    (PLACE, "", {}, None),
    (PLACE, "beaucoup", {}, None),
    (PLACE, "-5", {}, None),
    (PLACE, "1,5", {}, None),
    (PLACE, "1.000", {}, None),
    (PLACE, "1000001", {}, None),
    (PLACE, "99999999999999999999", {}, None),
    ({"libelle": "Sans montant"}, "3", {}, None),
    # Parts, nested ones, and what is obtained of them.
    (
        PLACE | {"parts": NESTED},
        "100",
        {},
        [
            "8 000 €",
            "8 000 €",
            "0 4 000 € 4 000 €",
            "1 4 000 € 4 000 €",
            "1.0 1 200 € 1 200 €",
            "1.1 2 800 € 2 800 €",
        ],
    ),
    (
        PLACE | {"parts": NESTED},
        "100",
        {"1.1": "80"},
        [
            "8 000 €",
            "7 440 €",
            "0 4 000 € 4 000 €",
            "1 4 000 € 3 440 €",
            "1.0 1 200 € 1 200 €",
            "1.1 2 800 € 2 240 €",
        ],
    ),
    (
        PLACE | {"parts": NESTED},
        "100",
        {"0": "0", "1.0": "0 %", "1.1": "0,00"},
        ["8 000 €", "0 €", "0 4 000 € 0 €", "1 4 000 € 0 €", "1.0 1 200 € 0 €", "1.1 2 800 € 0 €"],
    ),
    # A group is what its parts are: a share typed for it counts for nothing.
    (
        PLACE | {"parts": NESTED},
        "1",
        {"1": "0"},
        ["80 €", "80 €", "0 40 € 40 €", "1 40 € 40 €", "1.0 12 € 12 €", "1.1 28 € 28 €"],
    ),
    (
        PLACE | {"parts": HALVES},
        "3",
        {"0": "33,33"},
        ["240 €", "160 €", "0 120 € 40 €", "1 120 € 120 €"],
    ),
    # Cents that are left over go to the greatest remainders: the parts always make the whole.
    (
        line(0.01, "place", parts=HALVES),
        "1",
        {},
        ["0,01 €", "0,01 €", "0 0,01 € 0,01 €", "1 0 € 0 €"],
    ),
    (
        line(100, "place", parts=THIRDS),
        "1",
        {},
        ["100 €", "100 €", "0 33,33 € 33,33 €", "1 33,33 € 33,33 €", "2 33,34 € 33,34 €"],
    ),
    (
        line(0.02, "place", parts=THIRDS),
        "1",
        {},
        ["0,02 €", "0,02 €", "0 0,01 € 0,01 €", "1 0 € 0 €", "2 0,01 € 0,01 €"],
    ),
    (
        PLACE | {"parts": NESTED},
        "0",
        {},
        ["0 €", "0 €", "0 0 € 0 €", "1 0 € 0 €", "1.0 0 € 0 €", "1.1 0 € 0 €"],
    ),
    # A part of nothing, with parts of its own.
    (
        line(
            10,
            "place",
            parts=[
                {"libelle": "Tout", "pourcentage": 100},
                {
                    "libelle": "Rien",
                    "pourcentage": 0,
                    "parts": [{"libelle": "Rien non plus", "pourcentage": 0}],
                },
            ],
        ),
        "1",
        {},
        ["10 €", "10 €", "0 10 € 10 €", "1 0 € 0 €", "1.0 0 € 0 €"],
    ),
    # Payments: amounts for those that have a percentage, of the whole line.
    (
        PLACE
        | {
            "versements": [
                {"libelle": "Avance", "pourcentage": 60},
                {"libelle": "Solde", "pourcentage": 40},
            ]
        },
        "100",
        {},
        ["8 000 €", "8 000 €", "4 800 €", "3 200 €"],
    ),
    (
        PLACE | {"versements": [{"libelle": "Avance"}, {"libelle": "Solde", "pourcentage": 30}]},
        "10",
        {},
        ["800 €", "800 €", "sans montant", "240 €"],
    ),
    (PLACE | {"versements": [{"libelle": "Avance"}]}, "1", {}, ["80 €", "80 €", "sans montant"]),
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_estimations(bare_page: Page) -> None:
    cases = [[ligne, typed, shares] for ligne, typed, shares, _ in CASES]
    found = bare_page.evaluate(ESTIMATE, [MODULES, cases])
    wrong = [
        (typed, shares, got, expected)
        for (_, typed, shares, expected), got in zip(CASES, found, strict=True)
        if got != expected
    ]
    assert wrong == []


def test_parts_always_make_the_whole(bare_page: Page) -> None:
    """Of 5,000 random splits: the parts add up to the amount, whatever the cents."""
    wrong = bare_page.evaluate(
        """async (modules) => {
          const {splitCents} = await import(`${modules}/simulation.mjs`);
          let seed = 20250214;
          const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
          const wrong = [];
          for (let run = 0; run < 5000; run += 1) {
            const shares = [];
            let left = 10000;
            while (left > 0 && shares.length < 6) {
              const share = shares.length === 5 ? left : 1 + random(left);
              shares.push({n: BigInt(share), scale: 2});
              left -= share;
            }
            if (left > 0) shares.push({n: BigInt(left), scale: 2});
            const cents = BigInt(random(10 ** (1 + random(9))));
            const parts = splitCents(cents, shares, {n: 100n, scale: 0});
            const sum = parts.reduce((total, part) => total + part, 0n);
            // No part is more than a cent away from its exact share.
            const far = parts.some((part, index) => {
              const gap = part * 10000n - cents * shares[index].n;
              return gap <= -10000n || gap >= 10000n;
            });
            if (sum !== cents || far) wrong.push([String(cents), parts.map(String)]);
          }
          return wrong.slice(0, 3);
        }""",
        MODULES,
    )
    assert wrong == []


@pytest.mark.parametrize(
    ("places", "most", "expected"),
    [
        ("100", 250, ["0,4", True]),
        ("250", 250, ["1", True]),
        ("251", 250, ["1", False]),
        ("260", 250, ["1,04", True]),
        ("100", 70, ["1,43", False]),
        ("1", 250, ["0", False]),
        ("1000000", 250, ["4 000", True]),
    ],
)
def test_posts_for_a_number_of_places(
    bare_page: Page, places: str, most: int, expected: list[object]
) -> None:
    found = bare_page.evaluate(
        """async ([modules, places, most]) => {
          const {postesFor} = await import(`${modules}/simulation.mjs`);
          const {parseDecimal, formatDecimal} = await import(`${modules}/nombres.mjs`);
          const {quotient, exact} = postesFor(parseDecimal(places), most);
          return [formatDecimal(quotient), exact];
        }""",
        [MODULES, places, most],
    )
    assert [plain(item) if isinstance(item, str) else item for item in found] == expected


@pytest.mark.parametrize(
    ("etp", "most", "expected"),
    [
        ("1,5", 250, "375"),
        ("0,5", 250, "125"),
        ("1,55", 250, "387"),
        ("0", 250, "0"),
        ("0,001", 250, "0"),
        ("2", 70, "140"),
    ],
)
def test_places_for_a_number_of_posts(bare_page: Page, etp: str, most: int, expected: str) -> None:
    found = bare_page.evaluate(
        """async ([modules, etp, most]) => {
          const {placesFor} = await import(`${modules}/simulation.mjs`);
          const {parseDecimal, formatDecimal} = await import(`${modules}/nombres.mjs`);
          return formatDecimal(placesFor(parseDecimal(etp), most));
        }""",
        [MODULES, etp, most],
    )
    assert found == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("12", "12"),
        (" 12 ", "12"),
        ("1 250,50", "1 250,5"),
        ("1\u202f250", "1 250"),
        ("0,5", "0,5"),
        ("0.500", "0,5"),
        ("007", "7"),
        ("1.000", None),
        ("1,2,3", None),
        ("1 2", None),
        ("1e3", None),
        ("+4", None),
        ("١٢", None),
        ("", None),
        (",5", None),
        ("5,", None),
    ],
)
def test_numbers_as_they_are_typed(bare_page: Page, typed: str, expected: str | None) -> None:
    found = bare_page.evaluate(
        """async ([modules, typed]) => {
          const {parseDecimal, formatDecimal} = await import(`${modules}/nombres.mjs`);
          const number = parseDecimal(typed);
          return number && formatDecimal(number);
        }""",
        [MODULES, typed],
    )
    assert (found and plain(found)) == expected


@pytest.mark.parametrize(
    ("reader", "typed", "message"),
    [
        ("place", "1,5", "Écrivez un nombre entier, par exemple 100, sans virgule."),
        ("place", "cent", "Écrivez un nombre entier, par exemple 100."),
        ("place", "1.000", "Écrivez le nombre sans point : 1000."),
        ("etp", " 12.500.000 ", "Écrivez le nombre sans point : 12500000."),
        ("place", "1000001", "Écrivez un nombre de 0 à 1 000 000."),
        ("heure", "une", "Écrivez un nombre, par exemple 1,5."),
        ("place", "", None),
        ("taux", "100,01", "Écrivez un nombre de 0 à 100."),
        ("taux", "-1", "Écrivez un nombre de 0 à 100."),
        ("taux", "80 %", None),
        ("taux", "", None),
    ],
)
def test_what_is_wrong_with_a_field(
    bare_page: Page, reader: str, typed: str, message: str | None
) -> None:
    found = bare_page.evaluate(
        """async ([modules, reader, typed]) => {
          const {readQuantite, readTaux, uniteOf} = await import(`${modules}/unites.mjs`);
          const read = reader === 'taux' ? readTaux(typed) : readQuantite(typed, uniteOf(reader));
          return read.message;
        }""",
        [MODULES, reader, typed],
    )
    assert (found and plain(found)) == message


def test_every_unit_of_the_vocabulary_is_asked_for(bare_page: Page) -> None:
    names = [unit.value for unit in UNITES_FINANCEMENT]
    questions = bare_page.evaluate(
        """async ([modules, names]) => {
          const {uniteOf} = await import(`${modules}/unites.mjs`);
          return names.map((name) => uniteOf(name).question);
        }""",
        [MODULES, names],
    )
    assert len(set(questions)) == len(names)
    assert [
        name for name, question in zip(names, questions, strict=True) if question == "Quantité"
    ] == ["autre"]
