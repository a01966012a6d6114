"""Every action stands under its département and, within it, under one theme."""

from __future__ import annotations

from datetime import date

from site_builder.loading import load_catalogue
from site_builder.model.catalogue import Catalogue
from site_builder.rendering.listings import Listings
from site_builder.rendering.toutes_actions import group_by_theme

THEMES = """
    bouger:
      nom: Bouger
      data_inclusion: mobilite--preparer-un-permis
    loger:
      nom: Se loger
      data_inclusion: logement-hebergement--louer-un-logement
    """
ACTION = "nom: Action {nom}\nresume: Vous apprenez.\nterritoires: [{lieux}]\n"


def read(catalogue_factory, actions: dict[str, tuple[str, str]]) -> Catalogue:
    files = {
        "thematiques.yml": THEMES,
        "territoires/val.yml": "nom: Val-Exemple\nnature: departement\ncode: '38'\n",
        "territoires/mont.yml": "nom: Mont-Exemple\nnature: departement\ncode: '62'\n",
        "territoires/bourg.yml": "nom: Bourg-Exemple\nnature: insertion\nparent: val\n",
    }
    for slug, (lieux, themes) in actions.items():
        text = ACTION.format(nom=slug, lieux=lieux)
        files[f"actions/{slug}.yml"] = text + (f"thematiques: [{themes}]\n" if themes else "")
    return load_catalogue(catalogue_factory(files)).catalogue.published(date(2026, 1, 1))


def groups(catalogue: Catalogue) -> list[tuple[str | None, list[tuple[str | None, list[str]]]]]:
    return [
        (
            rayon.territoire and rayon.territoire.slug,
            [(theme and theme.slug, [one.slug for one in found]) for theme, found in rayon.themes],
        )
        for rayon in group_by_theme(catalogue, Listings(catalogue).actions())
    ]


def test_departements_then_themes_in_their_order(catalogue_factory) -> None:
    permis = "mobilite--preparer-un-permis"
    logement = "logement-hebergement--louer-un-logement"
    catalogue = read(
        catalogue_factory,
        {
            "a": ("bourg", logement),
            "b": ("val, mont", permis),
            # Of several themes, the first of the list of themes.
            "c": ("val", f"{logement}, {permis}"),
            "d": ("val", ""),
            "e": ("", permis),
        },
    )
    assert groups(catalogue) == [
        ("mont", [("bouger", ["b"])]),
        ("val", [("bouger", ["b", "c"]), ("loger", ["a"]), (None, ["d"])]),
        (None, [("bouger", ["e"])]),
    ]


def test_no_action(catalogue_factory) -> None:
    assert groups(read(catalogue_factory, {})) == []
