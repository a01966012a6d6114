"""What rules say once they are read together: CAT-E54x."""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

_E = Severity.ERREUR
_A = Severity.AVERTISSEMENT
_I = Severity.INFO

_HOLE = (
    "les tranches de la question «\u00a0{question}\u00a0» laissent un trou\u00a0: aucune ne "
    "comprend {hole}"
)

RULES: tuple[Rule, ...] = (
    Rule(
        code="CAT-E540",
        severity=_E,
        titre="Condition que personne ne peut remplir",
        message="personne ne peut remplir cette condition, quelles que soient les réponses",
        label="impossible",
        pourquoi="L’action serait fermée à tout le monde, ou cette possibilité ne servirait à "
        "personne.",
        remede="Relisez le texte officiel\u00a0: une borne, une réponse ou une liste («\u00a0toutes"
        "\u00a0», «\u00a0une_de\u00a0», «\u00a0aucune\u00a0») n’est sans doute pas la bonne.",
        mauvais="aucune:\n  - question: rsa\n    egal: oui\n  - question: rsa\n    egal: non",
        bon="aucune:\n  - question: rsa\n    egal: non",
    ),
    Rule(
        code="CAT-E541",
        severity=_E,
        titre="Conditions qui se contredisent",
        message="cette condition contredit {others}\u00a0: personne ne remplirait l’ensemble",
        label="contradiction",
        pourquoi="L’action serait fermée à tout le monde, ou cette possibilité ne servirait à "
        "personne.",
        remede="Corrigez une des conditions. Si une seule suffit, mettez-les sous "
        "«\u00a0une_de\u00a0».",
        mauvais="toutes:\n  - question: age\n    max: 25\n  - question: age\n    min: 50",
        bon="une_de:\n  - question: age\n    max: 25\n  - question: age\n    min: 50",
    ),
    Rule(
        code="CAT-E542",
        severity=_A,
        titre="Territoire dont aucune commune n’est connue",
        message="aucune commune n’est connue dans le territoire «\u00a0{value}\u00a0»\u00a0: "
        "personne ne peut répondre qu’il y habite",
        label="aucune commune",
        pourquoi="On répond par le nom d’une commune. Sans la liste des communes du territoire, "
        "personne n’y est reconnu.",
        remede="Dans la fiche du territoire, ajoutez «\u00a0communes\u00a0», «\u00a0epci\u00a0» ou "
        "«\u00a0code\u00a0». Si la liste n’est pas connue, remplacez la condition par une "
        "«\u00a0appreciation\u00a0».",
        mauvais="nom: Artois\nnature: insertion",
        bon='nom: Artois\nnature: insertion\nepci: ["200033579"]',
    ),
    Rule(
        code="CAT-E543",
        severity=_A,
        titre="Condition que tout le monde remplit",
        message="tout le monde remplit cette condition, quelles que soient les réponses",
        label="toujours remplie",
        pourquoi="La question serait posée pour rien, ou la condition laisserait passer plus de "
        "monde que le texte ne le dit.",
        remede="Corrigez la condition, ou supprimez-la. Pour une action ouverte à tous, laissez "
        "«\u00a0toutes\u00a0» avec une liste vide, [].",
        mauvais="une_de:\n  - question: rsa\n    egal: oui\n  - question: rsa\n    egal: non",
        bon="question: rsa\negal: oui",
    ),
    Rule(
        code="CAT-E544",
        severity=_A,
        titre="Trou entre deux tranches",
        message=_HOLE,
        label="trou avant cette tranche",
        pourquoi="Le trou est petit à côté des tranches qui l’entourent\u00a0: c’est souvent une "
        "borne décalée, et des personnes seraient écartées à tort.",
        remede="Vérifiez les bornes dans le texte officiel. Pour les faire se suivre, commencez la "
        "seconde tranche où finit la première.",
        mauvais="une_de:\n  - question: age\n    min: 18\n    max: 25\n  - question: age\n    min: "
        "27\n    max: 64",
        bon="une_de:\n  - question: age\n    min: 18\n    max: 25\n  - question: age\n    min: "
        "26\n    max: 64",
    ),
    Rule(
        code="CAT-E545",
        severity=_I,
        titre="Tranches éloignées",
        message=_HOLE,
        label="trou avant cette tranche",
        pourquoi="Une action peut s’adresser aux plus jeunes et aux plus âgés\u202f; encore "
        "faut-il que ce soit voulu.",
        remede="Vérifiez les bornes dans le texte officiel. Si elles sont justes, il n’y a rien à "
        "faire.",
        bon="une_de:\n  - question: age\n    max: 25\n  - question: age\n    min: 50",
    ),
    Rule(
        code="CAT-E546",
        severity=_I,
        titre="Groupe fait de priorités",
        message="«\u00a0{value}\u00a0» ne contient que des critères prioritaires\u00a0: ce groupe "
        "n’exclut personne et ne décide de rien",
        label="priorités seulement",
        pourquoi="Un critère prioritaire est montré à part et n’exclut jamais personne. Une règle "
        "qui n’a rien d’autre est remplie par tout le monde.",
        remede="Si ces critères sont exigés, supprimez leur «\u00a0nature\u00a0». Sinon, "
        "mettez-les directement sous «\u00a0toutes\u00a0», à côté de ce qui est exigé\u202f; si "
        "l’action est ouverte à tous, il n’y a rien à faire.",
        mauvais="toutes:\n  - public_cible: jeunes\n  - une_de:\n      - question: rsa\n        "
        "egal: oui\n        nature: prioritaire",
        bon="toutes:\n  - public_cible: jeunes\n  - question: rsa\n    egal: oui\n    nature: "
        "prioritaire",
    ),
    Rule(
        code="CAT-E547",
        severity=_I,
        titre="Question qu’aucune action ne demande",
        message="aucune action n’a besoin de la question «\u00a0{value}\u00a0»\u00a0: elle ne sera "
        "jamais posée",
        label="jamais posée",
        pourquoi="Un questionnaire ne pose que les questions des conditions des actions, ou des "
        "publics cibles que ces conditions nomment.",
        remede="Nommez la question, ou un public cible qui la pose, dans les conditions d’une "
        "action\u202f; sinon supprimez-la.",
        bon="eligibilite:\n  beneficiaire:\n    question: age\n    max: 25",
    ),
)
