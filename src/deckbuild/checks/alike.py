"""Rules about lessons that share slides or tasks nearly word for word.

Texts are compared where they share one of a few runs of words (the runs with the smallest checksums), so that two
hundred lessons take seconds: each is compared with the few that may be like it, not with all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from deckbuild.checks.rule import Finding, ProjectRule, Subject
from deckbuild.checks.slides import own, shown_on, tokens
from deckbuild.diagnostics.model import Span

_RUN = 3
"""Words of a run."""
_LEAST = 12
"""Words of a text that is worth comparing."""
_SAMPLED = 6
"""Runs of a text by which others are found."""
_CROWD = 20
"""Texts that share a run; what more of them share is the house's own phrase."""


@dataclass(frozen=True, eq=False)
class _Piece:
    """A text that may stand elsewhere too."""

    name: str
    span: Span
    lesson: str
    language: str
    runs: frozenset[int]


def slides_alike(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """A slide stands in another lesson too, nearly word for word (K708)."""
    yield from _found(_slides(subjects), subjects, "include it from one place, or say what is new here")


def tasks_alike(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """An activity, a case or a question stands in another lesson too (K709)."""
    yield from _found(_tasks(subjects), subjects, "give each lesson its own, or keep it in one")


def _slides(subjects: Sequence[Subject]) -> Iterator[_Piece]:
    for subject in subjects if len(subjects) > 1 else ():
        for stop, slide in own(subject):
            if stop.placed or (stop.posed and stop.posed.id):
                continue
            shown = [token for words in shown_on(subject, stop) for token in tokens(words.words)]
            span = slide.place.fields.get("title", slide.place.span)
            yield from _piece(f"slide {stop.numbers}", span, subject, [*tokens(stop.title), *shown])


def _tasks(subjects: Sequence[Subject]) -> Iterator[_Piece]:
    for subject in subjects if len(subjects) > 1 else ():
        lesson = subject.lesson
        for activity in lesson.activities:
            said = [token for text in (activity.title, *activity.steps) for token in tokens(text)]
            yield from _piece(f"the activity `{activity.id}`", activity.place.of("id"), subject, said)
        for case in lesson.cases:
            said = [token for text in (case.situation, *case.tasks) for token in tokens(text)]
            yield from _piece(f"the case `{case.id}`", case.place.of("id"), subject, said)
        for question in lesson.questions:
            options = (option.text for option in question.options)
            said = [token for text in (question.stem, *options) for token in tokens(text)]
            yield from _piece(f"the question `{question.id}`", question.place.of("id"), subject, said)


def _piece(name: str, span: Span, subject: Subject, words: Sequence[str]) -> Iterator[_Piece]:
    if len(words) >= _LEAST:
        runs = frozenset(crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(len(words) - _RUN + 1))
        yield _Piece(name, span, str(subject.file), subject.language, runs)


def _found(pieces: Iterable[_Piece], subjects: Sequence[Subject], hint: str) -> Iterator[Finding]:
    """Each piece that is like an earlier one of another lesson, with the most alike of them."""
    least = subjects[0].limits.likeness / 100 if subjects else 1.0
    by_run: dict[tuple[str, int], list[_Piece]] = {}
    for piece in pieces:
        sample = sorted(piece.runs)[:_SAMPLED]
        others = {id(one): one for run in sample for one in by_run.get((piece.language, run), ())}
        alike = [(_likeness(piece, one), one) for one in others.values() if one.lesson != piece.lesson]
        share, nearest = max(alike, key=lambda found: found[0], default=(0.0, piece))
        if share >= least:
            how = "the same as" if share == 1 else f"{share:.0%} the same as"
            message = f"this is {how} {nearest.name} of `{nearest.lesson}`, line {nearest.span.line}"
            yield Finding(message, piece.span, (hint,))
        for run in sample:
            bucket = by_run.setdefault((piece.language, run), [])
            if len(bucket) < _CROWD:
                bucket.append(piece)


def _likeness(piece: _Piece, other: _Piece) -> float:
    """Runs that the two share, of all that either has."""
    return len(piece.runs & other.runs) / len(piece.runs | other.runs)


RULES = (
    ProjectRule("K708", slides_alike),
    ProjectRule("K709", tasks_alike),
)
