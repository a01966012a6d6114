"""The problem codes: one letter a family, in one module or several."""

from site_builder.problems.codes import (
    conditions,
    coordonnees,
    dates,
    fichiers,
    financement,
    modele,
    profils,
    publication,
    references,
    regles,
    site,
    territoires,
    textes,
    valeurs,
    yaml,
)

FAMILIES = (
    fichiers.RULES,
    yaml.RULES,
    modele.RULES,
    references.RULES,
    dates.RULES,
    coordonnees.RULES + valeurs.RULES + territoires.RULES + financement.RULES,
    textes.RULES,
    conditions.RULES + profils.RULES + regles.RULES,
    site.RULES,
    publication.RULES,
)
