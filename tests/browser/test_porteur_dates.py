"""Calls on a day, their deadlines, and the files that diaries open."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Page, expect

MODULES = "/assets/javascripts/questionnaire/porteur"
PAGE = "porter/"
CALL = {"ouverture": "2025-01-15", "cloture": "2025-02-14"}

SORT = """async ([modules, actions, jour]) => {
  const {describeEtat, etatAppel, sortAppels} = await import(`${modules}/appels.mjs`);
  return sortAppels(Object.entries(actions), jour)
    .map(([slug, action]) => [slug, etatAppel(action, jour), describeEtat(action, jour)]
      .map((text) => text && text.replace(/[\\u00a0\\u202f]/g, ' ')));
}"""


def action(nom: str, appel: dict[str, str] | None = None, **others: Any) -> dict[str, Any]:
    return {"nom": nom, "url": "actions/exemple/", "appel": appel, **others}


def sort_calls(page: Page, actions: dict[str, Any], day: str) -> list[list[str | None]]:
    return page.evaluate(SORT, [MODULES, actions, day])


@pytest.mark.parametrize(
    ("day", "state", "words"),
    [
        ("2024-12-31", "a-venir", "ouverture le 15 janvier 2025, dans 15 jours"),
        ("2025-01-14", "a-venir", "ouverture le 15 janvier 2025, demain"),
        ("2025-01-15", "ouvert", "jusqu’au 14 février 2025 inclus, il reste 30 jours"),
        ("2025-02-13", "ouvert", "jusqu’au 14 février 2025 inclus, il reste 1 jour"),
        ("2025-02-14", "ouvert", "jusqu’au 14 février 2025 inclus, c’est le dernier jour"),
        ("2025-02-15", "clos", "depuis le 14 février 2025"),
    ],
)
def test_state_of_a_call(bare_page: Page, day: str, state: str, words: str) -> None:
    assert sort_calls(bare_page, {"appel": action("Appel", CALL)}, day) == [["appel", state, words]]


def test_days_across_a_change_of_hour(bare_page: Page) -> None:
    actions = {"appel": action("Appel", {"cloture": "2025-03-31"})}
    [[_, state, words]] = sort_calls(bare_page, actions, "2025-03-29")
    assert (state, words) == ("ouvert", "jusqu’au 31 mars 2025 inclus, il reste 2 jours")


def test_order_of_calls(bare_page: Page) -> None:
    """Open ones by closing day, those to come by opening day, closed ones, then without dates."""
    actions = {
        "clos-ancien": action("Clos ancien", {"cloture": "2023-01-01"}),
        "sans-date": action("Sans date", {}),
        "clos-recent": action("Clos récent", {"cloture": "2025-01-01"}),
        "a-venir-tard": action("À venir tard", {"ouverture": "2025-06-01"}),
        "ouvert-b": action("Ouvert B", {"cloture": "2025-03-01"}),
        "ouvert-sans-fin": action("Ouvert sans fin", {"ouverture": "2025-01-01"}),
        "ouvert-a": action("Ouvert A", {"cloture": "2025-02-20"}),
        "a-venir-tot": action("À venir tôt", {"ouverture": "2025-03-01"}),
        "suspendu": action("Suspendu", CALL, statut="suspendu"),
        "termine": action("Terminé", CALL, publie_jusqu_au="2025-01-31"),
        "sans-appel": action("Sans appel"),
    }
    found = sort_calls(bare_page, actions, "2025-02-01")
    assert [slug for slug, _, _ in found] == [
        "ouvert-a",
        "ouvert-b",
        "ouvert-sans-fin",
        "a-venir-tot",
        "a-venir-tard",
        "clos-recent",
        "clos-ancien",
        "sans-date",
    ]
    assert ["ouvert-sans-fin", "ouvert", "depuis le 1er janvier 2025"] in found
    assert ["sans-date", None, None] in found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("À remettre le 31 mars 2026.", ["2026-03-31"]),
        ("Avant le 1er\u00a0août 2026", ["2026-08-01"]),
        ("Au plus tard le 05/09/2026", ["2026-09-05"]),
        ("Au 31 mars de l’année N+1", []),
        ("Le 31 février 2026", []),
        ("Le 31/02/2026", []),
        ("Le 131 mars 2026 et le 31 mars 20261", []),
        ("Du 1er mars 2026 au 31 mars 2026", ["2026-03-01", "2026-03-31"]),
        ("Le 31 mars 2026, c’est-à-dire le 31/03/2026", ["2026-03-31"]),
        ("", []),
    ],
)
def test_days_named_by_a_text(bare_page: Page, text: str, days: list[str]) -> None:
    found = bare_page.evaluate(
        """async ([modules, text]) =>
          (await import(`${modules}/appels.mjs`)).readDays(text)""",
        [MODULES, text],
    )
    assert found == days


def test_deadlines_in_order(bare_page: Page) -> None:
    dates = {**CALL, "debut": "2025-01-01", "fin": "2025-06-30"}
    dated = action("Daté", dates, portage={"bilan": "Au plus tard le 31 mars 2026."})
    several = action("Vague", CALL, portage={"bilan": "Entre le 1er mai 2025 et le 2 mai 2025."})
    found = bare_page.evaluate(
        """async ([modules, actions]) => (await import(`${modules}/appels.mjs`))
          .echeancesOf(Object.entries(actions))
          .map(({jour, nature, action}) => `${jour} ${nature} ${action}`)""",
        [MODULES, {"vague": several, "date": dated}],
    )
    assert found == [
        "2025-01-01 debut date",
        "2025-01-15 ouverture vague",
        "2025-01-15 ouverture date",
        "2025-02-14 cloture vague",
        "2025-02-14 cloture date",
        "2025-06-30 fin date",
        "2026-03-31 bilan date",
    ]


def write_agenda(page: Page, *events: dict[str, str]) -> str:
    return page.evaluate(
        """async ([modules, events]) => (await import(`${modules}/agenda.mjs`))
          .writeAgenda(events, new Date('2025-01-20T09:30:15.123Z'))""",
        [MODULES, list(events)],
    )


def test_a_file_for_diaries(bare_page: Page) -> None:
    event = {"identifiant": "appel.cloture@exemple.org", "jour": "2024-02-29", "titre": "Clôture"}
    assert write_agenda(bare_page, event | {"url": "https://exemple.org/a/"}).split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Catalogue//Appels a projets//FR",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:appel.cloture@exemple.org",
        "DTSTAMP:20250120T093015Z",
        "DTSTART;VALUE=DATE:20240229",
        "DTEND;VALUE=DATE:20240301",
        "SUMMARY:Clôture",
        "URL:https://exemple.org/a/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_file_for_diaries_is_escaped_and_folded(bare_page: Page) -> None:
    titre = "Clôture ; « référent », 1\\2\nEND:VEVENT " + "é👩‍💻" * 40
    text = write_agenda(bare_page, {"identifiant": "a@b", "jour": "2025-12-31", "titre": titre})
    lines = text.split("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in lines) <= 75
    assert lines.count("END:VEVENT") == 1
    unfolded = text.replace("\r\n ", "").split("\r\n")
    [summary] = [line for line in unfolded if line.startswith("SUMMARY:")]
    escaped = titre.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert summary == "SUMMARY:" + escaped.replace("\n", "\\n")
    assert "DTEND;VALUE=DATE:20260101" in unfolded


def open_on(page: Page, day: str) -> None:
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T10:00:00+01:00"))
    page.goto(PAGE)
    expect(page.get_by_role("heading", name="Les dates à retenir")).to_be_visible()


def test_deadlines_of_the_real_call(page: Page) -> None:
    open_on(page, "2025-01-20")
    part = page.locator("[data-module=cat-appels]")
    expect(part.get_by_text("jusqu’au 14 février 2025 inclus, il reste 25 jours")).to_be_visible()
    coming = part.locator("time").filter(visible=True)
    assert coming.all_inner_texts() == ["14\u00a0février\u00a02025", "30\u00a0juin\u00a02025"]
    part.get_by_text("Dates passées (2)").click()
    expect(part.locator("time").filter(visible=True)).to_have_count(4)
    # « au 31 mars de l’année N+1 » is no day: it is quoted.
    expect(part.get_by_text("31 mars de l’année N+1")).to_be_visible()


def test_a_deadline_goes_to_the_diary(page: Page) -> None:
    open_on(page, "2025-01-20")
    with page.expect_download() as download:
        page.get_by_role("button", name="Ajouter à mon agenda : Clôture de l’appel").click()
    assert download.value.suggested_filename == (
        "appel-a-projets-referent-solidarite-2025-cloture-2025-02-14.ics"
    )
    text = download.value.path().read_bytes().decode()
    unfolded = text.replace("\r\n ", "").split("\r\n")
    assert "DTSTART;VALUE=DATE:20250214" in unfolded
    assert (
        "SUMMARY:Clôture de l’appel\u00a0: Appel à projets 2025 «\u00a0référent solidarité\u00a0»"
        in unfolded
    )
    [url] = [line for line in unfolded if line.startswith("URL:")]
    assert url.endswith("/actions/appel-a-projets-referent-solidarite-2025/")


def test_all_deadlines_go_to_the_diary_at_once(page: Page) -> None:
    open_on(page, "2025-01-05")
    with page.expect_download() as download:
        page.get_by_role("button", name="Ajouter toutes ces dates à mon agenda").click()
    text = download.value.path().read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == 3


def test_no_deadline_is_left_when_all_are_past(page: Page) -> None:
    open_on(page, "2026-11-21")
    part = page.locator("[data-module=cat-appels]")
    expect(part.get_by_text("depuis le 14 février 2025")).to_be_visible()
    expect(part.locator(".cat-echeances__etat").first).to_have_text(
        "Clos depuis le 14\u00a0février\u00a02025"
    )
    expect(part.get_by_text("Aucune date à venir n’est publiée.")).to_be_visible()
    expect(part.get_by_role("button", name="Ajouter à mon agenda")).to_have_count(0)
