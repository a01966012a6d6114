"""Every field says in French what it is, and its example is one that the loader accepts."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from site_builder.exports.gabarit import yaml_lines
from site_builder.loading.record import plain
from site_builder.yaml_source import Mapping, read_yaml

# A blank before « ; », « ! », « ? » or « : », and inside « », never breaks; the guides and
# the pages see to it, so that the model may be written with plain spaces.
MISPLACED = re.compile(r"\w'\w|\.\.\.|[^\s\u00a0\u202f][;!?»]|«[^\s\u00a0\u202f]")


def test_field_has_a_title_a_description_and_an_example(field: FieldInfo) -> None:
    assert field.title
    assert field.title[0].isupper() or field.title == "data·inclusion"
    assert not field.title.endswith(".")
    assert field.description
    assert field.description.endswith(".")
    assert field.examples
    assert len(field.examples) == 1
    assert not MISPLACED.search(f"{field.title} {field.description}")


def test_example_is_accepted(field: FieldInfo) -> None:
    [example] = field.examples or []
    written = "\n".join(yaml_lines("champ", example)) + "\n"
    node, problems = read_yaml(written.encode(), "exemple.yml")
    assert problems == []
    assert isinstance(node, Mapping)

    value = TypeAdapter(Annotated[field.annotation, field]).validate_python(plain(node)["champ"])

    assert value not in (None, "", (), {})
