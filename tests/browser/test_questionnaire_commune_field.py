"""The field for a commune: a combobox for the keyboard, the finger and the screen reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import find_violations
from tests.browser.measures import DOUBLE_TEXT, LOW_CONTRAST, TOO_WIDE
from tests.browser.questionnaire_fictif import FREE, MOUNT_CHAMP, write_site

AWAY = "Ma commune n’est pas dans la liste"
OTHERWISE = f"Sinon, cochez « {AWAY} »."
CHOOSE = "Choisissez la commune dans la liste"
COVERED = "Communes des départements : Bouches-du-Rhône, Isère, Pas-de-Calais et Seine-et-Marne."
# The help of a field over some départements.
HELP = """async (departements) => {
  const base = '/assets/javascripts/questionnaire/';
  const [{ Combobox }, { indexCommunes }] = await Promise.all(
    ['champ-commune.mjs', 'communes.mjs'].map((name) => import(base + name)));
  const communes = indexCommunes({ departements, lieux: [], communes: [] });
  const field = new Combobox(communes, { id: 'lieu', nom: 'Commune', ailleurs: 'Ailleurs' });
  return field.element.querySelector('.cat-commune__aide')?.textContent ?? null;
}"""
NAMES = """async (all) => {
  const { nameCommune } = await import('/assets/javascripts/questionnaire/noms-communes.mjs');
  return all.map((codes) => nameCommune({ nom: 'Arras', codesPostaux: codes.split(' ') }));
}"""


@pytest.fixture(scope="module")
def site_url(serve_folder, tmp_path_factory: pytest.TempPathFactory, root: Path) -> str:
    """The modules and the communes."""
    return serve_folder(write_site(tmp_path_factory.mktemp("commune") / "site", root))


@pytest.fixture
def page(same_page: Page) -> Page:
    """One page for all: nothing is kept in it, and each test opens it anew."""
    return same_page


@pytest.fixture
def essai(page: Page) -> Page:
    """A page that asks for a commune, its field focused."""
    return show(page)


def show(page: Page, address: str = "", **options: object) -> Page:
    """Show the field in ``page`` and give it the focus."""
    page.goto(address)
    page.evaluate(MOUNT_CHAMP, ["commune", options])
    page.evaluate("champ.focus()")
    return page


def active(page: Page) -> str | None:
    """Return the text of the option that a screen reader would say."""
    text: str | None = page.evaluate(
        """() => {
          const field = document.querySelector('[role=combobox]');
          const id = field.getAttribute('aria-activedescendant');
          const option = id && document.getElementById(id);
          const selected = [...document.querySelectorAll('[aria-selected=true]')];
          const expected = option ? [option] : [];
          if (selected.join() !== expected.join() || selected[0] !== expected[0]) return 'BAD';
          return option && option.firstChild.textContent;
        }"""
    )
    return text


def test_roles_and_states_of_the_pattern(essai: Page) -> None:
    field = essai.get_by_role("combobox", name="Commune ou code postal")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_attribute("aria-autocomplete", "list")
    field.press_sequentially("bethune")
    expect(field).to_have_attribute("aria-expanded", "true")
    list_id = field.get_attribute("aria-controls")
    expect(essai.get_by_role("listbox", name="Communes")).to_have_id(str(list_id))
    expect(essai.get_by_role("option").first).to_have_text("Béthune 62400 · Pas-de-Calais")
    assert active(essai) is None


def test_arrows_home_and_end_move_and_enter_picks(essai: Page) -> None:
    field = essai.get_by_role("combobox")
    field.press_sequentially("bethune")
    seen = []
    for key in ("ArrowDown", "ArrowDown", "End", "ArrowDown", "ArrowUp", "Home", "ArrowUp"):
        essai.keyboard.press(key)
        seen.append(active(essai))
    first, second, last = "Béthune", "Fouquières-lès-Béthune", "Vendin-lès-Béthune"
    assert seen == [first, second, last, first, last, first, last]
    assert essai.evaluate("changes") == []
    essai.keyboard.press("Enter")
    expect(field).to_have_value("Vendin-lès-Béthune (62232)")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_be_focused()
    assert essai.evaluate("[changes, champ.read(), champ.validate()]") == [
        ["62841"],
        "62841",
        None,
    ]


def test_arrow_up_starts_from_the_last_and_typing_starts_again(essai: Page) -> None:
    field = essai.get_by_role("combobox")
    field.press_sequentially("bethun")
    essai.keyboard.press("ArrowUp")
    assert active(essai) == "Vendin-lès-Béthune"
    field.press_sequentially("e")
    assert active(essai) is None


def test_escape_closes_then_empties(essai: Page) -> None:
    field = essai.get_by_role("combobox")
    field.press_sequentially("arras")
    essai.keyboard.press("Escape")
    expect(field).to_have_value("arras")
    expect(essai.get_by_role("listbox")).to_be_hidden()
    essai.keyboard.press("ArrowDown")
    assert active(essai) == "Arras"
    essai.keyboard.press("Escape")
    essai.keyboard.press("Escape")
    expect(field).to_have_value("")
    assert essai.evaluate("champ.read()") is None


def test_leaving_the_field_chooses_nothing(essai: Page) -> None:
    essai.get_by_role("combobox").press_sequentially("bethun")
    essai.keyboard.press("ArrowDown")
    essai.keyboard.press("Tab")
    expect(essai.get_by_role("listbox")).to_be_hidden()
    expect(essai.get_by_role("combobox")).to_have_value("bethun")
    assert essai.evaluate("champ.read() === undefined")


def test_an_exact_name_is_enough(essai: Page) -> None:
    essai.get_by_role("combobox").press_sequentially("st martin d heres")
    essai.keyboard.press("Tab")
    assert essai.evaluate("[champ.validate(), champ.read()]") == [None, "38421"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("grenobel", f"{CHOOSE} : vouliez-vous dire Grenoble (38000, 38100) ?"),
        ("62000", f"{CHOOSE} : vouliez-vous dire Arras (62000) ou Dainville (62000) ?"),
        ("paris", f"{CHOOSE}."),
        ("lyon", "Aucune commune trouvée. Vérifiez l’orthographe."),
        ("xyz", "Aucune commune trouvée. Vérifiez l’orthographe."),
    ],
)
def test_another_text_is_an_error_that_helps(essai: Page, typed: str, expected: str) -> None:
    field = essai.get_by_role("combobox")
    field.press_sequentially(typed)
    message = essai.evaluate("champ.validate()").replace("\u00a0", " ")
    assert message == f"{expected} {OTHERWISE}"
    expect(field).to_have_attribute("aria-invalid", "true")
    if typed not in ("lyon", "xyz"):
        # A list covers what is under it; the advice to choose the box does not.
        essai.keyboard.press("Escape")
    essai.get_by_label(AWAY).check()
    expect(essai.locator(".cat-question__erreur")).to_be_hidden()


def test_a_name_without_its_article_is_enough(essai: Page) -> None:
    essai.get_by_role("combobox").press_sequentially("portel")
    assert essai.evaluate("[champ.validate(), champ.read()]") == [None, "62667"]


def test_the_field_says_which_departements_it_covers(essai: Page) -> None:
    field = essai.get_by_role("combobox")
    help_ = essai.locator(".cat-commune__aide")
    assert help_.inner_text().replace("\u00a0", " ") == COVERED
    expect(field).to_have_accessible_description(
        f"{help_.text_content()} Écrivez le nom de la commune ou son code postal."
    )


def test_one_departement_is_named_and_many_are_not(page: Page) -> None:
    page.goto("")
    assert page.evaluate(HELP, {"38": "Isère"}) == "Communes du département\u00a0: Isère."
    assert page.evaluate(HELP, {str(code): "Isère" for code in range(10, 16)}) is not None
    assert page.evaluate(HELP, {str(code): "Isère" for code in range(10, 17)}) is None


def test_postcodes_are_a_range_only_when_they_follow_one_another(page: Page) -> None:
    page.goto("")
    found = page.evaluate(
        NAMES,
        [
            "13001 13002 13003 13004 13005",
            "13080 13090 13100 13290 13540",
            "38000 38100",
            "13080 13090 13100 13290",
        ],
    )
    assert [name.replace("\u00a0", " ") for name in found] == [
        "Arras (13001 à 13005)",
        "Arras (13080, 13090, 13100 et 2 autres)",
        "Arras (38000, 38100)",
        "Arras (13080, 13090, 13100 et 1 autre)",
    ]


@pytest.mark.parametrize("by_keyboard", [True, False])
def test_a_choice_is_told_once_even_when_the_field_is_left(essai: Page, by_keyboard: bool) -> None:
    field = essai.get_by_role("combobox")
    field.press_sequentially("arras")
    if by_keyboard:
        essai.keyboard.press("ArrowDown")
        essai.keyboard.press("Enter")
    else:
        essai.get_by_role("option").first.click()
    essai.keyboard.press("Tab")
    assert essai.evaluate("changes") == ["62041"]
    field.fill("arr")
    essai.keyboard.press("Tab")
    assert essai.evaluate("changes") == ["62041", None]


def test_what_is_found_is_said_once_the_typing_pauses(essai: Page) -> None:
    said = essai.get_by_role("status")
    field = essai.get_by_role("combobox")
    field.press_sequentially("arras")
    expect(said).to_have_text(
        "Une commune trouvée. Flèches haut et bas pour choisir, Entrée pour valider."
    )
    field.fill("saint")
    expect(said).to_contain_text("Plus de 8 communes trouvées.")
    expect(essai.get_by_text("Continuez à écrire pour préciser.")).to_be_visible()
    field.fill("xyz")
    expect(said).to_contain_text("Aucune commune trouvée.")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(essai.locator(".cat-commune__note")).to_contain_text(AWAY)


def test_a_click_picks_and_the_focus_stays(essai: Page) -> None:
    field = essai.get_by_role("combobox")
    field.press_sequentially("vendin")
    essai.get_by_text("Vendin-lès-Béthune").click()
    expect(field).to_be_focused()
    assert essai.evaluate("changes") == ["62841"]


def test_a_finger_picks(phone_page: Page) -> None:
    page = show(phone_page)
    page.get_by_role("combobox").press_sequentially("marseille 13")
    option = page.get_by_role("option").first
    box = option.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    option.tap()
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert page.evaluate("champ.read()") == "13213"


def test_changing_the_text_of_a_choice_forgets_it(essai: Page) -> None:
    field = essai.get_by_role("combobox")
    essai.evaluate("champ.write('38185')")
    expect(field).to_have_value("Grenoble")
    field.press("End")
    field.press("Backspace")
    assert essai.evaluate("champ.read() === undefined")


def test_a_commune_and_the_boxes_exclude_each_other(essai: Page) -> None:
    field = essai.get_by_role("combobox")
    essai.evaluate("champ.write('62041')")
    essai.get_by_label(AWAY).check()
    expect(field).to_have_value("")
    assert essai.evaluate("champ.read()") == "ailleurs"
    essai.get_by_label("Je ne sais pas").check()
    expect(essai.get_by_label(AWAY)).not_to_be_checked()
    assert essai.evaluate("champ.read()") is None
    field.press_sequentially("arras")
    expect(essai.get_by_label("Je ne sais pas")).not_to_be_checked()
    assert essai.evaluate("champ.read()") == "62041"


def test_other_readers_are_asked_about_the_commune(page: Page) -> None:
    show(page, lecteur="prescripteur")
    expect(page.get_by_label("La commune n’est pas dans la liste")).to_be_visible()
    assert "de la commune" in page.evaluate("champ.validate()")


@pytest.mark.parametrize("width", [320, 360])
def test_a_list_longer_than_its_panel_passes_axe(open_page, width: int) -> None:
    page = show(open_page(width=width, height=480), FREE)
    page.get_by_role("combobox").press_sequentially("mar")
    scrolls = "list => list.scrollHeight > list.clientHeight"
    assert page.get_by_role("listbox").evaluate(scrolls)
    assert find_violations(page) == []


def test_text_twice_as_large_fits_a_phone(phone_page: Page) -> None:
    page = show(phone_page)
    page.evaluate(DOUBLE_TEXT)
    for text in ("saint martin", "xyz", "aix"):
        page.get_by_role("combobox").fill(text)
        page.evaluate("champ.validate()")
        assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_list_fits_is_readable_and_passes_axe(open_page, scheme: str) -> None:
    page = show(open_page(width=320, color_scheme=scheme), FREE)
    for text in ("saint martin", "xyz", "77320"):
        page.get_by_role("combobox").fill(text)
        page.keyboard.press("ArrowDown")
        wrong = [
            *page.evaluate(TOO_WIDE),
            *page.evaluate(LOW_CONTRAST),
            *find_violations(page, contrast=False),
        ]
        assert wrong == []
