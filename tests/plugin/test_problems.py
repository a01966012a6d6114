"""A faulty catalogue: a build stops before it touches the site, a preview shows it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli
from mkdocs.commands.build import build
from mkdocs.config import load_config

from site_builder.config import Content, HostError, Run, run_mkdocs_build
from site_builder.problems import Place, Problem, Severity

SmallSite = Any
Planned = Any


def found(severity: Severity, message: str = "la valeur <b>ne convient pas</b>") -> Problem:
    place = Place("actions/exemple.yml", 3, 5)
    return Problem("CAT-X999", severity, message, place, suggestion="écrivez <i>autre chose</i>")


@pytest.fixture
def loaded(
    small_site: SmallSite, planned: Planned, monkeypatch: pytest.MonkeyPatch
) -> dict[str, Content]:
    """What loading a catalogue gives to the plugin; a test changes ``loaded["content"]``."""
    given = {"content": small_site.content([planned("actions/exemple/")])}
    monkeypatch.setattr("site_builder.plugin.opening.load_content", lambda *_: given["content"])
    return given


def mkdocs_build(small_site: SmallSite, *arguments: str) -> Result:
    config = str(small_site.configure())
    site = str(small_site.folder / "site")
    command = ["build", "--config-file", config, "--site-dir", site, *arguments]
    return CliRunner().invoke(cli, command)


def test_mkdocs_build_builds(small_site: SmallSite, loaded: dict[str, Content]) -> None:
    assert loaded
    result = mkdocs_build(small_site, "--strict")
    assert result.exit_code == 0, result.output
    assert (small_site.folder / "site/actions/exemple/index.html").is_file()


@pytest.mark.parametrize(
    ("severity", "arguments"), [(Severity.ERREUR, ()), (Severity.AVERTISSEMENT, ("--strict",))]
)
def test_a_refused_catalogue_leaves_the_site_as_it_was(
    small_site: SmallSite,
    loaded: dict[str, Content],
    severity: Severity,
    arguments: tuple[str, ...],
) -> None:
    small_site.write("site/index.html", "hier")
    loaded["content"] = replace(loaded["content"], problems=(found(severity),))
    result = mkdocs_build(small_site, *arguments)
    assert result.exit_code == 1
    assert "CAT-X999" in result.output
    assert "--> actions/exemple.yml:3:5" in result.output
    assert "Le site n’a pas été construit. 1 " in result.output
    assert "Traceback" not in result.output
    assert [path.name for path in (small_site.folder / "site").iterdir()] == ["index.html"]


@pytest.mark.parametrize("severity", [Severity.AVERTISSEMENT, Severity.INFO])
def test_a_warning_is_shown_and_stops_nothing(
    small_site: SmallSite, loaded: dict[str, Content], severity: Severity
) -> None:
    loaded["content"] = replace(loaded["content"], problems=(found(severity),))
    result = mkdocs_build(small_site)
    assert result.exit_code == 0
    assert f"{severity}[CAT-X999]" in result.output
    assert "cat-problemes" not in (small_site.folder / "site/index.html").read_text("utf-8")


def test_information_is_no_reason_for_a_strict_build_to_stop(
    small_site: SmallSite, loaded: dict[str, Content]
) -> None:
    loaded["content"] = replace(loaded["content"], problems=(found(Severity.INFO),))
    assert mkdocs_build(small_site, "--strict").exit_code == 0


def test_the_option_strict_is_about_the_catalogue_alone(
    small_site: SmallSite, loaded: dict[str, Content]
) -> None:
    loaded["content"] = replace(loaded["content"], problems=(found(Severity.AVERTISSEMENT),))
    small_site.options = {"strict": False}
    assert mkdocs_build(small_site, "--strict").exit_code == 0
    small_site.options = {"strict": True}
    assert mkdocs_build(small_site).exit_code == 1


def test_our_own_command_stops_at_warnings_when_strict(
    small_site: SmallSite, loaded: dict[str, Content], capsys: pytest.CaptureFixture[str]
) -> None:
    loaded["content"] = replace(loaded["content"], problems=(found(Severity.AVERTISSEMENT),))
    config, site = small_site.configure(), small_site.folder / "site"
    run_mkdocs_build(config, site)
    assert (site / "index.html").is_file()
    assert "avertissement[CAT-X999]" in capsys.readouterr().err
    with pytest.raises(HostError, match="Le site n’a pas été construit"):
        run_mkdocs_build(config, site, Run(strict=True))


def test_a_catalogue_elsewhere(
    small_site: SmallSite,
    loaded: dict[str, Content],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Path] = []

    def load(folder: Path, *_: object) -> Content:
        asked.append(folder)
        return loaded["content"]

    monkeypatch.setattr("site_builder.plugin.opening.load_content", load)
    small_site.options = {"catalogue_dir": "ailleurs"}
    config, site = small_site.configure(), small_site.folder / "site"
    run_mkdocs_build(config, site)
    run_mkdocs_build(config, site, Run(tmp_path / "autre"))
    assert asked == [small_site.folder / "ailleurs", tmp_path / "autre"]


def preview(small_site: SmallSite) -> str:
    """Build as a preview does, and return the page of a sheet."""
    config = load_config(str(small_site.configure()), site_dir=str(small_site.folder / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://localhost:8000/")
    return (small_site.folder / "site/actions/exemple/index.html").read_text(encoding="utf-8")


def test_a_preview_shows_errors_on_every_page(
    small_site: SmallSite, loaded: dict[str, Content], capsys: pytest.CaptureFixture[str]
) -> None:
    problems = (found(Severity.INFO, "vu"), found(Severity.ERREUR))
    loaded["content"] = replace(loaded["content"], problems=problems)
    page = preview(small_site)
    assert 'class="cat-problemes"' in page
    assert "la valeur &lt;b&gt;ne convient pas&lt;/b&gt;" in page
    assert "écrivez &lt;i&gt;autre chose&lt;/i&gt;" in page
    assert "actions/exemple.yml:3:5" in page
    assert page.count("CAT-X999") == 1
    home = (small_site.folder / "site/index.html").read_text(encoding="utf-8")
    assert 'class="cat-problemes"' in home
    assert "erreur[CAT-X999]" in capsys.readouterr().err


def test_a_sound_preview_shows_no_panel(small_site: SmallSite, loaded: dict[str, Content]) -> None:
    assert loaded
    assert "cat-problemes" not in preview(small_site)


def test_the_panel_stays_short(small_site: SmallSite, loaded: dict[str, Content]) -> None:
    problems = tuple(found(Severity.AVERTISSEMENT, f"numéro {i}") for i in range(500))
    loaded["content"] = replace(loaded["content"], problems=problems)
    page = preview(small_site)
    assert page.count("cat-problemes__item ") == 20
    assert "500 avertissements" in page


def test_a_preview_watches_the_catalogue_and_the_templates(
    small_site: SmallSite, loaded: dict[str, Content], root: Path
) -> None:
    watched: list[str] = []

    class Server:
        def watch(self, folder: str) -> None:
            watched.append(folder)

    config = load_config(str(small_site.configure()), site_dir=str(small_site.folder / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_serve(Server(), config=config, builder=lambda: None)  # type: ignore[arg-type]
    assert watched == [str(loaded["content"].folder), str(root / "overrides")]
