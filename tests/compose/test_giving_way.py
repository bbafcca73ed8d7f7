"""Places that follow their text: the source of a quotation, a caption of several lines."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from deckbuild.brand.brand import Box
from deckbuild.compose.presentation import Filled
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.pipeline import compose
from deckbuild.workspace import InMemory, Recording

LESSON = PurePosixPath("decks/any.yaml")
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'
SENTENCE = "Attention in a one-hour workshop rises with the first question and is low after a long input. "
QUOTE = "Tell me and I forget, involve me and I learn. "


def on_slide(body: str) -> tuple[dict[str, Filled], list[str]]:
    """What a slide with this body holds, by purpose, and the codes of what was found."""
    text = f'lesson: "1"\ntitle: T\nsections: [{{title: S, slides: [{{title: A, {body}}}]}}]\n'
    diags = Diagnostics()
    composed = compose(Recording(InMemory({str(LESSON): text, "decks/one.svg": SQUARE})), LESSON, diags)
    assert composed is not None
    filled = composed.presentation.pages[1].filled
    return {one.slot.purpose: one for one in filled}, [found.code for found in diags.in_order()]


def box_of(one: Filled) -> Box:
    return one.box or one.slot.box


@pytest.mark.parametrize("times", [1, 3, 6])
def test_the_source_stands_right_below_a_quotation(times: int) -> None:
    found, codes = on_slide(f'quote: {{text: "{QUOTE * times}", source: A proverb}}')
    words, source = found["body"], found["source"]

    assert not codes
    assert box_of(words).y == words.slot.box.y, "the first line stays beside the mark"
    assert 0 < box_of(source).y - box_of(words).bottom <= 20 * 9525


def test_a_longer_quotation_has_its_source_further_down() -> None:
    places = [box_of(on_slide(f'quote: {{text: "{QUOTE * n}", source: X}}')[0]["source"]).y for n in (1, 3, 6)]

    assert places[0] < places[1] < places[2]


def captioned(times: int) -> tuple[dict[str, Filled], list[str]]:
    return on_slide(f'image: {{file: one.svg, alt: A square, caption: "{SENTENCE * times}"}}')


def test_a_picture_gives_way_to_a_caption_of_several_lines() -> None:
    short, _ = captioned(1)
    long, codes = captioned(3)
    picture, caption = box_of(long["picture"]), box_of(long["caption"])

    assert not codes
    assert picture.height < box_of(short["picture"]).height
    assert picture.bottom <= caption.y
    assert caption.bottom == long["caption"].slot.box.bottom
    assert not long["caption"].sizes, "in the size that the brand means"


def test_a_caption_that_goes_on_and_on_is_reported() -> None:
    assert captioned(8)[1] == ["F301"]
