"""Typography: idempotent, and nothing but signs and spaces changes."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from site_builder.rendering.typographie import typographie

signs = st.sampled_from(
    (
        *"'\"«»:;!?%€°.,()-–/@ \u00a0\u202f\n\ufdd0\ufdd1",
        *("...", "::", "1", "52 700", "n°", "mois", "l", "é", "12:30", "RSA"),
        *("https://exemple.fr", "a@exemple.fr"),
    )
)
texts = st.lists(signs | st.text(max_size=5), max_size=30).map("".join)
# What typography may add, take away or replace.
CHANGED = re.compile("[ \u00a0\u202f'’\"«»…]|\\.\\.\\.")


@given(texts)
def test_twice_is_once(text: str) -> None:
    once = typographie(text)
    assert typographie(once) == once


@given(texts)
def test_words_and_digits_never_change(text: str) -> None:
    assert CHANGED.sub("", typographie(text)) == CHANGED.sub("", text)


@given(st.lists(st.sampled_from(["mot", "l'un", "12:30", "a::b", "03 53 01 12 34"])))
def test_spaces_inside_sentences_stay_ordinary(words: list[str]) -> None:
    text = " ".join(words)
    assert typographie(text).replace("’", "'") == text
