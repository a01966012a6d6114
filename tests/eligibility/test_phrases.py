"""The sentences of conditions: a table that a French speaker can read, and what holds of all."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from site_builder.eligibility.phrases import Enonceur
from site_builder.model.catalogue import Catalogue
from site_builder.model.condition import Condition, Feuille
from site_builder.model.public_cible import PublicCible
from site_builder.model.question import Question
from site_builder.model.territoire import Territoire

LECTEURS = ("beneficiaire", "prescripteur", "porteur")
CONDITION: TypeAdapter[Any] = TypeAdapter(Condition)
TABLE = Path(__file__).with_name("phrases.yml")


def leaf_of(**fields: object) -> Feuille:
    leaf: Feuille = CONDITION.validate_python(fields)
    return leaf


def make_question(**fields: object) -> Question:
    return Question.model_validate({"slug": "q", **fields})


def say(question: Question, lecteur: str, *, exclu: bool = False, **rule: object) -> str:
    enonceur = Enonceur(Catalogue(questions={"q": question}))
    return enonceur.phrase(leaf_of(question="q", **rule), lecteur, exclu=exclu)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class TextLoader(yaml.SafeLoader):
    """Reads every scalar as the text that was typed, as the catalogue's own reader does."""


TextLoader.yaml_implicit_resolvers = {}


@cache
def table() -> list[tuple[str, str, Question, dict[str, Any], bool, str]]:
    """Return (name, reader, question, rule, excluded, sentence) for each line of the table."""
    lines = []
    entries = yaml.load(TABLE.read_text(encoding="utf-8"), Loader=TextLoader)  # noqa: S506
    for entry in entries:
        fields = {key: entry[key] for key in ("type", "unite") if key in entry}
        fields["libelle"] = {key: entry[key] for key in LECTEURS if key in entry}
        options = entry.get("options", {})
        fields["options"] = [{"valeur": key, "libelle": text} for key, text in options.items()]
        question = make_question(**fields)
        for said in entry["phrases"]:
            for lecteur in LECTEURS:
                if lecteur in said:
                    asked = next(iter(fields["libelle"].values()))
                    name = f"{asked} {said['regle']} {lecteur}"
                    excluded = "exclu" in said
                    line = (name, lecteur, question, said["regle"], excluded, said[lecteur])
                    lines.append(line)
    return lines


@pytest.mark.parametrize(
    ("lecteur", "question", "regle", "exclu", "sentence"),
    [line[1:] for line in table()],
    ids=[line[0] for line in table()],
)
def test_a_question_and_a_rule_make_a_sentence(
    lecteur: str, question: Question, regle: dict[str, Any], exclu: bool, sentence: str
) -> None:
    assert plain(say(question, lecteur, exclu=exclu, **regle)) == sentence


def test_the_table_is_large() -> None:
    assert len(table()) >= 2500


# --- What is written by hand -------------------------------------------------------------------

RSA = make_question(
    type="oui-non",
    libelle={
        "beneficiaire": "Recevez-vous le RSA ?",
        "prescripteur": "La personne reçoit-elle le RSA ?",
        "porteur": "Votre structure accueille-t-elle des allocataires ?",
    },
)


@pytest.mark.parametrize(
    ("lecteur", "exclu", "sentence"),
    [
        ("beneficiaire", False, "Vous touchez le RSA."),
        ("beneficiaire", True, "Cette situation n’est pas la vôtre : vous touchez le RSA."),
        ("prescripteur", False, "La personne touche le RSA."),
        (
            "prescripteur",
            True,
            "Cette situation n’est pas celle de la personne : la personne touche le RSA.",
        ),
        ("porteur", False, "Vous touchez le RSA."),
        (
            "porteur",
            True,
            "Cette situation n’est pas celle de votre structure : vous touchez le RSA.",
        ),
    ],
)
def test_what_an_author_wrote_comes_first(lecteur: str, exclu: bool, sentence: str) -> None:
    written = {
        "phrase": "Vous touchez le RSA.",
        "phrase_prescripteur": "La personne touche le RSA",
    }

    assert plain(say(RSA, lecteur, exclu=exclu, egal="oui", **written)) == sentence


def test_a_referent_is_never_told_vous() -> None:
    addressed = say(RSA, "prescripteur", egal="oui", phrase="Vous touchez le RSA.")
    of_anyone = say(RSA, "prescripteur", egal="oui", phrase="Le RSA est versé.")

    assert addressed == "La personne reçoit le RSA."
    assert of_anyone == "Le RSA est versé."


def test_a_question_that_is_missing_is_named() -> None:
    enonceur = Enonceur(Catalogue())

    assert enonceur.phrase(leaf_of(question="absente", egal="oui"), "beneficiaire") == "Absente."


LOGEMENT: dict[str, Any] = {
    "type": "choix",
    "libelle": {"beneficiaire": "Et le logement ?"},
    "affirmation": {"beneficiaire": "Votre structure a {reponse}."},
    "options": [
        {"valeur": "un", "libelle": "Un toit"},
        {"valeur": "deux", "libelle": "Des murs"},
    ],
}


@pytest.mark.parametrize(
    ("affirmation", "rule", "exclu", "sentence"),
    [
        ("Vous avez {reponse}", {"egal": "un"}, False, "Vous avez un toit."),
        (
            "Vous avez {reponse}.",
            {"parmi": ["un", "deux"]},
            False,
            "Vous avez un toit ou des murs.",
        ),
        ("Vous avez {reponse}.", {"egal": "un"}, True, "Vous n’avez pas de toit."),
        ("Il vous faut {reponse}.", {"sauf": ["un"]}, False, "Il ne vous faut pas de toit."),
        (
            "Chez vous, {reponse}.",
            {"egal": "un"},
            True,
            "Cette situation n’est pas la vôtre : Chez vous, un toit.",
        ),
    ],
)
def test_an_affirmation_takes_the_answer(
    affirmation: str, rule: dict[str, Any], exclu: bool, sentence: str
) -> None:
    question = make_question(**{**LOGEMENT, "affirmation": {"beneficiaire": affirmation}})

    assert plain(say(question, "beneficiaire", exclu=exclu, **rule)) == sentence


def test_an_affirmation_leaves_answers_in_the_first_person_alone() -> None:
    options = [*LOGEMENT["options"], {"valeur": "parents", "libelle": "Chez mes parents"}]
    affirmation = {"beneficiaire": "Vous habitez {reponse}."}
    question = make_question(**{**LOGEMENT, "affirmation": affirmation, "options": options})

    assert plain(say(question, "beneficiaire", egal="parents")) == (
        "À la question « Et le logement ? », vous répondez : « Chez mes parents »."
    )


@pytest.mark.parametrize("affirmation", ["Vous avez un toit.", "{reponse} ou {reponse}", ""])
def test_an_affirmation_has_one_place_for_the_answer(affirmation: str) -> None:
    with pytest.raises(ValidationError) as caught:
        make_question(**{**LOGEMENT, "affirmation": {"porteur": affirmation}})

    assert [error["type"] for error in caught.value.errors()] == ["CAT-E525"]


# --- Places, publics, judgements ---------------------------------------------------------------


def place(slug: str, nom: str, nature: str, code: str | None = None) -> Territoire:
    fields = {"slug": slug, "nom": nom, "nature": nature, "code": code}
    return Territoire.model_validate(fields)


PLACES = Catalogue(
    territoires={
        territoire.slug: territoire
        for territoire in (
            place("isere", "Isère", "departement", "38"),
            place("nord", "Nord", "departement", "59"),
            place("artois", "Artois", "insertion"),
            place("ternois", "Ternois", "insertion"),
            place("epci", "CC du Ternois", "epci", "200069672"),
            place("havre", "Le Havre", "commune", "76351"),
            place("paris", "Ville de Paris", "commune", "75056"),
        )
    },
    publics_cibles={
        "tous": PublicCible.model_validate({"slug": "tous", "nom": "Tous les publics"})
    },
)


@pytest.mark.parametrize(
    ("slugs", "lecteur", "exclu", "sentence"),
    [
        (["isere"], "beneficiaire", False, "Vous habitez en Isère."),
        (["isere"], "prescripteur", False, "La personne habite en Isère."),
        (["isere"], "porteur", False, "Votre structure intervient en Isère."),
        (["isere"], "beneficiaire", True, "Vous n’habitez pas en Isère."),
        (["isere", "nord"], "beneficiaire", False, "Vous habitez en Isère ou dans le Nord."),
        (
            ["isere", "nord"],
            "porteur",
            True,
            "Votre structure n’intervient ni en Isère ni dans le Nord.",
        ),
        (["artois"], "beneficiaire", False, "Vous habitez dans le territoire Artois."),
        (
            ["artois", "ternois"],
            "prescripteur",
            False,
            "La personne habite dans l’un de ces territoires : Artois ou Ternois.",
        ),
        (
            ["artois", "ternois"],
            "beneficiaire",
            True,
            "Vous n’habitez dans aucun de ces territoires : Artois et Ternois.",
        ),
        (
            ["epci"],
            "beneficiaire",
            False,
            "Vous habitez dans la communauté de communes du Ternois.",
        ),
        (["havre"], "beneficiaire", False, "Vous habitez au Havre."),
        (["paris"], "beneficiaire", False, "Vous habitez dans la ville de Paris."),
        (["absent"], "beneficiaire", False, "Vous habitez dans le territoire absent."),
    ],
)
def test_a_place_takes_its_preposition(
    slugs: list[str], lecteur: str, exclu: bool, sentence: str
) -> None:
    leaf = leaf_of(territoire=slugs)

    assert plain(Enonceur(PLACES).phrase(leaf, lecteur, exclu=exclu)) == sentence


@pytest.mark.parametrize(
    ("lecteur", "asked", "places", "denied"),
    [
        (
            "porteur",
            "Où se trouve votre siège ?",
            "Votre siège se trouve",
            "Votre siège ne se trouve",
        ),
        (
            "porteur",
            "Dans quelle ville votre association est-elle installée ?",
            "Votre association est installée",
            "Votre association n’est installée",
        ),
        (
            "porteur",
            "Commune d’intervention",
            "Votre structure intervient",
            "Votre structure n’intervient",
        ),
        (
            "porteur",
            "Quelle est votre commune ?",
            "À la question « Quelle est votre commune ? », votre structure répond un lieu qui est"
            " situé",
            "À la question « Quelle est votre commune ? », votre structure répond un lieu qui n’est"
            " situé",
        ),
        ("beneficiaire", "Quelle est votre commune ?", "Vous habitez", "Vous n’habitez"),
        ("beneficiaire", "Où travaillez-vous ?", "Vous travaillez", "Vous ne travaillez"),
        (
            "prescripteur",
            "D’où vient la personne ?",
            "À la question « D’où vient la personne ? », la réponse est un lieu qui est situé",
            "À la question « D’où vient la personne ? », la réponse est un lieu qui n’est situé",
        ),
    ],
)
def test_a_place_is_said_with_the_verb_of_its_question(
    lecteur: str, asked: str, places: str, denied: str
) -> None:
    question = make_question(type="commune", libelle={lecteur: asked})
    enonceur = Enonceur(replace(PLACES, questions={"q": question}))

    def said(*slugs: str, exclu: bool = False) -> str:
        return plain(enonceur.phrase(leaf_of(territoire=slugs), lecteur, exclu=exclu))

    assert said("isere", "nord") == f"{places} en Isère ou dans le Nord."
    assert said("isere", "nord", exclu=True) == f"{denied} ni en Isère ni dans le Nord."
    assert said("artois", "ternois", exclu=True) == (
        f"{denied} dans aucun de ces territoires : Artois et Ternois."
    )


def test_the_first_place_question_is_the_one_that_counts() -> None:
    questions = {
        slug: make_question(slug=slug, type="commune", ordre=ordre, libelle={"beneficiaire": text})
        for slug, ordre, text in (
            ("travail", "2", "Où travaillez-vous ?"),
            ("vie", "1", "Où vivez-vous ?"),
        )
    }
    enonceur = Enonceur(replace(PLACES, questions=questions))

    assert (
        enonceur.phrase(leaf_of(territoire=["nord"]), "beneficiaire") == "Vous vivez dans le Nord."
    )


@pytest.mark.parametrize(
    ("lecteur", "exclu", "sentence"),
    [
        ("beneficiaire", False, "Vous faites partie de ce public : Tous les publics."),
        ("beneficiaire", True, "Vous ne faites pas partie de ce public : Tous les publics."),
        ("prescripteur", False, "La personne fait partie de ce public : Tous les publics."),
        ("porteur", True, "Votre structure ne fait pas partie de ce public : Tous les publics."),
    ],
)
def test_a_public_is_named(lecteur: str, exclu: bool, sentence: str) -> None:
    leaf = leaf_of(public_cible="tous")

    assert plain(Enonceur(PLACES).phrase(leaf, lecteur, exclu=exclu)) == sentence


def test_a_judgement_is_a_sentence() -> None:
    leaf = leaf_of(appreciation="accord du chef")
    enonceur = Enonceur(PLACES)

    assert enonceur.phrase(leaf, "beneficiaire") == "Accord du chef."
    assert plain(enonceur.phrase(leaf, "beneficiaire", exclu=True)) == (
        "Un professionnel constate que ce n’est pas le cas : « accord du chef »."
    )


# --- What holds of every sentence ----------------------------------------------------------------

BROKEN = re.compile(
    r"\b[dà]e? les?\b|\bne (?:est|a|ont|avez|êtes|y|en|habit\w+)\b|\bn’ |\bde [aeiouéèêà]\w*s\b"
    r"|\bd’[bcdfgjklmnpqrstvwxz]|’ | ,|  |\{|\}|\ufdd0|\ufdd1|\bpas pas\b"
)
SUBJECTS = st.sampled_from(
    [
        ("{v}-vous {c}", "avez reçu|habitez|travaillez|êtes|cherchez|hébergez"),
        ("La personne {v}-elle {c}", "est|reçoit|suit|dit"),
        ("La personne {v}-t-elle {c}", "a|habite|cherche|accueille|élève"),
        ("Votre structure {v}-t-elle {c}", "a|propose|emploie|aide"),
        ("Vos enfants {v}-ils {c}", "sont|ont|vont|attendent"),
        ("Un conseiller vous {v}-t-il {c}", "aide|oriente|accompagne"),
        ("Est-ce que vous {v} {c}", "avez|habitez|cherchez"),
        ("Combien d’enfants {v}-vous {c}", "avez|élevez"),
    ]
)
COMPLEMENTS = st.sampled_from(
    [
        "un emploi",
        "une aide ou un logement",
        "des enfants à charge",
        "déjà une activité",
        "au moins une formation",
        "à Lens",
        "avec des amis",
        "le RSA (revenu de solidarité active)",
        "",
    ]
)


@st.composite
def asked(draw: st.DrawFn) -> str:
    form, verbs = draw(SUBJECTS)
    verb = draw(st.sampled_from(verbs.split("|"))).split()[0]
    text = form.format(v=verb, c=draw(COMPLEMENTS)).strip()
    return f"{text[:1].upper()}{text[1:]} ?"


RULES = st.sampled_from(
    [
        ("oui-non", {"egal": "oui"}),
        ("oui-non", {"egal": "non"}),
        ("nombre", {"min": "1", "max": "4"}),
        ("nombre", {"moins_de": "2"}),
        ("date", {"avant": "2025-12-31"}),
        ("commune", {"parmi": ["62498", "76351"]}),
        ("choix", {"egal": "un"}),
        ("choix", {"sauf": ["un", "deux"]}),
        ("choix-multiple", {"contient_toutes": ["un", "deux"]}),
    ]
)
OPTIONS = [{"valeur": "un", "libelle": "Un toit"}, {"valeur": "deux", "libelle": "Rien d’autre"}]


def every_sentence(text: str, kind: str, rule: dict[str, Any]) -> list[str]:
    options = OPTIONS if kind.startswith("choix") else []
    libelle = dict.fromkeys(LECTEURS, text)
    question = make_question(type=kind, libelle=libelle, options=options, unite="ans")
    return [
        say(question, lecteur, exclu=exclu, **rule)
        for lecteur in LECTEURS
        for exclu in (False, True)
    ]


@given(asked(), RULES)
def test_no_sentence_is_broken(text: str, rule: tuple[str, dict[str, Any]]) -> None:
    for sentence in every_sentence(text, *rule):
        own = re.sub(r"«\u00a0.*?\u00a0»", "«»", sentence)
        assert not BROKEN.search(own), sentence
        assert sentence[0].isupper()
        assert sentence.endswith(".")


@given(st.text(st.characters(codec="utf-8", exclude_characters="{}"), min_size=1), RULES)
@example("Combien d’ ?", ("nombre", {"min": "1"}))
@example("-vous", ("oui-non", {"egal": "oui"}))
@example("Quel est ?", ("choix", {"egal": "un"}))
def test_whatever_is_asked_a_sentence_comes(text: str, rule: tuple[str, dict[str, Any]]) -> None:
    if "\n" in text or not text.strip():
        return
    for sentence in every_sentence(text, *rule):
        assert sentence.endswith((".", "!", "?", "…"))
        assert not sentence[0].islower() or sentence[0].upper() == sentence[0]
        assert "\ufdd0" not in sentence.replace(text, "")
