"""Small templates made by others, for tests: a deck or a document from a few words, and slips put into it.

deck(layout("Titelfolie", "ctrTitle subTitle"), layout("Inhalt", "title obj"))
changed(deck(...), {"ppt/slideMasters/slideMaster1.xml": None})
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
P = f'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {A} {R}'
W = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" {R}'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml."
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
GROUP = "<p:nvGrpSpPr><p:cNvPr id='1' name=''/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
MAP = ("<p:clrMap bg1='lt1' tx1='dk1' bg2='lt2' tx2='dk2' accent1='accent1' accent2='accent2' accent3='accent3' "
       "accent4='accent4' accent5='accent5' accent6='accent6' hlink='hlink' folHlink='folHlink'/>")  # fmt: skip

PLACES = {
    "title": (60, 40, 840, 90), "ctrTitle": (60, 240, 840, 120), "subTitle": (60, 380, 840, 80), "low": (60, 300, 840, 90),
    "obj": (60, 150, 840, 450), "body": (60, 150, 840, 450), "left": (60, 210, 400, 390), "right": (500, 210, 400, 390),
    "left-head": (60, 150, 400, 50), "right-head": (500, 150, 400, 50), "pic": (60, 150, 840, 380), "caption": (60, 550, 840, 40),
    "line": (60, 400, 840, 60), "ftr": (300, 660, 360, 36), "sldNum": (820, 660, 80, 36), "dt": (60, 660, 200, 36),
}  # fmt: skip
"""Words for placeholders: where they stand, in 960ths of the slide's width."""
_TYPES = {
    "low": "title",
    "left": "obj",
    "right": "obj",
    "left-head": "body",
    "right-head": "body",
    "caption": "body",
    "line": "body",
}


@dataclass(frozen=True)
class Laid:
    """A layout: name, words for its placeholders, type, markup more."""

    name: str
    holders: str = ""
    type: str = ""
    more: str = ""


def layout(name: str, holders: str = "", type: str = "", more: str = "") -> Laid:  # noqa: A002
    """A layout."""
    return Laid(name, holders, type, more)


USUAL = (
    layout("Titelfolie", "ctrTitle subTitle", "title"), layout("Titel und Inhalt", "title obj dt ftr sldNum", "obj"),
    layout("Trennfolie", "low line", "secHead"), layout("Nur Titel", "title ftr sldNum", "titleOnly"),
)  # fmt: skip


def holder(word: str, number: int, unit: int = 9525) -> str:
    """A placeholder."""
    kind = _TYPES.get(word, word)
    x, y, width, height = (side * unit for side in PLACES[word])
    named = "" if kind == "obj" else f"type='{kind}'"
    index = "" if kind in ("title", "ctrTitle") else f"idx='{number}'"
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr id='{number + 1}' name='{word} {number}'/><p:cNvSpPr><a:spLocks noGrp='1'/></p:cNvSpPr>"
        f"<p:nvPr><p:ph {named} {index}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x='{x}' y='{y}'/>"
        f"<a:ext cx='{width}' cy='{height}'/></a:xfrm></p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang='de'/><a:t>{word}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _data(holders: str, name: str = "", more: str = "") -> str:
    shapes = "".join(holder(word, number) for number, word in enumerate(holders.split(), 1))
    named = f" name='{name}'" if name else ""
    return f"<p:cSld{named}><p:spTree>{GROUP}{shapes}{more}</p:spTree></p:cSld>"


def theme(name: str = "Haus", **colours: str) -> str:
    """A theme."""
    usual = {"dk1": "1B1B1B", "lt1": "FFFFFF", "dk2": "0B3C49", "lt2": "EEF3F2", "accent1": "0E6E55", "accent2": "8A3B12",
             "accent3": "5B3A91", "accent4": "1D5FA8", "accent5": "9C1F4B", "accent6": "4A5560", "hlink": "0E6E55",
             "folHlink": "5B3A91"}  # fmt: skip
    slots = "".join(f"<a:{slot}><a:srgbClr val='{value}'/></a:{slot}>" for slot, value in {**usual, **colours}.items())
    face = "<a:latin typeface='{}'/><a:ea typeface=''/><a:cs typeface=''/>"
    solid = "<a:solidFill><a:schemeClr val='phClr'/></a:solidFill>"
    formats = (
        f"<a:fillStyleLst>{solid * 3}</a:fillStyleLst><a:lnStyleLst>{f'<a:ln>{solid}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst>"
    )
    return (
        f"{HEAD}<a:theme {A} name='{name}'><a:themeElements><a:clrScheme name='{name}'>{slots}</a:clrScheme>"
        f"<a:fontScheme name='{name}'><a:majorFont>{face.format('Source Serif 4')}</a:majorFont>"
        f"<a:minorFont>{face.format('Source Sans 3')}</a:minorFont></a:fontScheme>"
        f"<a:fmtScheme name='{name}'>{formats}</a:fmtScheme></a:themeElements></a:theme>"
    )


def _styles() -> str:
    def levels(size: int, mark: str) -> str:
        return "".join(
            f"<a:lvl{n}pPr marL='{300000 * n if mark else 0}' indent='{-300000 if mark else 0}'>"
            f"{f'''<a:buChar char='{mark}'/>''' if mark else '<a:buNone/>'}<a:defRPr sz='{size - 200 * n}'>"
            f"<a:solidFill><a:schemeClr val='tx1'/></a:solidFill><a:latin typeface='{'+mn-lt' if mark else '+mj-lt'}'/>"
            f"</a:defRPr></a:lvl{n}pPr>"
            for n in range(1, 6)
        )

    return (
        f"<p:txStyles><p:titleStyle>{levels(3400, '')}</p:titleStyle><p:bodyStyle>{levels(2600, '•')}</p:bodyStyle>"
        f"<p:otherStyle>{levels(1400, '')}</p:otherStyle></p:txStyles>"
    )


def rels(*links: tuple[str, str]) -> str:
    """Relationships rId1, rId2 …: kind and target; a target with a colon is outside."""
    made = "".join(
        f"<Relationship Id='rId{n}' Type='{OFFICE}/{kind}' Target='{target}'{' TargetMode=`External`'.replace('`', chr(39)) if ':' in target else ''}/>"
        for n, (kind, target) in enumerate(links, 1)
    )
    return f"{HEAD}<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{made}</Relationships>"


def deck(
    *layouts: Laid, masters: int = 1, size: tuple[int, int] = (9144000, 6858000), kind: str = "template", slides: int = 1,
    colours: Mapping[str, str] | None = None, master: str = "title body dt ftr sldNum",
) -> bytes:  # fmt: skip
    """A .potx whose layouts hang on each of its masters, with leftover slides, a thumbnail and printer settings."""
    layouts = layouts or USUAL
    files: dict[str, str | bytes] = {"docProps/thumbnail.jpeg": b"\xff\xd8\xff\xe0", "ppt/printerSettings/p1.bin": b"x"}
    overrides = {"/ppt/presentation.xml": f"{PRESENTATION}{kind}.main+xml"}
    top = [("slideMaster", f"slideMasters/slideMaster{n}.xml") for n in range(1, masters + 1)]
    listed, number = "", 2147483648
    for m in range(1, masters + 1):
        listed += f"<p:sldMasterId id='{number}' r:id='rId{m}'/>"
        entries, links = "", []
        for n, one in enumerate(layouts, 1):
            part = f"slideLayout{(m - 1) * len(layouts) + n}.xml"
            typed = f" type='{one.type}'" if one.type else ""
            content = f"<p:sldLayout {P}{typed}>{_data(one.holders, one.name, one.more)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
            files[f"ppt/slideLayouts/{part}"] = HEAD + content
            files[f"ppt/slideLayouts/_rels/{part}.rels"] = rels(("slideMaster", f"../slideMasters/slideMaster{m}.xml"))
            overrides[f"/ppt/slideLayouts/{part}"] = f"{PRESENTATION}slideLayout+xml"
            links.append(("slideLayout", f"../slideLayouts/{part}"))
            entries += f"<p:sldLayoutId id='{number + n}' r:id='rId{n}'/>"
        number += len(layouts) + 1
        root = f"<p:sldMaster {P}>{_data(master)}{MAP}<p:sldLayoutIdLst>{entries}</p:sldLayoutIdLst>{_styles()}</p:sldMaster>"
        files[f"ppt/slideMasters/slideMaster{m}.xml"] = HEAD + root
        files[f"ppt/slideMasters/_rels/slideMaster{m}.xml.rels"] = rels(*links, ("theme", f"../theme/theme{m}.xml"))
        files[f"ppt/theme/theme{m}.xml"] = theme(**(colours or {}))
        overrides[f"/ppt/slideMasters/slideMaster{m}.xml"] = f"{PRESENTATION}slideMaster+xml"
        overrides[f"/ppt/theme/theme{m}.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    shown = ""
    for n in range(1, slides + 1):
        files[f"ppt/slides/slide{n}.xml"] = f"{HEAD}<p:sld {P}>{_data('title')}</p:sld>"
        files[f"ppt/slides/_rels/slide{n}.xml.rels"] = rels(("slideLayout", "../slideLayouts/slideLayout1.xml"))
        overrides[f"/ppt/slides/slide{n}.xml"] = f"{PRESENTATION}slide+xml"
        top.append(("slide", f"slides/slide{n}.xml"))
        shown += f"<p:sldId id='{255 + n}' r:id='rId{masters + n}'/>"
    top.append(("printerSettings", "printerSettings/p1.bin"))
    files["ppt/presentation.xml"] = (
        f"{HEAD}<p:presentation {P}><p:sldMasterIdLst>{listed}</p:sldMasterIdLst><p:sldIdLst>{shown}</p:sldIdLst>"
        f"<p:sldSz cx='{size[0]}' cy='{size[1]}'/><p:notesSz cx='6858000' cy='9144000'/></p:presentation>"
    )
    files["ppt/_rels/presentation.xml.rels"] = rels(*top)
    return packed(files, overrides, "ppt/presentation.xml")


def packed(files: Mapping[str, str | bytes], overrides: Mapping[str, str], main: str) -> bytes:
    """A package."""
    types = "".join(f"<Override PartName='{name}' ContentType='{kind}'/>" for name, kind in overrides.items())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f"{HEAD}<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            "<Default Extension='xml' ContentType='application/xml'/><Default Extension='jpeg' ContentType='image/jpeg'/>"
            "<Default Extension='png' ContentType='image/png'/>"
            f"<Default Extension='bin' ContentType='application/vnd.openxmlformats-officedocument.presentationml.printerSettings'/>{types}</Types>",
        )
        archive.writestr("_rels/.rels", rels(("officeDocument", main)))
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


Change = None | str | bytes | Callable[[str], str]


def changed(content: bytes, changes: Mapping[str, Change]) -> bytes:
    """The package with files put in, taken out (None), or changed by a function of their text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files: dict[str, bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name, change in changes.items():
        if change is None:
            files.pop(name)
        elif callable(change):
            files[name] = change(files[name].decode()).encode()
        else:
            files[name] = change.encode() if isinstance(change, str) else change
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def without_theme() -> bytes:
    """A deck whose master leads to a theme that is not in the file."""
    links = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    return changed(deck(), {links: lambda text: text.replace("theme1.xml", "gone.xml")})


def paragraph(text: str, style_id: str = "") -> str:
    """A paragraph of a document."""
    styled = f"<w:pPr><w:pStyle w:val='{style_id}'/></w:pPr>" if style_id else ""
    return f"<w:p>{styled}<w:r><w:t>{text}</w:t></w:r></w:p>"


def style(id_: str, name: str, run: str = "", more: str = "") -> str:
    """A paragraph style."""
    return (
        f"<w:style w:type='paragraph' w:styleId='{id_}'><w:name w:val='{name}'/><w:basedOn w:val='Standard'/>"
        f"<w:pPr>{more}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def document(
    body: str = "", styles: str = "", numbering: str = "", header: str = "", face: str = "Source Sans 3", size: int = 22,
    paper: tuple[int, int] = (11906, 16838), left: int = 1247, kind: str = "template",
) -> bytes:  # fmt: skip
    """A .dotx of a German Word: default style `Standard`, some text, whatever is asked for."""
    refer = "<w:headerReference w:type='default' r:id='rId3'/>" if header else ""
    section = (
        f"<w:sectPr>{refer}<w:pgSz w:w='{paper[0]}' w:h='{paper[1]}'/><w:pgMar w:top='1400' w:right='1247' w:bottom='1400' "
        f"w:left='{left}' w:header='700' w:footer='700' w:gutter='0'/></w:sectPr>"
    )
    fonts = f"<w:rFonts w:ascii='{face}' w:hAnsi='{face}' w:cs='{face}'/><w:sz w:val='{size}'/>"
    files: dict[str, str] = {
        "word/document.xml": f"{HEAD}<w:document {W}><w:body>{body or paragraph('Sample')}{section}</w:body></w:document>",
        "word/styles.xml": (
            f"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:lang w:val='de-DE'/></w:rPr></w:rPrDefault>"
            "</w:docDefaults><w:style w:type='paragraph' w:default='1' w:styleId='Standard'><w:name w:val='Normal'/></w:style>"
            f"{styles}</w:styles>"
        ),
        "word/theme/theme1.xml": theme(),
        "word/numbering.xml": f"{HEAD}<w:numbering {W}>{numbering}</w:numbering>",
        "word/header1.xml": f"{HEAD}<w:hdr {W}>{paragraph(header)}</w:hdr>",
    }
    overrides = {f"/word/{name}.xml": f"{DOCUMENT}{name}+xml" for name in ("styles", "numbering")}
    overrides["/word/header1.xml"] = f"{DOCUMENT}header+xml"
    overrides["/word/document.xml"] = f"{DOCUMENT}{kind}.main+xml"
    overrides["/word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    files["word/_rels/document.xml.rels"] = rels(
        ("styles", "styles.xml"),
        ("theme", "theme/theme1.xml"),
        ("header", "header1.xml"),
        ("numbering", "numbering.xml"),
    )
    return packed(files, overrides, "word/document.xml")
