"""Course overview: whom the lesson is for, and who gives it."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Heading, Rich, Run, bare, joined
from deckbuild.compose.parts.part import Guide, fact
from deckbuild.spec.pack import Overview


def compose(guide: Guide) -> Iterator[Block]:
    """A line a fact."""
    lines = tuple(_lines(guide))
    if lines:
        yield Heading(1, (Run(guide.labels("overview")),), "overview")
        yield from lines


def _lines(guide: Guide) -> Iterator[Block]:
    overview, text = guide.lesson.overview or Overview(), guide.linker.text
    size: Rich = text(overview.group_size) if overview.group_size else bare(str(overview.participants or ""))
    values: tuple[tuple[str, Rich], ...] = (
        ("audience", text(overview.audience or "")),
        ("prerequisites", joined(map(text, overview.prerequisites), "; ")),
        ("group_size", size),
        ("trainers", text(overview.trainers or "")),
        ("ratio", text(overview.ratio or "")),
        ("qualifications", text(overview.qualifications or "")),
        ("room", text(overview.room or "")),
    )
    yield from (fact(guide.labels(name), value) for name, value in values if value)
