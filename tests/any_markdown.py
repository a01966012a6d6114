"""Markdown of any kind, well formed or not, for what must read it as the parser does."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = st.sampled_from(
    (
        *("mot", "deux mots", "**a**", "**", "_", "_a_", "`", "!", "\\", "&amp;", "&#91;"),
        *(" ", "  ", "\u00a0", "\u2028", "\x0b", "\r", "\u202e"),
    )
)
_LINKS = st.sampled_from(
    (
        *("[", "]", "(", ")", "](", "[a](b)", "[le mot](actions/x-y)"),
        *("[x](https://exemple.fr)", "[x](https://exemple.fr/?b=1#c)"),
    )
)
_BLOCKS = st.sampled_from(
    (
        *("\n", "\n\n", "    ", "\t", "- ", "\n- ", "* ", "\n+ ", "- - - - - - "),
        *("1. ", "\n1. ", "2)", "> ", "\n> ", "# ", "\n# ", "\n---\n", "\n-\n"),
        *("|", "\n|-|-|\n", "\n| a |\n| - |\n"),
    )
)

ANY_MARKDOWN = st.lists(_WORDS | _LINKS | _BLOCKS, max_size=25).map("".join)
