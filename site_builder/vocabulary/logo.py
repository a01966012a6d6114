"""What a logo may be: a PNG, or an SVG that holds a drawing and nothing that acts."""

from __future__ import annotations

from xml.parsers import expat

# The logo is on every page: it has to come at once on a slow telephone.
MAX_BYTES = 60 * 1024
_PNG = b"\x89PNG\r\n\x1a\n"
_ACTIVE = {"script", "foreignObject", "handler", "iframe", "embed", "object", "audio", "video"}
_LINKS = ("href", "src")


class _Danger(Exception):
    """What a drawing holds that is refused, in French words."""


def kind_of(data: bytes) -> str | None:
    """Return « png » or « svg », told from the content, ``None`` for anything else."""
    if data.startswith(_PNG):
        return "png"
    return "svg" if b"<svg" in data[:4096] else None


def find_danger(data: bytes) -> str | None:
    """Return what is refused in an SVG, in a few French words, ``None`` when it is harmless."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = _refuse_element
    parser.ProcessingInstructionHandler = _refuse_instruction
    try:
        parser.Parse(data, True)
    except _Danger as danger:
        return str(danger)
    except (expat.ExpatError, ValueError, LookupError):
        return "une faute d’écriture du dessin"
    return None


def _refuse_doctype(*_: object) -> None:
    # Entities can make a few bytes weigh gigabytes; no tool needs them for a drawing.
    raise _Danger("une déclaration « DOCTYPE »")


def _refuse_instruction(name: str, _: str) -> None:
    raise _Danger(f"une instruction « {name} »")


def _refuse_element(name: str, attributes: dict[str, str]) -> None:
    if _local(name) in _ACTIVE:
        raise _Danger(f"une balise « {name} »")
    for key, value in attributes.items():
        if _local(key).lower().startswith("on"):
            raise _Danger(f"un attribut « {key} »")
        if _local(key) in _LINKS and not value.startswith(("#", "data:image/png;")):
            raise _Danger(f"un lien « {key} »")


def _local(name: str) -> str:
    return name.rpartition(":")[2]
