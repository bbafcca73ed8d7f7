"""Make brand/atelier/template.pptx and template.docx: a template with the bad habits of real ones, the same bytes each time.

    python tools/template_pack.py

4:3, layouts named in German, no footer on the title layout, a title that is no `ctrTitle`, a placeholder of its own kind,
a second master, leftover slides with notes and comments, a thumbnail, printer settings, custom XML, tags, an author.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from PIL import Image

from templates import DOCUMENT, HEAD, MAP, OFFICE, PRESENTATION, P, W, rels, theme

FOLDER = Path(__file__).parents[1] / "brand" / "atelier"
WIDTH, HEIGHT = 9144000, 6858000
UNIT = WIDTH // 960
COLOURS = {
    "dk1": "2A2421", "lt1": "FFFFFF", "dk2": "7A2E1D", "lt2": "F6EFE6", "accent1": "A33B20", "accent2": "1F5F5B",
    "accent3": "7A5C00", "accent4": "5A3E73", "accent5": "2F5D8A", "accent6": "6B5F57", "hlink": "A33B20", "folHlink": "5A3E73",
}  # fmt: skip
LEFT, WIDE = 72, 816
GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'


def _frame(box: tuple[int, int, int, int]) -> str:
    x, y, width, height = (side * UNIT for side in box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _fill(slot: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{slot}"/></a:solidFill>'


def shape(number: int, name: str, box: tuple[int, int, int, int], slot: str, kind: str = "rect") -> str:
    """A filled shape without text."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'{_frame(box)}<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{_fill(slot)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def holder(
    number: int,
    name: str,
    kind: str,
    index: int,
    box: tuple[int, int, int, int],
    style: str = "",
    anchor: str = "t",
    prompt: str = "",
) -> str:
    """A placeholder; `style` is the list style's content."""
    named = f'type="{kind}" ' if kind else ""
    at = f'idx="{index}"' if index else ""
    text = prompt or name
    body = f"<a:p><a:r><a:rPr lang='de-DE'/><a:t>{text}</a:t></a:r></a:p>"
    if kind == "sldNum":
        guid = "{11111111-2222-4333-8444-555555555555}"
        body = f"<a:p><a:fld id='{guid}' type='slidenum'><a:rPr lang='de-DE'/><a:t>‹Nr.›</a:t></a:fld></a:p>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph {named}{at}/></p:nvPr></p:nvSpPr><p:spPr>{_frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{style}</a:lstStyle>{body}</p:txBody></p:sp>"
    )


def level(size: int, slot: str = "tx1", *, bold: bool = False, more: str = "") -> str:
    """`a:lvl1pPr` without a bullet."""
    return (
        f'<a:lvl1pPr marL="0" indent="0" {more}><a:buNone/><a:defRPr sz="{size * 100}" b="{int(bold)}">{_fill(slot)}'
        "</a:defRPr></a:lvl1pPr>"
    )


TITLE = holder(2, "Titelplatzhalter 1", "title", 0, (LEFT, 40, WIDE, 84), anchor="b", prompt="Titel eingeben")
FOOT = holder(90, "Fußzeilenplatzhalter 4", "ftr", 11, (LEFT, 676, 560, 24), level(10, "accent6"), "ctr")
NUMBER = holder(91, "Foliennummernplatzhalter 5", "sldNum", 12, (LEFT + 696, 676, 120, 24),
                level(10, "accent6", more='algn="r"'), "ctr")  # fmt: skip
BODY = (LEFT, 160, WIDE, 490)
RULE = shape(80, "Linie", (LEFT, 132, 64, 5), "accent1")


def master(layouts: int, first: int, dark: bool = False) -> str:
    """A slide master."""
    ground = f"<p:bg><p:bgPr>{_fill('bg1')}<a:effectLst/></p:bgPr></p:bg>"
    body = holder(3, "Textplatzhalter 2", "body", 1, BODY, prompt="Text eingeben")
    listed = "".join(f'<p:sldLayoutId id="{first + n}" r:id="rId{n}"/>' for n in range(1, layouts + 1))
    marks = ("•", "–", "·", "·", "·")
    bullets = "".join(
        f'<a:lvl{n}pPr marL="{266700 * n}" indent="-266700"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{900 if n == 1 else 300}"/></a:spcBef><a:buClr><a:schemeClr val="accent1"/></a:buClr>'
        f'<a:buFont typeface="Arial"/><a:buChar char="{mark}"/><a:defRPr sz="{size * 100}">{_fill("tx1")}'
        f'<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{n}pPr>'
        for n, (mark, size) in enumerate(zip(marks, (22, 18, 16, 14, 14), strict=True), 1)
    )
    head = f'<a:lvl1pPr><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:defRPr sz="3000" b="1">{_fill("tx2")}<a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr>'
    other = f'<a:lvl1pPr><a:defRPr sz="1400">{_fill("tx1")}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>'
    colours = (
        MAP
        if not dark
        else MAP.replace("bg1='lt1' tx1='dk1' bg2='lt2' tx2='dk2'", "bg1='dk2' tx1='lt1' bg2='dk1' tx2='lt2'")
    )
    return (
        f"{HEAD}<p:sldMaster {P}><p:cSld>{ground}<p:spTree>{GROUP}{TITLE}{body}{FOOT}{NUMBER}{RULE}</p:spTree></p:cSld>{colours}"
        f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{head}</p:titleStyle>"
        f"<p:bodyStyle>{bullets}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout(name: str, content: str, ground: str = "", *, kind: str = "", master_shapes: bool = True) -> str:
    """A layout."""
    typed = f'type="{kind}" ' if kind else ""
    shown = "" if master_shapes else 'showMasterSp="0" '
    back = f"<p:bg><p:bgPr>{_fill(ground)}<a:effectLst/></p:bgPr></p:bg>" if ground else ""
    return (
        f'{HEAD}<p:sldLayout {P} {typed}{shown}preserve="1"><p:cSld name="{name}">{back}<p:spTree>{GROUP}{content}</p:spTree>'
        "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def layouts() -> list[str]:
    """The layouts of the first master: names and types as fifteen people left them."""
    arcs = "".join(
        shape(20 + n, f"Bogen {n}", (960 - 90 * n, 720 - 90 * n, 180 * n, 180 * n), slot, "ellipse")
        for n, slot in ((4, "accent1"), (3, "accent3"), (2, "bg2"), (1, "accent2"))
    )
    # Not `ctrTitle`, no type, no footer: it was copied from another layout long ago.
    title = (
        arcs
        + holder(
            2, "Titel 1", "title", 0, (LEFT, 150, 700, 190), level(40, "bg1", bold=True), "b", "Titel der Schulung"
        )
        + holder(3, "Untertitel 2", "subTitle", 1, (LEFT, 360, 560, 70), level(20, "bg2"), prompt="Untertitel")
        + holder(4, "Reihe", "body", 20, (LEFT, 96, 560, 34), level(14, "bg2", bold=True), "ctr", "Reihe")
        + holder(5, "Ausgabe", "body", 21, (LEFT, 640, 420, 34), level(13, "bg2"), "ctr", "Ausgabe und Dauer")
    )
    section = (
        shape(20, "Streifen", (0, 0, 24, 720), "accent1")
        + holder(2, "Titel 1", "title", 0, (LEFT, 230, 760, 130), level(36, "tx2", bold=True), "b", "Kapitel")
        + holder(3, "Textplatzhalter 2", "body", 1, (LEFT, 380, 760, 50), level(18, "accent6"), prompt="Dauer und Folien")
        + FOOT + NUMBER
    )  # fmt: skip
    content = TITLE + holder(3, "Inhaltsplatzhalter 2", "", 1, BODY, prompt="Inhalt einfügen") + FOOT + NUMBER
    pair = ((LEFT, 392), (LEFT + 424, 392))
    compare = TITLE + FOOT + NUMBER
    for n, (x, wide) in enumerate(pair):
        compare += holder(10 + n, f"Textplatzhalter {n + 1}", "body", 30 + n, (x, 160, wide, 40),
                          level(20, "accent1", bold=True), "b", "Überschrift")  # fmt: skip
        compare += holder(12 + n, f"Inhaltsplatzhalter {n + 1}", "", 32 + n, (x, 212, wide, 438), prompt="Inhalt")
    contact = (
        TITLE + holder(3, "Inhaltsplatzhalter 2", "", 1, (LEFT, 160, 520, 490), prompt="Inhalt")
        + holder(14, "Merkkasten", "body", 41, (LEFT + 552, 160, 264, 300), level(16, "tx2"), prompt="Was wir uns merken")
        + FOOT + NUMBER
    )  # fmt: skip
    return [
        layout("1_Deckblatt NEU (final)", title, "tx2", master_shapes=False),
        layout("Trenner", section, "bg2", kind="obj", master_shapes=False),
        layout("Aufzählung Standard", content, kind="obj"),
        layout("Gegenüberstellung", compare, kind="twoTxTwoObj"),
        layout("Nur Überschrift", TITLE + FOOT + NUMBER, kind="titleOnly"),
        layout("Text mit Merkkasten", contact),
        layout("Leer_alt", "", kind="blank"),
    ]


def deck() -> bytes:
    """The .pptx."""
    types: dict[str, str] = {}
    files: dict[str, str | bytes] = {}

    def put(name: str, content: str | bytes, kind: str, *links: tuple[str, str]) -> None:
        files[name], types["/" + name] = content, kind
        if links:
            folder, _, file = name.rpartition("/")
            files[f"{folder}/_rels/{file}.rels"] = rels(*links)

    own = layouts()
    first, second = 2147483648, 2147483660
    for number, content in enumerate(
        [*own, layout("Dunkel – Inhalt", TITLE + holder(3, "Inhalt", "", 1, BODY), kind="obj")], 1
    ):
        which = 1 if number <= len(own) else 2
        put(f"ppt/slideLayouts/slideLayout{number}.xml", content, f"{PRESENTATION}slideLayout+xml",
            ("slideMaster", f"../slideMasters/slideMaster{which}.xml"))  # fmt: skip
    for number, (count, start, begin) in enumerate(((len(own), 1, first), (1, len(own) + 1, second)), 1):
        links = [("slideLayout", f"../slideLayouts/slideLayout{start + n}.xml") for n in range(count)]
        put(f"ppt/slideMasters/slideMaster{number}.xml", master(count, begin, dark=number == 2), f"{PRESENTATION}slideMaster+xml",
            *links, ("theme", f"../theme/theme{number}.xml"))  # fmt: skip
        put(f"ppt/theme/theme{number}.xml", theme(f"Atelier {number}", **COLOURS),
            "application/vnd.openxmlformats-officedocument.theme+xml")  # fmt: skip
    put("ppt/theme/theme3.xml", theme("Office", **COLOURS), "application/vnd.openxmlformats-officedocument.theme+xml")
    picture = '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Folienbild"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    notes = holder(3, "Notizen", "body", 3, (LEFT, 500, WIDE, 400))
    put("ppt/notesMasters/notesMaster1.xml", f"{HEAD}<p:notesMaster {P}><p:cSld><p:spTree>{GROUP}{picture}{notes}</p:spTree></p:cSld>{MAP}</p:notesMaster>",
        f"{PRESENTATION}notesMaster+xml", ("theme", "../theme/theme3.xml"))  # fmt: skip
    for number, text in enumerate(("Bitte diese Folie löschen!", "Beispiel mit Notizen"), 1):
        title = holder(2, "Titel 1", "title", 0, (LEFT, 150, 700, 190), prompt=text)
        inherit = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
        put(f"ppt/slides/slide{number}.xml", f"{HEAD}<p:sld {P}><p:cSld><p:spTree>{GROUP}{title}</p:spTree></p:cSld>{inherit}</p:sld>",
            f"{PRESENTATION}slide+xml", ("slideLayout", f"../slideLayouts/slideLayout{number}.xml"),
            ("notesSlide", f"../notesSlides/notesSlide{number}.xml"), ("comments", f"../comments/comment{number}.xml"))  # fmt: skip
        put(f"ppt/notesSlides/notesSlide{number}.xml",
            f"{HEAD}<p:notes {P}><p:cSld><p:spTree>{GROUP}{holder(3, 'Notizen', 'body', 3, (LEFT, 500, WIDE, 400), prompt='Intern: nicht weitergeben')}</p:spTree></p:cSld>{inherit}</p:notes>",
            f"{PRESENTATION}notesSlide+xml", ("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", f"../slides/slide{number}.xml"))  # fmt: skip
        put(f"ppt/comments/comment{number}.xml",
            f'{HEAD}<p:cmLst {P}><p:cm authorId="0" idx="{number}"><p:pos x="10" y="10"/><p:text>Logo größer!</p:text></p:cm></p:cmLst>',
            f"{PRESENTATION}comments+xml")  # fmt: skip
    put("ppt/commentAuthors.xml", f'{HEAD}<p:cmAuthorLst {P}><p:cmAuthor id="0" name="Jemand" initials="J" lastIdx="2" clrIdx="0"/></p:cmAuthorLst>',
        f"{PRESENTATION}commentAuthors+xml")  # fmt: skip
    put("ppt/printerSettings/printerSettings1.bin", b"\0" * 220, f"{PRESENTATION}printerSettings")
    links = (
        ("slideMaster", "slideMasters/slideMaster1.xml"), ("slideMaster", "slideMasters/slideMaster2.xml"),
        ("notesMaster", "notesMasters/notesMaster1.xml"), ("slide", "slides/slide1.xml"), ("slide", "slides/slide2.xml"),
        ("commentAuthors", "commentAuthors.xml"), ("printerSettings", "printerSettings/printerSettings1.bin"),
        ("theme", "theme/theme1.xml"), ("customXml", "../customXml/item1.xml"),
    )  # fmt: skip
    put("ppt/presentation.xml",
        f'{HEAD}<p:presentation {P}><p:sldMasterIdLst><p:sldMasterId id="{first}" r:id="rId1"/><p:sldMasterId id="{second}" r:id="rId2"/>'
        '</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId3"/></p:notesMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId4"/>'
        f'<p:sldId id="257" r:id="rId5"/></p:sldIdLst><p:sldSz cx="{WIDTH}" cy="{HEIGHT}" type="screen4x3"/><p:notesSz cx="{HEIGHT}" cy="{WIDTH}"/>'
        '<p:custShowLst><p:custShow name="Kurzfassung" id="0"><p:sldLst><p:sld r:id="rId4"/></p:sldLst></p:custShow></p:custShowLst></p:presentation>',
        f"{PRESENTATION}presentation.main+xml", *links)  # fmt: skip
    put("customXml/item1.xml", f"{HEAD}<herkunft>Ablage 2009</herkunft>", "application/xml")
    return packed(files, types, "ppt/presentation.xml")


def _thumbnail() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "#7A2E1D").save(out, "JPEG")
    return out.getvalue()


def packed(files: Mapping[str, str | bytes], types: Mapping[str, str], main: str) -> bytes:
    """A package with a thumbnail and an author, its dates fixed."""
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in sorted(types.items()))
    known = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{main}"/>'
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/>'
        '<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>",
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Jemand</dc:creator></cp:coreProperties>',
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in {**known, "docProps/thumbnail.jpeg": _thumbnail(), **files}.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def document() -> bytes:
    """The .docx: styles with localised ids, a header and footer of its own, sample text, a bookmark for the content."""

    def style(id_: str, name: str, run: str, para: str = "") -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/><w:basedOn w:val="Standard"/>'
            f"<w:qFormat/><w:pPr>{para}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )

    def heading(n: int, size: int, slot: str, colour: str) -> str:
        face = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:b/>'
        run = f'{face}<w:color w:val="{colour}" w:themeColor="{slot}"/><w:sz w:val="{size}"/>'
        para = f'<w:keepNext/><w:spacing w:before="{360 - 60 * n}" w:after="120"/><w:outlineLvl w:val="{n - 1}"/>'
        return style(f"berschrift{n}", f"heading {n}", run, para)

    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
        '<w:color w:val="2A2421"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-SA"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )  # fmt: skip
    small = '<w:color w:val="6B5F57" w:themeColor="accent6"/><w:sz w:val="17"/>'
    edge = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="A33B20"/></w:pBdr>'
    styles = defaults + "".join((
        heading(1, 42, "text2", "7A2E1D"), heading(2, 28, "accent1", "A33B20"), heading(3, 24, "text2", "7A2E1D"),
        style("Titel", "Title", '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:b/><w:color w:val="7A2E1D" w:themeColor="text2"/><w:sz w:val="60"/>'),
        style("Kopfzeile", "header", small, edge), style("Fuzeile", "footer", small),
        style("HausKasten", "Hauskasten", "<w:i/>"),
    ))  # fmt: skip

    def para(text: str, id_: str = "Standard", inside: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{id_}"/></w:pPr>{inside}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'

    number = '<w:r><w:t xml:space="preserve">Atelier für Fortbildung  ·  </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    mark = '<w:bookmarkStart w:id="3" w:name="deckbuild"/><w:bookmarkEnd w:id="3"/>'
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1304" w:bottom="1361" w:left="1588" w:header="794" w:footer="680" w:gutter="0"/></w:sectPr>'
    )  # fmt: skip
    body = para("Hier steht der Text Ihres Dokuments.", inside=mark) + section
    files = {
        "word/document.xml": f"{HEAD}<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": rels(("styles", "styles.xml"), ("theme", "theme/theme1.xml"), ("header", "header1.xml"), ("footer", "footer1.xml")),
        "word/styles.xml": f"{HEAD}<w:styles {W}>{styles}</w:styles>",
        "word/theme/theme1.xml": theme("Atelier", **COLOURS),
        "word/header1.xml": f"{HEAD}<w:hdr {W}>{para('Atelier', 'Kopfzeile')}</w:hdr>",
        "word/footer1.xml": f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Fuzeile"/></w:pPr>{number}</w:p></w:ftr>',
    }  # fmt: skip
    types = {f"/word/{name}1.xml": f"{DOCUMENT}{name}+xml" for name in ("header", "footer")}
    types |= {"/word/document.xml": f"{DOCUMENT}document.main+xml", "/word/styles.xml": f"{DOCUMENT}styles+xml",
              "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml"}  # fmt: skip
    return packed(files, types, "word/document.xml")


def main() -> None:
    """Write both files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "template.pptx").write_bytes(deck())
    (FOLDER / "template.docx").write_bytes(document())


if __name__ == "__main__":
    main()
