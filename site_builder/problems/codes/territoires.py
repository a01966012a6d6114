"""Places that do not agree with one another: CAT-V365 to CAT-V368."""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

RULES: tuple[Rule, ...] = (
    Rule(
        code="CAT-V365",
        severity=Severity.ERREUR,
        titre="Territoire sans code",
        message="un territoire de nature «\u00a0{value}\u00a0» a besoin de son code officiel",
        label="code absent",
        pourquoi="Sans code, le site ne sait pas quelles communes le territoire contient.",
        remede="Ajoutez le champ «\u00a0code\u00a0».",
        mauvais="nom: Pas-de-Calais\nnature: departement",
        bon='nom: Pas-de-Calais\nnature: departement\ncode: "62"',
    ),
    Rule(
        code="CAT-V366",
        severity=Severity.ERREUR,
        titre="Lieu hors de son département",
        message="{name} n’est pas dans le territoire «\u00a0{parent}\u00a0» "
        "(département {departement})",
        label="autre département",
        pourquoi="Un habitant verrait des actions auxquelles il n’a pas droit.",
        remede="Corrigez le code, ou le territoire parent.",
        mauvais="parent: pas-de-calais\ncommunes: [59350]",
        bon="parent: pas-de-calais\ncommunes: [62041]",
    ),
    Rule(
        code="CAT-V367",
        severity=Severity.AVERTISSEMENT,
        titre="Code postal d’ailleurs",
        message="«\u00a0{value}\u00a0» n’est pas un code postal pour {commune}",
        label="autre commune",
        pourquoi="Le courrier et les itinéraires partiraient ailleurs.",
        remede="Corrigez le code postal ou le code INSEE. Pour un code CEDEX, écrivez "
        "«\u00a0CEDEX\u00a0» après le nom de la commune.",
        mauvais='code_postal: "59000"\ncode_insee: "62041"',
        bon='code_postal: "62000"\ncode_insee: "62041"',
    ),
    Rule(
        code="CAT-V368",
        severity=Severity.AVERTISSEMENT,
        titre="Commune qui ne correspond pas",
        message="«\u00a0{value}\u00a0» ne correspond pas au code {known}",
        label="autre commune",
        pourquoi="Le nom et le code désignent deux lieux\u00a0: l’un des deux est faux.",
        remede="Corrigez le nom de la commune, ou le code.",
        mauvais='commune: Lens\ncode_insee: "62041"',
        bon='commune: Arras\ncode_insee: "62041"',
    ),
)
