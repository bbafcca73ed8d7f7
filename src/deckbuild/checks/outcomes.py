"""Rules about outcomes: whether they can be watched, and whether the lesson works on them and tests them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.slides import cues, own, plural, tokens, words_for
from deckbuild.checks.vocabulary import pattern
from deckbuild.diagnostics.model import Severity
from deckbuild.facts import Coverage
from deckbuild.kinds.quote import Quote
from deckbuild.spec.head import Outcome


def outcome_not_covered(subject: Subject) -> Iterator[Finding]:
    """Nothing in the lesson serves an outcome (O501)."""
    for one in subject.facts.coverage:
        if not (one.stops or one.key_messages or one.activities or one.cases or one.questions):
            hint = f"add `covers: {one.outcome.id}` to what serves it, or leave the outcome out"
            yield Finding(f"nothing covers the outcome `{one.outcome.id}`", one.outcome.place.of("id"), (hint,))


def outcome_only_shown(subject: Subject) -> Iterator[Finding]:
    """Slides serve an outcome, but no key message, activity, case or question does (O502)."""
    for one in subject.facts.coverage:
        if one.stops and not (one.key_messages or _worked_on(one) or _asks(subject, one)):
            message = f"no key message, activity or question covers the outcome `{one.outcome.id}`"
            hint = "let the group do it once, or ask for it"
            yield Finding(message, one.outcome.place.of("id"), (hint,))


def _worked_on(one: Coverage) -> bool:
    return bool(one.activities or one.cases or one.questions or one.asked)


def _asks(subject: Subject, one: Coverage) -> bool:
    return any(cue.ask or cue.activity or cue.case for stop in one.stops for cue in cues(subject, stop))


def outcome_not_tested(subject: Subject) -> Iterator[Finding]:
    """There is a bank of questions, and none asks for an outcome (O503)."""
    if any(question.covers for question in subject.lesson.questions):
        for one in subject.facts.coverage:
            if not one.questions:
                message = f"no question of the bank covers the outcome `{one.outcome.id}`"
                hint = "add a question with `covers`, or leave it to an activity and allow this"
                yield Finding(message, one.outcome.place.of("id"), (hint,))


def outcome_cannot_be_watched(subject: Subject) -> Iterator[Finding]:
    """An outcome begins with a verb that nobody can watch (O504)."""
    known = words_for(subject)
    if known is None:
        return
    begins, ends = pattern(known.vague), pattern(known.vague_end)
    for outcome in subject.lesson.outcomes:
        text = _without_lead(subject, outcome.text)
        match = begins.match(text) or _at_end(ends, text)
        if match:
            message = f"nobody can watch whether `{match[0]}` was reached"
            hint = "begin with what they do, such as name, describe, choose, build, compare"
            yield Finding(message, outcome.place.of("text"), (hint,))


def _at_end(ends: re.Pattern[str], text: str) -> re.Match[str] | None:
    """A verb that `text` ends with."""
    text = text.rstrip(" .…*_")
    return next((match for match in ends.finditer(text) if match.end() == len(text)), None)


def _without_lead(subject: Subject, text: str) -> str:
    """`text` without "participants will be able to" before it."""
    known = words_for(subject)
    lead = pattern(known.lead_in) if known else None
    text = text.lstrip("*_ ")
    for _ in range(4):
        match = lead.match(text) if lead else None
        if not match:
            break
        text = text[match.end() :].lstrip(" ,:*_…")
    return text.removeprefix("to ")


def lead_in_repeated(subject: Subject) -> Iterator[Finding]:
    """An outcome begins with the words that outputs put before it (O505)."""
    known = words_for(subject)
    for outcome in subject.lesson.outcomes if known else ():
        match = pattern(known.lead_in).match(outcome.text) if known else None
        if match:
            shown = subject.labels("outcomes_lead")
            hint = f"begin with the verb: the slide says `{shown}` above all of them"
            yield Finding(f"`{match[0]}` stands on the slide already", outcome.place.of("text"), (hint,))


def no_outcomes(subject: Subject) -> Iterator[Finding]:
    """A lesson does not say what learners can do afterwards (O506)."""
    if not subject.lesson.outcomes and len(own(subject)) > 2:
        hint = "add `outcomes`; slides, activities and questions are checked against them"
        yield Finding("this lesson has no outcomes", subject.lesson.place.of("title"), (hint,))


def too_many_outcomes(subject: Subject) -> Iterator[Finding]:
    """A lesson promises more than anybody can keep (O507)."""
    most, there = subject.limits.outcomes_a_lesson, subject.lesson.outcomes
    if len(there) > most:
        hint = f"keep what is worked on; {most} are the most here"
        yield Finding(f"this lesson has {len(there)} outcomes", there[most].place.span, (hint,))


def outcomes_alike(subject: Subject) -> Iterator[Finding]:
    """Two outcomes say the same (O508)."""
    seen: dict[frozenset[str], Outcome] = {}
    for outcome in subject.lesson.outcomes:
        first = seen.setdefault(frozenset(tokens(outcome.text)), outcome)
        if first is not outcome:
            message = f"`{outcome.id}` says the same as `{first.id}`"
            yield Finding(message, outcome.place.of("text"), ("keep one, or say what differs",))


def outcomes_not_shown(subject: Subject) -> Iterator[Finding]:
    """The lesson has outcomes, and no slide shows them (O509)."""
    if subject.lesson.outcomes and len(own(subject)) > 2 and not _on_a_slide(subject):
        hint = "add `outcomes` to `generate`"
        yield Finding("no slide shows the outcomes", subject.lesson.place.of("outcomes"), (hint,))


def _on_a_slide(subject: Subject) -> bool:
    return any(stop.generated == "outcomes" for stop in subject.facts.stops)


def no_summary(subject: Subject) -> Iterator[Finding]:
    """The lesson stops without a summary (O510)."""
    known, slides = words_for(subject), own(subject)
    if known is None or len(slides) < _WORTH_SUMMING_UP:
        return
    if any(stop.generated == "key_messages" for stop in subject.facts.stops):
        return
    last = subject.facts.stops[-_LAST:]
    if not any(pattern(known.summary).search(stop.title) for stop in last):
        stop, slide = slides[-1]
        message = f"the lesson ends with slide {stop.numbers}, and nothing sums it up"
        hint = "add `key_messages` to `generate`, or a slide that says what to take away"
        yield Finding(message, slide.place.fields.get("title", slide.place.span), (hint,))


_WORTH_SUMMING_UP = 6
_LAST = 4
"""Slides at the end among which a summary stands."""


def message_without_outcome(subject: Subject) -> Iterator[Finding]:
    """A key message serves no outcome (O511)."""
    if any(message.covers for message in subject.facts.key_messages):
        for message in subject.facts.key_messages:
            slide = message.stop.slide
            if not message.covers and slide:
                said = f"the key message of slide {message.stop.numbers} covers no outcome"
                hint = "add `covers:`, or ask whether it must be remembered"
                yield Finding(said, slide.place.of("key_message"), (hint,))


def task_without_outcome(subject: Subject) -> Iterator[Finding]:
    """An activity, a case or a question serves no outcome (O512)."""
    if not subject.lesson.outcomes:
        return
    kinds = (
        ("activity", subject.lesson.activities),
        ("case", subject.lesson.cases),
        ("question", subject.lesson.questions),
    )
    for kind, things in kinds:
        some = any(thing.covers for thing in things)
        for thing in things:
            if not thing.covers and (some or kind != "question"):
                message = f"the {kind} `{thing.id}` covers no outcome"
                yield Finding(message, thing.place.of("id"), ("add `covers:` with the outcomes it serves",))


def slide_without_outcome(subject: Subject) -> Iterator[Finding]:
    """A slide serves no outcome, where most others do (O513)."""
    slides = [
        (stop, slide)
        for stop, slide in own(subject)
        if slide.content is not None and not isinstance(slide.content, Quote)
    ]
    serving = sum(bool(slide.covers) for _, slide in slides)
    if 4 * serving < 3 * len(slides):
        return
    for stop, slide in slides:
        if not slide.covers and not stop.placed and not stop.posed:
            message = f"slide {stop.numbers} covers no outcome, {plural(serving, 'slide')} do"
            span = slide.place.fields.get("title", slide.place.span)
            yield Finding(message, span, ("add `covers:`, or ask what the slide is for",))


RULES = (
    Rule("O501", outcome_not_covered),
    Rule("O502", outcome_only_shown),
    Rule("O503", outcome_not_tested, Severity.INFO),
    Rule("O504", outcome_cannot_be_watched),
    Rule("O505", lead_in_repeated),
    Rule("O506", no_outcomes, Severity.INFO),
    Rule("O507", too_many_outcomes),
    Rule("O508", outcomes_alike),
    Rule("O509", outcomes_not_shown, Severity.INFO),
    Rule("O510", no_summary),
    Rule("O511", message_without_outcome),
    Rule("O512", task_without_outcome),
    Rule("O513", slide_without_outcome, Severity.INFO),
)
