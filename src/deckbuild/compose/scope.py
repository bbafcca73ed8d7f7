"""What a generated slide is about: the whole, or in a session or course the lesson in whose place it stands."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.facts import Cited, Facts, KeyMessage, PartFacts, SectionFacts, Stop
from deckbuild.lesson.lesson import Lesson
from deckbuild.spec.head import Outcome


@dataclass(frozen=True)
class Scope:
    """The part of the facts that a generated slide shows."""

    sections: tuple[SectionFacts, ...]
    messages: tuple[KeyMessage, ...]
    cited: tuple[Cited, ...]
    parts: tuple[PartFacts, ...] | None = None
    """The pieces of the lesson; None where it is about everything."""

    def outcomes(self, lesson: Lesson) -> tuple[Outcome, ...]:
        """Those of the lesson, or of its part."""
        if self.parts is None:
            return lesson.outcomes
        found = {one.id: one for part in self.parts if part.part.lesson for one in part.part.lesson.outcomes}
        return tuple(found.values())


def scope_of(stop: Stop, facts: Facts) -> Scope:
    """What the slide is about; slides that a session itself has are about all of it."""
    current = facts.parts[stop.part - 1] if stop.part else None
    if current is None or current.part.kind == "slides":
        return Scope(facts.sections, facts.key_messages, facts.cited)
    parts = tuple(part for part in facts.parts if part.part.file == current.part.file and part.part.lesson)
    keys = {stop.key for part in parts for stop in part.stops}
    return Scope(
        tuple(section for part in parts for section in part.sections),
        tuple(message for message in facts.key_messages if message.stop.key in keys),
        tuple(one for one in facts.cited if keys & set(one.slides)),
        parts,
    )


def messages_of(part: PartFacts, facts: Facts) -> tuple[KeyMessage, ...]:
    """The key messages of one part."""
    keys = {stop.key for stop in part.stops}
    return tuple(message for message in facts.key_messages if message.stop.key in keys)
