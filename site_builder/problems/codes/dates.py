"""Dates and their order: CAT-D2xx."""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

RULES: tuple[Rule, ...] = (
    Rule(
        code="CAT-D201",
        severity=Severity.ERREUR,
        titre="Date qui n’existe pas",
        message="la date «\u00a0{value}\u00a0» n’existe pas",
        label="date impossible",
        pourquoi="Le site calcule avec les dates\u202f; celle-ci n’est dans aucun calendrier.",
        remede="Corrigez le jour ou le mois\u202f; la date s’écrit année-mois-jour.",
        mauvais="date_maj: 2025-02-31",
        bon="date_maj: 2025-02-28",
    ),
    Rule(
        code="CAT-D202",
        severity=Severity.ERREUR,
        titre="Date mal écrite",
        message="«\u00a0{value}\u00a0» n’est pas une date écrite année-mois-jour",
        label="date mal écrite",
        pourquoi="Une seule façon d’écrire les dates évite de confondre le jour et le mois.",
        remede="Écrivez l’année sur quatre chiffres, le mois et le jour sur deux, séparés par des "
        "traits d’union.",
        mauvais="date_maj: 15/01/2025",
        bon="date_maj: 2025-01-15",
    ),
    Rule(
        code="CAT-D203",
        severity=Severity.ERREUR,
        titre="Année invraisemblable",
        message="l’année {annee} est invraisemblable",
        label="année étrange",
        pourquoi="C’est sans doute une faute de frappe.",
        remede="Vérifiez l’année de la date.",
        mauvais="date_maj: 0205-01-15",
        bon="date_maj: 2025-01-15",
    ),
    Rule(
        code="CAT-D210",
        severity=Severity.ERREUR,
        titre="Dates dans le mauvais ordre",
        message="«\u00a0{key}\u00a0» ({last}) vient avant «\u00a0{before}\u00a0» ({first})",
        label="avant le début",
        pourquoi="Une période qui finit avant d’avoir commencé n’existe pas\u00a0: l’action ou "
        "l’appel ne serait jamais ouvert.",
        remede="Vérifiez l’année des deux dates\u202f; sinon, échangez-les.",
        mauvais="ouverture: 2025-02-14\ncloture: 2025-01-15",
        bon="ouverture: 2025-01-15\ncloture: 2025-02-14",
    ),
    Rule(
        code="CAT-D211",
        severity=Severity.AVERTISSEMENT,
        titre="Convention qui commence avant l’ouverture de l’appel",
        message="la convention commence le {last}, avant l’ouverture de l’appel à projets "
        "({first})",
        label="avant l’ouverture",
        pourquoi="On ne peut pas signer une convention avant d’avoir pu répondre à l’appel\u202f; "
        "certains textes financent pourtant depuis une date passée.",
        remede="Comparez avec le texte de l’appel. Si c’est bien ce qu’il dit, expliquez-le dans "
        "les précisions.",
        mauvais="ouverture: 2025-01-15\nconvention:\n  debut: 2025-01-01",
        bon="ouverture: 2025-01-15\nconvention:\n  debut: 2025-03-01",
    ),
    Rule(
        code="CAT-D212",
        severity=Severity.AVERTISSEMENT,
        titre="Convention qui commence avant la clôture de l’appel",
        message="la convention commence le {last}, avant la clôture de l’appel à projets ({first})",
        label="avant la clôture",
        pourquoi="Une candidature déposée le dernier jour serait retenue après le début de la "
        "convention.",
        remede="Comparez avec le texte de l’appel. Si c’est bien ce qu’il dit, expliquez-le dans "
        "les précisions.",
        mauvais="cloture: 2025-02-14\nconvention:\n  debut: 2025-02-01",
        bon="cloture: 2025-02-14\nconvention:\n  debut: 2025-03-01",
    ),
    Rule(
        code="CAT-D213",
        severity=Severity.AVERTISSEMENT,
        titre="Date à venir",
        message="«\u00a0{key}\u00a0» donne une date à venir\u00a0: le {last}",
        label="date à venir",
        pourquoi="Ce champ dit quand un travail a été fait\u00a0: il ne peut pas l’avoir été "
        "demain.",
        remede="Écrivez le jour où la fiche a été mise à jour ou vérifiée.",
        bon="verifie_le: 2025-01-15",
    ),
    Rule(
        code="CAT-D214",
        severity=Severity.AVERTISSEMENT,
        titre="Vérification après l’échéance",
        message="la fiche a été vérifiée le {last}, après le jour où elle devait être revue "
        "({first})",
        label="après l’échéance",
        pourquoi="La prochaine vérification est déjà passée\u00a0: personne ne serait prévenu de "
        "la suivante.",
        remede="Reportez «\u00a0revoir_avant\u00a0» à la prochaine vérification.",
        mauvais="verifie_le: 2025-03-01\nrevoir_avant: 2025-01-15",
        bon="verifie_le: 2025-03-01\nrevoir_avant: 2026-03-01",
    ),
    Rule(
        code="CAT-D215",
        severity=Severity.INFO,
        titre="Fiche à revoir",
        message="la fiche devait être revue avant le {first}",
        label="à revoir",
        pourquoi="Un numéro, un montant ou une règle a pu changer depuis.",
        remede="Vérifiez la fiche, puis mettez à jour «\u00a0verifie_le\u00a0» et "
        "«\u00a0revoir_avant\u00a0».",
        bon="verifie_le: 2025-03-01\nrevoir_avant: 2026-03-01",
    ),
    Rule(
        code="CAT-D216",
        severity=Severity.AVERTISSEMENT,
        titre="Document plus récent que la fiche",
        message="le document d’origine est du {last}, la fiche a été mise à jour le {first}",
        label="après la mise à jour",
        pourquoi="La fiche ne peut pas reprendre un document qui n’existait pas encore\u00a0: une "
        "des deux dates est fausse.",
        remede="Mettez la fiche à jour d’après le document, puis changez «\u00a0date_maj\u00a0».",
        mauvais="source:\n  document: Programme départemental\n  date: 2025-06-01\ndate_maj: "
        "2025-01-15",
        bon="source:\n  document: Programme départemental\n  date: 2025-01-01\ndate_maj: "
        "2025-01-15",
    ),
    Rule(
        code="CAT-D217",
        severity=Severity.ERREUR,
        titre="Relecture à venir",
        message="le texte facile à lire aurait été relu le {last}, un jour à venir",
        label="date à venir",
        pourquoi="La page dirait relu un texte qui ne l’est pas.",
        remede="Écrivez le jour où le texte a été relu, ou retirez «\u00a0relu_par\u00a0» et "
        "«\u00a0relu_le\u00a0» en attendant.",
        bon="falc:\n  texte: Vous cherchez un travail.\n  relu_par: Association Fictive\n"
        "  relu_le: 2025-01-15",
    ),
)
