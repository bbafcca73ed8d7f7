"""What can be left out of a lesson, in the order in which it goes when time is short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from deckbuild.lesson.lesson import Lesson, Section, Slide
from deckbuild.plan.leaving import Wanted, leave_out
from deckbuild.plan.timing import Ledger, keyed
from deckbuild.plan.variants import placed_activities, shorter, vary
from deckbuild.resolve.order import section_key
from deckbuild.spec.activity import Variant
from deckbuild.spec.leftout import LeftOut, Reason, Why

LATE = Reason(Why.TIME)


@dataclass(frozen=True)
class Load:
    """A piece of the programme with its time, in seconds: a lesson, or one that takes `seconds` whatever happens."""

    lesson: Lesson | None = None
    seconds: int = 0
    """Of a piece without a lesson."""
    allowed: int | None = None
    """What a lesson may take, and then does take: what it does not need is left as a buffer."""
    at: int | None = None
    """Time of day at which it has to begin."""
    optional: bool = False
    priority: int | None = None
    instructions: bool = False
    """Whether activities have slides of their own that nobody wrote."""
    ledgers: dict[tuple[str, ...], Ledger] = field(default_factory=dict, compare=False, repr=False)
    """What was asked of it so far: its sums, by the variants that are run."""


@dataclass(frozen=True)
class Cut:
    """Something to leave out: a slide, a section, or a piece of the programme; or an activity to run shorter."""

    load: int
    key: str
    """Of the slide or section, or the activity's id; "" for the whole piece."""
    variants: tuple[Variant, ...] = ()
    """Of an activity: those that are shorter, the longest first."""
    instead: str = ""
    """What to say in its place."""


@dataclass(frozen=True)
class Chosen:
    """What of one piece is cut so far."""

    without: frozenset[str] = frozenset()
    variants: Mapping[str, Variant] = field(default_factory=dict)
    dropped: bool = False

    def plus(self, cut: Cut, variant: Variant | None = None) -> Chosen:
        """With one more cut."""
        if variant:
            return replace(self, variants={**self.variants, cut.key: variant})
        return replace(self, without=self.without | {cut.key}) if cut.key else replace(self, dropped=True)

    def minus(self, cut: Cut) -> Chosen:
        """Without that cut."""
        if cut.variants:
            return replace(self, variants={key: one for key, one in self.variants.items() if key != cut.key})
        return replace(self, without=self.without - {cut.key}) if cut.key else replace(self, dropped=False)


def takes(load: Load, chosen: Chosen) -> int:
    """Seconds that a piece takes when this is cut."""
    if chosen.dropped:
        return 0
    if load.lesson is None:
        return load.seconds
    ledger = ledger_of(load, chosen)
    return max(ledger.spent(instructions=load.instructions, without=chosen.without).high, load.allowed or 0)


def ledger_of(load: Load, chosen: Chosen) -> Ledger:
    """The sums of a lesson with the variants that are chosen."""
    key = tuple(f"{id_}\0{variant.title}\0{variant.duration}" for id_, variant in sorted(chosen.variants.items()))
    if key not in load.ledgers:
        load.ledgers[key] = Ledger(_varied(load, chosen)[0])
    return load.ledgers[key]


def needs(load: Load, chosen: Chosen) -> int:
    """Seconds that it needs, without the buffer that it may have."""
    return takes(replace(load, allowed=None), chosen)


def applied(load: Load, chosen: Chosen) -> tuple[Lesson | None, tuple[LeftOut, ...]]:
    """The lesson with that cut, and all that went with it."""
    if load.lesson is None or chosen.dropped:
        return None, ()
    lesson, varied = _varied(load, chosen)
    lesson, gone = leave_out(lesson, Wanted(dict.fromkeys(chosen.without, LATE)))
    ids = {one.key for one in gone if one.kind == "activity"}
    return lesson, (*gone, *(one for one in varied if one.key not in ids))


def _varied(load: Load, chosen: Chosen) -> tuple[Lesson, list[LeftOut]]:
    assert load.lesson is not None
    lesson, out = load.lesson, []
    for id_, variant in chosen.variants.items():
        lesson, left = vary(lesson, id_, variant, LATE, instructions=load.instructions)
        out.append(left)
    return lesson, out


def optional(loads: Sequence[Load]) -> list[Cut]:
    """All that is optional: without a priority first, then from high numbers to 1; of equals the last first."""
    return ranked(
        (priority, (number, *place), cut)
        for number, load in enumerate(loads)
        for priority, place, cut in _optional(number, load)
    )


def optional_placed(load: Load) -> list[tuple[int | None, tuple[int, int], Cut]]:
    """What is optional within one piece: priority, number of the section and of the slide in it, and the cut."""
    return [one for one in _optional(0, load) if one[2].key]


def ranked(found: Iterable[tuple[int | None, tuple[int, ...], Cut]]) -> list[Cut]:
    """Cuts with their priorities and places, in the order in which they go."""
    ordered = sorted(found, key=lambda one: (one[0] is None, one[0] or 0, one[1]), reverse=True)
    return [cut for _, _, cut in ordered]


def _optional(number: int, load: Load) -> Iterator[tuple[int | None, tuple[int, int], Cut]]:
    if load.optional:
        yield load.priority, (0, 0), Cut(number, "")
    if load.lesson is None:
        return
    for place, section in enumerate(load.lesson.sections, 1):
        if section.optional:
            yield section.priority, (place, 0), Cut(number, section_key(load.lesson, place), instead=said(section))
        for index, slide in enumerate(section.slides, 1):
            if slide.optional:
                yield slide.priority, (place, index), Cut(number, slide.id or f"{place}/{index}", instead=said(slide))


def varying(loads: Sequence[Load], chosen: Sequence[Chosen]) -> list[Cut]:
    """The activities that can be run shorter, the last first."""
    out = []
    for number, (load, one) in enumerate(zip(loads, chosen, strict=True)):
        if load.lesson is None or one.dropped:
            continue
        left = leave_out(load.lesson, Wanted(dict.fromkeys(one.without, LATE)))[0]
        out += [
            Cut(number, activity.id, shorter(activity)) for activity in placed_activities(left) if shorter(activity)
        ]
    return out[::-1]


def others(load: int, lesson: Lesson) -> list[Cut]:
    """Slides that take time and are not optional, in their order."""
    return [
        Cut(load, key, instead=said(slide))
        for _, key, slide in keyed(lesson)
        if not slide.optional and not slide.hidden
    ]


def said(node: Slide | Section) -> str:
    """What to say in place of a slide or a section: the author's words, else its key message, else nothing."""
    if node.instead:
        return node.instead
    if isinstance(node, Slide):
        return node.key_message or ""
    return " ".join(slide.key_message for slide in node.slides if slide.key_message)
