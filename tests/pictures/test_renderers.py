"""Slide pictures: what the embedded renderer draws, what it leaves to the text, and the cache."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from deckbuild.pictures.cache import Folder
from deckbuild.pictures.renderer import CannotDraw
from deckbuild.pipeline import Build, build
from deckbuild.workspace import InMemory

LESSON = PurePosixPath("decks/lesson.yaml")
TEXT = """
lesson: "1.1"
title: Pictures
sections:
  - title: One
    slides:
      - {title: First, bullets: [one]}
      - {title: Second, bullets: [two]}
"""


def made(text: str = TEXT, **options: object) -> Build:
    return build(InMemory({str(LESSON): text}), LESSON, **options)  # type: ignore[arg-type]


def facilitator(build_: Build) -> bytes:
    return build_.files[PurePosixPath("build/lesson-facilitator.docx")]


class Counting:
    """A cache in memory that counts what it could not give."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.missed = 0

    def get(self, key: str) -> bytes | None:
        self.missed += key not in self.kept
        return self.kept.get(key)

    def put(self, key: str, picture: bytes) -> None:
        self.kept[key] = picture


def test_the_same_slides_are_drawn_once() -> None:
    cache = Counting()
    first = made(embedded=True, cache=cache)
    again = made(embedded=True, cache=cache)

    assert cache.missed == 3
    assert first.files == again.files


def test_a_changed_slide_alone_is_drawn_again() -> None:
    cache = Counting()
    made(embedded=True, cache=cache)
    cache.missed = 0
    made(TEXT.replace("two", "three"), embedded=True, cache=cache)

    assert cache.missed == 1


def test_another_brand_draws_all_slides_again() -> None:
    cache = Counting()
    made(embedded=True, cache=cache)
    cache.missed = 0
    brand = "brand: azure\ntitle: Other\npalette: {ink: 000000}\n"
    build(InMemory({str(LESSON): TEXT, "brand/azure/brand.yaml": brand}), LESSON, embedded=True, cache=cache)

    assert cache.missed == 3


def test_a_damaged_picture_in_the_cache_is_drawn_again(tmp_path: Path) -> None:
    cache = Folder(tmp_path)
    good = made(embedded=True, cache=cache)
    for file in tmp_path.rglob("*.png"):
        file.write_bytes(file.read_bytes()[:100])

    assert made(embedded=True, cache=cache).files == good.files


def test_characters_that_no_face_has_leave_the_slide_to_its_text() -> None:
    """Boxes in place of letters would be worse than no picture."""
    build_ = made(TEXT.replace("two", "\u0645\u0631\u062d\u0628\u0627"), embedded=True)

    assert [diagnostic.code for diagnostic in build_.diagnostics] == ["P003"]
    assert "slide 3" in build_.diagnostics[0].message


def test_other_scripts_are_drawn_in_a_face_that_has_them() -> None:
    build_ = made(TEXT.replace("two", "\u0928\u092e\u0938\u094d\u0924\u0947 & more"), embedded=True)

    assert not build_.diagnostics


class Broken:
    name = "broken"

    def draw(self, deck: bytes, numbers: Sequence[int], width: int) -> Mapping[int, bytes]:
        raise CannotDraw("it is broken")


def test_a_renderer_that_fails_is_reported_and_the_text_is_shown() -> None:
    build_ = made(renderer=Broken())

    assert [diagnostic.code for diagnostic in build_.diagnostics] == ["P001"]
    assert facilitator(build_) == facilitator(made())
