"""QR codes: what is drawn leads where it should, on slides and on paper."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path, PurePosixPath

import pytest
import zxingcpp
from PIL import Image

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.outputs import ALL
from deckbuild.pictures.embedded import Embedded
from deckbuild.pipeline import build, compose, deck_of
from deckbuild.workspace import Disk, InMemory, Overlay, Recording

ROOT = Path(__file__).parents[2]
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
