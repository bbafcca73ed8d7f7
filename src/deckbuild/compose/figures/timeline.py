"""Dated points on a line: flags above and below it, evenly spaced or to scale; periods as bars below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.blocks import Run
from deckbuild.brand.brand import EMU_PER_POINT, Box
from deckbuild.compose.drawing import Drawn, Shape, Stroke, Words
from deckbuild.compose.figures.pen import Pen, Sketch, units
from deckbuild.figures import Moment, Period, Timeline

DOT = units(18)
LINE = units(3)
CLEAR = units(26)
"""From the line to the nearest flags."""
BESIDE = units(12)
"""From a flag's pole to its text."""
GAP = units(24)
WIDEST = units(300)
MOST_TRIED = 5000
SPARE = 1.05
"""Dates mix scripts, which programs set in faces of their own choice."""


def draw(figure: Timeline, region: Box, pen: Pen) -> Sketch:
    """Flags as wide as they can be without meeting; in as many rows as that needs."""
    drawing = None
    for share in (1.0, 0.85, 0.7, 0.55, 0.45):
        drawing = _Drawing(figure, region, pen, round(WIDEST * share))
        if drawing.fits:
            break
    assert drawing is not None
    return Sketch(tuple(drawing.members()), drawing.height, drawing.cut, pen.text)


@dataclass(frozen=True)
class _Flag:
    """A point's text: where its pole stands, in which row (from 1 upwards, from -1 downwards), to which side."""

    x: int
    row: int
    left: bool
    words: tuple[Words, ...]
    width: int
    height: int

    @property
    def span(self) -> tuple[int, int]:
        """Left and right end of the text."""
        begin = self.x - BESIDE - self.width if self.left else self.x + BESIDE
        return begin, begin + self.width

    def meets(self, other: _Flag) -> bool:
        """Whether the two texts meet, or the pole of the farther one and the text of the nearer."""
        if (self.row > 0) != (other.row > 0):
            return False
        near, far = sorted((self, other), key=lambda flag: abs(flag.row))
        if near.row == far.row:
            return _closer(near.span, far.span, GAP)
        return _closer(near.span, (far.x, far.x), units(8))


def _closer(one: tuple[int, int], other: tuple[int, int], gap: int) -> bool:
    return one[0] < other[1] + gap and other[0] < one[1] + gap


class _Drawing:
    """A timeline with flags of one width."""

    def __init__(self, figure: Timeline, region: Box, pen: Pen, width: int) -> None:
        self._figure, self._region, self._pen, self._width = figure, region, pen, width
        self._text = width - BESIDE
        self._flags = self._placed()
        self._bars = _rows(figure.periods, self._bar)
        self._above = self._stack([flag for flag in self._flags if flag.row > 0])
        self._below = self._stack([flag for flag in self._flags if flag.row < 0])
        bars = len(self._bars) * units(44) + units(8) if self._bars else 0
        self.height = sum(self._above) + sum(self._below) + bars + DOT
        self.cut = not self._flags or any(pen.cuts(flag.words, self._text) for flag in self._flags)
        self.fits = not self.cut and self.height <= region.height

    # --- places ------------------------------------------------------------------------------------------

    def _at(self, day: float) -> int:
        """The place of a day, where the line is drawn to scale."""
        moments, periods = self._figure.moments, self._figure.periods
        days = [m.at for m in moments if m.at is not None] + [d for p in periods for d in (p.start, p.end)]
        first, last = min(days), max(days)
        reach = self._region.width - 2 * DOT
        return self._region.x + DOT + round(reach * (day - first) / ((last - first) or 1))

    def _places(self, widths: Sequence[int]) -> list[int]:
        moments, first = self._figure.moments, self._region.x + DOT // 2
        if all(moment.at is not None for moment in moments):
            return [self._at(moment.at or 0.0) for moment in moments]
        reach = self._region.right - widths[-1] - BESIDE - first
        return [first + round(reach * n / max(len(moments) - 1, 1)) for n in range(len(moments))]

    def _placed(self) -> list[_Flag]:
        """Flags that do not meet, each as near to the line as the others let it be; () where there is no way."""
        words = [self._words(moment) for moment in self._figure.moments]
        natural = [[round(self._pen.width(line) * SPARE) for line in one] for one in words]
        # Dates stay on one line.
        widths = [max(lines[0] if lines[0] < 2 * self._text else 0, min(self._text, max(lines))) for lines in natural]
        choices = [
            [flag for flag in self._choices(n, x, *said) if self._region.x <= flag.span[0]]
            for n, (x, said) in enumerate(zip(self._places(widths), zip(words, widths, strict=True), strict=True))
        ]
        return _unmet(choices, self._region.right)

    def _choices(self, number: int, x: int, words: tuple[Words, ...], width: int) -> Iterator[_Flag]:
        """Where a flag may stand, the best place first: above and below take turns."""
        height = self._pen.height(words, width)
        rows = (1, 2, 3) if self._figure.periods else (1, -1, 2, -2, 3, -3)
        turn = 1 if self._figure.periods or number % 2 == 0 else -1
        for row in rows:
            yield from (_Flag(x, row * turn, left, words, width, height) for left in (False, True))

    def _words(self, moment: Moment) -> tuple[Words, ...]:
        pen = self._pen
        title = (Words(moment.title, pen.text, bold=True, slot=pen.brand.strong),) if moment.title else ()
        return (pen.heading(moment.date, pen.lead), *title, *pen.body(moment.text))

    def _stack(self, flags: Sequence[_Flag]) -> list[int]:
        """EMU that each row takes, the nearest to the line first, with what keeps it clear."""
        rows = max((abs(flag.row) for flag in flags), default=0)
        tall = [max((flag.height for flag in flags if abs(flag.row) == row), default=0) for row in range(1, rows + 1)]
        return [height + (CLEAR if n == 0 else units(18)) for n, height in enumerate(tall)]

    def _bar(self, period: Period) -> tuple[int, int]:
        """Left and right end of a period with its words."""
        left, right = self._beside(period) or (self._at(period.end), self._at(period.end))
        return min(self._at(period.start), left), max(self._at(period.end), right)

    def _beside(self, period: Period) -> tuple[int, int] | None:
        """Left and right end of words that don't fit into their bar: behind it, or before it at the region's end."""
        begin, end = self._at(period.start), self._at(period.end)
        width, gap = self._pen.width(self._said(period)), units(10)
        if width + units(24) <= end - begin:
            return None
        width += units(4)
        if end + gap + width > self._region.right and begin - gap - width >= self._region.x:
            return begin - gap - width, begin - gap
        return end + gap, end + gap + width

    def _said(self, period: Period) -> Words:
        return Words((*period.title, Run("  "), *period.dates), self._pen.text, bold=False)

    # --- drawing -----------------------------------------------------------------------------------------

    def members(self) -> list[Drawn]:
        """The line, then point by point."""
        region = self._region
        y = region.y + max(0, region.height - self.height) // 3 + sum(self._above) + DOT // 2
        out: list[Drawn] = [Shape("Line", Box(region.x, y - LINE // 2, region.width, LINE), fill="accent6")]
        for number, flag in enumerate(self._flags, 1):
            out += self._flag(number, flag, y)
        out += self._periods(y + DOT // 2 + sum(self._below) + units(8))
        return out

    def _flag(self, number: int, flag: _Flag, y: int) -> list[Drawn]:
        pen = self._pen
        near = abs(flag.row) - 1
        if flag.row > 0:
            bottom = y - DOT // 2 - sum(self._above[:near]) - (CLEAR if near == 0 else units(18))
            top = bottom - flag.height
            pole = Box(flag.x - units(1) // 2, top, units(1), y - top)
        else:
            top = y + DOT // 2 + sum(self._below[:near]) + (CLEAR if near == 0 else units(18))
            pole = Box(flag.x - units(1) // 2, y, units(1), top + flag.height - y)
        text = Box(flag.span[0], top, flag.width, flag.height)
        dot = Box(flag.x - DOT // 2, y - DOT // 2, DOT, DOT)
        return [
            Shape(f"Pole {number}", pole, fill="accent6"),
            Shape(f"Point {number}", dot, "ellipse", fill=pen.lead, stroke=Stroke("bg1", 2 * EMU_PER_POINT)),
            pen.label(f"Text {number}", text, flag.words, align="r" if flag.left else "l"),
        ]

    def _periods(self, y: int) -> list[Drawn]:
        out: list[Drawn] = []
        number = 0
        for row in self._bars:
            for period in row:
                fill = self._pen.accent(number)
                number += 1
                begin, end = self._at(period.start), self._at(period.end)
                words = self._said(period)
                beside = self._beside(period)
                ink = self._pen.on(fill)
                bar = Box(begin, y, max(end - begin - units(2), units(6)), units(36))
                held = () if beside else (replace(words, slot=ink),)
                inset = Box(units(12), 0, units(8), 0)
                out.append(Shape(f"Period {number}", bar, fill=fill, words=held, inset=inset))
                if beside:
                    place = Box(beside[0], y, beside[1] - beside[0], units(36))
                    out.append(Shape(f"Period {number} text", place, words=(words,)))
            y += units(44)
        return out


def _unmet(choices: Sequence[Sequence[_Flag]], edge: int) -> list[_Flag]:
    """One of the choices for each, so that no two meet; found by trying, which is given up after a while."""
    chosen: list[_Flag] = []
    tried = 0

    def place(number: int) -> bool:
        nonlocal tried
        if number == len(choices):
            return True
        for flag in choices[number]:
            tried += 1
            if tried > MOST_TRIED:
                return False
            if flag.span[1] > edge or any(flag.meets(other) for other in chosen):
                continue
            chosen.append(flag)
            if place(number + 1):
                return True
            chosen.pop()
        return False

    return chosen if place(0) else []


def _rows(periods: Sequence[Period], ends: Callable[[Period], tuple[int, int]]) -> list[list[Period]]:
    """Periods in as few rows as they need not to meet."""
    rows: list[list[Period]] = []
    for period in periods:
        begin = ends(period)[0]
        row = next((row for row in rows if ends(row[-1])[1] <= begin), None)
        if row is None:
            rows.append([period])
        else:
            row.append(period)
    return rows
