"""Decks and documents as PDF, set by LibreOffice: with tags and bookmarks; and the numbers of their pages."""

from __future__ import annotations

import ctypes
import hashlib
import re
from collections.abc import Mapping
from typing import Protocol

from deckbuild.pictures.libreoffice import PDF_EXPORT, convert
from deckbuild.render.docx.pages import Pages


class Typesetter(Protocol):
    """Sets documents and decks on pages."""

    def pdfs(self, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """Each file as a PDF, by the same name.  Raises CannotDraw."""
        ...


class Paper:
    """Sets with LibreOffice, all files in one run."""

    def pdfs(self, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """See `Typesetter.pdfs`.  Equal input gives equal bytes as long as LibreOffice and the faces stay the same."""
        return {name: timeless(pdf) for name, pdf in convert(files, PDF_EXPORT).items()}


def pages_of(pdf: bytes) -> Pages:
    """The page of each of a document's bookmarks, which LibreOffice exports as named destinations."""
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(pdf)
    try:
        numbers = {}
        for index in range(raw.FPDF_CountNamedDests(document)):
            size = ctypes.c_long(0)
            raw.FPDF_GetNamedDest(document, index, None, ctypes.byref(size))
            name = ctypes.create_string_buffer(size.value)
            destination = raw.FPDF_GetNamedDest(document, index, name, ctypes.byref(size))
            # LibreOffice writes an underscore as its code; our keys have no capital letters that could look like it.
            key = name.raw[: size.value].decode("utf-16-le").rstrip("\0").replace("5F", "_")
            numbers[key] = raw.FPDFDest_GetDestPageIndex(document, destination) + 1
        blank = (n for n, page in enumerate(document, 1) if not page.get_textpage().count_chars())
        return Pages(numbers, len(document), frozenset(blank))
    finally:
        document.close()


_MOMENTS = (rb"(/CreationDate\(D:)([0-9]{14})", rb"(<xmp:CreateDate>)([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8})")
_MARKS = (rb"(/ID \[ <)([0-9A-F]{32})(?=>)", rb"(\n<)([0-9A-F]{32})(?=> \])", rb"(/DocChecksum /)([0-9A-F]{32})")


def timeless(pdf: bytes) -> bytes:
    """The PDF without the moment in which it was made: constants of the same length, so that nothing moves."""
    for pattern, constant in zip(_MOMENTS, (b"20000101000000", b"2000-01-01T00:00:00"), strict=True):
        pdf = re.sub(pattern, rb"\g<1>" + constant, pdf)
    blank = pdf
    for pattern in _MARKS:
        blank = re.sub(pattern, rb"\g<1>" + b"0" * 32, blank)
    mark = hashlib.sha256(blank).hexdigest()[:32].upper().encode()
    for pattern in _MARKS:
        pdf = re.sub(pattern, rb"\g<1>" + mark, pdf)
    return pdf
