"""What MkDocs says, brought to our own commands."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import Abort, MkDocsException

_LOGGER = logging.getLogger("mkdocs")


class HostError(Exception):
    """MkDocs refused to work. The message is for the user; it may have several lines."""


@contextmanager
def without_mkdocs_exceptions(log: list[str]) -> Iterator[None]:
    """Turn what MkDocs raises into ``HostError``, with what it logged before."""
    try:
        yield
    except MkDocsException as error:
        # « Aborted with 2 warnings in strict mode! » adds nothing to the warnings themselves.
        conclusion = [] if log and isinstance(error, Abort) else [error.message]
        raise HostError("\n".join([*log, *conclusion])) from error


class _Collector(logging.Handler):
    """Keeps the warnings and errors that MkDocs logs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def collected_log() -> Iterator[list[str]]:
    """Keep the warnings and errors that MkDocs logs, instead of showing them."""
    collector = _Collector()
    with _handler(collector, _LOGGER.level):
        yield collector.messages


@contextmanager
def _handler(handler: logging.Handler, level: int) -> Iterator[None]:
    former = _LOGGER.level, _LOGGER.propagate
    _LOGGER.addHandler(handler)
    _LOGGER.setLevel(level)
    _LOGGER.propagate = False
    try:
        yield
    finally:
        _LOGGER.removeHandler(handler)
        _LOGGER.level, _LOGGER.propagate = former
