"""Who may prescribe an action, and what is asked of those who carry it."""

from __future__ import annotations

from site_builder.model.champs import Ligne, Modele, Texte, champ
from site_builder.model.commun import Lignes, Textes


class Prescription(Modele):
    """Who may prescribe an action, how, with what document, and to whom it goes."""

    prescripteurs: Lignes = champ(
        "Prescripteurs", "Les professionnels qui peuvent prescrire.", ["Référent unique"], defaut=()
    )
    modalites: Texte | None = champ(
        "Modalités", "Comment se fait la prescription.", "Après un diagnostic partagé."
    )
    documents: Lignes = champ(
        "Documents", "Les documents à remplir.", ["Fiche de prescription"], defaut=()
    )
    destinataire: Ligne | None = champ(
        "Destinataire", "À qui envoyer la prescription.", "Service local d’insertion"
    )


class Porteur(Modele):
    """What is asked of the organisations that carry the action."""

    description: Texte | None = champ(
        "Description",
        "Qui peut porter l’action.",
        "Tout organisme qui dispose d’un personnel qualifié.",
    )
    exigences: Textes = champ(
        "Exigences",
        "Ce qui est demandé au porteur et à son personnel.",
        ["2 ans d’expérience"],
        defaut=(),
    )
    procedure: Texte | None = champ(
        "Procédure",
        "Ce que le porteur doit faire valider, et par qui.",
        "Envoyer le CV au service local.",
    )
