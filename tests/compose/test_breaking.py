"""Where lines may break: the pieces of a word, and the words that blanks do not part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.compose.breaking import held, pieces


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("peace ", ["peace "]),
        ("well-being ", ["well-", "being "]),
        ("2010–2015", ["2010–", "2015"]),
        ("S/RES/2518", ["S/", "RES/2518"]),
        ("part/four?x", ["part/", "four?", "x"]),
        ("-5", ["-5"]),
        ("COVID-19", ["COVID-19"]),
        ("word—word", ["word", "—", "word"]),
        ("10\u00a0min", ["10\u00a0min"]),
        ("non\u2011stop", ["non\u2011stop"]),
        ("Über\u00adgang", ["Über\u00ad", "gang"]),
        ("日本語", ["日", "本", "語"]),
        ("これは、「本」です。", ["こ", "れ", "は、", "「本」", "で", "す。"]),
        ("キャッチ", ["キャッ", "チ"]),
        ("約100％", ["約", "100％"]),
        ("UN総会", ["UN", "総", "会"]),
        ("क्षेत्र", ["क्षेत्र"]),
        ("(whole)", ["(whole)"]),
    ],
)
def test_a_word_is_cut_where_a_line_may_break(word: str, cut: list[str]) -> None:
    assert list(pieces(word)) == cut


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [("Pourquoi ", "?", True), ("( ", "so", True), ("one ", "two", False), ("end. ", "(Then", False)],
)
def test_signs_are_not_parted_from_their_words_by_a_blank(before: str, after: str, kept: bool) -> None:
    assert held(before, after) is kept


@given(st.text(min_size=1, max_size=30).filter(lambda text: not any(c.isspace() for c in text)))
def test_no_character_is_lost_in_cutting(word: str) -> None:
    assert "".join(pieces(word)) == word
