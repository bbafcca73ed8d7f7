"""What moves on a slide: points that appear at a click each, the transition to it (ECMA-376 part 1, 19.5)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from deckbuild.ooxml.xml import EMPTY, Xml, el, many


def _sequence(shape: int, points: int, ids: Iterator[int]) -> Xml:
    """The sequence that shows the paragraphs of a placeholder one by one, at a click each."""
    whole = next(ids)
    clicks = many(_click(shape, number, ids) for number in range(points))
    return el(
        "p:seq",
        {"concurrent": True, "nextAc": "seek"},
        el("p:cTn", {"id": whole, "dur": "indefinite", "nodeType": "mainSeq"}, el("p:childTnLst", None, clicks)),
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


def animated(revealed: tuple[int, int] | None, playing: Playing | None) -> Xml:
    """`p:timing` of a slide: points that appear, a film that plays when it is clicked; nothing without either."""
    if revealed is None and playing is None:
        return EMPTY
    ids = itertools.count(2)
    parts = [_sequence(*revealed, ids)] if revealed else []
    parts += _played(playing, ids) if playing else []
    root = {"id": 1, "dur": "indefinite", "restart": "never", "nodeType": "tmRoot"}
    tree = el("p:tnLst", None, el("p:par", None, el("p:cTn", root, el("p:childTnLst", None, *parts))))
    built = EMPTY
    if revealed:
        built = el("p:bldLst", None, el("p:bldP", {"spid": revealed[0], "grpId": 0, "build": "p"}))
    return el("p:timing", None, tree, built)


def _played(playing: Playing, ids: Iterator[int]) -> list[Xml]:
    """The medium's own node, and the sequence that a click on it starts or halts, as PowerPoint writes them."""
    target = el("p:tgtEl", None, el("p:spTgt", {"spid": playing.shape}))
    click = el("p:cond", {"evt": "onClick", "delay": 0}, target)
    medium, sequence, outer, middle, effect, call = (next(ids) for _ in range(6))
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
    return [node, interactive]


_AT_ONCE = Xml('<p:stCondLst><p:cond delay="0"/></p:stCondLst>')


def _click(shape: int, paragraph: int, ids: Iterator[int]) -> Xml:
    """One click: the effect "Appear" on one paragraph."""
    outer, middle, effect, change = (next(ids) for _ in range(4))
    chosen = el("p:txEl", None, el("p:pRg", {"st": paragraph, "end": paragraph}))
    target = el("p:tgtEl", None, el("p:spTgt", {"spid": shape}, chosen))
    start = Xml('<p:stCondLst><p:cond delay="0"/></p:stCondLst>')
    behaviour = el("p:cBhvr", None, el("p:cTn", {"id": change, "dur": 1, "fill": "hold"}, start), target,
                   el("p:attrNameLst", None, el("p:attrName", None, "style.visibility")))  # fmt: skip
    shown = el("p:set", None, behaviour, Xml('<p:to><p:strVal val="visible"/></p:to>'))
    appear = {
        "id": effect, "presetID": 1, "presetClass": "entr", "presetSubtype": 0, "fill": "hold", "grpId": 0,
        "nodeType": "clickEffect",
    }  # fmt: skip
    inner = el("p:par", None, el("p:cTn", appear, start, el("p:childTnLst", None, shown)))
    step = el("p:par", None, el("p:cTn", {"id": middle, "fill": "hold"}, start, el("p:childTnLst", None, inner)))
    wait = Xml('<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>')
    return el("p:par", None, el("p:cTn", {"id": outer, "fill": "hold"}, wait, el("p:childTnLst", None, step)))
