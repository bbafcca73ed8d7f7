"""Times of day and days of the calendar, as a session writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import core_schema

from deckbuild.spec.day import Day
from deckbuild.spec.scalars import Duration, found, refusal

_DAY = 24 * 3600


@dataclass(frozen=True, order=True)
class Clock:
    """A time of day, in seconds since midnight; more than a day's where a session goes past midnight."""

    seconds: int = 0

    @classmethod
    def parse(cls, text: str) -> Clock | None:
        """`text` as a time of day: `9:00`, `09:00`, `17:45`; None where it is none."""
        match = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})", text.strip())
        if not match or int(match[1]) > 23 or int(match[2]) > 59:
            return None
        return cls(int(match[1]) * 3600 + int(match[2]) * 60)

    def after(self, duration: Duration) -> Clock:
        """The time of day when `duration` has passed; of a range the most it may take."""
        return Clock(self.seconds + duration.high)

    def until(self, later: Clock) -> Duration:
        """The time from here to `later`; none where that is earlier."""
        seconds = max(later.seconds - self.seconds, 0)
        return Duration(seconds, seconds)

    def __str__(self) -> str:
        """`09:05`, to the minute in which it falls."""
        minutes = self.seconds % _DAY // 60
        return f"{minutes // 60:02}:{minutes % 60:02}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_clock)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": "^[0-9]{1,2}:[0-9]{2}$", "examples": ["09:00", "14:30"]}


def _clock(value: Any) -> Clock:
    clock = value if isinstance(value, Clock) else Clock.parse(value) if isinstance(value, str) else None
    if clock is None:
        hint = "write hours and minutes, from `00:00` to `23:59`"
        raise refusal("S103", f"expected a time of day, found {found(value)}", hint)
    return clock


def _date(value: Any) -> Any:
    if isinstance(value, Day):
        return value
    day = Day.parse(value) if isinstance(value, str) else None
    if day is None or not day.day:
        hint = "write year, month and day, such as `2026-12-01`"
        raise refusal("S103", f"expected the date of a day, found {found(value)}", hint)
    return day


Date = Annotated[Day, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
