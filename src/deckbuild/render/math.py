"""Formulas as Office Math, for decks and documents alike (ECMA-376 part 1, 22.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild import formulas as f
from deckbuild.ooxml.xml import EMPTY, Xml, el, many

SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_SPACES = ((1.5, "\u2003\u2003"), (0.9, "\u2003"), (0.25, "\u2005"), (0.05, "\u2009"))
"""Room in ems -> the space that stands for it."""


@dataclass(frozen=True)
class Pen:
    """What each run of a formula carries beside its text: properties of DrawingML or of WordprocessingML."""

    run: Xml

    def write(self, node: f.Node) -> Xml:
        """`m:oMath`."""
        return el("m:oMath", None, self._inside(node))

    def _inside(self, node: f.Node) -> Xml:
        match node:
            case f.Token(text, kind):
                return self._text(text, {"letter": "i", "words": "nor"}.get(kind, "p"))
            case f.Space(width):
                space = next((sign for least, sign in _SPACES if width >= least), "")
                return self._text(space, "p") if space else EMPTY
            case f.Row(parts):
                return many(map(self._inside, parts))
            case f.Fraction(top, bottom, bar):
                looks = EMPTY if bar else el("m:fPr", None, el("m:type", {"m:val": "noBar"}), self._control("m:fPr"))
                return el("m:f", None, looks, self._part("m:num", top), self._part("m:den", bottom))
            case f.Root(inner, degree):
                looks = EMPTY if degree else el("m:radPr", None, el("m:degHide", {"m:val": "1"}))
                return el("m:rad", None, looks, self._part("m:deg", degree), self._part("m:e", inner))
            case f.Script(base, low, high):
                return self._script(base, low, high)
            case f.Limits(base, under, over):
                return self._limits(base, under, over)
            case f.Big():
                return self._big(node)
            case f.Fenced(left, right, inner):
                looks = el("m:dPr", None, el("m:begChr", {"m:val": left}), el("m:endChr", {"m:val": right}))
                return el("m:d", None, looks, self._part("m:e", inner))
            case f.Accent("\u0305", inner):
                return el("m:bar", None, Xml('<m:barPr><m:pos m:val="top"/></m:barPr>'), self._part("m:e", inner))
            case f.Accent(mark, inner):
                return el("m:acc", None, el("m:accPr", None, el("m:chr", {"m:val": mark})), self._part("m:e", inner))
            case f.Matrix():
                return self._matrix(node)

    def _control(self, _: str) -> Xml:
        return EMPTY

    def _text(self, text: str, style: str) -> Xml:
        looks = Xml("<m:nor/>") if style == "nor" else el("m:sty", {"m:val": style})
        return el("m:r", None, el("m:rPr", None, looks), self.run, el("m:t", {"xml:space": "preserve"}, text))

    def _part(self, tag: str, node: f.Node | None) -> Xml:
        return el(tag, None, self._inside(node)) if node is not None else el(tag)

    def _script(self, base: f.Node, low: f.Node | None, high: f.Node | None) -> Xml:
        tag = "m:sSubSup" if low and high else "m:sSub" if low else "m:sSup"
        parts = [self._part("m:sub", low)] if low else []
        parts += [self._part("m:sup", high)] if high else []
        return el(tag, None, self._part("m:e", base), *parts)

    def _limits(self, base: f.Node, under: f.Node | None, over: f.Node | None) -> Xml:
        out = self._inside(base)
        if under is not None:
            out = el("m:limLow", None, el("m:e", None, out), self._part("m:lim", under))
        if over is not None:
            out = el("m:limUpp", None, el("m:e", None, out), self._part("m:lim", over))
        return out

    def _big(self, node: f.Big) -> Xml:
        looks = [el("m:chr", {"m:val": node.sign}), el("m:limLoc", {"m:val": "subSup" if node.beside else "undOvr"})]
        looks += [Xml('<m:subHide m:val="1"/>')] if node.low is None else []
        looks += [Xml('<m:supHide m:val="1"/>')] if node.high is None else []
        parts = (self._part("m:sub", node.low), self._part("m:sup", node.high), self._part("m:e", node.body))
        return el("m:nary", None, el("m:naryPr", None, *looks), *parts)

    def _matrix(self, node: f.Matrix) -> Xml:
        sides = {"l": "left", "c": "center", "r": "right"}
        columns = many(
            el("m:mc", None, el("m:mcPr", None, el("m:count", {"m:val": 1}), el("m:mcJc", {"m:val": sides[side]})))
            for side in node.align
        )
        gap = [Xml('<m:cGpRule m:val="3"/>'), Xml('<m:cGp m:val="0"/>')] if node.tight else []
        rise = [Xml('<m:rSpRule m:val="2"/>')] if node.tight else []
        looks = el("m:mPr", None, *rise, *gap, el("m:mcs", None, columns))
        return el("m:m", None, looks, *(self._cells(row) for row in node.rows))

    def _cells(self, row: Sequence[f.Node]) -> Xml:
        return el("m:mr", None, *(self._part("m:e", cell) for cell in row))
