"""Rules about time: what a slide has, what its notes need, when the group gets to work."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.slides import (
    busy,
    count,
    countable,
    cues,
    minutes,
    on_slide,
    own,
    said,
    spot,
    texts_with,
    words_for,
)
from deckbuild.checks.vocabulary import Vocabulary, pattern
from deckbuild.diagnostics.model import Severity, Span
from deckbuild.facts import Stop
from deckbuild.kinds.audio import Audio
from deckbuild.kinds.video import Video
from deckbuild.spec.activity import Activity, Case
from deckbuild.spec.scalars import Duration

_SPOKEN = ("say", "ask", "transition")


def slide_without_time(subject: Subject) -> Iterator[Finding]:
    """A slide has no time of its own, where most others have one (T303).

    It counts as no time at all, so the lesson runs over by as much.
    """
    slides = own(subject)
    timed = sum(stop.duration is not None or slide.duration is not None for stop, slide in slides)
    if 2 * timed <= len(slides):
        return
    for stop, slide in slides:
        if stop.duration is None and slide.duration is None:
            message = f"slide {stop.numbers} has no `duration`, {timed} of {len(slides)} have one"
            yield Finding(message, _title(stop, slide.place.span), ("add `duration:`; without one it takes no time",))


def _title(stop: Stop, otherwise: Span) -> Span:
    return stop.slide.place.of("title") if stop.slide else otherwise


def slide_too_long(subject: Subject) -> Iterator[Finding]:
    """A slide stays for long while nobody but the trainer does anything (T304)."""
    most = subject.limits.minutes_a_slide
    for stop, slide in own(subject):
        played = isinstance(slide.content, (Video, Audio))
        if stop.duration and stop.duration.low > 60 * most and not played and not busy(subject, stop):
            message = f"the slide is shown for {stop.duration}, and the group has nothing to do"
            hint = f"put a question or a task into it, or divide it: {most} min are the most"
            yield Finding(message, slide.place.of("duration"), (hint,))


def slide_too_short(subject: Subject) -> Iterator[Finding]:
    """A slide is gone before anybody has read it (T305)."""
    least = subject.limits.seconds_a_slide
    for stop, slide in own(subject):
        if stop.duration and stop.duration.high < least and slide.duration:
            message = f"the slide is shown for {stop.duration}; {least} s are the least"
            yield Finding(message, slide.place.of("duration"), ("give it more time, or leave it out",))


def notes_exceed_slide(subject: Subject) -> Iterator[Finding]:
    """What is to be said takes longer than the slide is shown (T306)."""
    pace = subject.limits.words_a_minute
    if not countable(subject) or not pace:
        return
    for stop, slide in own(subject):
        if not stop.duration:
            continue
        spoken = sum(
            count(one.words) for one in on_slide(subject).get(stop.key, ()) if said(one) and one.field in _SPOKEN
        )
        needed = 60 * spoken / pace
        if needed > stop.duration.high:
            message = f"saying its {spoken} words takes {minutes(needed)}, the slide has {stop.duration}"
            hint = f"say less, or raise `duration`; {pace} words are reckoned to a minute"
            yield Finding(message, slide.place.of("duration"), (hint,))


def long_without_a_task(subject: Subject) -> Iterator[Finding]:
    """The group listens for longer than people can (T307)."""
    most = 60 * subject.limits.minutes_without_task
    first: Stop | None = None
    elapsed, told = 0, False
    for stop in subject.facts.stops:
        if busy(subject, stop):
            first, elapsed, told = None, 0, False
            continue
        first = first or stop
        elapsed += stop.duration.low if stop.duration and not stop.hidden else 0
        if elapsed > most and not told and stop.slide:
            told = True
            stretch = f"from slide {first.number} to slide {stop.through}, {minutes(elapsed)}"
            message = f"{stretch} pass without a question or a task"
            hint = f"ask something, or let the group try it, every {subject.limits.minutes_without_task} min at least"
            yield Finding(message, _title(stop, stop.slide.place.span), (hint,))


def slides_fall_short(subject: Subject) -> Iterator[Finding]:
    """The slides together take much less than the lesson says (T308)."""
    planned, needed = subject.lesson.duration, subject.facts.total
    tolerance = 1 + subject.limits.time_tolerance / 100
    complete = all(stop.duration is not None for stop, _ in own(subject))
    if planned and needed and complete and planned.low > needed.high * tolerance:
        message = f"slides take {needed}, the lesson says {planned}"
        hint = "say what the rest of the time is for, or lower `duration`"
        yield Finding(message, subject.lesson.place.of("duration"), (hint,))


def task_exceeds_slide(subject: Subject) -> Iterator[Finding]:
    """An activity or a case needs more time than the slide that places it has (T309)."""
    apart = any(stop.generated == "activity" for stop in subject.facts.stops)
    for stop, slide in own(subject):
        placed = stop.placed or (None if apart else _named(subject, stop))
        if placed and placed.duration and slide.duration and placed.duration.low > slide.duration.high:
            message = f"`{placed.id}` takes {placed.duration}, its slide has {slide.duration}"
            yield Finding(message, slide.place.of("duration"), (f"give the slide {placed.duration}, or shorten it",))


def _named(subject: Subject, stop: Stop) -> Activity | Case | None:
    """The activity that a slide's cues begin, where no slide of its own follows for it."""
    named = next((cue.activity for cue in cues(subject, stop) if cue.activity), None)
    return next((one for one in subject.lesson.activities if one.id == named), None)


def text_allots_more(subject: Subject) -> Iterator[Finding]:
    """A text gives the group more minutes than there are (T310)."""
    known = words_for(subject)
    if known is None or not known.allots:
        return
    stops = {stop.key: stop for stop in subject.facts.stops}
    for words in texts_with(subject, known, "minutes"):
        limit = stops[words.key].duration if words.key and said(words) and words.role == "cue" else None
        for where, given in _allotted(words.words, known) if limit else ():
            if limit and given > limit.high:
                yield _more(given, f"the slide has {limit}", spot(subject, words, where))
    for activity in subject.lesson.activities:
        for number, step in enumerate(activity.steps):
            for _, given in _allotted(step, known) if activity.duration else ():
                if activity.duration and given > activity.duration.high:
                    place = activity.place
                    span = place.fields.get(f"steps/{number}", place.of("steps"))
                    yield _more(given, f"the activity has {activity.duration}", span)


def _allotted(text: str, known: Vocabulary) -> Iterator[tuple[str, int]]:
    """What gives somebody minutes in a text, as it stands there, and how many seconds that is."""
    wanted = pattern(rf"(?:{known.allots}) (?P<n>{known.number}|[0-9]{{1,3}})[ -](?:{known.minutes})")
    for match in wanted.finditer(text):
        yield match[0], 60 * known.value(match["n"])


def _more(given: int, has: str, span: Span) -> Finding:
    return Finding(f"this gives {minutes(given)}, {has}", span, ("make the two agree",))


def nothing_takes_no_time(subject: Subject) -> Iterator[Finding]:
    """Something is said to take no time at all (T314).

    Templates come with a 0 to be filled in.
    """
    for stop, slide in own(subject):
        if slide.duration is not None and not slide.duration:
            hint = "say how long it takes, or leave `duration` out"
            yield Finding(f"slide {stop.numbers} takes no time", slide.place.of("duration"), (hint,))
    parts = [part for activity in subject.lesson.activities for part in activity.split]
    timed = [
        *((one.id, one.duration, one.place) for one in subject.lesson.activities),
        *((one.id, one.duration, one.place) for one in subject.lesson.cases),
        *((one.part, one.duration, one.place) for one in parts),
    ]
    for name, duration, place in timed:
        if duration is not None and not duration:
            yield Finding(f"`{name}` takes no time", place.of("duration"), ("say how long it takes",))


_ALIKE = 8
"""So many slides with one and the same time are no accident."""


def same_time_everywhere(subject: Subject) -> Iterator[Finding]:
    """Every slide has the same time, as a template gave it (T315)."""
    timed = [slide for _, slide in own(subject) if slide.duration is not None]
    if len(timed) >= _ALIKE and len({slide.duration for slide in timed}) == 1:
        message = f"all {len(timed)} slides have {timed[0].duration}"
        hint = "say what each really takes; a closing takes less than a task"
        yield Finding(message, timed[0].place.of("duration"), (hint,))


def no_pause(subject: Subject) -> Iterator[Finding]:
    """The lesson goes on for longer than people can sit, and has no pause (T316)."""
    known, most = words_for(subject), subject.limits.minutes_without_pause
    total = max(subject.facts.total.low, subject.lesson.duration.low if subject.lesson.duration else 0)
    if known is None or total <= 60 * most:
        return
    titles = [stop.title for stop in subject.facts.stops] + [one.title for one in subject.lesson.sections]
    if not any(pattern(known.pause).search(title) for title in titles):
        message = f"the lesson takes {Duration(total, total)} and has no pause"
        span = subject.lesson.place.fields.get("duration", subject.lesson.place.of("title"))
        yield Finding(message, span, (f"put one in after {most} min at the latest, or divide the lesson",))


_SHORT = 15 * 60
"""Lessons shorter than that need no half of it for the group."""


def little_for_the_group(subject: Subject) -> Iterator[Finding]:
    """The group works in too small a part of the time (T317)."""
    least, total = subject.limits.busy_share, subject.facts.total.high
    timed = [stop for stop in subject.facts.stops if stop.duration]
    if total < _SHORT or len(timed) < 4:
        return
    share = 100 * sum(stop.duration.high for stop in timed if stop.duration and busy(subject, stop)) / total
    if share < least:
        message = f"the group is asked or works in {share:.0f}% of the time"
        hint = f"turn input into questions and tasks; {least}% are the least here"
        span = subject.lesson.place.fields.get("duration", subject.lesson.place.of("title"))
        yield Finding(message, span, (hint,))


RULES = (
    Rule("T303", slide_without_time),
    Rule("T304", slide_too_long),
    Rule("T305", slide_too_short),
    Rule("T306", notes_exceed_slide),
    Rule("T307", long_without_a_task),
    Rule("T308", slides_fall_short),
    Rule("T309", task_exceeds_slide),
    Rule("T310", text_allots_more),
    Rule("T314", nothing_takes_no_time),
    Rule("T315", same_time_everywhere, Severity.INFO),
    Rule("T316", no_pause, Severity.INFO),
    Rule("T317", little_for_the_group, Severity.INFO),
)
