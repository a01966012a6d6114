"""The site of a fictitious publisher, which a catalogue about something else needs too."""

from __future__ import annotations

SITE = {
    "site.yml": """
        nom: Catalogue fictif
        editeur:
          nom: Département Fictif
          adresse: 1 rue de l’Exemple
          telephone: 01 99 00 12 34
          directeur_publication: Présidence du Département
        hebergeur:
          nom: Hébergeur Fictif
          adresse: 2 rue de l’Exemple
          telephone: 03 53 01 12 34
        """,
}

# A catalogue of one action, without any problem.
SOUND = {
    **SITE,
    "actions/atelier-mobilite.yml": """
        nom: Atelier mobilité
        resume: Vous apprenez à vous déplacer.
        contacts: accueil
        """,
    "contacts/accueil.yml": """
        fonction: Accueil de l’Association Fictive
        telephone: 01 99 00 12 34
        """,
}
