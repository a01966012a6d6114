"""From a template to Python: calls, attributes and tests as Python has them, and escaping once.

What Jinja asks of each value at run time is known here: templates call plain functions and
macros, and what some of them return is markup already.
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from site_builder.rendering.html import UNSAFE

READY_FILTERS = (
    *("compte", "enumeration", "euros", "horaires", "jour", "libelle", "minuscule"),
    *("pourcentage", "unite"),
)
"""Filters that return markup: the same few values come back from sheet to sheet."""

# What templates call that returns markup, besides macros: the texts of a page, and these.
_TEXTS = "texte"
_MARKUP = ("lien", "renvoi", "renvois", "titre")
# What Jinja puts before the names of a macro's arguments.
_LEVEL = "l_1_"


class Compiler(CodeGenerator):
    """Writes calls and attributes as Python does: ``texte.brut(action.nom)``."""

    # Within « | default(…) » or « is defined », what is missing is no error.
    _may_be_missing = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._macros: set[str] = set()

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802
        """Look a macro up once for all the templates that import it, and compile it now."""
        if isinstance(node.template, nodes.Const):
            self.environment.get_template(node.template.value)
        for imported in node.names:
            name, alias = (imported, imported) if isinstance(imported, str) else imported
            self._macros.add(alias)
            reference = frame.symbols.ref(alias)
            self.writeline(f"{reference} = environment.import_macro(", node)
            self.visit(node.template, frame)
            self.write(f", {name!r})")
            if frame.toplevel:
                self.writeline(f"context.vars[{alias!r}] = {reference}")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Print nothing, not an undefined value, for an ``if`` without ``else``."""
        for child in node.nodes:
            if isinstance(child, nodes.CondExpr) and child.expr2 is None:
                child.expr2 = nodes.Const("")
        super().visit_Output(node, frame)

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        """Write ``is None`` rather than a call."""
        if node.name != "none":
            super().visit_Test(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(" is None)")

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:  # noqa: N802
        """Note the name of a macro: what it returns is markup."""
        self._macros.add(node.name)
        super().visit_Macro(node, frame)

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: ARG002
        """Have macros return markup: nothing stands around them to make it."""
        super().return_buffer_contents(frame)

    def _is_markup(self, node: nodes.Expr) -> bool:
        """Tell whether ``node`` is sure to be markup, or words that are the same as markup."""
        match node:
            case nodes.Const(value=str(value)):
                return not UNSAFE.search(value)
            case nodes.CondExpr(expr1=first, expr2=nodes.Expr() as second):
                return self._is_markup(first) and self._is_markup(second)
            case nodes.Filter(name=name):
                return name in READY_FILTERS
            case nodes.Call(node=nodes.Getattr(node=nodes.Name(name=name))):
                return name == _TEXTS
            case nodes.Call(node=nodes.Name(name=name)):
                return name in _MARKUP or name in self._macros
        return False

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if self._is_markup(node):
            return
        if isinstance(node, nodes.Name):
            # What a macro was given is markup most of the time.
            self.visit(node, frame)
            self.write(" if type(")
            self.visit(node, frame)
            self.write(") is Ready else ")
        super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not self._is_markup(node):
            super()._output_child_post(node, frame, finalize)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Write a plain call, macros having the names that Jinja gives to their arguments."""
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
        """Write a plain attribute, but where it may be missing."""
        if self._may_be_missing:
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        """Let what ``default`` is for be missing."""
        around, self._may_be_missing = self._may_be_missing, node.name == "default"
        super().visit_Filter(node, frame)
        self._may_be_missing = around
