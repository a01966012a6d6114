"""The fields of a questionnaire: what is answered, what is wrong, keyboard and screen reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import find_violations
from tests.browser.measures import DOUBLE_TEXT, LOW_CONTRAST, TOO_WIDE
from tests.browser.questionnaire_fictif import FREE, MOUNT_CHAMP, QUESTIONS, write_site

UNKNOWN = "Je ne sais pas"
ERROR = ".cat-question__erreur"
# An answer that each question takes, and what is read back.
SLUGS = list(QUESTIONS)
# Targets of a finger: rows, fields and lines that unfold, below 44 px.
TOO_SMALL = """() => [...document.querySelectorAll('.cat-choix, input[type=text], summary')]
  .filter((target) => target.getBoundingClientRect().height < 43.9)
  .map((target) => target.outerHTML)"""


@pytest.fixture(scope="module")
def site_url(serve_folder, tmp_path_factory: pytest.TempPathFactory, root: Path) -> str:
    """The modules and a fictitious catalogue."""
    return serve_folder(write_site(tmp_path_factory.mktemp("champs") / "site", root))


@pytest.fixture
def mount(same_page: Page):
    """Return a function that shows the field of a question, in a page that is that of all tests."""
    return mounter(same_page)


@pytest.fixture
def mount_apart(page: Page):
    """The same in a page of its own, whose colours and network may be changed."""
    return mounter(page)


def mounter(page: Page):
    page.goto("")

    def show(slug: str, **options: object) -> Page:
        page.evaluate(MOUNT_CHAMP, [slug, options])
        return page

    return show


def read(page: Page) -> object:
    """Return the answer; « undefined » is told apart from « je ne sais pas »."""
    return page.evaluate("champ.read() === undefined ? 'undefined' : champ.read()")


def validate(page: Page) -> str | None:
    """Return what is wrong, no-break spaces made plain."""
    message: str | None = page.evaluate("champ.validate()")
    return message and message.replace("\u00a0", " ")


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("niveau", [1, 3])
def test_the_wording_is_the_heading_and_the_name_of_the_group(mount, slug: str, niveau) -> None:
    page = mount(slug, niveau=niveau)
    words = QUESTIONS[slug]["libelle"]["beneficiaire"]
    expect(page.get_by_role("heading", level=niveau, name=words, exact=True)).to_be_visible()
    roles = {"oui-non": "radiogroup", "choix": "radiogroup"}
    group = page.get_by_role(roles.get(QUESTIONS[slug]["type"], "group"), name=words).first
    description = " ".join(
        filter(None, [QUESTIONS[slug].get("aide"), SENSITIVE if slug == "sante" else None])
    )
    expect(group).to_have_accessible_description(description)


SENSITIVE = (
    "Cette question est facultative. La réponse reste dans cet onglet "
    "et n’est jamais mise dans un lien."
)


def test_the_wording_is_that_of_the_reader_and_may_be_no_heading(mount) -> None:
    page = mount("rsa", lecteur="prescripteur", niveau=None)
    expect(page.get_by_role("radiogroup", name="La personne reçoit-elle le RSA")).to_be_visible()
    assert page.get_by_role("heading").count() == 0


@pytest.mark.parametrize("slug", SLUGS)
def test_je_ne_sais_pas_is_always_an_answer(mount, slug: str) -> None:
    page = mount(slug)
    assert read(page) == "undefined"
    page.get_by_label(UNKNOWN).check()
    assert read(page) is None
    assert validate(page) is None
    page.evaluate(MOUNT_CHAMP, [slug, {"valeur": None}])
    expect(page.get_by_label(UNKNOWN)).to_be_checked()


@pytest.mark.parametrize(
    ("slug", "valeur"),
    [
        ("rsa", "non"),
        ("commune", "62041"),
        ("commune", "ailleurs"),
        ("age", 35),
        ("anciennete", 1.5),
        ("orientation", "social"),
        ("projet", ["emploi", "creation"]),
        ("projet", []),
        ("freins", ["aucun"]),
        ("inscription", "2024-02-29"),
    ],
)
def test_an_answer_is_shown_and_read_back(mount, slug: str, valeur: object) -> None:
    page = mount(slug, valeur=valeur)
    assert read(page) == valeur
    assert validate(page) is None
    page.evaluate("champ.write(undefined)")
    assert read(page) == "undefined"
    page.evaluate("(valeur) => champ.write(valeur)", valeur)
    assert read(page) == valeur
    assert page.evaluate("changes") == []


@pytest.mark.parametrize(
    ("slug", "message"),
    [
        ("rsa", "Choisissez une réponse. Vous pouvez choisir « Je ne sais pas »."),
        ("projet", "Cochez une ou plusieurs réponses. Vous pouvez cocher « Je ne sais pas »."),
        (
            "age",
            "Écrivez votre âge en chiffres, entre 14 et 120, par exemple 35. "
            "Vous pouvez aussi cocher « Je ne sais pas ».",
        ),
        (
            "inscription",
            "Écrivez la date en chiffres, par exemple 15, 3 et 1990. "
            "Vous pouvez aussi cocher « Je ne sais pas ».",
        ),
        (
            "commune",
            "Écrivez le nom ou le code postal de votre commune, puis choisissez-la dans la liste. "
            "Sinon, cochez « Ma commune n’est pas dans la liste ».",
        ),
        ("sante", None),
    ],
)
def test_no_answer(mount, slug: str, message: str | None) -> None:
    """A sensitive question is right without one."""
    page = mount(slug)
    assert validate(page) == message
    if message is None:
        expect(page.locator(ERROR)).to_be_hidden()
    else:
        expect(page.locator(ERROR)).to_contain_text("Erreur")
        assert page.locator('[aria-invalid="true"]').count() >= (slug != "projet")


def test_an_optional_field_may_stay_empty(mount) -> None:
    page = mount("age", facultatif=True)
    assert validate(page) is None
    page.get_by_label("Quel âge").fill("dix")
    assert validate(page) is not None


def test_an_error_is_tied_to_its_field_and_leaves_with_it(mount) -> None:
    page = mount("age")
    field = page.get_by_label("Quel âge")
    field.fill("350")
    message = (
        "Ce nombre est trop grand. Écrivez votre âge en chiffres, entre 14 et 120, par exemple 35."
    )
    assert validate(page) == message
    page.evaluate("champ.focus()")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(f"ans Erreur : {message}".replace(" :", "\u00a0:"))
    assert page.evaluate("document.getElementById(champ.id) === document.activeElement")

    field.fill("35")
    field.press("Tab")
    expect(page.locator(ERROR)).to_be_hidden()
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("ans")


@pytest.mark.parametrize(
    ("slug", "typed", "expected"),
    [
        ("age", "35", 35),
        ("age", " 35 ", 35),
        ("age", "35 ans", 35),
        ("age", "1 8", 18),
        ("age", "35,5", None),
        ("age", "13", None),
        ("age", "121", None),
        ("age", "-20", None),
        ("age", "trente", None),
        ("age", "1e2", None),
        ("anciennete", "1,5", 1.5),
        ("anciennete", "1.5", 1.5),
        ("anciennete", "0", 0),
        ("anciennete", "2\u00a0ans", 2),
        ("anciennete", "1 an", 1),
        ("anciennete", "1an", 1),
        ("anciennete", "1 année", 1),
        ("anciennete", "1,5 ANNÉES", 1.5),
        ("anciennete", "2 annees", 2),
        ("anciennete", "ans 2", None),
        ("anciennete", "2 mois", None),
        ("anciennete", "an", None),
        ("anciennete", "1,5,2", None),
        ("anciennete", ",", None),
        ("anciennete", "61", None),
    ],
)
def test_numbers(mount, slug: str, typed: str, expected: float | None) -> None:
    page = mount(slug)
    page.get_by_role("textbox").fill(typed)
    assert read(page) == ("undefined" if expected is None else expected)
    assert (validate(page) is None) == (expected is not None)


@pytest.mark.parametrize(
    ("question", "typed", "expected"),
    [
        ({"unite": "€"}, "1 200,50 €", 1200.5),
        ({"unite": "€"}, "1\u202f200 euros", 1200),
        ({"unite": "€"}, "1 euro", 1),
        ({"unite": "euros"}, "3€", 3),
        ({"unite": "enfants"}, "1 enfant", 1),
        ({"unite": "mois"}, "6 mois", 6),
        ({"unite": "heures", "entier": True}, "35 heures", 35),
        ({"entier": True}, "2,0", 2),
        (
            {"min": 0},
            "\u22122",
            "Ce nombre est trop petit. Écrivez un nombre en chiffres, 0 ou plus.",
        ),
        ({"max": 9}, "10", "Ce nombre est trop grand. Écrivez un nombre en chiffres, 9 ou moins."),
        ({"entier": True}, "2,5", "Écrivez un nombre entier, par exemple 3."),
        ({"entier": True, "min": 0}, "2.5 ", "Écrivez un nombre entier, 0 ou plus."),
        ({}, "deux", "Écrivez un nombre en chiffres, par exemple 3."),
    ],
)
def test_units_and_what_is_wrong_with_a_number(same_page, question, typed, expected) -> None:
    same_page.goto("")
    found = same_page.evaluate(
        """async ([question, typed]) => {
          const { readNombre } = await import('/assets/javascripts/questionnaire/nombres.mjs');
          const { nombre, message } = readNombre(question, typed, 'un nombre');
          return message ?? nombre;
        }""",
        [question, typed],
    )
    assert found == expected


def test_a_whole_number_is_asked_for_where_no_other_counts(mount) -> None:
    page = mount("age")
    page.get_by_role("textbox").fill("35,5")
    assert validate(page) == "Écrivez un nombre entier, entre 14 et 120, par exemple 35."
    expect(page.get_by_role("textbox")).to_have_attribute("inputmode", "numeric")


def test_a_number_and_je_ne_sais_pas_exclude_each_other(mount) -> None:
    page = mount("age")
    field = page.get_by_role("textbox")
    field.fill("35")
    page.get_by_label(UNKNOWN).check()
    expect(field).to_have_value("")
    field.press_sequentially("20")
    expect(page.get_by_label(UNKNOWN)).not_to_be_checked()
    assert read(page) == 20


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("29", "2", "2024"), "2024-02-29"),
        (("1", "12", "1999"), "1999-12-01"),
        (("01", "03", "2000"), "2000-03-01"),
        (("1er", "mars", "2000"), "2000-03-01"),
        (("3", "Fév", "2000"), "2000-02-03"),
        (("3", "aout", "2000"), "2000-08-03"),
        (("29", "2", "2023"), "Le 29 février 2023 n’existe pas."),
        (("29", "2", "1900"), "Le 29 février 1900 n’existe pas."),
        (("31", "4", "2024"), "Le 31 avril 2024 n’existe pas."),
        (("0", "4", "2024"), "Écrivez le jour en chiffres, de 1 à 31."),
        (("32", "4", "2024"), "Écrivez le jour en chiffres, de 1 à 31."),
        (("3", "13", "2024"), "Écrivez le mois en chiffres, de 1 à 12"),
        (("3", "jui", "2024"), "Écrivez le mois en chiffres, de 1 à 12"),
        (("3", "4", "24"), "Écrivez l’année en quatre chiffres"),
        (("3", "4", "20244"), "Écrivez l’année en quatre chiffres"),
        (("3", "", "2024"), "Écrivez aussi le mois."),
        (("", "", "2024"), "Écrivez aussi le jour et le mois."),
    ],
)
def test_dates(mount, typed: tuple[str, str, str], expected: str) -> None:
    page = mount("inscription")
    for label, text in zip(("Jour", "Mois", "Année"), typed, strict=True):
        page.get_by_label(label, exact=True).fill(text)
    message = validate(page)
    if message is None:
        assert read(page) == expected
    else:
        assert message.startswith(expected)
        assert read(page) == "undefined"
        page.evaluate("champ.focus()")
        expect(page.locator(":focus")).to_have_attribute("aria-invalid", "true")


def test_choices_that_stand_alone_untick_the_others(mount) -> None:
    page = mount("projet")
    box = page.get_by_role("checkbox")
    for name in ("Recherche d’un emploi salarié", "Entrée en formation qualifiante"):
        page.get_by_label(name).check()
    assert read(page) == ["emploi", "formation"]
    page.get_by_label("Rien de tout cela").check()
    assert read(page) == []
    assert box.and_(page.locator(":checked")).count() == 1
    page.get_by_label(UNKNOWN).check()
    assert read(page) is None
    page.get_by_label("Création").check()
    assert read(page) == ["creation"]
    page.get_by_label("Création").uncheck()
    assert read(page) == "undefined"


def test_an_option_that_says_none_takes_the_place_of_ours(mount) -> None:
    page = mount("freins")
    assert page.get_by_label("Rien de tout cela").count() == 1
    page.get_by_label("Se déplacer").check()
    page.get_by_label("Rien de tout cela").check()
    assert read(page) == ["aucun"]


def test_the_keyboard_answers_and_each_change_is_told_once(mount) -> None:
    page = mount("orientation")
    page.evaluate("champ.titre.focus()")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("changes") == ["emploi", "social", "aucune"]
    page.keyboard.press("ArrowDown")
    assert read(page) is None


def test_an_option_may_have_its_own_help(mount) -> None:
    page = mount("orientation")
    radio = page.get_by_label("Un accompagnement social")
    expect(radio).to_have_accessible_description("Avec un référent solidarité, par exemple.")


def test_why_it_is_asked_unfolds(mount) -> None:
    page = mount("rsa")
    reason = page.get_by_text("Certaines actions sont réservées")
    expect(reason).to_be_hidden()
    page.get_by_text("Pourquoi cette question").click()
    expect(reason).to_be_visible()


def test_a_sensitive_question_says_that_it_is_optional(mount) -> None:
    page = mount("sante")
    expect(page.get_by_text("Cette question est facultative")).to_be_visible()


def test_no_field_remembers_what_others_typed(mount) -> None:
    for slug in ("age", "inscription", "commune"):
        page = mount(slug)
        fields = page.locator("input[type=text]")
        assert fields.count() > 0
        for field in fields.all():
            expect(field).to_have_attribute("autocomplete", "off")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_field_fits_is_readable_and_passes_axe(open_page, scheme: str) -> None:
    page = open_page(width=320, color_scheme=scheme)
    page.goto(FREE)
    found: dict[str, object] = {}
    for slug in SLUGS:
        for options in ({}, {"valeur": None}):
            page.evaluate(MOUNT_CHAMP, [slug, options])
            page.evaluate("champ.validate()")
            page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
            wrong = [page.evaluate(script) for script in (TOO_WIDE, LOW_CONTRAST, TOO_SMALL)]
            found[slug, str(options)] = [*wrong, find_violations(page, contrast=False)]
    assert {key: wrong for key, wrong in found.items() if any(wrong)} == {}


def test_text_twice_as_large_fits_a_phone(open_page) -> None:
    page = open_page(width=360)
    page.goto(FREE)
    found: dict[str, object] = {}
    page.evaluate(DOUBLE_TEXT)
    for slug in SLUGS:
        page.evaluate(MOUNT_CHAMP, [slug, {}])
        page.evaluate("champ.validate()")
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
        found[slug] = page.evaluate(TOO_WIDE)
    assert {slug: wrong for slug, wrong in found.items() if wrong} == {}


def test_forced_colours_keep_what_is_chosen_in_sight(mount_apart) -> None:
    page = mount_apart("rsa", valeur="oui")
    page.emulate_media(forced_colors="active")
    chosen, other = page.locator(".cat-choix").all()[:2]
    outline = "row => getComputedStyle(row).outlineStyle"
    assert chosen.evaluate(outline) == "solid"
    assert other.evaluate(outline) == "none"


def test_nothing_is_asked_of_anyone_once_the_data_is_there(mount_apart) -> None:
    page = mount_apart("commune")
    # The font is asked for by the first words, not by the field.
    page.evaluate("document.fonts.load('1em \"Atkinson Hyperlegible Next\"')")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.context.set_offline(True)
    page.get_by_role("combobox").press_sequentially("grenoble")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert read(page) == "38185"
    assert requests == []
