"""What a rule sees, and what it answers with."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.diagnostics.model import Span
from deckbuild.facts import Facts
from deckbuild.lesson.lesson import Lesson


@dataclass(frozen=True)
class Subject:
    """A lesson and what follows from it."""

    lesson: Lesson
    facts: Facts


@dataclass(frozen=True)
class Finding:
    """Something a reviewer would object to."""

    code: str
    message: str
    span: Span
    hints: tuple[str, ...] = ()
    error: bool = False
    """Whether what would be built is wrong, not only doubtful."""
