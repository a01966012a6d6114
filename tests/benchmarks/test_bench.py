"""The benchmark of one small catalogue, from end to end, without peers."""

from __future__ import annotations

import pytest

from tests.benchmarks.__main__ import main
from tests.benchmarks.bench import Plan
from tests.benchmarks.ways import OURS, Way


def test_the_whole_benchmark(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--actions", "12", "--runs", "1", "--edits", "1", "--mkdocs", "0"]
    code = main([*options, "--no-hugo", "--no-browser"])
    printed = capsys.readouterr().out
    for way in OURS:
        assert f"| 12 | {way} | " in printed
    assert "Hugo" not in printed.partition("| Actions |")[2]
    # The heaviest sheet is light, and a site is the same whatever was edited and undone.
    assert printed.count("| met |") == 2
    assert code == 0


@pytest.mark.parametrize("wrong", [["--actions", "0"], ["--runs", "0"], ["--edits", "0"]])
def test_nothing_to_measure(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(wrong)
    assert "at least one action" in capsys.readouterr().err


def test_the_steps_are_counted_beforehand() -> None:
    assert Plan(12, runs=2, edits=1).steps == 2 + 2 * 5
    assert Plan(12, runs=2, edits=1, each_run=(Way.HUGO,), once=(Way.MKDOCS,)).steps == 17
