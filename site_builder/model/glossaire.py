"""Acronyms and terms (``glossaire.yml``)."""

from __future__ import annotations

from site_builder.model.champs import Fiche, Ligne, Texte, champ, obligatoire
from site_builder.model.commun import Lignes, Mots


class Terme(Fiche):
    """An acronym or a term: how it is written, spelled out, and what it means."""

    forme: Ligne = obligatoire("Forme", "Le sigle ou le mot, tel qu’on l’écrit.", "RSA")
    developpe: Ligne | None = champ(
        "Développé", "Le sigle en toutes lettres.", "revenu de solidarité active"
    )
    definition: Texte | None = champ(
        "Définition", "Ce que cela veut dire, en mots simples.", "Une aide versée chaque mois."
    )
    anciens_noms: Lignes = champ("Anciens noms", "Les noms d’avant.", ["Pôle emploi"], defaut=())
    synonymes: Lignes = champ(
        "Synonymes",
        "Les autres façons de l’écrire, que les pages reconnaissent et expliquent aussi.",
        ["minimum social"],
        defaut=(),
    )
    mots: Mots = champ(
        "Mots de recherche",
        "Les mots que les gens tapent pour trouver ce terme. La recherche s’en sert ; aucune page"
        " ne les montre.",
        ["RMI"],
        defaut=(),
    )

    @property
    def nom(self) -> str:
        """What a list shows for this term."""
        return self.forme

    @property
    def autres_formes(self) -> tuple[str, ...]:
        """Other ways to write it, recognised in texts like the form itself."""
        return (*self.anciens_noms, *self.synonymes)
