"""The theme under a strict Content-Security-Policy, with our scripts in place of its own."""

from __future__ import annotations

import re

import pytest

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"
)


@pytest.fixture
def strict_page(open_page):
    """Return a function that opens a page whose site forbids scripts and styles in pages."""

    def open_strictly(**options):
        page = open_page(**options)

        def answer(route):
            response = route.fetch()
            headers = {**response.headers, "content-security-policy": POLICY}
            route.fulfill(response=response, headers=headers)

        # Pages alone: the policy of a page rules what it loads.
        page.route(re.compile(r"/$"), answer)
        return page

    return open_strictly


def scheme_of(page) -> str:
    return page.evaluate("document.documentElement.dataset.mdColorScheme")


@pytest.mark.parametrize(("device", "scheme"), [("light", "default"), ("dark", "slate")])
def test_colours_follow_the_device(strict_page, device: str, scheme: str) -> None:
    page = strict_page(color_scheme=device)
    # Before any script at the end of the page has run: the first paint is right.
    page.route("**/header.js", lambda route: route.fulfill(body="", status=200))
    page.route("**/bundle.*.js", lambda route: route.fulfill(body="", status=200))
    page.goto("")
    assert scheme_of(page) == scheme


def test_colours_change_with_the_device(strict_page) -> None:
    page = strict_page()
    page.goto("")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.documentElement.dataset.mdColorScheme === 'slate'")


def test_chosen_colours_are_kept_from_page_to_page(strict_page) -> None:
    page = strict_page()
    page.goto("")
    button = page.get_by_role("button", name="Couleurs")
    names = []
    for _ in range(3):
        names.append((button.inner_text(), button.get_attribute("title"), scheme_of(page)))
        button.press("Enter")
    assert [scheme for _, _, scheme in names] == ["default", "default", "slate"]
    assert [title for _, title, _ in names] == [
        "Couleurs de l’appareil. Changer",
        "Couleurs claires. Changer",
        "Couleurs sombres. Changer",
    ]
    assert all(text == title for text, title, _ in names)
    button.click()
    button.click()
    page.goto("actions/")
    assert scheme_of(page) == "slate"
    # A choice outweighs the device.
    page.emulate_media(color_scheme="light")
    assert scheme_of(page) == "slate"


def test_a_sheet_is_found_by_the_search(strict_page) -> None:
    page = strict_page()
    page.goto("")
    page.get_by_role("combobox", name="Rechercher dans le site").press_sequentially("solidarité")
    page.locator("[role=option][href*='/actions/']").first.wait_for()
    assert len(page.workers) == 1
