"""What servers are told: the same headers in three dialects, and how long to keep files."""

from __future__ import annotations

import re

import pytest

from site_builder.exports.serveurs import (
    ASK_AGAIN,
    FOREVER,
    PAGE_POLICIES,
    describe_headers,
    describe_servers,
)

FILES = [
    "index.html",
    "actions/x/index.html",
    "assets/fonts/lettres.01234567.woff2",
    "assets/fonts/OFL.txt",
    "assets/javascripts/sigles.mjs",
    "assets/stylesheets/catalogue.0123abcd.css",
    "recherche/index.89abcdef.json",
    "recherche/lot.0.01234567.json",
    "mixte/a.01234567.js",
    "mixte/b.js",
    "parent/a.01234567.js",
    "parent/b.01234567.js",
    "parent/enfant/c.js",
]


def directives(policy: str) -> dict[str, str]:
    parts = [part.strip().partition(" ") for part in policy.split(";")]
    assert len({name for name, _, _ in parts}) == len(parts)
    return {name: value for name, _, value in parts}


def test_a_page_says_all_that_a_page_can_say() -> None:
    sent = directives(describe_headers()["Content-Security-Policy"])
    said = directives("; ".join(PAGE_POLICIES))
    # A page cannot say who may frame it: browsers read that in a header alone.
    assert sent == said | {"frame-ancestors": "'none'"}
    assert said["default-src"] == "'none'"
    assert "unsafe" not in "; ".join(PAGE_POLICIES)


@pytest.mark.parametrize(
    ("ancestors", "said"),
    [
        ([], "'none'"),
        (["self"], "'self'"),
        (["self", "https://www.exemple.fr"], "'self' https://www.exemple.fr"),
    ],
)
def test_who_may_frame_the_site(ancestors: list[str], said: str) -> None:
    policy = describe_headers(ancestors)["Content-Security-Policy"]
    assert directives(policy)["frame-ancestors"] == said


@pytest.mark.parametrize("name", ["_headers", ".htaccess", "nginx.conf"])
def test_each_dialect_sends_every_header_once(name: str) -> None:
    text = describe_servers(FILES, frame_ancestors=["https://www.exemple.fr"])[name]
    for header, value in describe_headers(["https://www.exemple.fr"]).items():
        assert len(re.findall(rf"\b(?<!-){header}\b", text)) == 1
        assert value in text
    # A quotation mark would end the value.
    assert '"' not in "".join(describe_headers().values())


def test_a_static_host_keeps_for_ever_what_bears_a_hash() -> None:
    rules = describe_servers(FILES, root="/catalogue/")["_headers"].split("\n\n")
    assert rules[0].startswith("/catalogue/*\n  Content-Security-Policy: ")
    assert [rule.split("\n")[0] for rule in rules[1:]] == [
        "/catalogue/assets/fonts/lettres.01234567.woff2",
        "/catalogue/assets/stylesheets/catalogue.0123abcd.css",
        "/catalogue/mixte/a.01234567.js",
        "/catalogue/parent/a.01234567.js",
        "/catalogue/parent/b.01234567.js",
        "/catalogue/recherche/*",
    ]
    assert all(rule.rstrip("\n").endswith(f"\n  Cache-Control: {FOREVER}") for rule in rules[1:])
    # Two rules that give one header would have their values joined.
    assert "Cache-Control" not in rules[0]


@pytest.mark.parametrize("name", [".htaccess", "nginx.conf"])
def test_a_server_knows_files_that_bear_a_hash(name: str) -> None:
    text = describe_servers([], root="/catalogue/")[name]
    [pattern] = set(re.findall(r'"(\\.+\$)"', text))
    assert [path for path in FILES if re.search(pattern, path)] == [
        path for path in FILES if re.search(r"[0-9a-f]{8}", path)
    ]
    assert text.index(ASK_AGAIN) < text.index(FOREVER)
    assert "404 /catalogue/404.html" in text
