"""What can be found: every published record by its words, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from site_builder.loading import load_catalogue
from site_builder.pages import FICHES, plan_pages
from site_builder.search.document import Document
from site_builder.search.documents import documents_of, guide_of
from site_builder.search.index import make_index
from site_builder.search.moteur import open_index
from tests.recherche.donnees import pages_of, real_catalogue, real_documents, records_found

FILES = {
    "actions/publiee.yml": """
        nom: Atelier fictif
        resume: Vous apprenez le jonglage.
        type: atelier
        falc: {texte: Vous lancez des massues., relu_par: Atelier saxophone}
        contexte: Un texte avec un [lien](https://exemple.fr/parapluie) et du **relief**.
        source: {document: Document trompette}
        note_editoriale: Le texte ne parle pas de trombone.
        parcours: {nature: social, libelle_local: Parcours marionnette}
        territoires: bourg
        structures: [{structure: asso, role: porteur}]
        thematiques: [mobilite--preparer-un-permis]
        """,
    "actions/brouillon.yml": "nom: Atelier caché\nresume: Secret.\nstatut: brouillon\n",
    "actions/archive.yml": "nom: Atelier rangé\nresume: Ancien.\nstatut: archive\n",
    "actions/a-venir.yml": "nom: Atelier futur\nresume: Bientôt.\npublie_du: 2030-01-01\n",
    "structures/asso.yml": "nom: Association Fictive\nsigle: ASFI\nanciens_noms: [Amicale]\n",
    "contacts/accueil.yml": """
        fonction: Accueil
        structure: asso
        telephone: 01 99 00 12 34
        """,
    "territoires/bourg.yml": "nom: Bourg-Exemple\nnature: insertion\nparent: val\n",
    "territoires/val.yml": "nom: Val-Exemple\nnature: departement\ncode: '38'\n",
    "pages/page.yml": """
        nom: Page fictive
        resume: Une page.
        sections: [{titre: Partie clarinette, texte: Un texte.}]
        """,
    "publics_cibles/public.yml": "nom: Public fictif\n",
    "profils/profil.yml": "nom: Profil caché\n",
    "thematiques.yml": """
        bouger:
          nom: Bouger
          data_inclusion: mobilite--preparer-un-permis
          mots: [trottinette]
        """,
    "glossaire.yml": """
        asfi:
          forme: ASFI
          developpe: atelier simple fictif
          synonymes: fanfare
          mots: orchestre
        duo:
          forme: jonglage atelier
          mots: tuba
        trio:
          forme: apprenez le jonglage
          mots: basson
        """,
}


@pytest.fixture
def documents(catalogue_factory) -> dict[str, Document]:
    catalogue = load_catalogue(catalogue_factory(FILES)).catalogue.published(date(2026, 1, 1))
    found = documents_of(catalogue, pages_of(catalogue))
    return {f"{document.kind}/{document.slug}": document for document in found}


def test_every_published_record_is_there(documents: dict[str, Document]) -> None:
    assert list(documents) == [
        *("actions/publiee", "thematiques/bouger", "pages/page", "publics_cibles/public"),
        *("structures/asso", "contacts/accueil", "territoires/bourg", "territoires/val"),
        "parcours/social",
        *("glossaire/trio", "glossaire/asfi", "glossaire/duo"),
    ]


def test_texts_go_where_they_weigh(documents: dict[str, Document]) -> None:
    action = documents["actions/publiee"]
    assert (action.titre, action.resume) == ("Atelier fictif", "Vous apprenez le jonglage.")
    assert action.precision == "Val-Exemple"
    for theme in ("Parcours marionnette", "Bouger", "Bourg-Exemple", "Val-Exemple", "38"):
        assert theme in action.themes.split("\n")
    assert "Association Fictive" in action.corps
    assert "Vous lancez des massues." in action.corps
    assert {"trottinette", "permis de conduire"} < set(action.mots.split("\n"))
    assert documents["structures/asso"].alias == "ASFI\nAmicale"
    assert documents["contacts/accueil"].precision == "Association Fictive"
    assert documents["contacts/accueil"].alias == "0199001234"
    assert "Partie clarinette" in documents["pages/page"].resume
    assert "trottinette" in documents["thematiques/bouger"].themes
    assert documents["parcours/social"].alias == "Parcours marionnette"


def test_what_is_not_said_of_a_record_is_not_there(documents: dict[str, Document]) -> None:
    everything = "\n".join(str(document) for document in documents.values())
    for word in ("parapluie", "trompette", "trombone", "saxophone", "caché", "rangé", "futur"):
        assert word not in everything


def test_other_names_of_a_term_are_found_where_it_stands(catalogue_factory) -> None:
    catalogue = load_catalogue(catalogue_factory(FILES)).catalogue.published(date(2026, 1, 1))
    index = make_index(
        list(documents_of(catalogue, pages_of(catalogue))), catalogue.glossaire.values()
    )
    moteur = open_index(index)
    # The action and the contact name the structure, by its « sigle » too.
    wanted = ["glossaire/asfi", "actions/publiee", "structures/asso", "contacts/accueil"]
    assert records_found(moteur, "fanfare") == wanted
    assert records_found(moteur, "orchestre") == wanted
    # A name of several words stands where they are in this order.
    assert records_found(moteur, "tuba") == ["glossaire/duo"]
    assert records_found(moteur, "basson") == ["glossaire/trio", "actions/publiee"]


def test_the_towns_of_a_territoire_lead_to_it(documents: dict[str, Document]) -> None:
    assert "Grenoble" in documents["territoires/val"].mots.split("\n")


def test_only_pages_of_the_site_are_found() -> None:
    catalogue = real_catalogue()
    pages = {page.url for page in plan_pages(catalogue, {})}
    found = list(documents_of(catalogue, pages))
    assert {document.url.partition("#")[0] for document in found} <= pages
    with_sheets = {"parcours", *(kind.name for kind in FICHES)}
    sheets = {document.url for document in found if document.kind in with_sheets}
    assert sheets == {page.url for page in plan_pages(catalogue, {}) if page.is_sheet}


def test_addresses_of_documents_are_all_different() -> None:
    addresses = [document.url for document in real_documents()]
    assert len(set(addresses)) == len(addresses) > 200


def test_a_page_written_by_hand() -> None:
    guide = guide_of("guides/publier/", "Avant.\n\n# Publier\n\nUn [lien](https://exemple.fr).\n")
    assert (guide.kind, guide.slug, guide.titre) == ("guides", "publier", "Publier")
    assert guide.url == "guides/publier/"
    assert "exemple" not in guide.corps
    assert guide_of("guides/x/", "# Un\n", "Deux").titre == "Deux"
    assert guide_of("aide/", "Texte").url == "aide/"
