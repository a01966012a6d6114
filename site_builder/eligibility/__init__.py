"""Who is eligible to what: the engine of the questionnaires, pure.

No clock, no file: the day, the answers and the catalogue are arguments. The browser module
``docs/assets/javascripts/eligibilite.mjs`` is its twin.
"""

from site_builder.eligibility.changements import Changement, changements
from site_builder.eligibility.contexte import Appel, Contexte, Regle, Reponses
from site_builder.eligibility.disponibilite import Disponibilite
from site_builder.eligibility.evaluation import Evaluation, Phrase, Raison, evaluate
from site_builder.eligibility.lieux import Lieux
from site_builder.eligibility.regles import contexte_of, regle_of
from site_builder.eligibility.suivante import Suivante, next_question
from site_builder.eligibility.valeurs import Valeur

__all__ = [
    "Appel",
    "Changement",
    "Contexte",
    "Disponibilite",
    "Evaluation",
    "Lieux",
    "Phrase",
    "Raison",
    "Regle",
    "Reponses",
    "Suivante",
    "Valeur",
    "changements",
    "contexte_of",
    "evaluate",
    "next_question",
    "regle_of",
]
