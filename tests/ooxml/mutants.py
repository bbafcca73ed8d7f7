"""Sound packages with one thing wrong, and the code that the linter must have for it; several for some codes."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

from ooxml.samples import PNG, Parts, deck, document, rels, zipped

TYPES, MAIN, MAIN_RELS = "[Content_Types].xml", "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
SLIDE, SLIDE_RELS, SLIDE2_RELS = (
    "ppt/slides/slide1.xml",
    "ppt/slides/_rels/slide1.xml.rels",
    "ppt/slides/_rels/slide2.xml.rels",
)
MASTER, MASTER_RELS = "ppt/slideMasters/slideMaster1.xml", "ppt/slideMasters/_rels/slideMaster1.xml.rels"
LAYOUT_RELS, THEME = "ppt/slideLayouts/_rels/slideLayout1.xml.rels", "ppt/theme/theme1.xml"
NOTES, NOTES2_RELS = "ppt/notesSlides/notesSlide1.xml", "ppt/notesSlides/_rels/notesSlide2.xml.rels"
CHART, RADAR, COMMENTS = "ppt/charts/chart1.xml", "ppt/charts/chart2.xml", "ppt/comments/comment1.xml"
TEXT, NUMBERING, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"

Edit = Callable[[Parts], None]


@dataclass(frozen=True)
class Mutant:
    """What is wrong, by its code and in words, and the package."""

    code: str
    what: str
    make: Callable[[], bytes]


def swap(name: str, old: str, new: str, count: int = 1) -> Edit:
    """Replace a text in a part; it must stand there just so often, that the mutant is what it says."""

    def edit(parts: Parts) -> None:
        assert parts[name].count(old.encode()) == count, (name, old)
        parts[name] = parts[name].replace(old.encode(), new.encode())

    return edit


def add(name: str, content: bytes) -> Edit:
    def edit(parts: Parts) -> None:
        assert name not in parts
        parts[name] = content

    return edit


def drop(name: str) -> Edit:
    def edit(parts: Parts) -> None:
        del parts[name]

    return edit


def link(name: str, kind: str, target: str) -> Edit:
    """One more relationship, rId99."""
    entry = rels(f"{kind} {target}").decode().partition("<Relationship ")[2].partition("/>")[0].replace("rId1", "rId99")
    return swap(name, "</Relationships>", f"<Relationship {entry}/></Relationships>")


def unlink(name: str, kind: str) -> Edit:
    """One relationship less: the one of this kind."""

    def edit(parts: Parts) -> None:
        before, _, rest = parts[name].decode().partition(f'/relationships/{kind}"')
        start = before.rindex("<Relationship ")
        parts[name] = (before[:start] + rest.partition("/>")[2]).encode()

    return edit


def _with(code: str, what: str, base: Callable[[], Parts], *edits: Edit) -> Mutant:
    def make() -> bytes:
        parts = base()
        for edit in edits:
            edit(parts)
        return zipped(parts)

    return Mutant(code, what, make)


def _d(code: str, what: str, *edits: Edit) -> Mutant:
    return _with(code, what, deck, *edits)


def _w(code: str, what: str, *edits: Edit) -> Mutant:
    return _with(code, what, document, *edits)


def _damaged() -> bytes:
    """The deck with one byte of its picture's data turned round."""
    content = zipped(deck())
    start = content.index(b"ppt/media/image1.png") + len("ppt/media/image1.png")
    return content[: start + 20] + bytes([content[start + 20] ^ 0xFF]) + content[start + 21 :]


def lying(size: int) -> bytes:
    """The deck with a part that says it has `size` bytes, and has 10 MB."""
    parts = deck()
    content = zipped({"x.xml": b" " * 10_000_000, **parts})
    for signature, offset in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
        at = content.index(signature) + offset
        content = content[:at] + struct.pack("<I", size) + content[at + 4 :]
    return content


_SLD2 = '<p:sldId id="257" r:id="rId4"/>'
_SECTION2 = '<p14:sldId id="257"/>'
_NOTES_LIST = '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
_PART_TYPE = (
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
)

PACKAGES = (
    Mutant("P101", "a text", lambda: b"no zip"),
    Mutant("P101", "nothing", lambda: b""),
    Mutant("P101", "cut off", lambda: zipped(deck())[:5000]),
    Mutant("P102", "too many entries", lambda: zipped({f"{n}": b"" for n in range(20_001)})),
    Mutant("P102", "a part that says it has 3 GB", lambda: lying(3_000_000_000)),
    Mutant("P103", "a damaged entry", _damaged),
    Mutant("P103", "a part larger than it says", lambda: lying(10)),
    Mutant("P107", "a zip bomb", lambda: zipped(deck() | {"ppt/media/image2.png": bytes(40 << 20)})),
    Mutant("P110", "an entry twice", lambda: zipped(deck(), [(SLIDE, deck()[SLIDE])])),
    _d("P104", "a document type", swap(THEME, "<a:theme ", '<!DOCTYPE t [<!ENTITY e "x">]><a:theme ')),
    _d("P104", "a document type in UTF-16", lambda parts: parts.update({THEME: "<!DOCTYPE t [<!ENTITY e 'x'>]><t/>".encode("utf-16")})),
    _w("P104", "a document type of the types", swap(TYPES, "<Types ", "<!DOCTYPE Types><Types ")),
    _d("P105", "a tag that does not end", swap(THEME, "</a:theme>", "")),
    _d("P105", "an unknown encoding", swap(THEME, "UTF-8", "klingon")),
    _w("P105", "elements nested deeper than any", swap("word/footer1.xml", "<w:p/>", "<w:p/>" + "<w:x>" * 5000 + "</w:x>" * 5000)),
    _d("P106", "no list of types", drop(TYPES)),
    _d("P111", "a name in other case", add("ppt/media/IMAGE1.png", PNG)),
    _d("P112", "an override twice", swap(TYPES, _PART_TYPE, _PART_TYPE * 2)),
    _d("P112", "a default twice", swap(TYPES, "<Default Extension=\"png\"", '<Default Extension="PNG" ContentType="image/png"/><Default Extension="png"')),
    _d("P113", "a type of no part", swap(TYPES, "</Types>", '<Override PartName="/gone.xml" ContentType="application/xml"/></Types>')),
    _d("P114", "a part of no type", swap(TYPES, '<Default Extension="png" ContentType="image/png"/>', "")),
    _d("P115", "an id twice", swap(SLIDE_RELS, '"rId7"', '"rId6"')),
    _d("P116", "relationships of nothing", add("ppt/slides/_rels/slide9.xml.rels", rels())),
    _d("P117", "a link to nothing", link(SLIDE_RELS, "image", "../media/gone.png")),
    _d("P118", "a link to a file", swap(SLIDE_RELS, "https://example.org/", "file:///etc/passwd")),
    _d("P119", "an id that is not defined", swap(SLIDE, 'r:embed="rId3"', 'r:embed="rId50"')),
    _d("P119", "one in a fallback", swap(SLIDE, "</p:spTree>", "</p:spTree><mc:AlternateContent><mc:Fallback><p:pic r:id='rId50'/></mc:Fallback></mc:AlternateContent>")),
    _d("P120", "a part without a link", add("ppt/media/image2.png", PNG)),
    _d("P121", "mc:Ignorable", swap(SLIDE, 'mc:Ignorable="p14"', 'mc:Ignorable="p14 p99"')),
    _d("P121", "mc:Choice", swap(SLIDE, "</p:spTree>", "</p:spTree><mc:AlternateContent><mc:Choice Requires='p99'/></mc:AlternateContent>")),
    _d("P122", "a GIF", lambda parts: parts.update({"ppt/media/image1.png": b"GIF89a" + bytes(20)})),
    _d("P123", "a thumbnail", add("docProps/thumbnail.png", PNG), link("_rels/.rels", "thumbnail", "docProps/thumbnail.png")),
    _d("P124", "macros", swap(TYPES, "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                              "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml")),
    _w("P124", "macros", swap(TYPES, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                              "application/vnd.ms-word.document.macroEnabled.main+xml")),
    _d("P125", "a step that ends in a dot", add("ppt/media./image2.png", PNG), link(SLIDE_RELS, "image", "../media./image2.png")),
    _d("P126", "properties twice", add("docProps/core2.xml", deck()["docProps/core.xml"]),
       swap("_rels/.rels", "</Relationships>", rels("core-properties docProps/core2.xml").decode().partition("package/2006/relationships\">")[2].replace("rId1", "rId9")),
       swap(TYPES, "</Types>", _PART_TYPE.replace("core.xml", "core2.xml") + "</Types>")),
    _d("P127", "no main part", swap("_rels/.rels", "/officeDocument\"", "/somethingElse\"")),
    _d("P127", "a main part of another type", swap(TYPES, "presentationml.presentation.main", "spreadsheetml.sheet.main")),
    _d("P128", "a picture on the web", link(SLIDE_RELS, "image", "https://example.org/x.png")),
)  # fmt: skip

DECKS = (
    _d("P201", "", swap(MAIN, _SLD2, _SLD2.replace("257", "256")), swap(MAIN, _SECTION2, "")),
    _d("P202", "too small", swap(MAIN, '"257"', '"255"', 2)),
    _d("P202", "no number", swap(MAIN, '"257"', '"²57"', 2)),
    _d("P203", "", swap(MAIN, _SLD2, _SLD2 + '<p:sldId id="258" r:id="rId4"/>')),
    _d("P204", "", swap(MAIN, _SLD2, ""), swap(MAIN, _SECTION2, "")),
    _d("P205", "", swap(MAIN, _NOTES_LIST, ""), swap(MAIN, "<p:sldSz", _NOTES_LIST + "<p:sldSz")),
    _d("P206", "not listed", swap(MAIN, _NOTES_LIST, "")),
    _d("P206", "linked twice", link(MAIN_RELS, "notesMaster", "notesMasters/notesMaster1.xml")),
    _d("P207", "", swap(MASTER, '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>', "")),
    _d("P208", "", swap(MASTER, "2147483649", "2147483648")),
    _d("P209", "none", unlink(SLIDE2_RELS, "slideLayout")),
    _d("P210", "", link(SLIDE2_RELS, "notesSlide", "../notesSlides/notesSlide1.xml")),
    _d("P211", "", swap(SLIDE_RELS, 'Target="slide2.xml"', 'Target="../slideLayouts/slideLayout1.xml"')),
    _d("P212", "another slide's", swap(NOTES2_RELS, "slide2.xml", "slide1.xml")),
    _d("P212", "no slide", unlink(NOTES2_RELS, "slide")),
    _d("P213", "", unlink(NOTES2_RELS, "notesMaster")),
    _d("P214", "", swap(SLIDE, '<p:cNvPr id="4"', '<p:cNvPr id="3"')),
    _d("P215", "0", swap(SLIDE, '<p:cNvPr id="6"', '<p:cNvPr id="0"')),
    _d("P215", "negative", swap(SLIDE, '<p:cNvPr id="6"', '<p:cNvPr id="-6"')),
    _d("P216", "of a shape", swap(NOTES, "<a:p/>", "")),
    _d("P216", "of a chart", swap(CHART, "<a:p/>", "")),
    _d("P217", "", swap(SLIDE, '<a:tr h="370840"><a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>left</a:t></a:r></a:p></a:txBody><a:tcPr/></a:tc>', '<a:tr h="370840">')),
    _d("P218", "", swap(MASTER, "<a:effectLst/>", "")),
    _d("P219", "a step", swap(SLIDE, '<p:spTgt spid="2"', '<p:spTgt spid="9"')),
    _d("P219", "a build", swap(SLIDE, '<p:bldP spid="2"', '<p:bldP spid="9"')),
    _d("P220", "", swap(MAIN, _SECTION2, '<p14:sldId id="999"/>')),
    _d("P221", "none", swap(CHART, '<c:externalData r:id="rId1"/>', "")),
    _d("P221", "a picture", link("ppt/charts/_rels/chart1.xml.rels", "image", "../media/image1.png"), swap(CHART, '"rId1"', '"rId99"')),
    _d("P222", "", swap(CHART, 'val="11"', 'val="-11"', 3)),
    _d("P223", "", swap(MAIN, _SLD2, _SLD2 + '<p:sldId id="258" r:id="rId5"/>')),
    _d("P224", "", unlink(LAYOUT_RELS, "slideMaster")),
    _d("P225", "", swap(MAIN, '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>', "")),
    _d("P226", "", link(MASTER_RELS, "theme", "../theme/theme2.xml")),
    _d("P227", "", swap(MASTER, "2147483649", "5")),
    _d("P220", "", swap(MAIN, _SECTION2, '<p14:sldId id="256"/>')),
    _d("P217", "too wide", swap(SLIDE, 'gridSpan="2"', 'gridSpan="3"')),
    _d("P217", "no number", swap(SLIDE, 'gridSpan="2"', 'gridSpan="many"')),
    _d("P217", "", swap(SLIDE, "<a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>left</a:t></a:r></a:p></a:txBody>", "")),
    _d("P228", "not marked", swap(SLIDE, ' hMerge="1"', "")),
    _d("P228", "not spanned", swap(SLIDE, ' gridSpan="2"', "")),
    _d("P229", "a link to the web", swap(SLIDE, '<a:hlinkClick r:id="rId5"', '<a:hlinkClick r:id="rId7"')),
    _d("P229", "nothing", swap(SLIDE, '<a:hlinkClick r:id="rId5"', '<a:hlinkClick r:id=""')),
    _d("P230", "", swap(SLIDE, '<p:pRg st="1" end="1"/>', '<p:pRg st="1" end="2"/>')),
    _d("P231", "", swap(SLIDE, '<p:cTn id="2"', '<p:cTn id="1"')),
    _d("P232", "", swap(COMMENTS, 'authorId="0"', 'authorId="7"')),
    _d("P233", "", swap(CHART, '<c:axId val="22"/></c:barChart>', '<c:axId val="33"/></c:barChart>')),
    _d("P234", "", swap(RADAR, "</c:ser>", '<c:smooth val="0"/></c:ser>')),
    _d("P238", "", swap(SLIDE, '<a:endCxn id="3"', '<a:endCxn id="30"')),
    _d("P236", "", swap(SLIDE, '<p:cNvPr id="5" name="Picture"/><p:cNvPicPr/><p:nvPr/>',
                        '<p:cNvPr id="5" name="Picture"/><p:cNvPicPr/><p:nvPr><a:videoFile r:link="rId3"/></p:nvPr>')),
    _d("P237", "", swap(SLIDE, "</p:set></p:childTnLst>",
                        '</p:set><p:video><p:cMediaNode><p:cTn id="3"/><p:tgtEl><p:spTgt spid="5"/></p:tgtEl></p:cMediaNode>'
                        "</p:video></p:childTnLst>")),
    _d("P235", "", swap(SLIDE, "</p:cSld>", "</p:cSld><p:transition/>")),
    _d("P205", "shows before sizes", swap(MAIN, "<p:sldSz", '<p:custShowLst/><p:sldSz')),
    _d("P239", "an id", swap(MAIN, 'name="Long" id="1"', 'name="Long" id="0"')),
    _d("P239", "a name", swap(MAIN, 'name="Long" id="1"', 'name="Short" id="1"')),
    _d("P239", "no name", swap(MAIN, 'name="Long" id="1"', 'name="" id="1"')),
    _d("P239", "no number", swap(MAIN, 'name="Long" id="1"', 'name="Long" id="one"')),
    _d("P240", "a master", swap(MAIN, '<p:sldLst><p:sld r:id="rId4"/></p:sldLst>', '<p:sldLst><p:sld r:id="rId1"/></p:sldLst>')),
)  # fmt: skip

_LAST_CELL = '<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
_GRID = '<w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
_NUM = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
_HEADER = '<w:headerReference w:type="default" r:id="rId6"/>'

DOCUMENTS = (
    _w("P301", "nothing", swap(TEXT, _LAST_CELL, _LAST_CELL.replace("<w:p/>", ""))),
    _w("P301", "a table", swap(TEXT, _LAST_CELL, _LAST_CELL.replace("<w:p/>", f"<w:p/><w:tbl>{_GRID}<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"))),
    _w("P301", "an empty content control", swap(TEXT, _LAST_CELL, _LAST_CELL.replace("<w:p/>", "<w:sdt><w:sdtContent/></w:sdt>"))),
    _w("P302", "", swap(TEXT, _GRID, "")),
    _w("P303", "in the text", swap(TEXT, 'w:val="Heading1"', 'w:val="Gone"')),
    _w("P303", "in a style", swap(STYLES, '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Gone"/>')),
    _w("P304", "in the text", swap(TEXT, '<w:numId w:val="1"/>', '<w:numId w:val="7"/>')),
    _w("P304", "in a style", swap(STYLES, '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>')),
    _w("P305", "no end", swap(TEXT, '<w:bookmarkEnd w:id="1"/>', "")),
    _w("P305", "no start", swap(TEXT, '<w:bookmarkEnd w:id="1"/>', '<w:bookmarkEnd w:id="1"/><w:bookmarkEnd w:id="5"/>')),
    _w("P306", "", swap(TEXT, '<w:bookmarkStart w:id="1" w:name="next"/><w:bookmarkEnd w:id="1"/>', '<w:bookmarkStart w:id="0" w:name="next"/><w:bookmarkEnd w:id="0"/>')),
    _w("P307", "", swap(TEXT, '"next"', '"Start"', 2)),
    _w("P308", "", swap(TEXT, '"next"', f'"{"n" * 41}"', 2)),
    _w("P309", "a link", swap(TEXT, 'w:anchor="next"', 'w:anchor="gone"')),
    _w("P309", "a field", swap(TEXT, "REF start", "REF gone \\h")),
    _w("P309", "a field in pieces", swap(TEXT, "REF start", "REF go</w:instrText><w:instrText>ne")),
    _w("P310", "no end", swap(TEXT, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")),
    _w("P310", "no begin", swap(TEXT, '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "")),
    _w("P310", "separated twice", swap(TEXT, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' * 2)),
    _w("P311", "a footnote", swap(TEXT, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="9"/>')),
    _w("P311", "an endnote", swap(TEXT, '<w:endnoteReference w:id="1"/>', '<w:endnoteReference w:id="9"/>')),
    _w("P311", "a comment", swap(TEXT, '<w:commentReference w:id="0"/>', '<w:commentReference w:id="9"/>')),
    _w("P312", "", swap(TEXT, "</w:sectPr></w:body>", "</w:sectPr><w:p/></w:body>")),
    _w("P313", "", swap(TEXT, _HEADER, _HEADER.replace("rId6", "rId7"))),
    _w("P314", "", swap(TEXT, '<wp:docPr id="2"', '<wp:docPr id="1"')),
    _w("P315", "a header", swap("word/header1.xml", "<w:p/>", "")),
    _w("P315", "a comment", swap("word/comments.xml", "<w:p/>", "")),
    _w("P316", "", swap(TEXT, _LAST_CELL, "</w:tr></w:tbl>")),
    _w("P317", "", swap(NUMBERING, '<w:abstractNumId w:val="0"/>', '<w:abstractNumId w:val="9"/>')),
    _w("P318", "", swap(NUMBERING, _NUM, ""), swap(NUMBERING, '<w:abstractNum w:abstractNumId="0">', _NUM + '<w:abstractNum w:abstractNumId="0">')),
    _w("P319", "", swap(TEXT, '<w:commentRangeEnd w:id="0"/>', "")),
    _w("P320", "", swap("word/footnotes.xml", 'w:id="0"', 'w:id="1"')),
    _w("P321", "", swap(TEXT, _HEADER, _HEADER * 2)),
    _w("P322", "", swap("word/settings.xml", ' w:percent="100"', "")),
    _w("P323", "", swap(NUMBERING, _NUM, _NUM * 2)),
    _w("P324", "", swap(STYLES, 'w:styleId="Heading1"', 'w:styleId="Normal"'), swap(TEXT, 'w:val="Heading1"', 'w:val="Normal"')),
)  # fmt: skip

ALL = (*PACKAGES, *DECKS, *DOCUMENTS)
