"""Pseudo-French: grammatical sentences that say nothing true."""

from __future__ import annotations

from collections.abc import Sequence

from tests.synthetic import words
from tests.synthetic.chance import Chance

_SENTENCES = 5_000
_LINES = 1_500


class Prose:
    """Draws texts from a stock of sentences, made once: the stock is what costs time."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._lines = [self._make_line() for _ in range(_LINES)]
        self._sentences = [self._make_sentence() for _ in range(_SENTENCES)]

    def line(self) -> str:
        """A short sentence without its full stop."""
        return self._chance.pick(self._lines)

    def lines(self, low: int, high: int) -> list[str]:
        """Between ``low`` and ``high`` short sentences, all different."""
        count = self._chance.between(low, high)
        lines: dict[str, None] = {}
        while len(lines) < count:
            lines[self.line()] = None
        return list(lines)

    def sentence(self) -> str:
        """A sentence with its full stop."""
        return self._chance.pick(self._sentences)

    def paragraph(self, low: int = 2, high: int = 4) -> str:
        """Between ``low`` and ``high`` sentences."""
        return " ".join(self.sentence() for _ in range(self._chance.between(low, high)))

    def summary(self) -> str:
        """Two sentences in plain words, far below 300 characters."""
        return " ".join(self._chance.some(words.PROPOSITIONS, 2))

    def rich(self, links: Sequence[str], paragraphs: int = 2) -> str:
        """Paragraphs in restricted Markdown; ``links`` are addresses that one may lead to."""
        blocks = [self.paragraph() for _ in range(paragraphs)]
        if self._chance.happens(0.5):
            blocks.append("\n".join(f"- {line}" for line in self.lines(2, 4)))
        if self._chance.happens(0.1):
            blocks.append(self._table())
        if links and self._chance.happens(0.4):
            address = self._chance.pick(links)
            blocks.append(f"**À savoir** : {self.line()} ([en savoir plus]({address})).")
        return "\n\n".join(blocks).replace(" :", "\u00a0:")

    def _table(self) -> str:
        rows = [f"| {moment} | {self._chance.pick(words.OBJETS)} |" for moment in words.TITRES[:3]]
        return "\n".join(["| Étape | Contenu |", "| --- | --- |", *rows])

    def _make_line(self) -> str:
        pick = self._chance.pick
        subject = pick(words.ACTEURS)
        rest = pick((words.COMPLEMENTS, words.MOMENTS, words.BUTS))
        return f"{_capital(subject)} {pick(words.VERBES)} {pick(words.OBJETS)} {pick(rest)}"

    def _make_sentence(self) -> str:
        pick = self._chance.pick
        core = f"{pick(words.ACTEURS)} {pick(words.VERBES)} {pick(words.OBJETS)}"
        form = self._chance.between(1, 6)
        if form == 1:
            return f"{_capital(pick(words.MOMENTS))}, {core} {pick(words.BUTS)}."
        if form == 2:
            return f"{_capital(core)} {pick(words.COMPLEMENTS)}, {pick(words.BUTS)}."
        if form == 3:
            sigle, _ = pick(tuple(words.SIGLES.values()))
            return f"Dans le cadre du dispositif {sigle}, {core} {pick(words.MOMENTS)}."
        if form == 4:
            count = self._chance.between(2, 90)
            return f"{_capital(core)} pour {count} personnes au plus, {pick(words.COMPLEMENTS)}."
        if form == 5:
            return f"À {pick(words.LIEUX)}, {core} {pick(words.MOMENTS)}."
        other = f"{pick(words.ACTEURS)} {pick(words.VERBES)} {pick(words.OBJETS)}"
        return f"{_capital(core)} {pick(words.COMPLEMENTS)}\u202f; ensuite, {other}."


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
