"""Opening hours: OpenStreetMap's way of writing them, put into French.

Only what an office uses is translated (days, ranges, hours, « off »); whatever else the
grammar of « opening_hours » allows is shown as it was written.
"""

from __future__ import annotations

import re

from site_builder.vocabulary.typographie import french_list

_NO_BREAK = "\u00a0"
_DAYS = dict(
    zip(
        ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH"),
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "jours fériés"),
        strict=True,
    )
)
_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)"
_SPAN = f"{_DAY}(?:-{_DAY})?"
_TIME = r"\d{1,2}:\d{2}-\d{1,2}:\d{2}"
_RULE = re.compile(
    rf"(?:(?P<days>{_SPAN}(?:, ?{_SPAN})*):?)?\s*(?P<hours>off|{_TIME}(?:, ?{_TIME})*)?"
)


def horaires(text: str) -> str:
    """Return « du lundi au vendredi de 9 h à 12 h », or ``text`` when it is written otherwise."""
    rules = [_RULE.fullmatch(rule.strip()) for rule in text.strip().rstrip(";").split(";")]
    sentences = [_rule(rule) for rule in rules if rule and rule[0]]
    return "\u202f; ".join(sentences) if len(sentences) == len(rules) else text


def _rule(rule: re.Match[str]) -> str:
    days = french_list(_days(span) for span in re.split(", ?", rule["days"] or "") if span)
    if rule["hours"] == "off":
        return f"fermé {days}".strip()
    hours = french_list(_hours(span) for span in re.split(", ?", rule["hours"] or "") if span)
    return f"{days} {hours}".strip()


def _days(span: str) -> str:
    first, _, last = span.partition("-")
    if last:
        return f"du {_DAYS[first]} au {_DAYS[last]}"
    return "les jours fériés" if first == "PH" else f"le {_DAYS[first]}"


def _hours(span: str) -> str:
    opening, closing = span.split("-")
    return f"de {_hour(opening)} à {_hour(closing)}"


def _hour(time: str) -> str:
    hours, minutes = time.split(":")
    return f"{int(hours)}{_NO_BREAK}h" + (f"{_NO_BREAK}{minutes}" if minutes != "00" else "")
