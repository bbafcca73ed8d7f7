"""References in the style that a brand sets."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from deckbuild.compose.describe import describe_document
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.outputs import ALL
from deckbuild.pipeline import compose, document
from deckbuild.workspace import InMemory, Recording

LESSON = """
lesson: "1"
title: Sources
brand: own
language: {language}
references:
  never: {{title: Not used}}
  first: {{symbol: S/1, author: Council, title: Safety, publisher: UN, year: 2020, url: "https://example.org"}}
sections: [{{title: A, slides: [{{title: B, bullets: ["See [@first]"], notes: [{{reference: first}}]}}]}}]
"""


def notes(style: str, language: str = "en") -> str:
    """The facilitator notes of a brand with that style, without mark-up."""
    files = {"decks/l.yaml": LESSON.format(language=language), "brand/own/brand.yaml": f"brand: own\n{style}"}
    diags = Diagnostics()
    composed = compose(Recording(InMemory(files)), PurePosixPath("decks/l.yaml"), diags)
    assert composed is not None, diags.in_order()
    text = describe_document(document(composed, next(one for one in ALL if one.name == "facilitator"), {}))
    return text.replace("*", "")


@pytest.mark.parametrize(
    ("style", "listed"),
    [
        ("", "S/1, Council, [Safety](https://example.org), UN (2020)"),
        ("citations: symbol-first", "S/1, Council, [Safety](https://example.org), UN (2020)"),
        ("citations: author-title", "Council, [Safety](https://example.org), UN (2020), S/1"),
        ("citations: numbered", "[1]  Council, [Safety](https://example.org), UN (2020), S/1"),
    ],
)
def test_a_brand_sets_the_style(style: str, listed: str) -> None:
    assert listed in notes(style)


def test_numbered_references_stand_in_texts_by_their_number() -> None:
    assert "See [[1]](#first)" in notes("citations: numbered")
    assert "See [S/1](#first)" in notes("citations: symbol-first")


def test_arabic_has_its_own_comma() -> None:
    assert "S/1، Council، " in notes("", "ar")
