"""Markdown of any kind, well formed or not, for what must read it as the parser does."""

from __future__ import annotations

from hypothesis import strategies as st

_PIECES = (
    *("mot", "deux mots", "**a**", "**", "_", "`", "!", "\\", "&amp;", "&#91;"),
    *("[", "]", "(", ")", "](", "[a](b)", "[le mot](actions/x-y)"),
    *("[x](https://exemple.fr)", "[x](https://exemple.fr/?b=1#c)"),
    *(" ", "  ", "    ", "\t", "\n", "\n\n"),
    *("- ", "\n- ", "* ", "\n+ ", "- - - - - - ", "1. ", "\n1. ", "2)"),
    *("> ", "\n> ", "# ", "\n# ", "|", "\n|-|-|\n", "\n| a |\n| - |\n", "\n---\n", "\n-\n"),
    *("\u00a0", "\u2028", "\x0b", "\r", "\u202e"),
)

ANY_MARKDOWN = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)
