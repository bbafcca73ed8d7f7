"""A new lesson: short, whole and without a finding, in the language it is to be taught in."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from deckbuild.starting.writing import quoted

LANGUAGES = ("en", "fr", "es", "de", "ar")
"""Languages in which there is a text to begin with; in any other it is the English one."""
LEAST = 8
"""Minutes that its parts need at least."""


@dataclass(frozen=True)
class NewLesson:
    """What makes a lesson."""

    number: str
    title: str
    language: str = "en"
    minutes: int = 20
    named: bool = False
    """Whether the lesson says its language: it does where it is not the project's."""


def lesson_file(new: NewLesson) -> str:
    """The text of the lesson's file."""
    own = new.language.partition("-")[0]
    text = files("deckbuild.starting").joinpath("texts", f"{own if own in LANGUAGES else 'en'}.yaml").read_text("utf-8")
    idea = max(1, new.minutes // 5)
    work = new.minutes - idea - 4
    values = {
        "number": new.number,
        "title": quoted(new.title),
        "language": f"\nlanguage: {new.language}" if new.named else "",
        "minutes": str(new.minutes),
        "idea": str(idea),
        "activity": str(work + 2),
        "work": str(work),
    }
    for name, value in values.items():
        text = text.replace(f"«{name}»", value)
    return text
