"""Rules about slides and what is said to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.slides import (
    cues,
    found_in,
    lines_of,
    on_slide,
    own,
    said,
    shown_on,
    spot,
    words_for,
    words_of,
)
from deckbuild.checks.texts import Words, authored
from deckbuild.checks.vocabulary import pattern
from deckbuild.diagnostics.model import Severity
from deckbuild.facts import Stop
from deckbuild.markdown import mentions


def slide_without_notes(subject: Subject) -> Iterator[Finding]:
    """Nothing is said to a slide (N401)."""
    slides = own(subject)
    hint = "say what the trainer does with it: `- say:`, `- ask:`, `- show:`"
    without = [
        (stop, slide)
        for stop, slide in slides
        if not cues(subject, stop) and not stop.placed and not (stop.posed and stop.posed.feedback)
    ]
    if len(without) > _SOME and 2 * len(without) > len(slides):
        message = f"{len(without)} of {len(slides)} slides have no notes"
        yield Finding(message, subject.lesson.place.of("title"), (hint,))
        return
    for stop, slide in without:
        span = slide.place.fields.get("title", slide.place.span)
        yield Finding(f"slide {stop.numbers} has no notes", span, (hint,))


_SOME = 3
"""Slides that are named one by one; more, where they are most, are one finding."""


_RUN = 3
"""Words that stand side by side."""
_ENOUGH = 8
"""Runs below which likeness is chance."""


def reads_the_slide_aloud(subject: Subject) -> Iterator[Finding]:
    """What is said is what the slide shows already (N402)."""
    most = subject.limits.words_read_aloud / 100
    for stop, _ in own(subject):
        spoken = [one for one in on_slide(subject).get(stop.key, ()) if one.field == "say" and said(one)]
        if not spoken:
            continue
        shown = [line for text in shown_on(subject, stop) for line in lines_of(subject, text)]
        known = {word for line in shown for word in line}
        runs: set[tuple[str, ...]] | None = None
        for words in spoken:
            lines = lines_of(subject, words)
            if not _mostly(lines, known, most):
                continue
            runs = runs if runs is not None else set(_runs(shown))
            said_in = _runs(lines)
            share = sum(run in runs for run in said_in) / max(len(said_in), 1)
            if share > most and len(said_in) >= _ENOUGH:
                message = f"{share:.0%} of what is said stands on the slide"
                hint = "say what the slide does not show: an example, a reason, a question"
                yield Finding(message, words.span, (hint,))


def _mostly(lines: Sequence[Sequence[str]], known: set[str], most: float) -> bool:
    """Whether so many of the words are known that a closer look is worth it."""
    there = sum(word in known for line in lines for word in line)
    return there > most * sum(map(len, lines))


def _runs(lines: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    return [tuple(line[at : at + _RUN]) for line in lines for at in range(max(0, len(line) - _RUN + 1))]


def refers_to_hidden_slide(subject: Subject) -> Iterator[Finding]:
    """A text sends readers to a slide that is not shown (N406)."""
    hidden = {stop.key: stop for stop in subject.facts.stops if stop.hidden}
    for words, mention in _mentions(subject) if hidden else ():
        if mention in hidden and words.key != mention:
            message = f"slide {hidden[mention].numbers} is hidden, nobody sees it"
            yield Finding(message, spot(subject, words, f"[@{mention}]"), ("show that slide, or refer to another one",))


def refers_to_unnumbered_slide(subject: Subject) -> Iterator[Finding]:
    """A text names the number of a slide on which no number stands (N407)."""
    without = {stop.key: stop for stop in subject.facts.stops if stop.slide and not stop.slide.slide_number}
    for words, mention in _mentions(subject) if without else ():
        if mention in without and words.key != mention and not without[mention].hidden:
            message = f"no number stands on slide {without[mention].numbers}"
            hint = "let it show its number, or name it by its title"
            yield Finding(message, spot(subject, words, f"[@{mention}]"), (hint,))


def _mentions(subject: Subject) -> Iterator[tuple[Words, str]]:
    for words in authored(subject):
        if "[@" in words.markdown:
            yield from ((words, id_) for id_ in mentions(words.markdown))


def points_past_the_end(subject: Subject) -> Iterator[Finding]:
    """The notes of the last slide speak of the next, or those of the first of the one before (N408)."""
    known = words_for(subject)
    shown = [stop for stop in subject.facts.stops if not stop.hidden]
    if known is None or not shown:
        return
    for stop, what, there in ((shown[-1], known.next_slide, "after"), (shown[0], known.slide_before, "before")):
        for words in on_slide(subject).get(stop.key, ()) if what else ():
            match = found_in(words, what) if said(words) else None
            if match:
                message = f"there is no slide {there} slide {stop.numbers}"
                yield Finding(message, spot(subject, words, match[0]), ("remove it, or say what comes instead",))


def direction_among_speech(subject: Subject) -> Iterator[Finding]:
    """A `say` tells the trainer what to do, and would be read out (N409)."""
    known = words_for(subject)
    begins = pattern(known.instruction) if known else None
    for words in authored(subject) if begins else ():
        if words.field == "say" and said(words) and begins:
            for line in words.words.split("\n"):
                match = begins.match(line)
                if match:
                    hint = "write it as `- do:`, or put it to the group with `- ask:`"
                    yield Finding("this is for the trainer to do, not to say", spot(subject, words, match[0]), (hint,))
                    break


def same_words_twice(subject: Subject) -> Iterator[Finding]:
    """The same notes stand at two slides (N410)."""
    seen: dict[tuple[str, ...], tuple[str, str]] = {}
    numbers = {stop.key: stop.numbers for stop in subject.facts.stops}
    for words in authored(subject):
        if words.field not in ("say", "do", "text") or not said(words) or len(words.markdown) < _LONG:
            continue
        listed = tuple(words_of(subject, words))
        first = seen.setdefault(listed, (words.key, numbers.get(words.key, "")))
        if first[0] != words.key and len(listed) >= _ENOUGH + _RUN:
            message = f"the same stands in the notes of slide {first[1]}" if first[1] else "the same stands further up"
            yield Finding(message, words.span, ("say what is new here, or refer to that slide",))


_LONG = 40
"""Characters; what is shorter may well be said twice."""


def silent_stretch(subject: Subject) -> Iterator[Finding]:
    """The notes of a slide say nothing that is spoken: they are background alone (N411)."""
    for stop, slide in own(subject):
        verbs = {cue.verb for cue in cues(subject, stop)}
        if verbs and verbs <= {"text", "reference"} and not _spoken_for(stop):
            message = f"the notes of slide {stop.numbers} give background, and nothing to say or do"
            hint = "add what the trainer says, asks or shows; `text` is not spoken"
            yield Finding(message, slide.place.fields.get("title", slide.place.span), (hint,))


def _spoken_for(stop: Stop) -> bool:
    return bool(stop.placed or stop.posed)


RULES = (
    Rule("N401", slide_without_notes),
    Rule("N402", reads_the_slide_aloud),
    Rule("N406", refers_to_hidden_slide),
    Rule("N407", refers_to_unnumbered_slide),
    Rule("N408", points_past_the_end),
    Rule("N409", direction_among_speech),
    Rule("N410", same_words_twice),
    Rule("N411", silent_stretch, Severity.INFO, on=False),
)
