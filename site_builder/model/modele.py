"""The base of all records and parts of records."""

from __future__ import annotations

import copyreg
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic.json_schema import SkipJsonSchema

M = TypeVar("M", bound="Modele")

# A copy of a record copies it before it adds to it.
_NOT_KEPT: set[str] = set()
# As many names as the dicts of CPython can share, and how many objects it wants to see of a class
# before it leaves no room for others.
_MOST_SHARED = 30
_SETTLED = 64
# Beside the values of a record's fields: what fetches those that are not there yet.
_REST = "_rest"


class Modele(BaseModel):
    """Base of every record and part of a record: frozen, unknown keys refused.

    A part is validated with the record that it is in: no validator of its own is made for it
    unless somebody asks. Which fields were written (``model_fields_set``) is not kept: nothing
    asks, and it would take as much memory as the values do. Names of fields are kept once for all
    parts of a kind.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    def model_post_init(self, _context: object) -> None:
        """Let go of the set of written fields, and of the names."""
        put = object.__setattr__
        put(self, "__pydantic_fields_set__", _NOT_KEPT)
        put(self, "__dict__", _with_shared_names(type(self), self.__dict__))

    def __reduce_ex__(self, _protocol: object) -> tuple[Any, ...]:
        """Tell how to be made again, without the search for methods that models do not have.

        Records go by thousands from a process to another, and to the disk.
        """
        # As ``object`` does; the types of the standard library leave the name out.
        new = copyreg.__newobj__  # type: ignore[attr-defined]
        return new, (self.__class__,), self.__getstate__()

    def __getstate__(self) -> dict[Any, Any]:
        """Return the values alone."""
        return self.__dict__

    def __setstate__(self, state: dict[Any, Any]) -> None:
        _put_values(self, _with_shared_names(type(self), state))


def make_part(model: type[M], values: dict[str, Any]) -> M:
    """Return a record, or a part of one, with ``values``: whichever they are, in their order."""
    part = model.__new__(model)
    _put_values(part, values)
    return part


def _put_values(record: Modele, values: dict[str, Any]) -> None:
    put = object.__setattr__
    put(record, "__dict__", values)
    put(record, "__pydantic_fields_set__", _NOT_KEPT)
    put(record, "__pydantic_extra__", None)
    put(record, "__pydantic_private__", None)


def _with_shared_names(model: type[Modele], values: dict[str, Any]) -> dict[str, Any]:
    """Return the values of all fields in half the memory.

    Or ``values``, when some are not there or there are too many.
    """
    names = _names[model]
    if len(values) != len(names):
        return values
    shared = names.copy()
    shared.update(values)
    return shared if len(shared) == len(values) else values


class _Names(dict[type[Modele], dict[str, Any]]):
    """For each model, a dict of its fields, the copies of which share their names.

    They do if it belongs to an object: https://peps.python.org/pep-0412/. It is empty when these
    are too many.
    """

    def __missing__(self, model: type[Modele]) -> dict[str, Any]:
        """Make the dict of ``model``."""
        values: dict[str, Any] = {}
        if len(model.model_fields) <= _MOST_SHARED:
            kind = type("", (), {})
            for _ in range(_SETTLED):
                one = kind()
                for name in model.model_fields:
                    setattr(one, name, None)
                values = vars(one)
        self[model] = values
        return values


_names = _Names()


class Rest(Protocol):
    """Values of some fields, that records do without until somebody asks for one of them."""

    @property
    def fields(self) -> AbstractSet[str]:
        """The names of these fields."""

    def fetch(self) -> None:
        """Give each record its values: see ``Fiche.complete``."""


class Fiche(Modele):
    """Base of the records that have a file of their own; the file's name is the slug.

    A record that is taken up from an earlier run may come without some of its values: they are
    fetched once one of them is asked for (``with_rest``). Whoever wants all values at once,
    rather than some by their names, calls ``values_of``.
    """

    # What is asked of all records of the kind whatever happens, to list and to compare them:
    # fields, and properties that are worth remembering. Empty when that is nearly everything.
    IN_LISTS: ClassVar[tuple[str, ...]] = ()

    # Injected by the loader from the file's name; an editor never writes it.
    slug: SkipJsonSchema[str]

    def with_rest(self, rest: Rest) -> None:
        """Fetch the values that are not there from ``rest``."""
        self.__dict__[_REST] = rest

    def complete(self, values: dict[str, Any]) -> None:
        """Take the values that were not there."""
        known = {**self.__dict__, **values}
        known.pop(_REST, None)
        # In the order of the fields, as in any other record.
        ordered = {name: known.pop(name) for name in type(self).model_fields}
        object.__setattr__(self, "__dict__", {**ordered, **known})

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            rest = self.__dict__.get(_REST)
            if rest is not None and name in rest.fields:
                rest.fetch()
            # In a preview, another thread may have fetched it in between.
            if name in self.__dict__:
                return self.__dict__[name]
            return super().__getattr__(name)

    def __getstate__(self) -> dict[Any, Any]:
        return values_of(self)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Fiche):
            values_of(self), values_of(other)
        return super().__eq__(other)

    def __hash__(self) -> int:
        return hash((type(self), self.slug))

    def __repr_args__(self) -> Any:
        values_of(self)
        return super().__repr_args__()


def values_of(record: Modele) -> dict[str, Any]:
    """Return the values of all fields of ``record``, by name and in their order.

    They are its own: they are not to be changed.
    """
    rest = record.__dict__.get(_REST)
    if rest is not None:
        rest.fetch()
    return record.__dict__
