"""Two sound packages, made by hand and as small as they can be with everything in them that the linter looks at.

`deck()` and `document()` give parts by zip name; `zipped` makes a package of them.  The Open XML SDK finds nothing in
either (test_mutants.py).
"""

from __future__ import annotations

import base64
import io
import re
import warnings
import zipfile
from collections.abc import Iterable

Parts = dict[str, bytes]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument."
_NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_WNS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")


def zipped(parts: Parts, again: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """The package's bytes; `again` are entries put in although there may be one of that name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of the double names that are meant
        for name, content in [*parts.items(), *again]:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def part(markup: str) -> bytes:
    """A part's content: the markup without the line breaks that make it readable here."""
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + re.sub(r"\s*\n\s*", "", markup)).encode()


def rels(*links: str) -> bytes:
    """Relationships rId1, rId2 …, each written `kind target`; those to an address are external."""
    entries = []
    for number, link in enumerate(links, 1):
        kind, target = link.split(" ", 1)
        base = (
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
            if kind == "core-properties"
            else _OFFICE
        )
        mode = ' TargetMode="External"' if ":" in target else ""
        entries.append(f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"{mode}/>')
    return part(
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(entries)}</Relationships>'
    )


def _content_types(overrides: dict[str, str]) -> bytes:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "png": "image/png",
                "xlsx": _TYPES + "spreadsheetml.sheet"}  # fmt: skip
    entries = [f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items()]
    entries += [f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items()]
    return part(
        f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{"".join(entries)}</Types>'
    )


_CORE = part(
    """
    <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Sound</dc:title></cp:coreProperties>""".replace(
        "\n     ", " "
    )
)
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"


def _theme() -> bytes:
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    colours = "".join(f'<a:{name}><a:srgbClr val="0000{number:02X}"/></a:{name}>' for number, name in enumerate(names))
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return part(f"""
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="T"><a:themeElements>
        <a:clrScheme name="T">{colours}</a:clrScheme>
        <a:fontScheme name="T"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>
        <a:fmtScheme name="T"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>
        <a:lnStyleLst>{f"<a:ln>{fill}</a:ln>" * 3}</a:lnStyleLst>
        <a:effectStyleLst>{"<a:effectStyle><a:effectLst/></a:effectStyle>" * 3}</a:effectStyleLst>
        <a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>""")


_FRAME = '<a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/>'
_BODY = "<a:bodyPr/><a:lstStyle/>"


def _tree(shapes: str) -> str:
    return f"""<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:spTree>"""


def _text(id_: int, body: str, click: str = "") -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="Text {id_}">{click}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm>{_FRAME}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody>{_BODY}{body}</p:txBody></p:sp>"
    )


def _cell(text: str, span: str = "", value: int = 1) -> str:
    spans = f' {span}="{value}"' if span else ""
    return f"<a:tc{spans}><a:txBody>{_BODY}<a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody><a:tcPr/></a:tc>"


_TABLE = (
    '<a:tbl><a:tblPr/><a:tblGrid><a:gridCol w="457200"/><a:gridCol w="457200"/></a:tblGrid>'
    f'<a:tr h="370840">{_cell("wide", "gridSpan", 2)}{_cell("", "hMerge")}</a:tr>'
    f'<a:tr h="370840">{_cell("left")}{_cell("right")}</a:tr></a:tbl>'
)


def _framed(id_: int, uri: str, graphic: str) -> str:
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id_}" name="Frame {id_}"/><p:cNvGraphicFramePr/><p:nvPr/>'
        f"</p:nvGraphicFramePr><p:xfrm>{_FRAME}</p:xfrm><a:graphic>"
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{uri}">{graphic}</a:graphicData>'
        "</a:graphic></p:graphicFrame>"
    )


_CONNECTOR = (
    '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="7" name="Line"/><p:cNvCxnSpPr><a:stCxn id="2" idx="3"/><a:endCxn id="3" idx="1"/>'
    '</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm>'
    '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom></p:spPr></p:cxnSp>'
)


def _slide(root: str, shapes: str, *, background: str = "", after: str = "", attributes: str = "") -> bytes:
    return part(f"<p:{root} {_NS}{attributes}><p:cSld>{background}{_tree(shapes)}</p:cSld>{after}</p:{root}>")


_BACKGROUND = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
_PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="5" name="Picture"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId3"/>'
    f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>{_FRAME}</a:xfrm>"
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
)
_CHART_REF = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId4"/>'
_JUMP = '<a:hlinkClick r:id="rId5" action="ppaction://hlinksldjump"/>'
_TIMING = """<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>
    <p:set><p:cBhvr><p:cTn id="2" dur="1" fill="hold"/><p:tgtEl><p:spTgt spid="2"><p:txEl><p:pRg st="1" end="1"/></p:txEl>
    </p:spTgt></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>
    <p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par></p:tnLst>
    <p:bldLst><p:bldP spid="2" grpId="0" build="p"/></p:bldLst></p:timing>"""
_MAP = ('<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>')  # fmt: skip
_KEEP = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def _chart(plot: str, axes: str) -> bytes:
    return part(
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{_OFFICE}">'
        f"<c:chart><c:title><c:tx><c:rich>{_BODY}<a:p/></c:rich></c:tx></c:title><c:plotArea><c:layout/>{plot}{axes}</c:plotArea></c:chart>"
        '<c:externalData r:id="rId1"/></c:chartSpace>'
    )


def _axes() -> str:
    middle = '<c:scaling/><c:delete val="0"/><c:axPos val="{}"/><c:crossAx val="{}"/>'
    return f'<c:catAx><c:axId val="11"/>{middle.format("b", 22)}</c:catAx><c:valAx><c:axId val="22"/>{middle.format("l", 11)}</c:valAx>'


_SERIES = '<c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numLit><c:ptCount val="0"/></c:numLit></c:val></c:ser>'
_BARS = f'<c:barChart><c:barDir val="col"/>{_SERIES}<c:axId val="11"/><c:axId val="22"/></c:barChart>'
_RADAR = f'<c:radarChart><c:radarStyle val="standard"/>{_SERIES}<c:axId val="11"/><c:axId val="22"/></c:radarChart>'

_WORKBOOK = zipped({
    "[Content_Types].xml": _content_types({"xl/workbook.xml": _TYPES + "spreadsheetml.sheet.main+xml",
                                           "xl/sheet1.xml": _TYPES + "spreadsheetml.worksheet+xml"}),
    "_rels/.rels": rels("officeDocument xl/workbook.xml"),
    "xl/workbook.xml": part(f'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{_OFFICE}">'
                            '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    "xl/_rels/workbook.xml.rels": rels("worksheet sheet1.xml"),
    "xl/sheet1.xml": part('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'),
})  # fmt: skip


def deck() -> Parts:
    """Two slides with text, a table, a picture, a chart, a jump, an animation, a comment, notes, and a section."""
    p = _TYPES + "presentationml."
    shapes = (
        _text(2, "<a:p/><a:p/>") + _text(3, "<a:p/>", _JUMP) + _framed(4, "table", _TABLE) + _PICTURE
        + _framed(6, "chart", _CHART_REF) + _CONNECTOR
    )  # fmt: skip
    return {
        "[Content_Types].xml": _content_types({
            "docProps/core.xml": _CORE_TYPE, "ppt/presentation.xml": p + "presentation.main+xml",
            "ppt/slideMasters/slideMaster1.xml": p + "slideMaster+xml", "ppt/slideLayouts/slideLayout1.xml": p + "slideLayout+xml",
            "ppt/theme/theme1.xml": _TYPES + "theme+xml", "ppt/theme/theme2.xml": _TYPES + "theme+xml",
            "ppt/slides/slide1.xml": p + "slide+xml", "ppt/slides/slide2.xml": p + "slide+xml",
            "ppt/notesMasters/notesMaster1.xml": p + "notesMaster+xml",
            "ppt/notesSlides/notesSlide1.xml": p + "notesSlide+xml", "ppt/notesSlides/notesSlide2.xml": p + "notesSlide+xml",
            "ppt/charts/chart1.xml": _TYPES + "drawingml.chart+xml", "ppt/charts/chart2.xml": _TYPES + "drawingml.chart+xml",
            "ppt/comments/comment1.xml": p + "comments+xml", "ppt/commentAuthors.xml": p + "commentAuthors+xml",
        }),
        "_rels/.rels": rels("officeDocument ppt/presentation.xml", "core-properties docProps/core.xml"),
        "docProps/core.xml": _CORE,
        "ppt/presentation.xml": part(
            f'<p:presentation {_NS}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
            '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
            '<p:sldIdLst><p:sldId id="256" r:id="rId3"/><p:sldId id="257" r:id="rId4"/></p:sldIdLst>'
            '<p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>'
            '<p:custShowLst><p:custShow name="Short" id="0"><p:sldLst><p:sld r:id="rId4"/></p:sldLst></p:custShow>'
            '<p:custShow name="Long" id="1"><p:sldLst><p:sld r:id="rId3"/><p:sld r:id="rId4"/></p:sldLst></p:custShow></p:custShowLst>'
            '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
            '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
            '<p14:section name="All" id="{6F1B2A3C-0000-4000-8000-000000000001}"><p14:sldIdLst><p14:sldId id="256"/><p14:sldId id="257"/>'
            "</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>"
        ),
        "ppt/_rels/presentation.xml.rels": rels(
            "slideMaster slideMasters/slideMaster1.xml", "notesMaster notesMasters/notesMaster1.xml",
            "slide slides/slide1.xml", "slide slides/slide2.xml", "commentAuthors commentAuthors.xml",
        ),
        "ppt/slideMasters/slideMaster1.xml": _slide("sldMaster", "", background=_BACKGROUND, after=_MAP
            + '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>'),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": rels("slideLayout ../slideLayouts/slideLayout1.xml", "theme ../theme/theme1.xml"),
        "ppt/slideLayouts/slideLayout1.xml": _slide("sldLayout", "", after=_KEEP),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": rels("slideMaster ../slideMasters/slideMaster1.xml"),
        "ppt/theme/theme1.xml": _theme(),
        "ppt/theme/theme2.xml": _theme(),
        "ppt/slides/slide1.xml": _slide("sld", shapes, after=_KEEP + _TIMING,
            attributes=' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" mc:Ignorable="p14"'),
        "ppt/slides/_rels/slide1.xml.rels": rels(
            "slideLayout ../slideLayouts/slideLayout1.xml", "notesSlide ../notesSlides/notesSlide1.xml", "image ../media/image1.png",
            "chart ../charts/chart1.xml", "slide slide2.xml", "comments ../comments/comment1.xml", "hyperlink https://example.org/",
        ),
        "ppt/slides/slide2.xml": _slide("sld", _framed(2, "chart", _CHART_REF.replace("rId4", "rId3")), after=_KEEP),
        "ppt/slides/_rels/slide2.xml.rels": rels(
            "slideLayout ../slideLayouts/slideLayout1.xml", "notesSlide ../notesSlides/notesSlide2.xml", "chart ../charts/chart2.xml"),
        "ppt/notesMasters/notesMaster1.xml": _slide("notesMaster", "", background=_BACKGROUND, after=_MAP),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": rels("theme ../theme/theme2.xml"),
        "ppt/notesSlides/notesSlide1.xml": _slide("notes", _text(2, "<a:p/>"), after=_KEEP),
        "ppt/notesSlides/_rels/notesSlide1.xml.rels": rels("slide ../slides/slide1.xml", "notesMaster ../notesMasters/notesMaster1.xml"),
        "ppt/notesSlides/notesSlide2.xml": _slide("notes", _text(2, "<a:p/>"), after=_KEEP),
        "ppt/notesSlides/_rels/notesSlide2.xml.rels": rels("slide ../slides/slide2.xml", "notesMaster ../notesMasters/notesMaster1.xml"),
        "ppt/charts/chart1.xml": _chart(_BARS, _axes()),
        "ppt/charts/_rels/chart1.xml.rels": rels("package ../embeddings/workbook1.xlsx"),
        "ppt/charts/chart2.xml": _chart(_RADAR, _axes()),
        "ppt/charts/_rels/chart2.xml.rels": rels("package ../embeddings/workbook1.xlsx"),
        "ppt/embeddings/workbook1.xlsx": _WORKBOOK,
        "ppt/media/image1.png": PNG,
        "ppt/commentAuthors.xml": part(f'<p:cmAuthorLst {_NS}><p:cmAuthor id="0" name="A" initials="A" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>'),
        "ppt/comments/comment1.xml": part(
            f'<p:cmLst {_NS}><p:cm authorId="0" dt="2026-01-01T00:00:00" idx="1"><p:pos x="1" y="1"/><p:text>?</p:text></p:cm></p:cmLst>'),
    }  # fmt: skip


def _field(code: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}<w:r><w:t>1</w:t></w:r>{marks[2]}"


def _drawing(id_: int) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="{id_}" name="Picture {id_}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="0" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill>'
        '<pic:spPr><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


_STORY = f"""
    <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="0" w:name="start"/><w:r><w:t>A</w:t></w:r>
    <w:bookmarkEnd w:id="0"/><w:bookmarkStart w:id="1" w:name="next"/><w:bookmarkEnd w:id="1"/></w:p>
    <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{_field("REF start")}
    <w:hyperlink w:anchor="next"><w:r><w:t>B</w:t></w:r></w:hyperlink></w:p>
    <w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>
    <w:tr><w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr>
    <w:tr><w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>
    <w:p>{_drawing(1)}<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r><w:commentRangeStart w:id="0"/>
    <w:r><w:t>C</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>
    <w:p>{_drawing(2)}</w:p>"""
_SECTION = """<w:sectPr><w:headerReference w:type="default" r:id="rId6"/><w:footerReference w:type="default" r:id="rId7"/>
    <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1" w:right="1" w:bottom="1" w:left="1" w:header="1" w:footer="1" w:gutter="0"/></w:sectPr>"""


def _notes(kind: str) -> bytes:
    special = "".join(f'<w:{kind} w:type="{mark}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:{kind}>'
                      for number, mark in ((-1, "separator"), (0, "continuationSeparator")))  # fmt: skip
    return part(f'<w:{kind}s {_WNS}>{special}<w:{kind} w:id="1"><w:p/></w:{kind}></w:{kind}s>')


def document() -> Parts:
    """A story with a heading, list, field, link, table, pictures, notes and a comment; header and footer."""
    w = _TYPES + "wordprocessingml."
    parts = ("styles", "numbering", "settings", "footnotes", "endnotes", "comments")
    types = {f"word/{name}.xml": f"{w}{name}+xml" for name in parts}
    return {
        "[Content_Types].xml": _content_types({
            "docProps/core.xml": _CORE_TYPE, "word/document.xml": w + "document.main+xml", **types,
            "word/header1.xml": w + "header+xml", "word/footer1.xml": w + "footer+xml",
        }),
        "_rels/.rels": rels("officeDocument word/document.xml", "core-properties docProps/core.xml"),
        "docProps/core.xml": _CORE,
        "word/document.xml": part(f"<w:document {_WNS}><w:body>{_STORY}{_SECTION}</w:body></w:document>"),
        "word/_rels/document.xml.rels": rels(
            "image media/image1.png", "styles styles.xml", "numbering numbering.xml", "settings settings.xml", "footnotes footnotes.xml",
            "header header1.xml", "footer footer1.xml", "endnotes endnotes.xml", "comments comments.xml",
        ),
        "word/media/image1.png": PNG,
        "word/styles.xml": part(
            f'<w:styles {_WNS}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style></w:styles>'),
        "word/numbering.xml": part(
            f'<w:numbering {_WNS}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'),
        "word/settings.xml": part(f'<w:settings {_WNS}><w:zoom w:percent="100"/></w:settings>'),
        "word/footnotes.xml": _notes("footnote"),
        "word/endnotes.xml": _notes("endnote"),
        "word/comments.xml": part(f'<w:comments {_WNS}><w:comment w:id="0" w:author="A" w:initials="A"><w:p/></w:comment></w:comments>'),
        "word/header1.xml": part(f"<w:hdr {_WNS}><w:p/></w:hdr>"),
        "word/footer1.xml": part(f"<w:ftr {_WNS}><w:p/></w:ftr>"),
    }  # fmt: skip
