"""Edits of a file: what they do not name stays as it is."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.diagnostics.model import Diagnostics, Edit, Place
from deckbuild.load.decode import plain
from deckbuild.load.edit import apply_fixes, as_scalar, new_key
from deckbuild.load.positions import Source
from deckbuild.load.read import read_tree
from deckbuild.spec.authored import PLACE

LINES = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\u2028\u2029\ufeff"), min_size=1, max_size=30
)


def data_of(text: str) -> dict[str, object]:
    diags = Diagnostics()
    tree = read_tree(text.encode(), "f.yaml", diags)
    assert tree is not None and not diags.has_errors, diags.in_order()
    return plain(tree)


def without_places(data: object) -> object:
    if isinstance(data, dict):
        return {key: without_places(value) for key, value in data.items() if key != PLACE}
    return [without_places(one) for one in data] if isinstance(data, list) else data


def edited(source: Source, *edits: Edit) -> str:
    return apply_fixes(source, [edits]).text


@given(LINES)
def test_a_text_reads_the_same_wherever_it_is_written(text: str) -> None:
    written = as_scalar(text)

    assert data_of(f"a: {written}\nb: [{written}, {{c: {written}}}]\n")["a"] == text
    assert without_places(data_of(f"b: [{written}, {{c: {written}}}]\n")) == {"b": [text, {"c": text}]}
    assert yaml.safe_load(f"a: {written}\n")["a"] == text


@given(st.dictionaries(st.sampled_from("abcd"), LINES, min_size=1), LINES, st.booleans(), st.booleans())
def test_a_new_key_stands_first_and_changes_nothing_else(mapping, value: str, flow: bool, crlf: bool) -> None:
    text = yaml.dump({"top": [mapping, "x"]}, default_flow_style=flow, allow_unicode=True, sort_keys=False)
    text = text.replace("\n", "\r\n") if crlf else text
    source = Source("f.yaml", text)
    place = data_of(text)["top"][0][PLACE]

    edit = new_key(source, place, "id", value)

    assert edit is not None
    after = data_of(edited(source, edit))
    assert without_places(after) == {"top": [{"id": value, **mapping}, "x"]}
    assert next(iter(after["top"][0])) == "id"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a: 1  # one\n  b: 2\n", "- a: 1  # one\n  id: x\n  b: 2\n"),
        ("- a: 1", "- a: 1\n  id: x"),
        ("- {a: 1, b: 2}\n", "- {a: 1, id: x, b: 2}\n"),
        ("- a: |\n    1\n  b: 2\n", None),
        ("- a: [1,\n    2]\n", None),
        ("- b: 2\n", None),
        ("- &name\n  a: 1\n", "- &name\n  a: 1\n  id: x\n"),
    ],
)
def test_a_new_key_follows_another_where_that_ends_in_its_line(text: str, expected: str | None) -> None:
    text = f"top:\n{text}"
    source = Source("f.yaml", text)
    place = data_of(text)["top"][0][PLACE]

    edit = new_key(source, place, "id", "x", after="a")

    assert (edited(source, edit) if edit else None) == (expected and f"top:\n{expected}")


def test_a_key_that_is_there_is_left_alone() -> None:
    source = Source("f.yaml", "a: 1\n")

    assert new_key(source, data_of("a: 1\n")[PLACE], "a", "x") is None
    assert new_key(source, Place(), "id", "x") is None


SOURCE = Source("f.yaml", "a: one\nb: two\n")
ONE, TWO = SOURCE.span(3, 6), SOURCE.span(10, 13)


def test_fixes_that_touch_the_same_place_come_one_at_a_time() -> None:
    done = apply_fixes(SOURCE, [(Edit(ONE, "one", "1"),), (Edit(ONE, "one", "I"), Edit(TWO, "two", "II"))])

    assert done.text == "a: 1\nb: two\n"
    assert done.applied == {0}


def test_two_fixes_that_are_the_same_are_applied_once() -> None:
    done = apply_fixes(SOURCE, [(Edit(ONE, "one", "1"),), (Edit(ONE, "one", "1"), Edit(TWO, "two", "2"))])

    assert done.text == "a: 1\nb: 2\n"
    assert done.applied == {0, 1}


def test_a_fix_for_another_state_of_the_file_is_not_applied() -> None:
    assert apply_fixes(SOURCE, [(Edit(ONE, "ein", "1"),)]).text == SOURCE.text


def test_a_fix_that_would_break_the_file_is_left_out_and_others_are_not() -> None:
    done = apply_fixes(SOURCE, [(Edit(ONE, "one", "'1"),), (Edit(TWO, "two", "2"),)])

    assert done.text == "a: one\nb: 2\n"
    assert done.applied == {1}
