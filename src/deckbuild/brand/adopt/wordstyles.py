"""Styles and lists of a Word template, and ours: its own are used, those it lacks are added in its faces and colours.

Ids of built-in styles are localised and mean nothing; they are written anew as deckbuild's (`berschrift1` becomes
`Heading1`), names stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deckbuild.brand.adopt.wordnames import known_as
from deckbuild.ooxml.tree import Element, W, copied, element, local, parse

VALUE = f"{W}val"
SHIFT = 1000
"""Added to the numbers of the template's lists, below which ours stand."""
_REFERENCES = ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")


@dataclass(frozen=True)
class Merged:
    """The styles of both."""

    styles: Element
    renamed: Mapping[str, str]
    """Id in the template -> id now."""
    used: tuple[str, ...]
    """Names of the template's own styles that documents are set in."""
    added: tuple[str, ...]
    """Names of styles that it lacked."""


def merged_styles(theirs: Element, ours: Element, size: float, families: tuple[str, str] | None) -> Merged:
    """`theirs` with those of `ours` that it lacks.  `size` is their running text's share of ours."""
    named = _by_name(theirs)
    renamed: dict[str, str] = {}
    used, added, wanted = [], [], []
    for style in ours.iterfind(f"{W}style"):
        key = (style.get(f"{W}type", ""), _name(style).casefold())
        own = named.get(key)
        if own is None:
            wanted.append(style)
            continue
        renamed[own.get(f"{W}styleId", "")] = style.get(f"{W}styleId", "")
        used.append(_name(own))
    _free(theirs, renamed, {style.get(f"{W}styleId", "") for style in ours.iterfind(f"{W}style")})
    for style in theirs.iterfind(f"{W}style"):
        id_ = style.get(f"{W}styleId", "")
        style.set(f"{W}styleId", renamed.get(id_, id_))
    _refer(theirs, renamed)
    for style in wanted:
        new = copied(style)
        new.attrib.pop(f"{W}default", "")
        _in_their_looks(new, size, families)
        theirs.append(new)
        added.append(_name(style))
    return Merged(theirs, renamed, tuple(used), tuple(added))


def _name(style: Element) -> str:
    found = style.find(f"{W}name")
    return found.get(VALUE, "") if found is not None else ""


def _by_name(styles: Element) -> dict[tuple[str, str], Element]:
    """Styles by type and by all that they are called; the default of a type is what its type's default is called."""
    found: dict[tuple[str, str], Element] = {}
    usual = {
        "paragraph": "normal",
        "character": "default paragraph font",
        "table": "normal table",
        "numbering": "no list",
    }
    for style in styles.iterfind(f"{W}style"):
        kind = style.get(f"{W}type", "paragraph")
        aliases = style.find(f"{W}aliases")
        for name in known_as(_name(style), aliases.get(VALUE, "") if aliases is not None else ""):
            found.setdefault((kind, name), style)
        if style.get(f"{W}default") in ("1", "true", "on"):
            found[kind, usual.get(kind, "")] = style
    return found


def _free(theirs: Element, renamed: dict[str, str], taken: set[str]) -> None:
    """Give other ids to styles of theirs that have one of ours and mean something else."""
    for style in theirs.iterfind(f"{W}style"):
        id_ = style.get(f"{W}styleId", "")
        if id_ in taken and id_ not in renamed:
            renamed[id_] = f"Own{id_}"


def refer(root: Element, renamed: Mapping[str, str]) -> None:
    """Let what names a style name it by its id now."""
    _refer(root, renamed)


def _refer(root: Element, renamed: Mapping[str, str]) -> None:
    for node in root.iter(*(f"{W}{name}" for name in _REFERENCES)):
        node.set(VALUE, renamed.get(node.get(VALUE, ""), node.get(VALUE, "")))


def _in_their_looks(style: Element, size: float, families: tuple[str, str] | None) -> None:
    """Sizes in proportion to their text; faces by name where they do not use their theme's."""
    for node in style.iter(f"{W}sz", f"{W}szCs"):
        value = node.get(VALUE, "")
        if value.isdigit():
            node.set(VALUE, str(max(12, round(int(value) * size))))
    if families is None:
        return
    for node in style.iter(f"{W}rFonts"):
        which = node.get(f"{W}asciiTheme", "")
        if not which:
            continue
        for key in list(node.attrib):
            del node.attrib[key]
        for key in ("ascii", "hAnsi", "cs", "eastAsia"):
            node.set(f"{W}{key}", families[0] if which.startswith("major") else families[1])


def literal_colours(root: Element, colours: Mapping[str, str]) -> None:
    """Drop theme colours that are not the template's: the colour as written then counts."""
    for node in root.iter(f"{W}color", f"{W}left", f"{W}top", f"{W}bottom", f"{W}right"):
        slot = node.get(f"{W}themeColor")
        if slot and colours.get(slot, "").upper() != (node.get(VALUE) or node.get(f"{W}color") or "").upper():
            del node.attrib[f"{W}themeColor"]


def merged_lists(theirs: Element | None, ours: Element, styles: Element, renamed: Mapping[str, str]) -> Element:
    """Their lists after ours, with numbers that do not collide; the styles follow."""
    if theirs is None:
        return ours
    _refer(theirs, renamed)
    for node, key in ((f"{W}abstractNum", "abstractNumId"), (f"{W}num", "numId")):
        for entry in theirs.iterfind(node):
            _shift(entry, f"{W}{key}")
    for entry in theirs.iterfind(f"{W}num/{W}abstractNumId"):
        _shift(entry, VALUE)
    order = {"numPicBullet": 0, "abstractNum": 1, "num": 2, "numIdMacAtCleanup": 3}
    kept = [child for child in theirs if local(child) in order and local(child) != "numIdMacAtCleanup"]
    whole = element("<w:numbering/>")
    both = sorted([*ours, *kept], key=lambda child: order.get(local(child), 2))
    for child in both:
        whole.append(child)
    return whole


def shift_lists(root: Element) -> None:
    """Let numbered paragraphs of theirs, or their styles, name their lists by the new numbers."""
    for entry in root.iter(f"{W}numId"):
        if entry.get(VALUE, "0") != "0":
            _shift(entry, VALUE)


def _shift(entry: Element, key: str) -> None:
    value = entry.get(key, "")
    if value.isdigit():
        entry.set(key, str(int(value) + SHIFT))


def running_text(styles: Element) -> tuple[float, str, str]:
    """Size of their running text in points, its face and the face of headings; "" where the theme says."""
    by_name = _by_name(styles)
    defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    normal = by_name.get(("paragraph", "normal"))
    heading = by_name.get(("paragraph", "heading 1"))
    own = normal.find(f"{W}rPr") if normal is not None else None
    size = _size(own) or _size(defaults) or 10.0
    face = _face(own) or _face(defaults)
    return size, face, (_face(heading.find(f"{W}rPr")) if heading is not None else "") or face


def _size(run: Element | None) -> float:
    found = run.find(f"{W}sz") if run is not None else None
    text = found.get(VALUE, "") if found is not None else ""
    return int(text) / 2 if text.isdigit() else 0.0


def _face(run: Element | None) -> str:
    found = run.find(f"{W}rFonts") if run is not None else None
    if found is None or found.get(f"{W}asciiTheme"):
        return ""
    return found.get(f"{W}ascii", "")


def tree(content: bytes) -> Element:
    """A part's root."""
    return parse(content)
