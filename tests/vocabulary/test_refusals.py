"""What all validators promise: one exception, a registered code, sentences that fill."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_builder.problems import REGISTER, Place, problem
from site_builder.problems.codes import coordonnees, valeurs
from site_builder.problems.codes.rule import Rule
from site_builder.vocabulary.adresses_web import parse_lien, parse_site_web
from site_builder.vocabulary.codes_officiels import (
    parse_code_postal,
    parse_commune,
    parse_departement,
    parse_epci,
)
from site_builder.vocabulary.courriels import parse_courriel
from site_builder.vocabulary.dates import parse_date
from site_builder.vocabulary.nombres import parse_nombre
from site_builder.vocabulary.oui_non import parse_oui_non
from site_builder.vocabulary.refusal import ValueRefused
from site_builder.vocabulary.siret import parse_siret
from site_builder.vocabulary.slugs import parse_slug
from site_builder.vocabulary.telephones import parse_telephone

# The validator of each key used in the examples of the rules.
_BY_KEY: dict[str, Callable[[str], object]] = {
    "code": parse_departement,
    "code_postal": parse_code_postal,
    "communes": parse_commune,
    "courriel": parse_courriel,
    "date_maj": parse_date,
    "epci": parse_epci,
    "montant": parse_nombre,
    "sensible": parse_oui_non,
    "siret": parse_siret,
    "site_web": parse_site_web,
    "structures": parse_slug,
    "telephone": parse_telephone,
}
_PARSERS = [*_BY_KEY.values(), parse_lien]
_NEAR_MISSES = st.text(alphabet="0123456789+-/.,:@€% \u00a0()éaAztel\u202e[]#?", max_size=30)
_RULES = [
    rule
    for rule in (
        *coordonnees.RULES,
        *valeurs.RULES,
        *(REGISTER[f"CAT-D20{number}"] for number in (1, 2, 3)),
    )
    if rule.mauvais
]


@pytest.mark.parametrize("parse", _PARSERS, ids=lambda parse: parse.__name__)
def test_nothing_but_a_registered_refusal_is_raised(parse: Callable[[str], object]) -> None:
    @given(st.text() | _NEAR_MISSES)
    def check(text: str) -> None:
        try:
            parse(text)
        except ValueRefused as refusal:
            found = problem(
                refusal.code,
                Place("essai.yml"),
                value=text,
                suggestion=refusal.suggestion,
                **refusal.params,
            )
            assert found.message
            assert found.label

    check()


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.code)
def test_the_bad_example_of_a_rule_breaks_it_and_the_good_one_does_not(rule: Rule) -> None:
    with pytest.raises(ValueRefused, match=rule.code):
        _parse_example(rule.mauvais)
    _parse_example(rule.bon)


def _parse_example(example: str) -> None:
    # BaseLoader makes no objects: it keeps every scalar as text, as the catalogue's reader does.
    for key, value in yaml.load(example, Loader=yaml.BaseLoader).items():  # noqa: S506
        for text in value if isinstance(value, list) else [value]:
            if key in _BY_KEY:
                _BY_KEY[key](text)
