"""Decks by another program, made by python-pptx for the tests: layouts of its default template by their number."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from pptx import Presentation
from pptx.util import Inches

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.importing.importing import run
from deckbuild.importing.opening import open_source
from deckbuild.importing.reading import Options, Reading
from deckbuild.lesson.lesson import Lesson
from deckbuild.load.course import load_lesson
from deckbuild.workspace import InMemory, Overlaid

TITLE, CONTENT, SECTION, TWO, ONLY_TITLE, BLANK = 0, 1, 2, 3, 5, 6
PROJECT = {"deckbuild.yaml": "project: Test\nbrand: azure\nlanguage: en\n"}
LESSON = PurePosixPath("decks/lesson.yaml")


class Deck:
    """A deck that grows slide by slide."""

    def __init__(self) -> None:
        self.made: Any = Presentation()

    def slide(self, layout: int, title: str = "", body: str = "", notes: str = "") -> Any:
        slide = self.made.slides.add_slide(self.made.slide_layouts[layout])
        if title:
            slide.shapes.title.text = title
        if body:
            slide.placeholders[1].text = body
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
        return slide

    def box(self, slide: Any, text: str, x: float, y: float, width: float = 3, height: float = 1) -> Any:
        box = slide.shapes.add_textbox(Inches(x), Inches(y), Inches(width), Inches(height))
        box.text_frame.text = text
        return box

    @property
    def content(self) -> bytes:
        out = io.BytesIO()
        self.made.save(out)
        return out.getvalue()


def png(width: int = 40, height: int = 20) -> io.BytesIO:
    """A picture whose columns get lighter from left to right."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\0" + bytes(255 * x // width for x in range(width))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(row * height)), chunk(b"IEND", b""))
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(parts))


def reading(content: bytes, brand: str = "") -> Reading:
    """What the reader of decks makes of a file."""
    from deckbuild.importing.deck.reader import read

    return read(open_source("deck.pptx", content), Options(brand=brand))


def imported(content: bytes, name: str = "deck.pptx") -> tuple[Lesson, str, Mapping[PurePosixPath, bytes]]:
    """The lesson, its file and all files of an import that goes through without a complaint."""
    workspace, diags = InMemory(PROJECT), Diagnostics()
    made = run({name: content}, LESSON, PurePosixPath("decks/pictures"), workspace, Options(), diags)
    assert made is not None
    assert not diags.in_order(), [one.message for one in diags.in_order()]
    loaded = load_lesson(Overlaid(workspace, made.files), LESSON, Diagnostics())
    assert loaded is not None
    return loaded.lesson, made.files[LESSON].decode(), made.files
