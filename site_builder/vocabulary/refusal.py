"""The one exception of the validators, and the sentence of their suggestions."""

from __future__ import annotations


class ValueRefused(ValueError):
    """A text that cannot be what its field holds.

    ``code`` is in the register of problems, ``params`` fills its French sentences (with
    ``value``, which whoever catches this adds), ``suggestion`` is a French phrase that says
    how to mend the text, or ``None``.
    """

    def __init__(self, code: str, suggestion: str | None = None, /, **params: object) -> None:
        """Refuse with the register's ``code``; see the class for the rest."""
        super().__init__(code)
        self.code = code
        self.suggestion = suggestion
        self.params: dict[str, object] = params


def did_you_mean(text: str) -> str:
    """Return the question that proposes ``text`` in place of what was written."""
    return f"vouliez-vous écrire «\u00a0{text}\u00a0»\u202f?"
