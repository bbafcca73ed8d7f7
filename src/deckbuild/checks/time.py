"""Rules about time."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.checks.rule import Finding, Subject
from deckbuild.spec.scalars import Duration


def slides_exceed_lesson_time(subject: Subject) -> Iterator[Finding]:
    """The slides together take longer than the lesson says it needs (T301).

    A trainer plans the day from `duration`; if the slides run over it, the next lesson starts late.
    """
    planned, needed = subject.lesson.duration, subject.facts.total
    if planned is not None and needed.low > planned.high:
        over = Duration(needed.low - planned.high, needed.low - planned.high)
        message = f"slides take {needed}, but the lesson says {planned}"
        yield Finding("T301", message, subject.lesson.place.of("duration"), (f"shorten slides by {over}, or raise it",))


def activity_split_does_not_add_up(subject: Subject) -> Iterator[Finding]:
    """The parts of an activity's time do not add up to its total (T302).

    Facilitators run an activity by its parts; a wrong sum takes the time from the debrief.  Ranges add up where the
    two have a time in common.
    """
    for activity in subject.lesson.activities:
        parts = Duration()
        for part in activity.split:
            parts += part.duration
        total = activity.duration
        if activity.split and total and (parts.high < total.low or parts.low > total.high):
            message = f"the parts of `{activity.id}` take {parts}, its duration says {total}"
            yield Finding("T302", message, activity.place.of("split"), ("correct a part, or the total",), error=True)
