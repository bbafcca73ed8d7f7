"""Word styles from tokens: paragraph, character and table styles (ECMA-376 part 1, 17.7).  Ids never change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckbuild.brand.callouts import style_id, tokens_of
from deckbuild.brand.theme import palette, printed
from deckbuild.brand.tokens import BrandTokens
from deckbuild.ooxml.xml import EMPTY, WML, Xml, document, el, many

MM = 56.6929
"""Twentieths of a point in a millimetre."""
RUN_IN = 24
"""Millimetres kept for the label of a run-in cue."""

# Slots of the theme as Word names them (ECMA-376 part 1, 17.18.97).
THEME = {
    "tx1": "text1",
    "bg1": "background1",
    "tx2": "text2",
    "bg2": "background2",
    "strong": "text2",
    "hlink": "hyperlink",
}


def twips(millimetres: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(millimetres * MM)


@dataclass(frozen=True)
class Para:
    """A paragraph style; sizes and spaces in points, indents in millimetres."""

    id: str
    name: str
    based: str = "Normal"
    next: str = ""
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str = ""
    before: float | None = None
    after: float | None = None
    line: float | None = None
    left: float | None = None
    hanging: float | None = None
    keep_next: bool = False
    outline: int | None = None
    heading: bool = False
    number: tuple[int, int] | None = None
    """Numbering definition and level."""
    tabs: tuple[tuple[str, float], ...] = ()
    under: str = ""
    """Colour of a hairline below."""
    over: str = ""
    """Colour of a hairline above."""
    quick: bool = True
    mono: str = ""
    """Family of code, where it is set in it."""
    align: str = ""


def paragraph_styles(tokens: BrandTokens, width: float, wide: float) -> Iterator[Para]:
    """All paragraph styles, for a text `width` millimetres wide, `wide` where the page lies on its long side."""
    yield Para("BodyText", "Body Text", after=6)
    yield Para("Lead", "Lead", size=12, colour="tx2", after=8)
    yield Para("FlipChart", "Flip Chart", size=20, after=10, line=1.15, left=10, hanging=10)
    yield Para("FlipChartInner", "Flip Chart Inner", based="FlipChart", size=17, after=6, left=20, hanging=8)
    yield Para("Small", "Small", size=9, colour="accent6", after=3)
    yield Para("Title", "Title", next="Subtitle", size=30, bold=True, colour="tx2", after=6, line=1.1, heading=True)
    yield Para("Subtitle", "Subtitle", next="BodyText", size=15, colour="accent6", after=12, line=1.2)
    for level, (size, before, after) in enumerate(((22, 14, 8), (15, 16, 6), (12, 12, 4), (10.5, 10, 3)), 1):
        yield Para(f"Heading{level}", f"heading {level}", next="BodyText", size=size, bold=True, colour="tx2",
                   before=before, after=after, line=1.15, keep_next=True, outline=level - 1, heading=True)  # fmt: skip
    yield Para("QuestionHeading", "Question Heading", next="BodyText", size=12, bold=True, colour="tx2", before=12,
               after=4, line=1.15, keep_next=True, outline=1, heading=True)  # fmt: skip
    yield Para("MinorHeading", "Minor Heading", next="BodyText", size=12, bold=True, colour="tx2", before=12, after=4,
               line=1.15, keep_next=True, heading=True)  # fmt: skip
    yield Para("PageTitle", "Page Title", next="BodyText", size=22, bold=True, colour="tx2", before=14, after=8,
               line=1.15, keep_next=True, heading=True)  # fmt: skip
    yield Para("BriefCue", "Brief Cue", size=9.5, left=28, hanging=28, after=2, line=1.15, tabs=(("left", 28),))
    yield Para("Fact", "Fact", left=46, hanging=46, after=4, tabs=(("left", 46),))
    for level in range(3):
        suffix = "" if not level else str(level + 1)
        yield Para(f"ListBullet{suffix}", f"List Bullet{' ' + suffix if suffix else ''}", after=3, number=(1, level))
        yield Para(f"ListNumber{suffix}", f"List Number{' ' + suffix if suffix else ''}", after=3, number=(2, level))
    yield Para("Checklist", "Checklist", after=1, number=(3, 0))
    yield Para("TakeAway", "Take-away", size=12, after=8, number=(4, 0))
    yield Para("CueBullet", "Cue Bullet", after=2, number=(5, 0))
    yield Para("CueNumber", "Cue Number", after=2, number=(6, 0))
    yield Para("Caption", "caption", size=9, colour="accent6", before=3, after=8)
    yield Para("Quote", "Quote", size=12, italic=True, colour="tx2", left=8, before=6, after=4)
    yield Para("QuoteSource", "Quote Source", size=9.5, colour="accent6", left=8, after=8)
    yield Para("Code", "Code", size=9.5, left=4, after=6, line=1.2, mono=tokens.fonts.mono, align="left")
    yield Para("Reference", "Reference", size=10, left=6, hanging=6, after=4)
    yield Para("Abbreviation", "Abbreviation", left=26, hanging=26, after=3, tabs=(("left", 26),))
    yield Para("TableText", "Table Text", size=9.5, before=1, after=1, line=1.15)
    yield Para("TableHeader", "Table Header", "TableText", size=9.5, bold=True, colour="tx2", keep_next=True)
    yield Para("TableTotal", "Table Total", "TableText", size=9.5, bold=True, colour="tx2")
    yield Para(
        "SlideLabel", "Slide Label", next="BodyText", size=10.5, colour="accent6", before=16, after=4, keep_next=True
    )
    yield Para("SlidePicture", "Slide Picture", next="KeyMessage", after=6, line=1.0)
    yield Para("KeyMessage", "Key Message", next="BodyText", size=11, bold=True, colour="tx2", before=2, after=6)
    yield Para("BlankPage", "Blank Page", colour="accent6", before=300, align="center", quick=False)
    yield Para("Gap", "Gap", size=4, before=0, after=0, line=1.0, quick=False)
    yield Para("AnswerLine", "Answer Line", size=9, before=8, after=0, tabs=(("right-line", width - 8),), quick=False)
    yield Para("FormLine", "Form Line", before=8, after=4, tabs=(("right-line", width),), quick=False)
    yield Para(
        "SideLine", "Side Line", size=8, before=0, after=9, line=1.0, tabs=(("right-line", width - 88),), quick=False
    )
    yield Para("WritingLine", "Writing Line", size=8, before=0, after=0, line=1.0, quick=False)
    yield Para("FootnoteText", "footnote text", size=8.5, after=2, line=1.1)
    yield Para("Header", "header", size=8.5, colour="accent6", under="accent6", tabs=(("right", width),), after=0)
    yield Para("Footer", "footer", size=8.5, colour="accent6", over="accent6", tabs=(("right", width),), after=0)
    yield Para(
        "TOCHeading", "TOC Heading", size=22, bold=True, colour="tx2", before=14, after=8, heading=True, keep_next=True
    )
    yield Para("TOC1", "toc 1", size=10.5, bold=True, colour="tx2", before=3, after=1, tabs=(("right", width),))
    yield Para("TOC2", "toc 2", size=10, left=5, after=1, tabs=(("right", width),))
    yield Para("TOC3", "toc 3", size=9.5, colour="accent6", left=10, after=1, tabs=(("right", width),))
    yield Para("CoverEyebrow", "Cover Eyebrow", size=13, bold=True, colour="accent1", before=110, after=10)
    yield Para("CoverTitle", "Cover Title", size=34, bold=True, colour="tx2", after=8, line=1.08, heading=True)
    yield Para("CoverSubtitle", "Cover Subtitle", size=16, colour="accent6", after=36, line=1.2)
    yield Para("CoverKind", "Cover Kind", size=14, bold=True, colour="accent1", before=6, after=14, over="accent1")
    yield Para("CoverFact", "Cover Fact", size=11, left=44, hanging=44, after=4, tabs=(("left", 44),))
    yield Para("SheetEyebrow", "Sheet Eyebrow", size=13, bold=True, colour="accent1", before=20, after=6)
    yield Para("SheetTitle", "Sheet Title", size=32, bold=True, colour="tx2", after=14, line=1.08, heading=True)
    yield Para("SheetText", "Sheet Text", size=15, before=5, after=5, line=1.15)
    yield Para("SheetFoot", "Sheet Foot", size=11, before=14)
    yield from _certificate(wide)
    yield Para("CueText", "Cue Text", left=RUN_IN, after=4)
    for kind, token in tokens_of(tokens).items():
        if kind == "default":
            continue
        name = {"text": "Cue Background", "screen": "Screen Text"}.get(kind) or (
            f"Note {kind.removeprefix('note-').capitalize()}"
            if kind.startswith("note-")
            else f"Cue {kind.capitalize()}"
        )
        if token.look == "box":
            yield Para(style_id(kind), name, size=10, before=2, after=3)
        else:
            yield Para(style_id(kind), name, "CueText", left=RUN_IN, hanging=RUN_IN, tabs=(("left", RUN_IN),), after=4,
                       italic=True if kind == "transition" else None)  # fmt: skip
    yield Para("CueAnswer", "Cue Answer", size=10, italic=True, before=0, after=3)


def _certificate(wide: float) -> Iterator[Para]:
    """What stands on a certificate: all on the axis of the page, signatures at a quarter from either side."""
    yield Para("CertificateEyebrow", "Certificate Eyebrow", size=13, bold=True, colour="accent1", before=0, after=6,
               align="center")  # fmt: skip
    yield Para("CertificateTitle", "Certificate Title", size=36, bold=True, colour="tx2", after=6, line=1.08,
               heading=True, align="center")  # fmt: skip
    yield Para("CertificateLead", "Certificate Lead", size=13, colour="accent6", before=10, after=2, align="center")
    yield Para("CertificateName", "Certificate Name", size=13, before=20, after=2, colour="accent6", line=1.0,
               tabs=(("left", wide * 0.2), ("right-line", wide * 0.8)))  # fmt: skip
    yield Para("CertificateFor", "Certificate For", size=24, bold=True, colour="tx2", before=4, after=4, line=1.1,
               heading=True, align="center")  # fmt: skip
    yield Para("CertificateMinor", "Certificate Minor", size=10.5, bold=True, colour="accent1", before=12, after=3,
               align="center")  # fmt: skip
    yield Para("CertificateText", "Certificate Text", size=10.5, after=2, line=1.1, align="center")
    yield Para("CertificateSmall", "Certificate Small", size=9, colour="accent6", after=0, align="center")
    yield Para("CertificateSign", "Certificate Sign", size=10.5, colour="accent6", before=32, after=2, line=1.0,
               tabs=(("left", wide * 0.06), ("right-line", wide * 0.42), ("left", wide * 0.58), ("right-line", wide * 0.94)))  # fmt: skip
    yield Para("CertificateSigned", "Certificate Signed", size=9, colour="accent6", after=0,
               tabs=(("center", wide * 0.24), ("center", wide * 0.76)))  # fmt: skip


def _colour(slot: str, hexes: dict[str, str]) -> Xml:
    slot = {"strong": "tx2"}.get(slot, slot)
    return el("w:color", {"w:val": hexes[slot], "w:themeColor": THEME.get(slot, slot)})


def _rule(side: str, slot: str, hexes: dict[str, str], *, size: int = 4, space: int = 4) -> Xml:
    colour = mixed(hexes[slot], 0.45)
    return el(f"w:{side}", {"w:val": "single", "w:sz": size, "w:space": space, "w:color": colour})


def mixed(colour: str, share: float) -> str:
    """`colour` thinned with white: the share of the colour that is left."""
    channels = (int(colour[start : start + 2], 16) for start in (0, 2, 4))
    return "".join(f"{round(255 - (255 - channel) * share):02X}" for channel in channels)


def paragraph_style(style: Para, hexes: dict[str, str]) -> Xml:
    """`w:style` of a paragraph style; the order of children is the schema's."""
    borders = [_rule("top", style.over, hexes, space=6)] if style.over else []
    borders += [_rule("bottom", style.under, hexes)] if style.under else []
    spacing = {
        "w:before": _points(style.before), "w:after": _points(style.after),
        "w:line": round(style.line * 240) if style.line else None, "w:lineRule": "auto" if style.line else None,
    }  # fmt: skip
    indent = {
        "w:left": twips(style.left) if style.left is not None else None,
        "w:hanging": twips(style.hanging) if style.hanging is not None else None,
    }
    properties = [
        Xml("<w:keepNext/>") if style.keep_next else EMPTY,
        Xml("<w:keepLines/>") if style.keep_next and style.outline is not None else EMPTY,
        el("w:numPr", None, el("w:ilvl", {"w:val": style.number[1]}) if style.number[1] else EMPTY,
           el("w:numId", {"w:val": style.number[0]})) if style.number else EMPTY,
        el("w:pBdr", None, *borders) if borders else EMPTY,
        el("w:tabs", None, *(_tab(kind, at) for kind, at in style.tabs)) if style.tabs else EMPTY,
        el("w:spacing", spacing) if any(v is not None for v in spacing.values()) else EMPTY,
        el("w:ind", indent) if any(v is not None for v in indent.values()) else EMPTY,
        el("w:jc", {"w:val": style.align}) if style.align else EMPTY,
        el("w:outlineLvl", {"w:val": style.outline}) if style.outline is not None else EMPTY,
    ]  # fmt: skip
    runs = [
        _faces("major") if style.heading else _family(style.mono) if style.mono else EMPTY,
        _toggle("w:b", style.bold) + _toggle("w:bCs", style.bold),
        _toggle("w:i", style.italic) + _toggle("w:iCs", style.italic),
        _colour(style.colour, hexes) if style.colour else EMPTY,
        el("w:sz", {"w:val": round(style.size * 2)}) + el("w:szCs", {"w:val": round(style.size * 2)}) if style.size else EMPTY,
    ]  # fmt: skip
    return el(
        "w:style",
        {"w:type": "paragraph", "w:customStyle": None if style.name.islower() or style.id in BUILT_IN else True, "w:styleId": style.id},
        el("w:name", {"w:val": style.name}),
        el("w:basedOn", {"w:val": style.based}),
        el("w:next", {"w:val": style.next}) if style.next else EMPTY,
        el("w:uiPriority", {"w:val": 10}),
        Xml("<w:qFormat/>") if style.quick else EMPTY,
        _wrapped("w:pPr", properties),
        _wrapped("w:rPr", [Xml(r) for r in runs]),
    )  # fmt: skip


BUILT_IN = {
    "BodyText", "Title", "Subtitle", "Quote", "TOCHeading", "ListBullet", "ListBullet2", "ListBullet3", "ListNumber",
    "ListNumber2", "ListNumber3", "Strong", "Emphasis", "Hyperlink", "FootnoteReference",
}  # fmt: skip


def _wrapped(tag: str, children: list[Xml]) -> Xml:
    kept = many(child for child in children if child)
    return el(tag, None, kept) if kept else EMPTY


def _points(value: float | None) -> int | None:
    return round(value * 20) if value is not None else None


def _tab(kind: str, at: float) -> Xml:
    value, leader = {"right-line": ("right", "underscore")}.get(kind, (kind, None))
    return el("w:tab", {"w:val": value, "w:leader": leader, "w:pos": twips(at)})


def _toggle(tag: str, value: bool | None) -> Xml:
    return EMPTY if value is None else Xml(f"<{tag}/>") if value else Xml(f'<{tag} w:val="0"/>')


def _family(name: str) -> Xml:
    return el("w:rFonts", {"w:ascii": name, "w:hAnsi": name, "w:cs": name})


def _faces(which: str) -> Xml:
    return el("w:rFonts", {"w:asciiTheme": f"{which}HAnsi", "w:eastAsiaTheme": f"{which}EastAsia",
                           "w:hAnsiTheme": f"{which}HAnsi", "w:cstheme": f"{which}Bidi"})  # fmt: skip


_TEXT = 10.5
"""Points of running text that all other sizes are made for."""


def scaled(style: Para, factor: float) -> Para:
    """The style with its size to the half point; lines to write on and gaps stay as they are."""
    return replace(style, size=round(style.size * factor * 2) / 2) if style.size and style.quick else style


def _size(points: float) -> Xml:
    return many([el("w:sz", {"w:val": round(points * 2)}), el("w:szCs", {"w:val": round(points * 2)})])


def styles_part(tokens: BrandTokens, width: float, wide: float) -> bytes:
    """word/styles.xml, for a text `width` millimetres wide, `wide` on a page that lies on its long side."""
    hexes = palette(printed(tokens))
    factor = tokens.sizes.document / _TEXT
    defaults = el(
        "w:docDefaults",
        None,
        el("w:rPrDefault", None, el(
            "w:rPr", None, _faces("minor"), _colour("tx1", hexes), _size(_TEXT * factor),
            Xml('<w:lang w:val="en" w:eastAsia="ja-JP" w:bidi="ar-SA"/>'))),
        el("w:pPrDefault", None, el("w:pPr", None, Xml('<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>'))),
    )  # fmt: skip
    normal = Xml(
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "<w:pPr><w:widowControl/></w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
    )
    paragraphs = many(paragraph_style(scaled(style, factor), hexes) for style in paragraph_styles(tokens, width, wide))
    return document(el("w:styles", {"xmlns:w": WML["xmlns:w"]}, defaults, normal, paragraphs,
                       many(_characters(tokens, hexes)), many(_tables(tokens, hexes))))  # fmt: skip


def _characters(tokens: BrandTokens, hexes: dict[str, str]) -> Iterator[Xml]:
    def character(id_: str, name: str, *looks: Xml) -> Xml:
        return el(
            "w:style", {"w:type": "character", "w:customStyle": None if id_ in BUILT_IN else True,
                        "w:styleId": id_},
            el("w:name", {"w:val": name}), Xml('<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'), el("w:rPr", None, *looks),
        )  # fmt: skip

    yield character("Strong", "Strong", Xml("<w:b/><w:bCs/>"))
    yield character("Emphasis", "Emphasis", Xml("<w:i/><w:iCs/>"))
    mono = tokens.fonts.mono
    yield character("CodeChar", "Code Character", el("w:rFonts", {"w:ascii": mono, "w:hAnsi": mono, "w:cs": mono}))
    yield character("Hyperlink", "Hyperlink", _colour("hlink", hexes), Xml('<w:u w:val="single"/>'))
    yield character("FootnoteReference", "footnote reference", Xml('<w:vertAlign w:val="superscript"/>'))
    yield character("SlideNumber", "Slide Number", Xml("<w:b/><w:bCs/>"), _colour("accent1", hexes))
    yield character("Accent", "Accent", _colour("accent1", hexes))
    yield character("Muted", "Muted", _colour("accent6", hexes))
    for number in range(1, 7):
        yield character(f"Accent{number}", f"Accent {number}", _colour(f"accent{number}", hexes))
    for kind, token in tokens_of(tokens).items():
        if kind != "default":
            yield character(
                f"{style_id(kind)}Label", f"{style_id(kind)} Label", Xml("<w:b/><w:bCs/>"), _colour(token.colour, hexes)
            )


def _tables(tokens: BrandTokens, hexes: dict[str, str]) -> Iterator[Xml]:
    rule, thick = mixed(hexes["accent6"], 0.4), hexes["tx2"]
    inner = el("w:tblBorders", None,
               el("w:bottom", {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": rule}),
               el("w:insideH", {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": rule}))  # fmt: skip
    margins = Xml('<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/>'
                  '<w:right w:w="85" w:type="dxa"/></w:tblCellMar>')  # fmt: skip
    head = el("w:tblStylePr", {"w:type": "firstRow"}, Xml("<w:rPr><w:b/><w:bCs/></w:rPr>"), el("w:tcPr", None, el(
        "w:tcBorders", None, el("w:bottom", {"w:val": "single", "w:sz": 12, "w:space": 0, "w:color": thick}))))  # fmt: skip
    band = el("w:tblStylePr", {"w:type": "band2Horz"}, el("w:tcPr", None, el(
        "w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": mixed(hexes["accent6"], 0.06)}))) if tokens.tables.banded else EMPTY  # fmt: skip
    yield _table("DeckTable", "Deck Table", inner, margins, many([head, band]))
    yield _table("DeckGrid", "Deck Grid", EMPTY, Xml(
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar>'), EMPTY)  # fmt: skip
    for kind, token in tokens_of(tokens).items():
        if token.look == "box":
            slot = {"strong": "tx2"}.get(token.colour, token.colour)
            edge = el("w:tblBorders", None, el("w:left", {"w:val": "single", "w:sz": 36, "w:space": 0, "w:color": hexes[slot],
                                                          "w:themeColor": THEME.get(slot, slot)}))  # fmt: skip
            room = Xml('<w:tblCellMar><w:top w:w="70" w:type="dxa"/><w:left w:w="170" w:type="dxa"/><w:bottom w:w="70" w:type="dxa"/>'
                       '<w:right w:w="170" w:type="dxa"/></w:tblCellMar>')  # fmt: skip
            shade = el(
                "w:tcPr", None, el("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": mixed(hexes[slot], 0.075)})
            )
            yield _table(f"{style_id(kind)}Box", f"{style_id(kind)} Box", edge, room, shade)


def _table(id_: str, name: str, borders: Xml, margins: Xml, more: Xml) -> Xml:
    return el(
        "w:style", {"w:type": "table", "w:customStyle": True, "w:styleId": id_}, el("w:name", {"w:val": name}),
        Xml('<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="50"/>'),
        el("w:tblPr", None, Xml('<w:tblInd w:w="0" w:type="dxa"/>'), borders, margins), more,
    )  # fmt: skip
