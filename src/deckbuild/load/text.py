"""Bytes of a file -> text that may go on: UTF-8, of bearable size, without characters that hide or break things."""

from __future__ import annotations

import re

from deckbuild.diagnostics.model import Diagnostics, Span

SIZE = 4_000_000
"""Largest file, in bytes; a lesson of 1,000 slides with full notes has about 1.3 million."""

# What YAML 1.2 does not allow (section 5.1), and the byte order mark within a text.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
# Embeddings and overrides can make a text read other than it is written (Unicode TR 36, "Trojan Source");
# marks and isolates, which right-to-left text needs, can't.
BIDI = re.compile("[\u202a-\u202e]")


def start(file: str) -> Span:
    """The first position of a file, for what concerns the whole of it."""
    return Span(file, 1, 1, 1, 1)


def decode_text(data: bytes, file: str, diags: Diagnostics) -> str | None:
    """The text of a file without its byte order mark; None where it can't be one."""
    if len(data) > SIZE:
        message = f"the file has {len(data) / 1e6:.1f} MB, at most {SIZE / 1e6:.0f} MB can be read"
        diags.error("Y114", message, start(file), "split it into several lessons")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        _report_encoding(data, bad, file, diags)
        return None
    control = CONTROL.search(text)
    if control:
        span = position(text, control.start(), file)
        diags.error("Y103", f"the control character {_name(control[0])} stands here", span, "delete it")
        return None
    mark = BIDI.search(text)
    if mark:
        warn_bidi(mark[0], position(text, mark.start(), file), diags)
    return text


def warn_bidi(character: str, span: Span, diags: Diagnostics) -> None:
    """Warn of a character that turns the direction of what follows."""
    message = f"the invisible character {_name(character)} changes the direction of the text after it"
    diags.warn("Y115", message, span, "delete it; the language of the lesson sets the direction")


def position(text: str, index: int, file: str) -> Span:
    """Span of the one character at `index`; lines are counted as YAML counts them."""
    before = text[:index].splitlines(keepends=True) or [""]
    ended = before[-1] != before[-1].rstrip("\r\n\x85\u2028\u2029")
    line, column = (len(before) + 1, 1) if ended else (len(before), len(before[-1]) + 1)
    return Span(file, line, column, line, column + 1)


def _report_encoding(data: bytes, bad: UnicodeDecodeError, file: str, diags: Diagnostics) -> None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        diags.error("Y101", "the file is UTF-16, not UTF-8", start(file), "save it as UTF-8 in your editor")
        return
    before = data[: bad.start].decode("utf-8-sig", "replace")
    span = position(before + "?", len(before), file)
    message = f"the byte 0x{data[bad.start]:02X} is not UTF-8"
    diags.error("Y101", message, span, "save the file as UTF-8 in your editor")


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"
