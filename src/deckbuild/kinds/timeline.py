"""Dated points on a line."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from deckbuild import figures
from deckbuild.blocks import Block, Rich, Run
from deckbuild.kinds.body import Body
from deckbuild.kinds.text import SlideText, flow
from deckbuild.markdown import inline
from deckbuild.spec.authored import Authored
from deckbuild.spec.day import Day
from deckbuild.spec.scalars import Flag, Line, Text, found, refusal


class Point(Authored):
    """A point: when, and what."""

    date: Annotated[Text, Field(description="`2018`, `2018-03`, `2018-03-28`, or words such as `Spring 2018`.")]
    title: Annotated[Text | None, Field(description="What happened.")] = None
    text: Annotated[SlideText | None, Field(description="What belongs to it.")] = None


class Period(Authored):
    """A stretch of time, from a date to a date."""

    from_: Annotated[Line, Field(alias="from", description="`2018`, `2018-03` or `2018-03-28`.")]
    to: Annotated[Line, Field(description="Its end, in the same forms; a year or month is meant to its end.")]
    title: Annotated[Text, Field(description="What it is called.")]

    @model_validator(mode="after")
    def _forwards(self) -> Period:
        begin, end = (_day(value, key) for value, key in ((self.from_, "from"), (self.to, "to")))
        if end.last <= begin.first:
            raise refusal("S151", f"`{self.to}` is before `{self.from_}`", "write the earlier date first", key="to")
        return self


def _day(text: str, key: str) -> Day:
    day = Day.parse(text)
    if day is None:
        message = f"expected a date, found {found(text)}"
        raise refusal("S151", message, "write a date such as `2018`, `2018-03` or `2018-03-28`", key=key)
    return day


class Timeline(Body):
    """Dated points on a line, with periods, evenly spaced or to scale."""

    key: ClassVar[str] = "timeline"
    role: ClassVar[str] = "figure"

    timeline: Annotated[
        tuple[Point, ...], Field(min_length=2, max_length=12, description="The points, from the earliest on.")
    ]
    periods: Annotated[tuple[Period, ...], Field(description="Stretches of time below the line; needs `scale`.")] = ()
    scale: Annotated[Flag, Field(description="Whether distances are true to the dates.")] = False
    alt: Annotated[Line | None, Field(description="What it shows, where its words do not say it.")] = None

    @model_validator(mode="after")
    def _dated(self) -> Timeline:
        if self.periods and not self.scale:
            message = "periods stand on a line that is drawn to scale"
            raise refusal("S104", message, "add `scale: true`", key="periods")
        days = [Day.parse(point.date) for point in self.timeline]
        for number, (point, day) in enumerate(zip(self.timeline, days, strict=True), 1):
            if self.scale and day is None:
                message = f"point {number} has the date {found(point.date)}, which has no place on a scale"
                raise refusal("S151", message, "write it like `2018-03`, or remove `scale`", key="timeline")
        known = [(day.first, number) for number, day in enumerate(days, 1) if day]
        for (earlier, _), (later, number) in pairwise(known):
            if later < earlier:
                message = f"point {number} is before the one above it"
                raise refusal("S151", message, "put the points in order of their dates", key="timeline")
        return self

    def fill(self, language: str) -> tuple[Block, ...]:
        """One figure."""
        moments = tuple(self._moment(point, language) for point in self.timeline)
        periods = tuple(_period(period, language) for period in self.periods)
        return (figures.Timeline(moments, periods, alt=self.alt or ""),)

    def _moment(self, point: Point, language: str) -> figures.Moment:
        day = Day.parse(point.date)
        date: Rich = (Run(day.text(language)),) if day else inline(point.date, language)
        title = inline(point.title, language) if point.title else ()
        text = flow(point.text, language) if point.text else ()
        return figures.Moment(date, title, text, day.first if day and self.scale else None)


def _period(period: Period, language: str) -> figures.Period:
    begin, end = _day(period.from_, "from"), _day(period.to, "to")
    dates = f"{begin.text(language)} – {end.text(language)}"
    return figures.Period((Run(dates),), inline(period.title, language), begin.first, end.last)
