"""Synthetic actions: every field of the model, some in most sheets and some in few."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tests.synthetic import words
from tests.synthetic.chance import Chance
from tests.synthetic.conditions import Conditions
from tests.synthetic.convention import Convention
from tests.synthetic.days import DAY, FIRST_DAY, dated_source
from tests.synthetic.plan import Plan
from tests.synthetic.prose import Prose
from tests.synthetic.yaml_text import Fields, Value


@dataclass
class Actions:
    """Writes the actions of a plan, in the order of their ranks."""

    plan: Plan
    chance: Chance
    prose: Prose
    conditions: Conditions
    convention: Convention

    def action(self, rank: int) -> Fields:
        """Return the values of the action of that rank."""
        nom, theme = self.plan.action_name(rank)
        links = self._links(rank)
        return {
            "nom": nom,
            "resume": self.prose.summary(),
            **self.chance.sometimes(0.05, falc=self._easy()),
            **self._status(),
            "thematiques": [words.THEMES[theme]],
            **self._programme(rank),
            **self._content(links),
            **self._course(),
            **self._access(rank),
            **self._people(rank),
            **self._prescription(),
            **self._carrier(),
            **self._organisations(rank),
            **self.convention.money(),
            **self.convention.measures(),
            **self.convention.call(),
            **self._references(rank),
            **self._upkeep(),
        }

    def _easy(self) -> Fields:
        return {
            "texte": self.prose.summary(),
            "relu_par": "Atelier de relecture fictif",
            "relu_le": self.chance.day(FIRST_DAY, DAY),
        }

    def _links(self, rank: int) -> list[str]:
        """Where the texts of an action may lead."""
        return [
            f"publics_cibles/{self.plan.public_slug(rank % self.plan.publics)}",
            f"structures/{self.plan.structure_slug(self.plan.structures_of(rank)[0])}",
            f"glossaire/{self.chance.pick(tuple(words.SIGLES))}",
            f"https://www.exemple.fr/actions/{rank}",
        ]

    def _status(self) -> Fields:
        start = self.chance.day(FIRST_DAY, DAY)
        return {
            "statut": "suspendu" if self.chance.happens(0.03) else "publie",
            **self.chance.sometimes(0.4, publie_du=start),
            **self.chance.sometimes(
                0.2, publie_jusqu_au=DAY + timedelta(self.chance.between(90, 900))
            ),
            **self.chance.sometimes(
                0.9, type=self.chance.pick(("accompagnement", "atelier", "formation"))
            ),
        }

    def _programme(self, rank: int) -> Fields:
        nature = self.chance.pick(("professionnel", "socioprofessionnel", "social"))
        path: Fields = {
            "nature": nature,
            **self.chance.sometimes(0.4, libelle_local="Parcours d’exemple"),
        }
        programme: Fields = {
            "nom": "Programme fictif d’insertion",
            "axe": f"Axe {rank % 4 + 1} : {self.chance.pick(words.TITRES).lower()}".replace(
                " :", "\u00a0:"
            ),
            "reference": f"Action {rank // 100 + 1}.{rank % 100}",
        }
        return self.chance.sometimes(0.7, parcours=[path]) | self.chance.sometimes(
            0.6, programme=programme
        )

    def _content(self, links: list[str]) -> Fields:
        figures = self.chance.some(words.MESURES, 2)
        return {
            **self.chance.sometimes(0.6, contexte=self.prose.rich(links, 1)),
            "description": self.prose.rich(links, self.chance.between(1, 2)),
            **self.chance.sometimes(0.5, attendus=self.prose.lines(2, 4)),
            **self.chance.sometimes(0.8, objectifs=self.prose.lines(2, 5)),
            **self.chance.sometimes(0.3, resultats_attendus=self.prose.lines(1, 3)),
            **self.chance.sometimes(0.15, chiffres_cles=[self._figure(name) for name in figures]),
        }

    def _figure(self, name: str) -> Fields:
        return {
            "libelle": name,
            "valeur": str(self.chance.between(10, 900)),
            **self.chance.sometimes(0.5, precision=f"En {DAY.year - 1}"),
        }

    def _course(self) -> Fields:
        steps = self.chance.some(words.TITRES, self.chance.between(3, 5))
        rules = self.chance.some(words.TITRES, self.chance.between(1, 2))
        return {
            **self.chance.sometimes(0.8, etapes=[self._step(titre) for titre in steps]),
            **self.chance.sometimes(
                0.3,
                modalites=[{"titre": t, "description": self.prose.paragraph(1, 2)} for t in rules],
            ),
            **self.chance.sometimes(0.8, duree=f"{self.chance.between(2, 12)} mois, renouvelable"),
            **self.chance.sometimes(0.3, nombre_semaines=self.chance.between(2, 52)),
            **self.chance.sometimes(0.3, volume_horaire_hebdomadaire=self.chance.between(1, 30)),
        }

    def _step(self, titre: str) -> Fields:
        return {
            "titre": titre,
            **self.chance.sometimes(0.7, description=self.prose.sentence()),
            **self.chance.sometimes(0.4, delai=f"Dans les {self.chance.between(2, 60)} jours"),
            **self.chance.sometimes(0.4, duree=f"{self.chance.between(1, 6)} mois"),
        }

    def _access(self, rank: int) -> Fields:
        modes = ("envoyer-un-courriel", "se-presenter", "telephoner")
        link = f"https://www.exemple.fr/demandes/{rank}"
        return {
            **self.chance.sometimes(0.7, frais="gratuit" if self.chance.happens(0.9) else "payant"),
            **self.chance.sometimes(
                0.7, modes_accueil=self.chance.some(("a-distance", "en-presentiel"), 1)
            ),
            **self.chance.sometimes(0.6, mobilisable_par=["usagers", "professionnels"]),
            **self.chance.sometimes(0.6, modes_mobilisation=self.chance.some(modes, 2)),
            **self.chance.sometimes(0.2, lien_mobilisation=link),
            **self.chance.sometimes(0.1, zone_eligibilite=[self.plan.leaf_of(rank).departement]),
        }

    def _people(self, rank: int) -> Fields:
        ranks = dict.fromkeys(
            (rank % self.plan.publics, self.chance.between(0, self.plan.publics - 1))
        )
        publics = [self.plan.public_slug(public) for public in ranks]
        place = self.plan.leaf_of(rank)
        rules: Fields = {"beneficiaire": self.conditions.for_person(publics, place.slug)}
        if self.chance.happens(0.3):
            rules["porteur"] = self.conditions.for_carrier()
        return {"publics_cibles": publics, **self.chance.sometimes(0.8, eligibilite=rules)}

    def _prescription(self) -> Fields:
        prescription: Fields = {
            "prescripteurs": ["Référent fictif", "Service local d’exemple"],
            "modalites": self.prose.paragraph(1, 2),
            **self.chance.sometimes(0.6, documents=self.chance.some(words.DOCUMENTS, 2)),
            **self.chance.sometimes(0.7, destinataire="Service d’inscription"),
        }
        return self.chance.sometimes(0.7, prescription=prescription)

    def _carrier(self) -> Fields:
        carrier: Fields = {
            "description": self.prose.sentence(),
            "exigences": self.prose.lines(2, 4),
            **self.chance.sometimes(0.5, procedure=self.prose.sentence()),
        }
        return self.chance.sometimes(0.3, porteur=carrier)

    def _organisations(self, rank: int) -> Fields:
        carrier, pilot = self.plan.structures_of(rank)
        parts: list[Value] = [{"structure": self.plan.structure_slug(carrier), "role": "porteur"}]
        if pilot != carrier and self.chance.happens(0.7):
            part: Fields = {"structure": self.plan.structure_slug(pilot)}
            part["role"] = self.chance.pick(("pilote", "financeur", "partenaire", "prescripteur"))
            parts.append(part | self.chance.sometimes(0.2, precisions=self.prose.line()))
        place = self.plan.leaf_of(rank)
        everywhere = place.nature == "insertion" and self.chance.happens(0.1)
        return {
            "structures": parts,
            "contacts": self.plan.contact_slugs(carrier),
            "territoires": [place.parent or place.slug if everywhere else place.slug],
        }

    def _references(self, rank: int) -> Fields:
        law: Fields = {
            "titre": f"Délibération fictive n° {self.chance.between(1, 400)}",
            "nature": "deliberation",
            **self.chance.sometimes(0.7, date=self.chance.day(date(2015, 1, 1), FIRST_DAY)),
            **self.chance.sometimes(0.4, precisions=self.prose.line()),
        }
        document: Fields = {
            "titre": self.chance.pick(words.DOCUMENTS),
            "lien": f"https://www.exemple.fr/documents/{rank}.pdf",
            **self.chance.sometimes(0.3, precisions="À demander à l’accueil"),
        }
        others = {(rank * 31 + 7) % self.plan.actions, (rank * 17 + 3) % self.plan.actions}
        near = [self.plan.action_slug(other) for other in sorted(others - {rank})]
        return {
            **self.chance.sometimes(0.6, base_legale=[law]),
            **self.chance.sometimes(0.5, documents=[document]),
            **self.chance.sometimes(0.6, voir_aussi=near),
        }

    def _upkeep(self) -> Fields:
        dated = dated_source(self.chance)
        checked = self.chance.day(dated.date_maj, DAY)
        return {
            "source": dated.source,
            "date_maj": dated.date_maj,
            **self.chance.sometimes(0.6, verifie_le=checked),
            **self.chance.sometimes(
                0.6, revoir_avant=DAY + timedelta(self.chance.between(30, 700))
            ),
            **self.chance.sometimes(0.1, note_editoriale=self.prose.sentence()),
        }
