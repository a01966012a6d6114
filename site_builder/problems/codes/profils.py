"""Profiles that expect something else than what the rules say: CAT-E53x."""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

_E = Severity.ERREUR
_I = Severity.INFO

RULES: tuple[Rule, ...] = (
    Rule(
        code="CAT-E530",
        severity=_E,
        titre="Résultat attendu qui n’est pas celui des règles",
        message="ce profil attend «\u00a0{value}\u00a0» de l’action «\u00a0{action}\u00a0», et les "
        "règles donnent «\u00a0{obtained}\u00a0»\u00a0: {reason}",
        label="les règles disent «\u00a0{obtained}\u00a0»",
        pourquoi="Les profils disent ce que le questionnaire doit répondre\u00a0: soit une règle "
        "dit autre chose que le texte, soit le profil se trompe.",
        remede="Relisez le critère cité et le texte officiel. Corrigez la règle, les réponses du "
        "profil ou le résultat attendu.",
        mauvais="reponses:\n  age: 40\nattendus:\n  atelier-des-jeunes: oui",
        bon="reponses:\n  age: 40\nattendus:\n  atelier-des-jeunes: non",
    ),
    Rule(
        code="CAT-E531",
        severity=_E,
        titre="Résultat attendu d’une action sans règle",
        message="l’action «\u00a0{value}\u00a0» n’a pas de conditions pour {reader}",
        label="action sans règle",
        pourquoi="Le questionnaire de ce lecteur laisse de côté les actions sans conditions\u00a0: "
        "il n’y a pas de résultat à vérifier.",
        remede="Écrivez les conditions dans «\u00a0eligibilite\u00a0», changez le lecteur du "
        "profil, ou retirez l’action de ses résultats attendus.",
        mauvais="lecteur: porteur\nattendus:\n  atelier-sans-appel: oui",
        bon="lecteur: beneficiaire\nattendus:\n  atelier-sans-appel: oui",
    ),
    Rule(
        code="CAT-E532",
        severity=_I,
        titre="Profil dont le résultat changera avec le calendrier",
        message="ce profil n’a pas de date, et l’action «\u00a0{action}\u00a0» en a\u00a0: son "
        "résultat changera avec le calendrier",
        label="dépend du jour",
        pourquoi="Sans date, un profil est évalué aujourd’hui. Quand une publication, un appel ou "
        "une convention commence ou finit, le résultat change, et la vérification échoue sans "
        "que personne n’ait rien écrit.",
        remede="Ajoutez «\u00a0date\u00a0» au profil\u00a0: le jour pour lequel ce résultat est "
        "attendu.",
        mauvais="nom: Jeune de 20 ans\nreponses:\n  age: 20",
        bon="nom: Jeune de 20 ans\ndate: 2025-06-02\nreponses:\n  age: 20",
    ),
)
