"""Rules about what was copied from elsewhere and not made its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from deckbuild.checks.rule import Finding, ProjectRule, Rule, Subject
from deckbuild.checks.slides import own, shown_on, spot, texts, tokens, words_for
from deckbuild.checks.texts import Words, authored
from deckbuild.checks.vocabulary import Vocabulary, pattern
from deckbuild.diagnostics.model import Severity

_HEADING = ("Lesson", "Section", "Slide", "Activity", "Case")


def heading_names_another(subject: Subject) -> Iterator[Finding]:
    """A heading names another module or lesson than its own (K701)."""
    known = words_for(subject)
    if known is None:
        return
    others = [found for words in _headings(subject) if (found := _other(subject, words, known))]
    if len({name.casefold() for _, name, _ in others}) > 1:
        return  # an overview of several lessons names them rightly
    for words, name, its_own in others:
        message = f"the heading speaks of `{name}`, this is {its_own}"
        yield Finding(message, spot(subject, words, name), ("name this lesson, or say where the other comes in",))


def _headings(subject: Subject) -> Iterator[Words]:
    for words in authored(subject):
        if words.role == "title" and words.owner in _HEADING and (words.field == "title" or words.owner == "Lesson"):
            yield words


def _other(subject: Subject, words: Words, known: Vocabulary) -> tuple[Words, str, str] | None:
    """What a heading names that is not its own, and what is."""
    number = subject.lesson.lesson
    module, _, within = number.partition(".")
    if pattern(known.elsewhere).search(words.words):
        return None
    for noun, its_own in ((known.module, module if within else ""), (known.lesson, number)):
        for match in pattern(rf"(?:{noun}) (?P<n>{known.number}|[0-9]+(?:\.[0-9]+)*)(?![.,]\d)").finditer(words.words):
            named = match["n"] if match["n"][0].isdigit() else str(known.value(match["n"]))
            right = (module,) if noun == known.module else (number, within)
            if its_own and named not in right:
                return words, match[0], f"{'module' if noun == known.module else 'lesson'} {its_own}"
    return None


def another_edition(subject: Subject) -> Iterator[Finding]:
    """A text names the edition with another year (K702)."""
    edition = subject.lesson.edition or subject.project.edition or ""
    year = re.search(r"(?:19|20)\d\d", edition)
    if not year or len(edition) < len(year[0]) + 3:
        return
    other = pattern(rf"{re.escape(edition[: year.start()])}(?P<y>(?:19|20)\d\d){re.escape(edition[year.end() :])}")
    for words in texts(subject):
        match = other.search(words.words) if words.role not in ("imprint", "reference") else None
        if match and match["y"] != year[0]:
            message = f"`{match[0]}`: this edition is `{edition}`"
            yield Finding(message, spot(subject, words, match[0]), ("leave it out: every footer has it",))


def left_over_name(subject: Subject) -> Iterator[Finding]:
    """A title ends as programs name a copy (K703)."""
    known = words_for(subject)
    if known is None or not known.copy:
        return
    ending = re.compile(rf"(?:^|\s)[-–_(]\s?(?:{known.copy})\)?$", re.IGNORECASE)
    for words in authored(subject):
        match = ending.search(words.words) if words.role == "title" else None
        if match:
            said = match[0].strip()
            yield Finding(f"`{said}` was left by a copy", spot(subject, words, said), ("say what this one is",))


_ENOUGH = 6
"""Words below which two slides may well be alike."""


def slide_twice(subject: Subject) -> Iterator[Finding]:
    """Two slides of the lesson show the same (K704)."""
    seen: dict[tuple[str, ...], str] = {}
    for stop, slide in own(subject):
        shown = tuple(token for words in shown_on(subject, stop) for token in tokens(words.words))
        if len(shown) >= _ENOUGH:
            first = seen.setdefault(shown, stop.numbers)
            if first != stop.numbers:
                message = f"slide {stop.numbers} shows what slide {first} shows"
                span = slide.place.fields.get("title", slide.place.span)
                yield Finding(message, span, ("show it once, and refer to it by `[@id]`",))


def number_twice(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Two lessons of a folder have the same number, in the same language (K705)."""
    seen: dict[tuple[str, str, PurePosixPath], Subject] = {}
    for subject in subjects:
        first = seen.setdefault((subject.lesson.lesson, subject.language, subject.file.parent), subject)
        if first is not subject:
            message = f"`{first.file}` is lesson {subject.lesson.lesson} too"
            yield Finding(message, subject.lesson.place.of("lesson"), ("give one of them another number",))


def head_not_its_own(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Title, subtitle, aim or relevance of two lessons are the same (K706)."""
    seen: dict[tuple[str, str, tuple[str, ...]], Subject] = {}
    for subject in subjects:
        for field in ("title", "subtitle", "aim", "relevance"):
            text = getattr(subject.lesson, field)
            if not text or (field == "subtitle" and len(tokens(text)) < _ENOUGH):
                continue
            first = seen.setdefault((field, subject.language, tuple(tokens(text))), subject)
            if first is not subject:
                message = f"`{first.file}` has the same {field}"
                yield Finding(message, subject.lesson.place.of(field), ("say what is this lesson's own",))


def outcome_not_its_own(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Two lessons have the same outcome (K707)."""
    seen: dict[tuple[str, tuple[str, ...]], Subject] = {}
    for subject in subjects:
        for outcome in subject.lesson.outcomes:
            first = seen.setdefault((subject.language, tuple(tokens(outcome.text))), subject)
            if first is not subject:
                message = f"`{first.file}` has the outcome `{outcome.id}` too"
                hint = "say what people can do after this lesson that they could not before"
                yield Finding(message, outcome.place.of("text"), (hint,))


RULES = (
    Rule("K701", heading_names_another),
    Rule("K702", another_edition),
    Rule("K703", left_over_name),
    Rule("K704", slide_twice, Severity.INFO),
    ProjectRule("K705", number_twice),
    ProjectRule("K706", head_not_its_own),
    ProjectRule("K707", outcome_not_its_own),
)
