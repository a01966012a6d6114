"""``catalogue evaluate``: what each action answers to somebody, as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from site_builder.cli.display import RefusedError, keep_everything, read_today
from site_builder.cli.french import FrenchChoice, FrenchCommand
from site_builder.cli.options import folder_argument
from site_builder.cli.reponses_file import read_answers
from site_builder.cli.sound import load_sound
from site_builder.eligibility import changements, contexte_of, evaluate, regle_of
from site_builder.eligibility.phrases import Enonceur
from site_builder.eligibility.reponses import Reponse, ReponseRefusee, read_reponses
from site_builder.model.catalogue import Catalogue
from site_builder.model.condition import Feuille
from site_builder.problems import REGISTER
from site_builder.rendering.typographie import typographie
from site_builder.vocabulary.closed_values import LECTEURS
from site_builder.vocabulary.dates import parse_date
from site_builder.vocabulary.refusal import ValueRefused

_KEYS = (
    *("resultat", "disponibilite", "satisfaites", "non_satisfaites", "inconnues"),
    *("prioritaires", "appreciations", "changements"),
)


def _read_day(
    _context: click.Context, _parameter: click.Parameter, text: str | None
) -> date | None:
    try:
        return None if text is None else parse_date(text)
    except ValueRefused as refused:
        message = REGISTER[refused.code].message.format(value=text, **refused.params)
        raise click.BadParameter(_advised(message, refused.suggestion)) from refused


@click.command("evaluate", cls=FrenchCommand)
@folder_argument
@click.option(
    "--lecteur",
    type=FrenchChoice(list(LECTEURS.values)),
    required=True,
    help="Qui répond\u00a0: beneficiaire, prescripteur ou porteur.",
)
@click.option(
    "--reponses",
    "answers",
    metavar="FICHIER",
    required=True,
    callback=read_answers,
    help="Les réponses, en JSON (voir plus bas)\u202f; «\u00a0-\u00a0» lit l’entrée standard.",
)
@click.option(
    "--date",
    "day",
    metavar="DATE",
    callback=_read_day,
    help="Le jour de l’évaluation (année-mois-jour)\u202f; par défaut, aujourd’hui.",
)
def command(folder: Path, lecteur: str, answers: dict[str, object], day: date | None) -> None:
    """Évalue chaque action pour une personne ou une structure.

    Le résultat est en JSON. DOSSIER est celui du catalogue\u00a0: «\u00a0catalogue\u00a0» par
    défaut.

    Les réponses sont un objet JSON, une clé par question de questions.yml\u00a0:

    \u0008
      {"rsa": "oui", "age": 40, "freins": ["logement"], "commune": "62041"}

    \u0008
      oui-non         "oui" ou "non" (ou true, false)
      choix           la valeur d’une option\u00a0: "aucun"
      choix-multiple  une liste de valeurs\u202f; [] veut dire «\u00a0rien de tout cela\u00a0»
      nombre          40 ou "17,5"\u202f; un entier pour ce qui se compte (ans, mois…)
      date            "2025-06-02" (année-mois-jour)
      commune         le code INSEE\u00a0: "62041"\u202f; ou "ailleurs", hors des
                      départements du catalogue

    Une question absente n’a pas encore été posée\u202f; null veut dire «\u00a0je ne sais
    pas\u00a0».
    """
    keep_everything()
    catalogue = load_sound(folder, with_profils=False)
    reponses, refusals = read_reponses(catalogue.questions, answers)
    if refusals:
        raise RefusedError("\n".join(["ces réponses ne conviennent pas", *map(_line, refusals)]))
    results = evaluate_all(catalogue, reponses, lecteur, day or read_today())
    text = json.dumps(results, ensure_ascii=False, indent=2) + "\n"
    # Programs read UTF-8, whatever the terminal's encoding.
    click.echo(text.encode(), nl=False)


def evaluate_all(
    catalogue: Catalogue, reponses: Mapping[str, Reponse], lecteur: str, day: date
) -> dict[str, Any]:
    """Return the evaluation of each action that has a rule for ``lecteur``, by slug."""
    contexte = contexte_of(catalogue, day, lecteur)
    enonceur = Enonceur(catalogue)

    def phrase(leaf: Feuille, exclu: bool) -> str:
        return typographie(enonceur.phrase(leaf, lecteur, exclu))

    results = {}
    for slug, action in sorted(catalogue.actions.items()):
        regle = regle_of(action, lecteur)
        if regle is not None:
            found = evaluate(regle, reponses, contexte).to_json(phrase)
            changes = changements(regle, reponses, contexte)
            found["changements"] = [change.to_json(phrase) for change in changes]
            results[slug] = {key: found[key] for key in _KEYS}
    return results


def _line(refused: ReponseRefusee) -> str:
    return f"  {refused.question}\u00a0: {_advised(refused.message, refused.suggestion)}"


def _advised(message: str, suggestion: str | None) -> str:
    return f"{message}\u202f; {suggestion}" if suggestion else message
