"""Bytes of a CSV file -> rows of texts; comma, semicolon or tab, whichever sets the first row apart most."""

from __future__ import annotations

import csv
import io

from deckbuild.load.refused import RefusedFileError
from deckbuild.load.text import CONTROL

FILE_SIZE = 1_000_000
"""Largest CSV file, in bytes; a slide shows about twenty rows."""

Rows = tuple[tuple[str, ...], ...]


def read_csv(content: bytes) -> Rows:
    """The rows, empty lines left out; raises RefusedFileError for what is no table."""
    if len(content) > FILE_SIZE:
        message = f"has {len(content) / 1e6:.1f} MB, at most {FILE_SIZE / 1e6:.0f} MB is read"
        raise RefusedFileError("R108", message, "keep what the slide shows")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        line = content[: bad.start].count(b"\n") + 1
        raise RefusedFileError("R108", f"is not UTF-8 (line {line})", "save it as “CSV UTF-8”") from None
    if CONTROL.search(text):
        raise RefusedFileError("R108", "holds control characters: it is no text", "save it as “CSV UTF-8”")
    tables = [_parsed(text, delimiter) for delimiter in ",;\t"]
    readable = [table for table in tables if not isinstance(table, RefusedFileError)]
    if not readable:
        assert isinstance(tables[0], RefusedFileError)
        raise tables[0]
    rows = max(readable, key=lambda rows: len(rows[0]) if rows else 0)
    if not rows:
        raise RefusedFileError("R108", "is empty", "write a header and rows, or remove the table")
    return rows


def _parsed(text: str, delimiter: str) -> Rows | RefusedFileError:
    """The rows with that delimiter, or why there are none."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return tuple(tuple(cell.strip() for cell in row) for row in reader if any(cell.strip() for cell in row))
    except csv.Error as error:
        message = f"can't be read as CSV (line {reader.line_num}: {error})"
        return RefusedFileError("R108", message, "close the quotation mark, or save it as CSV again")
