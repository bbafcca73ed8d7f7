"""What moves on a slide: points that appear at a click each, the transition to it (ECMA-376 part 1, 19.5)."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.ooxml.xml import EMPTY, Xml, el, many


def reveal(shape: int, points: int) -> Xml:
    """`p:timing` that shows the paragraphs of a placeholder one by one; ids count up from the root's 1."""
    ids = iter(range(3, 3 + points * 5))
    clicks = many(_click(shape, number, ids) for number in range(points))
    main = el(
        "p:seq",
        {"concurrent": True, "nextAc": "seek"},
        el("p:cTn", {"id": 2, "dur": "indefinite", "nodeType": "mainSeq"}, el("p:childTnLst", None, clicks)),
        Xml('<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'),
        Xml('<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>'),
    )
    root = {"id": 1, "dur": "indefinite", "restart": "never", "nodeType": "tmRoot"}
    tree = el("p:tnLst", None, el("p:par", None, el("p:cTn", root, el("p:childTnLst", None, main))))
    built = el("p:bldLst", None, el("p:bldP", {"spid": shape, "grpId": 0, "build": "p"}))
    return el("p:timing", None, tree, built)


def transition(kind: str, *, right_to_left: bool) -> Xml:
    """`p:transition`: how the slide takes the place of the one before it (ECMA-376 part 1, 19.5.89)."""
    match kind:
        case "fade":
            return Xml('<p:transition spd="med"><p:fade/></p:transition>')
        case "push":
            return el("p:transition", {"spd": "med"}, el("p:push", {"dir": "r" if right_to_left else "l"}))
        case _:
            return EMPTY


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
