"""Foreign runs as Markdown: the same words, the same looks, few signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.blocks import plain
from deckbuild.importing.markup import Piece, escaped, in_line, paragraph
from deckbuild.markdown import blocks, inline


@pytest.mark.parametrize(
    "text",
    [
        "Plain words stay as they are",
        "5 * 3 = 15",
        "snake_case_name",
        "A & B",
        "R&D",
        "use – a dash",
        "100 % of 3 < 4",
        "___",
    ],
)
def test_text_that_means_nothing_in_markdown_gets_no_signs(text: str) -> None:
    assert escaped(text) == text


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("*not* bold", r"\*not\* bold"),
        ("clause (c) applies", r"clause \(c) applies"),
        ("a--b", r"a\-\-b"),
        ("[@key]", r"\[@key\]"),
        ("{{word}}", r"\{\{word\}\}"),
        ("see [^1]", r"see \[\^1\]"),
    ],
)
def test_text_that_would_be_mark_up_is_kept_as_text(text: str, made: str) -> None:
    assert escaped(text) == made


def test_bold_and_italic_are_kept_without_the_blanks_at_their_ends() -> None:
    pieces = [
        Piece("Priority 1 – "),
        Piece("Coherence ", bold=True),
        Piece("in "),
        Piece("all", italic=True),
        Piece("."),
    ]

    assert in_line(pieces) == "Priority 1 – **Coherence** in *all*."


def test_a_colon_that_would_spoil_the_bold_word_before_it_loses_its_weight() -> None:
    assert in_line([Piece("Note:", bold=True), Piece("then")]) == "**Note**:then"


def test_links_keep_their_address_where_it_is_one_of_the_web() -> None:
    made = in_line(
        [
            Piece("See "),
            Piece("the site", link="https://example.org/a_(b)"),
            Piece(" or "),
            Piece("x", link="file:///c"),
        ]
    )

    assert made == "See [the site](<https://example.org/a_(b)>) or x"


@pytest.mark.parametrize(
    "text", ["- no list", "1. no list", "# no heading", "> no quote", "+ plus", "1994) was a year"]
)
def test_a_paragraph_is_no_list_and_no_heading(text: str) -> None:
    assert [plain(block.text) for block in blocks(paragraph(escaped(text)))] == [text]  # type: ignore[union-attr]


RUNS = st.lists(
    st.builds(Piece, st.text("ab *_[]`(:.,1-#~^\\{}!&<>", min_size=1, max_size=6), st.booleans(), st.booleans()),
    max_size=5,
)


@given(RUNS)
def test_no_character_is_lost_whatever_runs_hold(pieces: list[Piece]) -> None:
    wanted = "".join(piece.text for piece in pieces)

    made = plain(inline(in_line(pieces)))

    assert [one for one in made.replace("…", "...") if one.isalnum()] == [one for one in wanted if one.isalnum()]
