"""What a session or a course shows of its own course: the agenda, the part that begins now, the lessons of a module."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.blocks import Align, Block, Card, Cards, Item, Items, Jump, Paragraph, Rich, Run, Table, bare
from deckbuild.facts import Facts, PartFacts
from deckbuild.labels import Labels
from deckbuild.lesson.course import Module
from deckbuild.markdown import inline
from deckbuild.spec.clock import Clock
from deckbuild.spec.scalars import Duration

SIZE = 20.0
"""Points of its text: it has to be read from the last row."""

MOST = 9
"""Lines of the agenda round the part that begins, on its own slide; the agenda itself has them all."""

ROOM = 12
"""Lines of a course's agenda that hold its lessons too; with more it names the modules alone."""


def programme(facts: Facts, labels: Labels) -> Block:
    """All parts with their clock times; of a course with several modules, the modules with their minutes."""
    modules = facts.programme.modules if facts.programme and facts.programme.kind == "course" else ()
    if len(modules) > 1:
        return _table(list(_modules(modules, facts, labels)), labels)
    return _table([_row(part, facts, labels, leads=True) for part in facts.parts], labels)


def beginning(number: int, facts: Facts, labels: Labels) -> Block:
    """The agenda round the part with that number, which stands out."""
    shown = [part for part in facts.parts if _beside(part, facts.parts[number - 1], facts)]
    place = [part.number for part in shown].index(number)
    first = max(0, min(place - MOST // 2, len(shown) - MOST))
    near = shown[first : first + MOST]
    rows = [_row(part, facts, labels, now=part.number == number, over=part.number < number) for part in near]
    return _table(rows, labels, marked=place - first)


def _beside(part: PartFacts, current: PartFacts, facts: Facts) -> bool:
    """Whether a part stands on the agenda round another: of a course only what is of the same module."""
    whole = facts.programme is None or facts.programme.kind == "session"
    return whole or part.part.module == current.part.module


def _row(
    part: PartFacts, facts: Facts, labels: Labels, *, now: bool = False, over: bool = False, leads: bool = False
) -> tuple[Rich, ...]:
    rest = part.part.kind in ("break", "free")
    style = "muted" if over or (rest and not now) else "ink"
    title = inline(titled(part, labels), labels.language)
    link = Jump(part.key) if part.stops and leads else None
    words = tuple(Run(run.text, run.bold or now, run.italic, style=style, link=link) for run in title)
    return (_look(when(part, facts), style, bold=now), words, _look(_last(part, facts), "muted"))


def _look(text: str, style: str, *, bold: bool = False) -> Rich:
    return (Run(text, bold=bold, style=style),) if text else ()


def titled(part: PartFacts, labels: Labels) -> str:
    """The part as the programme calls it, in Markdown; of a divided lesson with which piece it is."""
    title = part.part.title or labels("break")
    piece = labels("part", n=part.part.piece, count=part.part.pieces) if part.part.pieces > 1 else ""
    return f"{title} {piece}".strip()


def when(part: PartFacts, facts: Facts) -> str:
    """`09:00–09:45`; in a course, where nobody knows yet, the lesson's number."""
    times = facts.clocks.get(part.part.key)
    return span_of(times) if times else part.part.number


def span_of(times: tuple[Clock, Clock]) -> str:
    """`09:00–09:45`, or one time where it takes none."""
    begin, end = map(str, times)
    return begin if begin == end else f"{begin}–{end}"


def _last(part: PartFacts, facts: Facts) -> str:
    """Who leads it; in a course how long it takes."""
    if facts.clocks:
        return ", ".join(part.part.entry.lead) if part.part.entry else ""
    return str(part.duration) if part.duration else ""


def _modules(modules: Sequence[Module], facts: Facts, labels: Labels) -> Iterator[tuple[Rich, ...]]:
    """A row a module; below it its lessons, where the slide has room for all of them."""
    room = len(modules) + len(facts.parts) <= ROOM
    for module in modules:
        yield _module_row(module.module or "", module.title or "", facts, labels, above=room)
        for part in facts.parts if room else ():
            if part.part.module == module.module:
                yield _row(part, facts, labels, over=True, leads=True)


def _module_row(number: str, title: str, facts: Facts, labels: Labels, *, above: bool) -> tuple[Rich, ...]:
    """A module with its minutes; `above` its lessons, it stands out."""
    total = Duration()
    for part in facts.parts:
        total += part.duration if part.part.module == number else Duration()
    stop = next((one for one in facts.stops if one.key == f"@module/{number}"), None)
    link = Jump(stop.key) if stop else None
    written = inline(title, labels.language)
    words = tuple(Run(run.text, run.bold or above, run.italic, style="ink", link=link) for run in written)
    return (_look(number, "ink", bold=above), words, _look(str(total) if total else "", "muted", bold=above))


def _table(rows: Sequence[tuple[Rich, ...]], labels: Labels, marked: int | None = None) -> Table:
    kept = [column for column in range(3) if any(row[column] for row in rows)]
    shares = [(2.2, 7.4, 2.4)[column] for column in kept]
    sides: tuple[Align, ...] = ("left", "left", "right")
    return Table(
        (),
        tuple(tuple(row[column] for column in kept) for row in rows),
        tuple(share / sum(shares) for share in shares),
        tuple(sides[column] for column in kept),
        alt=labels("agenda"),
        size=SIZE,
        natural=True,
        marked=tuple((marked, column) for column in range(len(kept))) if marked is not None else (),
    )


def module(number: str, facts: Facts, labels: Labels) -> tuple[Block, ...]:
    """The lessons of a module in their families; where there are not several, a card a lesson with its aim."""
    parts = [part for part in facts.parts if part.part.module == number]
    families: dict[str, list[PartFacts]] = {}
    for part in parts:
        families.setdefault((part.part.included and part.part.included.group) or "", []).append(part)
    if len(families) == 1:
        return (Cards(tuple(_lesson_card(part, labels) for part in parts)),)
    cards = (
        Card(
            inline(family or labels("other_lessons"), labels.language),
            (Items(tuple(_item(one, labels) for one in own)),),
        )
        for family, own in families.items()
    )
    return (Cards(tuple(cards)),)


def _item(part: PartFacts, labels: Labels) -> Item:
    return Item(inline(part.part.title, labels.language), lead=part.part.number)


def _lesson_card(part: PartFacts, labels: Labels) -> Card:
    lesson = part.part.lesson
    said = inline((lesson and lesson.aim) or "", labels.language) or bare(str(part.duration or ""))
    title = (Run(f"{part.part.number}  "), *inline(part.part.title, labels.language))
    return Card(title, (Paragraph(said),) if said else ())
