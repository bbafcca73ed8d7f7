"""The words that participants fill in: the key to the blanks in their documents, which is the trainer's alone."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Heading, NumberOf, Rich, Run, Table, bare
from deckbuild.compose.parts.part import Guide
from deckbuild.markdown import fill_ins
from deckbuild.spec.authored import walk
from deckbuild.spec.text import texts


def words_to_fill(part: object) -> tuple[str, ...]:
    """The words to fill in anywhere in `part` of a lesson, in order."""
    return tuple(word for node in walk(part or ()) for _, text in texts(node) for word in fill_ins(text))


def compose(guide: Guide) -> Iterator[Block]:
    """A row a slide, a handout or a worksheet that has blanks."""
    rows = tuple(_rows(guide))
    if rows:
        yield Heading(1, (Run(guide.labels("fill_ins")),), "fill-ins")
        header = (bare(guide.labels("fill_ins_where")), bare(guide.labels("fill_ins_words")))
        yield Table(header, rows, (0.25, 0.75), ("left", "left"), alt=guide.labels("fill_ins"))


def _rows(guide: Guide) -> Iterator[tuple[Rich, Rich]]:
    labels = guide.labels
    for stop in guide.facts.stops:
        words = words_to_fill(stop.slide.content) if stop.slide else ()
        if words and not stop.hidden:
            label = labels("slide" if stop.parts == 1 else "slides", n="\0").partition("\0")
            shown = Run(stop.numbers, link=NumberOf(stop.key))
            yield (*bare(label[0]), shown, *bare(label[2])), bare("; ".join(words))
    for number, handout in guide.facts.handouts:
        words = fill_ins(handout.text or "")
        if words:
            yield bare(labels("handout", n=number)), bare("; ".join(words))
    for number, activity in guide.facts.activities:
        words = fill_ins(activity.worksheet or "")
        if words:
            yield bare(labels("activity_n", n=number)), bare("; ".join(words))
