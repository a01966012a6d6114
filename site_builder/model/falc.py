"""A text that is easy to read and understand (« FALC »), and who proofread it.

The European rules of easy-to-read (Inclusion Europe) call a text so once people whom it is meant
for have proofread it: without them, it is a text in plain words.
"""

from __future__ import annotations

from site_builder.model.champs import Jour, Ligne, Modele, Texte, champ, obligatoire


class Falc(Modele):
    """What a sheet says, again, for people who read with difficulty."""

    texte: Texte = obligatoire(
        "Texte",
        "La fiche en phrases courtes, avec des mots de tous les jours, une idée par paragraphe.",
        "Vous cherchez un travail. Une personne vous aide.",
    )
    relu_par: Ligne | None = champ(
        "Relu par",
        "L’organisme ou le groupe qui a relu le texte, jamais le nom d’une personne.",
        "Atelier de relecture de l’Association Fictive",
    )
    relu_le: Jour | None = champ("Relu le", "Le jour de la relecture.", "2025-01-15")

    @property
    def est_relu(self) -> bool:
        """Whether the text may be called easy to read: somebody proofread it, on a known day."""
        return self.relu_par is not None and self.relu_le is not None
