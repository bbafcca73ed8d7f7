"""The body of a Word template: its cover and set-up stay, its sample text goes, the place of the content is marked."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.ooxml.foreign import Unusable
from deckbuild.ooxml.tree import Element, W, element, local, remove

MARK = "deckbuild"
"""Name of the bookmark, or tag or title of the content control, where content goes; in the template kept, the bookmark."""
_VALUE = f"{W}val"
_TITLES = (("title", "deckbuild-title"), ("subject", "deckbuild-subtitle"))


@dataclass(frozen=True)
class MarkedBody:
    """The main part with one empty, bookmarked paragraph where the content goes."""

    root: Element
    place: str
    headers: bool


def marked(root: Element) -> MarkedBody:
    """The body ready to be filled; raises Unusable where there is none."""
    body = root.find(f"{W}body")
    if body is None:
        raise Unusable("it has no body")
    for child in list(root):
        if local(child) != "body" and local(child) != "background":
            root.remove(child)
    _accept(body)
    section = _section(body)
    spot, place = _spot(body)
    if spot is None:
        spot, place = _after_cover(body, section)
    _bind(body)
    tidied(root)
    mark = element(f'<w:p><w:bookmarkStart w:id="0" w:name="{MARK}"/><w:bookmarkEnd w:id="0"/></w:p>')
    spot.addprevious(mark)
    if spot is not section:
        remove(spot)
    headers = any(True for _ in root.iter(f"{W}headerReference", f"{W}footerReference"))
    return MarkedBody(root, place, headers)


def _accept(body: Element) -> None:
    """Insertions stay, deletions go, comments and notes are taken out."""
    for node in list(body.iter(f"{W}del", f"{W}moveFrom", f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}proofErr",
                               f"{W}permStart", f"{W}permEnd", f"{W}rPrChange", f"{W}pPrChange", f"{W}sectPrChange",
                               f"{W}tblPrChange", f"{W}tcPrChange", f"{W}trPrChange", f"{W}moveFromRangeStart",
                               f"{W}moveFromRangeEnd", f"{W}moveToRangeStart", f"{W}moveToRangeEnd")):  # fmt: skip
        remove(node)
    for node in list(body.iter(f"{W}commentReference", f"{W}footnoteReference", f"{W}endnoteReference")):
        run = node.getparent()
        remove(run if run is not None and local(run) == "r" else node)
    for node in list(body.iter(f"{W}ins", f"{W}moveTo")):
        for child in list(node):
            node.addprevious(child)
        remove(node)


def _section(body: Element) -> Element:
    """The section's set-up at the end of the body, in one column, with paper and margins."""
    section = body.find(f"{W}sectPr")
    if section is None:
        section = element("<w:sectPr/>")
        body.append(section)
    elif body[-1] is not section:
        body.append(section)
    for one in body.iter(f"{W}sectPr"):
        _complete(one)
    return section


def _complete(section: Element) -> None:
    columns = section.find(f"{W}cols")
    if columns is not None and columns.get(f"{W}num", "1") not in ("", "1"):
        for key in list(columns.attrib):
            del columns.attrib[key]
        for child in list(columns):
            columns.remove(child)
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    at = next((n for n, child in enumerate(section) if local(child) not in _BEFORE_SIZE), len(section))
    if size is None or not (size.get(f"{W}w", "").isdigit() and size.get(f"{W}h", "").isdigit()):
        if size is not None:
            section.remove(size)
        size = element('<w:pgSz w:w="11906" w:h="16838"/>')
        section.insert(at, size)
    if margins is None or not margins.get(f"{W}left") or not margins.get(f"{W}right"):
        if margins is not None:
            section.remove(margins)
        size.addnext(element('<w:pgMar w:top="1418" w:right="1247" w:bottom="1361" w:left="1247" w:header="709" '
                             'w:footer="709" w:gutter="0"/>'))  # fmt: skip


_BEFORE_SIZE = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")


def _spot(body: Element) -> tuple[Element | None, str]:
    """The block to put content in place of: the content control or the paragraph of the bookmark called deckbuild."""
    for control in body.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        if properties is None:
            continue
        said = {(properties.find(f"{W}{name}").get(_VALUE) or "").casefold()  # type: ignore[union-attr]
                for name in ("tag", "alias") if properties.find(f"{W}{name}") is not None}  # fmt: skip
        block = _block(control, body)
        if MARK in said and block is not None:
            return block, "in the content control `deckbuild`"
    for mark in body.iter(f"{W}bookmarkStart"):
        if (mark.get(f"{W}name") or "").casefold() == MARK:
            block = _block(mark, body)
            if block is not None:
                _clear_to_end(mark, block, body)
                return block, "at the bookmark `deckbuild`"
    return None, ""


def _block(node: Element, body: Element) -> Element | None:
    """The block of the body that holds a node."""
    while node is not None and node.getparent() is not body:
        parent = node.getparent()
        if parent is None:
            return None
        node = parent
    if local(node) == "bookmarkStart":
        following = node.getnext()
        return following if following is not None and local(following) in ("p", "tbl", "sdt") else None
    return node


def _clear_to_end(mark: Element, block: Element, body: Element) -> None:
    """Take out the blocks that the bookmark spans after its first, sections excepted."""
    id_ = mark.get(f"{W}id")
    end = next((node for node in body.iter(f"{W}bookmarkEnd") if node.get(f"{W}id") == id_), None)
    last = _block(end, body) if end is not None else None
    if last is None or last is block:
        return
    following = block.getnext()
    while following is not None and following is not last:
        after = following.getnext()
        if local(following) != "sectPr" and next(following.iter(f"{W}sectPr"), None) is None:
            remove(following)
        following = after


def _after_cover(body: Element, section: Element) -> tuple[Element, str]:
    """Before the last section's set-up; of the text only a cover page stays."""
    cover = next((child for child in body if local(child) == "sdt" and _is_cover(child)), None)
    for child in list(body):
        if child is not cover and child is not section:
            remove(child)
    if cover is None:
        return section, "in place of the sample text"
    for broken in [node for node in cover.iter(f"{W}br") if node.get(f"{W}type") == "page"]:
        remove(broken)  # what follows begins a page by itself
    return section, "after the cover page"


def _is_cover(control: Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(_VALUE) == "Cover Pages"


def _bind(body: Element) -> None:
    """Content controls for the document's title and subject get names under which they are filled."""
    for control in body.iter(f"{W}sdt"):
        binding = control.find(f"{W}sdtPr/{W}dataBinding")
        path = (binding.get(f"{W}xpath") or "").casefold() if binding is not None else ""
        for what, tag in _TITLES:
            if f":{what}[" in path or path.endswith(f":{what}"):
                properties = control.find(f"{W}sdtPr")
                assert properties is not None
                for old in properties.findall(f"{W}tag"):
                    properties.remove(old)
                named = element(f'<w:tag w:val="{tag}"/>')
                before = [child for child in properties if local(child) in ("rPr", "alias")]
                properties.insert(len(before), named)


def tidied(root: Element) -> None:
    """Take out bookmarks, whose ids are ours, changes, comments, and what is bound to parts that are gone."""
    _accept(root)
    for node in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}dataBinding", f"{W}placeholder")):
        remove(node)
