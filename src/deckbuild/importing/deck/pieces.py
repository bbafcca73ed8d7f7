"""All texts of a deck, in their own words, for the account: nothing may be lost in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckbuild.importing.cues import handout_of, is_reference, label_of
from deckbuild.importing.deck.contents import amount, described
from deckbuild.importing.deck.dates import written_day
from deckbuild.importing.deck.ours import plain_source
from deckbuild.importing.deck.own import LETTER, MARK, PERIOD
from deckbuild.importing.deck.sorting import Sorted
from deckbuild.importing.deck.things import Node, Plotted, SlideRead, Thing
from deckbuild.importing.reading import Piece

COMMENTED = "a comment is talk about the slides, not part of them; the report lists them"
OURS = "deckbuild writes it by itself"
WORDED = "deckbuild says by itself what its drawings show"
CITED = "the reference stands at the lesson’s head, and is cited here by its id"


def pieces(
    slide: SlideRead, sorted_: Sorted, *, ours: frozenset[int] = frozenset(), whole: str = ""
) -> Iterator[Piece]:
    """The texts of a slide; `ours` are things that deckbuild makes by itself, `whole` says why none of it is kept."""
    place = f"slide {slide.number}"
    mine = bool(ours) or any(thing.name.startswith(MARK) for thing in slide.things)
    out = {id(thing): why for thing, why in sorted_.furniture}
    for thing in _all(slide.things):
        why = whole or out.get(id(thing), "") or (OURS if id(thing) in ours else "")
        if mine and re.fullmatch(r"Step \d+ number", thing.name):
            why = why or OURS
        for text in own_texts(thing) if mine else texts(thing):
            yield Piece(text, "slides", why, place)
        if thing.alt.strip():
            why = why or _alt_left_out(thing, out) or (WORDED if mine and thing.what == "chart" else "")
            yield Piece(thing.alt if why else described(thing.alt), "alternative texts", why, place)
    cited = False
    for para in slide.notes:
        label, text = label_of(para)
        cited = cited if para.mark else mine and is_reference(label) if label else cited
        if label:
            yield Piece(label, "notes", "it is a label, which says what kind of note follows", place)
        if handed := handout_of(text):
            yield Piece(text[: len(text) - len(handed)], "notes", "handouts are numbered by deckbuild", place)
            text = handed
        yield Piece(text, "notes", CITED if cited else whole and OURS, place)
    for thing in slide.notes_more:
        for text in texts(thing):
            yield Piece(text, "notes", "", place)
    for comment in slide.comments:
        yield Piece(comment.text, "comments", COMMENTED, place)


def _all(things: Iterable[Thing]) -> Iterator[Thing]:
    for thing in things:
        yield from thing.walk()


def _alt_left_out(thing: Thing, furniture: dict[int, str]) -> str:
    if not described(thing.alt):
        return "it is the name of a file"
    if thing.what in ("text", "drawing", "line", "group", "smartart", "object"):
        return "what it describes is here as text, or is no picture any more"
    if thing.picture is not None and thing.picture.decorative:
        return "the picture is decoration"
    return furniture.get(id(thing), "")


def texts(thing: Thing) -> Iterator[str]:
    """What a thing says."""
    if thing.formulas:
        return
    for para in thing.paras:
        yield para.text
    if thing.grid is not None:
        for row in thing.grid.rows:
            for cell in row:
                yield from (para.text for para in cell.paras)
    if thing.plotted is not None:
        yield from _chart(thing.plotted)
    if thing.smart is not None:
        yield from _nodes(thing.smart.nodes)


def own_texts(thing: Thing) -> Iterator[str]:
    """What a thing that deckbuild drew says, in the words that were written for it."""
    for number, text in enumerate(texts(thing)):
        if number == 0 and re.fullmatch(r"Text \d+", thing.name):
            yield written_day(text) or text
        elif thing.name.startswith("Period ") and (found := PERIOD.fullmatch(text)):
            yield f"{found[1]} {written_day(found[2])} {written_day(found[3])}"
        else:
            yield LETTER.sub("", plain_source(text), count=1)


def _chart(chart: Plotted) -> Iterator[str]:
    yield from (name for name, _ in chart.series)
    yield from chart.categories
    for _, values in chart.series:
        yield from (str(amount(value)) for value in values if value is not None)


def _nodes(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        yield from (para.text for para in node.paras)
        yield from _nodes(node.below)
