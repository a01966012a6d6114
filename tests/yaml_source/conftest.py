"""Both of PyYAML's parsers are tested: the C one may be missing where the site is built."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml

from site_builder.problems import Problem
from site_builder.yaml_source import Mapping, read_yaml, reading

Read = Callable[[str | bytes], tuple[Mapping | None, list[Problem]]]


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def read(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Return a function that reads a YAML text with one of the two parsers."""
    monkeypatch.setattr(reading, "LOADER", getattr(yaml, request.param))

    def read_text(content: str | bytes) -> tuple[Mapping | None, list[Problem]]:
        data = content.encode() if isinstance(content, str) else content
        return read_yaml(data, "actions/essai.yml")

    return read_text
