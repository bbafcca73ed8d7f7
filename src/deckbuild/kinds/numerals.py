"""Columns of numbers in tables: which they are, written alike in a language, and summed up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuild.amounts import NotANumber, decimals_of, read_amount, say_amount

Row = tuple[str, ...]

_GROUPED_FROM = 10_000
"""Smallest number that makes its column show groups of three: years stay years."""
_PERCENT = re.compile(r"\s*%$")
_YEARS = (1800, 2199)
_DIGITS = re.compile(r"[+\-−]?[0-9][0-9.,'’\s]*%?|[–-]")
_CODE = re.compile(r"[+-]?0[0-9]")
"""A number that begins with a zero is a code, such as one for dialling."""


def numeric(column: Sequence[str]) -> bool:
    """Whether the column's filled cells are all numbers beyond doubt."""
    filled = [cell for cell in column if cell.strip()]
    return bool(filled) and all(amount(cell) is not None for cell in filled)


def rightward(column: Sequence[str]) -> bool:
    """Whether the column is set to the right: all its filled cells are written with digits."""
    filled = [cell.strip() for cell in column if cell.strip()]
    return bool(filled) and all(_DIGITS.fullmatch(cell) for cell in filled)


def amount(cell: str) -> float | None:
    """The number in a cell; None for what is none, or may be two."""
    try:
        return None if _CODE.match(cell) else read_amount(cell)
    except NotANumber:
        return None


def formatted(rows: Sequence[Row], kinds: Sequence[bool], language: str) -> tuple[Row, ...]:
    """The rows, each column of numbers with as many decimal places in every cell, so that points stand in a line."""
    columns = list(zip(*rows, strict=True))
    told = [_alike(column, language) if kind else column for column, kind in zip(columns, kinds, strict=True)]
    return tuple(zip(*told, strict=True))


def _alike(column: Sequence[str], language: str) -> Row:
    values = [amount(cell) for cell in column]
    known = [value for value in values if value is not None]
    places = decimals_of(known)
    grouped = any(abs(value) >= _GROUPED_FROM for value in known)
    return tuple(
        cell if value is None else say_amount(value, language, places, grouped=grouped) + _percent(cell)
        for cell, value in zip(column, values, strict=True)
    )


def _percent(cell: str) -> str:
    """The percent sign of a cell, set off by a space that does not break where its author set it off."""
    sign = _PERCENT.search(cell)
    return "" if sign is None else "%" if sign[0] == "%" else "\u00a0%"


def _years(values: Sequence[float]) -> bool:
    """Whether the numbers are years rather than amounts."""
    return all(value == int(value) and _YEARS[0] <= value <= _YEARS[1] for value in values)


def summed(name: str, rows: Sequence[Row], kinds: Sequence[bool]) -> Row:
    """A row with that name and the sum of each column of numbers; years and percentages are not summed up."""
    sums = [name]
    for column, kind in list(zip(zip(*rows, strict=True), kinds, strict=True))[1:]:
        values = [value for cell in column if (value := amount(cell)) is not None]
        share = any(_PERCENT.search(cell) for cell in column)
        sums.append(f"{sum(values):.{decimals_of(values)}f}" if kind and not share and not _years(values) else "")
    return tuple(sums)
