"""What follows from the text of a lesson: numbers, times, targets.  Made by `resolve`, read by everything after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from deckbuild.lesson.lesson import Section, Slide
from deckbuild.programme import Part, Programme
from deckbuild.spec.activity import Activity, Case
from deckbuild.spec.bank import BankQuestion
from deckbuild.spec.clock import Clock
from deckbuild.spec.head import Handout, Outcome, Reference
from deckbuild.spec.pack import Annex
from deckbuild.spec.scalars import Duration

Generation = Literal[
    "", "title", "outcomes", "agenda", "divider", "activity", "key_messages", "references",
    "programme", "part", "module",
]  # fmt: skip


@dataclass(frozen=True)
class Posed:
    """What a question slide asks, whether it was written there or stands in the bank.  Texts are Markdown."""

    stem: str
    options: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    """Parts with what stands beside them on the slide: the matches in another order."""
    answers: tuple[str, ...] = ()
    """The trainer's alone."""
    feedback: str = ""
    """The trainer's alone."""
    said: tuple[tuple[str, str], ...] = ()
    """Options and what to say to whoever chooses them; the trainer's alone."""
    id: str = ""
    """Id in the bank; empty for a question that was written on its slide."""
    lines: int = 0
    """Ruled lines to write on."""


@dataclass(frozen=True)
class Stop:
    """A slide in its place: authored, generated, or both (a `generated:` slide with notes of its own)."""

    key: str
    """The author's id, else the path (`2/3`: third slide of the second section; `@title`, `@divider/2`)."""
    number: int
    """1-based, over the whole deck."""
    title: str
    """Markdown; for a generated slide its label, for a question without a title its stem."""
    slide: Slide | None
    generated: Generation
    section: int
    """Number of the section it stands in, from 1; 0 for those before the first, and before the first of a part."""
    starts: Duration
    duration: Duration | None
    """None where nobody said; it then takes no time."""
    last: bool = False
    """Whether it is the last slide of the lesson."""
    posed: Posed | None = None
    """What a question slide asks."""
    placed: Activity | Case | None = None
    """What an instruction slide shows."""
    parts: int = 1
    """Slides that it takes in the deck: more than one where it is continued.  It counts as one unit, with one time."""
    part: int = 0
    """Number of the part of a session or course that it stands in, from 1; 0 in a lesson, and before the first."""
    counted: tuple[str, int] | None = None
    """Where numbers begin anew in each lesson: the lesson's number, and its own place in it."""

    @property
    def through(self) -> int:
        """Number of the last slide that it takes."""
        return self.number + self.parts - 1

    def shown(self, part: int = 1) -> str:
        """The number that readers see, of one of the slides that it takes: `5`, or `2.0-5` where lessons count anew."""
        lesson, number = self.counted or ("", self.number)
        return f"{lesson}-{number + part - 1}" if lesson else str(number + part - 1)

    @property
    def numbers(self) -> str:
        """`5`, or `5–7` where it is continued."""
        return numbers(self, self)

    @property
    def keys(self) -> tuple[str, ...]:
        """A key for each slide that it takes, its own first."""
        return (self.key, *(f"{self.key}~{part}" for part in range(2, self.parts + 1)))

    @property
    def timer(self) -> Duration | None:
        """The time that runs on it, to be seen by all."""
        return self.slide.timer if self.slide else None

    @property
    def hidden(self) -> bool:
        """Whether the deck holds it without showing it."""
        return self.slide is not None and self.slide.hidden


def numbers(first: Stop, last: Stop) -> str:
    """From one slide to another: `4`, `4–7`, `2.0-4–7`; two whole numbers where they are of two lessons."""
    begin, end = first.shown(), last.shown(last.parts)
    if begin == end:
        return begin
    same = first.counted and last.counted and first.counted[0] == last.counted[0]
    return f"{begin}–{end.rpartition('-')[2] if same else end}"


@dataclass(frozen=True)
class SectionFacts:
    """A section in its place."""

    key: str
    """The author's id, else `section/2`."""
    number: int
    section: Section
    stops: tuple[Stop, ...]
    starts: Duration
    duration: Duration
    references: tuple[str, ...] = ()
    """Ids of those listed at its end."""
    place: int = 0
    """Its number in its lesson, where there are several; else `number`."""

    @property
    def numbers(self) -> str:
        """`4–7`: from its first slide to its last; empty where it has no slide."""
        return numbers(self.stops[0], self.stops[-1]) if self.stops else ""

    @property
    def single(self) -> bool:
        """Whether it is one slide of the deck."""
        return len(self.stops) == 1 and self.stops[0].parts == 1


@dataclass(frozen=True)
class PartFacts:
    """A part of a session or a course in its place."""

    number: int
    part: Part
    stops: tuple[Stop, ...]
    sections: tuple[SectionFacts, ...]
    duration: Duration
    """What its slides take."""

    @property
    def key(self) -> str:
        """What jumps lead to: its divider, else its first slide."""
        return self.stops[0].key if self.stops else f"@{self.part.key}"

    @property
    def takes(self) -> Duration:
        """The time that the programme gives it; else what its slides take."""
        given = self.part.seconds
        return Duration(given, given) if given and given != self.duration.high else self.duration


@dataclass(frozen=True)
class Target:
    """What an `[@id]` leads to."""

    kind: Literal["slide", "section", "activity", "case", "question", "handout", "reference", "annex", "lesson"]
    key: str
    number: str
    """`3` for a slide, a section, a case or a question, `2.0.1` for an activity, `1` for a handout or a reference;
    `2.0` for the lesson of something that is not in these outputs.
    """
    title: str
    several: bool = False
    """Whether its number names several slides (`5–7`)."""


@dataclass(frozen=True)
class KeyMessage:
    """A sentence to remember, and where it was said."""

    stop: Stop
    text: str
    covers: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """Where an outcome is worked on, and where it is tested."""

    outcome: Outcome
    stops: tuple[Stop, ...]
    key_messages: tuple[KeyMessage, ...]
    activities: tuple[str, ...]
    """Numbers of activities."""
    cases: tuple[str, ...]
    """Numbers of cases."""
    questions: tuple[str, ...]
    """Numbers of questions in the bank."""
    asked: tuple[Stop, ...]
    """Question slides; they are among the `stops` too."""


@dataclass(frozen=True)
class Cited:
    """A reference that the lesson uses or lists, numbered in order of its first use."""

    id: str
    number: int
    reference: Reference
    slides: tuple[str, ...]
    """Keys of the slides that cite it."""


@dataclass(frozen=True)
class Facts:
    """Everything that is derived and never typed."""

    stops: tuple[Stop, ...]
    sections: tuple[SectionFacts, ...]
    total: Duration
    """Sum of all slides."""
    targets: Mapping[str, Target]
    """By id, over all that can be referred to."""
    key_messages: tuple[KeyMessage, ...]
    cited: tuple[Cited, ...]
    activities: tuple[tuple[str, Activity], ...]
    """Number and activity, in order of use; those never used last."""
    cases: tuple[tuple[str, Case], ...]
    """Number and case, in order of use; those never used last."""
    questions: tuple[tuple[str, BankQuestion], ...]
    """Number and question, in the order of the bank."""
    coverage: tuple[Coverage, ...]
    """One for each outcome."""
    users: Mapping[str, tuple[Stop, ...]]
    """Slides with a cue or a body that names an activity, a case, a handout or a question, by its id."""
    handouts: tuple[tuple[str, Handout], ...]
    """Number and handout, in the order written."""
    annexes: tuple[tuple[str, Annex], ...]
    """Letter and annex, in the order written."""
    verbs: tuple[str, ...]
    """Cues really used, in the order of VERBS."""
    programme: Programme | None = None
    """What the lesson is joined from; None for a lesson on its own."""
    parts: tuple[PartFacts, ...] = ()
    """The parts of the programme, in order."""
    clocks: Mapping[str, tuple[Clock, Clock]] = field(default_factory=dict)
    """In a session, when each part and each slide begins and ends, by its key."""
