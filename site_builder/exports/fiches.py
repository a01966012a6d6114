"""What the questionnaires show of an action once its result is known, as JSON values.

Texts are plain and typeset, closed values are their labels; whatever is empty is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from site_builder.exports.criteres import nombre
from site_builder.exports.texte_brut import bloc, brut, ligne
from site_builder.filters.horaires import horaires
from site_builder.filters.valeurs import libelle, libelles
from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.commun import Document, Source
from site_builder.model.contact import Contact
from site_builder.model.financement import AppelAProjets, Capacite, Financement, Part, Versement
from site_builder.model.parcours import Programme
from site_builder.model.prescription import Prescription
from site_builder.pages import url_of

Valeurs = dict[str, Any]


def filled(**values: Any) -> Valeurs:
    """Return the values that say something: a nought does, an empty text or list does not."""
    return {name: value for name, value in values.items() if value or value == 0}


def describe_contact(contact: Contact, catalogue: Catalogue) -> Valeurs:
    """Return whom to call, and for which territoires."""
    structure = catalogue.structure_of(contact)
    telephone = contact.telephone
    hours = contact.horaires_accueil
    return filled(
        fonction=brut(contact.fonction),
        structure=structure and brut(structure.nom),
        telephone=telephone and {"affichage": telephone.affichage, "uri": telephone.uri},
        courriel=contact.courriel,
        horaires=hours and brut(horaires(hours)),
        precisions=_said(bloc, contact.precisions),
        territoires=[territoire.slug for territoire in catalogue.territoires_of(contact)],
    )


def describe_action(action: Action, catalogue: Catalogue) -> tuple[Valeurs, Valeurs]:
    """Return the sheet of ``action`` in short: what comes before its contacts, and after."""
    heures = action.volume_horaire_hebdomadaire
    before = filled(
        nom=brut(action.nom),
        url=url_of(action),
        resume=brut(action.resume),
        statut=action.statut if action.statut != "publie" else None,
        publie_du=_day(action.publie_du),
        publie_jusqu_au=_day(action.publie_jusqu_au),
        appel=action.appel_a_projets and _appel(action.appel_a_projets),
        type=action.type and libelle(action.type, "type"),
        thematiques=[thematique.slug for thematique in catalogue.thematiques_of(action)],
        parcours=[
            filled(nature=path.nature, libelle_local=_said(brut, path.libelle_local))
            for path in action.parcours
        ],
        programme=action.programme and _programme(action.programme),
        territoires=[territoire.slug for territoire in catalogue.territoires_of(action)],
    )
    after = filled(
        structures=[
            {"nom": brut(structure.nom), "role": libelle(role, "role")}
            for role, structure in catalogue.participations_of(action)
        ],
        duree=_said(ligne, action.duree),
        volume_horaire_hebdomadaire=None if heures is None else nombre(heures),
        frais=action.frais and libelle(action.frais, "frais"),
        modes_accueil=libelles(action.modes_accueil, "modes_accueil"),
        modes_mobilisation=libelles(action.modes_mobilisation, "modes_mobilisation"),
        lien_mobilisation=action.lien_mobilisation,
        prescription=action.prescription and _prescription(action.prescription),
        documents=[_document(document) for document in action.documents],
    )
    return before, after


def describe_portage(action: Action) -> Valeurs:
    """Return what an organisation needs to know before it carries ``action``."""
    porteur, appel = action.porteur, action.appel_a_projets
    return filled(
        description=porteur and _said(bloc, porteur.description),
        exigences=_all(bloc, porteur.exigences if porteur else ()),
        procedure=porteur and _said(bloc, porteur.procedure),
        criteres_selection=_all(bloc, action.criteres_selection),
        convention=appel and _convention(appel),
        depot=appel and _said(bloc, appel.depot),
        bilan=appel and _said(bloc, appel.bilan),
        precisions=appel and _said(bloc, appel.precisions),
        financement=[_financement(line) for line in action.financement],
        capacite=action.capacite and _capacite(action.capacite),
        source=action.source and _source(action.source),
    )


def _programme(programme: Programme) -> Valeurs:
    return filled(
        nom=_said(ligne, programme.nom),
        axe=_said(ligne, programme.axe),
        reference=_said(ligne, programme.reference),
    )


def _appel(appel: AppelAProjets) -> Valeurs:
    """Return the days that decide whether the call, or its action, is open."""
    convention = appel.convention
    return filled(
        ouverture=_day(appel.ouverture),
        cloture=_day(appel.cloture),
        debut=convention and _day(convention.debut),
        fin=convention and _day(convention.fin),
    )


def _convention(appel: AppelAProjets) -> Valeurs:
    convention = appel.convention
    if convention is None:
        return {}
    return filled(
        debut=_day(convention.debut),
        fin=_day(convention.fin),
        duree=_said(ligne, convention.duree),
    )


def _prescription(prescription: Prescription) -> Valeurs:
    return filled(
        prescripteurs=_all(ligne, prescription.prescripteurs),
        modalites=_said(bloc, prescription.modalites),
        documents=_all(ligne, prescription.documents),
        destinataire=_said(ligne, prescription.destinataire),
    )


def _document(document: Document) -> Valeurs:
    return filled(
        titre=brut(document.titre),
        lien=document.lien,
        precisions=_said(ligne, document.precisions),
    )


def _financement(line: Financement) -> Valeurs:
    return filled(
        libelle=ligne(line.libelle),
        montant=None if line.montant is None else nombre(line.montant),
        unite=line.unite,
        base=_said(ligne, line.base),
        parts=[_part(part) for part in line.parts],
        versements=[_versement(versement) for versement in line.versements],
        precisions=_said(bloc, line.precisions),
    )


def _part(part: Part) -> Valeurs:
    return filled(
        libelle=ligne(part.libelle),
        pourcentage=nombre(part.pourcentage),
        precision=_said(ligne, part.precision),
        parts=[_part(inner) for inner in part.parts],
    )


def _versement(versement: Versement) -> Valeurs:
    share = versement.pourcentage
    return filled(
        libelle=ligne(versement.libelle),
        moment=_said(ligne, versement.moment),
        pourcentage=None if share is None else nombre(share),
        condition=_said(ligne, versement.condition),
    )


def _capacite(capacite: Capacite) -> Valeurs:
    return filled(
        file_active=capacite.file_active,
        places_max_par_etp=capacite.places_max_par_etp,
        precisions=_said(bloc, capacite.precisions),
    )


def _source(source: Source) -> Valeurs:
    return filled(
        document=brut(source.document),
        date=_day(source.date),
        passage=_said(brut, source.passage),
        lien=source.lien,
    )


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()


def _said(write: Callable[[str], str], text: str | None) -> str | None:
    return None if text is None else write(text)


def _all(write: Callable[[str], str], texts: Iterable[str]) -> list[str]:
    return [write(text) for text in texts]
