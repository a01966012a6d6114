"""The site itself: what the law asks it to publish, and its accessibility statement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_builder.checks.dates import in_words
from site_builder.checks.review import Review, Subject
from site_builder.model.accessibilite import Accessibilite, Audit
from site_builder.model.champs import Modele
from site_builder.model.kinds import SITE
from site_builder.model.reference import Path
from site_builder.model.site import Editeur, Hebergeur, Site
from site_builder.problems import Place, Problem, problem
from site_builder.vocabulary.a_completer import is_to_complete

_MENTIONS = "Mentions légales"
_EDITEUR = {
    "adresse": "l’adresse de l’éditeur",
    "directeur_publication": "la direction de la publication",
}
_HEBERGEUR = {"adresse": "l’adresse de l’hébergeur"}


def check_site(review: Review) -> Iterator[Problem]:
    """Ask for the legal data of the site, and for an audit behind what it says of itself."""
    key = (SITE.name, "")
    if key in review.loaded.refused:
        return
    if key not in review.loaded.documents:
        if review.loaded.documents:
            yield problem("CAT-S600", Place(f"{SITE.name}.yml"))
        return
    subject, site = review.subject(*key), review.catalogue.site
    yield from _mentions(subject, site)
    yield from _contact(subject, site)
    yield from _to_complete(subject, site)
    if site.accessibilite:
        yield from _statement(subject, site.accessibilite, review.today)


def _mentions(subject: Subject, site: Site) -> Iterator[Problem]:
    for name, who, fields in (
        ("editeur", "l’éditeur du site", _EDITEUR),
        ("hebergeur", "l’hébergeur du site", _HEBERGEUR),
    ):
        block: Editeur | Hebergeur | None = getattr(site, name)
        if block is None:
            yield subject.problem("CAT-S601", (), what=who, page=_MENTIONS, value="")
        elif not is_to_complete(block.nom):
            for field, what in fields.items():
                if not getattr(block, field):
                    yield _missing(subject, name, "CAT-S601", what=what, page=_MENTIONS)
            if not block.telephone:
                yield _missing(subject, name, "CAT-S602", what=f"le téléphone de {who}")


def _contact(subject: Subject, site: Site) -> Iterator[Problem]:
    """Ask for a way to write to somebody, of the contact or else of the publisher."""
    what = "un courriel, un téléphone ou un formulaire"
    if site.contact:
        contact = site.contact
        reached = contact.courriel or contact.telephone or contact.formulaire
        if not reached and not is_to_complete(contact.service):
            yield _missing(subject, "contact", "CAT-S601", what=what, page="Contact")
    elif (
        site.editeur
        and not is_to_complete(site.editeur.nom)
        and not (site.editeur.courriel or site.editeur.telephone)
    ):
        yield _missing(subject, "editeur", "CAT-S601", what=what, page="Contact")


def _missing(subject: Subject, block: str, code: str, **words: str) -> Problem:
    """Make the problem of what a block lacks, where the block begins."""
    return subject.problem_at(code, subject.document.key_place((block,)), **words)


def _to_complete(subject: Subject, site: Site) -> Iterator[Problem]:
    """Recall what is marked as to complete, once a block."""
    blocks: dict[Path, list[Path]] = {}
    for path, _, text in subject.texts:
        if is_to_complete(text):
            blocks.setdefault(path[:1], []).append(path)
    for (name,), paths in blocks.items():
        fields = f"«\u00a0{_title(site, (name,))}\u00a0»"
        if titles := [_title(site, path) for path in paths if len(path) > 1]:
            fields += f" ({', '.join(titles)})"
        yield subject.problem("CAT-S603", paths[0], fields=fields)


def _title(site: Site, path: Path) -> str:
    """Return the French title of the field at ``path``."""
    record: object = site
    title = ""
    for name in (str(step) for step in path if not isinstance(step, int)):
        if isinstance(record, Modele):
            title = type(record).model_fields[name].title or name
            record = getattr(record, name)
    return title


def _statement(subject: Subject, statement: Accessibilite, today: date) -> Iterator[Problem]:
    audit = statement.audit
    if audit and audit.date > today:
        path = ("accessibilite", "audit", "date")
        yield subject.problem("CAT-D213", path, key="date", last=in_words(audit.date))
    elif audit and audit.expires < today:
        yield subject.problem("CAT-S611", ("accessibilite", "audit", "date"))
    measured = {statement.conformite(today), audit.conformite if audit else ""}
    if statement.etat and statement.etat not in measured:
        yield subject.problem("CAT-S610", ("accessibilite", "etat"), reason=_reason(audit))


def _reason(audit: Audit | None) -> str:
    if audit is None:
        return "aucun audit n’est décrit"
    return f"l’audit du {in_words(audit.date)} donne «\u00a0{audit.conformite}\u00a0»"
