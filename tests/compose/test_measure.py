"""The lines that text falls into, measured in the brand's faces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.blocks import Run
from deckbuild.brand.brand import Box
from deckbuild.brand.faces import choose
from deckbuild.compose.frames import frame, text_rectangle
from deckbuild.compose.measure import Metrics

METRICS = Metrics((*choose("Open Sans").faces, *choose("Arial").faces), "Arial")
WORDS = st.text("abcdefg ABC-,.é日本語 «»", min_size=1, max_size=80)


def widths(text: str, width: float, *, size: float = 20) -> list[float]:
    return METRICS.line_widths((Run(text),), size, "Open Sans", width)


def test_a_bold_run_is_wider_than_a_plain_one() -> None:
    plain = METRICS.line_widths((Run("mandate"),), 20, "Open Sans", 500)
    bold = METRICS.line_widths((Run("mandate", bold=True),), 20, "Open Sans", 500)

    assert bold > plain


def test_bold_is_measured_in_a_file_that_holds_all_weights() -> None:
    plain = METRICS.line_widths((Run("mandate"),), 20, "Arial", 500)
    bold = METRICS.line_widths((Run("mandate"),), 20, "Arial", 500, bold=True)

    assert bold > plain


def test_code_is_measured_in_the_family_of_code() -> None:
    code = METRICS.line_widths((Run("mandate", code=True),), 20, "Open Sans", 500)

    assert code == METRICS.line_widths((Run("mandate"),), 20, "Arial", 500)


def test_a_word_over_two_runs_is_one_word() -> None:
    rich = (Run("un"), Run("breakable", bold=True))

    assert len(METRICS.line_widths(rich, 20, "Open Sans", 130)) == 1
    assert len(METRICS.line_widths((Run("so un"), Run("breakable", bold=True)), 20, "Open Sans", 130)) == 2


def test_the_width_of_a_text_counts_its_blanks() -> None:
    assert METRICS.width("two  ", 20, "Open Sans") > METRICS.width("two", 20, "Open Sans")
    assert METRICS.width("  ", 20, "Open Sans") > 0


def test_a_blank_at_the_end_of_a_line_takes_no_room() -> None:
    whole = widths("two words", 1000)[0]

    assert len(widths("two words   ", whole + 0.1)) == 1


def test_a_word_longer_than_the_line_is_cut() -> None:
    lines = widths("Donaudampfschifffahrtsgesellschaft", 120)

    assert len(lines) == 3
    assert max(lines) <= 120.1


def test_a_line_break_begins_a_line_and_a_tab_goes_to_the_next_stop() -> None:
    assert len(widths("one\ntwo", 500)) == 2
    assert widths("a\tb", 500)[0] == pytest.approx(72 + widths("b", 500)[0])


def test_ideographs_that_no_face_has_count_as_full_squares() -> None:
    assert widths("平和維持", 500) == [80.0]


@given(WORDS, st.floats(20, 400))
def test_a_narrower_column_never_takes_fewer_lines(text: str, width: float) -> None:
    assert len(widths(text, width)) >= len(widths(text, width * 1.5))


@given(WORDS, st.floats(30, 400))
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    assert max(widths(text, width)) <= width + 0.5 or min(len(word) for word in text.split() or ["ab"]) == 1


@pytest.mark.parametrize(
    ("shape", "inside"),
    [
        ("rect", Box(100, 100, 4000, 2000)),
        ("diamond", Box(1100, 600, 2000, 1000)),
        ("chevron", Box(1100, 100, 2000, 2000)),
        ("homePlate", Box(100, 100, 3500, 2000)),
        ("ellipse", Box(686, 393, 2828, 1414)),
        ("roundRect", Box(198, 198, 3805, 1805)),
        ("nothing known", Box(100, 100, 4000, 2000)),
    ],
)
def test_a_shape_leaves_its_text_the_rectangle_of_its_geometry(shape: str, inside: Box) -> None:
    found = text_rectangle(shape, Box(100, 100, 4000, 2000))

    assert (found.x, found.y) == pytest.approx((inside.x, inside.y), abs=2)
    assert (found.width, found.height) == pytest.approx((inside.width, inside.height), abs=3)


def test_insets_and_columns_take_of_the_room() -> None:
    room = frame(Box(0, 0, 127000, 127000), Box(12700, 12700, 12700, 12700), columns=2, gap=12700)

    assert (room.width, room.height, room.column) == (8, 8, 3.5)
