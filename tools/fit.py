"""Compare how we set text with how LibreOffice does, on many boxes in ten languages.

    python tools/fit.py [--boxes 640] [--seed 7] [--worst 20]

Needs LibreOffice and Noto Sans CJK (fonts-noto-cjk); brings its own copies of all other faces.  Prints in how many boxes
both take the same number of lines, and in how many both say alike whether the text leaves its box, apart from those
that are full to within one per cent; by kind of box, by language, and by family.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import FAMILIES, Fonts, Glyph, Sample, baselines, deck, drawn, samples

from deckbuild.blocks import Run
from deckbuild.brand.brand import EMU_PER_POINT, Brand
from deckbuild.brand.load import load_brand
from deckbuild.compose.fit import Line, columned, measure
from deckbuild.compose.frames import frame
from deckbuild.compose.measure import metrics
from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.workspace import InMemory

NEAR = 0.01
"""Boxes that are full to within this share are left out of the verdicts."""


@dataclass(frozen=True)
class Compared:
    """A box as we set it and as LibreOffice does: lines, and height of the text as a share of the room."""

    sample: Sample
    ours: int
    theirs: int
    our_share: float
    their_share: float
    verdict: bool
    """Whether the check would say that it fits: with all margins."""

    @property
    def near(self) -> bool:
        """Whether it is too close to call."""
        return abs(self.their_share - 1) <= NEAR or abs(self.our_share - 1) <= NEAR

    @property
    def same_verdict(self) -> bool:
        """Whether both say alike that it fits, or that it does not."""
        return (self.our_share > 1) == (self.their_share > 1)


def brand_of(fonts: Fonts) -> Brand:
    """A brand with the faces of the samples."""
    brand = load_brand(InMemory({}), "azure", "A4", Diagnostics(), NOWHERE)
    assert brand is not None
    faces = tuple(face for family in fonts.faces.values() for face in family)
    return replace(brand, faces=faces)


def compare(boxes: Sequence[Sample], pages: Sequence[Sequence[Glyph]], brand: Brand) -> list[Compared]:
    """Each box as both set it."""
    return [
        (_table if box.table else _box)(box, glyphs, replace(brand, body_family=box.family))
        for box, glyphs in zip(boxes, pages, strict=True)
    ]


def _box(box: Sample, glyphs: Sequence[Glyph], brand: Brand) -> Compared:
    room = frame(box.box, box.inset, shape=box.shape, columns=box.columns, gap=box.gap)
    lines = [Line(runs, box.level) for runs in box.paragraphs]
    ours = columned(lines, room, 1.0, brand, metrics(brand.faces))
    left, top = _corner(box)
    size = box.level.size
    step = (room.width + room.gap) / room.columns
    columns: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        columns[min(max(int((glyph.x - left + size * 0.3) / step), 0), room.columns - 1)].append(glyph)
    found = [baselines(column, size) for column in columns.values()]
    descent = _descent(box, lines[-1:], room.column, brand)
    tallest = max((line[-1] for line in found), default=top) + descent - top
    return Compared(
        box, ours.exact.lines, sum(map(len, found)), ours.exact.height / room.height, tallest / room.height,
        ours.height <= room.height,
    )  # fmt: skip


def _descent(box: Sample, last: Sequence[Line], width: float, brand: Brand) -> float:
    """From the last base line to the bottom of the text: LibreOffice's base lines stand at 5/6 of the line's height,
    at 4/5 in lines closer than single, and somewhat higher beside a bullet (7.4, measured).
    """
    height = 1.2 * box.level.size
    if box.level.line < 1:
        return height * box.level.line / 5
    bulleted = box.level.hanging and last and measure(last, width, 1.0, brand, metrics(brand.faces)).exact.lines == 1
    return height / 6 + (0.05 * box.level.size if bulleted else 0.0)


def _corner(box: Sample) -> tuple[float, float]:
    from deckbuild.compose.frames import text_rectangle

    inside = text_rectangle(box.shape, box.box)
    return (inside.x + box.inset.x) / EMU_PER_POINT, (inside.y + box.inset.y) / EMU_PER_POINT


def _table(box: Sample, glyphs: Sequence[Glyph], brand: Brand) -> Compared:
    """A row of a table: the lines of all cells, and its height (to where the next row's mark stands)."""
    width = box.box.width / len(box.paragraphs) / EMU_PER_POINT
    room = width - (box.inset.x + box.inset.width) / EMU_PER_POINT
    measured = [
        measure([Line(cell, box.level, cell=True)], room, 1.0, brand, metrics(brand.faces)) for cell in box.paragraphs
    ]
    ours = max(one.exact.height for one in measured)
    left, top = box.box.x / EMU_PER_POINT, (box.box.y + box.inset.y) / EMU_PER_POINT
    cells: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if not (glyph.character == "x" and _is_mark(glyph, glyphs)):
            cells[min(max(int((glyph.x - left) / width), 0), len(box.paragraphs) - 1)].append(glyph)
    found = [baselines(cell, box.level.size) for cell in cells.values()]
    descent = metrics(brand.faces).lines(box.paragraphs[0], box.level.size, box.family, 1e6)[0].descent
    if box.level.line < 1:
        descent = (
            measure([Line(((Run("x")),), box.level, cell=True)], 1e6, 1.0, brand, metrics(brand.faces)).exact.height / 5
        )
    theirs = max(line[-1] for line in found) + descent - top
    room_height = box.box.height / EMU_PER_POINT
    return Compared(
        box, sum(one.exact.lines for one in measured), sum(map(len, found)), ours / room_height, theirs / room_height,
        max(one.height for one in measured) <= room_height,
    )  # fmt: skip


def _is_mark(glyph: Glyph, glyphs: Sequence[Glyph]) -> bool:
    """The second row's mark stands below everything else."""
    return glyph.y >= max(one.y for one in glyphs) - 0.5


def report(found: Sequence[Compared]) -> str:
    """The figures, whole and by part."""
    lines = [_figures("all", found)]
    groups: dict[str, Callable[[Compared], str]] = {
        "kind": lambda one: one.sample.kind,
        "language": lambda one: one.sample.language,
        "family": lambda one: one.sample.family,
    }
    for key in groups.values():
        lines.append("")
        names = dict.fromkeys(map(key, found))
        lines += [_figures(name, [one for one in found if key(one) == name]) for name in names]
    return "\n".join(lines)


def figures(found: Sequence[Compared]) -> tuple[float, float, int]:
    """Share of boxes with the same lines, share with the same verdict, and how many of those that we pass overflow."""
    sure = [one for one in found if not one.near]
    same = sum(one.ours == one.theirs for one in found) / len(found)
    alike = sum(one.same_verdict for one in sure) / max(len(sure), 1)
    return same, alike, sum(one.verdict and one.their_share > 1 for one in found)


def _figures(name: str, found: Sequence[Compared]) -> str:
    same, alike, passed = figures(found)
    longer = sum(one.ours > one.theirs for one in found)
    shorter = sum(one.ours < one.theirs for one in found)
    return (
        f"{name:22} {len(found):4} boxes  lines {100 * same:5.1f} % (+{longer} −{shorter})  "
        f"verdict {100 * alike:5.1f} %  passed though too long {passed}"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--boxes", type=int, default=640)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--worst", type=int, default=0, help="show that many boxes that differ")
    parser.add_argument("--keep", type=Path, help="write the deck there")
    options = parser.parse_args()
    fonts = Fonts(tuple(FAMILIES))
    boxes = samples(options.boxes, options.seed)
    content = deck(boxes)
    if options.keep:
        Path(options.keep).write_bytes(content)
    found = compare(boxes, drawn(content), brand_of(fonts))
    fonts.close()
    print(report(found))
    wrong = [one for one in found if one.ours != one.theirs or (not one.near and not one.same_verdict)]
    for one in wrong[: options.worst]:
        box = one.sample
        print(
            f"\nslide {box.number + 1} {box.kind} {box.shape} {box.language} {box.family} {box.level.size:g} pt line {box.level.line} "
            f"before {box.level.before} hang {box.level.hanging} columns {box.columns}: lines {one.ours} / {one.theirs}, height {one.our_share:.3f} / {one.their_share:.3f}"
        )
        print("   " + " ¶ ".join("|".join(run.text for run in runs) for runs in box.paragraphs)[:300])


if __name__ == "__main__":
    main()
