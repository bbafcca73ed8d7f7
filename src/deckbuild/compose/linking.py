"""Resolve what text refers to: `[@id]` -> "Slide 3" with a live link, `[+A4P]` -> written out at its first use."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from deckbuild.blocks import (
    Abbreviated,
    Block,
    Callout,
    Card,
    Cards,
    Chart,
    Code,
    Column,
    Columns,
    Figure,
    FillIn,
    Footnote,
    Formula,
    Heading,
    Items,
    Jump,
    Media,
    Mention,
    NumberOf,
    PageOf,
    Paragraph,
    Picture,
    Question,
    Quotation,
    Rich,
    Run,
    Table,
)
from deckbuild.compose import charts
from deckbuild.compose.citations import number_of
from deckbuild.facts import Facts, Target
from deckbuild.figures import QrCode
from deckbuild.footnotes import rewritten
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.markdown import GONE, inline
from deckbuild.programme import Programme


class Linker:
    """Resolves references for one output.  Remembers which short forms that output has written out already.

    `pages` are the keys of what stands on a page of this output: references to it get number and page as fields.
    References to anything else are plain words.  None for a deck, which has no pages.
    With `blanks` there are blanks in place of the words that participants fill in.
    """

    def __init__(
        self,
        facts: Facts,
        labels: Labels,
        lesson: Lesson,
        *,
        pages: frozenset[str] | None = None,
        blanks: bool = False,
    ) -> None:
        self._facts, self._labels, self._lesson, self._pages, self._blanks = facts, labels, lesson, pages, blanks
        self._written_out: set[str] = set()

    @property
    def lesson(self) -> Lesson:
        """The lesson whose text this is."""
        return self._lesson

    @property
    def programme(self) -> Programme | None:
        """What the lesson is joined from."""
        return self._facts.programme

    @property
    def paged(self) -> bool:
        """Whether this output has pages to refer to."""
        return self._pages is not None

    def text(self, markdown: str) -> Rich:
        """Inline Markdown as runs, with everything resolved."""
        return self.rich(inline(markdown, self._labels.language))

    def rich(self, rich: Rich) -> Rich:
        """`rich` with everything resolved."""
        if not any(type(run.link) in _RESOLVED for run in rich):
            return rich
        out: list[Run] = []
        for run in rich:
            match run.link:
                case Mention(id_):
                    out += self._mention(run, id_)
                case Abbreviated(short):
                    out.append(replace(run, text=self._abbreviation(short), link=None))
                case Footnote(text):
                    out.append(replace(run, link=Footnote(self.rich(text))))
                case FillIn():
                    out.append(self._fill_in(run))
                case _:
                    out.append(run)
        return tuple(out)

    def _fill_in(self, run: Run) -> Run:
        """The word, bold; or a blank that is wide enough to write it.  A deck keeps the mark, for its documents."""
        if self._blanks:
            return Run("_" * max(8, round(len(run.text) * 1.5)))
        return replace(run, bold=True, link=None if self.paged else run.link)

    def blanked(self) -> Linker:
        """The same for participants, who fill words in."""
        made = Linker(self._facts, self._labels, self._lesson, pages=self._pages, blanks=True)
        made._written_out = self._written_out
        return made

    def _mention(self, run: Run, id_: str) -> list[Run]:
        if id_ == GONE:
            return [replace(run, text=self._labels("gone"), link=None)]
        target = self._facts.targets.get(id_)
        if target is None:
            return [replace(run, link=None)]  # reported by resolve; never reaches an output
        if target.kind == "lesson":
            return [replace(run, text=self._labels("to_lesson", n=target.number), link=None)]
        if target.kind == "reference":
            reference = self._lesson.references[id_]
            numbered = self._labels("citations") == "numbered"
            used = next((one for one in self._facts.cited if one.id == id_), None)
            if numbered and used:
                return [replace(run, text=number_of(used), link=Jump(id_))]
            name = reference.symbol or reference.title
            return [replace(piece, link=Jump(id_)) for piece in inline(name, self._labels.language)]
        name = "to_slides" if target.several else f"to_{target.kind}"
        label = self._labels(name, n=target.number, title=target.title)
        if self._pages is None or target.key not in self._pages:
            return [replace(run, text=label, link=Jump(target.key))]
        return [*self._field(label, target, run), *self._page(target, run)]

    def _field(self, label: str, target: Target, run: Run) -> list[Run]:
        """`slide 8` with its number as a field, so that Word keeps it right; a section by its title."""
        before, number, after = label.partition(target.number)
        if target.kind == "section" or not number:
            return [replace(run, text=label, link=Jump(target.key))]
        return [
            replace(run, text=before, link=Jump(target.key)),
            replace(run, text=number, link=NumberOf(target.key)),
            *([replace(run, text=after, link=Jump(target.key))] if after else []),
        ]

    def _page(self, target: Target, run: Run) -> list[Run]:
        """` (page 9)`, the number as a field."""
        before, _, after = self._labels("on_page", n="\0").partition("\0")
        look = replace(run, link=None)
        return [
            replace(look, text=f" {before}"),
            replace(look, text="0", link=PageOf(target.key)),
            *([replace(look, text=after)] if after else []),
        ]

    def _abbreviation(self, short: str) -> str:
        meaning = self._lesson.abbreviations.get(short)
        if meaning is None or short in self._written_out:
            return short
        self._written_out.add(short)
        return self._labels("written_out", short=short, meaning=meaning)

    def block(self, block: Block) -> Block:
        """`block` with all its texts resolved."""
        if isinstance(block, (Paragraph, Items)) and not _refers(block):
            return block
        rich = self.rich
        match block:
            case Paragraph():
                return replace(block, text=rich(block.text))
            case Heading():
                return replace(block, text=rich(block.text))
            case Items():
                return replace(block, items=tuple(replace(item, text=rich(item.text)) for item in block.items))
            case Table():
                rows = tuple(tuple(map(rich, row)) for row in block.rows)
                caption = self._sourced(block.caption, block.source)
                return replace(block, header=tuple(map(rich, block.header)), rows=rows, caption=caption, source="")
            case Picture():
                return replace(block, caption=rich(block.caption))
            case Media():
                return replace(
                    block, title=rich(block.title), fallback=rich(block.fallback), caption=rich(block.caption)
                )
            case Chart():
                caption = self._sourced(block.caption, block.source)
                return charts.described(replace(block, caption=caption, source=""), self._labels)
            case Code() | Formula():
                return replace(block, caption=rich(block.caption))
            case Quotation():
                return replace(block, text=tuple(map(rich, block.text)), source=rich(block.source))
            case Question():
                return replace(block, stem=rich(block.stem), options=tuple(map(rich, block.options)))
            case Cards():
                return Cards(tuple(self._card(card) for card in block.cards))
            case Figure():
                figure = cast("Figure", rewritten(block, rich))
                if isinstance(figure, QrCode) and not figure.alt:
                    return replace(figure, alt=self._labels("qr_code", url=figure.url))
                return figure
            case Columns():
                return Columns(tuple(Column(rich(c.title), tuple(map(self.block, c.body))) for c in block.columns))
            case Callout():
                body = tuple(map(self.block, block.body))
                return replace(block, body=body, answers=tuple(map(rich, block.answers)))
            case _:
                return block

    def _sourced(self, caption: Rich, source: str) -> Rich:
        """Caption and source in one line."""
        said = (Run(self._labels("source", text=source), style="muted"),) if source else ()
        between = (Run(" · ", style="muted"),) if caption and source else ()
        return (*self.rich(caption), *between, *said)

    def _card(self, card: Card) -> Card:
        return replace(card, title=self.rich(card.title), body=tuple(map(self._text, card.body)))

    def _text(self, block: Paragraph | Items) -> Paragraph | Items:
        linked = self.block(block)
        assert isinstance(linked, (Paragraph, Items))
        return linked


_RESOLVED = (Mention, Abbreviated, FillIn, Footnote)


def _refers(block: Paragraph | Items) -> bool:
    """Whether there is anything to resolve in it; there mostly is not."""
    texts = (block.text,) if isinstance(block, Paragraph) else (item.text for item in block.items)
    return any(type(run.link) in _RESOLVED for text in texts for run in text)
