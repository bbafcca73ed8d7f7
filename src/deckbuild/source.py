"""Source text -> its lines as runs, each piece in the style of what it is.  Pygments is imported when it is needed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from deckbuild.runs import Rich, Run

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

TAB = 4
"""Columns from one stop to the next: tabs are shown as spaces, as stops differ from program to program."""

STYLES = {
    "code:keyword": "accent1",
    "code:text": "accent2",
    "code:number": "accent3",
    "code:name": "accent4",
    "code:removed": "accent5",
    "code:comment": "accent6",
}
"""Style of a piece of code -> slot of the theme.  All of these can be read on white and on mist (brand check B104)."""


def highlighted(text: str, language: str) -> tuple[Rich, ...]:
    """The lines of `text`; without a known language all of it is plain."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").expandtabs(TAB)
    lexer = _lexer(language) if language else None
    pieces = _pieces(whole, lexer) if lexer else iter([Run(whole, code=True)])
    lines: list[list[Run]] = [[]]
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        lines[-1] += [_with(piece, first)] if first else []
        lines += ([_with(piece, line)] if line else [] for line in rest)
    return tuple(tuple(line) for line in lines[: whole.count("\n") + 1])


def _with(piece: Run, text: str) -> Run:
    return Run(text, bold=piece.bold, italic=piece.italic, code=True, style=piece.style)


def _pieces(text: str, lexer: Lexer) -> Iterator[Run]:
    for kind, value in lexer.get_tokens(text):
        style = _style(kind)
        yield Run(value, style == "code:keyword", style == "code:comment", True, style=style)


def _style(kind: _TokenType) -> str:
    from pygments.token import Comment, Generic, Keyword, Name, Number, Operator, String

    for group, style in (
        (Comment, "code:comment"), (Keyword, "code:keyword"), (Operator.Word, "code:keyword"), (String, "code:text"),
        (Number, "code:number"), (Name.Function, "code:name"), (Name.Class, "code:name"), (Name.Decorator, "code:name"),
        (Name.Tag, "code:keyword"), (Name.Attribute, "code:name"), (Generic.Deleted, "code:removed"),
        (Generic.Inserted, "code:text"), (Generic.Heading, "code:keyword"), (Generic.Prompt, "code:comment"),
    ):  # fmt: skip
        if kind in group:
            return style
    return ""


@lru_cache(maxsize=32)
def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language.lower(), stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def known(language: str) -> bool:
    """Whether there is a grammar of that name."""
    return _lexer(language) is not None


def nearest(language: str) -> str:
    """The name most like it of a language that is known; "" where none is like it."""
    from pygments.lexers import get_all_lexers

    names = [alias for _, aliases, _, _ in get_all_lexers() for alias in aliases]
    return next(iter(difflib.get_close_matches(language.lower(), names, 1)), "")
