"""A synthetic catalogue is sound, full, fictitious and always the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from site_builder.checks import check_catalogue
from site_builder.loading import Loaded, load_catalogue
from site_builder.messages import format_text
from site_builder.model.action import Action
from site_builder.model.condition import NOEUDS, OPERATEURS, CritereQuestion
from site_builder.model.contact import Contact
from site_builder.model.kinds import KINDS
from site_builder.model.structure import Structure
from site_builder.problems import Severity
from tests.synthetic.__main__ import main
from tests.synthetic.catalogue import DAY, catalogue_files, write_catalogue

# A made-up structure has an address, but stands nowhere.
UNUSED = {"longitude", "latitude"}
FICTION = ("019900", "026191", "035301", "046571", "053649", "063998")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("synthetic") / "catalogue"
    write_catalogue(folder, actions=60)
    return load_catalogue(folder)


@pytest.mark.parametrize(("actions", "seed"), [(1, 1), (60, 1), (60, 2), (1000, 1)])
def test_it_is_sound(tmp_path: Path, actions: int, seed: int) -> None:
    write_catalogue(tmp_path / "catalogue", actions, seed)
    loaded = load_catalogue(tmp_path / "catalogue")
    problems = [
        problem for problem in check_catalogue(loaded, DAY) if problem.severity is not Severity.INFO
    ]
    assert not problems, format_text(problems, loaded.source, colour=False)


def test_it_is_the_same_for_ever() -> None:
    # Other texts, on purpose: then change these, and say so to those who compare figures.
    assert _digest(60, seed=1) == "dd347252ed9f3c58"
    assert _digest(60, seed=2) == "e0cb89f7cf12e50b"


def _digest(actions: int, seed: int) -> str:
    digest = sha256()
    for name, text in catalogue_files(actions, seed):
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()[:16]


def test_it_grows_in_proportion() -> None:
    small, large = (_sizes(actions) for actions in (250, 500))
    for kind in ("actions", "structures", "contacts", "territoires"):
        assert large[kind] == pytest.approx(2 * small[kind], rel=0.1), kind
    assert large["bytes"] == pytest.approx(2 * small["bytes"], rel=0.1)


def _sizes(actions: int) -> Counter[str]:
    sizes: Counter[str] = Counter()
    for name, text in catalogue_files(actions):
        sizes[name.partition("/")[0]] += 1
        sizes["bytes"] += len(text.encode())
    return sizes


def test_names_and_files_are_unique_far_beyond_the_words() -> None:
    names = Counter(name for name, _ in catalogue_files(5000))
    assert names.most_common(1)[0][1] == 1


def test_every_kind_but_profiles_has_records(loaded: Loaded) -> None:
    # A profile says what an evaluation must answer: only field staff can.
    empty = {kind for kind in KINDS if not loaded.catalogue.records(kind)}
    assert empty == {"profils"}


@pytest.mark.parametrize(("kind", "model"), [("actions", Action), ("structures", Structure)])
def test_every_field_is_used(tmp_path: Path, kind: str, model: type[Any]) -> None:
    write_catalogue(tmp_path / "catalogue", actions=200)
    records = load_catalogue(tmp_path / "catalogue").catalogue.records(kind).values()
    for name, info in model.model_fields.items():
        used = sum(getattr(record, name) != info.default for record in records)
        assert (used == 0) == (name in UNUSED), name


def test_conditions_use_every_node_and_operator(loaded: Loaded) -> None:
    nodes = [node for action in loaded.catalogue.actions.values() for node in _nodes(action)]
    assert {type(node) for node in nodes} == set(NOEUDS.values())
    leaves = [node for node in nodes if isinstance(node, CritereQuestion)]
    used = {operator for leaf in leaves for operator in leaf.operateurs}
    # An age is given from above by an interval; nothing is said twice.
    assert used == set(OPERATEURS) - {"moins_de"}
    assert {leaf.question for leaf in leaves} == set(loaded.catalogue.questions)


def _nodes(action: Action) -> Iterator[Any]:
    rules = action.eligibilite
    waiting = [rule for rule in (rules and rules.beneficiaire, rules and rules.porteur) if rule]
    while waiting:
        node = waiting.pop()
        yield node
        for name in ("toutes", "une_de", "aucune"):
            waiting += getattr(node, name, ())


def test_contacts_ring_nowhere(loaded: Loaded) -> None:
    contacts: list[Contact] = list(loaded.catalogue.contacts.values())
    numbers = [str(contact.telephone).replace("\u00a0", "") for contact in contacts]
    assert all(number.startswith(FICTION) for number in numbers)
    assert len(set(numbers)) == len(numbers)
    assert all((contact.courriel or "@exemple.fr").endswith("@exemple.fr") for contact in contacts)


def test_sirets_name_no_company(loaded: Loaded) -> None:
    sirets = [record.siret for record in loaded.catalogue.structures.values() if record.siret]
    assert sirets
    assert all(siret.startswith("000") for siret in sirets)


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "precious").touch()
    with pytest.raises(FileExistsError):
        write_catalogue(tmp_path, actions=1)
    assert [path.name for path in tmp_path.iterdir()] == ["precious"]


def test_a_catalogue_has_actions() -> None:
    with pytest.raises(ValueError, match="at least one action"):
        catalogue_files(actions=0)


def test_the_command_writes_the_same(tmp_path: Path) -> None:
    assert main([str(tmp_path / "command"), "--actions", "3", "--seed", "2"]) == 0
    for name, text in catalogue_files(3, 2):
        assert (tmp_path / "command" / name).read_text(encoding="utf-8") == text


def test_the_command_says_why_it_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main([str(tmp_path), "--actions", "0"])
    assert stop.value.code == 2
    assert "at least one action" in capsys.readouterr().err
