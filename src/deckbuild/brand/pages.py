"""Notes and handout masters: pages of a deck on paper, portrait, 7.5 × 10 in."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.brand.grounds import Ground
from deckbuild.brand.masters import LIGHT_MAP, holders, tree
from deckbuild.brand.plans import Holder
from deckbuild.brand.shapes import background, frame
from deckbuild.brand.styles import Style, fill, list_style
from deckbuild.labels import Labels
from deckbuild.ooxml.xml import PML, Xml, document, el

_PAPER = Ground("bg1")


def notes_master(say: Labels, shape: tuple[int, int]) -> bytes:
    """Pages of speaker notes: the slide's picture, which has `shape`, above; text below."""
    width = 720  # grid units of 6858000 EMU
    small = Style(9, "accent6")
    style = Style(11, line=1.05, before=5)
    levels = (style, replace(style, left=18, hang=18, bullet="•"), replace(style, left=36, hang=18, bullet="–"))
    tall = min(351, round((width - 96) * shape[1] / shape[0]))
    wide = round(tall * shape[0] / shape[1])
    own = (
        Holder("header", "hdr", 2, "Header", (48, 24, 300, 28), (small,), "", "ctr"),
        Holder("image", "sldImg", 3, "Slide picture", ((width - wide) // 2, 72, wide, tall), (), ""),
        # LibreOffice takes the looks of notes from this placeholder, PowerPoint from notesStyle below.
        Holder("body", "body", 1, "Notes", (48, 448, width - 96, 436), levels, "prompt_notes"),
        Holder("footer", "ftr", 4, "Footer", (48, 912, 420, 28), (small,), "", "ctr"),
        Holder(
            "number", "sldNum", 5, "Slide number", (width - 168, 912, 120, 28), (replace(small, align="r"),), "", "ctr"
        ),
    )
    shapes = [
        _image_holder(holder) if holder.kind == "sldImg" else holders((holder,), say, on_master=True)[0]
        for holder in own
    ]
    data = el("p:cSld", None, background(_PAPER), tree(shapes))
    return document(el("p:notesMaster", PML, data, LIGHT_MAP, list_style(levels, "p:notesStyle")))


def _image_holder(holder: Holder) -> Xml:
    head = el(
        "p:nvSpPr",
        None,
        el("p:cNvPr", {"id": 0, "name": holder.name}),
        Xml('<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'),
        el("p:nvPr", None, el("p:ph", {"type": "sldImg", "idx": holder.index})),
    )
    line = el("a:ln", {"w": 9525}, fill("accent6"))
    geometry = Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>')
    return el("p:sp", None, head, el("p:spPr", None, frame(holder.box), geometry, line))


def handout_master(say: Labels) -> bytes:
    """Pages of slides as PowerPoint itself prints them: head and foot."""
    small = Style(9, "accent6")
    right = replace(small, align="r")
    own = (
        Holder("header", "hdr", 1, "Header", (48, 24, 300, 28), (small,), "", "ctr"),
        Holder("date", "dt", 2, "Date", (372, 24, 300, 28), (right,), "", "ctr"),
        Holder("footer", "ftr", 3, "Footer", (48, 912, 420, 28), (small,), "", "ctr"),
        Holder("number", "sldNum", 4, "Slide number", (552, 912, 120, 28), (right,), "", "ctr"),
    )
    data = el("p:cSld", None, background(_PAPER), tree(holders(own, say, on_master=True)))
    return document(el("p:handoutMaster", PML, data, LIGHT_MAP))
