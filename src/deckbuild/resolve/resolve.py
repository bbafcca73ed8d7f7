"""Lesson -> Facts: calls order, timing and references, and puts what they give together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.facts import Facts, KeyMessage, PartFacts, SectionFacts, Stop
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Generatable, Lesson
from deckbuild.programme import Part, Programme
from deckbuild.resolve import placing, references
from deckbuild.resolve.order import order, section_key
from deckbuild.spec.authored import walk
from deckbuild.spec.cue import VERBS, Cue
from deckbuild.spec.scalars import Duration


def resolve(
    lesson: Lesson,
    generate: Sequence[Generatable],
    labels: Labels,
    source: Mapping[str, Sequence[str]],
    diags: Diagnostics,
    parts: Mapping[str, int] | None = None,
    programme: Programme | None = None,
    elsewhere: Mapping[str, str] = MappingProxyType({}),
) -> Facts:
    """All that is derived.  `generate` counts where the lesson does not say; `source` are the lines of each file.

    `programme` is what the lesson is joined from, where it is joined; `elsewhere` has what is in other lessons.
    `parts` are the slides of the deck that a slide takes, by its key, where they are more than one.
    """
    asked = lesson.generate if lesson.generate is not None else generate
    stops = order(lesson, asked, labels, parts or {}, programme)
    sections = tuple(_sections(lesson, stops, programme))
    activities = placing.activities(lesson, programme.owners) if programme else placing.activities(lesson)
    cases = placing.cases(lesson)
    handouts = tuple((str(number), handout) for number, handout in enumerate(lesson.handouts, 1))
    annexes = tuple((_letters(number), annex) for number, annex in enumerate(lesson.annexes, 1))
    targets = references.targets(lesson, stops, sections, activities, cases, handouts, annexes, diags)
    targets = {**references.elsewhere(elsewhere), **targets}
    messages = tuple(
        KeyMessage(stop, stop.slide.key_message, stop.slide.covers)
        for stop in stops
        if stop.slide and stop.slide.key_message and not stop.hidden
    )

    def narrow(span: Span, word: str) -> Span:
        return narrowed(span, word, source.get(span.file, ()))

    references.check(lesson, targets, narrow, diags)
    used = {node.verb for node in walk(lesson.sections) if isinstance(node, Cue)}
    return Facts(
        stops=stops,
        sections=sections,
        total=_sum(stop.duration for stop in stops),
        targets=targets,
        key_messages=messages,
        cited=references.cited(lesson, stops),
        activities=activities,
        cases=cases,
        questions=tuple((str(number), question) for number, question in enumerate(lesson.questions, 1)),
        coverage=placing.coverage(lesson, stops, messages, activities, cases),
        users=placing.users(lesson, stops),
        handouts=handouts,
        annexes=annexes,
        verbs=tuple(verb for verb in VERBS if verb in used),
        programme=programme,
        parts=tuple(_parts(programme, stops, sections)) if programme else (),
    )


def _sections(lesson: Lesson, stops: Sequence[Stop], programme: Programme | None) -> Sequence[SectionFacts]:
    """The sections; what follows the last part of a session or a course is in none of them."""
    clock = _sum(stop.duration for stop in stops if stop.section == 0 and stop.part == 0)
    places = {number: place for part in programme.parts for place, number in _placed(part)} if programme else {}
    sections = []
    for number, section in enumerate(lesson.sections, 1):
        own = tuple(stop for stop in stops if stop.section == number and (stop.part or not programme))
        duration = _sum(stop.duration for stop in own)
        key, named = section_key(lesson, number), references.listed(lesson, section)
        clock = own[0].starts if own else clock
        sections.append(SectionFacts(key, number, section, own, clock, duration, named, places.get(number, number)))
        clock += duration
    return sections


def _placed(part: Part) -> Iterable[tuple[int, int]]:
    return enumerate(part.sections, 1)


def _parts(programme: Programme, stops: Sequence[Stop], sections: Sequence[SectionFacts]) -> Iterator[PartFacts]:
    for number, part in enumerate(programme.parts, 1):
        own = tuple(stop for stop in stops if stop.part == number)
        held = tuple(sections[n - 1] for n in part.sections)
        yield PartFacts(number, part, own, held, _sum(stop.duration for stop in own))


def _sum(durations: Iterable[Duration | None]) -> Duration:
    total = Duration()
    for duration in durations:
        total += duration or Duration()
    return total


def _letters(number: int) -> str:
    """`A` for 1, `Z` for 26, `AA` for 27."""
    before, last = divmod(number - 1, 26)
    return (_letters(before) if before else "") + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[last]


def narrowed(span: Span, word: str, source: Sequence[str]) -> Span:
    """The first place of `word` within `span`; `span` itself where it does not stand there to the letter."""
    for line in range(span.line, min(span.end_line, len(source)) + 1):
        start = span.column - 1 if line == span.line else 0
        end = span.end_column - 1 if line == span.end_line else None
        column = source[line - 1].find(word, start, end)
        if column >= 0:
            return Span(span.file, line, column + 1, line, column + 1 + len(word))
    return span
