"""Data files made again after edits are those that would be made anew."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from site_builder.exports import criteres, eligibilite, fragments
from site_builder.exports.donnees import MAKERS, DataMaker
from site_builder.model.catalogue import Catalogue
from tests.recherche.donnees import synthetic_catalogue
from tests.retouches import after_edits, change, edits, kept
from tests.synthetic.catalogue import DAY

Makers = dict[str, DataMaker]


def new_makers() -> Makers:
    return {uri: make() for uri, make in MAKERS.items()}


def texts(makers: Makers, catalogue: Catalogue) -> dict[str, bytes]:
    return {uri: b"".join(maker.encode(catalogue, DAY)) for uri, maker in makers.items()}


@after_edits
@given(st.lists(edits, min_size=1, max_size=5))
def test_files_made_after_edits_are_those_made_anew(made: list[Any]) -> None:
    catalogue = synthetic_catalogue(12)
    makers = new_makers()
    texts(makers, catalogue)
    for rank, (edit, kind, chance) in enumerate(made):
        makers = kept(makers) if rank == 1 else makers
        for maker in makers.values():
            # As a run does with what another kept: records are known by their identity.
            maker.catalogue = catalogue
        catalogue = edit(catalogue, kind, chance)
        assert texts(makers, catalogue) == texts(new_makers(), catalogue)


def test_a_text_may_hold_signs_of_formats() -> None:
    catalogue = synthetic_catalogue(12)
    makers = new_makers()
    slug = next(slug for slug, a in catalogue.actions.items() if fragments.is_told(a))
    catalogue = change(catalogue, "actions", slug, nom="Un %d, un %s, deux %%")

    text = texts(makers, catalogue)[eligibilite.URI]
    assert json.loads(text)["actions"][slug]["nom"] == "Un %d, un %s, deux %%"


def test_criteria_that_go_give_their_numbers_to_others() -> None:
    catalogue = synthetic_catalogue(30)
    makers = new_makers()
    texts(makers, catalogue)
    ruled = [slug for slug, action in catalogue.actions.items() if action.eligibilite]
    catalogue = change(catalogue, "actions", ruled[0], eligibilite=None)

    again = texts(makers, catalogue)
    assert again == texts(new_makers(), catalogue)
    assert again == texts(kept(makers), catalogue)


def test_a_question_that_is_worded_otherwise_changes_the_sentences() -> None:
    catalogue = synthetic_catalogue(12)
    makers = new_makers()
    texts(makers, catalogue)
    slug = next(iter(catalogue.questions))
    libelle = catalogue.questions[slug].libelle
    worded = libelle.model_copy(update={"beneficiaire": "Êtes-vous d’accord\u202f?"})
    catalogue = change(catalogue, "questions", slug, libelle=worded)

    assert texts(makers, catalogue) == texts(new_makers(), catalogue)


def test_an_edit_describes_again_what_it_touches(monkeypatch: Any) -> None:
    catalogue = synthetic_catalogue(30)
    makers = new_makers()
    texts(makers, catalogue)
    described: list[str] = []
    make, say = fragments.make_fragment, criteres.encode_critere

    def count(action: Any, *others: Any) -> Any:
        described.append(action.slug)
        return make(action, *others)

    monkeypatch.setattr(eligibilite, "make_fragment", count)
    monkeypatch.setattr(
        eligibilite, "encode_critere", lambda *given: described.append("critère") or say(*given)
    )
    slug = next(slug for slug, a in catalogue.actions.items() if fragments.is_told(a))
    texts(makers, change(catalogue, "actions", slug, nom="Autre nom"))

    assert described == [slug]
