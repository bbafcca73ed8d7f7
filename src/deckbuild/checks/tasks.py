"""Rules about activities, cases and what the trainer asks: whether somebody else could run them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.slides import cues, own, plural, tokens, words_for
from deckbuild.checks.vocabulary import pattern
from deckbuild.diagnostics.model import Severity
from deckbuild.spec.activity import Activity
from deckbuild.spec.pack import Material


def activity_without_purpose(subject: Subject) -> Iterator[Finding]:
    """An activity does not say why it is done (Q105)."""
    for one in subject.lesson.activities:
        if not one.purpose:
            hint = "add `purpose:`, one sentence that the trainer can give when somebody asks"
            yield Finding(f"nothing says what the activity `{one.id}` is for", one.place.of("id"), (hint,))


def activity_without_debrief(subject: Subject) -> Iterator[Finding]:
    """An activity ends without a debrief (Q106)."""
    for one in subject.lesson.activities:
        if not one.debrief and not one.draw_out:
            hint = "add `debrief:` with two questions, or `draw_out:` with the points to make"
            yield Finding(f"the activity `{one.id}` has no debrief", one.place.of("id"), (hint,))


def activity_without_answers(subject: Subject) -> Iterator[Finding]:
    """Nothing tells the trainer what to expect from an activity (Q107)."""
    for one in subject.lesson.activities:
        if not one.answers and not one.draw_out:
            hint = "add `answers:` or `draw_out:`; participants never see them"
            yield Finding(f"the activity `{one.id}` has no expected answers", one.place.of("id"), (hint,))


def activity_without_groups(subject: Subject) -> Iterator[Finding]:
    """An activity does not say how people are put together (Q108)."""
    for one in subject.lesson.activities:
        if one.groups is None:
            hint = "add `groups:`, such as `pairs`, `alone` or a number and a size"
            yield Finding(f"nothing says who works with whom in `{one.id}`", one.place.of("id"), (hint,))


def material_not_listed(subject: Subject) -> Iterator[Finding]:
    """An activity uses a thing that no list of materials names (Q109)."""
    known = words_for(subject)
    for activity in subject.lesson.activities if known else ():
        listed = " ".join(one.what for one in _brought(subject, activity))
        for field in ("steps", "preparation"):
            value = getattr(activity, field) or ()
            text = value if isinstance(value, str) else " ".join(value)
            for gear in known.gear if known else ():
                match = pattern(gear).search(text)
                if match and not pattern(gear).search(listed):
                    message = f"`{match[0]}` is needed for `{activity.id}`, and no list names it"
                    hint = "add it to the activity's `materials`, or to `equipment`"
                    yield Finding(message, activity.place.of(field), (hint,))


def _brought(subject: Subject, activity: Activity) -> tuple[Material, ...]:
    return (*subject.lesson.equipment, *activity.materials)


def question_without_answers(subject: Subject) -> Iterator[Finding]:
    """The trainer asks, and has no answer to expect (Q110)."""
    with_answers = 0
    without = []
    for stop, _ in own(subject):
        for cue in cues(subject, stop):
            if cue.ask:
                with_answers += bool(cue.answers)
                without += [] if cue.answers else [(stop, cue)]
    for stop, cue in without if with_answers else ():
        message = f"slide {stop.numbers} asks this without an answer to expect"
        yield Finding(message, cue.place.of("ask"), ("add `answers:`; participants never see them",))


def question_slide_without_answer(subject: Subject) -> Iterator[Finding]:
    """A question slide gives options, and nothing says which is right (Q111)."""
    for stop, slide in own(subject):
        if stop.posed and stop.posed.options and not (stop.posed.answers or stop.posed.feedback):
            if any(cue.answers for cue in slide.notes):
                continue
            message = f"nothing says what is right on slide {stop.numbers}"
            hint = "add `answer:` or `feedback:`; the slide never shows them"
            yield Finding(message, (slide.content or slide).place.of("question"), (hint,))


def case_without_solution(subject: Subject) -> Iterator[Finding]:
    """A case has no solution to expect (Q112)."""
    for one in subject.lesson.cases:
        if not one.solution:
            hint = "add `solution:`; participants never see it"
            yield Finding(f"the case `{one.id}` has no solution to expect", one.place.of("id"), (hint,))


_LONG = 20 * 60


def long_activity_without_split(subject: Subject) -> Iterator[Finding]:
    """A long activity does not say how its time divides (Q113)."""
    for one in subject.lesson.activities:
        if one.duration and one.duration.low >= _LONG and not one.split:
            message = f"nothing says how the {one.duration} of `{one.id}` divide"
            hint = "add `split:`, with the time for the debrief: it is what goes missing"
            yield Finding(message, one.place.of("duration"), (hint,))


def case_without_time(subject: Subject) -> Iterator[Finding]:
    """A case does not say how long it takes (Q114)."""
    for one in subject.lesson.cases:
        if one.duration is None:
            yield Finding(f"nothing says how long the case `{one.id}` takes", one.place.of("id"), ("add `duration:`",))


_SPAN = re.compile(r"\D*([0-9]{1,3})(?:\s*(?:-|–|to|à|a|bis|إلى)\s*([0-9]{1,3}))?\D*")


def groups_do_not_hold_all(subject: Subject) -> Iterator[Finding]:
    """Number and size of an activity's groups do not come to the number of participants (Q120)."""
    overview = subject.lesson.overview
    people = overview.participants if overview else None
    for one in subject.lesson.activities if people else ():
        number, size = (_range(one.groups.number), _range(one.groups.size)) if one.groups else (None, None)
        if people and number and size and not number[0] * size[0] <= people <= number[1] * size[1]:
            low, high = number[0] * size[0], number[1] * size[1]
            held = str(low) if low == high else f"{low} to {high}"
            message = f"the groups of `{one.id}` hold {held} people, {people} come"
            yield Finding(message, one.place.of("groups"), ("correct number, size, or `participants`",))


def _range(text: str | None) -> tuple[int, int] | None:
    match = _SPAN.fullmatch(text) if text else None
    return (int(match[1]), int(match[2] or match[1])) if match else None


def one_step_for_much(subject: Subject) -> Iterator[Finding]:
    """The steps of an activity are one long paragraph (Q121)."""
    for one in subject.lesson.activities:
        for number, step in enumerate(one.steps):
            length = len(tokens(step))
            if length > subject.limits.words_a_step:
                message = f"step {number + 1} of `{one.id}` has {plural(length, 'word')}"
                hint = f"make several steps of it; {subject.limits.words_a_step} words can be followed"
                yield Finding(message, one.place.fields.get(f"steps/{number}", one.place.of("steps")), (hint,))


RULES = (
    Rule("Q105", activity_without_purpose),
    Rule("Q106", activity_without_debrief),
    Rule("Q107", activity_without_answers),
    Rule("Q108", activity_without_groups),
    Rule("Q109", material_not_listed),
    Rule("Q110", question_without_answers, Severity.INFO, on=False),
    Rule("Q111", question_slide_without_answer),
    Rule("Q112", case_without_solution),
    Rule("Q113", long_activity_without_split, Severity.INFO),
    Rule("Q114", case_without_time),
    Rule("Q120", groups_do_not_hold_all),
    Rule("Q121", one_step_for_much),
)
