"""Tokens -> the template of documents: a package with styles, numbering, theme, settings and an empty body."""

from __future__ import annotations

from typing import Literal

from deckbuild.brand.theme import palette, printed, theme
from deckbuild.brand.tokens import BrandTokens
from deckbuild.brand.wordstyles import MM, RUN_IN, twips
from deckbuild.brand.wordstyles import styles_part as _styles
from deckbuild.ooxml.package import OFFICE, Package, Part, Relationship, write_package
from deckbuild.ooxml.xml import WML, Xml, document, el

W = {"xmlns:w": WML["xmlns:w"]}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def word_template(tokens: BrandTokens, paper: Literal["A4", "Letter"]) -> bytes:
    """The template as a .docx without content."""
    links = tuple(
        Relationship(f"rId{number}", f"{OFFICE}/{kind}", f"/word/{name}")
        for number, (kind, name) in enumerate(
            (("styles", "styles.xml"), ("numbering", "numbering.xml"), ("settings", "settings.xml"),
             ("theme", "theme/theme1.xml"), ("fontTable", "fontTable.xml")), 1)
    )  # fmt: skip
    body = el("w:body", None, Xml("<w:p/>"), section(paper))
    parts = (
        Part("/word/document.xml", _TYPE + "document.main+xml", document(el("w:document", WML, body)), links),
        Part(
            "/word/styles.xml",
            _TYPE + "styles+xml",
            _styles(tokens, *(side / MM - 2 * MARGIN for side in PAPER[paper])),
        ),
        Part("/word/numbering.xml", _TYPE + "numbering+xml", _numbering(tokens)),
        Part("/word/settings.xml", _TYPE + "settings+xml", _settings()),
        Part(
            "/word/theme/theme1.xml",
            "application/vnd.openxmlformats-officedocument.theme+xml",
            theme(tokens, printed(tokens)),
        ),
        Part("/word/fontTable.xml", _TYPE + "fontTable+xml", _fonts(tokens)),
    )
    main = Relationship("rId1", f"{OFFICE}/officeDocument", "/word/document.xml")
    return write_package(Package({part.name: part for part in parts}, (main,)))


MARGIN = 22
"""Millimetres left and right of the text."""
PAPER = {"A4": (11906, 16838), "Letter": (12240, 15840)}
"""Twentieths of a point."""


def section(paper: Literal["A4", "Letter"]) -> Xml:
    """`w:sectPr` with page size and margins of 22 mm."""
    width, height = PAPER[paper]
    side = twips(MARGIN)
    return el(
        "w:sectPr",
        None,
        el("w:pgSz", {"w:w": width, "w:h": height}),
        el(
            "w:pgMar",
            {
                "w:top": twips(27),
                "w:right": side,
                "w:bottom": twips(24),
                "w:left": side,
                "w:header": twips(13),
                "w:footer": twips(12),
                "w:gutter": 0,
            },
        ),
    )


def _settings() -> bytes:
    return document(
        el(
            "w:settings",
            W,
            Xml(
                '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
                '<w:characterSpacingControl w:val="doNotCompress"/><w:updateFields w:val="true"/>'
            ),
            Xml(
                '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
                'w:val="15"/></w:compat>'
            ),
            Xml(
                '<w:themeFontLang w:val="en"/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" '
                'w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" '
                'w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
            ),
            Xml('<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'),
        )
    )


def _fonts(tokens: BrandTokens) -> bytes:
    families = dict.fromkeys((tokens.fonts.body, tokens.fonts.heading, tokens.fonts.mono, "Arial"))
    return document(
        el("w:fonts", W, *(el("w:font", {"w:name": family}, Xml('<w:charset w:val="00"/>'),
                              el("w:family", {"w:val": "modern" if family == tokens.fonts.mono else "swiss"}))
                           for family in families))
    )  # fmt: skip


def _level(
    number: int, kind: str, text: str, left: float, hanging: float, style: str = "", looks: Xml | str = ""
) -> Xml:
    return el(
        "w:lvl", {"w:ilvl": number}, Xml('<w:start w:val="1"/>'), el("w:numFmt", {"w:val": kind}),
        el("w:pStyle", {"w:val": style}) if style else Xml(""), el("w:lvlText", {"w:val": text}), Xml('<w:lvlJc w:val="left"/>'),
        el("w:pPr", None, el("w:tabs", None, el("w:tab", {"w:val": "num", "w:pos": twips(left)})),
           el("w:ind", {"w:left": twips(left), "w:hanging": twips(hanging)})),
        Xml(looks),
    )  # fmt: skip


def _numbering(tokens: BrandTokens) -> bytes:
    hexes = palette(printed(tokens))

    def ink(slot: str, *more: str) -> str:
        return f'<w:rPr>{"".join(more)}<w:color w:val="{hexes[slot]}" w:themeColor="{slot}"/></w:rPr>'

    face = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:hint="default"/>'
    small = f'<w:rPr>{face}<w:color w:val="{hexes["accent1"]}" w:themeColor="accent1"/><w:sz w:val="14"/></w:rPr>'
    bold = "<w:b/><w:bCs/>"

    def bullets(left: float, names: tuple[str, ...]) -> list[Xml]:
        marks = (("■", small), ("–", ink("accent6", face)), ("•", ink("accent6", face)))
        return [_level(n, "bullet", mark, left + 5 * (n + 1), 5, names[n] if n < len(names) else "", looks)
                for n, (mark, looks) in enumerate(marks)]  # fmt: skip

    def numbers(left: float, names: tuple[str, ...]) -> list[Xml]:
        kinds = (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3."))
        return [_level(n, kind, text, left + 6 * (n + 1), 6, names[n] if n < len(names) else "", ink("accent1", bold))
                for n, (kind, text) in enumerate(kinds)]  # fmt: skip

    box = f'<w:rPr>{face}<w:color w:val="{hexes["accent6"]}" w:themeColor="accent6"/></w:rPr>'
    big = f'<w:rPr>{bold}<w:color w:val="{hexes["accent1"]}" w:themeColor="accent1"/><w:sz w:val="32"/></w:rPr>'
    lists = (
        bullets(0, ("ListBullet", "ListBullet2", "ListBullet3")),
        numbers(0, ("ListNumber", "ListNumber2", "ListNumber3")),
        [_level(0, "bullet", "□", 6, 6, "Checklist", box)],
        [_level(0, "decimal", "%1", 12, 12, "TakeAway", big)],
        bullets(RUN_IN, ("CueBullet",)),
        numbers(RUN_IN, ("CueNumber",)),
    )
    abstract = (
        el("w:abstractNum", {"w:abstractNumId": n}, el("w:multiLevelType", {"w:val": "hybridMultilevel"}), *levels)
        for n, levels in enumerate(lists, 1)
    )
    used = (el("w:num", {"w:numId": n}, el("w:abstractNumId", {"w:val": n})) for n in range(1, len(lists) + 1))
    return document(el("w:numbering", W, *abstract, *used))
