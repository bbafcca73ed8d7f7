"""What a part of a document is, and what every part is composed from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import Block, Heading, Paragraph, Rich, Run, bare
from deckbuild.compose.agenda import span_of, titled
from deckbuild.compose.cues import Cues
from deckbuild.compose.linking import Linker
from deckbuild.compose.presentation import Page
from deckbuild.facts import Facts, PartFacts, SectionFacts, Stop
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.markdown import blocks
from deckbuild.properties import Properties
from deckbuild.spec.cue import Reader
from deckbuild.spec.pack import Density
from deckbuild.spec.scalars import Duration


@dataclass(frozen=True)
class Guide:
    """What every part of one document is composed from."""

    lesson: Lesson
    facts: Facts
    labels: Labels
    linker: Linker
    cues: Cues
    reader: Reader
    pages: Mapping[str, Page]
    pictures: Mapping[str, Asset]
    properties: Properties
    density: Density = "full"
    duplex: bool = False
    """Whether it is printed on both sides."""
    headings: tuple[Heading, ...] = ()
    """The headings of the other parts; known to parts that are composed `late`."""

    @property
    def trainer(self) -> bool:
        """Whether it is the trainer's."""
        return self.reader is Reader.TRAINER

    @property
    def kind(self) -> str:
        """What this document is: `Facilitator notes`."""
        if self.density == "glance":
            return self.labels("brief")
        return self.labels("facilitator" if self.trainer else "participant")


@dataclass(frozen=True)
class Part:
    """A part of a document.  `compose` gives nothing where the lesson has nothing for it: no part stands empty."""

    name: str
    compose: Callable[[Guide], Iterable[Block]]
    readers: tuple[Reader, ...] = (Reader.TRAINER, Reader.PARTICIPANT)
    densities: tuple[Density, ...] = ("full", "together")
    """The documents for trainers that have it."""
    begins: bool = True
    """Whether it begins on a new page; parts that don't follow on where there is room."""
    ends: bool = False
    """Whether what comes after it begins on a new page."""
    running: bool = False
    """Whether its running head names the slide that a page belongs to."""
    odd: bool = False
    """Whether it begins on a right-hand page where both sides are printed; its own page breaks too."""
    late: bool = False
    """Whether it is composed after all others, because it lists their headings."""


def part_title(part: PartFacts, guide: Guide) -> Rich:
    """`Lesson 2.0  Introduction`, or the title alone of what is no lesson."""
    title = guide.linker.text(titled(part, guide.labels))
    number = part.part.number if part.part.kind == "lesson" else ""
    return (Run(guide.labels("lesson", n=number) + "  "), *title) if number else title


def names_part(section: SectionFacts, guide: Guide) -> bool:
    """Whether a section is called like the part of the programme that it stands in: its heading says nothing more."""
    part = section.stops[0].part if section.stops else 0
    return bool(part) and guide.facts.parts[part - 1].part.title == section.section.title


def part_line(part: PartFacts, guide: Guide) -> str:
    """`09:10–09:32 · Led by A. Trainer`; "" where nobody knows either."""
    lead = part.part.entry.lead if part.part.entry else ()
    times = guide.facts.clocks.get(part.part.key)
    led = guide.labels("led_by", names=", ".join(lead)) if lead else ""
    return " · ".join(filter(None, (span_of(times) if times else "", led)))


def times_of(stop: Stop, facts: Facts) -> str:
    """`0:01–0:04` since the lesson's start, or in a session `09:01–09:04`."""
    times = facts.clocks.get(stop.key)
    if times:
        return span_of(times)
    low = facts.parts[stop.part - 1].stops[0].starts.low if stop.part else 0
    begins = Duration(stop.starts.low - low, stop.starts.low - low)
    return f"{clock(begins)}–{clock(begins + (stop.duration or Duration()))}"


def clock(time: Duration) -> str:
    """Hours and minutes since the start: `0:04`."""
    whole = time.low // 60
    return f"{whole // 60}:{whole % 60:02}"


def minor(text: str) -> Paragraph:
    """A small heading that is none: for the lines of a page that contents need not list."""
    return Paragraph(bare(text), "minor")


def fact(label: str, text: Rich) -> Paragraph:
    """A line of an overview: its label, then what is the case."""
    return Paragraph((Run(label, bold=True), Run("\t"), *text), "fact")


def prose(text: str, guide: Guide, under: int = 4) -> Iterator[Block]:
    """Block Markdown with everything resolved; its headings come below level `under`, and skip none."""
    deepest = under
    for block in blocks(text, guide.labels.language):
        linked = guide.linker.block(block)
        if isinstance(linked, Heading):
            deepest = min(under + linked.level, deepest + 1, 4)
            yield Heading(deepest, linked.text) if under < 4 else Paragraph(linked.text, "minor")
        else:
            yield linked


def picture_file(key: str) -> PurePosixPath:
    """The name under which a document knows the picture of a slide."""
    return PurePosixPath(f"slide:{key}")
