"""The site of a fictitious publisher: a catalogue that is about something else needs one."""

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
