"""What the label of an option is, grammatically: yes, no, a noun, a plural."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.vocabulary.typographie import fold, french_list

_NO_BREAK = "\u00a0"

_YES = re.compile(r"oui\b", re.IGNORECASE)
_NO = re.compile(r"non\b(?!-)", re.IGNORECASE)
# Words that lose their capital within a sentence; any other may be a proper noun.
_ORDINARY = re.compile(
    r"(?:une?|le|la|les|l’|des?|d’|du|au|aux|à|en|dans|chez|sans|avec|sur|pour|par|se|s’|moins"
    r"|plus|entre|plusieurs|quelques|seule?|autre|ni|pas|aucune?|rien|personne|votre|vos|mon|ma"
    r"|mes|notre|nos|ses|vous|nous|il|elle|ils|elles|on|cette|oui|non|peu|encore)"
    r"(?![\w-])|(?:l|d|s)’",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(?:des|les|d’autres|plusieurs|quelques|vos|ses|mes|deux|trois)\b", re.IGNORECASE
)
_DETERMINED = re.compile(
    r"(?:une?|des|le|la|les|du|de la|d’autres?|au moins une?|plusieurs|quelques|votre|vos)\s"
    r"|(?:de )?l’",
    re.IGNORECASE,
)
# « Cuisinier » and « loyer » end as verbs do: an infinitive is known by its « se », or by name.
_INFINITIVE = re.compile(
    r"(?:se |s’)[a-zà-ÿ]+(?:er|ir|re)\b|(?:acheter|accéder|aller|apprendre|arrêter|attendre|avoir"
    r"|changer|chercher|commencer|communiquer|comprendre|conduire|conserver|construire|continuer"
    r"|créer|cuisiner|déménager|demander|devenir|écrire|élever|entrer|être|faire|financer|finir"
    r"|garder|gérer|habiter|jardiner|lire|louer|marcher|obtenir|organiser|parler|passer|payer"
    r"|préparer|présenter|prendre|quitter|rechercher|rédiger|remplir|rencontrer|reprendre|rester"
    r"|retrouver|sortir|suivre|téléphoner|tenir|travailler|trouver|utiliser|vendre|venir|vivre"
    r"|voir|voyager)\b",
    re.IGNORECASE,
)
# Bodies that French names without an article.
_ORGANISME = re.compile(r"(?:France Travail|P[ôo]le emploi|Cap emploi)\b", re.IGNORECASE)
_COMPOUND = re.compile(r" (?:ou|et) |, ")
_TWO_NOUNS = re.compile(r" (?:ou|et) (?:(?:une?|des|du|de la|le|la|les) |l’|[A-ZÀ-Þ])|, ")
_FIRST_PERSON = re.compile(
    r"\b(?:je|me|moi|mon|ma|mes|nous|notre|nos|le mien|la mienne)\b|\b[jm]’", re.IGNORECASE
)
_SECOND_PERSON = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)
_THIRD_PERSON = re.compile(r"\b(?:se|son|sa|ses|leurs?)\b|\bs’", re.IGNORECASE)
_KIND = re.compile(r"^(?:type|genre|sorte|catégorie)s? d(?:e |’)")
# A capital then capitals, or two words with capitals: « RSA », « France Travail ».
_PROPER = re.compile(r"[A-ZÀ-Þ]{2,}|[A-ZÀ-Þ][\w’-]+ [A-ZÀ-Þ]")
_THIRD_PERSONS = {
    "est": "sont",
    "a": "ont",
    "fait": "font",
    "va": "vont",
    "peut": "peuvent",
    "doit": "doivent",
    "veut": "veulent",
    "rend": "rendent",
    "met": "mettent",
    "permet": "permettent",
    "suit": "suivent",
    "vit": "vivent",
}


def affirmative(label: str) -> bool:
    """Tell whether an option says yes: « Oui », « Oui, il peut freiner l’insertion »."""
    return bool(_YES.match(label))


def negative(label: str) -> bool:
    """Tell whether an option says no."""
    return bool(_NO.match(label))


def tail(label: str) -> str:
    """Return what an option adds to its yes or its no."""
    _, _, rest = label.partition(",")
    return rest.strip()


def is_noun_phrase(label: str) -> bool:
    """Tell whether an option can stand in a sentence as an object."""
    return bool(_DETERMINED.match(label) or _ORGANISME.match(label))


def is_infinitive(label: str) -> bool:
    """Tell whether an option is surely an infinitive: « Se déplacer », « Suivre un stage »."""
    return bool(_INFINITIVE.match(label))


def is_compound(label: str) -> bool:
    """Tell whether an option holds several things: in a list, none could tell its ends.

    « Un manque de compétences ou de qualification » is one; « Un CAP ou un BEP » are two.
    """
    return bool((_TWO_NOUNS if _DETERMINED.match(label) else _COMPOUND).search(label))


def in_first_person(label: str) -> bool:
    """Tell whether whoever answers speaks of themselves: « Créer mon entreprise »."""
    return bool(_FIRST_PERSON.search(label))


def in_person_of(label: str, question: str, *, subject: bool = False) -> bool:
    """Tell whether an option can be said of whom ``question`` speaks of.

    « Créer mon entreprise » cannot, nor « Se former » said to « vous »; as a ``subject``,
    « Se déplacer » is said of anyone.
    """
    if in_first_person(label):
        return False
    if _SECOND_PERSON.search(question):
        return subject or not _THIRD_PERSON.search(label)
    return not _SECOND_PERSON.search(label)


def repeats(noun: str, label: str) -> bool:
    """Tell whether an option says again what is asked: « Un parcours emploi » is a parcours."""
    head = re.escape(fold(_KIND.sub("", noun).split()[0]).rstrip("sx"))
    return bool(re.match(rf"(?:\w+ |l’|d’)(?:\w+ )?{head}[sx]?\b", fold(label).replace("'", "’")))


def is_nothing(label: str) -> bool:
    """Tell whether an option denies by itself: « Aucun diplôme », « Personne »."""
    return bool(re.fullmatch(r"aucune? .+|personne", label, re.IGNORECASE))


def is_plural(label: str) -> bool:
    """Tell whether an option takes a verb in the plural."""
    return bool(_PLURAL.match(label))


def lowered(label: str) -> str:
    """Return an option as it stands within a sentence; proper nouns keep their capital."""
    text = label.rstrip(".")
    ordinary = _ORDINARY.match(text) or _INFINITIVE.match(text)
    return text[:1].lower() + text[1:] if ordinary else text


def listed(labels: Sequence[str], conjunction: str) -> str:
    """Return options after a colon: in quotation marks where they would not end clearly."""
    clear = len(labels) == 1 or not any(map(is_compound, labels))
    if clear and all(map(_ORDINARY.match, labels)):
        return french_list(map(lowered, labels), conjunction)
    quotes = [f"«{_NO_BREAK}{label.rstrip('.')}{_NO_BREAK}»" for label in labels]
    return french_list(quotes, conjunction)


def lowered_noun(label: str) -> str:
    """Return an option where any word but a proper noun belongs: « précaire »."""
    text = label.rstrip(".")
    return text if _PROPER.match(text) else text[:1].lower() + text[1:]


def plural_verb(verb: str) -> str | None:
    """Return the plural of a verb in the third person, ``None`` if it cannot be told."""
    return f"{verb}nt" if verb.endswith("e") else _THIRD_PERSONS.get(verb)
