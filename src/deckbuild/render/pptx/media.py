"""Pictures beyond placeholders: backgrounds, veils, several on a slide (ECMA-376 part 1, 19.3.1, 20.1.8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import Media
from deckbuild.compose.presentation import Filled, PictureShape, Veil
from deckbuild.ooxml.xml import EMPTY, Xml, el, many
from deckbuild.render.pptx.shapes import DECORATIVE, Ids, blip_fill, crop, holder, transform
from deckbuild.render.pptx.text import Ink, paragraph

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_RECTANGLE = Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>')


def background(relationship: str) -> Xml:
    """`p:bg`: the picture over the whole slide."""
    fill = el(
        "a:blipFill", {"dpi": 0, "rotWithShape": True}, el("a:blip", {"r:embed": relationship}),
        Xml("<a:srcRect/><a:stretch><a:fillRect/></a:stretch>"),
    )  # fmt: skip
    return el("p:bg", None, el("p:bgPr", None, fill, Xml("<a:effectLst/>")))


def veil(shape: Veil, ids: Ids) -> Xml:
    """A field of a theme colour, through which a picture is seen; decoration."""
    name = el("p:cNvPr", {"id": ids.next(), "name": "Veil"}, DECORATIVE)
    alpha = el("a:alpha", {"val": round(shape.opacity * 100000)})
    fill = el("a:solidFill", None, el("a:schemeClr", {"val": shape.fill}, alpha))
    looks = el("p:spPr", None, transform(shape.box), _RECTANGLE, fill, Xml("<a:ln><a:noFill/></a:ln>"))
    text = Xml('<p:txBody><a:bodyPr rtlCol="0"/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody>')
    return el("p:sp", None, el("p:nvSpPr", None, name, Xml("<p:cNvSpPr/><p:nvPr/>")), looks, text)


def picture_shape(
    shape: PictureShape, asset: Asset, ids: Ids, ink: Ink, embed: Callable[[PurePosixPath], tuple[str, str | None]]
) -> Xml:
    """A picture that stands free, and its caption below it."""
    shown = shape.picture
    bitmap, vector = embed(shown.file)
    name = el("p:cNvPr", {"id": ids.next(), "name": shape.name, "descr": shown.alt or None},
              *([] if shown.alt else [DECORATIVE]))  # fmt: skip
    locks = Xml('<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/>')
    source, box = crop(shown, asset, shape.box)
    looks = el("p:spPr", None, transform(box), _RECTANGLE)
    out = [el("p:pic", None, el("p:nvPicPr", None, name, locks), blip_fill(bitmap, vector, source), looks)]
    if shape.caption and shape.caption_box:
        out.append(_caption(shape, ids, ink))
    return many(out)


def _caption(shape: PictureShape, ids: Ids, ink: Ink) -> Xml:
    assert shape.caption_box is not None
    name = el("p:cNvPr", {"id": ids.next(), "name": f"{shape.name} caption"})
    looks = el("p:spPr", None, transform(shape.caption_box), _RECTANGLE, Xml("<a:noFill/>"))
    inset = {"wrap": "square", "lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0, "rtlCol": False, "anchor": "t"}
    body = el("a:bodyPr", inset, Xml("<a:noAutofit/>"))
    text = el("p:txBody", None, body, Xml("<a:lstStyle/>"),
              paragraph(shape.caption, ink, None, size=shape.caption_size, slot=ink.styles.get("muted", "accent6")))  # fmt: skip
    return el("p:sp", None, el("p:nvSpPr", None, name, Xml('<p:cNvSpPr txBox="1"/><p:nvPr/>')), looks, text)


@dataclass(frozen=True)
class Source:
    """Relationships to a film or sound: of newer programs, of older ones; whether it is inside the deck."""

    media: str
    plain: str
    inside: bool


@dataclass(frozen=True)
class Linked:
    """Relationship to an address, and the address."""

    id: str
    url: str


def played(filled: Filled, poster: Asset, ids: Ids, bitmap: str, source: Source | Linked) -> Xml:
    """A film or sound as PowerPoint writes it: a picture that plays when it is clicked, or leads to an address."""
    media = filled.content
    assert isinstance(media, Media)
    assert media.poster is not None
    if isinstance(source, Linked):
        click = el("a:hlinkClick", {"r:id": source.id, "tooltip": source.url})
        what = EMPTY
    else:
        click = el("a:hlinkClick", {"r:id": "", "action": "ppaction://media"})
        way = {"r:embed" if source.inside else "r:link": source.media, "xmlns:p14": _P14}
        extension = el("p:ext", {"uri": "{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"}, el("p14:media", way))
        tag = "a:videoFile" if media.kind == "video" else "a:audioFile"
        what = many([el(tag, {"r:link": source.plain}), el("p:extLst", None, extension)])
    name = el("p:cNvPr", {"id": ids.next(), "name": filled.slot.name, "descr": media.alt}, click)
    locks = Xml('<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>')
    crop_, box = crop(media.poster, poster, filled.box or filled.slot.box)
    head = el("p:nvPicPr", None, name, locks, el("p:nvPr", None, holder(filled.slot), what))
    looks = el("p:spPr", None, transform(box), _RECTANGLE)
    return el("p:pic", None, head, blip_fill(bitmap, None, crop_), looks)
