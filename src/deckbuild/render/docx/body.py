"""The blocks of a document as WordprocessingML.  Only named styles; decides nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

from deckbuild.blocks import (
    Block,
    Callout,
    Cards,
    Chart,
    Code,
    Columns,
    Contents,
    Cover,
    CutOuts,
    Formula,
    Heading,
    Item,
    Items,
    Lines,
    PageBreak,
    Paragraph,
    Picture,
    Question,
    Quotation,
    Rich,
    Run,
    SectionBreak,
    SlideBlock,
    Table,
    emphasised,
)
from deckbuild.compose.document import Document
from deckbuild.ooxml.xml import EMPTY, Xml, el, many
from deckbuild.render.docx import front, tables
from deckbuild.render.docx.code import code_paragraph
from deckbuild.render.docx.drawing import inline_chart, inline_picture
from deckbuild.render.docx.equation import equation
from deckbuild.render.docx.flow import GAP, controlled, ending, joined
from deckbuild.render.docx.numbering import Numbering
from deckbuild.render.docx.sections import Sections
from deckbuild.render.docx.text import Ink, bookmark_name, paragraph, plain_run, runs

PARAGRAPHS = {
    "body": "BodyText", "lead": "Lead", "key-message": "KeyMessage", "caption": "Caption", "small": "Small",
    "label": "BodyText", "reference": "Reference", "abbreviation": "Abbreviation", "title": "BodyText",
    "source": "QuoteSource", "column-title": "BodyText", "minor": "MinorHeading", "page-title": "PageTitle", "fact": "Fact", "brief": "BriefCue",
    "form": "FormLine", "sheet-eyebrow": "SheetEyebrow", "sheet-title": "SheetTitle", "sheet-foot": "SheetFoot",
    "flip": "FlipChart", "flip-inner": "FlipChartInner",
    **{f"certificate-{part}": f"Certificate{part.capitalize()}" for part in (
        "eyebrow", "title", "lead", "name", "for", "minor", "text", "small", "sign", "signed")},
}  # fmt: skip
_MM = 56.6929
PICTURE = 105
"""Width of a slide's picture in the trainer's document, millimetres."""
PAIRED = 80
"""Two pictures of a slide that is continued, side by side."""
THUMBNAIL = 64
"""Width of a slide that is shown only for its place in the order."""
SMALL_PICTURE = 84
"""Width beside ruled lines."""
CHART_SHAPE = 0.46
"""Height of a chart as a share of its width."""
BESIDE = 58
"""Width beside the notes at a glance."""
KEEP = Xml("<w:keepNext/>")


class Body:
    """Writes blocks one after the other; holds the counters that are unique over the document."""

    def __init__(
        self,
        document: Document,
        ink: Ink,
        numbering: Numbering,
        embed: Callable[[PurePosixPath], str],
        plot: Callable[[Chart], str],
        width: int,
        sections: Sections | None,
    ) -> None:
        self._document, self._ink, self._numbering, self._width = document, ink, numbering, width
        self._embed, self._plot, self._sections = embed, plot, sections
        self._section = SectionBreak()
        self._pictures = 0
        self._break = False

    def write(self, blocks: Sequence[Block]) -> tuple[Xml, Xml | None]:
        """All blocks, and the set-up of the last section where it is ours.

        A page break goes to the paragraph after it, so that no empty paragraph is left.
        """
        first, shown = (blocks[0], blocks[1:]) if blocks and isinstance(blocks[0], SectionBreak) else (None, blocks)
        self._section = first or self._section
        body = joined(part for block in shown for part in self._block(block))
        return body, self._sections.set_up(self._section) if self._sections else None

    def _block(self, block: Block, style: str = "") -> Iterator[Xml]:
        match block:
            case PageBreak():
                self._break = True
            case SectionBreak():
                yield from self._new_section(block)
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self._paragraph(block, style)
            case Items():
                yield from self._items(block, style)
            case Table():
                yield tables.data_table(block, self._width if not style else self._width - 400, self._ink)
                yield self._gap()
            case Callout():
                yield from self._controlled("cue", block.key, self._callout(block))
            case SlideBlock():
                yield from self._controlled("slide", block.key, self._slide(block))
            case Picture():
                yield self._picture(block, block.millimetres or PICTURE)
                if block.caption or block.credit:
                    credit = (Run(block.credit),) if block.credit else ()
                    between = (Run(" · "),) if block.caption and credit else ()
                    yield paragraph("Caption", runs((*block.caption, *between, *credit), self._ink), self._ink)
            case Chart():
                yield self._chart(block)
            case Quotation():
                yield from (paragraph("Quote", runs(text, self._ink), self._ink) for text in block.text)
                if block.source:
                    yield paragraph("QuoteSource", runs((Run("— "), *block.source), self._ink), self._ink)
            case Question():
                yield paragraph(style or "BodyText", runs(emphasised(block.stem), self._ink), self._ink)
                yield from self._items(Items(tuple(Item(option) for option in block.options)), style)
            case Code():
                yield code_paragraph(block, self._ink)
            case Formula():
                yield equation(block, self._ink)
            case Cards():
                for card in block.cards:
                    yield from self._titled(card.title, card.body, style)
            case Columns():
                for column in block.columns:
                    yield from self._titled(column.title, column.body, style)
            case Contents():
                yield from front.contents(block, self._ink, self._new_page())
            case Lines():
                yield tables.ruled_lines(block.count, self._width, self._ink)
                yield self._gap()
            case CutOuts():
                yield self._cut_outs(block)
                yield self._gap()
            case Cover():
                yield from front.cover(block, self._ink)

    def _cut_outs(self, block: CutOuts) -> Xml:
        """Cards in rows; the last row is filled up with empty ones."""
        held, self._width = self._width, self._width // block.across - tables.CUT_MARGIN * 2
        cells = [many(self._titled(card.title, card.body, "")) for card in block.cards]
        self._width = held
        return tables.cut_outs(cells, block.across, round(block.height * _MM), self._width, self._ink)

    def _titled(self, title: Rich, body: Sequence[Block], style: str) -> Iterator[Xml]:
        if title:
            yield paragraph(style or "BodyText", runs(emphasised(title), self._ink), self._ink, KEEP)
        for block in body:
            yield from self._block(block, style)

    def _new_section(self, block: SectionBreak) -> Iterator[Xml]:
        """The end of a section, in its last paragraph; with a template's own heads and feet a new page will do."""
        if self._sections is None:
            self._break = True
            return
        if block.odd and self._ink.pages.blank_before(bookmark_name(block.anchor)):
            text = plain_run(self._document.blank_label)
            yield paragraph("BlankPage", text, self._ink, Xml("<w:pageBreakBefore/>"))
        yield ending(self._sections.set_up(self._section))
        self._section = block

    def _controlled(self, kind: str, key: str, parts: Iterator[Xml]) -> Iterator[Xml]:
        """`parts` within a content control, by which edits find back."""
        yield from controlled(f"{kind}:{key}", list(parts)) if self._document.controls and key else parts

    def _new_page(self) -> Xml:
        if not self._break:
            return EMPTY
        self._break = False
        return Xml("<w:pageBreakBefore/>")

    def _heading(self, block: Heading) -> Xml:
        if block.numbered:
            text = many([self._numbered(block.anchor, block.text[0].text, EMPTY), runs(block.text[1:], self._ink)])
        else:
            text = runs(block.text, self._ink)
        marked = self._ink.bookmark(bookmark_name(block.anchor), text) if block.anchor else text
        style = "QuestionHeading" if block.small else f"Heading{block.level}"
        return paragraph(style, marked, self._ink, self._new_page())

    def _paragraph(self, block: Paragraph, style: str) -> Xml:
        text = runs(block.text, self._ink)
        if block.anchor:
            text = self._ink.bookmark(bookmark_name(block.anchor), text)
        named = PARAGRAPHS.get(block.style, "BodyText")
        chosen = style if style and named == "BodyText" else named
        more = KEEP if block.style == "label" else self._new_page()
        return paragraph(chosen, text, self._ink, more)

    def _items(self, block: Items, style: str = "") -> Iterator[Xml]:
        """A list.  In run-in cues it stands under the text; lettered options bring their own letters."""
        run_in = style == "CueText"
        number = self._numbering.new(block, run_in=run_in)
        for item in block.items:
            lead = (Run(f"{item.lead}  ", bold=True),) if item.lead else ()
            text = runs((*lead, *item.text), self._ink)
            level = min(item.level, 2)
            if block.look == "lettered":
                yield paragraph(style or "BodyText", text, self._ink)
                continue
            named = self._numbering.style(block, level, run_in=run_in)
            link = EMPTY
            if number is not None or (run_in and level):
                # Word takes a list's indents from the numbering, its looks from the style.
                which = number if number is not None else self._numbering.plain(run_in=run_in)
                link = el("w:numPr", None, el("w:ilvl", {"w:val": level}), el("w:numId", {"w:val": which}))
            yield paragraph(named, text, self._ink, link)

    def _callout(self, block: Callout) -> Iterator[Xml]:
        look = self._document.callouts.get(block.kind) or self._document.callouts["default"]
        label = el("w:rStyle", {"w:val": f"{look.style}Label"})
        mark = f"{look.icon}  " if look.icon and look.box else ""
        name = plain_run(mark + block.label, label)
        if block.anchor:
            name = self._ink.bookmark(
                bookmark_name(block.anchor), self._numbered(block.anchor, mark + block.label, label)
            )
        if look.box:
            yield self._boxed(block, look.style, name)
            yield self._gap()
        else:
            yield from self._run_in(block, look.style, name)

    def _numbered(self, key: str, text: str, looks: Xml) -> Xml:
        """A label with its number bookmarked, so that references show the number."""
        before, number, after = _split_number(text)
        if not number:
            return plain_run(text, looks)
        inner = self._ink.bookmark(bookmark_name(key, "n"), plain_run(number, looks))
        return many([plain_run(before, looks) if before else EMPTY, inner, plain_run(after, looks) if after else EMPTY])

    def _boxed(self, block: Callout, style: str, label: Xml) -> Xml:
        out = [paragraph(style, label, self._ink, KEEP)] if block.label else []
        for inner in block.body:
            out += self._block(inner, style)
        out += self._answers(block)
        if block.lines:
            out += [_line(self._ink)] * block.lines
        if not out or out[-1].endswith("</w:tbl>"):
            out.append(self._gap())
        return tables.box(f"{style}Box", joined(out), self._width, self._ink)

    def _answers(self, block: Callout) -> Iterator[Xml]:
        """Suggested answers: in a line where they are short, else as a list."""
        if not block.answers:
            return
        label = Run(f"{self._document.answers_label}: ", bold=True)
        if sum(len(piece.text) for answer in block.answers for piece in answer) <= 180:
            joined: list[Run] = [label]
            for number, answer in enumerate(block.answers):
                joined += [*([Run("; ")] if number else []), *answer]
            yield paragraph("CueAnswer", runs(tuple(joined), self._ink), self._ink)
            return
        yield paragraph("CueAnswer", runs((label,), self._ink), self._ink, KEEP)
        yield from self._items(Items(tuple(Item(answer) for answer in block.answers)))

    def _run_in(self, block: Callout, style: str, label: Xml) -> Iterator[Xml]:
        """The label beside the first paragraph; what follows stands under the text."""
        first, *rest = block.body or (Paragraph(()),)
        text = first.text if isinstance(first, Paragraph) else ()
        keep = EMPTY if text else KEEP
        yield paragraph(style, many([label, Xml("<w:r><w:tab/></w:r>"), runs(text, self._ink)]), self._ink, keep)
        for inner in rest if isinstance(first, Paragraph) else block.body:
            yield from self._block(inner, "CueText")

    def _slide(self, block: SlideBlock) -> Iterator[Xml]:
        looks = Xml('<w:rStyle w:val="SlideNumber"/>')
        label = self._ink.bookmark(bookmark_name(block.key), self._numbered(block.key, block.label, looks))
        strong = tuple(Run(piece.text, True, piece.italic) for piece in block.title)
        meta = plain_run(f"   {block.meta}") if block.meta else EMPTY
        yield paragraph(
            "SlideLabel", many([label, plain_run("   "), runs(strong, self._ink), meta]), self._ink, self._new_page()
        )
        if block.beside:
            yield self._beside(block)
            yield self._gap()
            return
        if block.lines:
            left = round(SMALL_PICTURE * _MM)
            shown = self._pictures_of(block, SMALL_PICTURE - 4) if block.pictures else self._screen(block, left)
            yield tables.beside_lines(shown, block.lines, (left, self._width - left), self._ink)
            yield self._gap()
        elif block.pictures:
            wide = PICTURE if len(block.pictures) == 1 else PAIRED
            yield self._pictures_of(block, THUMBNAIL if block.small else wide)
        elif block.screen:
            yield tables.box("ScreenTextBox", self._screen(block, self._width), self._width, self._ink)
            yield self._gap()
        if block.key_message:
            yield paragraph("KeyMessage", runs(block.key_message, self._ink), self._ink)

    def _beside(self, block: SlideBlock) -> Xml:
        """The slide, and to its right what is said with it."""
        left = round((BESIDE + 4) * _MM)
        shown = self._pictures_of(block, BESIDE) if block.pictures else self._screen(block, left)
        message = (paragraph("KeyMessage", runs(block.key_message, self._ink), self._ink),) if block.key_message else ()
        notes = self._within(self._width - left, block.beside)
        return tables.beside(shown, many([*message, notes]), (left, self._width - left), self._ink)

    def _within(self, width: int, blocks: Sequence[Block]) -> Xml:
        """Blocks in a narrower column; a cell ends with a paragraph."""
        held, self._width = self._width, width
        out = [part for block in blocks for part in self._block(block)]
        self._width = held
        if out and out[-1].endswith("</w:tbl>"):
            out.append(self._gap())
        return joined(out)

    def _screen(self, block: SlideBlock, width: int) -> Xml:
        """What the slide shows, as text."""
        held, self._width = self._width, width
        out = [part for inner in block.screen for part in self._block(inner, "ScreenText")]
        self._width = held
        if not out or out[-1].endswith("</w:tbl>"):
            out.append(paragraph("ScreenText", EMPTY, self._ink))
        return many(out)

    def _pictures_of(self, block: SlideBlock, millimetres: float) -> Xml:
        """The pictures of a slide; of one that is continued, two side by side where they are that small."""
        across = 2 if millimetres <= PAIRED and not (block.lines or block.beside) else 1
        keep = KEEP if (block.key_message or block.followed) and not block.lines else EMPTY
        rows = []
        for start in range(0, len(block.pictures), across):
            shown = [self._drawing(picture, millimetres) for picture in block.pictures[start : start + across]]
            space = Xml('<w:r><w:t xml:space="preserve">\u2003</w:t></w:r>')
            runs_ = [el("w:r", None, drawing) for drawing in shown]
            between = (piece for one in runs_[1:] for piece in (space, one))
            rows.append(paragraph("SlidePicture", many([runs_[0], *between]), self._ink, keep))
        return many(rows)

    def _picture(self, picture: Picture, millimetres: float) -> Xml:
        return paragraph("SlidePicture", el("w:r", None, self._drawing(picture, millimetres)), self._ink)

    def _drawing(self, picture: Picture, millimetres: float) -> Xml:
        asset = self._document.pictures[picture.file]
        self._pictures += 1
        width = round(millimetres * 36000)
        height = round(width * asset.height / asset.width)
        tallest = 150 * 36000
        if height > tallest:
            width, height = round(width * tallest / height), tallest
        framed = str(picture.file).startswith("slide:")
        return inline_picture(self._pictures, self._embed(picture.file), picture.alt, width, height, framed=framed)

    def _chart(self, chart: Chart) -> Xml:
        """A native chart as wide as the text, half as high."""
        self._pictures += 1
        width = self._width * 635  # twentieths of a point as EMU
        drawing = inline_chart(self._pictures, self._plot(chart), chart.alt, width, round(width * CHART_SHAPE))
        return paragraph("SlidePicture", el("w:r", None, drawing), self._ink, KEEP)

    def _gap(self) -> Xml:
        """See `flow.GAP`."""
        return GAP


def _line(ink: Ink) -> Xml:
    return paragraph("AnswerLine", Xml("<w:r><w:tab/></w:r>"), ink)


def _split_number(text: str) -> tuple[str, str, str]:
    """`Slide 3` as what stands before its number (`2.0.1`, `5–7`, `2.0-3`, the letter of `Annex B`), it, and what follows."""
    match = re.search(r"[0-9]+(\.[0-9]+)*(-[0-9]+)?(–[0-9]+)?|\b[A-Z]{1,2}\b", text)
    return (text[: match.start()], match[0], text[match.end() :]) if match else (text, "", "")
