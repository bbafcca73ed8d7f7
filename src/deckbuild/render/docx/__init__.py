"""Document + template -> the bytes of a .docx.  Own XML, written once; cost is linear in the blocks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import Block, Callout, Chart, Contents, Cover, Heading, Paragraph, SlideBlock
from deckbuild.brand.brand import Brand
from deckbuild.compose.document import Document
from deckbuild.ooxml.opening import open_package
from deckbuild.ooxml.package import OFFICE, Part, Relationship, with_parts, write_package
from deckbuild.ooxml.properties import with_properties
from deckbuild.ooxml.xml import WML, Xml, many
from deckbuild.raster import reduced
from deckbuild.render.charts import Pen, chart_parts
from deckbuild.render.docx.body import Body
from deckbuild.render.docx.footnotes import Footnotes, announced
from deckbuild.render.docx.frame import frame
from deckbuild.render.docx.numbering import Numbering
from deckbuild.render.docx.pages import Pages
from deckbuild.render.docx.sections import Sections
from deckbuild.render.docx.text import Ink
from deckbuild.render.fonts import document_with_fonts
from deckbuild.svg import rasterise

W = WML["xmlns:w"]


def render_docx(
    document: Document, template: bytes, output: str, pages: Pages | None = None, fonts: Brand | None = None
) -> bytes:
    """The document on `template`, a document whose styles, numbering and theme it keeps; `output` names its kind.

    With `pages`, of the same document set once before, page fields show their numbers and Word need not count first.
    """
    counted = pages or Pages()
    package = open_package(template)
    main = package.related("", "officeDocument")
    assert main is not None
    links = _Links(main.relationships)
    around = frame(main.content)
    footnotes = Footnotes()
    ink = Ink(
        document.right_to_left,
        _character_styles(document),
        links.address,
        frozenset(_anchors(document.blocks)),
        counted,
        footnote=footnotes.mark,
    )
    numbering = package.parts["/word/numbering.xml"]
    lists = Numbering(
        1 + max((int(n) for n in re.findall(rb'<w:num [^>]*w:numId="([0-9]+)"', numbering.content)), default=0)
    )
    media: dict[str, Part] = {}

    def embed(file: PurePosixPath) -> str:
        part = _medium(document.pictures[file], drawn=str(file).startswith("slide:"))
        media.setdefault(part.name, part)
        return links.add("image", part.name)

    plots: list[Part] = []

    def plot(chart: Chart) -> str:
        pen = Pen(document.charts, document.charts.small, document.language)
        parts = chart_parts(chart, pen, "/word", len(plots) // 2 + 1)
        plots.extend(parts)
        return links.add("chart", parts[0].name)

    cover = next((block for block in document.blocks if isinstance(block, Cover)), None)
    filled = around.fill_cover(cover)
    shown = [block for block in document.blocks if block is not cover] if filled else document.blocks
    sections = None if around.own_headers else Sections(document, ink, counted, around, links.add)
    body, page = Body(document, ink, lists, embed, plot, around.width, sections).write(shown)
    if cover and around.has_cover and not filled:
        body = many([Xml('<w:p><w:r><w:br w:type="page"/></w:r></w:p>'), body])
    content = around.document(body, page)
    notes = footnotes.part()
    if notes:
        links.add("footnotes", notes.name)
    parts = [
        Part(main.name, main.content_type, content, tuple(links.made)),
        *(sections.parts if sections else ()),
        *([notes] if notes else []),
        *_settings(package.parts.get("/word/settings.xml"), document, counted, footnotes=notes is not None),
        _with_lists(numbering, lists),
        _with_language(package.parts["/word/styles.xml"], document.language),
        *media.values(),
        *plots,
    ]
    whole = with_parts(package, parts)
    whole = document_with_fonts(whole, fonts) if fonts else whole
    return write_package(with_properties(whole, document.properties, output))


class _Links:
    """Relationships of the main part: the template's, and ours after them."""

    def __init__(self, made: tuple[Relationship, ...]) -> None:
        self.made = list(made)
        self._known: dict[tuple[str, str], str] = {}

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """Id of the relationship to `target`."""
        key = (kind, target)
        if key not in self._known:
            self._known[key] = f"rIdD{len(self._known) + 1}"
            self.made.append(Relationship(self._known[key], f"{OFFICE}/{kind}", target, external))
        return self._known[key]

    def address(self, url: str) -> str:
        """Id of the relationship to a web address."""
        return self.add("hyperlink", url, external=True)


def _anchors(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Keys that will have a bookmark."""
    for block in blocks:
        match block:
            case Heading() | Paragraph() | Callout() | Contents():
                if block.anchor:
                    yield block.anchor
            case SlideBlock():
                yield block.key


def _character_styles(document: Document) -> dict[str, str]:
    """Named text styles -> character styles; `cue:tip` is the label of that kind of cue."""
    named = {name: slot[0].upper() + slot[1:] for name, slot in document.text_styles.items() if name == slot}
    named.update({"accent": "Accent", "muted": "Muted"})
    named.update({name: slot.capitalize() for name, slot in document.text_styles.items() if name.startswith("code:")})
    for kind, look in document.callouts.items():
        if kind != "default":
            named[f"cue:{kind}"] = f"{look.style}Label"
    named["cue:note"] = f"{document.callouts['note-timing'].style}Label"
    return named


_ACROSS = 1430
"""Pixels of a picture: 165 mm, the width of the text, at 220 an inch."""


def _medium(asset: Asset, *, drawn: bool) -> Part:
    """The part with a picture; pictures of slides (`drawn`) have the size they need."""
    if asset.kind == "svg":
        content, kind = rasterise(asset.content, _ACROSS, (asset.width, asset.height)), "png"
    else:
        made = asset if drawn else reduced(asset, _ACROSS)
        content, kind = made.content, made.kind
    name = f"/word/media/picture-{hashlib.sha256(content).hexdigest()[:16]}.{kind}"
    return Part(name, f"image/{kind}", content)


def _with_lists(part: Part, lists: Numbering) -> Part:
    """The numbering part with a number for each list that counts, after the template's own."""
    end = b"</w:numbering>"
    content = part.content.replace(end, many(lists.added).encode() + end)
    return Part(part.name, part.content_type, content, part.relationships)


def _settings(part: Part | None, document: Document, pages: Pages, *, footnotes: bool) -> Iterator[Part]:
    """The settings: Word is asked to count the pages only where nobody has; two sides of a leaf are mirrored."""
    if part is None:
        return
    content = part.content
    if pages.total:
        content = content.replace(b'<w:updateFields w:val="true"/>', b"")
    if document.duplex:
        for before, what in (
            (b"<w:defaultTabStop", b"<w:mirrorMargins/>"),
            (b"<w:characterSpacing", b"<w:evenAndOddHeaders/>"),
        ):
            content = content.replace(before, what + before, 1)
    content = announced(content) if footnotes else content
    yield Part(part.name, part.content_type, content, part.relationships)


def _with_language(part: Part, language: str) -> Part:
    """The styles with the document's language as the default."""
    content = part.content.replace(b'<w:lang w:val="en" ', f'<w:lang w:val="{language}" '.encode(), 1)
    return Part(part.name, part.content_type, content, part.relationships)
