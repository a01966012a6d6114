"""The browser's search answers what Python's does: real queries, mistakes, words at random."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page

from site_builder.search.fichiers import Fichiers
from site_builder.search.moteur import Moteur, open_index
from site_builder.vocabulary.typographie import fold
from tests.recherche.donnees import random_queries, real_documents, real_index, synthetic_index
from tests.recherche.evaluation import FOLDER, read_requetes, with_typo

MODULE = "/recherche.mjs"
LIMIT = 25
RANDOM = 3_000
SEED = 20_250_101
# Opens an index, answers each query with the files that it needs, and describes a document.
RUN = """
async ([address, text]) => {
  const { documentOf, missing, openIndex, search, supply } = await import(address);
  const { files, first, queries, limit, kinds } = JSON.parse(text);
  const index = openIndex(JSON.parse(files[first]));
  const answers = queries.map((query) => {
    for (const name of missing(index, query)) supply(index, name, JSON.parse(files[name]));
    return search(index, query, { limit, kinds });
  });
  const documents = index.documents.titres.map((_, rank) => documentOf(index, rank));
  return JSON.stringify({ answers, documents });
}
"""
RUN_MARKS = """
async ([address, text]) => {
  const { marks, openIndex } = await import(address);
  const { first, queries } = JSON.parse(text);
  const index = openIndex(JSON.parse(first));
  return queries.map(([query, title]) =>
    marks(index, query, title).map(([from, to]) => title.slice(from, to)));
}
"""
RUN_FOLD = """
async ([address, texts]) => {
  const { fold } = await import(address);
  return texts.map(fold);
}
"""


@pytest.fixture
def site_url(serve_modules) -> str:
    """The engine alone."""
    return serve_modules("recherche.mjs", "recherche")


def run(page: Page, index: Fichiers, queries: list[str], kinds: list[str] | None = None) -> Any:
    files = dict(index.files)
    given = {"files": files, "first": index.first, "queries": queries, "limit": LIMIT}
    if kinds is not None:
        given["kinds"] = kinds
    return json.loads(page.evaluate(RUN, [MODULE, json.dumps(given)]))


def run_python(moteur: Moteur, query: str, kinds: list[str] | None = None) -> dict[str, Any]:
    """Return an answer as the browser gives it."""
    reponse = moteur.search(query, limit=LIMIT, kinds=kinds)
    return {
        "results": [
            {"doc": result.doc, "score": result.score, "mots": list(result.mots)}
            for result in reponse.results
        ],
        "total": reponse.total,
        "complete": reponse.complete,
        "dropped": reponse.dropped,
        "corrections": reponse.corrections,
    }


def compare(
    page: Page, index: Fichiers, queries: list[str], kinds: list[str] | None = None
) -> list:
    """Fail with the shortest query whose answers differ; return the answers."""
    moteur = open_index(index)
    answers = run(page, index, queries, kinds)["answers"]
    different = [
        (query, expected, found)
        for query, found in zip(queries, answers, strict=True)
        if (expected := run_python(moteur, query, kinds)) != found
    ]
    if different:
        query, expected, found = min(different, key=lambda case: len(case[0]))
        pytest.fail(f"{len(different)} differ; « {query} »:\npython  {expected}\nbrowser {found}")
    return answers


def real_queries() -> list[str]:
    files = (FOLDER / "requetes.yml", FOLDER / "requetes_tenues.yml")
    typed = [requete.requete for file in files for requete in read_requetes(file)]
    beginnings = [query[:length] for query in typed for length in (2, 5, 9)]
    mistaken = [with_typo(query, seed) for query in typed for seed in range(3)]
    return list(dict.fromkeys([*typed, *beginnings, *mistaken]))


def words_of_the_catalogue() -> list[str]:
    text = " ".join(f"{document.titre} {document.corps}" for document in real_documents())
    return sorted(set(re.findall(r"[^\W_]+", text)))


def test_both_engines_agree_on_what_people_type(front_page: Page) -> None:
    queries = real_queries()
    assert len(queries) > 1_000
    answers = compare(front_page, real_index(), queries)
    assert sum(answer["total"] > 0 for answer in answers) > len(answers) * 0.9


def test_both_engines_agree_on_words_at_random(front_page: Page) -> None:
    queries = random_queries(words_of_the_catalogue(), RANDOM, SEED)
    answers = compare(front_page, real_index(), queries)
    # Each way to answer is met often enough.
    for share in (
        [answer["total"] == 0 for answer in answers],
        [bool(answer["dropped"]) for answer in answers],
        [bool(answer["corrections"]) for answer in answers],
        [answer["total"] > answer["complete"] for answer in answers],
        [answer["complete"] > LIMIT for answer in answers],
    ):
        assert sum(share) > RANDOM / 100


def test_both_engines_agree_with_many_shards(front_page: Page) -> None:
    index = synthetic_index(150)
    assert len(index.files) > 5
    words = [
        "accompagnement",
        "fictif",
        "référent",
        "atelier",
        "exemple",
        "emploi",
        "ADEX",
        "trimestre",
    ]
    compare(front_page, index, random_queries(words, 300, SEED))


def test_both_engines_agree_on_some_kinds(front_page: Page) -> None:
    queries = real_queries()[:200]
    compare(front_page, real_index(), queries, kinds=["actions", "glossaire"])


def test_the_browser_tells_documents_as_they_are(front_page: Page) -> None:
    told = run(front_page, real_index(), [])["documents"]
    assert told == [
        {
            "kind": document.kind,
            "slug": document.slug,
            "titre": document.titre,
            "precision": document.precision,
            "url": document.url,
        }
        for document in real_documents()
    ]


def test_words_to_mark(front_page: Page) -> None:
    queries = [
        ["emplois", "Un conseiller pour l’emploi"],
        ["L'EMPLOI", "Boost Emploi"],
        ["sante", "Médecin, santé et accès aux soins"],
        ["insertion pro", "Insertion socio-professionnelle et professionnelle"],
        ["acompagnement", "Accompagnement global"],
        ["zzzzzz", "Accompagnement global"],
    ]
    index = real_index()
    given = json.dumps({"first": index.files[index.first], "queries": queries})
    assert front_page.evaluate(RUN_MARKS, [MODULE, given]) == [
        ["emploi"],
        ["Emploi"],
        ["santé"],
        ["Insertion", "socio-professionnelle", "professionnelle"],
        ["Accompagnement"],
        [],
    ]


def test_a_missing_file_is_an_error(front_page: Page) -> None:
    script = """async ([address, text]) => {
      const { openIndex, search } = await import(address);
      try { search(openIndex(JSON.parse(text)), "emploi"); } catch (error) { return error.message; }
    }"""
    index = real_index()
    message = front_page.evaluate(script, [MODULE, index.files[index.first]])
    assert re.fullmatch(r"lot\.\d+\.[0-9a-f]{8}\.json was not supplied", message)


def test_the_browser_folds_as_python_does(front_page: Page) -> None:
    texts = ["Cœur, Æquo", "ÉLÈVE’S", "e\u0301", "Straße", "Ile\u00a0 de\u202fFrance", "½ ﬁn", "ΑΣ"]
    assert front_page.evaluate(RUN_FOLD, [MODULE, texts]) == [fold(text) for text in texts]
