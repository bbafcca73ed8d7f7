"""Numbers as authors write them in tables and charts -> numbers, and back as readers of a language write them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

LARGEST = 1e15
"""Spreadsheets keep fifteen digits; a larger number would be shown as another."""

_SPACES = " \u00a0\u202f\u2009'’"
_PLAIN = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
_GROUPED = re.compile(
    r"[+-]?[0-9]{1,3}(?:(?P<group>[.,\s'’])[0-9]{3})(?:(?P=group)[0-9]{3})*(?:(?P<point>[.,])[0-9]+)?"
)
_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")


class NotANumber(ValueError):
    """What was written is no number, or more than one; the text says which, `hint` what to write."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def read_amount(text: str) -> float | None:
    """The number in `text`; None for an empty one.  Raises NotANumber.

    Reads a decimal point or comma and groups of three; what could be either (`1,234`) is refused.  A percent sign
    at the end is passed over.
    """
    written = text.strip().replace("−", "-").removesuffix("%").strip(_SPACES)
    if not written:
        return None
    if _PLAIN.fullmatch(written):
        return _bounded(float(written), text)
    grouped = _GROUPED.fullmatch(written)
    if grouped and grouped["group"] != grouped["point"] and not written.lstrip("+-").startswith("0"):
        if grouped["group"] == "," and written.count(",") == 1 and not grouped["point"]:
            whole, decimal = written.replace(",", ""), written.replace(",", ".")
            raise NotANumber(f"`{text}` may mean {whole} or {decimal}", f"write {whole} or {decimal}")
        return _bounded(float(written.replace(grouped["group"], "").replace(grouped["point"] or ",", ".")), text)
    if _COMMA.fullmatch(written):
        return _bounded(float(written.replace(",", ".")), text)
    raise NotANumber(f"`{_short(text)}` is not a number", "write digits such as 1250 or 12.5, or leave the cell empty")


def _bounded(value: float, text: str) -> float:
    if not math.isfinite(value) or abs(value) >= LARGEST:
        raise NotANumber(
            f"`{_short(text)}` has more digits than a spreadsheet keeps", "write it in thousands or millions"
        )
    return value


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "…"


def decimals_of(values: Iterable[float | None]) -> int:
    """Decimal places that show each of the values as it is, six at most."""
    return max((_places(value) for value in values if value is not None), default=0)


def _places(value: float) -> int:
    for places in range(6):
        if abs(value - round(value, places)) < 1e-9 * max(1.0, abs(value)):
            return places
    return 6


def say_amount(
    value: float, language: str, decimals: int | None = None, unit: str = "", *, grouped: bool = True
) -> str:
    """The number as it is written in `language`, with `decimals` places (as many as it needs where None)."""
    from babel.numbers import format_decimal

    places = decimals_of([value]) if decimals is None else decimals
    pattern = ("#,##0" if grouped else "0") + ("." + "0" * places if places else "")
    said = format_decimal(value, format=pattern, locale=_locale(language))
    return said + spaced(unit)


def spaced(unit: str) -> str:
    """A unit as it follows its number: set off by a space that does not break."""
    return f"\u00a0{unit}" if unit else ""


@lru_cache(maxsize=32)
def _locale(language: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return Locale("en")
