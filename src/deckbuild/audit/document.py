"""Rules on finished documents: headings, tables, pictures, links, language, and what leaves the styles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from deckbuild.audit.remark import Remark, counted, describes, says_nothing
from deckbuild.audit.slides import theme_of
from deckbuild.ooxml.lint.model import RID, Opened
from deckbuild.ooxml.tree import Element, W, local

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_LONG = 40
"""Paragraphs from which a document needs headings to find one's way."""


def headings(opened: Opened) -> Iterator[Remark]:
    """A level of headings that is left out, or no heading at all (P260)."""
    if opened.text is None:
        return
    levels = _levels(opened)
    found = [
        (levels[style], text)
        for paragraph in opened.text.iter(f"{W}p")
        if (style := _style(paragraph)) in levels and (text := _words(paragraph))
    ]
    paragraphs = sum(bool(_words(one)) for one in opened.text.iter(f"{W}p"))
    if not found and paragraphs > _LONG:
        hint = "give headings the styles Heading 1, Heading 2 …: screen readers and contents go by them"
        yield Remark(0, "P260", f"{paragraphs} paragraphs, and no heading among them", hint)
    before = 0
    for level, text in found:
        if level > before + 1 and before:
            message = f"`{text[:60]}` is a heading of level {level} below one of level {before}"
            yield Remark(0, "P260", message, f"make it a heading of level {before + 1}")
        before = level


def _levels(opened: Opened) -> dict[str, int]:
    """Styles of headings with their level, by id."""
    found = {}
    for _, tree in opened.trees_of("styles+xml"):
        for style in tree.iterfind(f"{W}style"):
            name = style.find(f"{W}name")
            heading = _HEADING.fullmatch(name.get(f"{W}val", "") if name is not None else "")
            outline = style.find(f"{W}pPr/{W}outlineLvl")
            level = outline.get(f"{W}val", "9") if outline is not None else ""
            if heading:
                found[style.get(f"{W}styleId", "")] = int(heading[1])
            elif level.isdigit() and int(level) < 9:
                found[style.get(f"{W}styleId", "")] = int(level) + 1
    return found


def pictures(opened: Opened) -> Iterator[Remark]:
    """Pictures that nobody described (P252)."""
    if opened.text is None:
        return
    silent = []
    for drawing in (*opened.text.iter(f"{_DRAWING}inline"), *opened.text.iter(f"{_DRAWING}anchor")):
        about = drawing.find(f"{_DRAWING}docPr")
        if about is None or about.find(f".//{_DECORATIVE}[@val='1']") is not None:
            continue
        if not describes(about.get("descr") or ""):
            silent.append(about.get("name") or "?")
    if silent:
        listed = ", ".join(f"`{name[:40]}`" for name in silent[:5]) + (" …" if len(silent) > 5 else "")
        hint = "say what each shows and why it is there, or mark it as decorative"
        yield Remark(0, "P252", f"nothing describes {counted(len(silent), 'picture')}: {listed}", hint)


def language(opened: Opened) -> Iterator[Remark]:
    """A language that nothing says (P253)."""
    if opened.text is None:
        return
    styles = [tree for _, tree in opened.trees_of("styles+xml")]
    settings = [tree for _, tree in opened.trees_of("settings+xml")]
    said = any(tree.find(f".//{W}rPr/{W}lang") is not None for tree in styles)
    said = said or any(tree.find(f"{W}themeFontLang") is not None for tree in settings)
    if not said and next(opened.text.iter(f"{W}lang"), None) is None:
        yield Remark(0, "P253", "nothing says the language of the text", "set it in Word under Review, Language")


def tables(opened: Opened) -> Iterator[Remark]:
    """Tables of several rows and columns without a header row (P259)."""
    if opened.text is None:
        return
    silent = 0
    for table in opened.text.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        wide = rows and max(len(row.findall(f"{W}tc")) for row in rows) > 1
        head = bool(rows) and any(_on(row.find(f"{W}trPr/{W}tblHeader")) for row in rows[:1])
        plain = not any(True for _ in table.iterfind(f".//{W}tbl"))  # one that holds others is a layout
        silent += bool(len(rows) > 1 and wide and plain and not head and not _for_looks(table))
    if silent:
        hint = "mark the first row as header (Repeat Header Rows), so that each cell is read out with its column"
        yield Remark(0, "P259", f"{counted(silent, 'table')} without a header row", hint)


def _for_looks(table: Element) -> bool:
    """Whether a table only places things, or says itself that its first row is like the others."""
    properties = table.find(f"{W}tblPr")
    if properties is None or properties.find(f"{W}tblStyle") is None:
        return True
    look = properties.find(f"{W}tblLook")
    if look is None:
        return False
    bits = look.get(f"{W}val", "")
    first = look.get(f"{W}firstRow") or ("1" if _bit(bits, 0x20) else "0")
    return first in ("0", "false")


def _bit(bits: str, mask: int) -> bool:
    try:
        return bool(int(bits or "0", 16) & mask)
    except ValueError:
        return False


def links(opened: Opened) -> Iterator[Remark]:
    """Links whose text does not say where they lead (P258)."""
    if opened.text is None:
        return
    for link in opened.text.iter(f"{W}hyperlink"):
        text = _words(link)
        if link.get(RID) and says_nothing(text):
            hint = "write what is there: links are read out alone, in a list"
            yield Remark(0, "P258", f"the link `{text[:60]}` does not say where it leads", hint)


def fonts(opened: Opened) -> Iterator[Remark]:
    """Typefaces in the text that neither the theme nor a style has (P256)."""
    if opened.text is None:
        return
    known = {family for _, tree in opened.trees_of("theme+xml") for family in theme_of(tree).families}
    for _, tree in opened.trees_of("styles+xml", "numbering+xml"):
        known |= set(_faces(tree))
    # Word sets equations in a face of their own, which no style can have
    known |= {face for equation in opened.text.iter(_MATH) for face in _faces(equation)}
    used = Counter(face for face in _faces(opened.text) if face not in known)
    for face, count in sorted(used.items()):
        hint = "use styles, so that a new design reaches all text"
        yield Remark(0, "P256", f"`{face}`, which no style has, is used {counted(count, 'time')}", hint)


def _faces(tree: Element) -> Iterator[str]:
    for fonts_ in tree.iter(f"{W}rFonts"):
        face = fonts_.get(f"{W}ascii") or fonts_.get(f"{W}hAnsi")
        if face:
            yield face


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val", "") if style is not None else ""


def _words(element: Element) -> str:
    return " ".join("".join(one.text or "" for one in element.iter(f"{W}t")).split())


def _on(element: Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off") and local(element) != ""
