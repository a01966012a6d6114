"""Whatever the bytes, the answer is a record or located problems, and no exception."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.problems import Severity
from site_builder.yaml_source import Mapping, Node, Scalar, read_yaml, reading

SOUND = """\
# yaml-language-server: $schema=schemas/action.json
nom: "Garage solidaire : l’atelier"
resume: >-
  Un garage qui répare
  à petit prix.
statut: publie  # relu
telephone: 01 99 00 12 34
thematiques: [mobilite, 'logement']
etapes:
  - titre: Premier accueil
    description: |-
      Une heure.

      Sans rendez-vous.
  - titre: Réparation
    parts: {a: 50, b: 50}
contacts: []
siret:
"""

# Characters that mean something to YAML come up often enough to meet each other.
MEANINGFUL = st.sampled_from("-?:,[]{}#&*!|>'\"%@`\\ \t\n\r~<=.aé0😀\u00a0\x00")
YAML_LIKE = st.lists(MEANINGFUL, max_size=60).map("".join)

NO_RESET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(data: bytes) -> None:
    root, problems = read_yaml(data, "f.yml")
    assert root is None or isinstance(root, Mapping)
    assert root is not None or any(p.severity is Severity.ERREUR for p in problems)
    lines = 1 + data.count(b"\n") + data.count(b"\r")
    for problem in problems:
        assert problem.place.file == "f.yml"
        assert 1 <= problem.place.line <= lines
        assert problem.place.column >= 1
        assert problem.place.length >= 1


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LOADER", getattr(yaml, request.param))


@NO_RESET
@given(st.binary(max_size=200))
def test_any_bytes(data):
    check(data)


@NO_RESET
@given(st.text(max_size=100))
def test_any_text(text):
    check(text.encode("utf-8", "surrogatepass"))


@NO_RESET
@given(YAML_LIKE)
def test_any_text_that_looks_like_yaml(text):
    check(text.encode())


@NO_RESET
@given(YAML_LIKE)
def test_any_value(text):
    check(f"nom: {text}\nresume: x\n".encode())


@NO_RESET
@given(st.data())
def test_sound_yaml_with_a_piece_replaced(data):
    start = data.draw(st.integers(0, len(SOUND)))
    end = data.draw(st.integers(start, min(start + 20, len(SOUND))))
    check((SOUND[:start] + data.draw(YAML_LIKE) + SOUND[end:]).encode())


def values(node: Node) -> list[str]:
    if isinstance(node, Scalar):
        return [node.text]
    if isinstance(node, Mapping):
        return [t for e in node.entries.values() for t in [e.key.text, *values(e.value)]]
    return [text for item in node.items for text in values(item)]


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=20)


@NO_RESET
@given(
    st.dictionaries(
        st.from_regex(r"[a-z_]{1,8}", fullmatch=True),
        st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=3), max_leaves=6),
        min_size=1,
        max_size=5,
    )
)
def test_what_was_written_between_quotes_comes_back(content):
    written = yaml.safe_dump(content, allow_unicode=True, default_style='"', sort_keys=False)
    root, problems = read_yaml(written.replace("!!null ", "").encode(), "f.yml")
    assert problems == []
    assert root is not None

    def flat(value: object) -> list[str]:
        if isinstance(value, list):
            return [text for item in value for text in flat(item)]
        return [str(value)]

    assert values(root) == [t for key, value in content.items() for t in [key, *flat(value)]]


def test_the_sound_example_is_sound():
    root, problems = read_yaml(SOUND.encode(), "f.yml")
    assert problems == []
    assert root is not None
    assert next(iter(root.entries)) == "nom"
    assert list(root.entries)[-1] == "siret"
