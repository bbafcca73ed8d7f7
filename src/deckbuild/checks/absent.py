"""Rules about text that speaks of something the lesson does not have: one rule for each such thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.slides import spot, texts_with, words_for
from deckbuild.checks.texts import Words, authored
from deckbuild.checks.vocabulary import Thing, pattern
from deckbuild.facts import Stop
from deckbuild.kinds.audio import Audio
from deckbuild.kinds.body import Body
from deckbuild.kinds.bullets import Bullets
from deckbuild.kinds.columns import Columns
from deckbuild.kinds.quote import Quote
from deckbuild.kinds.table import Table
from deckbuild.kinds.text import Text
from deckbuild.kinds.video import Video
from deckbuild.lesson.lesson import Lesson
from deckbuild.spec.activity import Role

_SPEAKING = ("cue", "tip", "body", "key_message", "activity", "case", "question", "pack", "handout", "title")
"""Roles of texts that speak to somebody in the room."""


def _missing(subject: Subject, thing: Thing, there: Callable[[Subject], bool], hint: str) -> Iterator[Finding]:
    known = words_for(subject)
    if known is None or not known.speaks_of.get(thing):
        return
    possible = texts_with(subject, known, thing)
    if not possible or there(subject):
        return
    wanted = pattern(known.speaks_of[thing])
    for words in possible:
        match = wanted.search(words.words) if words.role in _SPEAKING else None
        if match:
            yield Finding(f"`{match[0]}`: this lesson has none", spot(subject, words, match[0]), (hint,))


def _titled(subject: Subject, thing: Thing) -> bool:
    """Whether something the lesson holds or brings along is called so: a slide, a sheet, equipment, a reference."""
    known = words_for(subject)
    named = known.named.get(thing, "") if known else ""
    return bool(named) and any(pattern(named).search(text) for text in subject.shared(_names))


def _names(subject: Subject) -> tuple[str, ...]:
    lesson = subject.lesson
    found = [stop.title for stop in subject.facts.stops]
    found += [section.title for section in lesson.sections]
    found += [one.title for one in lesson.handouts] + [one.title for one in lesson.annexes]
    found += [one.title for one in lesson.activities] + [one.title for one in lesson.cases]
    found += [one.what for one in lesson.equipment]
    found += [one.what for activity in lesson.activities for one in activity.materials]
    found += [reference.title for reference in lesson.references.values()]
    return tuple(found)


def _has(thing: Thing, subject: Subject) -> bool:
    """Whether the lesson has the thing."""
    return _titled(subject, thing) or _HAS[thing](subject)


def _bodies(subject: Subject) -> Iterator[Body]:
    for stop in subject.facts.stops:
        if stop.slide and stop.slide.content:
            yield stop.slide.content


_ELSEWHERE = re.compile(r"https?://\S*(?:youtu|vimeo|video|film|\.mp4)", re.IGNORECASE)


def _films(subject: Subject) -> bool:
    """Whether a slide has one, or a text links to one."""
    shown = any(isinstance(body, (Video, Audio)) for body in _bodies(subject))
    return shown or any(_ELSEWHERE.search(words.markdown) for words in authored(subject) if "://" in words.markdown)


def _group_works(lesson: Lesson) -> bool:
    return bool(lesson.activities or lesson.cases)


def _roles(lesson: Lesson) -> Iterator[Role]:
    for activity in lesson.activities:
        yield from activity.roles
    for case in lesson.cases:
        yield from case.roles


_HAS: Mapping[Thing, Callable[[Subject], bool]] = {
    "handout": lambda subject: bool(subject.lesson.handouts),
    "film": _films,
    "outcomes": lambda subject: bool(subject.lesson.outcomes),
    "agenda": lambda subject: any(stop.generated == "agenda" for stop in subject.facts.stops),
    "exercise": lambda subject: _group_works(subject.lesson) or any(stop.posed for stop in subject.facts.stops),
    "case": lambda subject: bool(subject.lesson.cases),
    "worksheet": lambda subject: bool(subject.lesson.activities or subject.lesson.handouts),
    "quiz": lambda subject: bool(subject.lesson.questions),
    "form": lambda subject: subject.lesson.evaluation is not None,
    "glossary": lambda subject: bool(subject.lesson.glossary),
    "annex": lambda subject: bool(subject.lesson.annexes),
    "references": lambda subject: bool(subject.lesson.references),
    "roles": lambda subject: any(_roles(subject.lesson)),
}


def _speaks_of(thing: Thing, hint: str, subject: Subject) -> Iterator[Finding]:
    return _missing(subject, thing, partial(_has, thing), hint)


def speaks_of_a_handout(subject: Subject) -> Iterator[Finding]:
    """A text speaks of the handout, and the lesson has none (N421)."""
    return _speaks_of("handout", "add it under `handouts`, with a cue `- distribute:`", subject)


def speaks_of_a_film(subject: Subject) -> Iterator[Finding]:
    """A text speaks of the film, and no slide has one (N422)."""
    return _speaks_of("film", "add a slide with `video:`, or name the film in `equipment`", subject)


def speaks_of_outcomes(subject: Subject) -> Iterator[Finding]:
    """A text speaks of the learning outcomes, and the lesson has none (N423)."""
    return _speaks_of("outcomes", "add `outcomes`, or say what is meant", subject)


def speaks_of_the_agenda(subject: Subject) -> Iterator[Finding]:
    """A text has the agenda shown, and no slide has it (N424)."""
    return _speaks_of("agenda", "add `agenda` to `generate`", subject)


def speaks_of_an_exercise(subject: Subject) -> Iterator[Finding]:
    """A text begins the exercise, and the lesson has none (N425)."""
    return _speaks_of("exercise", "add it under `activities`, and place it with a cue `- activity:`", subject)


def speaks_of_a_case(subject: Subject) -> Iterator[Finding]:
    """A text speaks of the case study, and the lesson has none (N426)."""
    return _speaks_of("case", "add it under `cases`, and place it with a cue `- case:`", subject)


def speaks_of_a_worksheet(subject: Subject) -> Iterator[Finding]:
    """A text speaks of the worksheet, and the lesson has none (N427)."""
    return _speaks_of("worksheet", "add an activity, which has a worksheet, or a handout", subject)


def speaks_of_a_quiz(subject: Subject) -> Iterator[Finding]:
    """A text speaks of the quiz or its key, and the lesson has no bank of questions (N428)."""
    return _speaks_of("quiz", "add `questions`; test papers and their key are made from them", subject)


def speaks_of_a_form(subject: Subject) -> Iterator[Finding]:
    """A text speaks of the feedback form, and neither lesson nor project has one (N429)."""
    return _speaks_of("form", "add `evaluation`, here or in deckbuild.yaml", subject)


def speaks_of_an_appendix(subject: Subject) -> Iterator[Finding]:
    """A text sends readers to the glossary, an annex or the bibliography, and there is none (N430)."""
    yield from _speaks_of("glossary", "add `glossary`", subject)
    yield from _speaks_of("annex", "add it under `annexes`, and refer to it by `[@id]`", subject)
    yield from _speaks_of("references", "add `references`", subject)


def speaks_of_role_cards(subject: Subject) -> Iterator[Finding]:
    """A text speaks of role cards, and no activity has roles (N431)."""
    return _speaks_of("roles", "add `roles` to the activity; a card is printed for each", subject)


_WORDY = (Bullets, Text, Quote)


def _drawn(body: Body | None, *, table: bool) -> bool:
    """Whether a slide shows something drawn; `table` asks for a table."""
    if isinstance(body, Columns):
        return any(_drawn(column.body, table=table) for column in body.columns)
    return isinstance(body, Table) if table else body is not None and not isinstance(body, _WORDY)


def speaks_of_a_figure(subject: Subject) -> Iterator[Finding]:
    """Notes speak of the picture on the slide, and the slide has none (N432)."""
    return _on_slide("figure", "a picture, a chart or a drawing", subject)


def speaks_of_a_table(subject: Subject) -> Iterator[Finding]:
    """Notes speak of the table on the slide, and the slide has none (N433)."""
    return _on_slide("table", "a table", subject)


def _on_slide(thing: Thing, noun: str, subject: Subject) -> Iterator[Finding]:
    known = words_for(subject)
    if known is None or not known.speaks_of.get(thing):
        return
    wanted = pattern(known.speaks_of[thing])
    stops = {stop.key: stop for stop in subject.facts.stops}
    for words in texts_with(subject, known, thing):
        if words.owner != "Cue" or not words.key or not _plain(words) or _shows(stops[words.key], thing):
            continue
        match = wanted.search(words.words)
        if match:
            message = f"`{match[0]}`: slide {stops[words.key].numbers} shows no such thing"
            hint = f"put {noun} on the slide, or say where it is"
            yield Finding(message, spot(subject, words, match[0]), (hint,))


def _shows(stop: Stop, thing: Thing) -> bool:
    slide = stop.slide
    if slide is None or stop.placed:
        return True
    if thing == "figure" and slide.background is not None:
        return True
    return _drawn(slide.content, table=thing == "table")


def _plain(words: Words) -> bool:
    """Whether a cue's text holds no table of its own."""
    return "|" not in words.markdown


RULES = (
    Rule("N421", speaks_of_a_handout),
    Rule("N422", speaks_of_a_film),
    Rule("N423", speaks_of_outcomes),
    Rule("N424", speaks_of_the_agenda),
    Rule("N425", speaks_of_an_exercise),
    Rule("N426", speaks_of_a_case),
    Rule("N427", speaks_of_a_worksheet),
    Rule("N428", speaks_of_a_quiz),
    Rule("N429", speaks_of_a_form),
    Rule("N430", speaks_of_an_appendix),
    Rule("N431", speaks_of_role_cards),
    Rule("N432", speaks_of_a_figure),
    Rule("N433", speaks_of_a_table),
)
