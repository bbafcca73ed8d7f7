"""Formulas on a slide, written in LaTeX."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from deckbuild.blocks import Block, Formula
from deckbuild.formulas import BadFormula, linear, read_lines
from deckbuild.kinds.body import Body
from deckbuild.markdown import inline
from deckbuild.spec.authored import PLACE, Authored
from deckbuild.spec.scalars import Line, Text, Verbatim, found, place_of, refusal
from deckbuild.spec.short import several

MOST = 12
"""Lines of formulas that a slide shows."""


def _latex(value: Any) -> Any:
    if not isinstance(value, str) or not value.strip():
        raise refusal("S103", f"expected a formula, found {found(value)}", r"write LaTeX such as `'\frac{a}{b}'`")
    try:
        read_lines([value])
    except BadFormula as wrong:
        raise refusal("S137", f"this formula can't be read: {wrong}", "see what LaTeX calls it") from None
    return value.strip()


Latex = Annotated[str, BeforeValidator(_latex), Verbatim()]
"""A formula in LaTeX; `&` says where lines stand in line."""


class Formulas(Authored):
    """One formula, or several below one another."""

    formulas: Annotated[
        tuple[Latex, ...],
        BeforeValidator(several),
        Field(min_length=1, max_length=MOST, description="LaTeX, one a line; `&` marks where they stand in line."),
    ]
    caption: Annotated[Text | None, Field(description="Line below them.")] = None
    alt: Annotated[Line | None, Field(description="How to say them; told from the formulas if left out.")] = None


def _bare(value: Any) -> Any:
    """A bare formula, or a list of them, without caption."""
    if isinstance(value, (str, list, tuple)):
        return {"formulas": value, PLACE: place_of(value, "formulas")}
    return value


class Math(Body):
    """Formulas in LaTeX, native in PowerPoint and Word, so that they can be edited."""

    key: ClassVar[str] = "math"
    role: ClassVar[str] = "code"

    math: Annotated[
        Formulas,
        BeforeValidator(_bare, json_schema_input_type=Formulas | str | tuple[str, ...]),
        Field(description="A formula, a list of them, or both with a caption."),
    ]

    def fill(self, language: str) -> tuple[Block, ...]:
        """One formula, or several in line."""
        tree = read_lines(self.math.formulas)
        caption = inline(self.math.caption, language) if self.math.caption else ()
        return (Formula(tree, self.math.formulas, caption, self.math.alt or linear(tree)),)
