"""Fields of models in plain words: what a key holds, and what holds without it."""

from __future__ import annotations

import re
import types
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from deckbuild.brand.tokens import Colour
from deckbuild.kinds.bullets import Point
from deckbuild.kinds.code import Stretch
from deckbuild.kinds.grid import Cells
from deckbuild.spec import clock, scalars
from deckbuild.spec.authored import Authored
from deckbuild.spec.cue import Cue
from deckbuild.spec.short import several

SCALARS: tuple[tuple[Any, str, str], ...] = (
    (scalars.Text, "text", "texts"),
    (scalars.Prose, "text in paragraphs", "texts in paragraphs"),
    (scalars.Line, "plain text", "plain texts"),
    (scalars.Id, "id", "ids"),
    (scalars.Flag, "true or false", "true or false"),
    (scalars.Whole, "whole number", "whole numbers"),
    (scalars.Number, "number", "numbers"),
    (scalars.LessonNumber, "lesson's number", "lessons' numbers"),
    (scalars.Language, "language tag", "language tags"),
    (scalars.Year, "year", "years"),
    (scalars.Url, "web address", "web addresses"),
    (scalars.FilePath, "path of a file", "paths of files"),
    (clock.Date, "day, such as `2026-12-01`", "days"),
    (Colour, "colour", "colours"),
    (Cells, "list of cells", "rows of cells"),
    (Stretch, "lines, such as `3-5`", "lines, such as `3-5`"),
)
"""Scalar types, and how one and several of them are called.  The first that fits counts: `Text` before `Line`."""

HEADINGS = {
    "BrandTokens": "Brand",
    "Entry": "Line of the programme",
    "Included": "Lesson of a module",
    "CalloutTokens": "Callout",
    "Shown": "Picture",
    "Charted": "Chart",
    "Coded": "Code",
    "Formulas": "Formula",
    "Tabled": "Table",
    "Asked": "Question",
    "Quoted": "Quotation",
    "TimePart": "Time part",
}
"""Names of models that are no words of an author's."""


def heading(model: type[Authored]) -> str:
    """How a section about `model` is called."""
    return HEADINGS.get(model.__name__, model.__name__)


def link(folder: str, page: str) -> str:
    """Address of another page of the documentation, from docs/reference/."""
    return f"../{folder}/{page}.md"


def kind_of(field: FieldInfo) -> str:
    """What the key holds, as an author would say it."""
    bare_too = any(isinstance(one, BeforeValidator) and one.func is several for one in field.metadata)
    words = _words(field.annotation, tuple(field.metadata))
    return f"{words}, or one alone" if bare_too else words


def _words(annotation: Any, metadata: tuple[Any, ...] = (), *, many: bool = False) -> str:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _words(arguments[0], (*arguments[1:], *metadata), many=many)
    for alias, one, more in SCALARS:
        base, *marks = get_args(alias)
        if annotation == base and all(mark in metadata for mark in marks):
            return more if many else one
    if origin in (Union, types.UnionType):
        choices = [_words(one, metadata, many=many) for one in arguments if one is not type(None)]
        return " or ".join(choices)
    if origin is Literal:
        return _choice([str(one) for one in arguments])
    if origin is tuple:
        return _listed(arguments)
    if origin is dict:
        return f"keys of your own, each with its {_words(arguments[1])}"
    return _named(annotation, many=many)


def _listed(arguments: tuple[Any, ...]) -> str:
    if arguments[0] is Cue:
        return "[cues](#cue), or one text to say"
    if arguments[-1] is ...:
        return f"list of {_words(arguments[0], many=True)}"
    numbers = {2: "two", 3: "three", 6: "six"}
    return f"{numbers[len(arguments)]} {_words(arguments[0], many=True)}"


def _named(annotation: Any, *, many: bool) -> str:
    if annotation is Point:
        return "points"
    if annotation is scalars.Duration:
        return "time, such as `20 min`"
    if annotation is clock.Clock:
        return "time of day, such as `09:00`"
    if annotation is float:
        return "numbers" if many else "number"
    if annotation is bool:
        return "true or false"
    if annotation is str:
        return "texts" if many else "text"
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return _choice([str(one.value) for one in annotation])
    if isinstance(annotation, type) and issubclass(annotation, Authored):
        return _linked(annotation, many=many)
    raise TypeError(f"no words for {annotation!r}: add them here")


def _linked(model: type[Authored], *, many: bool) -> str:
    """The model's name as a link to its section; a body's inner model has none, its keys stand right below."""
    name = heading(model).lower()
    plural = re.sub(r"y$", "ie", name) + "s"
    if model.__module__.startswith("deckbuild.kinds."):
        return plural if many else f"keys of a {name}"
    return f"[{plural if many else name}](#{name.replace(' ', '-')})"


def _choice(words: list[str]) -> str:
    quoted = [f"`{word}`" for word in words]
    return " or ".join(filter(None, [", ".join(quoted[:-1]), quoted[-1]]))


def default_of(field: FieldInfo) -> str:
    """What holds where the key is not written; a dash for nothing, bold where it must be."""
    if field.is_required():
        return "**needed**"
    value = field.default
    if isinstance(value, Authored):
        return "its keys' own"
    if value is None or value in ((), {}, ""):
        return "–"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return f"`[{', '.join(map(_plain, value))}]`"
    return f"`{_plain(value)}`"


def _plain(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
