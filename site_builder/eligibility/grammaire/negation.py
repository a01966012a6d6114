"""Denying a clause: « Vous n’avez pas d’enfants à charge »."""

from __future__ import annotations

import re

from site_builder.eligibility.grammaire.clauses import Clause, join

_VOWEL = re.compile(r"[aàâeéèêëiîïoôuùûœæ]|y(?![aeéoiu])|h", re.IGNORECASE)
# Before these, an « h » forbids elision as a consonant does.
_ASPIRATE = re.compile(
    r"h(?:a[iï]|auss|aut|andicap|arcel|arcèl|ach|alet|all\b|alte|amac|ameau|ang|ant|asard|ât"
    r"|eurt|érisson|ériss|éros\b|ernie|iér|iss|och|obby|ors|out|uit|url|utte|ongr|olland|LM)"
    r"|onz|oui\b|y(?:a|o)",
    re.IGNORECASE,
)
_BE = frozenset(
    "suis es est sommes êtes sont étais était étions étiez étaient serai sera serez seront "
    "serait seriez seraient".split()
)
_LINKING = re.compile(r"dev(?:en|ien)|rest|sembl|para[iî]|parai|demeur")
_HAVE = frozenset(
    "ai as a avons avez ont avais avait aviez avaient aura aurez auront aurait auriez".split()
)
# Verbs whose « des », « du », « de la » bring an object: after the others (« bénéficier du
# RSA », « souffrir de la solitude ») they are prepositions, which negation leaves alone.
_TRANSITIVE = re.compile(
    r"accompagn|accueill|accept|aid|apport|assur|attend|ch[eè]rch|construi|dema|dev[aeo]|do[in]"
    r"|élèv|élev|embauch|emplo|encadr|épr|exerc|fai|form|gagn|gard|g[eè]r|loue|m[eè]n|obt|offr"
    r"|organis|pai|pay|perç|percev|port|poss[eéè]d|pren|pratiqu|prépar|propos|réalis|reç|recev"
    r"|recherch|rencontr|rempl|souhait|sui[tvs]|subi|touch|trouv|utilis|vers|voul|veu|connai|a[st]?$"
)
_ADVERBS = r"(?:(?:actuellement|aujourd’hui|habituellement|récemment|régulièrement|seule?)\s+)*"
_PARTICIPLE = r"(?:\w+(?:é|ée|és|ées|i|is|ie|it|u|us|ue|ert)\s+)?"
_OBJECT = re.compile(
    rf"(?P<tete>{_ADVERBS}{_PARTICIPLE}{_ADVERBS})"
    r"(?P<article>au moins une?|une? ou plusieurs|une?|des|du|de la|de l’)"
    r"(?:\s+|(?<=’))(?P<nom>.+)"
)
# Words that a denial would turn into something else than the contrary.
_UNSAFE = re.compile(
    r"\b(?:jamais|rien|aucune?|toujours|aussi|également|quelqu’un|quelque chose|et non|ne|pas"
    r"|seulement|uniquement|beaucoup|l’une? d[eu]s?)\b|\bn’|^une? (?:des?\b|d’)"
)
_QUANTIFIED = re.compile(
    r"(?:.*, )?(?:des|plusieurs|tous|toutes|tout|toute|chaque|certaine?s|aucune?|l’une?|quelques"
    r"|personne|rien)\b",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"(?P<avant>.*, )?(?P<un>une?) (?P<nom>.+)", re.IGNORECASE)
_APART = re.compile(r"\b(?:qui|que|dont|où|lorsque|quand|si|comme|tels?|telles?)\b|\bqu’|[(:]")
_AND = re.compile(r"(?<!-)\bet\b(?!-)")
_OR_VERB = re.compile(r"\bou (?!autre|votre|notre)(?:(?:vous|se) |s’)?\w+(?:er|ir|re)\b")
_BETWEEN = re.compile(r"\bentre (?:\w+ ){1,3}et\b")
# A determiner, a noun, and adjectives of which « et » joins the last two.
_OBJECT_WITH_ADJECTIVES = re.compile(
    r"(?:.* |.*d’)?(?:une?|des|du) \w+ (?:[\w’]+,? )+?et (?:sur mesure|\w+ par \w+"
    r"|\w+(?:é|ent|ant|if|ive|ique|el|elle|able|eux|euse)e?s?)\b"
)
_OBLIGATION = re.compile(r"(?:faut|faudra(?:it)?|fallait|d(?:ois|oit|oivent|ev(?:[aeio]|r)\w+))$")
# « Devoir » owes a thing, « falloir » needs one: neither obliges to do.
_OWED = re.compile(r"(?:une?|des|du|de la|au moins|plus de|moins de)\s|de l’|\W|$")
_OR_ARTICLE = re.compile(
    r",? ou (?:bien )?(?:une?|des|du|de la|de l’)(?:\s+|(?<=’))(?!plusieurs)(\w+)"
)
_LISTED_ARTICLE = re.compile(r", (?:une?|des|du|de la|de l’)(?:\s+|(?<=’))(\w+)")
_OR = re.compile(
    r" ou (?:bien )?(?=(?:le|la|les|votre|vos|son|sa|ses|leurs?|une?|de|du|des|à|au|aux|en|dans"
    r"|pour|par|sur|avec)\s(?!plusieurs)|[ld]’)"
)


def elide_de(word: str) -> str:
    """Return ``word`` after « de »: « d’enfants », « de handicap »."""
    return f"d’{word}" if starts_with_vowel(word) else f"de {word}"


def after(preposition: str, words: str) -> str:
    """Return ``words`` after a preposition that may contract: « au parcours », « d’un emploi »."""
    contracted = {"à le": "au", "à les": "aux", "de le": "du", "de les": "des"}
    article, _, noun = words.partition(" ")
    if short := contracted.get(f"{preposition} {article}"):
        return f"{short} {noun}"
    return elide_de(words) if preposition == "de" else f"{preposition} {words}"


def starts_with_vowel(text: str) -> bool:
    """Tell whether « ne » and « de » are elided before ``text``."""
    return bool(_VOWEL.match(text)) and not _ASPIRATE.match(text)


def deny(clause: Clause) -> str | None:
    """Return the contrary of ``clause``, ``None`` where French makes it something else."""
    if not clause.verbe or _turns_otherwise(clause):
        return None
    if clause.sujet.lower() == "quelqu’un":
        return deny_subject(clause, "personne")
    if indefinite := _INDEFINITE.fullmatch(clause.sujet):
        subject = f"{indefinite['avant'] or ''}auc{indefinite['un'].lower()} {indefinite['nom']}"
        return deny_subject(clause, subject)
    word, suite = "pas", clause.suite
    for adverb, other in (("déjà", "pas encore"), ("encore", "plus")):
        if re.match(rf"{adverb}\b", suite):
            word, suite = other, suite.removeprefix(adverb).lstrip()
    if re.search(r"\b(?:déjà|encore)\b", suite):
        return None
    if clause.verbe in _BE or _LINKING.match(clause.verbe):
        return _compose(clause, clause.sujet, word, _nor(suite))
    return _without_object(clause, word, suite)


def _turns_otherwise(clause: Clause) -> bool:
    quantified = _UNSAFE.search(clause.suite) or _QUANTIFIED.match(clause.sujet)
    return bool(quantified) or obliges(clause) or _coordinates(clause)


def obliges(clause: Clause) -> bool:
    """Tell whether a verb obliges: « il faut vous aider », « vous devez partir ».

    Denied it would become a prohibition, with « au plus » a limit.
    """
    obliging = _OBLIGATION.match(clause.verbe) and not _LINKING.match(clause.verbe)
    return bool(obliging) and not _OWED.match(clause.suite)


def _coordinates(clause: Clause) -> bool:
    """Tell whether two things are said at once: denied, is it neither, or not both?

    Two adjectives of one object are one thing: « un personnel qualifié et compétent ».
    """
    aside = _APART.search(clause.suite)
    main = clause.suite[: aside.start()] if aside else clause.suite
    if _AND.search(clause.sujet) or _OR_VERB.search(main):
        return True
    if not _AND.search(_BETWEEN.sub("", main)):
        return False
    being = clause.verbe in _BE or bool(_LINKING.match(clause.verbe))
    return being or not _OBJECT_WITH_ADJECTIVES.match(main)


def deny_subject(clause: Clause, subject: str) -> str:
    """Return ``clause`` with a subject that denies: « personne », « aucun organisme », « ni… »."""
    suite = re.sub(r"^déjà\b", "encore", clause.suite)
    return _compose(clause, subject, "", _nor(suite))


def _without_object(clause: Clause, word: str, suite: str) -> str | None:
    """Deny a verb whose object loses its article: « un emploi » becomes « d’emploi »."""
    found = _OBJECT.fullmatch(suite)
    if found is None or not _brings_an_object(clause.verbe, found):
        return _compose(clause, clause.sujet, word, _nor(suite))
    article, noun = found["article"], found["nom"]
    if article.startswith("au moins") and word == "pas":
        return _compose(clause, clause.sujet, "", f"{found['tete']}auc{article[9:]} {noun}")
    if re.match(r"seule?\b", noun):
        return _compose(clause, clause.sujet, word, suite)
    others = _LISTED_ARTICLE.sub(lambda listed: f", {elide_de(listed[1])}", noun)
    others = _OR_ARTICLE.sub(lambda other: f" ni {elide_de(other[1])}", others)
    return _compose(clause, clause.sujet, word, found["tete"] + elide_de(_nor(others)))


def _brings_an_object(verb: str, found: re.Match[str]) -> bool:
    # « J’ai suivi une formation »: only the auxiliary lets a participle stand in between.
    if found["tete"].strip() and verb not in _HAVE and not re.fullmatch(_ADVERBS, found["tete"]):
        return False
    if found["article"].startswith(("u", "au moins")):
        return True
    return bool(verb in _HAVE or _TRANSITIVE.match(verb))


def _nor(suite: str) -> str:
    """Turn « ou » into « ni » where it joins complements, before any aside."""
    relative = _APART.search(suite)
    end = relative.start() if relative else len(suite)
    main = re.sub(r", ou (?=\w)", ", ni ", suite[:end])
    return _OR.sub(" ni ", main) + suite[end:]


def _compose(clause: Clause, subject: str, word: str, suite: str) -> str:
    ne = "n’" if starts_with_vowel(clause.groupe) else "ne"
    return join(clause.avant, subject, ne, clause.groupe, word, suite)
