"""What programs read: JSON lines, GitHub's workflow commands, SARIF."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.messages import format_github, format_json, format_sarif
from site_builder.problems import REGISTER, Place, Problem, Severity, sort_problems

KEYS = ["code", "severity", "file", "line", "column", "message", "suggestion"]
LEVELS = {"erreur": "error", "avertissement": "warning", "info": "note"}

texts = st.text(
    st.characters(codec="utf-8")
    | st.sampled_from("\x1b\r\n\t\x00\x7f\x85\x9b\u2028\u202e\U000e0001%:,é")
)
any_problem = st.builds(
    Problem,
    code=st.sampled_from([*REGISTER, "CAT-X999"]),
    severity=st.sampled_from(Severity),
    message=texts,
    place=st.builds(
        Place,
        file=texts.filter(bool),
        line=st.integers(0, 9),
        column=st.integers(0, 9),
        length=st.integers(0, 9),
    ),
    suggestion=st.none() | texts,
)


def simple(**changes: object) -> Problem:
    fields = {"code": "CAT-R101", "severity": Severity.ERREUR, "message": "le nom est absent"}
    return Problem(**{**fields, "place": Place("a.yml", 2, 3, 4), **changes})


@given(st.lists(any_problem, max_size=6))
def test_json_has_one_object_a_line_that_loses_nothing(found):
    lines = format_json(found).splitlines()
    objects = [json.loads(line) for line in lines]
    assert [list(one) for one in objects] == [KEYS] * len(objects)
    expected = [
        (p.code, p.severity, p.place.file, p.place.line, p.place.column, p.message, p.suggestion)
        for p in sort_problems(found)
    ]
    assert [tuple(one.values()) for one in objects] == expected


def test_json_keeps_french_readable():
    assert "« été »" in format_json([simple(message="le nom « été » est absent")])


def test_json_of_a_lone_surrogate_can_be_written():
    line = format_json([simple(message="a\ud800b")])
    assert json.loads(line.encode())["message"] == "a\ud800b"


def test_json_counts_what_the_cap_leaves_out_at_the_last_line_shown():
    found = [simple(place=Place("a.yml", line)) for line in range(1, 54)]
    objects = [json.loads(line) for line in format_json(found).splitlines()]
    assert len(objects) == 51
    assert objects[-1] == {
        "code": "CAT-F090",
        "severity": "info",
        "file": "a.yml",
        "line": 50,
        "column": 1,
        "message": "… et 3 autres problèmes dans ce fichier",
        "suggestion": None,
    }


@pytest.mark.parametrize("formatter", [format_json, format_github])
def test_no_problem_is_no_line(formatter):
    assert formatter([]) == ""


def test_github_escapes_as_documented():
    place = Place("100 %, à: b.yml", 2, 3)
    line = format_github([simple(place=place, message="50 %: a,b\r\nc", code="CAT-X999")])
    assert line == (
        "::error file=100 %25%2C à%3A b.yml,line=2,col=3,title=CAT-X999::50 %25: a,b%0D%0Ac\n"
    )


@pytest.mark.parametrize(
    ("severity", "command"),
    [
        (Severity.ERREUR, "::error "),
        (Severity.AVERTISSEMENT, "::warning "),
        (Severity.INFO, "::notice "),
    ],
)
def test_github_command_follows_the_severity(severity, command):
    assert format_github([simple(severity=severity)]).startswith(command)


@pytest.mark.parametrize(
    ("root", "file"),
    [
        ("", "a.yml"),
        (".", "a.yml"),
        ("catalogue", "catalogue/a.yml"),
        ("./contenus/catalogue/", "contenus/catalogue/a.yml"),
    ],
)
def test_paths_start_at_the_root_of_the_repository(root, file):
    assert f"file={file}," in format_github([simple()], root=root)
    log = json.loads(format_sarif([simple()], version="0.0.0", root=root))
    physical = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": file, "uriBaseId": "%SRCROOT%"}


@given(st.lists(any_problem, max_size=6))
def test_github_gives_one_command_a_line_that_content_cannot_forge(found):
    lines = format_github(found).splitlines()
    assert len(lines) == len(set(found))
    shape = re.compile(
        r"::(error|warning|notice) file=[^:,]*,line=\d+,col=\d+,title=CAT-[^:,]*::.*"
    )
    assert all(shape.fullmatch(line) for line in lines)


@given(st.lists(any_problem, max_size=6))
def test_sarif_has_the_structure_that_the_standard_requires(found):
    log = json.loads(format_sarif(found, version="1.2.3"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    [run] = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(REGISTER)
    assert len(run["results"]) == len(set(found))
    for result, problem in zip(run["results"], sort_problems(found), strict=True):
        check_result(result, problem, rules)


def check_result(result: dict, problem: Problem, rules: list[dict]) -> None:
    assert result["ruleId"] == problem.code
    assert result["level"] == LEVELS[problem.severity]
    assert result["message"]["text"].startswith(problem.message)
    if "ruleIndex" in result:
        assert rules[result["ruleIndex"]]["id"] == problem.code
    else:
        assert problem.code not in REGISTER
    physical = result["locations"][0]["physicalLocation"]
    uri = physical["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri)
    assert unquote(uri) == problem.place.file
    region = physical["region"]
    assert set(region) == {"startLine", "startColumn", "endColumn"}
    assert region["startLine"] >= 1
    assert 1 <= region["startColumn"] < region["endColumn"]


def test_sarif_rules_carry_the_french_texts_of_the_register():
    log = json.loads(format_sarif([], version="1.2.3"))
    driver = log["runs"][0]["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("catalogue", "1.2.3")
    for rule in driver["rules"]:
        known = REGISTER[rule["id"]]
        assert rule["shortDescription"] == {"text": known.titre}
        assert rule["fullDescription"] == {"text": known.pourquoi}
        assert rule["help"] == {"text": known.remede}
        assert rule["defaultConfiguration"] == {"level": LEVELS[known.severity]}
