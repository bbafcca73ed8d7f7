"""Trees of parts that others wrote: parsed, changed, and written back."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from deckbuild.ooxml.opening import parse
from deckbuild.ooxml.xml import PML, WML

Element = etree._Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_DECLARED = " ".join(f'{name}="{uri}"' for name, uri in {**PML, **WML}.items())


def written(root: Element) -> bytes:
    """A part's content."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def element(text: str) -> Element:
    """An element from our own text, which may use the prefixes a, p, r, w, wp and pic."""
    holder = parse(f"<x {_DECLARED}>{text}</x>".encode())
    made = holder[0]
    etree.cleanup_namespaces(holder)
    return made


def make(tag: str, **attributes: str) -> Element:
    """An empty element."""
    return etree.Element(tag, attributes)


def copied(root: Element) -> Element:
    """A tree of its own."""
    return deepcopy(root)


def remove(node: Element) -> None:
    """Take an element out of its tree; the text after it stays."""
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:
        before = node.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + node.tail
        else:
            parent.text = (parent.text or "") + node.tail
    parent.remove(node)


def local(node: Element) -> str:
    """Name of an element without its namespace; "" for comments and the like."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


__all__ = ["MC", "A", "Element", "P", "R", "W", "copied", "element", "local", "make", "parse", "remove", "written"]
