"""What a session leaves out of its lessons, and why: the trainer's alone."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Align, Block, Heading, Item, Items, Rich, Run, Table, bare
from deckbuild.compose.leftout import reason, what
from deckbuild.compose.parts.part import Guide, minor
from deckbuild.spec.leftout import LeftOut, Reason, Why
from deckbuild.spec.scalars import Duration

_SHOWN = ("section", "slide", "cue", "activity", "variant")
"""What is told line by line; the rest only followed from it."""


def compose(guide: Guide) -> Iterator[Block]:
    """A row a thing, in the order of the day; below it the outcomes that the clock cost."""
    rows = tuple(_rows(guide))
    if not rows:
        return
    labels = guide.labels
    header = tuple(bare(labels(name)) for name in ("left_from", "needed_what", "map_minutes", "left_why"))
    sides: tuple[Align, ...] = ("left", "left", "right", "left")
    yield Heading(1, (Run(labels("left_out_list")),), "left-out")
    yield Table(header, rows, (0.28, 0.32, 0.12, 0.28), sides, alt=labels("left_out_list"))
    lost = [one for _, all_ in _all(guide) for one in all_ if one.kind == "outcome" and one.reason.why is Why.TIME]
    if lost:
        yield minor(labels("no_longer_covered"))
        yield Items(tuple(Item(guide.linker.text(one.title)) for one in lost))


def _all(guide: Guide) -> tuple[tuple[str, tuple[LeftOut, ...]], ...]:
    """What is left out of each part, by the part's key."""
    return guide.facts.programme.left_out if guide.facts.programme else ()


def _rows(guide: Guide) -> Iterator[tuple[Rich, ...]]:
    programme, text, labels = guide.facts.programme, guide.linker.text, guide.labels
    if programme is None:
        return
    titles = {part.key: part.title for part in (*programme.parts, *programme.dropped)}
    for key, gone in _all(guide):
        told = [one for one in gone if one.kind in _SHOWN and one.reason.why is not Why.FOLLOWS]
        for number, one in enumerate(told):
            title = text(titles.get(key, "")) if number == 0 else ()
            yield (title, what(one, labels, guide.linker), _minutes(one.time), bare(reason(one.reason, labels)))
    for part in programme.dropped:
        time = Duration(part.seconds, part.seconds)
        yield (text(part.title), bare(labels("left_whole")), _minutes(time), bare(reason(Reason(Why.TIME), labels)))


def _minutes(time: Duration) -> Rich:
    return bare(f"{time.high / 60:.1f}".removesuffix(".0")) if time else ()
