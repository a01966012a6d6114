"""A site without pages: the browser modules, a fictitious catalogue, the real communes.

``write_site`` makes a folder that ``serve_folder`` serves. Its one page mounts nothing: a test
imports the modules that it needs and puts what they make in ``<main>``.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

from site_builder.vocabulary.cog import cog

DEPARTEMENTS = ("13", "38", "62", "77")
POLICY = (
    "<meta http-equiv='Content-Security-Policy' content=\"default-src 'self'; "
    "require-trusted-types-for 'script'\">"
)
# A page without the policy, for axe, which writes styles of its own.
FREE = "libre.html"
HEAD = (
    "<!doctype html><html lang=fr dir=ltr><meta charset=utf-8><title>Essai</title>"
    "<meta name=viewport content='width=device-width,initial-scale=1'>"
    "<link rel=icon href='favicon.svg'>"
)
BODY = (
    "<link rel=stylesheet href='assets/stylesheets/catalogue.css'>"
    "<body dir=ltr><main class='cat-page'>"
    "<article class='cat-page__corps md-typeset' id=essai "
    "data-eligibilite='data/eligibilite.json' data-communes='data/communes.json'>"
    "</article></main>"
)


def libelle(vous: str, la_personne: str) -> dict[str, str]:
    """The wording of a question for two of its readers."""
    return {"beneficiaire": vous, "prescripteur": la_personne}


QUESTIONS: dict[str, dict[str, Any]] = {
    "rsa": {
        "type": "oui-non",
        "libelle": libelle("Recevez-vous le RSA ?", "La personne reçoit-elle le RSA ?"),
        "pourquoi": "Certaines actions sont réservées aux personnes qui reçoivent le RSA.",
        "ordre": 10,
    },
    "commune": {
        "type": "commune",
        "libelle": libelle(
            "Dans quelle commune habitez-vous ?", "Dans quelle commune la personne habite-t-elle ?"
        ),
        "aide": "Écrivez le nom de la commune ou son code postal.",
        "pourquoi": "Les actions et les services à contacter dépendent du lieu.",
        "ordre": 20,
    },
    "age": {
        "type": "nombre",
        "libelle": libelle("Quel âge avez-vous ?", "Quel âge a la personne ?"),
        "pourquoi": "Une action est réservée aux moins de 26 ans.",
        "unite": "ans",
        "min": 14,
        "max": 120,
        "ordre": 30,
    },
    "anciennete": {
        "type": "nombre",
        "libelle": libelle("Depuis combien d’années cherchez-vous ?", "Depuis combien d’années ?"),
        "unite": "ans",
        "min": 0,
        "max": 60,
        "ordre": 35,
    },
    "orientation": {
        "type": "choix",
        "libelle": libelle("Quel parcours avez-vous ?", "Quel parcours a la personne ?"),
        "options": [
            {"valeur": "emploi", "libelle": "Un parcours emploi"},
            {
                "valeur": "social",
                "libelle": "Un accompagnement social",
                "aide": "Avec un référent solidarité, par exemple.",
            },
            {"valeur": "aucune", "libelle": "Pas encore d’orientation"},
        ],
        "ordre": 40,
    },
    "projet": {
        "type": "choix-multiple",
        "libelle": libelle("Où en êtes-vous aujourd’hui ?", "Où en est la personne ?"),
        "aide": "Plusieurs réponses sont possibles.",
        "options": [
            {"valeur": "emploi", "libelle": "Recherche d’un emploi salarié"},
            {"valeur": "formation", "libelle": "Entrée en formation qualifiante"},
            {"valeur": "creation", "libelle": "Création ou reprise d’une entreprise"},
        ],
        "ordre": 50,
    },
    "freins": {
        "type": "choix-multiple",
        "libelle": libelle("Qu’est-ce qui complique votre retour ?", "Qu’est-ce qui complique ?"),
        "options": [
            {"valeur": "mobilite", "libelle": "Se déplacer"},
            {"valeur": "logement", "libelle": "Le logement"},
            {"valeur": "aucun", "libelle": "Rien de tout cela"},
        ],
        "ordre": 60,
    },
    "inscription": {
        "type": "date",
        "libelle": libelle("Quand vous êtes-vous inscrit ?", "Quand s’est-elle inscrite ?"),
        "ordre": 70,
    },
    "sante": {
        "type": "oui-non",
        "libelle": libelle(
            "Un problème de santé freine-t-il votre retour à l’emploi ?",
            "Un problème de santé freine-t-il l’insertion de la personne ?",
        ),
        "aide": "Vous n’avez pas à dire lequel.",
        "sensible": True,
        "ordre": 80,
    },
}

CRITERES: list[dict[str, Any]] = [
    {"question": "rsa", "egal": "oui", "phrase": "Vous recevez le RSA."},
    {"territoire": ["isere"], "phrase": "Vous habitez en Isère."},
    {"question": "age", "min": 18, "max": 25, "phrase": "Vous avez entre 18 et 25 ans."},
    {
        "question": "projet",
        "contient_un_de": ["emploi", "formation"],
        "phrase": "Vous cherchez un emploi ou une formation.",
    },
    {
        "question": "orientation",
        "egal": "social",
        "phrase": "Vous avez un accompagnement social.",
        "phrase_exclu": "Vous n’avez pas d’accompagnement social.",
    },
    {"appreciation": "Le projet est réaliste.", "phrase": "Le projet est réaliste."},
    {
        "question": "freins",
        "contient_un_de": ["mobilite"],
        "nature": "prioritaire",
        "phrase": "Vous avez des difficultés pour vous déplacer.",
    },
    {"public_cible": "allocataires", "phrase": "Vous faites partie des allocataires."},
    {
        "question": "sante",
        "egal": "oui",
        "phrase": "Vous avez un problème de santé.",
        "phrase_exclu": "Vous n’avez pas de problème de santé.",
    },
]

CONTACTS: list[dict[str, Any]] = [
    {
        "fonction": "Accueil départemental",
        "structure": "Département d’Exemple",
        "telephone": {"affichage": "04 65 71 12 34", "uri": "tel:+33465711234"},
        "territoires": ["isere"],
    },
    {
        "fonction": "Référent du Trièves",
        "structure": "Association Fictive",
        "telephone": {"affichage": "04 65 71 56 78", "uri": "tel:+33465715678"},
        "courriel": "trieves@exemple.fr",
        "horaires": "du lundi au vendredi de 9 h à 12 h",
        "territoires": ["trieves"],
    },
    {
        "fonction": "Plateforme nationale",
        "telephone": {"affichage": "01 99 00 12 34", "uri": "tel:+33199001234"},
        "territoires": [],
    },
    {
        "fonction": "Accueil de l’Artois",
        "telephone": {"affichage": "03 53 01 12 34", "uri": "tel:+33353011234"},
        "territoires": ["artois"],
    },
]


def action(nom: str, condition: Any, **champs: Any) -> dict[str, Any]:
    """An action whose rule for a person is ``condition``."""
    return {
        "nom": nom,
        "url": "actions/exemple/",
        "resume": "Un accompagnement individuel pour avancer vers l’emploi, à votre rythme.",
        "thematiques": [],
        "parcours": [],
        "territoires": ["isere"],
        "contacts": [0, 1, 2, 3],
        "beneficiaire": condition,
        **champs,
    }


ELIGIBILITE: dict[str, Any] = {
    "version": 1,
    "licence": {},
    "date": "2025-01-01",
    "questions": QUESTIONS,
    "criteres": CRITERES,
    "publics_cibles": {
        "allocataires": {
            "nom": "Allocataires",
            "url": "publics-cibles/allocataires/",
            "condition": {"toutes": [0]},
        }
    },
    "territoires": {
        "isere": {"nom": "Isère", "nature": "departement"},
        "trieves": {"nom": "Trièves", "nature": "insertion", "parent": "isere"},
        "artois": {"nom": "Artois", "nature": "insertion"},
    },
    "thematiques": {},
    "parcours": {},
    "contacts": CONTACTS,
    "actions": {
        "appui": action(
            "Appui vers l’emploi",
            {"toutes": [7, 1, {"une_de": [2, 3]}, {"aucune": [4, 8]}, 5, 6]},
        ),
        "simple": action("Atelier simple", {"toutes": [0, 1]}),
        "suspendue": action("Atelier suspendu", {"toutes": [0]}, statut="suspendu"),
        "bientot": action("Atelier à venir", {"toutes": [0]}, publie_du="2999-01-15", contacts=[3]),
        "jeunes": action("Atelier des jeunes", {"toutes": [0, 2]}),
    },
}


def communes() -> dict[str, Any]:
    """data/communes.json for four départements; those of Isère are in « isere »."""
    known = cog()
    found = [
        [
            commune.code,
            commune.nom,
            " ".join(commune.codes_postaux),
            DEPARTEMENTS.index(commune.departement),
        ]
        for departement in DEPARTEMENTS
        for commune in known.communes_of_departement(departement)
    ]
    names = {code: known.departement(code) for code in DEPARTEMENTS}
    return {
        "licence": {},
        "departements": {code: place.nom for code, place in names.items() if place},
        "lieux": [[], ["trieves", "isere"], ["artois"], []],
        "communes": found,
    }


def write_site(folder: Path, root: Path) -> Path:
    """Write the site in ``folder`` and return it."""
    (folder / "data").mkdir(parents=True)
    shutil.copytree(root / "docs/assets", folder / "assets")
    styles = folder / "assets/stylesheets"
    joined = re.sub(
        r'@import url\("([^"]+)"\);',
        lambda found: (styles / found[1]).read_text(encoding="utf-8"),
        (styles / "catalogue.css").read_text(encoding="utf-8"),
    )
    (styles / "catalogue.css").write_text(joined, encoding="utf-8")
    (folder / "index.html").write_text(HEAD + POLICY + BODY, encoding="utf-8")
    (folder / FREE).write_text(HEAD + BODY, encoding="utf-8")
    (folder / "favicon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    for name, content in (("eligibilite", ELIGIBILITE), ("communes", communes())):
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        (folder / f"data/{name}.json").write_text(text, encoding="utf-8")
    return folder


# Puts the field of a question in the page, as ``champ``; ``changes`` notes each « change ».
MOUNT_CHAMP = """async ([slug, options]) => {
  const base = '/assets/javascripts/questionnaire/';
  const [{ makeChamp }, { loadDonnees }] = await Promise.all(
    ['champs.mjs', 'donnees.mjs'].map((name) => import(base + name)));
  const root = document.querySelector('#essai');
  const lecteur = options.lecteur ?? 'beneficiaire';
  const { contexte, communes } = await loadDonnees(root, lecteur);
  const champ = makeChamp(contexte.questions[slug], slug,
    { lecteur, niveau: 1, communes, ...options });
  root.replaceChildren(champ.element);
  globalThis.champ = champ;
  globalThis.changes = [];
  root.addEventListener('change', () => changes.push(champ.read() ?? null));
}"""

# Puts the card of an action in the page, for some answers; ``edited`` notes what is asked again.
MOUNT_RESULTAT = """async ([slug, reponses]) => {
  const base = '/assets/javascripts/';
  const [{ renderResultat, renderReponses }, { loadDonnees }, { evaluate }] = await Promise.all(
    ['questionnaire/resultats.mjs', 'questionnaire/donnees.mjs', 'eligibilite.mjs']
      .map((name) => import(base + name)));
  const root = document.querySelector('#essai');
  const donnees = await loadDonnees(root, 'beneficiaire');
  const evaluation = evaluate(donnees.regles.get(slug), reponses, donnees.contexte);
  globalThis.edited = [];
  const onEdit = (question) => edited.push(question);
  const titre = Object.assign(document.createElement('h1'), { textContent: 'Essai' });
  root.replaceChildren(titre,
    renderReponses(Object.entries(reponses), { donnees, onEdit }),
    renderResultat(slug, { donnees, reponses, evaluation, onEdit, niveau: 2 }));
  return evaluation.resultat;
}"""
