"""The scalar types of a specification: each reads itself from what was written and says what it expects.

The loader hands every scalar over as text; `Plain` marks one written without quotes, so that `no` stays
a word where text is meant and is refused where a flag is meant.  A refusal carries the diagnostic's code
as its error type and its hint in the context.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from deckbuild.diagnostics.model import NOWHERE, Place, Span


class Written(str):
    """A scalar as it stands in a file; `span` is where, or NOWHERE."""

    __slots__ = ("indent", "span")

    span: Span
    indent: int | None
    """Columns before each of its lines, where it is a block that is kept line by line (`|`)."""

    def __new__(cls, text: str, span: Span = NOWHERE, indent: int | None = None) -> Self:
        """`text`, standing at `span`."""
        made = str.__new__(cls, text)
        made.span, made.indent = span, indent
        return made

    def part(self, line: int, column: int, length: int) -> Span:
        """Where a part of it stands, by its line and column from 0; all of it where that can't be told."""
        if self.indent is None:
            return self.span
        row, begin = self.span.line + 1 + line, self.indent + column + 1
        return Span(self.span.file, row, begin, row, begin + length)


class Plain(Written):
    """A scalar written without quotes."""

    __slots__ = ()


def place_of(value: object, *fields: str) -> Place:
    """Place of a bare text that stands for a mapping with these `fields`, which then all stand where it does."""
    span = value.span if isinstance(value, Written) else NOWHERE
    return Place(span, dict.fromkeys(fields, span))


def refusal(
    code: str,
    message: str,
    hint: str = "",
    *,
    key: str = "",
    at: tuple[int, int, int] | None = None,
    instead: str = "",
) -> PydanticCustomError:
    """An error that `load.decode` turns into the diagnostic `code`; braces in texts are kept.

    `key` is the key of the refused mapping that the message is about, where it is about one; `at` is the line, column
    (from 0) and length of the part of a text of several lines.  `instead` is what was meant for certain.
    """
    return PydanticCustomError(
        code, "{message}", {"message": message, "hint": hint, "key": key, "at": at, "instead": instead}
    )


def found(value: object) -> str:
    """What the author wrote, as a message names it: a word in backticks, or the shape of it."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        text = value if len(value) <= 40 else value[:37] + "…"
        return f"`{text}`"
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, (list, tuple)) else repr(value)


class Inline:
    """Marks text with inline Markdown: one paragraph, translatable."""


class Block:
    """Marks text with block Markdown: paragraphs, lists, tables, translatable."""


class Verbatim:
    """Marks text that is shown as it is, sign by sign: source code, formulas."""


def _text(value: Any) -> Any:
    if value is None:
        raise refusal("S107", "there is no text here", "write some text, or remove the key")
    if isinstance(value, dict):
        hint = "put the text in quotes: a colon followed by a space makes a mapping of it"
        raise refusal("S103", "expected text, found a mapping", hint)
    if isinstance(value, list):
        raise refusal("S103", "expected text, found a list", "write one text, without `- ` or brackets")
    if isinstance(value, str) and not value.strip():
        raise refusal("S107", "there is no text here", "write some text, or remove the key")
    return value.strip() if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_text), Inline()]
Prose = Annotated[str, BeforeValidator(_text), Block()]
Line = Annotated[str, BeforeValidator(_text)]
"""Text without mark-up, such as a symbol, an address or alternative text."""


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, Plain) and value in ("true", "false"):
        return value == "true"
    raise refusal("S103", f"expected true or false, found {found(value)}", "write `true` or `false`")


Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]


def _whole(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
        return int(value)
    raise refusal("S103", f"expected a whole number, found {found(value)}", "write digits only, such as 3")


Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]


def _number(value: Any) -> Any:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", value):
        return float(value)
    raise refusal("S103", f"expected a number, found {found(value)}", "write a number such as 1.5")


Number = Annotated[float, BeforeValidator(_number), WithJsonSchema({"type": "number"})]


def _share(value: Any) -> Any:
    number = _number(value)
    if not 0 <= number <= 1:
        raise refusal("S103", f"expected a share from 0 to 1, found {found(value)}", "write it like 0.5")
    return number


Share = Annotated[float, BeforeValidator(_share), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1})]

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"


def _id(value: Any) -> Any:
    if isinstance(value, str) and len(value) <= 60 and re.fullmatch(ID_PATTERN, value):
        return value
    near = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-") if isinstance(value, str) else ""
    hint = f"write `{near}`" if near else "write something like `key-messages`"
    raise refusal("S108", f"expected an id, small letters and digits joined by hyphens, found {found(value)}", hint)


Id = Annotated[str, BeforeValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$"})]


def _symbol(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[0-9A-Za-z]+([.\-][0-9A-Za-z]+)*", value):
        return value
    raise refusal("S103", f"expected a lesson's number, found {found(value)}", 'write a number such as "2.0"')


LessonNumber = Annotated[
    str, BeforeValidator(_symbol), WithJsonSchema({"type": ["string", "number"], "examples": ["2.0"]})
]


def _language(value: Any) -> Any:
    # BCP 47, the part that fonts, hyphenation and labels depend on: language, script, region.
    if isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?", value):
        return value
    raise refusal("S103", f"expected a language tag, found {found(value)}", "write a tag such as `en`, `fr` or `pt-BR`")


Language = Annotated[
    str, BeforeValidator(_language), WithJsonSchema({"type": "string", "examples": ["en", "fr", "ar", "pt-BR"]})
]


def _year(value: Any) -> Any:
    if isinstance(value, int) or (isinstance(value, str) and re.fullmatch(r"[12][0-9]{3}", value)):
        return int(value)
    raise refusal("S103", f"expected a year, found {found(value)}", "write four digits, such as 2021")


Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": "integer", "minimum": 1000, "maximum": 2999})]


def _url(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"(https?://[^\s<>\"\\]+|mailto:[^\s<>\"\\]+@[^\s<>\"\\]+)", value):
        return value
    raise refusal("S109", f"expected a web address, found {found(value)}", "begin it with https://, http:// or mailto:")


Url = Annotated[str, BeforeValidator(_url), WithJsonSchema({"type": "string", "format": "uri"})]


def _path(value: Any) -> Any:
    if isinstance(value, str) and value.strip():
        return value
    raise refusal("S103", f"expected the path of a file, found {found(value)}", "write it relative to this file")


FilePath = Annotated[str, BeforeValidator(_path), WithJsonSchema({"type": "string"})]
"""Relative to the file that names it; inside the project."""

_UNITS = {"s": 1, "min": 60, "h": 3600}
_EXAMPLES = ["20 min", "1 h 30 min", "10-15 min", "90 s"]


@dataclass(frozen=True, order=True)
class Duration:
    """A stretch of time in seconds, from `low` to `high` (equal unless a range was written)."""

    low: int = 0
    high: int = 0

    def __add__(self, other: Duration) -> Duration:
        return Duration(self.low + other.low, self.high + other.high)

    def __bool__(self) -> bool:
        return self.high > 0

    @classmethod
    def parse(cls, text: str) -> Duration | None:
        """`text` as a duration: `20 min`, `1 h 30 min`, `10-15 min`, `90 s`; None where it is none."""
        written = text.strip()
        ranged = re.fullmatch(r"([0-9]{1,4})\s*[-–]\s*([0-9]{1,4})\s*(s|min|h)", written)
        if ranged:
            low, high, unit = int(ranged[1]), int(ranged[2]), _UNITS[ranged[3]]
            return cls(low * unit, high * unit) if low <= high else None
        parts = re.fullmatch(r"(?:([0-9]{1,3})\s*h)?\s*(?:([0-9]{1,4})\s*min)?\s*(?:([0-9]{1,5})\s*s)?", written)
        if not parts or not any(parts.groups()):
            return None
        seconds = sum(int(n) * unit for n, unit in zip(parts.groups("0"), (3600, 60, 1), strict=True))
        return cls(seconds, seconds)

    def __str__(self) -> str:
        if self.low != self.high:
            unit, size = ("min", 60) if not (self.low % 60 or self.high % 60) else ("s", 1)
            return f"{self.low // size}–{self.high // size} {unit}"
        return _spell(self.low)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_duration)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "examples": _EXAMPLES}


def _spell(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    parts = [f"{n} {unit}" for n, unit in ((hours, "h"), (minutes, "min"), (left, "s")) if n]
    return " ".join(parts) or "0 min"


def _duration(value: Any) -> Duration:
    if isinstance(value, Duration):
        return value
    if isinstance(value, str):
        duration = Duration.parse(value)
        if duration is not None:
            return duration
        if re.fullmatch(r"[0-9]+([.,][0-9]+)?", value.strip()):
            minutes = f"{value} min"
            meant = minutes if Duration.parse(minutes) else ""
            raise refusal("S106", f"`{value}` has no unit", f"write a duration such as `{minutes}`", instead=meant)
        if re.fullmatch(r"[0-9]{1,2}:[0-9]{2}", value.strip()):
            raise refusal("S106", f"`{value}` is a clock time, not a duration", "write it as `1 h 30 min`")
    raise refusal("S106", f"expected a duration, found {found(value)}", "write it like `20 min` or `1 h 30 min`")
