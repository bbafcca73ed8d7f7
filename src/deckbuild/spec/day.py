"""A day, a month or a year, as authors write it, and as a language writes it."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True)
class Day:
    """`2018`, `2018-03` or `2018-03-28`; the parts that were not written are 0."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> Day | None:
        """`text` as a date; None where it is none."""
        match = _WRITTEN.fullmatch(text.strip())
        if not match:
            return None
        made = cls(*(int(part or 0) for part in match.groups()))
        try:
            datetime.date(made.year, made.month or 1, made.day or 1)
        except ValueError:
            return None
        return made

    @property
    def first(self) -> int:
        """Its first day, counted from year 1."""
        return datetime.date(self.year, self.month or 1, self.day or 1).toordinal()

    @property
    def last(self) -> int:
        """The day after its last, so that periods that follow each other meet."""
        month = self.month or 12
        day = self.day or calendar.monthrange(self.year, month)[1]
        return datetime.date(self.year, month, day).toordinal() + 1

    def text(self, language: str) -> str:
        """As the language writes it: `28 March 2018`, `March 2018`, `2018`."""
        return _formatted(self, language)


@lru_cache(maxsize=512)
def _formatted(day: Day, language: str) -> str:
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date, format_skeleton

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    if locale.language == "en" and not locale.territory:
        locale = Locale("en", "GB")  # day before month, as in all texts of deckbuild's own
    date = datetime.date(day.year, day.month or 1, day.day or 1)
    if day.day:
        return str(format_date(date, "long", locale=locale))
    return str(format_skeleton("yMMMM" if day.month else "y", date, locale=locale))
