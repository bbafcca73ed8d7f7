"""How wide text is and where its lines break: shaped with HarfBuzz on the brand's own fonts, broken as renderers do.

Lengths are points.  What a word needs is remembered by word and face as a share of the size, so that every size
of the scale and every slide after the first is a matter of adding up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from deckbuild.blocks import Rich, Run, plain
from deckbuild.brand.brand import Brand, Face, TextLevel
from deckbuild.compose.breaking import HANGING, NEWLINES, TOKENS, held, pieces
from deckbuild.compose.shaping import IDEOGRAPHIC, Font, Fonts, advance, clusters, reaches

SCRIPT_SIZE = 0.66
"""Size of sub- and superscript, as a share of the text's."""
TAB = 72.0
"""Points from one default tab stop to the next (`defTabSz`)."""
_BLANKS = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
_HAIR = 0.001
"""Share of the size by which a line may be too wide: what is lost in rounding."""


class Piece(NamedTuple):
    """A stretch that no line break divides.  Widths are shares of the size, that of blanks at its end set apart."""

    text: str
    width: float
    blank: float
    hyphen: float
    """Width of the hyphen that shows where a line ends after it (at a soft hyphen); 0 elsewhere."""
    font: Font | None
    scale: float = 1.0
    ascent: float = 0.0
    descent: float = 0.0
    lead: float = 0.0
    """What it moves closer to a blank before it: below 0, or 0."""
    hangs: float = 0.0
    """How much of its end may stand beyond the end of a line."""


class SetLine(NamedTuple):
    """A line as it is set: its width, and how far it reaches above and below its base, in points."""

    width: float
    ascent: float
    descent: float
    gap: float = 0.0


class Metrics:
    """Measures text in the faces of one brand."""

    def __init__(self, faces: Sequence[Face], mono: str = "") -> None:
        self._fonts = Fonts(faces)
        self._mono = mono
        self._known: dict[tuple[str, int], tuple[Piece, ...]] = {}

    def width(self, text: str, size: float, family: str, *, bold: bool = False, italic: bool = False) -> float:
        """Advance of `text` on one line, blanks at its end and all."""
        found = self.pieces((Run(text, italic=italic),), family, bold)
        pairs = zip([None, *found], found, strict=False)
        leads = sum(piece.lead for before, piece in pairs if before and before.blank)
        return (leads + sum(piece.width + piece.blank for piece in found)) * size

    def pitch(self, family: str, *, bold: bool = False) -> float:
        """Distance of lines as a share of the size, at single spacing."""
        font = self._fonts.font(family, bold, False)
        return font.ascent + font.descent + font.gap

    def certain(self, rich: Rich, family: str) -> bool:
        """Whether the family itself has every character: what another face is measured for, any face may show."""
        font = self._fonts.font(family, False, False)
        return all(font.covers(character) or character.isspace() for run in rich for character in run.text)

    def line_widths(self, rich: Rich, size: float, family: str, width: float, *, bold: bool = False) -> list[float]:
        """The widths of the lines that `rich` takes in a column of `width` points."""
        return [line.width for line in self.lines(rich, size, family, width, bold=bold)]

    def lines(
        self, rich: Rich, size: float, family: str, width: float, *, bold: bool = False, first: float = 0.0
    ) -> list[SetLine]:
        """The lines of `rich` in a column of `width` points; the first one begins `first` points further in."""
        font = self._fonts.font(family, bold, False)
        found = self.pieces(rich, family, bold)
        return [
            SetLine(
                used * size,
                max([font.ascent, *(piece.ascent for piece in line)]) * size,
                max([font.descent, *(piece.descent for piece in line)]) * size,
                font.gap * size,
            )
            for used, line in _broken(found, width / size, first / size, TAB / size)
        ]

    def pieces(self, rich: Rich, family: str, bold: bool) -> list[Piece]:
        """What `rich` may be broken into; line breaks and tabs are pieces of their own."""
        if not rich:
            return []
        if len(rich) == 1:
            return self._of_run(rich[0], family, bold)
        return self._of_runs(rich, family, bold)

    def _of_run(self, run: Run, family: str, bold: bool) -> list[Piece]:
        out: list[Piece] = []
        scale = SCRIPT_SIZE if run.script else 1.0
        own, bold, italic = self._mono or family if run.code else family, bold or run.bold, run.italic
        face, known = id(self._fonts.font(own, bold, italic)), self._known
        for token in TOKENS.findall(run.text):
            _add(out, known.get((token, face)) or self._pieces(token, own, bold, italic), scale)
        return out

    def _of_runs(self, rich: Rich, family: str, bold: bool) -> list[Piece]:
        """Pieces over several runs: a word may begin in one and end in another."""
        text, out = plain(rich), list[Piece]()
        ends, end = [], 0
        for run in rich:
            end += len(run.text)
            ends.append(end)
        index = 0
        for match in TOKENS.finditer(text):
            start, stop = match.span()
            while ends[index] <= start:
                index += 1
            run = rich[index]
            if stop <= ends[index]:
                own = self._mono or family if run.code else family
                found = self._pieces(match[0], own, bold or run.bold, run.italic)
                _add(out, found, SCRIPT_SIZE if run.script else 1.0)
            else:
                _add(out, self._across(rich, ends, start, match[0], family, bold), 1.0)
        return out

    def _across(
        self, rich: Rich, ends: Sequence[int], start: int, token: str, family: str, bold: bool
    ) -> tuple[Piece, ...]:
        """The pieces of a word that several runs share, each run's share in its own face."""
        out = []
        for piece in pieces(token):
            stop, joined = start + len(piece), Piece("", 0.0, 0.0, 0.0, None)
            for run, end in zip(rich, ends, strict=True):
                begin = end - len(run.text)
                part = piece[max(begin - start, 0) : max(min(end, stop) - start, 0)]
                if part:
                    own = self._mono or family if run.code else family
                    scale = SCRIPT_SIZE if run.script else 1.0
                    for one in self._pieces(part, own, bold or run.bold, run.italic):
                        joined = _joined(joined, _scaled(one, scale))
            out.append(joined)
            start = stop
        return tuple(out)

    def _pieces(self, token: str, family: str, bold: bool, italic: bool) -> tuple[Piece, ...]:
        font = self._fonts.font(family, bold, italic)
        key = (token, id(font))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = tuple(self._measured(token, font, bold, italic))
        return found

    def _measured(self, token: str, font: Font, bold: bool, italic: bool) -> Iterator[Piece]:
        """The pieces of a word, which is shaped as a whole: letters lean on their neighbours across a break too."""
        word = token.rstrip(_BLANKS)
        ends, ascent, descent = [0.0], font.ascent, font.descent
        for part, shown_by in self._fonts.parts(word, font, bold, italic):
            base = ends[-1]
            ends += (base + reach for reach in reaches(part, shown_by))
            if shown_by is not font and any(map(str.isalpha, part)):
                above, below = (shown_by.ascent, shown_by.descent) if shown_by else IDEOGRAPHIC
                ascent, descent = max(ascent, above), max(descent, below)
        start = 0
        for piece in pieces(token):
            own = piece.rstrip(_BLANKS)
            width = ends[start + len(own)] - ends[start]
            blank = advance(piece[len(own) :], font) if len(own) < len(piece) else 0.0
            hyphen = advance("-", font) if own.endswith("\u00ad") else 0.0
            lead = 0.0
            if font.spaced and own:
                blank += advance(own[-1] + " ", font) - advance(own[-1], font) - advance(" ", font) if blank else 0.0
                lead = advance(" " + own[0], font) - advance(own[0], font) - advance(" ", font)
            hangs = width / len(own) if own[-1:] in HANGING and len(own) > 1 else 0.0
            yield Piece(piece, width, blank, hyphen, font, 1.0, ascent, descent, lead, hangs)
            start += len(piece)


def _add(out: list[Piece], more: tuple[Piece, ...], scale: float) -> None:
    """Put the pieces of a word behind those before it, held together where blanks do not part them."""
    first = more[0]
    if scale != 1.0:
        more = tuple(_scaled(piece, scale) for piece in more)
    if out and out[-1].blank and _is_held(out[-1], first):
        out[-1] = _joined(out[-1], more[0])
        more = more[1:]
    out += more


def _is_held(before: Piece, after: Piece) -> bool:
    """Asked only where it may be: before a sign, or after one that opens."""
    head = after.text[0]
    if head.isalnum() and before.text.rstrip(_BLANKS)[-1:].isalnum():
        return False
    return head not in _BLANKS + NEWLINES + "\t" and held(before.text, after.text)


def _scaled(piece: Piece, scale: float) -> Piece:
    if scale == 1.0:
        return piece
    return piece._replace(
        width=piece.width * scale, blank=piece.blank * scale, hyphen=piece.hyphen * scale, scale=scale,
        ascent=piece.ascent * scale, descent=piece.descent * scale, lead=piece.lead * scale, hangs=piece.hangs * scale,
    )  # fmt: skip


def _joined(left: Piece, right: Piece) -> Piece:
    """Two pieces as one; the blanks between them no longer hang."""
    return Piece(
        left.text + right.text, left.width + left.blank + right.width, right.blank, right.hyphen,
        right.font or left.font, right.scale, max(left.ascent, right.ascent), max(left.descent, right.descent),
        left.lead, right.hangs,
    )  # fmt: skip


def _broken(found: Sequence[Piece], width: float, first: float, tab: float) -> Iterator[tuple[float, list[Piece]]]:
    """Lines, each as its width without the blanks at its end, and its pieces; all in shares of the size."""
    line: list[Piece] = []
    reach = used = first  # with and without the blanks at the end
    opening = True  # whether no blank has come yet
    for piece in found:
        head = piece.text[0]
        if head in NEWLINES:
            yield used, line
            line, reach, used = [], 0.0, 0.0
            continue
        if head == "\t":
            used = reach = (int(reach / tab + 1e-6) + 1) * tab
            line.append(piece)
            continue
        reach += piece.lead if line and line[-1].blank else 0.0
        if line and reach + piece.width - piece.hangs > width + _HAIR:
            start = _break(line, opening=opening)
            if start:
                kept, line = line[:start], line[start:]
                yield _used(kept, first if kept[0] is found[0] else 0.0), kept
                used = _used(line, 0.0)
                reach = used + (line[-1].blank if line else 0.0)
        if reach + piece.width - piece.hangs > width + _HAIR and width > 0:  # longer than the line: cut where it ends
            parts = list(_cut(piece, width, reach))
            for part in parts[:-1]:
                yield part, [*line, piece]
                line = []
            opening = opening and not piece.blank
            line = [piece._replace(width=parts[-1])]
            used, reach = parts[-1], parts[-1] + piece.blank
            continue
        opening = opening and not piece.blank
        line.append(piece)
        used = reach + piece.width
        reach = used + piece.blank
    yield used, line


def _break(line: Sequence[Piece], *, opening: bool) -> int:
    """How many pieces stay on a line that is full; 0 where the next one is to be cut instead.

    After a slash the line is not broken but before the word that it is in; a word that has no line's room is cut
    like any other, unless it begins the paragraph (LibreOffice's way with paths and addresses, measured).
    """
    if opening or not line[-1].text.endswith("/"):
        return len(line)
    start = len(line) - 1
    while start > 0 and not line[start - 1].blank:
        start -= 1
    return start


def _used(line: Sequence[Piece], first: float) -> float:
    """Width of a line without the blanks at its end."""
    reach = used = first
    for index, piece in enumerate(line):
        reach += piece.lead if index and line[index - 1].blank else 0.0
        used = reach + piece.width
        reach = used + piece.blank
    return used + (line[-1].hyphen if line else 0.0)


def _cut(piece: Piece, width: float, reach: float) -> Iterator[float]:
    """The widths of the parts of a word that no line can hold; the first begins at `reach`."""
    word = piece.text.rstrip(_BLANKS)
    assert piece.font is not None
    shares = clusters(word, piece.font)
    whole = sum(shares)
    factor = piece.width / whole if whole else 1.0
    used = reach
    for share in shares:
        step = share * factor
        if used + step > width + _HAIR and used:
            yield used
            used = 0.0
        used += step
    yield used


@lru_cache(maxsize=8)
def metrics(brand_faces: tuple[Face, ...], mono: str = "") -> Metrics:
    """The metrics of a brand's faces; opened once a process.  `mono` is the family of code."""
    return Metrics(brand_faces, mono)


def family_of(brand: Brand, level: TextLevel) -> str:
    """Name of the family that the level is set in."""
    return {"heading": brand.heading_family, "mono": brand.mono_family}.get(level.family, brand.body_family)


def lonely(lines: Sequence[float], rich: Rich, width: float) -> bool:
    """Whether the last of several lines holds one short word only."""
    if len(lines) < 2 or len(plain(rich).split()) < 3:
        return False
    return lines[-1] < width * 0.12
