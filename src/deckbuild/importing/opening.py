"""The bytes of a file from anywhere -> what it is and what can be read in it, or one line that says what to do instead.

What a file is, its content says; its name decides only between kinds of plain text.  Packages are opened within the
linter's bounds; nothing outside them is followed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from deckbuild.ooxml.lint.model import Opened
from deckbuild.ooxml.lint.opening import Refused, open_bounded

LARGEST = 200 << 20
"""Bytes of a file."""
LARGEST_TEXT = 4 << 20
"""Bytes of a text; a lesson of 1,000 slides with full notes has about 1.3 million."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: how a compound file begins
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_STRICT = "http://purl.oclc.org/ooxml/"
_MAIN = "application/vnd.openxmlformats-officedocument."
_PACKAGES = {
    f"{_MAIN}wordprocessingml.document.main+xml": "word",
    f"{_MAIN}presentationml.presentation.main+xml": "deck",
    f"{_MAIN}presentationml.slideshow.main+xml": "deck",
}
_MARKDOWN = (".md", ".markdown", ".mdown", ".qmd", ".rmd")
_OFFICE = (".docx", ".pptx", ".potx", ".dotx", ".ppsx", ".doc", ".ppt")
_SIGNS = (
    (b"{\\rtf", "a Rich Text file", "open it in Word and save it as .docx"),
    (b"%PDF", "a PDF, which has lost its structure", "import the document or deck that it was made from"),
    (b"\x89PNG", "a picture", "name a document, a deck or a text"),
    (b"\xff\xd8\xff", "a picture", "name a document, a deck or a text"),
    (b"GIF8", "a picture", "name a document, a deck or a text"),
    (b"\x1f\x8b", "a packed file", "unpack it, and name what is in it"),
    (b"7z\xbc\xaf", "a packed file", "unpack it, and name what is in it"),
    (b"Rar!", "a packed file", "unpack it, and name what is in it"),
)
"""How other files begin, what they are, and what to do."""
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


class CannotImport(Exception):
    """The file can't be imported; holds a diagnostic's code, its message and what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


@dataclass(frozen=True)
class Source:
    """A file that can be read: the name of its kind of reader, and its text or its package."""

    name: str
    kind: str
    content: bytes
    text: str = ""
    package: Opened | None = None
    encoding: str = ""
    """Of a text that is not UTF-8."""

    @property
    def stem(self) -> str:
        """Its name without folder and ending."""
        return PurePosixPath(self.name.replace("\\", "/")).stem


def open_source(name: str, content: bytes) -> Source:
    """The file as a reader takes it; raises CannotImport."""
    if not content.strip(b"\x00\t\n\r "):
        raise CannotImport("I101", "the file is empty", "check whether it is the right one, and whether it was saved")
    if len(content) > LARGEST:
        raise CannotImport(
            "I109", f"the file has {len(content) >> 20} MB, more than {LARGEST >> 20} MB are not read",
            "make its pictures smaller, or divide it",
        )  # fmt: skip
    if content.startswith(_OLE):
        raise _compound(content)
    if content.startswith(_ZIP):
        return _package(name, content)
    for sign, what, hint in _SIGNS:
        if content.startswith(sign):
            raise CannotImport("I106", f"this is {what}{_called(name)}", hint)
    if _HTML.match(content[:4096]):
        raise CannotImport("I106", f"this is a web page{_called(name)}", "open it in Word and save it as .docx")
    return _text(name, content)


def _ending(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/").lower()).suffix


def _called(name: str) -> str:
    """`, though its name ends in .docx`, where the name says that it is a file of Office."""
    ending = _ending(name)
    return f", though its name ends in {ending}" if ending in _OFFICE else ""


def _compound(content: bytes) -> CannotImport:
    """What an OLE compound file is, told by the names of the streams in its directory."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        return CannotImport("I103", "the file is protected with a password", "save it without one")
    if holds("PowerPoint Document"):
        return CannotImport("I102", "this is a deck of PowerPoint 97–2003 (.ppt)", "save it as .pptx")
    if holds("WordDocument"):
        return CannotImport("I102", "this is a document of Word 97–2003 (.doc)", "save it as .docx")
    return CannotImport("I102", "this is an old binary file of Office", "save it as .docx or .pptx")


def _package(name: str, content: bytes) -> Source:
    other = re.search(rb"mimetypeapplication/(vnd\.oasis\.opendocument\.|epub\+zip)([a-z]*)", content[:200])
    if other:
        what = "an e-book" if other[1].startswith(b"epub") else "an OpenDocument file"
        save = ".pptx" if other[2].startswith(b"presentation") else ".docx"
        raise CannotImport("I106", f"this is {what}{_called(name)}", f"open it in LibreOffice and save it as {save}")
    try:
        opened = open_bounded(content)
    except Refused as refused:
        defect = refused.defects[0]
        if defect.code == "P106":
            raise CannotImport(
                "I106", f"this is a zip file, but none of Office{_called(name)}", "unpack it, and name what is in it"
            ) from None
        if defect.code in ("P102", "P107"):
            raise CannotImport(
                "I109", defect.message, "open it in Office, take out what is not needed, save it"
            ) from None
        place = f"{defect.part}: " if defect.part else ""
        raise CannotImport(
            "I107", f"the file is damaged: {place}{defect.message}", "open it in Office, let it be mended, and save it"
        ) from None
    kind = opened.types.get(opened.main, "")
    _refuse_by_type(name, kind, opened)
    root = opened.trees.get(opened.main)
    if root is None:
        said = next((one.message for one in opened.broken if one.part == opened.main), "its main part can't be read")
        raise CannotImport("I107", f"the file is damaged: {said}", "open it in Office, let it be mended, and save it")
    if str(root.tag).startswith(f"{{{_STRICT}"):
        save = "Word document (.docx)" if "word" in kind else "PowerPoint presentation (.pptx)"
        hint = f"save it as an ordinary {save}, not as Strict Open XML"
        raise CannotImport("I105", "this is Strict Open XML, which is not read", hint)
    return Source(name, _PACKAGES[kind], content, package=opened)


def _refuse_by_type(name: str, kind: str, opened: Opened) -> None:
    if "macroEnabled" in kind or opened.of_type("vbaProject"):
        raise CannotImport("I104", f"the file holds macros{_called(name)}", "save it without: as .docx or .pptx")
    if kind.endswith("presentationml.template.main+xml"):
        hint = "import a .pptx; to use the template's look: deckbuild brand check FILE --write NAME"
        raise CannotImport("I108", "this is a template (.potx), which holds a look and no lesson", hint)
    if kind.endswith("wordprocessingml.template.main+xml"):
        hint = "save it as .docx if it holds a lesson; to use its look: deckbuild brand check FILE --write NAME"
        raise CannotImport("I108", "this is a template (.dotx), which holds a look and no lesson", hint)
    if "spreadsheetml" in kind:
        hint = "save a sheet as CSV, and name it in a slide's `table` or `chart`"
        raise CannotImport("I106", f"this is a workbook of Excel{_called(name)}", hint)
    if kind not in _PACKAGES:
        hint = "name a .docx, a .pptx or a text"
        raise CannotImport("I106", f"this is neither a document nor a deck{_called(name)}", hint)


def _text(name: str, content: bytes) -> Source:
    ending = _ending(name)
    if len(content) > LARGEST_TEXT:
        message = f"the text has {len(content) >> 20} MB, more than {LARGEST_TEXT >> 20} MB are not read"
        raise CannotImport("I109", message, "divide it into lessons")
    text, encoding = _decoded(content)
    if text is None:
        raise CannotImport(
            "I106", "this is no text, and no file of Office", "name a .docx, a .pptx, a text or Markdown"
        )
    if ending in _OFFICE:
        message = f"this is plain text, though its name ends in {ending}"
        raise CannotImport("I106", message, "name it .txt, or .md where it is Markdown")
    if ending in (".yaml", ".yml"):
        raise CannotImport("I106", "this is YAML", "build it as it is: deckbuild build FILE")
    kind = "markdown" if ending in _MARKDOWN else "gift" if ending == ".gift" or looks_like_gift(text) else "text"
    return Source(name, kind, content, text, encoding=encoding)


def _decoded(content: bytes) -> tuple[str | None, str]:
    """The text, and its encoding where that is not UTF-8; None where it can't be a text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16"), "UTF-16"
        except UnicodeDecodeError:
            return None, ""
    if b"\x00" in content:
        return None, ""
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
        strange = sum(one < " " and one not in "\t\n\r\f\v" for one in text) + text.count("\ufffd")
        return (None, "") if strange > len(text) // 50 else (text, "Windows-1252")


_GIFT = re.compile(r"(?<!\\)\{[^{}]*?(?:(?<!\\)[=~]|\bT(?:RUE)?\b|\bF(?:ALSE)?\b|#|\s*\})", re.DOTALL)


def looks_like_gift(text: str) -> bool:
    """Whether a plain text is a bank of questions in Moodle's GIFT format."""
    if "$CATEGORY:" in text or re.search(r"^::.+?::", text, re.MULTILINE):
        return "{" in text
    blocks = [block for block in re.split(r"\n\s*\n", text) if block.strip() and not block.lstrip().startswith("//")]
    asked = sum(bool(_GIFT.search(block)) for block in blocks)
    return bool(asked) and asked * 2 >= len(blocks)
