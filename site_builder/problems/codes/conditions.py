"""Eligibility conditions and questions: CAT-E5xx."""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

_E = Severity.ERREUR
_A = Severity.AVERTISSEMENT

RULES: tuple[Rule, ...] = (
    Rule(
        code="CAT-E501",
        severity=_E,
        titre="Condition mal formée",
        message="cette condition doit contenir une seule de ces clés\u00a0: toutes, une_de, "
        "aucune, question, public_cible, territoire, appreciation",
        label="une seule clé",
        pourquoi="Sans cette clé, le questionnaire ne sait pas quoi vérifier.",
        remede="Gardez une seule de ces clés\u202f; pour en combiner plusieurs, mettez-les en "
        "liste sous «\u00a0toutes\u00a0» ou «\u00a0une_de\u00a0».",
        mauvais="beneficiaire:\n  public_cible: jeunes\n  territoire: [isere]",
        bon="beneficiaire:\n  toutes:\n    - public_cible: jeunes\n    - territoire: [isere]",
    ),
    Rule(
        code="CAT-E502",
        severity=_E,
        titre="Critère sans comparaison",
        message="ce critère nomme une question mais ne dit pas quelle réponse convient\u202f; "
        "ajoutez une de ces clés\u00a0: {operators}",
        label="comparaison absente",
        pourquoi="Toute réponse conviendrait, ou aucune\u00a0: le critère ne trierait rien.",
        remede="Ajoutez la réponse attendue.",
        mauvais="question: rsa",
        bon="question: rsa\negal: oui",
    ),
    Rule(
        code="CAT-E503",
        severity=_E,
        titre="Critère à plusieurs comparaisons",
        message="ce critère compare de plusieurs façons à la fois\u00a0: {operators}",
        label="trop de comparaisons",
        pourquoi="Un critère fait une seule comparaison, ou donne les deux bornes d’un intervalle.",
        remede="Séparez les comparaisons en plusieurs critères sous «\u00a0toutes\u00a0» ou "
        "«\u00a0une_de\u00a0».",
        mauvais="question: age\nmin: 18\nplus_de: 17",
        bon="question: age\nmin: 18\nmax: 25",
    ),
    Rule(
        code="CAT-E504",
        severity=_E,
        titre="Choix vide",
        message="«\u00a0une_de\u00a0» est vide\u00a0: personne ne pourrait remplir cette condition",
        label="liste vide",
        pourquoi="Il n’y a aucune possibilité parmi laquelle choisir.",
        remede="Ajoutez au moins une condition, ou supprimez «\u00a0une_de\u00a0».",
        mauvais="une_de: []",
        bon="une_de:\n  - question: rsa\n    egal: oui",
    ),
    Rule(
        code="CAT-E510",
        severity=_E,
        titre="Question sans libellé",
        message="la question n’a de libellé pour personne",
        label="libellé absent",
        pourquoi="Le questionnaire ne saurait pas comment la poser.",
        remede="Écrivez-la pour au moins un lecteur\u00a0: beneficiaire, prescripteur ou porteur.",
        mauvais="libelle: {}",
        bon="libelle:\n  beneficiaire: Quel âge avez-vous\u202f?",
    ),
    Rule(
        code="CAT-E511",
        severity=_E,
        titre="Réponse en double",
        message="la réponse «\u00a0{option}\u00a0» est proposée deux fois",
        label="en double",
        pourquoi="On ne saurait pas laquelle a été choisie.",
        remede="Supprimez une des deux, ou changez sa valeur.",
        bon="options:\n  - valeur: aucun\n    libelle: Aucun enfant",
    ),
    Rule(
        code="CAT-E512",
        severity=_E,
        titre="Choix sans réponses",
        message="une question à choix propose au moins deux réponses",
        label="réponses manquantes",
        pourquoi="Sans réponses proposées, la question ne peut pas être posée.",
        remede="Ajoutez les réponses dans «\u00a0options\u00a0», ou changez le type de la "
        "question.",
        bon="type: choix\noptions:\n  - valeur: oui-seul\n    libelle: Seul\n  - valeur: "
        "en-couple\n    libelle: En couple",
    ),
    Rule(
        code="CAT-E513",
        severity=_E,
        titre="Réponses inutiles",
        message="une question de type «\u00a0{type}\u00a0» ne propose pas de réponses",
        label="réponses inutiles",
        pourquoi="Ces réponses ne seraient jamais montrées.",
        remede="Supprimez «\u00a0options\u00a0», ou donnez à la question le type "
        "«\u00a0choix\u00a0».",
        mauvais="type: nombre\noptions:\n  - valeur: jeune\n    libelle: Jeune",
        bon="type: nombre\nunite: ans",
    ),
    Rule(
        code="CAT-E514",
        severity=_E,
        titre="Bornes inversées",
        message="le minimum est plus grand que le maximum",
        label="bornes inversées",
        pourquoi="Aucun nombre ne conviendrait.",
        remede="Échangez les deux nombres.",
        mauvais="min: 25\nmax: 18",
        bon="min: 18\nmax: 25",
    ),
    Rule(
        code="CAT-E515",
        severity=_E,
        titre="Critère de dates inversé",
        message="aucun jour ne vient à la fois après le {first} et avant le {last}",
        label="dates inversées",
        pourquoi="Personne ne pourrait remplir ce critère.",
        remede="Échangez les deux dates.",
        mauvais="question: inscription\napres: 2025-12-31\navant: 2025-01-01",
        bon="question: inscription\napres: 2025-01-01\navant: 2025-12-31",
    ),
    Rule(
        code="CAT-E520",
        severity=_E,
        titre="Comparaison qui ne va pas avec la question",
        message="«\u00a0{value}\u00a0» ne convient pas à la question «\u00a0{question}\u00a0», de "
        "type «\u00a0{type}\u00a0»\u202f; choisissez parmi\u00a0: {operators}",
        label="ne convient pas ici",
        pourquoi="On ne compare pas de la même façon un nombre, une date, une réponse ou "
        "plusieurs.",
        remede="Changez la comparaison, ou le type de la question dans "
        "«\u00a0questions.yml\u00a0».",
        mauvais="question: age\nparmi: [18, 19, 20]",
        bon="question: age\nmin: 18\nmax: 20",
    ),
    Rule(
        code="CAT-E521",
        severity=_E,
        titre="Réponse que la question ne propose pas",
        message="la question «\u00a0{question}\u00a0» ne propose pas la réponse "
        "«\u00a0{value}\u00a0»\u202f; réponses possibles\u00a0: {options}",
        label="réponse inconnue",
        pourquoi="Personne ne peut donner cette réponse\u00a0: le critère ne serait jamais rempli.",
        remede="Écrivez une des réponses de la question, ou ajoutez-la dans "
        "«\u00a0questions.yml\u00a0».",
        mauvais="question: enfants\nparmi: [zero]",
        bon="question: enfants\nparmi: [aucun]",
    ),
    Rule(
        code="CAT-E522",
        severity=_A,
        titre="Nombre hors des limites de la question",
        message="la question «\u00a0{question}\u00a0» n’admet que les nombres {limits}\u202f; "
        "«\u00a0{value}\u00a0» est en dehors",
        label="hors limites",
        pourquoi="Le critère serait toujours rempli, ou jamais.",
        remede="Corrigez le nombre, ou les limites de la question dans "
        "«\u00a0questions.yml\u00a0».",
        mauvais="question: age\nmin: 180",
        bon="question: age\nmin: 18",
    ),
    Rule(
        code="CAT-E523",
        severity=_E,
        titre="Question sans libellé pour ce lecteur",
        message="la question «\u00a0{question}\u00a0»{through} n’a pas de libellé pour {reader}",
        label="question sans libellé",
        pourquoi="Cette règle fait poser la question, et il n’y a pas de mots pour la poser.",
        remede="Ajoutez le libellé à la question dans «\u00a0questions.yml\u00a0». Un public cible "
        "apporte ses questions\u00a0: il n’a sa place dans une règle «\u00a0porteur\u00a0» que si "
        "une structure peut y répondre.",
        mauvais="libelle:\n  porteur: Votre structure est-elle labellisée\u202f?",
        bon="libelle:\n  porteur: Votre structure est-elle labellisée\u202f?\n  beneficiaire: "
        "Êtes-vous suivi par une structure labellisée\u202f?",
    ),
    Rule(
        code="CAT-E524",
        severity=_E,
        titre="Plusieurs réponses à une question qui en attend une",
        message="la question «\u00a0{question}\u00a0» n’attend qu’une réponse, et {found}",
        label="une seule réponse",
        pourquoi="Seules les questions à choix multiple reçoivent plusieurs réponses.",
        remede="Gardez une réponse, ou donnez à la question le type «\u00a0choix-multiple\u00a0».",
        mauvais="reponses:\n  rsa: [oui, non]",
        bon="reponses:\n  rsa: oui",
    ),
    Rule(
        code="CAT-E525",
        severity=_E,
        titre="Affirmation sans place pour la réponse",
        message="l’affirmation doit contenir «\u00a0{marque}\u00a0» une fois, à la place de la "
        "réponse",
        label="réponse sans place",
        pourquoi="La phrase montrée au public est celle-ci, où la réponse prend sa place.",
        remede="Écrivez le mot «\u00a0reponse\u00a0» entre accolades, là où vient la réponse.",
        mauvais="affirmation:\n  beneficiaire: Votre logement est précaire.",
        bon="affirmation:\n  beneficiaire: Votre logement est {reponse}.",
    ),
    Rule(
        code="CAT-E526",
        severity=_E,
        titre="Nombre à virgule là où l’on compte en entiers",
        message="la question «\u00a0{question}\u00a0» attend un nombre entier, et non "
        "«\u00a0{value}\u00a0»",
        label="pas un entier",
        pourquoi="Des années, des mois ou des personnes se comptent en entiers, comme tout nombre "
        "sans unité\u00a0: le questionnaire refuse la même réponse.",
        remede="Écrivez un nombre entier. Si la question se compte avec une virgule, donnez-lui "
        "son unité («\u00a0€\u00a0», «\u00a0km\u00a0», «\u00a0heures\u00a0») dans "
        "«\u00a0questions.yml\u00a0».",
        mauvais="reponses:\n  age: 17,5",
        bon="reponses:\n  age: 17",
    ),
    Rule(
        code="CAT-E527",
        severity=_E,
        titre="Réponse «\u00a0je ne sais pas\u00a0» écrite en toutes lettres",
        message="«\u00a0{value}\u00a0» ne s’écrit pas comme une réponse",
        label="pas une réponse",
        pourquoi="«\u00a0Je ne sais pas\u00a0» est possible pour toutes les questions\u00a0: c’est "
        "l’absence de réponse.",
        remede="Dans un profil, retirez la question des réponses. Dans le fichier donné à "
        "«\u00a0catalogue evaluate\u00a0», écrivez null, ou retirez la question.",
        mauvais="reponses:\n  rsa: je ne sais pas\n  age: 40",
        bon="reponses:\n  age: 40",
    ),
    Rule(
        code="CAT-E528",
        severity=_E,
        titre="Réponse qui n’a pas la bonne forme",
        message="la question «\u00a0{question}\u00a0» attend {wanted}, et non {found}",
        label="pas une réponse",
        pourquoi="Une réponse est un texte ou un nombre, ou une liste de réponses pour une "
        "question à choix multiple.",
        remede="Écrivez la réponse seule, ou une liste sans autre liste à l’intérieur.",
        mauvais="reponses:\n  rsa:\n    valeur: oui",
        bon="reponses:\n  rsa: oui",
    ),
)
