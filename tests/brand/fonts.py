"""Small fonts made for a test: every letter a square, as wide as is asked for."""

from __future__ import annotations

import io

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen


def font(
    family: str, *, bold: bool = False, italic: bool = False, advance: int = 500, embedding: int = 0,
    characters: str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-",
) -> bytes:  # fmt: skip
    """A TrueType font of 1000 units; `embedding` is its fsType."""
    pen = TTGlyphPen(None)
    for start, *more in (((50, 0), (50, 600), (450, 600), (450, 0)),):
        pen.moveTo(start)
        for point in more:
            pen.lineTo(point)
        pen.closePath()
    square, blank = pen.glyph(), TTGlyphPen(None).glyph()
    names = {character: f"uni{ord(character):04X}" for character in dict.fromkeys(characters)}
    build = FontBuilder(1000, isTTF=True)
    build.setupGlyphOrder([".notdef", *names.values()])
    build.setupCharacterMap({ord(character): name for character, name in names.items()})
    build.setupGlyf({".notdef": square, **{name: blank if c == " " else square for c, name in names.items()}})
    build.setupHorizontalMetrics(dict.fromkeys((".notdef", *names.values()), (advance, 50)))
    build.setupHorizontalHeader(ascent=900, descent=-300)
    style = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic"}.get(
        (bold, italic), "Bold Italic"
    )
    build.setupNameTable({"familyName": family, "styleName": style, "fullName": f"{family} {style}",
                          "psName": f"{family}-{style}".replace(" ", "")})  # fmt: skip
    build.setupOS2(
        sTypoAscender=900, sTypoDescender=-300, usWinAscent=900, usWinDescent=300, fsType=embedding,
        usWeightClass=700 if bold else 400, fsSelection=(bold << 5) | italic | (0x40 if not bold and not italic else 0),
    )  # fmt: skip
    build.setupPost()
    build.font["head"].created = build.font["head"].modified = 3_600_000_000
    build.font.recalcTimestamp = False
    out = io.BytesIO()
    build.save(out)
    return out.getvalue()
