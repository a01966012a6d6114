"""The card of a result: conditions, changes, availability, whom to call, answers to edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import find_violations
from tests.browser.measures import DOUBLE_TEXT, LOW_CONTRAST, TOO_WIDE
from tests.browser.questionnaire_fictif import ELIGIBILITE, FREE, MOUNT_RESULTAT, write_site

ALL = {"rsa": "oui", "commune": "38226", "age": 35, "orientation": "emploi"}
PROJET = {**ALL, "projet": ["creation"], "freins": ["mobilite"], "sante": "non"}
# Words that would refuse.
HARD = ("refus", "inéligible", "pas éligible", "pas droit", "exclu ", "rejet")
DESCRIBE = """async ([questions, pairs]) => {
  const { describeReponse } = await import('/assets/javascripts/questionnaire/resultats.mjs');
  const { indexCommunes } = await import('/assets/javascripts/questionnaire/communes.mjs');
  const communes = indexCommunes(await (await fetch('/data/communes.json')).json());
  return pairs.map(([slug, valeur]) => describeReponse(questions[slug], valeur, communes));
}"""
AVAILABLE = """async (cases) => {
  const { phraseDisponibilite } = await import('/assets/javascripts/questionnaire/resultats.mjs');
  return cases.map(([disponibilite, lecteur]) => phraseDisponibilite(disponibilite, lecteur));
}"""


@pytest.fixture(scope="module")
def site_url(serve_folder, tmp_path_factory: pytest.TempPathFactory, root: Path) -> str:
    """The modules and a fictitious catalogue."""
    return serve_folder(write_site(tmp_path_factory.mktemp("resultats") / "site", root))


@pytest.fixture
def page(same_page: Page) -> Page:
    """One page for all: nothing is kept in it, and each test opens it anew."""
    return same_page


@pytest.fixture
def show(page: Page):
    """Return a function that shows the result of an action."""
    page.goto("")

    def render(slug: str, reponses: dict[str, object]) -> str:
        resultat: str = page.evaluate(MOUNT_RESULTAT, [slug, reponses])
        return resultat

    return render


def words(page: Page, selector: str) -> list[str]:
    """Return the texts of elements, spoken words included, spaces made plain."""
    texts = page.locator(selector).all_text_contents()
    return [" ".join(text.replace("\u00a0", " ").split()) for text in texts]


def test_each_criterion_is_marked_for_the_eye_and_for_the_ear(page: Page, show) -> None:
    assert show("appui", {**PROJET, "sante": None}) == "non"
    marks = words(page, ".cat-criteres > li > .cat-etat")
    assert marks == [
        *["rempli :", "rempli :", "non rempli :", "non rempli :", "non rempli :"],
        *["rempli :", "à préciser :", "à vérifier avec un professionnel :"],
    ]
    assert page.locator(".cat-etat svg[aria-hidden=true]").count() == len(marks)
    titles = words(page, ".cat-critere__groupe > strong")
    # « Aucune de » is shown as its contraries, all of which must hold.
    assert titles == ["Au moins une de ces conditions :"]
    phrases = words(page, ".cat-critere__phrase > :first-child")
    assert "Vous n’avez pas d’accompagnement social." in phrases
    assert "Vous avez des difficultés pour vous déplacer." not in phrases


def test_a_public_leads_to_its_sheet(page: Page, show) -> None:
    show("appui", PROJET)
    link = page.get_by_role("link", name="Vous faites partie des allocataires.")
    assert link.evaluate("link => new URL(link.href).pathname") == "/publics-cibles/allocataires/"


def test_groups_nested_under_aucune_say_what_must_hold(page: Page) -> None:
    page.goto("")
    found = page.evaluate(
        """async () => {
          const { renderCriteres } =
            await import('/assets/javascripts/questionnaire/resultats.mjs');
          const leaf = (phrase) => ({ phrase, etat: 'satisfaite', exclu: true });
          const arbre = { genre: 'aucune', etat: 'satisfaite', enfants: [
            leaf('A'),
            { genre: 'toutes', etat: 'satisfaite', enfants: [leaf('B'), leaf('C'),
              { genre: 'aucune', etat: 'inconnue', enfants: [leaf('D'), leaf('E')] }] },
            { genre: 'toutes', etat: null, enfants: [{ ...leaf('P'), nature: 'prioritaire' }] },
          ] };
          const show = (list) => [...list.children].map((item) => {
            const group = item.querySelector('.cat-critere__groupe');
            return group ? [group.firstChild.textContent, show(group.lastChild)]
              : item.lastChild.textContent;
          });
          const only = { ...leaf('P'), nature: 'prioritaire' };
          return [show(renderCriteres(arbre)), renderCriteres(only)];
        }"""
    )
    assert found == [["A", ["Au moins une de ces conditions\u00a0:", ["B", "C", "D", "E"]]], None]


def test_once_one_condition_is_enough_the_others_are_not_asked(page: Page, show) -> None:
    show("appui", {**PROJET, "age": 20, "sante": None})
    useless = page.locator(".cat-critere--inutile")
    assert words(page, ".cat-critere--inutile") == [
        "non nécessaire : Vous cherchez un emploi ou une formation."
    ]
    assert useless.get_by_role("button").count() == 0
    assert page.locator(".cat-critere--non_satisfaite").count() == 0
    # The group counts for one condition.
    expect(page.get_by_text("4\u00a0conditions remplies sur 6")).to_be_visible()


def test_each_reader_is_told_who_checks(page: Page) -> None:
    page.goto("")
    said = page.evaluate(
        """async () => {
          const { renderCriteres } =
            await import('/assets/javascripts/questionnaire/resultats.mjs');
          const leaf = { phrase: 'Le projet est réaliste.', etat: 'appreciation' };
          return ['beneficiaire', 'prescripteur', 'porteur'].map((lecteur) =>
            renderCriteres(leaf, { lecteur }).textContent.replaceAll('\u00a0', ' '));
        }"""
    )
    assert said == [
        "à vérifier avec un professionnel : Le projet est réaliste."
        "À vérifier avec un professionnel.",
        "à vérifier par un professionnel : Le projet est réaliste.À vérifier par un professionnel.",
        "à vérifier par le Département : Le projet est réaliste.Le Département le vérifie.",
    ]


def test_changes_name_what_is_common_then_the_choice(page: Page, show) -> None:
    show("appui", {**PROJET, "sante": None})
    assert words(page, ".cat-changements__titre") == ["Cela changerait si :"]
    assert words(page, ".cat-changements__liste > li:first-child") == [
        "Vous n’avez pas de problème de santé."
    ]
    assert words(page, ".cat-changements__liste ul > li") == [
        "Vous avez entre 18 et 25 ans.",
        "Vous cherchez un emploi ou une formation.",
    ]
    show("appui", PROJET)
    assert words(page, ".cat-changements__titre") == ["Cela changerait si, au choix :"]


def test_sentences_join_without_capitals_but_those_of_names(page: Page) -> None:
    page.goto("")
    joined = page.evaluate(
        """async () => {
          const { joinPhrases } = await import('/assets/javascripts/questionnaire/phrases.mjs');
          const phrases = ['Vous avez 18 ans.', 'Vous habitez ici.', 'France Travail vous suit.'];
          return joinPhrases(phrases);
        }"""
    )
    assert joined == "Vous avez 18 ans, et vous habitez ici, et France Travail vous suit."


def test_missing_answers_are_asked_from_the_card(page: Page, show) -> None:
    assert show("simple", {"rsa": "oui"}) == "a-preciser"
    page.get_by_role("button", name="Répondre : Vous habitez en Isère.").click()
    assert page.evaluate("edited") == ["commune"]
    assert page.locator(".cat-changements").count() == 0


def test_every_answer_given_can_be_changed(page: Page, show) -> None:
    show("simple", ALL)
    rows = words(page, ".cat-reponses dd:not(.cat-reponses__action)")
    assert rows == ["Oui", "Mens", "35 ans", "Un parcours emploi"]
    for button in page.get_by_role("button", name="Modifier").all():
        button.click()
    assert page.evaluate("edited") == list(ALL)


def test_no_condition_met_is_counted_in_the_singular(page: Page, show) -> None:
    show("simple", {"rsa": "non", "commune": "62041"})
    expect(page.get_by_text("0\u00a0condition remplie sur 2")).to_be_visible()


def test_text_twice_as_large_fits_a_phone(phone_page: Page) -> None:
    phone_page.goto("")
    phone_page.evaluate(MOUNT_RESULTAT, ["appui", {**PROJET, "age": 20}])
    phone_page.evaluate(DOUBLE_TEXT)
    assert phone_page.locator(".cat-critere__note").count() == 1
    assert phone_page.locator(".cat-joindre").count() > 0
    assert phone_page.evaluate(TOO_WIDE) == []


def test_conditions_are_folded_when_all_are_met(page: Page, show) -> None:
    assert show("simple", ALL) == "oui"
    expect(page.get_by_text("2\u00a0conditions remplies sur 2")).to_be_visible()
    expect(page.get_by_text("Vous habitez en Isère.")).to_be_hidden()
    page.get_by_text("Les conditions").click()
    expect(page.get_by_text("Vous habitez en Isère.")).to_be_visible()


def test_the_nearest_contact_comes_first(page: Page, show) -> None:
    show("simple", {**ALL, "commune": "38226"})
    assert words(page, ".cat-joindre__fonction") == [
        "Référent du Trièves",
        "Accueil départemental",
        "Plateforme nationale",
    ]
    expect(page.get_by_text("À qui en parler depuis Mens")).to_be_visible()
    call = page.get_by_role("link", name="04 65 71 56 78")
    expect(call).to_have_attribute("href", "tel:+33465715678")
    box = call.bounding_box()
    assert box is not None
    assert box["height"] >= 44


def test_without_a_place_those_of_territoires_are_folded(page: Page, show) -> None:
    for place in ({}, {"commune": None}):
        show("suspendue", {"rsa": "oui", **place})
        assert page.locator(".cat-joindre").count() == 0
        show("jeunes", {"rsa": "oui", "age": 20, **place})
        expect(page.get_by_text("Plateforme nationale")).to_be_visible()
        expect(page.get_by_text("Accueil départemental")).to_be_hidden()
        page.get_by_text("Qui appeler, selon votre secteur").click()
        expect(page.get_by_text("Accueil départemental")).to_be_visible()
        show("bientot", {"rsa": "oui", **place})
        expect(page.get_by_text("Indiquez la commune pour savoir qui appeler")).to_be_visible()


def test_outside_the_catalogue_only_what_answers_everywhere_is_given(page: Page, show) -> None:
    show("jeunes", {"rsa": "oui", "age": 20, "commune": "ailleurs"})
    assert words(page, ".cat-joindre__fonction") == ["Plateforme nationale"]


def test_parts_of_the_place_that_no_commune_leads_to_are_folded(page: Page) -> None:
    page.goto("")
    found = page.evaluate(
        """async () => {
          const { contactsFor } =
            await import('/assets/javascripts/questionnaire/contacts.mjs');
          const territoires = {
            departement: { nature: 'departement' }, autre: { nature: 'departement' },
            secteur: { nature: 'insertion', parent: 'departement' },
            connu: { nature: 'insertion', parent: 'departement' },
            lointain: { nature: 'insertion', parent: 'autre' },
            boucle: { nature: 'insertion', parent: 'boucle' },
          };
          const contacts = [['secteur'], ['departement'], ['connu'], ['lointain'], ['boucle'], []]
            .map((territoires) => ({ fonction: territoires.join() || 'partout', territoires }));
          const contexte = { questions: { commune: { type: 'commune' } },
            lieux: { '62041': ['departement'], '62042': ['connu', 'departement'] } };
          const action = { contacts: contacts.map((contact, index) => index) };
          return ['62041', '62042'].map((commune) => {
            const json = { territoires, contacts };
            const { proches, secteurs } = contactsFor({ json, contexte }, action, { commune });
            return [proches, secteurs].map((list) => list.map(({ fonction }) => fonction));
          });
        }"""
    )
    assert found == [
        [["departement", "partout"], ["secteur"]],
        [["connu", "departement", "partout"], ["secteur"]],
    ]


def test_priorities_are_told_apart_and_shut_nobody_out(page: Page, show) -> None:
    show("appui", {**PROJET, "projet": ["emploi"]})
    assert words(page, ".cat-priorites__titre") == ["Vous êtes prioritaire :"]
    show("appui", {**PROJET, "projet": ["emploi"], "freins": []})
    assert words(page, ".cat-priorites__titre") == ["Sont prioritaires :"]
    expect(page.get_by_text("Ces critères n’excluent personne.")).to_be_visible()


def test_what_is_not_available_says_when(page: Page, show) -> None:
    assert show("suspendue", ALL) == "non"
    expect(page.get_by_text("Cette action est suspendue pour le moment.")).to_be_visible()
    assert show("bientot", ALL) == "plus-tard"
    expect(page.get_by_text("sera proposée à partir du 15 janvier 2999.")).to_be_visible()
    assert show("jeunes", {**ALL, "age": 17}) == "plus-tard"
    expect(page.get_by_text("Ce sera possible quand vous aurez un an de plus.")).to_be_visible()


def test_sentences_on_availability(page: Page) -> None:
    page.goto("")
    day = "2025-03-01"
    cases = [
        ({"etat": "appel-a-venir", "date": "2025-01-15"}, "porteur"),
        ({"etat": "appel-clos", "date": day}, "porteur"),
        ({"etat": "terminee", "date": day}, "beneficiaire"),
        ({"etat": "retiree"}, "beneficiaire"),
        ({"etat": "age", "question": "age"}, "prescripteur"),
        ({"etat": "age", "question": "age_enfant"}, "beneficiaire"),
        (None, "beneficiaire"),
    ]
    said = page.evaluate(AVAILABLE, cases)
    assert [text and text.replace("\u00a0", " ") for text in said] == [
        "L’appel à projets ouvre le 15 janvier 2025.",
        "L’appel à projets a pris fin le 1er mars 2025.",
        "Cette action était proposée jusqu’au 1er mars 2025.",
        "Cette action n’est pas proposée en ce moment.",
        "Ce sera possible quand la personne aura un an de plus.",
        "L’âge demandé sera atteint dans un an au plus.",
        None,
    ]


def test_answers_in_words(page: Page) -> None:
    page.goto("")
    pairs = {
        ("rsa", "oui"): "Oui",
        ("rsa", None): "Je ne sais pas",
        ("commune", "62041"): "Arras",
        ("commune", "ailleurs"): "Une commune qui n’est pas dans la liste",
        ("age", 35): "35 ans",
        ("anciennete", 1.5): "1,5 ans",
        ("orientation", "social"): "Un accompagnement social",
        ("inscription", "2024-02-29"): "29 février 2024",
    }
    said = page.evaluate(DESCRIBE, [ELIGIBILITE["questions"], [list(pair) for pair in pairs]])
    assert [text.replace("\u00a0", " ") for text in said] == list(pairs.values())
    lists = page.evaluate(
        DESCRIBE,
        [ELIGIBILITE["questions"], [["projet", []], ["projet", ["emploi", "formation"]]]],
    )
    assert lists[0] == "Rien de tout cela"
    assert lists[1].startswith("Recherche d’un emploi salarié")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_card_is_soft_fits_and_passes_axe(open_page, scheme: str) -> None:
    page = open_page(width=320, color_scheme=scheme)
    page.goto(FREE)
    for slug in ELIGIBILITE["actions"]:
        for reponses in ({}, ALL, PROJET):
            page.evaluate(MOUNT_RESULTAT, [slug, reponses])
            page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
            text = page.locator("article article").inner_text().lower()
            assert [word for word in HARD if word in text] == []
            wrong = [*page.evaluate(TOO_WIDE), *page.evaluate(LOW_CONTRAST)]
            assert [*wrong, *find_violations(page, contrast=False)] == []
