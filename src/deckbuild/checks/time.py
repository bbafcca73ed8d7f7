"""Rules about time."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.diagnostics.model import Severity
from deckbuild.kinds.audio import Audio
from deckbuild.kinds.video import Video
from deckbuild.spec.activity import Activity, Variant
from deckbuild.spec.scalars import Duration


def slides_exceed_lesson_time(subject: Subject) -> Iterator[Finding]:
    """The slides together take longer than the lesson says it needs (T301).

    A trainer plans the day from `duration`; if the slides run over it, the next lesson starts late.
    """
    planned, needed = subject.lesson.duration, subject.facts.total
    if planned is not None and needed.low > planned.high:
        over = Duration(needed.low - planned.high, needed.low - planned.high)
        message = f"slides take {needed}, but the lesson says {planned}"
        yield Finding(message, subject.lesson.place.of("duration"), (f"shorten slides by {over}, or raise it",))


def film_exceeds_its_slide(subject: Subject) -> Iterator[Finding]:
    """A film or sound runs longer than its slide is shown (T311).

    Trainers plan by the slide's minutes; a film that is stopped in the middle says something else.
    """
    for stop in subject.facts.stops:
        body = stop.slide.content if stop.slide else None
        played = body.video if isinstance(body, Video) else body.audio if isinstance(body, Audio) else None
        running = played.running_time if played else None
        if stop.duration and running and running.low > stop.duration.high and stop.slide:
            message = f"it runs for {running}, the slide is shown for {stop.duration}"
            yield Finding(message, stop.slide.place.of("duration"), (f"show it for {running} at least",))


def timer_exceeds_its_slide(subject: Subject) -> Iterator[Finding]:
    """A slide's timer runs longer than the slide has (T313).

    The trainer plans by the slide's minutes; the group works until the bar is gone.
    """
    for stop in subject.facts.stops:
        if stop.slide and stop.timer and stop.duration and stop.timer.low > stop.duration.high:
            message = f"the timer runs for {stop.timer}, the slide has {stop.duration}"
            hint = f"let it run for {stop.duration} at most, or raise `duration`"
            yield Finding(message, stop.slide.place.of("timer"), (hint,))


def activity_split_does_not_add_up(subject: Subject) -> Iterator[Finding]:
    """The parts of an activity's time do not add up to its total (T302).

    Facilitators run an activity by its parts; a wrong sum takes the time from the debrief.  Ranges add up where the
    two have a time in common.
    """
    for activity in subject.lesson.activities:
        yield from _split(f"`{activity.id}`", activity)
        for variant in activity.variants:
            yield from _split(f"`{variant.title}` of `{activity.id}`", variant)


def _split(what: str, own: Activity | Variant) -> Iterator[Finding]:
    parts, total = Duration(), own.duration
    for part in own.split:
        parts += part.duration
    if own.split and total and (parts.high < total.low or parts.low > total.high):
        message = f"the parts of {what} take {parts}, its duration says {total}"
        yield Finding(message, own.place.of("split"), ("correct a part, or the total",))


RULES = (
    Rule("T301", slides_exceed_lesson_time, built=True),
    Rule("T302", activity_split_does_not_add_up, Severity.ERROR, built=True),
    Rule("T311", film_exceeds_its_slide, built=True),
    Rule("T313", timer_exceeds_its_slide, built=True),
)
