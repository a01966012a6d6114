"""Each format on the same fictitious problems, compared with a file people can read."""

from __future__ import annotations

import pytest

from site_builder.messages import (
    describe_codes_markdown,
    explain,
    format_github,
    format_json,
    format_sarif,
    format_text,
)

pytestmark = pytest.mark.usefixtures("register")


def test_text(problems, excerpt_of, check_golden):
    check_golden("text.txt", format_text(problems, excerpt_of, colour=False))


def test_text_with_colours(problems, excerpt_of, check_golden):
    check_golden("text-colour.txt", format_text(problems, excerpt_of, colour=True))


def test_text_with_a_cap(problems, excerpt_of, check_golden):
    check_golden("text-cap.txt", format_text(problems, excerpt_of, colour=False, cap_per_file=1))


def test_json_lines(problems, check_golden):
    check_golden("problems.jsonl", format_json(problems, cap_per_file=1))


def test_github(problems, check_golden):
    check_golden("github.txt", format_github(problems, root="catalogue"))


def test_sarif(problems, check_golden):
    check_golden("problems.sarif", format_sarif(problems, version="0.0.0", root="catalogue"))


def test_explain(check_golden):
    check_golden("explain.txt", explain("CAT-R101") or "")


def test_markdown_reference(check_golden):
    check_golden("codes.md", describe_codes_markdown())
