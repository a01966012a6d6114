"""Every example of the guides is what the program accepts, or says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from site_builder.checks import check_catalogue
from site_builder.cli.display import read_today
from site_builder.loading import load_catalogue
from site_builder.loading.record import plain
from site_builder.messages import format_text
from site_builder.model.action import Action
from site_builder.model.condition import OPERATEURS
from site_builder.model.profil import Profil
from site_builder.model.question import Question
from site_builder.model.site import Site
from site_builder.vocabulary.closed_values import TYPES_QUESTION
from site_builder.yaml_source import read_yaml
from tests.docs.markdown_page import Fence, MarkdownPage
from tests.docs.models import MODELS

CatalogueFactory = Any

WRITTEN_BY_HAND = ("index.md", "publier.md", "conditions.md")


def values_of(fence: Fence) -> dict[str, Any]:
    """Read a block as a file of the catalogue; it must have no problem."""
    node, problems = read_yaml(fence.text.encode(), f"line {fence.line}")
    assert problems == []
    assert node is not None
    values: dict[str, Any] = plain(node)
    return values


@pytest.mark.parametrize("name", WRITTEN_BY_HAND)
def test_examples_are_profiles_or_fields_of_an_action_or_questions(root: Path, name: str) -> None:
    for fence in MarkdownPage(root / "docs/guides" / name).blocks("yaml"):
        values = values_of(fence)
        if "reponses" in values:
            Profil.model_validate({"slug": "profil", **values})
            continue
        for key, value in values.items():
            if key in Action.model_fields:
                adapter_of(Action.model_fields[key]).validate_python(value)
            else:
                Question.model_validate({"slug": key, **value})


def test_examples_about_the_site_are_fields_of_the_site(root: Path) -> None:
    blocks = [
        values_of(fence) for fence in MarkdownPage(root / "docs/guides/site.md").blocks("yaml")
    ]
    assert {name for values in blocks for name in values} <= set(Site.model_fields)
    for values in blocks:
        Site.model_validate(values)


def test_examples_of_the_format_are_accepted_by_the_field_that_they_show(root: Path) -> None:
    page = MarkdownPage(root / "docs/guides/format.md")
    blocks = [values_of(fence) for fence in page.blocks("yaml")]
    for model in MODELS:
        for name, field in model.model_fields.items():
            if name != "slug":
                adapter = adapter_of(field)
                examples = [block[name] for block in blocks if name in block]
                assert any(accepts(adapter, example) for example in examples), (model, name)


def adapter_of(field: FieldInfo) -> TypeAdapter[Any]:
    """What validates the values of ``field``, as if it stood alone."""
    return TypeAdapter(Annotated[field.annotation, "a field", *field.metadata])


def accepts(adapter: TypeAdapter[Any], value: Any) -> bool:
    try:
        adapter.validate_python(value)
    except ValueError:
        return False
    return True


def test_examples_of_codes_to_follow_are_yaml_that_the_reader_accepts(root: Path) -> None:
    page = MarkdownPage(root / "docs/guides/codes.md")
    lines = page.text.splitlines()
    to_follow = [f for f in page.blocks("yaml") if lines[f.line - 4].startswith("À écrire")]
    assert len(to_follow) > 20
    for fence in to_follow:
        node, problems = read_yaml(fence.text.encode(), f"line {fence.line}")
        assert (node is not None, problems) == (True, []), fence


def test_the_problem_shown_is_the_one_that_the_program_shows(
    root: Path, catalogue_factory: CatalogueFactory
) -> None:
    folder = catalogue_factory(
        {
            "contacts/accueil-insertion.yml": (
                "fonction: Accueil du service insertion\nstructure: asso-reni\n"
            ),
            "structures/asso-renouer.yml": "nom: Association Fictive\n",
        }
    )
    loaded = load_catalogue(folder)
    problems = [p for p in check_catalogue(loaded, read_today()) if p.code == "CAT-R101"]
    shown = format_text(problems, loaded.source, colour=False).partition("\n\n")[0]
    for page in ("README.md", "docs/guides/publier.md"):
        [fence] = [f for f in MarkdownPage(root / page).blocks("text") if "CAT-R101" in f.text]
        example = fence.text.removeprefix("$ catalogue check\n").rstrip("\n")
        assert plain_spaces(example) == plain_spaces(shown)


def plain_spaces(text: str) -> str:
    return re.sub("[\u00a0\u202f]", " ", text)


def test_the_table_of_comparisons_is_the_rule(
    root: Path, catalogue_factory: CatalogueFactory
) -> None:
    text = MarkdownPage(root / "docs/guides/conditions.md").text
    rows = re.findall(r"^\| `(\w+)` \| .+ \| ([\w, -]+) \|$", text, re.MULTILINE)
    described = {(name, kind) for name, kinds in rows for kind in kinds.split(", ")}
    assert {name for name, _ in rows} == set(OPERATEURS)
    operands = {name: "2025-01-01" if name in ("avant", "apres") else "1" for name in OPERATEURS}
    options = "\n  options:\n    - {valeur: '1', libelle: Un}\n    - {valeur: '2', libelle: Deux}"
    questions = "".join(
        f"{kind}:\n  libelle: {{beneficiaire: Quoi}}\n  type: {kind}"
        f"{options if kind.startswith('choix') else ''}\n"
        for kind in TYPES_QUESTION.values
    )
    accepted = set()
    for name in OPERATEURS:
        for kind in TYPES_QUESTION.values:
            condition = f"conditions: {{question: {kind}, {name}: {operands[name]}}}"
            folder = catalogue_factory(
                {
                    "questions.yml": questions,
                    "publics_cibles/essai.yml": f"nom: Essai\n{condition}\n",
                }
            )
            problems = check_catalogue(load_catalogue(folder), read_today())
            if "CAT-E520" not in {problem.code for problem in problems}:
                accepted.add((name, kind))
    assert described == accepted
