"""``catalogue build`` a second time: nothing is done when nothing changed, everything otherwise."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from markdown import Markdown

from site_builder.config import Ingredients
from site_builder.exports import eligibilite
from site_builder.pages import PlannedPage
from site_builder.plugin import hooks
from site_builder.plugin.tasks import Preparing
from site_builder.plugin.theme import CODE
from site_builder.rendering.renderer import RenderedBody, Renderer
from tests.benchmarks.edit import NAME, PARAGRAPH, Action
from tests.edits import edit
from tests.synthetic.catalogue import catalogue_files, write_files

Catalogue = Any
UNCHANGED = (
    "Le site est prêt dans «\u00a0site\u00a0»\u00a0: rien n’a changé depuis sa construction.\n"
)
BUILT = "Le site est prêt dans «\u00a0site\u00a0».\n"
SHEET = "site/actions/atelier-mobilite/index.html"


@pytest.fixture
def project(
    tmp_path: Path, sound: Path, root: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A project whose site has just been built."""
    assert sound.parent == tmp_path
    for folder in ("docs/assets", "overrides"):
        shutil.copytree(root / folder, tmp_path / folder)
    (tmp_path / "docs/mode-d-emploi.md").write_text(
        "# Mode d’emploi\n\nBonjour.\n", encoding="utf-8"
    )
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Essai\n"
        "site_url: !ENV [SITE_URL, '']\n"
        "theme: {name: material, language: fr, font: false, custom_dir: overrides}\n"
        "plugins: [catalogue]\n"
        "nav: [index.md, mode-d-emploi.md]\n"
        "validation: {nav: {omitted_files: info}, links: {anchors: warn}}\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1737360000")
    monkeypatch.delenv("CATALOGUE_CACHE", raising=False)
    assert catalogue("build").err == BUILT
    return tmp_path


def append(path: str, text: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        with (project / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def replace(path: str, before: str, after: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        text = (project / path).read_text(encoding="utf-8")
        assert before in text
        (project / path).write_text(text.replace(before, after), encoding="utf-8")

    return change


def test_nothing_is_done_when_nothing_changed(catalogue: Catalogue, project: Path) -> None:
    before = (project / SHEET).stat()
    run = catalogue("build")
    assert (run.code, run.out, run.err) == (0, "", UNCHANGED)
    assert (project / SHEET).stat() == before


def test_two_processes_find_that_nothing_changed(
    catalogue: Catalogue, project: Path, allow_processes: Callable[[int], None]
) -> None:
    allow_processes(2)
    assert catalogue("build").err == UNCHANGED
    (project / SHEET).unlink()
    assert catalogue("build").err == BUILT
    assert catalogue("build").err == UNCHANGED


def test_what_builds_is_imported_part_by_part(process: Any) -> None:
    script = """
import sys
from site_builder.cli.build import _import_builder
known = [len(sys.modules)]
for module in _import_builder():
    known.append(len(sys.modules))
    assert "site_builder.cli.building" not in sys.modules or module.build_site
steps = [after - before for before, after in zip(known, known[1:])]
assert all(0 < step < known[-1] / 3 for step in steps), steps
"""
    assert process("-c", script).returncode == 0


@pytest.mark.parametrize(
    "change",
    [
        append("catalogue/actions/atelier-mobilite.yml", "duree: 6 mois\n"),
        append("docs/mode-d-emploi.md", "\nAu revoir.\n"),
        append("docs/assets/stylesheets/cat-base.css", "\n.x { color: red; }\n"),
        append("overrides/fragments/catalogue/actions.html", "<p>Un mot de plus.</p>\n"),
        append("mkdocs.yml", "copyright: Essai\n"),
        lambda project: (project / "catalogue/actions/autre.yml").write_text(
            "nom: Autre\nresume: Une autre action.\n", encoding="utf-8"
        ),
        lambda project: (project / SHEET).unlink(),
        lambda project: (project / SHEET).write_text("<p>abîmé</p>", encoding="utf-8"),
        lambda project: (project / "site/en-trop.html").touch(),
    ],
)
def test_any_change_builds_again(
    catalogue: Catalogue, project: Path, change: Callable[[Path], None]
) -> None:
    change(project)
    assert catalogue("build").err.endswith(BUILT)
    assert "Bonjour" in (project / "site/mode-d-emploi/index.html").read_text(encoding="utf-8")
    assert not (project / "site/en-trop.html").exists()
    assert "Vous apprenez" in (project / SHEET).read_text(encoding="utf-8")
    assert catalogue("build").err.endswith(UNCHANGED)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("variable", "value"),
    [("SITE_URL", "https://www.exemple.fr/"), ("SOURCE_DATE_EPOCH", "1737460000")],
)
def test_another_address_or_another_day_builds_again(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    assert catalogue("build").err == BUILT


def test_problems_are_told_again(catalogue: Catalogue, project: Path) -> None:
    (project / "catalogue/actions/notes.bak").touch()
    first = catalogue("build")
    again = catalogue("build")
    assert "avertissement[CAT-F014]" in again.err
    assert again.err == first.err.replace(BUILT, UNCHANGED)
    strict = catalogue("build", "--strict")
    assert strict.code == 1


def test_a_change_that_is_taken_back_changes_nothing(catalogue: Catalogue, project: Path) -> None:
    file = project / "catalogue/actions/atelier-mobilite.yml"
    sound = file.read_text(encoding="utf-8")
    file.write_text("nom: Atelier\n", encoding="utf-8")
    assert catalogue("build").code == 1
    file.write_text(sound, encoding="utf-8")
    assert catalogue("build").code == 0
    assert "Vous apprenez" in (project / SHEET).read_text(encoding="utf-8")


@pytest.mark.usefixtures("project")
def test_everything_can_be_done_again(catalogue: Catalogue) -> None:
    assert catalogue("build", "--no-cache").err == BUILT


def test_what_is_built_afresh_is_taken_up_by_the_next_build(
    catalogue: Catalogue, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert catalogue("build", "--no-cache").code == 0
    file = min((large / "catalogue/actions").rglob("*.yml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"^nom: .*", "nom: Un nom tout neuf", text, flags=re.M), "utf-8")
    described: list[str] = []
    make = eligibilite.make_fragment

    def count(action: Any, *others: Any) -> Any:
        described.append(action.slug)
        return make(action, *others)

    monkeypatch.setenv("CATALOGUE_PROCESSES", "1")
    monkeypatch.setattr(eligibilite, "make_fragment", count)
    assert catalogue("build").code == 0
    assert set(described) <= {file.stem}


def test_a_damaged_cache_is_as_good_as_none(catalogue: Catalogue, project: Path) -> None:
    for kept in (project / ".cache/catalogue").iterdir():
        kept.write_bytes(kept.read_bytes()[:-1])
    assert catalogue("build").err == BUILT
    assert catalogue("build").err == UNCHANGED


@pytest.mark.usefixtures("project")
def test_pages_and_data_are_of_the_same_day(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MkDocs tells the day of Greenwich, and the command that of the people who build."""
    days = []
    prepare = hooks.prepare

    def note(ingredients: Ingredients, *arguments: Any) -> Preparing:
        days.append(ingredients.today)
        return prepare(ingredients, *arguments)

    monkeypatch.setattr(hooks, "prepare", note)
    monkeypatch.setattr("site_builder.cli.building.read_today", lambda: date(2025, 1, 21))
    assert catalogue("build", "--no-cache").code == 0
    assert days == [date(2025, 1, 21)]


def test_what_other_plugins_read_is_not_known(catalogue: Catalogue, project: Path) -> None:
    append("mkdocs.yml", "")(project)
    file = project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8").replace("[catalogue]", "[catalogue, offline]")
    file.write_text(text, encoding="utf-8")
    assert catalogue("build").err == BUILT
    assert catalogue("build").err == BUILT


@pytest.fixture
def large(catalogue: Catalogue, project: Path) -> Path:
    """The project with a larger catalogue, whose site has just been built."""
    shutil.rmtree(project / "catalogue")
    write_files(project / "catalogue", catalogue_files(12, 3))
    assert catalogue("build").code == 0
    return project


def built_afresh(catalogue: Catalogue) -> tuple[Any, dict[str, bytes]]:
    """Return how a build of everything ends, and what it writes."""
    run = catalogue("build", "--no-cache", "--out", "tout")
    return run, files_of(Path("tout"))


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("seed", range(2))
def test_a_site_built_after_edits_is_the_one_built_afresh(
    catalogue: Catalogue, large: Path, seed: int
) -> None:
    chance = Random(seed)
    for _ in range(3):
        done = edit(large / "catalogue", chance)
        run = catalogue("build")
        afresh, expected = built_afresh(catalogue)
        assert run.code == afresh.code, done
        told = afresh.err.replace("«\u00a0tout\u00a0»", "«\u00a0site\u00a0»")
        assert run.err.replace(UNCHANGED, BUILT) == told, done
        if run.code == 0:
            assert files_of(large / "site") == expected, done


@pytest.mark.parametrize(
    "change",
    [
        append("overrides/fragments/catalogue/actions.html", "<p>Un mot de plus.</p>\n"),
        replace("catalogue/site.yml", "Catalogue fictif", "Catalogue inventé"),
        replace("catalogue/questions.yml", "Avez-vous", "Avez-vous bien"),
        append("catalogue/glossaire.yml", "zzz:\n  forme: ZZZ\n  definition: Un sigle fictif.\n"),
    ],
)
def test_what_shows_everywhere_is_changed_everywhere(
    catalogue: Catalogue, large: Path, change: Callable[[Path], None]
) -> None:
    change(large)
    assert catalogue("build").code == 0
    assert files_of(large / "site") == built_afresh(catalogue)[1]


def test_another_address_is_in_every_code(
    catalogue: Catalogue, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for address in ("https://un.exemple.fr/", "https://deux.exemple.fr/"):
        monkeypatch.setenv("SITE_URL", address)
        Action(large / "catalogue").edit(PARAGRAPH, "Saperlipopette")
        assert catalogue("build").code == 0
        assert files_of(large / "site") == built_afresh(catalogue)[1]
        codes = list((large / "site").rglob(CODE))
        assert codes
        assert all(address in code.read_text(encoding="utf-8") for code in codes)


def test_files_of_the_search_that_stand_are_linked(catalogue: Catalogue, large: Path) -> None:
    Action(large / "catalogue").edit(PARAGRAPH, "Saperlipopette")
    before = {path: path.stat().st_ino for path in (large / "site/recherche").iterdir()}
    assert catalogue("build").code == 0

    now = {path: path.stat().st_ino for path in (large / "site/recherche").iterdir()}
    assert 0 < len(now.keys() & before.keys()) < len(now)
    assert all(inode == before[path] for path, inode in now.items() if path in before)


def test_a_sitemap_that_is_the_same_is_not_written_again(
    catalogue: Catalogue, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://exemple.fr/")
    assert catalogue("build").code == 0
    files = [large / "site/sitemap.xml", large / "site/sitemap.xml.gz"]
    before = [path.stat() for path in files]
    Action(large / "catalogue").edit(PARAGRAPH, "Saperlipopette")
    assert catalogue("build").code == 0
    now = [path.stat() for path in files]
    assert [found.st_mtime_ns for found in now] == [found.st_mtime_ns for found in before]
    assert [found.st_ino for found in now] == [found.st_ino for found in before]

    action = min((large / "catalogue/actions").rglob("*.yml"))
    text = action.read_text(encoding="utf-8")
    action.write_text(re.sub("date_maj: .*", "date_maj: 2025-01-03", text), encoding="utf-8")
    assert catalogue("build").code == 0
    assert gzip.decompress(files[1].read_bytes()) == files[0].read_bytes()
    assert b"2025-01-03" in files[0].read_bytes()
    assert files_of(large / "site") == built_afresh(catalogue)[1]


@pytest.fixture
def guided(catalogue: Catalogue, large: Path) -> tuple[Path, Path]:
    """The large project, with a guide that leads to a part of the sheet of an action.

    Returns the file of that action, and that of another one.
    """
    other, *_, action = sorted((large / "catalogue/actions").rglob("*.yml"))
    (large / "docs/mode-d-emploi.md").write_text(
        "# Mode d’emploi\n\n## Une partie\n\n"
        f"[Le dossier](actions/{action.stem}.md#documents), [ici](#une-partie).\n",
        encoding="utf-8",
    )
    assert catalogue("build").code == 0
    return action, other


def test_a_guide_is_read_once(
    catalogue: Catalogue,
    large: Path,
    guided: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []
    convert = Markdown.convert

    def note(self: Markdown, source: str) -> str:
        read.extend(filter(None, [source]))
        return convert(self, source)

    monkeypatch.setattr(Markdown, "convert", note)
    for word in ("Saperlipopette", "Sapristi"):
        Action(large / "catalogue").edit(NAME, word)
        assert catalogue("build").code == 0
        assert read == []
        assert files_of(large / "site") == built_afresh(catalogue)[1]
        assert read.pop().startswith("# Mode d’emploi")
    # A page that comes may be one that a guide leads to.
    _, other = guided
    shutil.copyfile(other, other.with_name("une-de-plus.yml"))
    assert catalogue("build").code == 0
    assert len(read) == 1


def test_a_link_of_a_guide_is_checked_each_time(
    catalogue: Catalogue, large: Path, guided: tuple[Path, Path]
) -> None:
    action, other = guided
    # The sheet that it leads to stays as it is.
    text = other.read_text(encoding="utf-8")
    other.write_text(text.replace("nom: '", "nom: 'Autre ", 1), encoding="utf-8")
    assert catalogue("build").code == 0
    assert files_of(large / "site") == built_afresh(catalogue)[1]

    text = action.read_text(encoding="utf-8")
    without = re.sub(r"(?m)^documents:\n(?: .*\n)+", "", text)
    assert without != text
    action.write_text(without, encoding="utf-8")
    run = catalogue("build")
    assert run.code == 1
    assert "does not contain an anchor '#documents'" in run.err
    action.write_text(text.replace("statut: publie", "statut: brouillon"), encoding="utf-8")
    assert f"{action.stem}.md' is not found" in catalogue("build").err


def test_lists_that_show_nothing_of_an_edit_are_not_rendered_again(
    catalogue: Catalogue, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []
    render_all = Renderer.render_all

    def note(self: Renderer, pages: Sequence[PlannedPage]) -> list[RenderedBody]:
        rendered.extend(page.layout for page in pages)
        return render_all(self, pages)

    monkeypatch.setattr(Renderer, "render_all", note)
    monkeypatch.setenv("CATALOGUE_PROCESSES", "1")
    lists = {"accueil", "contacts", "liste_actions", "liste_territoires"}
    Action(large / "catalogue").edit(PARAGRAPH, "Saperlipopette")
    assert catalogue("build").code == 0
    assert "actions" in rendered
    assert lists.isdisjoint(rendered)
    Action(large / "catalogue").edit(NAME, "Saperlipopette")
    assert catalogue("build").code == 0
    assert lists & set(rendered) == {"accueil", "liste_actions"}
    assert files_of(large / "site") == built_afresh(catalogue)[1]


def test_only_what_shows_a_record_is_written_again(catalogue: Catalogue, large: Path) -> None:
    site = large / "site"
    before = {path: (site / path).stat().st_mtime_ns for path in files_of(site)}
    file = min((large / "catalogue/actions").rglob("*.yml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"^nom: .*", "nom: Un nom tout neuf", text, flags=re.M), "utf-8")
    assert catalogue("build").code == 0

    now = {path: (site / path).stat().st_mtime_ns for path in files_of(site)}
    written = {path for path in now if now[path] != before.get(path)}
    pages = {path for path in written if path.endswith(".html")}
    assert f"actions/{file.stem}/index.html" in pages
    assert all("Un nom tout neuf" in (site / page).read_text(encoding="utf-8") for page in pages)
    kept = {path.split("/")[0] for path in now.keys() - written}
    assert {"assets", "actions", "contacts", "mode-d-emploi", "sources", "structures"} <= kept
