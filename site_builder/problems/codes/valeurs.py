"""Numbers, SIRET, slugs, codes of places: CAT-V330 to CAT-V364."""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

RULES: tuple[Rule, ...] = (
    Rule(
        code="CAT-V330",
        severity=Severity.ERREUR,
        titre="SIRET mal formé",
        message="un SIRET compte 14 chiffres, sans autre signe\u202f; celui-ci en a {count}",
        label="pas 14 chiffres",
        pourquoi="Le SIRET relie la fiche à l’établissement dans les bases nationales.",
        remede="Recopiez le SIRET depuis l’avis de situation de l’Insee\u202f; les espaces sont "
        "permises.",
        mauvais="siret: 123 456 78",
        bon="siret: 123 456 782 00010",
    ),
    Rule(
        code="CAT-V331",
        severity=Severity.ERREUR,
        titre="SIRET dont la clé est fausse",
        message="le SIRET «\u00a0{value}\u00a0» contient une faute de frappe\u00a0: sa clé n’est "
        "pas juste",
        label="clé fausse",
        pourquoi="Le dernier chiffre d’un SIRET se calcule sur les autres\u202f; ici, le calcul "
        "ne tombe pas juste.",
        remede="Comparez chaque chiffre avec l’avis de situation de l’Insee.",
        mauvais="siret: 123 456 782 00011",
        bon="siret: 123 456 782 00010",
    ),
    Rule(
        code="CAT-V332",
        severity=Severity.ERREUR,
        titre="SIREN à la place du SIRET",
        message="«\u00a0{value}\u00a0» est un SIREN (9 chiffres)\u202f; il faut un SIRET (14 "
        "chiffres)",
        label="SIREN, pas SIRET",
        pourquoi="Le SIREN désigne l’organisme entier, le SIRET un de ses établissements.",
        remede="Ajoutez les 5 chiffres de l’établissement, qui suivent le SIREN dans l’avis de "
        "situation de l’Insee.",
        mauvais="siret: 123 456 782",
        bon="siret: 123 456 782 00010",
    ),
    Rule(
        code="CAT-V340",
        severity=Severity.ERREUR,
        titre="Nombre illisible",
        message="«\u00a0{value}\u00a0» n’est pas un nombre",
        label="pas un nombre",
        pourquoi="Le site calcule avec cette valeur et la met en forme lui-même.",
        remede="Écrivez le nombre en chiffres, avec une virgule ou un point pour les décimales.",
        mauvais="montant: environ 80",
        bon="montant: 80",
    ),
    Rule(
        code="CAT-V341",
        severity=Severity.ERREUR,
        titre="Unité dans un nombre",
        message="le nombre est suivi de son unité («\u00a0{unite}\u00a0»)",
        label="unité en trop",
        pourquoi="L’unité a son propre champ, ou se déduit du champ\u00a0: elle serait affichée "
        "deux fois.",
        remede="Ne gardez que le nombre.",
        mauvais="montant: 150 €",
        bon="montant: 150",
    ),
    Rule(
        code="CAT-V342",
        severity=Severity.ERREUR,
        titre="Nombre trop grand",
        message="«\u00a0{value}\u00a0» est un nombre de plus de {limit} chiffres",
        label="trop de chiffres",
        pourquoi="Aucun montant ni aucun effectif du catalogue n’est aussi grand\u00a0: c’est "
        "sans doute une faute de frappe.",
        remede="Vérifiez le nombre.",
        mauvais="montant: 1500000000000",
        bon="montant: 1500",
    ),
    Rule(
        code="CAT-V343",
        severity=Severity.ERREUR,
        titre="Nombre ambigu",
        message="«\u00a0{value}\u00a0» peut se lire de deux façons",
        label="ambigu",
        pourquoi="Le point et la virgule séparent les milliers dans certains pays, les décimales "
        "dans d’autres.",
        remede="Écrivez les milliers sans signe ou avec une espace, et les décimales après une "
        "virgule.",
        mauvais="montant: 1.500",
        bon="montant: 1500",
    ),
    Rule(
        code="CAT-V345",
        severity=Severity.ERREUR,
        titre="Ni oui ni non",
        message="on attend «\u00a0oui\u00a0» ou «\u00a0non\u00a0», et non «\u00a0{value}\u00a0»",
        label="oui ou non",
        pourquoi="Ce champ n’a que deux réponses possibles.",
        remede="Écrivez «\u00a0oui\u00a0» ou «\u00a0non\u00a0».",
        mauvais="sensible: peut-être",
        bon="sensible: oui",
    ),
    Rule(
        code="CAT-V350",
        severity=Severity.ERREUR,
        titre="Nom de fiche mal formé",
        message="«\u00a0{value}\u00a0» ne peut pas être le nom d’une fiche",
        label="nom mal formé",
        pourquoi="Ce nom devient celui du fichier et l’adresse de la page\u00a0: il doit être "
        "simple et sûr partout.",
        remede="Utilisez des lettres minuscules sans accent, des chiffres, et un seul trait "
        "d’union entre les mots.",
        mauvais="structures: [Mission_Locale]",
        bon="structures: [mission-locale]",
    ),
    Rule(
        code="CAT-V351",
        severity=Severity.ERREUR,
        titre="Nom de fiche trop long",
        message="le nom de la fiche a {count} caractères\u202f; {limit} au plus sont permis",
        label="trop long",
        pourquoi="Ce nom devient l’adresse de la page\u00a0: une adresse longue se copie et se "
        "dicte mal.",
        remede="Raccourcissez le nom en gardant les mots qui comptent.",
    ),
    Rule(
        code="CAT-V360",
        severity=Severity.ERREUR,
        titre="Commune inconnue",
        message="«\u00a0{value}\u00a0» n’est pas le code INSEE d’une commune",
        label="commune inconnue",
        pourquoi="Le code INSEE désigne une commune sans ambiguïté\u202f; un nom ou un code "
        "postal peut en désigner plusieurs.",
        remede="Cherchez le code de la commune sur le site de l’Insee. Il a cinq caractères, 0 "
        "du début compris.",
        mauvais="communes: [Lens]",
        bon="communes: [62498]",
    ),
    Rule(
        code="CAT-V361",
        severity=Severity.ERREUR,
        titre="Code postal à la place du code INSEE",
        message="«\u00a0{value}\u00a0» est un code postal, pas le code INSEE d’une commune",
        label="code postal",
        pourquoi="Plusieurs communes partagent un même code postal, et une ville peut en avoir "
        "plusieurs.",
        remede="Écrivez le code INSEE de la commune.",
        mauvais="communes: [59000]",
        bon="communes: [59350]",
    ),
    Rule(
        code="CAT-V362",
        severity=Severity.ERREUR,
        titre="Intercommunalité inconnue",
        message="«\u00a0{value}\u00a0» n’est pas le numéro SIREN d’une intercommunalité",
        label="EPCI inconnu",
        pourquoi="Une intercommunalité (EPCI) est désignée par son numéro SIREN, dont se "
        "déduisent ses communes.",
        remede="Cherchez le numéro de l’intercommunalité sur le site de l’Insee\u202f; il "
        "compte neuf chiffres.",
        mauvais="epci: [Lens-Liévin]",
        bon="epci: [246200364]",
    ),
    Rule(
        code="CAT-V363",
        severity=Severity.ERREUR,
        titre="Département inconnu",
        message="«\u00a0{value}\u00a0» n’est pas le code d’un département",
        label="département inconnu",
        pourquoi="Le code relie le territoire à ses communes.",
        remede="Écrivez le code à deux caractères (trois outre-mer), 0 du début compris.",
        mauvais="code: Pas-de-Calais",
        bon='code: "62"',
    ),
    Rule(
        code="CAT-V364",
        severity=Severity.ERREUR,
        titre="Code postal mal formé",
        message="«\u00a0{value}\u00a0» n’est pas un code postal",
        label="5 chiffres",
        pourquoi="Un code postal compte cinq chiffres\u202f; le courrier et les cartes en "
        "dépendent.",
        remede="Écrivez les cinq chiffres sans espace, 0 du début compris.",
        mauvais="code_postal: 1000",
        bon='code_postal: "01000"',
    ),
)
