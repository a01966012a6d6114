"""The environment of the catalogue's templates: escaping, strict, and quick to run.

Jinja asks each value that is called, printed or looked into what it is, and each template that
imports another whether their globals differ. The answers are always the same here: templates
call plain functions, print texts, read attributes of records, and share the globals of one
environment, which never change once it is made. These shortcuts change no output; a test
renders every page without them.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable, Hashable, Iterator, MutableMapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

from site_builder.cache import Store
from site_builder.filters import FILTERS
from site_builder.rendering.html import safe
from site_builder.rendering.listings import by_name
from site_builder.rendering.names import first_sentence, sentences
from site_builder.rendering.sections import side_by_side
from site_builder.vocabulary.a_completer import is_to_complete

# The same dates, amounts and closed values come back from sheet to sheet.
_REMEMBERED_FILTERS = ("compte", "enumeration", "euros", "jour", "libelle", "pourcentage", "unite")
_VALUES_REMEMBERED = 2048
# What templates call that returns markup, besides macros: the texts of a page, and these.
_TEXTS = "texte"
_MARKUP = ("renvoi", "renvois", "titre")
# What Jinja puts before the names of a macro's arguments.
_LEVEL = "l_1_"
_UNSAFE = re.compile("[&<>'\"]")


def _escape(value: object) -> str:
    """Return ``value`` as HTML, as ``markupsafe.escape`` does: most are ready."""
    if type(value) is Markup or (type(value) is str and not _UNSAFE.search(value)):
        return value
    return escape(value)


def _remember(written: Callable[..., str]) -> Callable[..., str]:
    """Return a filter that escapes what it writes, and does so once for each value."""

    @lru_cache(_VALUES_REMEMBERED)
    def value(*args: Hashable) -> str:
        return escape(written(*args))

    return value


class _Compiler(CodeGenerator):
    """Writes calls and attributes as Python does: ``texte.brut(action.nom)``."""

    # Within « | default(…) » or « is defined », what is missing is no error.
    _may_be_missing = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._macros: set[str] = set()

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802
        names = (name if isinstance(name, str) else name[1] for name in node.names)
        self._macros.update(names)
        super().visit_FromImport(node, frame)

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:  # noqa: N802
        self._macros.add(node.name)
        super().visit_Macro(node, frame)

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: ARG002
        """Have macros return markup: nothing stands around them to make it."""
        super().return_buffer_contents(frame)

    def _is_markup(self, node: nodes.Expr) -> bool:
        """Tell whether ``node`` is a call that returns markup."""
        if not isinstance(node, nodes.Call):
            return False
        callee = node.node
        if isinstance(callee, nodes.Getattr):
            return isinstance(callee.node, nodes.Name) and callee.node.name == _TEXTS
        return isinstance(callee, nodes.Name) and callee.name in (*_MARKUP, *self._macros)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not self._is_markup(node):
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not self._is_markup(node):
            super()._output_child_post(node, frame, finalize)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if forward_caller:
            super().visit_Call(node, frame, forward_caller=True)
            return
        macro = isinstance(node.node, nodes.Name) and node.node.name in self._macros
        named = [(f"{_LEVEL if macro else ''}{some.key}=", some.value) for some in node.kwargs]
        given = [*(("", argument) for argument in node.args), *named]
        spread = [("*", node.dyn_args), ("**", node.dyn_kwargs)]
        self.visit(node.node, frame)
        self.write("(")
        for stars, argument in (*given, *((stars, some) for stars, some in spread if some)):
            self.write(stars)
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        if self._may_be_missing:
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        around, self._may_be_missing = self._may_be_missing, node.name == "default"
        super().visit_Filter(node, frame)
        self._may_be_missing = around


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
        template.root_render_func.__globals__.update(escape=_escape, Macro=_function, Markup=safe)
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
    code_generator_class = _Compiler
    template_class = _Template

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._templates: dict[str, Template] = {}

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
    for name in _REMEMBERED_FILTERS:
        environment.filters[name] = _remember(FILTERS[name])
    environment.filters["by_name"] = by_name
    environment.filters["first_sentence"] = first_sentence
    environment.filters["sentences"] = sentences
    environment.tests["side_by_side"] = side_by_side
    environment.tests["to_complete"] = is_to_complete
    return environment
