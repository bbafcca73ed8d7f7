"""Rules on finished decks: what those miss who can't see them, read them small, or edit them next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from deckbuild.audit.remark import Remark, counted, describes, says_nothing
from deckbuild.audit.slides import TITLES, Slide, holder, named, slides, words
from deckbuild.ooxml.lint.model import RID, Opened
from deckbuild.ooxml.tree import A, Element, P, local

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_FOOT = ("dt", "ftr", "sldNum", "hdr")
_SMALLEST = 1000
"""Hundredths of a point."""
_APART = (
    "wingdings", "symbol", "webdings", "marlett", "cambria math", "courier new", "consolas", "source code pro",
)  # fmt: skip
"""Faces for signs, formulas and code, which no theme names."""


def titles(opened: Opened) -> Iterator[Remark]:
    """Slides without a title (P250), and with one that another has (P251)."""
    seen: dict[str, int] = {}
    for slide in slides(opened):
        title = next((one for one in slide.shapes if holder(one)[0] in TITLES), None)
        said = " ".join(words(title).split())
        if not said:
            hint = "write one into the layout's title; it may be hidden behind the slide's edge"
            yield Remark(slide.number, "P250", "it has no title", hint)
        elif said.casefold() in seen and slide.shown:
            message = f"slide {seen[said.casefold()]} has this title too: `{said[:80]}`"
            yield Remark(slide.number, "P251", message, "say what this slide adds")
        else:
            seen[said.casefold()] = slide.number


def pictures(opened: Opened) -> Iterator[Remark]:
    """Pictures, charts and diagrams that nobody described (P252)."""
    for slide in slides(opened):
        for shape in slide.shapes:
            about = named(shape)
            if about is None or not _pictured(shape) or about.find(f".//{_DECORATIVE}[@val='1']") is not None:
                continue
            parent = shape.getparent()
            grouped = named(parent) if parent is not None and local(parent) == "grpSp" else None
            if any(describes(one.get("descr") or "") for one in (about, grouped) if one is not None):
                continue
            alt = (about.get("descr") or "").strip()
            said = f"`{alt[:60]}` does not describe" if alt else "nothing describes"
            hint = "say what it shows and why it is there, or mark it as decorative"
            yield Remark(slide.number, "P252", f"{said} the picture `{(about.get('name') or '?')[:60]}`", hint)


def _pictured(shape: Element) -> bool:
    if local(shape) == "graphicFrame":
        data = shape.find(f"{A}graphic/{A}graphicData")
        return data is not None and data.get("uri") != _TABLE
    return local(shape) == "pic"


def language(opened: Opened) -> Iterator[Remark]:
    """Text whose language nothing says (P253)."""
    if opened.deck is None:
        return
    default = opened.deck.find(f"{P}defaultTextStyle//{A}defRPr[@lang]")
    silent = [slide.number for slide in slides(opened) if default is None and _without_language(slide)]
    if silent:
        message = f"nothing says the language of the text on {_numbers(silent)}"
        yield Remark(0, "P253", message, "set the language of all text, in PowerPoint under Review, Language")


def _without_language(slide: Slide) -> bool:
    for run in slide.tree.iter(f"{A}r"):
        properties, text = run.find(f"{A}rPr"), run.find(f"{A}t")
        said = text is not None and any(one.isalpha() for one in text.text or "")
        if said and (properties is None or not properties.get("lang")):
            return True
    return False


def reading_order(opened: Opened) -> Iterator[Remark]:
    """Shapes that are read out in another order than they are seen in (P254)."""
    for slide in slides(opened):
        said = [one for one in slide.shapes if holder(one)[0] not in _FOOT and (words(one).strip() or _pictured(one))]
        placed = [(one, box) for one in said if (box := slide.box(one)) is not None]
        title = next((at for at, (one, _) in enumerate(placed) if holder(one)[0] in TITLES), 0)
        hint = "bring the order of the selection pane into the order of reading"
        if title and placed[title][1].bottom <= min(box.y for _, box in placed[:title]):
            yield Remark(slide.number, "P254", "what stands below the title is read out before it", hint)
            continue
        for (one, first), (two, second) in pairwise(placed):
            beside = first.x < second.x + second.width and second.x < first.x + first.width
            if beside and second.bottom <= first.y and holder(one)[0] not in TITLES:
                message = f"`{_called(two)}` stands above `{_called(one)}` and is read out after it"
                yield Remark(slide.number, "P254", message, hint)
                break


def _called(shape: Element) -> str:
    about = named(shape)
    said = words(shape).split("\n")[0] or (about.get("name", "") if about is not None else "")
    return said if len(said) <= 40 else said[:39] + "…"


def links(opened: Opened) -> Iterator[Remark]:
    """Links whose text does not say where they lead (P258)."""
    for slide in slides(opened):
        for run in slide.tree.iter(f"{A}r"):
            link = run.find(f"{A}rPr/{A}hlinkClick")
            text = "".join(one.text or "" for one in run.iter(f"{A}t"))
            if link is not None and link.get(RID) and says_nothing(text):
                hint = "write what is there: links are read out alone, in a list"
                yield Remark(slide.number, "P258", f"the link `{text.strip()[:60]}` does not say where it leads", hint)


def tables(opened: Opened) -> Iterator[Remark]:
    """Tables without a header row (P259)."""
    for slide in slides(opened):
        for table in slide.tree.iter(f"{A}tbl"):
            properties = table.find(f"{A}tblPr")
            first = properties is not None and properties.get("firstRow") in ("1", "true")
            columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
            if not first and len(table.findall(f"{A}tr")) > 1 and columns > 2:  # two are often a word and its meaning
                hint = "turn on `Header Row` in the table's design, so that each cell is read out with its column"
                yield Remark(slide.number, "P259", "a table has no header row", hint)


def small(opened: Opened) -> Iterator[Remark]:
    """Text that can't be read in a room (P262)."""
    for slide in slides(opened):
        sizes = [
            int(run.get("sz", "0"))
            for shape in slide.shapes
            if holder(shape)[0] not in _FOOT and local(shape) == "sp"
            for run in shape.iterfind(f".//{A}r/{A}rPr[@sz]")
            if run.get("sz", "").isdigit()
        ]
        least = min((size for size in sizes if size), default=_SMALLEST)
        if least < _SMALLEST:
            hint = "show less, and larger: 18 points and more are read from the back of a room"
            yield Remark(slide.number, "P262", f"there is text of {least / 100:g} points", hint)


def fonts(opened: Opened) -> Iterator[Remark]:
    """Typefaces beside those of the theme (P256)."""
    used: Counter[str] = Counter()
    for slide in slides(opened):
        found = {
            one.get("typeface", "")
            for tag in ("latin", "ea", "cs")
            for one in slide.tree.iter(f"{A}{tag}")
            if (parent := one.getparent()) is not None and local(parent) in ("rPr", "endParaRPr", "defRPr")
        }
        strange = {one for one in found if one and not one.startswith("+") and one not in slide.theme.families}
        used.update(one for one in strange if one.casefold() not in _APART)
    for face, count in sorted(used.items()):
        hint = "use the theme's faces, so that a new design reaches all text"
        yield Remark(0, "P256", f"`{face}`, which the theme does not have, is used on {counted(count, 'slide')}", hint)


def colours(opened: Opened) -> Iterator[Remark]:
    """Colours beside those of the theme (P257)."""
    used: Counter[str] = Counter()
    for slide in slides(opened):
        inside = {one.get("val", "").upper() for one in slide.tree.iter(f"{A}srgbClr")}
        used.update(inside - set(slide.theme.colours.values()) - {"FFFFFF", "000000"})
    if used:
        listed = ", ".join(f"#{colour}" for colour, _ in used.most_common(5)) + (" …" if len(used) > 5 else "")
        hint = "use the theme's colours, so that a new design reaches them"
        yield Remark(0, "P257", f"{counted(len(used), 'colour')} beside the theme's: {listed}", hint)


def _numbers(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"slide {numbers[0]}"
    listed = ", ".join(map(str, numbers[:10]))
    return f"slides {listed}" + (" …" if len(numbers) > 10 else "")
