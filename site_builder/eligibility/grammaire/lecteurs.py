"""The three readers of a sentence, and the words that are theirs."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.eligibility.grammaire.negation import starts_with_vowel


@dataclass(frozen=True, slots=True)
class Lecteur:
    """A reader: how a sentence speaks to them, or of the person they answer for."""

    nom: str
    sujet: str
    not_so: str
    answers: str
    answers_not: str
    habiter: str
    formal: bool = False

    def verb(self, plural: str, singular: str, *, negation: bool) -> str:
        """Return the verb for « vous » or for a third person, denied or not."""
        word = plural if self.formal else singular
        return f"{self.ne(word)} pas" if negation else word

    @staticmethod
    def ne(verb: str) -> str:
        """Return « n’habitez », « ne faites »."""
        return f"n’{verb}" if starts_with_vowel(verb) else f"ne {verb}"


LECTEURS = {
    reader.nom: reader
    for reader in (
        Lecteur(
            "beneficiaire",
            "vous",
            "cette situation n’est pas la vôtre",
            "vous répondez",
            "vous ne répondez",
            "habitez",
            formal=True,
        ),
        Lecteur(
            "prescripteur",
            "la personne",
            "cette situation n’est pas celle de la personne",
            "la personne répond",
            "la personne ne répond",
            "habite",
        ),
        Lecteur(
            "porteur",
            "votre structure",
            "cette situation n’est pas celle de votre structure",
            "votre structure répond",
            "votre structure ne répond",
            "intervient",
        ),
    )
}
