"""A Word document -> its lesson.  The XML is walked here: libraries lose controls, boxes and insertions in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from deckbuild.importing.accounting import missed
from deckbuild.importing.draft import Origin
from deckbuild.importing.flow import Block, Flow, Para
from deckbuild.importing.guide.structure import structured
from deckbuild.importing.guide.words import is_marker
from deckbuild.importing.opening import CannotImport, Source
from deckbuild.importing.pictures import Pictures
from deckbuild.importing.reading import Options, Piece, Reading, Remark
from deckbuild.importing.word.body import Body
from deckbuild.importing.word.marks import is_ours
from deckbuild.importing.word.ours import read_ours
from deckbuild.ooxml.lint.model import Opened, W

Element = etree._Element
_W = f"{{{W}}}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PAGED = re.compile(r"\s*(?:page\s*)?[0-9]*\s*(?:of|/|\|)?\s*[0-9]*\s*", re.IGNORECASE)


def read(source: Source, options: Options) -> Reading:
    """The lesson in a Word document."""
    opened = source.package
    assert opened is not None
    root = opened.trees[opened.main]
    body = root.find(f"{_W}body")
    if body is None:
        raise CannotImport("I107", "the file is damaged: the document has no body", "open it in Word and save it again")
    pictures = Pictures()
    notes = dict(_notes(opened))
    reader = Body(opened, pictures, dict(notes))
    if is_ours(body):
        return read_ours(source.name, body, reader, _furniture(opened)[1], _met(opened))
    blocks = [*reader.blocks(body), *reader.diagram_texts()]
    foot, furniture = _furniture(opened)
    flow = Flow(source.name, tuple(_headed(blocks)), reader.styles.language, pictures.files, foot, _title(opened))
    reading = structured(flow, options)
    where = Origin(source.name)
    left = [Remark(f"{what} did not come along", Origin(source.name, place)) for what, place in reader.missing]
    if reader.icons:
        left.append(Remark(f"{reader.icons} small pictures that come again and again, as signs beside the text", where))
    comments, said = _comments(opened)
    left += [Remark(f"a comment: {text}", where) for text in comments]
    told = list(reading.told)
    if reader.found.insertions:
        told.append(Remark(f"{reader.found.insertions} tracked insertions are kept, tracked deletions are not", where))
    pieces = (*reading.pieces, *furniture, *said, *_set_aside(reader))
    return replace(
        reading,
        pieces=(*pieces, *missed(_met(opened), pieces)),
        left_out=(*reading.left_out, *left),
        told=tuple(told),
    )


def _met(opened: Opened) -> Iterator[str]:
    """All texts of the file, paragraph by paragraph, without asking what they are."""
    kinds = ("header", "footer", "footnotes", "endnotes", "comments")
    names = [opened.main, *(link.target for kind in kinds for link in opened.linked(opened.main, kind))]
    for name in dict.fromkeys(names):
        root = opened.trees.get(name)
        if root is not None:
            yield from _spelt(root)


def _spelt(root: Element) -> Iterator[str]:
    """The texts below an element, a new one with each paragraph; tabs and breaks are blanks."""
    held: list[str] = []
    for one in root.iter(f"{_W}p", f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"):
        if one.tag == f"{_W}t":
            held.append(one.text or "")
        elif one.tag == f"{_W}p":
            yield "".join(held)
            held = []
        else:
            held.append(" ")
    yield "".join(held)


def _set_aside(reader: Body) -> Iterator[Piece]:
    """The texts that were met and are none of the lesson's."""
    found = reader.found
    for text in reader.contents:
        yield Piece(text, "contents", "tables of contents are computed")
    for text in found.deleted:
        yield Piece(text, "deletions", "it is deleted, with the change tracked")
    for text in found.hidden:
        yield Piece(text, "hidden text", "it is formatted as hidden")
    for text in found.computed:
        yield Piece(text, "fields", "page numbers and the like are computed")


def _headed(blocks: list[Block]) -> list[Block]:
    """The blocks with headings told that nobody styled: short bold paragraphs, in a document without styled ones."""
    styled = sum(bool(one.heading) for one in blocks if isinstance(one, Para))
    out: list[Block] = []
    for number, block in enumerate(blocks):
        follows = blocks[number + 1] if number + 1 < len(blocks) else None
        if isinstance(block, Para) and _bold_heading(block) and follows is not None:
            block = replace(block, heading=1 if styled < 2 else 6, text=block.text.strip("*"))
        out.append(block)
    return out


def _bold_heading(para: Para) -> bool:
    plain = para.plain.strip()
    return (
        para.bold and not para.heading and not para.title and para.item < 0 and not is_marker(plain)
        and 2 < len(plain) <= 90 and len(plain.split()) <= 14 and not plain.endswith((".", ",", ";", ":"))
    )  # fmt: skip


def _notes(opened: Opened) -> Iterator[tuple[tuple[str, str], str]]:
    """Footnotes and endnotes as Markdown, by kind and id."""
    from deckbuild.importing.word.inline import Found, Inline
    from deckbuild.importing.word.styles import Styles

    styles = Styles(opened)
    for kind in ("footnote", "endnote"):
        for link in opened.linked(opened.main, f"{kind}s"):
            root = opened.trees.get(link.target)
            inline = Inline(styles, opened.by_id(link.target), Found(), {})
            for note in root.findall(f"{_W}{kind}") if root is not None else ():
                if note.get(f"{_W}type", "normal") != "normal":
                    continue
                from deckbuild.importing import markup

                texts = [markup.in_line(inline.read(one)) for one in note.iter(f"{_W}p")]
                text = " ".join(text for text in texts if text).replace("[", "\\[").replace("]", "\\]")
                if text:
                    yield (kind, note.get(f"{_W}id", "")), text


def _furniture(opened: Opened) -> tuple[str, list[Piece]]:
    """The one text that stands at the foot of the pages, and pieces for all that stands on every page."""
    pieces: list[Piece] = []
    feet: list[str] = []
    for kind in ("header", "footer"):
        for link in opened.linked(opened.main, kind):
            root = opened.trees.get(link.target)
            for paragraph in root.iter(f"{_W}p") if root is not None else ():
                text = " ".join(" ".join(_spelt(paragraph)).split())
                if text:
                    pieces.append(Piece(text, "heads and feet of pages", "it stands on every page"))
                if kind == "footer" and text and not _PAGED.fullmatch(text):
                    feet.append(
                        re.sub(
                            r"(?:[\s|–-]+(?:page\s*)?|page\s*)[0-9]{1,3}(?:\s*(?:of|/)\s*[0-9]{1,3})?\s*$",
                            "",
                            text,
                            flags=re.IGNORECASE,
                        )
                    )
    distinct = list(dict.fromkeys(one for one in feet if one))
    return (distinct[0] if len(distinct) == 1 and len(distinct[0]) <= 60 else ""), pieces


def _comments(opened: Opened) -> tuple[list[str], list[Piece]]:
    texts: list[str] = []
    for link in opened.linked(opened.main, "comments"):
        root = opened.trees.get(link.target)
        for comment in root.iter(f"{_W}comment") if root is not None else ():
            text = " ".join("".join(map(str, comment.itertext(f"{_W}t"))).split())
            if text:
                texts.append(text if len(text) <= 120 else text[:119] + "…")
    pieces = []
    for link in opened.linked(opened.main, "comments"):
        root = opened.trees.get(link.target)
        if root is not None:
            said = " ".join(map(str, root.itertext(f"{_W}t")))
            pieces.append(Piece(said, "comments", "comments are between authors; the report has them"))
    return texts, pieces


def _title(opened: Opened) -> str:
    for link in opened.links.get("", ()):
        root = opened.trees.get(link.target) if link.kind == "core-properties" else None
        title = root.findtext(_TITLE) if root is not None else None
        if title and len(title.strip()) > 3:
            return " ".join(title.split())
    return ""
