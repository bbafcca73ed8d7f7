"""Runs and paragraphs by others, written as Markdown, are read back with the same words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckbuild.blocks import Items, Paragraph
from deckbuild.importing.prose import Para, marked, merged, one_line, prose
from deckbuild.markdown import blocks, inline
from deckbuild.runs import Mention, Run, Web, plain

SIGNS = st.text(st.sampled_from(list("ab c1*_`[]<>&~^\\{}()!#+-.|:@\"'é\n ")), max_size=12)
LINKS = st.sampled_from([None, Web("https://a.example/c"), Web("https://a.example/(z)")])
RUNS = st.builds(
    Run, SIGNS, st.booleans(), st.booleans(), st.booleans(), st.sampled_from(["", "sub", "super"]), st.just(""), LINKS
)
PARAS = st.builds(
    Para, st.lists(RUNS, max_size=2).map(tuple), st.integers(0, 3), st.sampled_from(["", "dot", "number"])
)


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def told(text: str) -> str:
    out = []
    for block in blocks(text):
        assert isinstance(block, (Paragraph, Items)), block
        out += [plain(block.text)] if isinstance(block, Paragraph) else [plain(item.text) for item in block.items]
    return letters("".join(out))


@given(st.lists(RUNS, max_size=4))
def test_runs_keep_their_words(runs: list[Run]) -> None:
    assert letters(plain(inline(marked(runs)))) == letters(plain(tuple(runs)))


@given(st.lists(PARAS, max_size=5))
def test_paragraphs_and_lists_keep_their_words(paras: list[Para]) -> None:
    assert told(prose(paras)) == letters("".join(para.text for para in paras))


def test_looks_are_written_as_people_write_them() -> None:
    assert marked([Run("See "), Run("all ", bold=True), Run("of it", bold=True, italic=True)]) == "See **all *of it***"
    assert marked([Run("CO"), Run("2", script="sub"), Run(" and "), Run("x_1", code=True)]) == "CO~2~ and `x_1`"
    assert marked([Run("https://a.example", link=Web("https://a.example"))]) == "<https://a.example>"
    assert marked([Run("the rule", link=Mention("rule"))]) == "the rule ([@rule])"


def test_what_only_looks_like_mark_up_stays_what_it_is() -> None:
    assert marked([Run("a_b * c (c) ~50 [x] {y}")]) == r"a_b \* c \(c) ~50 [x] {y}"
    assert inline(marked([Run("[@nobody] {{blank}} [+ABC]")])) == (Run("[@nobody] {{blank}} [+ABC]"),)
    assert prose([Para((Run("1. not a list"),)), Para((Run("- nor this"),))]) == "1\\. not a list\n\n\\- nor this"


def test_lists_are_nested_by_their_levels() -> None:
    listed = [Para((Run("a"),), 0, "number"), Para((Run("b"),), 1, "dot"), Para((Run("c"),), 0, "number")]
    assert prose([Para((Run("Lead"),)), *listed]) == "Lead\n\n1. a\n   - b\n2. c"


def test_breaks_within_a_line_become_spaces_and_what_nobody_sees_goes() -> None:
    assert one_line([Run("Two\vlines \u200band a\u00adhyphen")]) == "Two lines and ahyphen"
    assert merged([Run("  a "), Run(""), Run("b  ")]) == (Run("a b"),)
