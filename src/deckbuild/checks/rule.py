"""What a rule sees, and what it answers with.

A rule is a plain generator; its module lists it in `RULES` with its code, and `checks.ALL` lists the modules' tuples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, TypeVar, cast

from deckbuild.assets import Asset
from deckbuild.brand.brand import Brand
from deckbuild.compose.document import Document
from deckbuild.compose.presentation import Page, Presentation
from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.diagnostics.model import Edit, Severity, Span
from deckbuild.facts import Facts
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.lesson.limits import Limits
from deckbuild.lesson.project import Project
from deckbuild.load.positions import Source

Made = TypeVar("Made")


@dataclass(frozen=True, eq=False)
class Subject:
    """A lesson, what follows from it, and what is made of it."""

    lesson: Lesson
    facts: Facts
    project: Project
    labels: Labels
    """The words that outputs show in the lesson's language."""
    brand: Brand
    presentation: Presentation
    """The deck, composed: what really stands on each slide, with sizes and boxes."""
    assets: Mapping[PurePosixPath, Asset]
    """Pictures and other files of the lesson by path within the project."""
    file: PurePosixPath
    """The lesson's file, within the project."""
    sources: Mapping[str, Source]
    """The text of every YAML file that was read for it, by the name that spans have."""
    compose: Callable[[str], Document] = field(repr=False)
    """The document of the output with that name (`facilitator`, `participant` …), made when it is asked for."""
    draw: Callable[[Sequence[Page]], Mapping[str, bytes]] = field(repr=False, default=lambda _: {})
    """Pictures (PNG) of pages by their keys, drawn by the embedded renderer; without those that it can't draw."""
    _shared: dict[Callable[[Subject], Any], Any] = field(default_factory=dict, repr=False)

    @property
    def limits(self) -> Limits:
        """What the house allows: `limits:` in deckbuild.yaml."""
        return self.project.limits

    @property
    def language(self) -> str:
        """The lesson's language tag."""
        return self.labels.language

    @property
    def source(self) -> Source:
        """The text of the lesson's file."""
        return self.sources[str(self.file)]

    @cached_property
    def facilitator(self) -> Document:
        """The facilitator's notes, composed; without pictures of slides."""
        return self.compose("facilitator")

    @cached_property
    def participant(self) -> Document:
        """The participant's document, composed; without pictures of slides."""
        return self.compose("participant")

    def shared(self, make: Callable[[Subject], Made]) -> Made:
        """`make(self)`, made once for all rules that ask for it."""
        if make not in self._shared:
            self._shared[make] = make(self)
        return cast("Made", self._shared[make])

    def part(self, span: Span, text: str, begin: int, end: int) -> Span:
        """Where `text[begin:end]` stands, `text` being the value that is written at `span`.

        The whole of `span` where that can't be told.
        """
        source = self.sources.get(span.file)
        return (source.part(span, text, begin, end) if source else None) or span

    def replaced(self, span: Span, text: str, begin: int, end: int, new: str) -> tuple[Edit, ...]:
        """The fix that makes `text[begin:end]` into `new`, `text` being the value that is written at `span`.

        () where that can't be told, or where `new` could not be written there as it is.
        """
        source = self.sources.get(span.file)
        edit = source.replaced(span, text, begin, end, new) if source else None
        return (edit,) if edit else ()


@dataclass(frozen=True)
class Finding:
    """Something a reviewer would object to.  `hints` begin with a verb; `fix` removes it, and changes nothing else."""

    message: str
    span: Span
    hints: tuple[str, ...] = ()
    fix: tuple[Edit, ...] = ()


@dataclass(frozen=True)
class Rule:
    """A rule about one lesson."""

    code: str
    find: Callable[[Subject], Iterator[Finding]]
    severity: Severity = Severity.WARNING
    built: bool = False
    """Whether `build` runs it too: it is quick, and tells of what would be wrong in the outputs."""
    on: bool = True
    """Whether it runs where nobody asks for it."""

    @property
    def name(self) -> str:
        """Its name, which reads after "allow"."""
        return CATALOGUE[self.code].name


@dataclass(frozen=True)
class ProjectRule:
    """A rule about all lessons that are checked together; it sees those that could be composed."""

    code: str
    find: Callable[[Sequence[Subject]], Iterator[Finding]]
    severity: Severity = Severity.WARNING
    on: bool = True

    @property
    def name(self) -> str:
        """Its name, which reads after "allow"."""
        return CATALOGUE[self.code].name
