"""E-mail addresses."""

from __future__ import annotations

import pytest

from site_builder.vocabulary.courriels import parse_courriel
from site_builder.vocabulary.refusal import ValueRefused, did_you_mean


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("contact@exemple.fr", "contact@exemple.fr"),
        (" Prenom.Nom+insertion@Exemple.FR ", "Prenom.Nom+insertion@exemple.fr"),
        ("contact@écoles-exemple.fr", "contact@écoles-exemple.fr"),
        ("contact@example.org", "contact@example.org"),
    ],
)
def test_good_addresses(text: str, address: str) -> None:
    assert parse_courriel(text) == address


@pytest.mark.parametrize(
    ("text", "code", "mended"),
    [
        ("contact@exemple,fr", "CAT-V310", "contact@exemple.fr"),
        ("contact @ exemple.fr", "CAT-V310", "contact@exemple.fr"),
        ("contact@exemple.fr.", "CAT-V310", "contact@exemple.fr"),
        ("<contact@exemple.fr>", "CAT-V310", "contact@exemple.fr"),
        ("mailto:contact@exemple.fr", "CAT-V310", "contact@exemple.fr"),
        ("contact (at) exemple.fr", "CAT-V311", "contact@exemple.fr"),
        ("contact arobase exemple.fr", "CAT-V311", "contact@exemple.fr"),
        ("contact.exemple.fr", "CAT-V311", None),
        ("", "CAT-V311", None),
        ("@", "CAT-V310", None),
        ("contact@exemple", "CAT-V310", None),
        ("contact@[127.0.0.1]", "CAT-V310", None),
        ("a@exemple.fr; b@exemple.fr", "CAT-V310", None),
        ("contact?cc=autre@exemple.fr", "CAT-V310", None),
        ("con\ntact@exemple.fr", "CAT-V310", "contact@exemple.fr"),
        ("a" * 300 + "@exemple.fr", "CAT-V310", None),
    ],
)
def test_what_is_refused(text: str, code: str, mended: str | None) -> None:
    with pytest.raises(ValueRefused) as refusal:
        parse_courriel(text)
    assert refusal.value.code == code
    assert refusal.value.suggestion == (None if mended is None else did_you_mean(mended))
