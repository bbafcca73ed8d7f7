"""Bytes of a file -> source text that may stand on a slide."""

from __future__ import annotations

from deckbuild.load.refused import RefusedFileError
from deckbuild.load.text import BIDI, CONTROL

FILE_SIZE = 200_000
"""Largest file of source text, in bytes; a slide shows about twenty lines of it."""


def read_source(content: bytes) -> str:
    """The text; raises RefusedFileError for what is none, is too much, or reads other than it runs."""
    if len(content) > FILE_SIZE:
        message = f"has {len(content) / 1000:.0f} kB, at most {FILE_SIZE / 1000:.0f} kB is read"
        raise RefusedFileError("R109", message, "keep what the slide shows")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\x0c", "")
    except UnicodeDecodeError as bad:
        line = content[: bad.start].count(b"\n") + 1
        raise RefusedFileError("R109", f"is not UTF-8 (line {line})", "save it as UTF-8") from None
    hidden = CONTROL.search(text) or BIDI.search(text)
    if hidden:
        line = text.count("\n", 0, hidden.start()) + 1
        raise RefusedFileError("R109", f"holds a character that does not show (line {line})", "delete it")
    if not text.strip():
        raise RefusedFileError("R109", "is empty", "name a file with text in it")
    return text
