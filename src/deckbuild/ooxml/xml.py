"""A small builder of XML text that cannot forget to escape.

`el("a:t", None, "5 < 6")` gives `Xml("<a:t>5 &lt; 6</a:t>")`: children that are `Xml` stand as they are, other
text is escaped.  Five times as fast as building trees, which is what large decks cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

# What XML 1.0 can't hold (https://www.w3.org/TR/xml/#charsets).
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Xml(str):
    """Text that is XML already."""

    __slots__ = ()


EMPTY = Xml("")


def escaped(text: str) -> str:
    """`text` for use between tags."""
    if not text.isprintable():
        text = _ILLEGAL.sub("", text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text


def attribute(value: object) -> str:
    """`value` for use between double quotes."""
    if value is True or value is False:
        return "1" if value else "0"
    return _quoted(str(value))


@lru_cache(maxsize=8192)
def _quoted(text: str) -> str:
    """Attribute values repeat: names of styles, of colours, of languages."""
    text = escaped(text)
    if '"' in text or not text.isprintable():
        text = text.replace('"', "&quot;").replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    return text


def el(tag: str, attributes: Mapping[str, object] | None = None, *children: str) -> Xml:
    """An element.  Attributes that are None are left out; flags become 1 and 0."""
    opened = "<" + tag
    if attributes:
        for name, value in attributes.items():
            if value is not None:
                opened += f' {name}="{value if type(value) is int else attribute(value)}"'
    if not children:
        return Xml(opened + "/>")
    inside = "".join([child if type(child) is Xml else escaped(child) for child in children])
    return Xml(f"{opened}>{inside}</{tag}>")


def many(children: Iterable[Xml]) -> Xml:
    """The elements one after the other."""
    return Xml("".join(children))


def document(root: Xml) -> bytes:
    """A part's content: declaration and root element, UTF-8."""
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + root.encode()


PML = {
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
"""Namespace declarations of a part of PresentationML."""

WML = {
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
"""Namespace declarations of a part of WordprocessingML."""
