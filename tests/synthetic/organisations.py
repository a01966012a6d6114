"""Synthetic structures and their contacts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stdnum import luhn

from tests.synthetic import words
from tests.synthetic.chance import Chance
from tests.synthetic.days import dated_source
from tests.synthetic.plan import Plan
from tests.synthetic.prose import Prose
from tests.synthetic.yaml_text import Fields

# Ranges that Arcep keeps for works of fiction (decision 2018-0881).
_FICTION = ("019900", "026191", "035301", "046571", "053649", "063998")
_HOURS = ("Mo-Fr 09:00-12:00", "Mo-Fr 09:00-12:00,14:00-17:00", "Tu,Th 13:30-17:30")


@dataclass
class Organisations:
    """Writes the structures and the contacts of a plan, in the order of their ranks."""

    plan: Plan
    chance: Chance
    prose: Prose

    def structure(self, rank: int) -> Fields:
        """Return the values of the structure of that rank."""
        nom, categorie = self.plan.structure_name(rank)
        dated = dated_source(self.chance)
        return {
            "nom": nom,
            **self.chance.sometimes(0.3, sigle=self.chance.pick(tuple(words.SIGLES.values()))[0]),
            **self.chance.sometimes(0.15, anciens_noms=[f"Ancien {nom}"]),
            "categorie": categorie,
            **self._attachment(rank),
            **self.chance.sometimes(0.8, resume=f"{self.prose.line()}."),
            **self.chance.sometimes(0.6, description=self.prose.paragraph()),
            "territoires": [self.plan.leaf_of(rank).slug],
            "contacts": self.plan.contact_slugs(rank),
            **self.chance.sometimes(0.2, reseaux_porteurs=["aci"]),
            **self.chance.sometimes(0.5, siret=fictitious_siret(rank)),
            **self._address(rank),
            **self.chance.sometimes(0.6, site_web=f"https://www.exemple.fr/structures/{rank}"),
            "source": dated.source,
            "date_maj": dated.date_maj,
            **self.chance.sometimes(0.2, note_editoriale=self.prose.sentence()),
        }

    def contacts(self, structure: int) -> Iterator[tuple[str, Fields]]:
        """Yield the slug and the values of each contact of a structure."""
        nom, _ = self.plan.structure_name(structure)
        slugs = self.plan.contact_slugs(structure)
        for turn, slug in enumerate(slugs):
            yield (
                slug,
                {
                    "fonction": f"{words.FONCTIONS[turn]}, {nom}",
                    "structure": self.plan.structure_slug(structure),
                    "territoires": [self.plan.leaf_of(structure).slug],
                    "telephone": fictitious_telephone(structure * 2 + turn),
                    **self.chance.sometimes(0.8, courriel=f"{slug}@exemple.fr"),
                    **self.chance.sometimes(0.5, horaires_accueil=self.chance.pick(_HOURS)),
                    **self.chance.sometimes(0.3, precisions=self.prose.sentence()),
                },
            )

    def _attachment(self, rank: int) -> Fields:
        """One structure in five is a service of the one before it."""
        return {"rattachement": self.plan.structure_slug(rank - 1)} if rank % 5 == 4 else {}

    def _address(self, rank: int) -> Fields:
        seat = self.plan.leaf_of(rank).seat
        if seat is None or not self.chance.happens(0.8):
            return {}
        return {
            "adresse": f"{self.chance.between(1, 90)} rue de l’Exemple",
            **self.chance.sometimes(0.2, complement_adresse="Bâtiment B"),
            "code_postal": seat.codes_postaux[0],
            "commune": seat.nom,
            "code_insee": seat.code,
        }


def fictitious_siret(rank: int) -> str:
    """Return a SIRET whose key is right, of a company that cannot exist (SIREN in 000)."""
    siren = f"000{rank:05d}"
    siren += luhn.calc_check_digit(siren)
    establishment = f"{siren}0001"
    return establishment + luhn.calc_check_digit(establishment)


def fictitious_telephone(rank: int) -> str:
    """Return a number that rings nowhere; the first 60,000 ranks have one each."""
    line, region = divmod(rank, len(_FICTION))
    digits = f"{_FICTION[region]}{line % 10_000:04d}"
    return " ".join(digits[start : start + 2] for start in range(0, 10, 2))
