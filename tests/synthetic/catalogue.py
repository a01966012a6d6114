"""Large catalogues of fictitious records, for tests and benchmarks.

A catalogue is the same byte for byte for the same number of actions and the same seed. It
is sound on ``DAY``: no error, no warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.synthetic import words
from tests.synthetic.actions import Actions
from tests.synthetic.chance import Chance
from tests.synthetic.conditions import Conditions
from tests.synthetic.convention import Convention
from tests.synthetic.days import DAY, dated_source
from tests.synthetic.organisations import Organisations
from tests.synthetic.plan import Plan
from tests.synthetic.prose import Prose
from tests.synthetic.yaml_text import Fields, to_yaml

__all__ = ["DAY", "catalogue_files", "write_catalogue", "write_files"]

Files = Iterator[tuple[str, Fields]]


def write_catalogue(folder: Path, actions: int = 1000, seed: int = 1) -> int:
    """Write a catalogue of ``actions`` actions into ``folder`` and return how many files.

    Raises ``FileExistsError`` when the folder already holds something, ``ValueError`` when
    there are no actions.
    """
    return write_files(folder, catalogue_files(actions, seed))


def write_files(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    """Write (path, text) pairs below ``folder``, new or empty, and return how many."""
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    count = 0
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        count += 1
    return count


def catalogue_files(actions: int = 1000, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file of a catalogue, one at a time.

    Raises ``ValueError`` when there are no actions.
    """
    if actions < 1:
        raise ValueError("a catalogue has at least one action")
    return ((f"{name}.yml", to_yaml(values)) for name, values in _files(Plan(actions), seed))


def _files(plan: Plan, seed: int) -> Files:
    chance = Chance(seed)
    prose = Prose(chance)
    conditions = Conditions(plan, chance, prose)
    convention = Convention(chance, prose)
    yield from _actions(plan, Actions(plan, chance, prose, conditions, convention))
    yield from _organisations(plan, Organisations(plan, chance, prose))
    yield from _publics(plan, chance, prose, conditions)
    yield from _territoires(plan, chance, prose)
    yield "questions", conditions.questions()
    yield "glossaire", _glossary(chance, prose)
    yield "thematiques", _themes(chance)
    yield "site", _site(plan)
    yield from _pages(prose)


def _actions(plan: Plan, writer: Actions) -> Files:
    for rank in range(plan.actions):
        folder = plan.leaf_of(rank).departement
        yield f"actions/{folder}/{plan.action_slug(rank)}", writer.action(rank)


def _organisations(plan: Plan, writer: Organisations) -> Files:
    for rank in range(plan.structures):
        yield f"structures/{plan.structure_slug(rank)}", writer.structure(rank)
        for slug, values in writer.contacts(rank):
            yield f"contacts/{slug}", values


def _publics(plan: Plan, chance: Chance, prose: Prose, conditions: Conditions) -> Files:
    for rank in range(plan.publics):
        nom, value = plan.public_name(rank)
        dated = dated_source(chance)
        yield (
            f"publics_cibles/{plan.public_slug(rank)}",
            {
                "nom": nom,
                "resume": f"{prose.line()}.",
                "description": prose.paragraph(),
                "conditions": conditions.for_public(),
                "data_inclusion": [value],
                "source": dated.source,
                "date_maj": dated.date_maj,
            },
        )


def _territoires(plan: Plan, chance: Chance, prose: Prose) -> Files:
    for place in plan.places:
        values: Fields = {"nom": place.nom, "nature": place.nature}
        if place.code:
            values["code"] = place.code
        if place.parent:
            values["parent"] = place.parent
        if chance.happens(0.6):
            values["resume"] = f"{prose.line()}."
        yield f"territoires/{place.slug}", values | {"communes": place.communes}


def _pages(prose: Prose) -> Files:
    """Yield the editorial pages: a handful, however many actions there are."""
    for rank in range(1, 6):
        sections = [{"titre": prose.line(), "texte": prose.paragraph()} for _ in range(4)]
        yield (
            f"pages/page-fictive-{rank}",
            {
                "nom": prose.line(),
                "resume": f"{prose.line()}.",
                "ordre": rank,
                "description": prose.paragraph(),
                "sections": sections,
            },
        )


def _glossary(chance: Chance, prose: Prose) -> Fields:
    return {
        key: {
            "forme": forme,
            "developpe": spelled_out,
            "definition": prose.sentence(),
            "mots": chance.some(words.OBJETS, 1),
        }
        for key, (forme, spelled_out) in words.SIGLES.items()
    }


def _themes(chance: Chance) -> Fields:
    themes: Fields = {}
    for nom, value in words.THEMES.items():
        key = value.rpartition("--")[2]
        themes[key] = {
            "nom": nom[0].upper() + nom[1:],
            "data_inclusion": [value],
            "mots": chance.some(words.OBJETS, 6),
        }
    return themes


def _site(plan: Plan) -> Fields:
    return {
        "nom": "Catalogue fictif de l’insertion",
        "description": "Un catalogue d’exemple\u00a0: rien n’y est vrai.",
        "departements": [place.departement for place in plan.places if not place.parent],
        "editeur": {
            "nom": "Département Fictif",
            "adresse": "1 rue de l’Exemple",
            "telephone": "01 99 00 12 34",
            "courriel": "catalogue@exemple.fr",
            "directeur_publication": "Présidence du Département",
        },
        "hebergeur": {
            "nom": "Hébergeur Fictif",
            "adresse": "2 rue de l’Exemple",
            "telephone": "03 53 01 12 34",
        },
    }
