"""How trainers write in each language: the words by which rules know what a text speaks of.

A language is one module with a `WORDS`.  Its texts are regular expressions, read without regard to capitals; a place
that means nothing in a language is left empty, and the rule then finds nothing there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib import import_module
from typing import Literal

Thing = Literal[
    "handout", "film", "outcomes", "agenda", "exercise", "case", "worksheet", "glossary", "annex", "references",
    "quiz", "form", "roles", "figure", "table",
]  # fmt: skip
"""What a text can speak of, and a lesson or a slide may lack."""

About = Thing | Literal["slide", "activity", "minutes"]

LANGUAGES = ("en", "fr", "es", "de", "ar")


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The words of one language."""

    numbers: Mapping[str, int]
    """Numbers as words, from two on."""
    part_of: str
    """What stands before a number that counts a part of a whole, or something known already: `at least`, `the`."""
    before_number: str
    """What stands before a number that counts another thing than a list: `in`, `page`, `at least`."""
    not_things: str
    """What is counted and is no list: minutes, years, people."""
    speaks_of: Mapping[Thing, str]
    """How a text speaks of a thing as of one that is there: `the handout`, not `a handout`."""
    stems: Mapping[About, str]
    """Parts of words, one of which stands in every text that can be meant: most texts need no closer look."""
    named: Mapping[Thing, str]
    """What a slide, a sheet or a piece of equipment is called that can be meant by it."""
    slide: str
    """The word for slide, before a number."""
    module: str
    lesson: str
    """Words for a module and a lesson, before a number."""
    activity: str
    handout: str
    ordinals: Mapping[str, int] = field(default_factory=dict)
    """Numbers after `module`, where they differ from `numbers`."""
    elsewhere: str = ""
    """What a heading says that speaks of another lesson on purpose: `next`, `recap`."""
    next_slide: str = ""
    slide_before: str = ""
    minutes: str = ""
    """The word for minutes, after a number."""
    allots: str = ""
    """How minutes are given to somebody, before their number: `you have`, `allow`."""
    instruction: str = ""
    """How a direction to the trainer begins, as against what is said to the group."""
    vague: str = ""
    """Verbs at the beginning of an outcome that nobody can watch."""
    vague_end: str = ""
    """The same at its end, where a language puts verbs there."""
    lead_in: str = ""
    """What outputs put before the outcomes already."""
    summary: str = ""
    """Titles of slides that sum up."""
    pause: str = ""
    perishable: str = ""
    """Words that are true for a while."""
    all_of_these: str = ""
    negated: str = ""
    """A negation in the stem of a question."""
    copy: str = ""
    """What programs add to the name of a copy."""
    gear: tuple[str, ...] = ()
    """Things that somebody has to bring."""
    references_title: str = ""

    @cached_property
    def number(self) -> str:
        """Numbers from two on, as words or digits."""
        words = sorted((*self.numbers, *self.ordinals), key=len, reverse=True)
        return rf"(?:{'|'.join(words)}|[2-9]|1[0-9]|20)"

    def value(self, written: str) -> int:
        """What a number that `number` matches comes to."""
        low = written.casefold()
        return self.numbers.get(low) or self.ordinals.get(low) or int(low)


def vocabulary(language: str) -> Vocabulary | None:
    """The words for a language tag; None for a language that has none here."""
    base = language.split("-")[0]
    return _read(base) if base in LANGUAGES else None


@lru_cache(maxsize=8)
def _read(base: str) -> Vocabulary:
    words: Vocabulary = import_module(f"deckbuild.checks.vocabulary.{base}").WORDS
    return words


@lru_cache(maxsize=256)
def pattern(text: str) -> re.Pattern[str]:
    """`text` compiled, between the edges of words, without regard to capitals; an empty one matches nothing."""
    return re.compile(rf"(?<!\w)(?:{text})(?!\w)" if text else r"(?!)", re.IGNORECASE)
