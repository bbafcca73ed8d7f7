"""Rules about a lesson and its translation: `lesson-2.0.fr.yaml` stands beside `lesson-2.0.yaml`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from deckbuild.checks.languages import WORD
from deckbuild.checks.rule import Finding, ProjectRule, Rule, Subject
from deckbuild.checks.texts import Words, authored
from deckbuild.diagnostics.model import Severity, Span
from deckbuild.facts import Stop
from deckbuild.markdown import fill_ins, mentions
from deckbuild.spec.authored import Authored

_NAME = re.compile(r"(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.(ya?ml)")


@dataclass(frozen=True, eq=False)
class Pair:
    """A lesson, and its translation."""

    source: Subject
    made: Subject

    @property
    def slides(self) -> Iterator[tuple[Stop, Stop]]:
        """The slides that both have, by their keys."""
        own = {stop.key: stop for stop in self.made.facts.stops if stop.slide}
        for stop in self.source.facts.stops:
            if stop.slide and stop.key in own:
                yield stop, own[stop.key]


def _tag_in_name(subject: Subject) -> str:
    """The language tag that the file's name ends with; "" for none."""
    match = _NAME.fullmatch(subject.file.name)
    return match[2] if match else ""


def _pairs(subjects: Sequence[Subject]) -> Iterator[Pair]:
    """Each translation among the lessons with the lesson that it is one of."""
    by_path = {subject.file: subject for subject in subjects}
    for subject in subjects:
        match = _NAME.fullmatch(subject.file.name)
        source = by_path.get(subject.file.with_name(f"{match[1]}.{match[3]}")) if match else None
        if source is not None and source is not subject:
            yield Pair(source, subject)


def slides_differ(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """A translation lacks a slide of its source, has one more, or has them in another order (X801)."""
    for pair in _pairs(subjects):
        theirs = {stop.key: stop for stop in pair.source.facts.stops if stop.slide}
        own = {stop.key: stop for stop in pair.made.facts.stops if stop.slide}
        place = pair.made.lesson.place.of("title")
        for key, stop in theirs.items():
            if key not in own:
                message = f"the slide `{stop.title}` (line {_line(stop)}) is not translated"
                yield Finding(message, place, (f"add it; its key is `{key}`",))
        for key, stop in own.items():
            if key not in theirs and stop.slide:
                message = f"`{pair.source.file.name}` has no slide `{key}`"
                yield Finding(message, stop.slide.place.of("title"), ("take it out, or add it to the source",))
        common = [key for key in theirs if key in own]
        if common != [key for key in own if key in theirs]:
            here = [key for key in own if key in theirs]
            moved = next(key for key, other in zip(here, common, strict=True) if key != other)
            slide = own[moved].slide
            message = f"`{own[moved].title}` stands in another place than in `{pair.source.file.name}`"
            yield Finding(message, slide.place.of("title") if slide else place, ("keep the order of the source",))


def _line(stop: Stop) -> int:
    return stop.slide.place.span.line if stop.slide else 0


def activities_differ(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Activities, cases, questions or handouts of a translation have other numbers than those of its source (X802)."""
    for pair in _pairs(subjects):
        for name in ("activities", "cases", "questions", "handouts"):
            theirs = {one.id: number for number, one in getattr(pair.source.facts, name)}
            own = {one.id: (number, one) for number, one in getattr(pair.made.facts, name)}
            for id_, number in theirs.items():
                if id_ not in own:
                    message = f"`{id_}`, number {number} of the source's {name}, is not here"
                    place = pair.made.lesson.place
                    yield Finding(message, place.fields.get(name) or place.of("title"), ("translate it too",))
                elif own[id_][0] != number:
                    message = f"`{id_}` is number {own[id_][0]} here, and {number} in the source"
                    yield Finding(message, own[id_][1].place.of("id"), ("place it where the source does",))
            for id_, (_, one) in own.items():
                if id_ not in theirs:
                    message = f"the source has nothing called `{id_}` among its {name}"
                    yield Finding(message, one.place.of("id"), ("keep the source's ids, or add it there",))


def durations_differ(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Something takes longer in a translation than in its source, or shorter (X803)."""
    for pair in _pairs(subjects):
        listed: list[tuple[str, Authored, Authored]] = [("the lesson", pair.source.lesson, pair.made.lesson)]
        listed += [("the slide", one.slide, other.slide) for one, other in pair.slides if one.slide and other.slide]
        activities = {one.id: one for one in pair.made.lesson.activities}
        listed += [
            ("the activity", one, activities[one.id]) for one in pair.source.lesson.activities if one.id in activities
        ]
        for what, source, own in listed:
            theirs, mine = getattr(source, "duration", None), getattr(own, "duration", None)
            if theirs != mine:
                message = f"{what} takes {mine or 'no time'} here, and {theirs or 'no time'} in the source"
                yield Finding(message, own.place.of("duration"), ("write the same time",))


_HEAD = (
    "subtitle", "aim", "relevance", "outcomes", "overview", "preparation", "equipment", "abbreviations", "references",
    "handouts", "common_questions", "annexes", "glossary", "test",
)  # fmt: skip


def keys_missing(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """A translation lacks something that its source says (X804)."""
    for pair in _pairs(subjects):
        for key in _HEAD:
            theirs, own = getattr(pair.source.lesson, key), getattr(pair.made.lesson, key)
            place = pair.made.lesson.place.of(key if own else "title")
            if theirs and not own:
                yield Finding(f"`{key}` is not here, the source has it", place, (f"translate `{key}` too",))
            elif theirs and isinstance(theirs, (tuple, dict)) and len(theirs) > len(own):
                message = f"`{key}` has {len(own)} entries, {len(theirs)} in the source"
                yield Finding(message, place, ("translate the others too",))
        for one, other in pair.slides:
            assert one.slide and other.slide
            for name in ("key_message", "notes", "subtitle", "background"):
                if getattr(one.slide, name) and not getattr(other.slide, name):
                    message = f"the slide has no `{name}`, in the source it has"
                    yield Finding(message, other.slide.place.of("title"), ("translate it too",))


def source_is_newer(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """The source has another edition than the one that was translated (X805)."""
    for pair in _pairs(subjects):
        theirs = pair.source.lesson.edition or pair.source.project.edition or ""
        known = pair.made.lesson.translated_from
        if theirs and known and known != theirs:
            message = f"this was translated from `{known}`, the source is `{theirs}` by now"
            hint = f"bring it up to date, then write `translated_from: {theirs}`"
            yield Finding(message, pair.made.lesson.place.of("translated_from"), (hint,))


_NO_PROSE = ("reference", "imprint", "meaning")


def not_translated(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """A text of a translation is the source's, word for word (X806)."""
    for pair in _pairs(subjects):
        theirs = {_folded(text) for text in authored(pair.source)} - {""}
        for text in authored(pair.made):
            if text.role in _NO_PROSE or text.span.file != str(pair.made.file):
                continue
            folded = _folded(text)
            if folded in theirs and len(WORD.findall(folded)) >= 3 and not _named(text.words):
                yield Finding("this is as in the source", text.span, ("translate it",))


def _folded(text: Words) -> str:
    return " ".join(text.words.casefold().split())


def _named(words: str) -> bool:
    """Whether it is a name: a capital on all words but small ones."""
    listed = [word for word in WORD.findall(words) if len(word) > 3]
    return all(word[0].isupper() for word in listed)


def numbers_differ(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """The digits on a slide or in its notes are others than in the source (X807)."""
    for pair in _pairs(subjects):
        theirs, own = _by_key(pair.source), _by_key(pair.made)
        for one, other in pair.slides:
            assert other.slide
            before, after = _digits(theirs.get(one.key, ())), _digits(own.get(other.key, ()))
            gone, new = before - after, after - before
            if gone and new:
                message = f"{_said(new)} stands here, {_said(gone)} in the source"
                yield Finding(message, _holding(own[other.key], new, other), ("compare the two",))


_NUMBER = re.compile(r"[0-9]+(?:[.,\u00a0\u202f’' ][0-9]{3})*(?:[.,][0-9]+)?")


def _digits(texts: Sequence[Words]) -> Counter[str]:
    """The numbers of texts, as bare digits: languages part thousands and decimals in other ways."""
    found = (re.sub(r"\D", "", match) for text in texts for match in _NUMBER.findall(text.words))
    return Counter(number for number in found if len(number) > 1)


def _said(numbers: Counter[str]) -> str:
    return ", ".join(f"`{number}`" for number in sorted(numbers)[:3])


def _by_key(subject: Subject) -> dict[str, list[Words]]:
    found: dict[str, list[Words]] = {}
    for text in authored(subject):
        if text.key:
            found.setdefault(text.key, []).append(text)
    return found


def _holding(texts: Sequence[Words], numbers: Counter[str], stop: Stop) -> Span:
    held = next((text for text in texts if _digits((text,)) & numbers), None)
    return held.span if held else stop.slide.place.of("title") if stop.slide else texts[0].span


def references_differ(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """A slide of a translation refers to other things, or has other words to fill in, than its source (X808)."""
    counted: tuple[tuple[str, Callable[[str], list[str]]], ...] = (
        ("refers to", lambda text: list(mentions(text))),
        ("has words to fill in:", lambda text: ["…"] * len(fill_ins(text))),
    )
    for pair in _pairs(subjects):
        theirs, own = _by_key(pair.source), _by_key(pair.made)
        for one, other in pair.slides:
            assert other.slide
            for what, find in counted:
                before = Counter(found for text in theirs.get(one.key, ()) for found in find(text.markdown))
                after = Counter(found for text in own.get(other.key, ()) for found in find(text.markdown))
                if before != after:
                    lost = ", ".join(sorted((before - after) + (after - before)))
                    message = (
                        f"the slide {what} {sum(after.values())} here, {sum(before.values())} in the source ({lost})"
                    )
                    yield Finding(message, other.slide.place.of("title"), ("keep what the source has",))


def parts_differ(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """A list, a table or the notes of a slide have more parts than in the source, or fewer (X809)."""
    for pair in _pairs(subjects):
        theirs, own = _by_key(pair.source), _by_key(pair.made)
        for one, other in pair.slides:
            assert other.slide
            before, after = _shape(theirs.get(one.key, ())), _shape(own.get(other.key, ()))
            for kind in before | after:
                if before[kind] != after[kind] and after[kind]:  # for none at all see X804
                    message = f"the slide has {after[kind]} {kind} here, {before[kind]} in the source"
                    yield Finding(message, other.slide.place.of("title"), ("compare the two",))


_PARTS = {"Point": "points", "Tabled": "cells", "Cue": "notes", "Option": "options", "Step": "steps"}


def _shape(texts: Sequence[Words]) -> Counter[str]:
    return Counter(_PARTS[text.owner] for text in texts if text.owner in _PARTS)


def tag_differs(subject: Subject) -> Iterator[Finding]:
    """A file's name says another language than the lesson in it (X810)."""
    tag = _tag_in_name(subject)
    if tag and tag != subject.language and tag.partition("-")[0] != subject.language.partition("-")[0]:
        message = f"the file is called `{subject.file.name}`, and the lesson's language is `{subject.language}`"
        yield Finding(message, subject.lesson.place.of("language"), (f"write `language: {tag}`, or rename the file",))


_RIGHT_TO_LEFT = frozenset(("ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"))


def direction_not_set(subject: Subject) -> Iterator[Finding]:
    """The language is written from right to left, and nothing says so to the outputs (X811)."""
    language = subject.language if not subject.lesson.language else subject.lesson.language
    if language.partition("-")[0] in _RIGHT_TO_LEFT and not subject.labels.right_to_left:
        message = f"`{language}` is written from right to left, the outputs are set from left to right"
        hint = "add a file of words for the language, with `direction: rtl`"
        yield Finding(message, subject.lesson.place.of("language"), (hint,))


RULES = (
    ProjectRule("X801", slides_differ, Severity.ERROR),
    ProjectRule("X802", activities_differ, Severity.ERROR),
    ProjectRule("X803", durations_differ, Severity.ERROR),
    ProjectRule("X804", keys_missing, Severity.ERROR),
    ProjectRule("X805", source_is_newer),
    ProjectRule("X806", not_translated),
    ProjectRule("X807", numbers_differ),
    ProjectRule("X808", references_differ),
    ProjectRule("X809", parts_differ),
    Rule("X810", tag_differs, Severity.ERROR),
    Rule("X811", direction_not_set, Severity.ERROR),
)
