"""QR codes: what is drawn leads where it should, on slides and on paper."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

import zxingcpp
from PIL import Image

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.outputs import ALL
from deckbuild.pictures.embedded import Embedded
from deckbuild.pipeline import build, compose, deck_of
from deckbuild.workspace import InMemory, Recording

LESSON = PurePosixPath("decks/any.yaml")
URL = "https://www.un.org/en/A4P/"
SLIDE = f'lesson: "1"\ntitle: T\nsections: [{{title: S, slides: [{{title: Read on, qr: "{URL}"}}]}}]\n'
REFERENCES = f"""
lesson: "1"
title: T
links: qr
references:
  a4p: {{title: Action for Peacekeeping, url: "{URL}"}}
  plain: {{title: Another, url: "https://example.org", qr: false}}
sections: [{{title: S, references: [a4p, plain], slides: [{{title: A, bullets: [b]}}]}}]
"""


def read(png: bytes) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(png)).convert("L"))]


def test_a_telephone_reads_the_code_from_the_slide() -> None:
    composed = compose(Recording(InMemory({str(LESSON): SLIDE})), LESSON, Diagnostics())
    assert composed is not None
    drawn = Embedded(composed.brand).draw(deck_of(composed), [2], 960)

    assert read(drawn[2]) == [URL]


def test_who_cannot_see_it_hears_what_it_is() -> None:
    content = next(iter(build(InMemory({str(LESSON): SLIDE}), LESSON, ALL[:1]).files.values()))
    with zipfile.ZipFile(io.BytesIO(content)) as deck:
        slide = deck.read("ppt/slides/slide2.xml").decode()

    assert f'descr="QR code for {URL}"' in slide


def test_references_that_ask_for_it_have_a_code_on_paper() -> None:
    made = build(InMemory({str(LESSON): REFERENCES}), LESSON)
    participant = next(content for path, content in made.files.items() if "participant" in path.name)
    with zipfile.ZipFile(io.BytesIO(participant)) as document:
        pictures = [document.read(name) for name in document.namelist() if name.endswith(".png")]

    assert [text for picture in pictures for text in read(picture)] == [URL]
