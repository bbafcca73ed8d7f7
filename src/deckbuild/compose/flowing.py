"""Texts in a placeholder: fitted, and divided between paragraphs where they are continued on another slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from deckbuild.blocks import Item, Items, Paragraph, Quotation, Rich, plain
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand, Slot
from deckbuild.compose.fit import Line, Measured, balancing, inner, lay, measure, narrowing, paragraphs, sized
from deckbuild.compose.fitting import Placed, balanced
from deckbuild.compose.measure import Metrics, family_of
from deckbuild.compose.presentation import NUMBER_ROOM, Filled

Flow = Paragraph | Items | Quotation


@dataclass(frozen=True)
class Flowing:
    """A text in its placeholder (see `fitting.Fitting`)."""

    slot: Slot
    texts: tuple[Flow, ...]
    brand: Brand
    metrics: Metrics
    box: Box | None = None
    """Where it stands, if not where the layout says."""
    whole: bool = False
    """Whether it must not be divided."""
    _known: dict[float, Measured] = field(default_factory=dict, compare=False, repr=False)
    _each: dict[float, tuple[float, ...]] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Texts of numbered lists stand clear of their widest number."""
        object.__setattr__(self, "texts", tuple(self._clear(text) for text in self.texts))

    def _clear(self, text: Flow) -> Flow:
        if not isinstance(text, Items) or not text.numbered or text.look != "plain" or text.hang:
            return text
        level = self.slot.levels[0]
        last = text.start + sum(not item.level for item in text.items) - 1
        number = "0" * len(str(last)) + "."
        wide = self.metrics.width(number, level.size, family_of(self.brand, level)) + level.size * 0.45
        return replace(text, hang=max(NUMBER_ROOM, round(wide * EMU_PER_POINT)))

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its paragraphs, each at its level."""
        return paragraphs(self.texts, self.slot.levels)

    def needs(self, factor: float) -> Measured:
        """What it needs at a step of the scale."""
        if factor not in self._known:
            width = inner(self.slot, self.box)[0]
            self._known[factor] = measure(self.lines, width, factor, self.brand, self.metrics)
        return self._known[factor]

    def fits(self, factor: float) -> bool:
        """See `Fitting`."""
        return self.needs(factor).height <= inner(self.slot, self.box)[1]

    def shortage(self, factor: float) -> tuple[int, int]:
        """See `Fitting`."""
        needed, height = self.needs(factor), inner(self.slot, self.box)[1]
        return needed.lines, min(needed.lines - 1, int(needed.lines * height / needed.height))

    def place(self, factor: float) -> Placed:
        """See `Fitting`: with the sizes of that step, and as wide as no short word stands alone."""
        width, height = inner(self.slot, self.box)
        lines = self.lines
        if self.texts and isinstance(self.texts[0], Quotation) and len(lines) == 1:
            narrow = balancing(lines[0], width, self.brand, self.metrics, factor)
        else:
            narrow = narrowing(lines, self.needs(factor), width, height, factor, self.brand, self.metrics)
        levels = self.slot.levels
        sizes = () if factor == 1 else tuple(sized(level.size, factor, self.brand) for level in levels)
        before = () if factor == 1 else tuple(level.before * factor for level in levels)
        return Placed((Filled(self.slot, self.texts, sizes, self.box, narrow, before=before),))

    def _heights(self, factor: float) -> tuple[float, ...]:
        """Points that each paragraph needs at a step of the scale."""
        if factor not in self._each:
            width = inner(self.slot, self.box)[0]
            laid = [lay(one, width, factor, self.brand, self.metrics, first=not n) for n, one in enumerate(self.lines)]
            self._each[factor] = tuple(sum(one.heights) + one.before for one in laid)
        return self._each[factor]

    def parts(self, count: int, factor: float) -> Sequence[Flowing] | None:
        """See `Fitting`: between points of the first level, else between any that are not led in by the one before."""
        if self.whole:
            return None
        atoms = list(_atoms(self.texts))
        height = inner(self.slot, self.box)[1]
        heights = self._heights(factor)
        found = None
        for allowed in (_tops(atoms), _anywhere(atoms)):
            cut = balanced(heights, count, allowed)
            found = cut or found
            if cut and all(sum(heights[index] for index in part) <= height for part in cut):
                break
        return [replace(self, texts=_gathered(atoms, part), _known={}, _each={}) for part in found] if found else None


@dataclass(frozen=True)
class _Atom:
    """A paragraph, and the text it belongs to."""

    text: Rich | Item
    owner: Flow
    number: int
    """Which of the top level of its list it is, from 0; that it belongs to, for those below."""

    @property
    def level(self) -> int:
        return self.text.level if isinstance(self.text, Item) else 0


def _atoms(texts: Sequence[Flow]) -> Iterator[_Atom]:
    for text in texts:
        match text:
            case Paragraph():
                yield _Atom(text.text, text, 0)
            case Quotation():
                yield from (_Atom(words, text, 0) for words in text.text)
            case Items():
                number = -1
                for item in text.items:
                    number += item.level == 0
                    yield _Atom(item, text, max(number, 0))


def _leads(atom: _Atom, following: _Atom) -> bool:
    """Whether a paragraph must stand on the same slide as what follows it."""
    if isinstance(atom.owner, Paragraph):
        return isinstance(following.owner, Items) or plain(atom.owner.text).rstrip().endswith((":", "："))
    return following.level > atom.level


def _anywhere(atoms: Sequence[_Atom]) -> list[bool]:
    """Whether a slide may begin with each: not behind what leads it in, nor with one point left over below another."""
    out = [True]
    for index in range(1, len(atoms)):
        before, atom = atoms[index - 1], atoms[index]
        last_of_several = atom.level > 0 and (index + 1 == len(atoms) or atoms[index + 1].level < atom.level)
        out.append(not _leads(before, atom) and not last_of_several)
    return out


def _tops(atoms: Sequence[_Atom]) -> list[bool]:
    """The same, points kept together with those below them."""
    return [allowed and atom.level == 0 for allowed, atom in zip(_anywhere(atoms), atoms, strict=True)]


def _gathered(atoms: Sequence[_Atom], part: range) -> tuple[Flow, ...]:
    """The texts of a part: lists go on with the number they had come to."""
    out: list[Flow] = []
    for index in part:
        atom = atoms[index]
        again = index > part.start and atoms[index - 1].owner is atom.owner
        if isinstance(atom.text, Item):
            assert isinstance(atom.owner, Items)
            if again:
                known = out[-1]
                assert isinstance(known, Items)
                out[-1] = replace(known, items=(*known.items, atom.text))
            else:
                start = atom.owner.start + atom.number + (atom.level > 0)
                out.append(replace(atom.owner, items=(atom.text,), start=start))
        elif isinstance(atom.owner, Quotation):
            known = out[-1] if again else replace(atom.owner, text=())
            assert isinstance(known, Quotation)
            made = replace(known, text=(*known.text, atom.text))
            out = [*(out[:-1] if again else out), made]
        else:
            out.append(atom.owner)
    return tuple(out)
