"""One rule, read from its leaves up: each mistake is told once, where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from site_builder.checks.contradictions import smallest_conflict
from site_builder.checks.meaning import Meaning
from site_builder.checks.review import Subject
from site_builder.checks.tranches import find_holes, hole_in_words
from site_builder.eligibility.formules import (
    ALWAYS,
    JAMAIS,
    LIBRE,
    Formule,
    Issues,
    conjunction,
)
from site_builder.eligibility.recherche import Budget, is_possible
from site_builder.eligibility.solveur import join
from site_builder.model.condition import (
    GROUPES,
    Aucune,
    Condition,
    CriterePublicCible,
    CritereQuestion,
    CritereTerritoire,
    Feuille,
    Groupe,
    Toutes,
    UneDe,
    children,
)
from site_builder.model.reference import Path
from site_builder.problems import Place, Problem
from site_builder.vocabulary.typographie import french_list

# A contradiction between more conditions than this cannot be told in a sentence.
_MOST_IN_CONFLICT = 4
_GROUPS = ("toutes", "une_de", "aucune")


class Reading:
    """The reading of one rule; ``problems`` fills on the way."""

    def __init__(self, subject: Subject, meaning: Meaning) -> None:
        self.problems: list[Problem] = []
        self._subject = subject
        self._meaning = meaning
        self._budget = Budget()
        # By path: what was read, without the priorities.
        self._issues: dict[Path, Issues] = {}

    def root(self, condition: Condition, path: Path) -> Issues | None:
        """Read a whole rule; return ``None`` when there are only priorities in it."""
        # « toutes: [] » is how a rule says that everybody is welcome.
        if isinstance(condition, Toutes | Aucune) and not children(condition):
            return ALWAYS
        issues = self._read(condition, path)
        if issues is None and isinstance(condition, Toutes | UneDe | Aucune):
            self._report("CAT-E546", _head(condition, path))
        return issues

    def _read(self, condition: Condition, path: Path, *, excluded: bool = False) -> Issues | None:
        """Return the issues of a condition, ``None`` for priorities; report what is wrong.

        ``excluded``: the condition shuts out those who satisfy it.
        """
        if type(condition) in GROUPES:
            issues = self._group(cast("Groupe", condition), path, excluded=excluded)
        else:
            leaf = cast("Feuille", condition)
            found = self._leaf(leaf, path)
            issues = None if leaf.nature == "prioritaire" else found
        if issues is not None:
            self._issues[path] = issues
        return issues

    def _leaf(self, leaf: Feuille, path: Path) -> Issues:
        if isinstance(leaf, CritereTerritoire):
            for rank, slug in enumerate(leaf.territoire):
                if self._meaning.lists_no_commune(slug):
                    self._report("CAT-E542", (*path, "territoire", rank))
        issues = self._meaning.issues(leaf, self._subject, path)
        if issues.oui is JAMAIS:
            return self._report("CAT-E540", _head(leaf, path))
        if issues.non is JAMAIS:
            return self._report("CAT-E543", _head(leaf, path))
        return issues

    def _group(self, group: Groupe, path: Path, *, excluded: bool) -> Issues | None:
        inside = excluded != isinstance(group, Aucune)
        written = _members(group, path)
        read = [self._read(child, where, excluded=inside) for child, where in written]
        members = [issues for issues in read if issues is not None]
        if read and not members:
            return None
        if len(members) < len(read):
            self._report_priorities(group, path)
        issues = join(group, members)
        # Members that are impossible, or always hold, are reported and may go either way by
        # now: a group can only be wrong by the way its members go together, or by having none.
        if isinstance(group, UneDe):
            if not self._is_possible(issues.non):
                return self._report("CAT-E543", _head(group, path))
            if not excluded:
                self._report_holes(group, path)
        elif not members:
            return self._report("CAT-E543", _head(group, path))
        elif not self._is_possible(issues.oui):
            return self._report_impossible(group, path)
        return issues

    def _is_possible(self, formule: Formule) -> bool:
        return is_possible(formule, self._budget) is not False

    def _report(self, code: str, path: Path, **words: str) -> Issues:
        """Report what stands at ``path``; from then on it may go either way."""
        make = self._subject.key_problem if path[-1] in _GROUPS else self._subject.problem
        self.problems.append(make(code, path, **words))
        return LIBRE

    def _report_priorities(self, group: Groupe, path: Path) -> None:
        for child, where in _members(group, path):
            if isinstance(child, Toutes | UneDe | Aucune) and where not in self._issues:
                self._report("CAT-E546", _head(child, where))

    def _report_impossible(self, group: Toutes | Aucune, path: Path) -> Issues:
        conflict = None
        if isinstance(group, Toutes):
            parts = list(self._conjuncts(group, path))
            conflict = smallest_conflict(
                parts,
                lambda some: self._is_possible(conjunction(formule for _, formule in some)),
                _MOST_IN_CONFLICT,
            )
        if conflict is None or len(conflict) < 2:
            return self._report("CAT-E540", _head(group, path))
        *others, last = (head for head, _ in conflict)
        lines = sorted({self._place(head).line for head in others})
        return self._report("CAT-E541", last, others=_in_words(lines, self._place(last).line))

    def _conjuncts(self, condition: Condition, path: Path) -> Iterator[tuple[Path, Formule]]:
        """Yield what has to hold for ``condition`` to, each with the place that says it best."""
        issues = self._issues.get(path)
        if isinstance(condition, Toutes) and issues is not LIBRE:
            for child, where in _members(condition, path):
                yield from self._conjuncts(child, where)
        elif isinstance(condition, Aucune) and issues is not None and issues is not LIBRE:
            for child, where in _members(condition, path):
                if where in self._issues:
                    yield _head(child, where), self._issues[where].non
        elif issues is not None:
            yield _head(condition, path), issues.oui

    def _place(self, head: Path) -> Place:
        document = self._subject.document
        return document.key_place(head) if head[-1] in _GROUPS else document.place(head)

    def _report_holes(self, group: UneDe, path: Path) -> None:
        alternatives = [
            (_head(child, where), self._issues[where].oui)
            for child, where in _members(group, path)
            if where in self._issues
        ]
        for hole in find_holes(alternatives, self._meaning.echelles):
            question = self._meaning.questions[hole.question]
            entiers = self._meaning.echelles[hole.question].entiers
            words = hole_in_words(hole.interval, question, entiers=entiers)
            code = "CAT-E544" if hole.is_narrow else "CAT-E545"
            self._report(code, hole.path, question=question.slug, hole=words)


def _members(group: Groupe, path: Path) -> list[tuple[Condition, Path]]:
    name = GROUPES[type(group)]
    return [(child, (*path, name, rank)) for rank, child in enumerate(children(group))]


def _head(condition: Condition, path: Path) -> Path:
    """Return the path of what names a condition: the question, the public, the group."""
    match condition:
        case CritereQuestion():
            return (*path, "question")
        case CriterePublicCible():
            return (*path, "public_cible")
        case CritereTerritoire():
            return (*path, "territoire")
        case Toutes() | UneDe() | Aucune():
            return (*path, GROUPES[type(condition)])
        case _:
            return (*path, "appreciation")


def _in_words(lines: list[int], own: int) -> str:
    """Return the other conditions of a contradiction by their lines."""
    if lines == [own]:
        return "une autre condition de la même ligne"
    words = [str(line) for line in lines]
    if len(words) == 1:
        return f"celle de la ligne {words[0]}"
    return f"celles des lignes {french_list(words)}"
