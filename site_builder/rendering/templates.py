"""The environment of the catalogue's templates: escaping, strict, and quick to run.

Jinja asks each value that is called, printed or looked into what it is, and each template that
imports another whether their globals differ. The answers are always the same here: templates
call plain functions, print texts, read attributes of records, and share the globals of one
environment, which never change once it is made. These shortcuts change no output; a test
renders every page without them.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Hashable, Iterator, MutableMapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

from site_builder.cache import Store
from site_builder.filters import FILTERS
from site_builder.rendering.compiler import READY_FILTERS, Compiler
from site_builder.rendering.html import UNSAFE, escape_words, safe
from site_builder.rendering.names import first_sentence, sentences
from site_builder.rendering.sections import side_by_side
from site_builder.vocabulary.a_completer import is_to_complete

_VALUES_REMEMBERED = 2048


def _escape(value: object) -> str:
    """Return ``value`` as HTML, as ``markupsafe.escape`` does: most are ready."""
    if type(value) is Markup or (type(value) is str and not UNSAFE.search(value)):
        return value
    return escape(value)


def _remember(written: Callable[..., str]) -> Callable[..., str]:
    """Return a filter that escapes what it writes, and does so once for each value."""

    @lru_cache(_VALUES_REMEMBERED)
    def value(*args: Hashable) -> str:
        return escape_words(written(*args))

    return value


def _function(
    _environment: Environment,
    body: FunctionType,
    _name: str | None,
    arguments: tuple[str, ...],
    *_catches: bool,
) -> FunctionType:
    """Return a macro as the function that it compiles to: Python reads its arguments."""
    body.__defaults__ = (missing,) * len(arguments)
    return body


class _Names(dict[str, Any]):
    """What a template knows of, by its name."""

    def __missing__(self, name: str) -> Any:
        return missing


class _Context(Context):
    """Looks up what a template does not define itself: templates share no other names."""

    def __init__(
        self,
        environment: Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Callable[[Context], Iterator[str]]],
        globals: MutableMapping[str, Any] | None = None,
    ) -> None:
        super().__init__(environment, parent, name, blocks, globals)
        self.resolve_or_missing = _Names(parent).__getitem__  # type: ignore[assignment]


class _Template(Template):
    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__.update(
            escape=_escape, Macro=_function, Markup=safe, Ready=Markup
        )
        return template

    def _get_default_module(self, _ctx: Context | None = None) -> TemplateModule:
        """Return what other templates import: all have the same globals."""
        if self._module is None:
            self._module = self.make_module()
        return self._module


class Compiled(BytecodeCache):
    """What templates compile to, kept from an environment to the next one, until they change.

    A preview makes an environment at each edit of the catalogue. With a ``store``, they are kept
    from run to run too. An environment of other options has a cache of its own, by its name.
    """

    def __init__(self, name: str, store: Store | None = None) -> None:
        self.store = store
        self._name = name
        self._codes: dict[str, tuple[str, CodeType]] = {}

    @contextmanager
    def kept_in(self, store: Store | None) -> Iterator[None]:
        """Keep in ``store`` what is compiled within the block, and find there what was."""
        former, self.store = self.store, store
        try:
            yield
        finally:
            self.store = former

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find what a template compiled to."""
        if bucket.key not in self._codes and self.store is not None:
            kept = self.store.read(f"{self._name}.{bucket.key}")
            if isinstance(kept, tuple):
                self._codes[bucket.key] = kept[0], marshal.loads(kept[1])
        checksum, code = self._codes.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template compiled to."""
        if bucket.code is not None:
            self._codes[bucket.key] = (bucket.checksum, bucket.code)
            if self.store is not None:
                code = marshal.dumps(bucket.code)
                self.store.write(f"{self._name}.{bucket.key}", (bucket.checksum, code))


COMPILED = Compiled("templates")
"""The compiled templates of the catalogue."""


class _Environment(Environment):
    code_generator_class = Compiler
    context_class = _Context
    template_class = _Template

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._templates: dict[str, Template] = {}
        self._macros: dict[tuple[str, str], Any] = {}

    def import_macro(self, template: str, name: str) -> Any:
        """Return what ``template`` calls ``name``; an error that waits until somebody uses it."""
        macro = self._macros.get((template, name))
        if macro is None:
            module = self.get_template(template)._get_default_module()
            macro = getattr(module, name, None) or self.undefined(
                f"the template {template!r} does not export the requested name {name!r}", name=name
            )
            self._macros[template, name] = macro
        return macro

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of the environment: no template has any of its own."""
        return super().make_globals(d) if d else self.globals

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """Return a template, loaded once."""
        if isinstance(name, Template):
            return name
        template = self._templates.get(name)
        if template is None:
            template = self._templates[name] = super().get_template(name, parent, globals)
        return template


def make_environment(templates: Path) -> Environment:
    """Return the environment of the templates in the folder ``templates`` (the overrides)."""
    environment = _Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=COMPILED,
    )
    environment.filters.update(FILTERS)
    for name in READY_FILTERS:
        environment.filters[name] = _remember(FILTERS[name])
    environment.filters["first_sentence"] = first_sentence
    environment.filters["sentences"] = sentences
    environment.tests["side_by_side"] = side_by_side
    environment.tests["to_complete"] = is_to_complete
    return environment
