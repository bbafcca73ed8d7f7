"""Dates as a language writes them -> `2018-03-28`, as a lesson's file does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from deckbuild.load.labels import languages
from deckbuild.spec.day import Day

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_DAY = re.compile(r"(?<!\d)([1-9]|[12]\d|3[01])(?!\d)")


def written_day(text: str) -> str:
    """A date as a lesson writes it; "" for what is none, or more than one."""
    said = text.strip()
    years = _YEAR.findall(said)
    if len(years) != 1 or len(said) > 40:
        return ""
    if said == years[0]:
        return said
    rest = said.replace(years[0], " ").casefold()
    month = next(
        (number for name, number in _months().items() if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", rest)), 0
    )
    if not month:
        return said if Day.parse(said) else ""
    day = _DAY.search(rest)
    made = f"{years[0]}-{month:02}" + (f"-{int(day[1]):02}" if day else "")
    return made if Day.parse(made) else ""


@lru_cache(maxsize=1)
def _months() -> Mapping[str, int]:
    """Names of months in deckbuild's languages, the longest first."""
    from babel.dates import get_month_names

    found: dict[str, int] = {}
    for language in sorted(languages()):
        for context in ("format", "stand-alone"):
            names = get_month_names("wide", context, language)
            found.update({str(name).casefold(): int(number) for number, name in names.items()})
    return dict(sorted(found.items(), key=lambda entry: -len(entry[0])))
