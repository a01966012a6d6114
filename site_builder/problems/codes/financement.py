"""Amounts and percentages that do not add up: CAT-V37x."""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

_E = Severity.ERREUR
_A = Severity.AVERTISSEMENT

RULES: tuple[Rule, ...] = (
    Rule(
        code="CAT-V370",
        severity=_E,
        titre="Parts qui ne font pas 100\u00a0%",
        message="les parts de «\u00a0{name}\u00a0» font {sum}\u00a0%, au lieu de 100\u00a0%",
        label="total\u00a0: {sum}\u00a0%",
        pourquoi="Le tableau de financement annoncerait un total faux.",
        remede="Vérifiez chaque pourcentage\u202f; une part a pu être oubliée ou comptée deux "
        "fois.",
        mauvais="parts:\n  - libelle: Part quantitative\n    pourcentage: 50\n  - libelle: Part "
        "qualitative\n    pourcentage: 40",
        bon="parts:\n  - libelle: Part quantitative\n    pourcentage: 50\n  - libelle: Part "
        "qualitative\n    pourcentage: 50",
    ),
    Rule(
        code="CAT-V371",
        severity=_E,
        titre="Sous-parts qui ne font pas leur part",
        message="les sous-parts de «\u00a0{name}\u00a0» font {sum}\u00a0%, au lieu de "
        "{total}\u00a0%",
        label="total\u00a0: {sum}\u00a0%",
        pourquoi="Le détail contredirait la part qu’il détaille.",
        remede="Vérifiez chaque pourcentage\u00a0: il se compte sur le montant entier, pas sur la "
        "part.",
        mauvais="libelle: Part qualitative\npourcentage: 50\nparts:\n  - libelle: Respect des "
        "procédures\n    pourcentage: 100",
        bon="libelle: Part qualitative\npourcentage: 50\nparts:\n  - libelle: Respect des "
        "procédures\n    pourcentage: 50",
    ),
    Rule(
        code="CAT-V372",
        severity=_E,
        titre="Versements qui ne font pas 100\u00a0%",
        message="les versements de «\u00a0{name}\u00a0» font {sum}\u00a0%, au lieu de 100\u00a0%",
        label="total\u00a0: {sum}\u00a0%",
        pourquoi="Le porteur ne saurait pas combien il recevra.",
        remede="Vérifiez chaque pourcentage. Si le texte n’en donne que certains, laissez les "
        "autres vides.",
        mauvais="versements:\n  - libelle: Avance\n    pourcentage: 50\n  - libelle: Solde\n    "
        "pourcentage: 40",
        bon="versements:\n  - libelle: Avance\n    pourcentage: 50\n  - libelle: Solde\n    "
        "pourcentage: 50",
    ),
    Rule(
        code="CAT-V373",
        severity=_A,
        titre="Poids qui ne font pas 100\u00a0%",
        message="les poids des indicateurs font {sum}\u00a0%, au lieu de 100\u00a0%",
        label="total\u00a0: {sum}\u00a0%",
        pourquoi="L’évaluation annoncée ne serait pas complète, ou compterait trop.",
        remede="Comparez avec le texte. S’il se trompe lui-même, expliquez-le dans la note "
        "éditoriale.",
        mauvais="indicateurs:\n  - libelle: Délai de signature\n    poids: 15",
        bon="indicateurs:\n  - libelle: Délai de signature\n    poids: 15\n  - libelle: Taux de "
        "signature\n    poids: 85",
    ),
    Rule(
        code="CAT-V374",
        severity=_A,
        titre="Poids qui ne font pas celui de leur groupe",
        message="les poids sous «\u00a0{name}\u00a0» font {sum}\u00a0%, au lieu de {total}\u00a0%",
        label="total\u00a0: {sum}\u00a0%",
        pourquoi="Le détail contredirait le poids du groupe.",
        remede="Vérifiez chaque poids\u00a0: il se compte sur l’évaluation entière.",
        mauvais="libelle: Qualité\npoids: 50\nindicateurs:\n  - libelle: Délai\n    poids: 15",
        bon="libelle: Qualité\npoids: 50\nindicateurs:\n  - libelle: Délai\n    poids: 50",
    ),
    Rule(
        code="CAT-V375",
        severity=_A,
        titre="Montant sans unité",
        message="le montant de «\u00a0{name}\u00a0» n’a pas d’unité",
        label="par quoi",
        pourquoi="«\u00a080\u00a0€\u00a0» ne dit pas si c’est par personne, par mois ou en tout.",
        remede="Ajoutez «\u00a0unite\u00a0»\u00a0: personne, place, forfait ou an, par exemple.",
        mauvais="libelle: Accompagnement\nmontant: 80",
        bon="libelle: Accompagnement\nmontant: 80\nunite: place",
    ),
)
