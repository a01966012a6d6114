"""Data files made again after edits are those that would be made anew."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from site_builder.exports import criteres, donnees, eligibilite
from site_builder.exports.donnees import DataMaker
from site_builder.model.catalogue import Catalogue
from tests.recherche.donnees import synthetic_catalogue
from tests.retouches import change, edits
from tests.synthetic.catalogue import DAY


def texts(maker: DataMaker, catalogue: Catalogue) -> dict[str, bytes]:
    return {uri: b"".join(pieces()) for uri, pieces in maker.encode(catalogue, DAY).items()}


@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.lists(edits, min_size=1, max_size=5))
def test_files_made_after_edits_are_those_made_anew(made: list[Any]) -> None:
    catalogue = synthetic_catalogue(12)
    maker = DataMaker()
    assert texts(maker, catalogue).keys() == set(donnees.URIS)
    for edit, kind, chance in made:
        catalogue = edit(catalogue, kind, chance)
        assert texts(maker, catalogue) == texts(DataMaker(), catalogue)


def test_a_question_that_is_worded_otherwise_changes_the_sentences() -> None:
    catalogue = synthetic_catalogue(12)
    maker = DataMaker()
    texts(maker, catalogue)
    slug = next(iter(catalogue.questions))
    libelle = catalogue.questions[slug].libelle
    worded = libelle.model_copy(update={"beneficiaire": "Êtes-vous d’accord\u202f?"})
    catalogue = change(catalogue, "questions", slug, libelle=worded)

    assert texts(maker, catalogue) == texts(DataMaker(), catalogue)


def test_an_edit_describes_again_what_it_touches(monkeypatch: Any) -> None:
    catalogue = synthetic_catalogue(30)
    maker = DataMaker()
    texts(maker, catalogue)
    described: list[str] = []
    make, say = eligibilite.make_fragment, criteres.encode_critere

    def count(action: Any, *others: Any) -> Any:
        described.append(action.slug)
        return make(action, *others)

    monkeypatch.setattr(eligibilite, "make_fragment", count)
    monkeypatch.setattr(
        eligibilite, "encode_critere", lambda *given: described.append("critère") or say(*given)
    )
    slug = next(slug for slug, a in catalogue.actions.items() if eligibilite.is_told(a))
    texts(maker, change(catalogue, "actions", slug, nom="Autre nom"))

    assert described == [slug]
