"""The search of communes, on the real ones of four départements."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from site_builder.vocabulary.cog import cog
from tests.browser.questionnaire_fictif import write_site

# What is typed and the first answer: none for "".
FIRST = {
    # Case, accents, hyphens and apostrophes are optional.
    "arras": "Arras",
    "ARRAS": "Arras",
    "  arras  ": "Arras",
    "arra": "Arras",
    "bethune": "Béthune",
    "BÉTHUNE": "Béthune",
    "Be\u0301thune": "Béthune",
    "aix en provence": "Aix-en-Provence",
    "aix-en-provence": "Aix-en-Provence",
    "oeuf": "Œuf-en-Ternois",
    "Œuf-en-Ternois": "Œuf-en-Ternois",
    "l'isle d'abeau": "L’Isle-d’Abeau",
    "L’Isle-d’Abeau": "L’Isle-d’Abeau",
    "l isle d abeau": "L’Isle-d’Abeau",
    "berre l'etang": "Berre-l’Étang",
    "bruay la buissiere": "Bruay-la-Buissière",
    "la ferte sous jouarre": "La Ferté-sous-Jouarre",
    # Articles are optional, in the name and in what is typed.
    "isle abeau": "L’Isle-d’Abeau",
    "touquet": "Le Touquet-Paris-Plage",
    "touquet paris plage": "Le Touquet-Paris-Plage",
    "tour du pin": "La Tour-du-Pin",
    "la tour": "La Tour-du-Pin",
    "pennes mirabeau": "Les Pennes-Mirabeau",
    "bourg d'oisans": "Le Bourg-d’Oisans",
    "la marseille": "Marseille",
    "aix provence": "Aix-en-Provence",
    "salon de provence": "Salon-de-Provence",
    # Short forms.
    "st omer": "Saint-Omer",
    "st-omer": "Saint-Omer",
    "St. Omer": "Saint-Omer",
    "saint omer": "Saint-Omer",
    "st martin d'heres": "Saint-Martin-d’Hères",
    "st-martin-d’hères": "Saint-Martin-d’Hères",
    "ste marie d alloix": "Sainte-Marie-d’Alloix",
    "stes maries": "Saintes-Maries-de-la-Mer",
    "ste marie de la mer": "Saintes-Maries-de-la-Mer",
    "boulogne s/ mer": "Boulogne-sur-Mer",
    "boulogne s/mer": "Boulogne-sur-Mer",
    "boulogne s mer": "Boulogne-sur-Mer",
    # The exact name, then names that begin with it, then the words of a name.
    "lens": "Lens",
    "meaux": "Meaux",
    "mens": "Mens",
    "vif": "Vif",
    "calais": "Calais",
    "cal": "Calais",
    "vienne": "Vienne",
    "montreuil": "Montreuil-sur-Mer",
    "jallieu": "Bourgoin-Jallieu",
    "jallieu bourgoin": "Bourgoin-Jallieu",
    "omer": "Saint-Omer",
    "crau": "Saint-Martin-de-Crau",
    # Arrondissements.
    "marseille": "Marseille",
    "marseille 1": "Marseille 1er Arrondissement",
    "marseille 1er": "Marseille 1er Arrondissement",
    "marseille 2": "Marseille 2e Arrondissement",
    "marseille 13": "Marseille 13e Arrondissement",
    "marseille 13e": "Marseille 13e Arrondissement",
    "Marseille 13ème": "Marseille 13e Arrondissement",
    "13e arrondissement": "Marseille 13e Arrondissement",
    # Codes, alone and beside a name.
    "38000": "Grenoble",
    "62000": "Arras",
    "6200": "Arras",
    "arras 62000": "Arras",
    "62000 arras": "Arras",
    "Arras (62000)": "Arras",
    "38185": "Grenoble",
    # A postcode that is also the INSEE code of another commune.
    "13001": "Marseille",
    # Words typed as one, then one typing error.
    "aixenprovence": "Aix-en-Provence",
    "lisle dabeau": "L’Isle-d’Abeau",
    "stomer": "Saint-Omer",
    "grenobel": "Grenoble",
    "rgenoble": "Grenoble",
    "grennoble": "Grenoble",
    "grenble": "Grenoble",
    "grenovle": "Grenoble",
    "viene": "Vienne",
    "clais": "Calais",
    "fontaineblau": "Fontainebleau",
    "bourgoin jalieu": "Bourgoin-Jallieu",
    "aix en provense": "Aix-en-Provence",
    # Nothing.
    "": "",
    "   ": "",
    "-'’": "",
    "paris 19": "",
    "75019": "",
    "xyz": "",
    "grnbl": "",
    # No typing error is forgiven in a short word, nor in the beginning of a longer one.
    "lyon": "",
    "nice": "",
    "lesn": "",
    "grenov": "",
    "2a004": "",
    "__proto__": "",
}
# What is typed and the commune accepted without a choice in the list.
EXACT = {
    "arras": "Arras",
    "St-Omer": "Saint-Omer",
    "Arras (62000)": "Arras",
    "62000 Arras": "Arras",
    "Marseille": "Marseille",
    "38000": "Grenoble",
    "38185": "Grenoble",
    "La Tour-du-Pin": "La Tour-du-Pin",
    "arra": "",
    # Articles are optional; a name that goes on may be that of a town of elsewhere.
    "portel": "Le Portel",
    "tour du pin": "La Tour-du-Pin",
    "lens": "Lens",
    "touquet": "",
    "lille": "",
    "montreuil": "",
    "paris": "",
    "grenobel": "",
    "62000": "",
    "Arras 38000": "",
    "marseille 13": "",
    "": "",
}
# What is typed and what may be meant.
SUGGESTED = {
    "touquet": ["Le Touquet-Paris-Plage"],
    "grenobel": ["Grenoble"],
    "62000": ["Arras", "Dainville"],
    "tour du": ["La Tour-du-Pin", "Tournan-en-Brie", "Tournehem-sur-la-Hem"],
    "paris": [],
    "jallieu": [],
    "lyon": [],
}
SEARCH = """async ([name, texts, limit]) => {
  const { indexCommunes, ...module } =
    await import('/assets/javascripts/questionnaire/communes.mjs');
  const json = await (await fetch('/data/communes.json')).json();
  const communes = indexCommunes(json);
  return texts.map((text) => module[name](communes, text, limit ?? undefined));
}"""
# Milliseconds of the slowest keystroke among 35,000 communes, each the best of some tries.
KEYSTROKES = """async ([rows, texts]) => {
  const { indexCommunes, findCommunes } =
    await import('/assets/javascripts/questionnaire/communes.mjs');
  const communes = indexCommunes({ departements: {}, lieux: [], communes: rows });
  const time = (text) => {
    const start = performance.now();
    findCommunes(communes, text);
    return performance.now() - start;
  };
  const best = texts.map((text) => Math.min(...Array.from({ length: 25 }, () => time(text))));
  return Math.max(...best);
}"""


@pytest.fixture(scope="module")
def site_url(serve_folder, tmp_path_factory: pytest.TempPathFactory, root: Path) -> str:
    """The modules and the communes, without any page of the catalogue."""
    return serve_folder(write_site(tmp_path_factory.mktemp("communes") / "site", root))


@pytest.fixture
def page(same_page: Page) -> Page:
    """One page for all: nothing is kept in it, and each test opens it anew."""
    return same_page


@pytest.fixture
def search(page):
    """Return a function that calls a search on each text."""
    page.goto("")

    def call(name: str, texts: list[str], limit: int | None = None) -> list:
        return page.evaluate(SEARCH, [name, texts, limit])

    return call


def test_the_first_answer(search) -> None:
    found = search("findCommunes", list(FIRST))
    first = [answers[0]["nom"] if answers else "" for answers in found]
    assert dict(zip(FIRST, first, strict=True)) == FIRST


def test_what_is_exact(search) -> None:
    found = search("exactCommune", list(EXACT))
    names = [commune["nom"] if commune else "" for commune in found]
    assert dict(zip(EXACT, names, strict=True)) == EXACT


def test_what_is_suggested_begins_as_what_is_typed(search) -> None:
    found = search("suggestCommunes", list(SUGGESTED), 3)
    names = [[commune["nom"] for commune in communes] for communes in found]
    assert dict(zip(SUGGESTED, names, strict=True)) == SUGGESTED


def test_a_commune_and_its_arrondissements_answer_together(search) -> None:
    name, ordinal, postcode = search("findCommunes", ["marseille", "marseille 13", "13013"], 20)
    assert [commune["code"] for commune in name] == ["13055", *(f"132{n:02}" for n in range(1, 17))]
    assert [commune["code"] for commune in ordinal][:2] == ["13213", "13055"]
    assert {commune["code"] for commune in postcode} == {"13055", "13213"}


def test_a_postcode_lists_all_its_communes(search) -> None:
    expected = {commune.nom for commune in cog().communes_of_postcode("77320")}
    [found] = search("findCommunes", ["77320"])
    assert len(expected) > 8
    assert {commune["nom"] for commune in found} == expected


def test_the_limit_and_what_a_commune_tells(search) -> None:
    [found] = search("findCommunes", ["saint"], 5)
    assert len(found) == 5
    [[arras]] = search("findCommunes", ["arras"])
    assert arras == {
        "code": "62041",
        "nom": "Arras",
        "codesPostaux": ["62000"],
        "departement": "Pas-de-Calais",
    }


def test_every_commune_is_found_by_its_name_and_by_each_of_its_codes(search) -> None:
    """Its own name gives it first, but for a commune of the same name before it."""
    known = [
        commune
        for departement in ("13", "38", "62", "77")
        for commune in cog().communes_of_departement(departement)
    ]
    for commune, found in zip(
        known, search("findCommunes", [commune.nom for commune in known]), strict=True
    ):
        same = [place["code"] for place in found if place["nom"] == commune.nom]
        assert found[0]["nom"] == commune.nom
        assert commune.code in same
    queries = [f"{code} {commune.nom}" for commune in known for code in commune.codes_postaux]
    owners = [commune.code for commune in known for _ in commune.codes_postaux]
    for owner, found in zip(owners, search("findCommunes", queries), strict=True):
        assert owner in [place["code"] for place in found]


def test_a_keystroke_is_quick_among_all_the_communes_of_france(page, root: Path) -> None:
    page.goto("")
    lines = (root / "site_builder/vocabulary/data/communes.csv").read_text("utf-8").splitlines()
    rows = [[row[0], row[1], row[4], 0] for row in (line.split(",") for line in lines[1:])]
    texts = ["s", "saint", "saint martin", "le", "marseille 13", "7", "75001", "grenobel", "xqzwv"]
    assert len(rows) > 34_000
    # The target is five milliseconds; a machine that runs other tests gets twice that.
    assert page.evaluate(KEYSTROKES, [rows, texts]) < 10
