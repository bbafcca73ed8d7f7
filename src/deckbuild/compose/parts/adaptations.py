"""The notes on adapting the lesson, gathered from where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Heading, Jump, PageOf, Paragraph, Run
from deckbuild.compose.parts.part import Guide, prose
from deckbuild.facts import Stop
from deckbuild.spec.cue import Cue, NoteKind


def compose(guide: Guide) -> Iterator[Block]:
    """Each of them under its slide."""
    found = [(stop, cue) for stop in guide.facts.stops if stop.slide for cue in stop.slide.notes if _adapts(cue, guide)]
    if not found:
        return
    yield Heading(1, (Run(guide.labels("adaptations")),), "adaptations")
    before: Stop | None = None
    for stop, cue in found:
        if stop is not before:
            yield _where(stop, guide)
        yield from prose(cue.prose, guide)
        before = stop


def _adapts(cue: Cue, guide: Guide) -> bool:
    return cue.kind is NoteKind.ADAPT and cue.readable_by(guide.reader)


def _where(stop: Stop, guide: Guide) -> Paragraph:
    """`Slide 3  Title (page 5)`."""
    before, _, after = guide.labels("on_page", n="\0").partition("\0")
    label = Run(guide.labels("slide" if stop.parts == 1 else "slides", n=stop.numbers), link=Jump(stop.key))
    title = (Run(run.text, run.bold, run.italic) for run in guide.linker.text(stop.title))
    return Paragraph(
        (label, Run("  "), *title, Run(f"  {before}"), Run("0", link=PageOf(stop.key)), Run(after)), "minor"
    )
