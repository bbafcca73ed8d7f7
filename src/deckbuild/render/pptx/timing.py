"""What moves on a slide: points that appear at a click each, the transition to it (ECMA-376 part 1, 19.5)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckbuild.blocks import Items, Paragraph, Quotation
from deckbuild.ooxml.xml import EMPTY, Xml, el, many


@dataclass(frozen=True)
class Target:
    """A shape that appears, or one of its paragraphs (from 0)."""

    shape: int
    paragraph: int | None = None


Click = tuple[Target, ...]
"""What appears at one click, all at the same time."""


def points(content: Sequence[Paragraph | Items | Quotation], shape: int) -> Iterator[Click]:
    """A click for each point of the first level of lists that are shown bit by bit; those below come along with it."""
    number = 0
    for block in content:
        match block:
            case Items() if block.reveal:
                together: list[Target] = []
                for item in block.items:
                    if together and not item.level:
                        yield tuple(together)
                        together = []
                    together.append(Target(shape, number))
                    number += 1
                yield tuple(together)
            case Items():
                number += len(block.items)
            case Quotation():
                number += len(block.text)
            case _:
                number += 1


def _sequence(clicks: Sequence[Click], running: Running | None, ids: Iterator[int]) -> Xml:
    """The sequence that shows one click after the other, and starts a timer with the last."""
    whole = next(ids)
    steps = many([*(_click(click, ids) for click in clicks), *([_run(running, ids)] if running else [])])
    return el(
        "p:seq",
        {"concurrent": True, "nextAc": "seek"},
        el("p:cTn", {"id": whole, "dur": "indefinite", "nodeType": "mainSeq"}, el("p:childTnLst", None, steps)),
        Xml('<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'),
        Xml('<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>'),
    )


def transition(kind: str, *, right_to_left: bool) -> Xml:
    """`p:transition`: how the slide takes the place of the one before it (ECMA-376 part 1, 19.5.89)."""
    match kind:
        case "fade":
            return Xml('<p:transition spd="med"><p:fade/></p:transition>')
        case "push":
            return el("p:transition", {"spd": "med"}, el("p:push", {"dir": "r" if right_to_left else "l"}))
        case _:
            return EMPTY


@dataclass(frozen=True)
class Playing:
    """A film or sound to be played: the id of its shape, and what it is."""

    shape: int
    kind: str


@dataclass(frozen=True)
class Running:
    """A timer: the id of its bar, how long it takes to go, and from which side."""

    shape: int
    seconds: int
    side: str


def animated(clicks: Sequence[Click], playing: Playing | None, running: Running | None = None) -> Xml:
    """`p:timing` of a slide: what appears at each click, a timer that the last click starts, a film that plays when it
    is clicked; nothing without any.

    Written as PowerPoint does: ids in the order of the document, `p:bldP` for shapes that appear by paragraphs.
    """
    if not clicks and playing is None and running is None:
        return EMPTY
    ids = itertools.count(2)
    parts = [_sequence(clicks, running, ids)] if clicks or running else []
    parts += _played(playing, ids) if playing else []
    root = {"id": 1, "dur": "indefinite", "restart": "never", "nodeType": "tmRoot"}
    tree = el("p:tnLst", None, el("p:par", None, el("p:cTn", root, el("p:childTnLst", None, *parts))))
    built = dict.fromkeys(target.shape for click in clicks for target in click if target.paragraph is not None)
    listed = [el("p:bldP", {"spid": shape, "grpId": 0, "build": "p"}) for shape in built]
    listed += [el("p:bldP", {"spid": running.shape, "grpId": 0, "animBg": True})] if running else []
    return el("p:timing", None, tree, el("p:bldLst", None, *listed) if listed else EMPTY)


def _played(playing: Playing, ids: Iterator[int]) -> list[Xml]:
    """The medium's own node, and the sequence that a click on it starts or halts, as PowerPoint writes them."""
    target = el("p:tgtEl", None, el("p:spTgt", {"spid": playing.shape}))
    click = el("p:cond", {"evt": "onClick", "delay": 0}, target)
    sequence, outer, middle, effect, call, medium = (next(ids) for _ in range(6))
    toggle = el("p:cmd", {"type": "call", "cmd": "togglePause"},
                el("p:cBhvr", None, el("p:cTn", {"id": call, "dur": 1, "fill": "hold"}), target))  # fmt: skip
    how = {"id": effect, "presetID": 2, "presetClass": "mediacall", "presetSubtype": 0, "fill": "hold",
           "nodeType": "clickEffect"}  # fmt: skip
    inside = el("p:par", None, el("p:cTn", how, _AT_ONCE, el("p:childTnLst", None, toggle)))
    for number in (middle, outer):
        inside = el(
            "p:par", None, el("p:cTn", {"id": number, "fill": "hold"}, _AT_ONCE, el("p:childTnLst", None, inside))
        )
    running = {"id": sequence, "restart": "whenNotActive", "fill": "hold", "evtFilter": "cancelBubble",
               "nodeType": "interactiveSeq"}  # fmt: skip
    started = el("p:cTn", running, el("p:stCondLst", None, click),
                 Xml('<p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync>'), el("p:childTnLst", None, inside))  # fmt: skip
    interactive = el("p:seq", {"concurrent": True, "nextAc": "seek"}, started, el("p:nextCondLst", None, click))
    waiting = Xml('<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>')
    stopped = EMPTY
    if playing.kind == "audio":
        stopped = Xml(
            '<p:endCondLst><p:cond evt="onStopAudio" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:endCondLst>'
        )
    clock = el("p:cTn", {"id": medium, "fill": "hold", "display": False}, waiting, stopped)
    node = el(f"p:{playing.kind}", None, el("p:cMediaNode", {"vol": 80000}, clock, target))
    return [interactive, node]


_AT_ONCE = Xml('<p:stCondLst><p:cond delay="0"/></p:stCondLst>')


def _click(click: Click, ids: Iterator[int]) -> Xml:
    """One click: the effect "Appear" on the first target, and with it on the others."""
    outer, middle = next(ids), next(ids)
    effects = many(_appear(target, ids, first=number == 0) for number, target in enumerate(click))
    return _waiting(outer, middle, effects)


_SIDES = {"left": 8, "right": 2}
"""What PowerPoint numbers the sides that a wipe comes from."""


def _run(running: Running, ids: Iterator[int]) -> Xml:
    """One click: the effect "Wipe" takes the bar away, as slowly as the time runs."""
    outer, middle, effect, change, gone = (next(ids) for _ in range(5))
    target = el("p:tgtEl", None, el("p:spTgt", {"spid": running.shape}))
    span = running.seconds * 1000
    wiped = el("p:animEffect", {"transition": "out", "filter": f"wipe({running.side})"},
               el("p:cBhvr", None, el("p:cTn", {"id": change, "dur": span}), target))  # fmt: skip
    end = el("p:stCondLst", None, el("p:cond", {"delay": span - 1}))
    behaviour = el("p:cBhvr", None, el("p:cTn", {"id": gone, "dur": 1, "fill": "hold"}, end), target,
                   el("p:attrNameLst", None, el("p:attrName", None, "style.visibility")))  # fmt: skip
    hidden = el("p:set", None, behaviour, Xml('<p:to><p:strVal val="hidden"/></p:to>'))
    how = {"id": effect, "presetID": 22, "presetClass": "exit", "presetSubtype": _SIDES[running.side], "fill": "hold",
           "grpId": 0, "nodeType": "clickEffect"}  # fmt: skip
    inside = el("p:par", None, el("p:cTn", how, _AT_ONCE, el("p:childTnLst", None, wiped, hidden)))
    return _waiting(outer, middle, inside)


def _waiting(outer: int, middle: int, effects: Xml) -> Xml:
    """Effects that wait for a click."""
    step = el("p:par", None, el("p:cTn", {"id": middle, "fill": "hold"}, _AT_ONCE, el("p:childTnLst", None, effects)))
    wait = Xml('<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>')
    return el("p:par", None, el("p:cTn", {"id": outer, "fill": "hold"}, wait, el("p:childTnLst", None, step)))


def _appear(target: Target, ids: Iterator[int], *, first: bool) -> Xml:
    effect, change = next(ids), next(ids)
    chosen = []
    if target.paragraph is not None:
        range_ = el("p:pRg", {"st": target.paragraph, "end": target.paragraph})
        chosen = [el("p:txEl", None, range_)]
    shape = el("p:tgtEl", None, el("p:spTgt", {"spid": target.shape}, *chosen))
    behaviour = el("p:cBhvr", None, el("p:cTn", {"id": change, "dur": 1, "fill": "hold"}, _AT_ONCE), shape,
                   el("p:attrNameLst", None, el("p:attrName", None, "style.visibility")))  # fmt: skip
    shown = el("p:set", None, behaviour, Xml('<p:to><p:strVal val="visible"/></p:to>'))
    appear = {
        "id": effect, "presetID": 1, "presetClass": "entr", "presetSubtype": 0, "fill": "hold",
        "grpId": 0 if chosen else None, "nodeType": "clickEffect" if first else "withEffect",
    }  # fmt: skip
    return el("p:par", None, el("p:cTn", appear, _AT_ONCE, el("p:childTnLst", None, shown)))
