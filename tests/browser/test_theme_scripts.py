"""The scripts of every page: the colours that a visitor chooses."""

from __future__ import annotations

import pytest


def scheme_of(page) -> str:
    return page.evaluate("document.documentElement.dataset.mdColorScheme")


@pytest.mark.parametrize(("device", "scheme"), [("light", "default"), ("dark", "slate")])
def test_colours_follow_the_device(open_page, device: str, scheme: str) -> None:
    page = open_page(color_scheme=device)
    # Before any script at the end of the page has run: the first paint is right.
    page.route("**/header.js", lambda route: route.fulfill(body="", status=200))
    page.goto("")
    assert scheme_of(page) == scheme


def test_colours_change_with_the_device(open_page) -> None:
    page = open_page()
    page.goto("")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.documentElement.dataset.mdColorScheme === 'slate'")


def test_chosen_colours_are_kept_from_page_to_page(open_page) -> None:
    page = open_page()
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
