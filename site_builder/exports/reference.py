"""The reference of the format, in Markdown, for the editors' guide.

One definition a field, with an example as it is written in a file. What several kinds share
(the source of a record, conditions, closed values) is described once, after the kinds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from typing import TypeVar

from pydantic.fields import FieldInfo

from site_builder.exports.gabarit import yaml_lines
from site_builder.model.champs import Ferme, Modele, Reference
from site_builder.model.commun import FicheSourcee
from site_builder.model.condition import NOEUDS
from site_builder.model.kinds import FOLDERS, SITE, TABLES, Kind
from site_builder.model.reference import marks_of, models_in
from site_builder.rendering.typographie import typographie
from site_builder.vocabulary.closed_values import VOCABULARIES
from site_builder.vocabulary.typographie import french_list
from site_builder.vocabulary.value import Vocabulary

_INTRODUCTION = """\
Une fiche est un fichier texte\u202f; chaque ligne y donne la valeur d’un champ. Seuls les champs
**obligatoires** doivent être remplis\u00a0: laissez de côté ceux dont la source ne dit rien. Là
où une liste est attendue, une valeur seule convient aussi."""

_COMMON = "Les fiches de ces sortes ont aussi ces champs\u00a0: {kinds}."

_CONDITIONS = """\
Le guide [Écrire des conditions](conditions.md) les présente pas à pas. Une condition porte une
seule des clés ci-dessous."""

_LEAVES = """\
Les conditions `question`, `public_cible`, `territoire` et `appreciation` acceptent aussi\u00a0:"""

_VALUES = """\
Certains champs n’acceptent que les valeurs d’une liste. Écrivez la valeur de gauche\u202f; le site
affiche les mots du milieu."""

_TABLE_FILES = {
    "questions": "Dans `questions.yml`, une entrée par question, sous la clé de votre choix.",
    "glossaire": "Dans `glossaire.yml`, une entrée par terme, sous la clé de votre choix.",
    "thematiques": "Dans `thematiques.yml`, une entrée par thème, sous la clé de votre choix.",
    "site": "Dans `site.yml`, un seul fichier pour tout le site.",
}
# Lists up to this length are given in place.
_SHORT_LIST = 8

Fields = dict[str, FieldInfo]
T = TypeVar("T")


def describe_format_markdown() -> str:
    """Return a page that describes every kind, every field and every closed value."""
    return "\n\n".join(_blocks()) + "\n"


def _blocks() -> Iterator[str]:
    yield "# Le format des fiches"
    yield _INTRODUCTION
    for kind in (*FOLDERS.values(), *TABLES.values(), SITE):
        yield f"## {kind.pluriel.capitalize() if kind is not SITE else 'Site'} {{ #{kind.name} }}"
        yield _place_of(kind)
        yield from _model_blocks(_own_fields(kind.model), _slug(kind.name))
        if issubclass(kind.model, FicheSourcee):
            yield f"Et les [champs communs](#champs-communs)\u00a0: {_names(_common_fields())}."
    yield "## Champs communs { #champs-communs }"
    sourced = [kind for kind in FOLDERS.values() if issubclass(kind.model, FicheSourcee)]
    yield _COMMON.format(kinds=french_list([kind.pluriel for kind in sourced]))
    yield from _model_blocks(_common_fields(), "commun")
    yield "## Conditions { #conditions }"
    yield from _condition_blocks()
    yield "## Valeurs possibles { #valeurs }"
    yield _VALUES
    yield from map(_vocabulary_block, _used_vocabularies())


def _place_of(kind: Kind) -> str:
    if kind.name in _TABLE_FILES:
        return _TABLE_FILES[kind.name]
    return f"Un fichier par fiche, dans le dossier `{kind.name}/` ou un de ses sous-dossiers."


def _own_fields(model: type[Modele]) -> Fields:
    """Return the fields that an editor writes, without those that are described once."""
    return {
        name: field
        for name, field in model.model_fields.items()
        if name not in FicheSourcee.model_fields or not issubclass(model, FicheSourcee)
        if name != "slug"
    }


def _common_fields() -> Fields:
    return {name: field for name, field in FicheSourcee.model_fields.items() if name != "slug"}


def _model_blocks(fields: Fields, anchor: str) -> Iterator[str]:
    """Describe ``fields``, then the parts that they hold, each in a section of its own."""
    yield from (_field_block(name, field, anchor) for name, field in fields.items())
    waiting = [(name, part) for name, field in fields.items() for part in _parts_of(field)]
    done: set[type[Modele]] = set()
    while waiting:
        path, part = waiting.pop(0)
        if part in done:
            continue
        done.add(part)
        inner = _own_fields(part)
        place = f"{anchor}-{_slug(path)}"
        yield f"### Dans {_steps(path)} {{ #dans-{place} }}"
        yield from (_field_block(name, field, place) for name, field in inner.items())
        waiting[:0] = [
            (f"{path} {name}", deeper)
            for name, field in inner.items()
            for deeper in _parts_of(field)
        ]


def _condition_blocks() -> Iterator[str]:
    yield _CONDITIONS
    leaves = [model.model_fields for model in NOEUDS.values() if "nature" in model.model_fields]
    shared = reduce(lambda names, fields: names & set(fields), leaves, set(leaves[0]))
    for key, node in NOEUDS.items():
        yield f"### `{key}` {{ #condition-{_slug(key)} }}"
        own = {name: field for name, field in node.model_fields.items() if name not in shared}
        yield from (_field_block(n, f, f"condition-{_slug(key)}") for n, f in own.items())
    yield "### Précisions d’une condition { #condition-precisions }"
    yield _LEAVES
    common = {name: field for name, field in leaves[0].items() if name in shared}
    yield from (_field_block(n, f, "condition-precisions") for n, f in common.items())


def _field_block(name: str, field: FieldInfo, anchor: str) -> str:
    """Define one field: its key, what it is for, what it accepts, an example."""
    mandatory = " (obligatoire)" if field.is_required() else ""
    notes = [f"**{field.title}**{mandatory}. {field.description}"]
    notes += _notes(name, field, anchor)
    example = (field.examples or [""])[0]
    lines = [
        f"`{name}`{{ #{anchor}-{_slug(name)} }}",
        f":   {typographie(' '.join(notes))}",
        "",
        *(f"    {line}" for line in ("```yaml", *yaml_lines(name, example), "```")),
    ]
    return "\n".join(lines)


def _notes(name: str, field: FieldInfo, anchor: str) -> Iterator[str]:
    """Say in what list, among which records or in what section the value is found."""
    for vocabulary in _unique(mark.vocabulary for mark in marks_of(field, Ferme)):
        link = f"(#valeurs-{_slug(vocabulary.name)})"
        if len(vocabulary) <= _SHORT_LIST:
            values = ", ".join(f"`{value}`" for value in vocabulary.values)
            yield f"[Valeurs]{link} : {values}."
        else:
            yield f"[Valeurs possibles]{link}."
    for kind in _unique(mark.kind for mark in marks_of(field, Reference)):
        yield _refer_to(kind)
    models = _unique(models_in(field.annotation))
    if any(model in NOEUDS.values() for model in models):
        yield "Voir [Conditions](#conditions)."
    for part in _parts_of(field):
        same = part.model_fields.get(name) is field
        place = anchor if same else f"{anchor}-{_slug(name)}"
        yield f"[Ses champs](#dans-{place}) : {_names(_own_fields(part))}."


def _refer_to(kind: str) -> str:
    if kind in TABLES:
        return f"C’est une clé de [`{kind}.yml`](#{kind})."
    return f"C’est le nom d’un fichier de [`{kind}/`](#{kind}), sans « .yml »."


def _parts_of(field: FieldInfo) -> list[type[Modele]]:
    """Return the models of the parts in ``field``; conditions have a section of their own."""
    return [part for part in _unique(models_in(field.annotation)) if part not in NOEUDS.values()]


def _used_vocabularies() -> list[Vocabulary]:
    """Return the closed lists that a field takes its values from."""
    waiting = [kind.model for kind in (*FOLDERS.values(), *TABLES.values(), SITE)]
    seen: dict[type[Modele], None] = {}
    used: set[str] = set()
    for model in waiting:
        if model in seen:
            continue
        seen[model] = None
        for field in model.model_fields.values():
            used.update(mark.vocabulary.name for mark in marks_of(field, Ferme))
            waiting += models_in(field.annotation)
    return [vocabulary for vocabulary in VOCABULARIES if vocabulary.name in used]


def _vocabulary_block(vocabulary: Vocabulary) -> str:
    title = f"### {vocabulary.title} {{ #valeurs-{_slug(vocabulary.name)} }}"
    rows = (
        f"| `{entry.value}` | {_cell(entry.label)} | {_cell(entry.description)} |"
        for entry in vocabulary
    )
    return "\n".join((title, "", "| Valeur | Se lit | Sens |", "|---|---|---|", *rows))


def _unique(items: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(items))


def _names(fields: Fields) -> str:
    return ", ".join(f"`{name}`" for name in fields)


def _steps(path: str) -> str:
    return ", ".join(f"`{step}`" for step in path.split())


def _slug(name: str) -> str:
    return name.replace("_", "-").replace(" ", "-")


def _cell(text: str) -> str:
    return typographie(text).replace("|", "\\|")
