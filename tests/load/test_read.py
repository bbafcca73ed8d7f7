"""Text -> tree: spans, scalars as written, bounds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.load.read import read_tree
from deckbuild.load.text import SIZE
from deckbuild.load.tree import Entries, Items, Scalar, Tree
from deckbuild.spec.scalars import Plain

FILE = "lesson.yaml"


def tree_of(text: str) -> Tree:
    diags = Diagnostics()
    tree = read_tree(text.encode(), FILE, diags)
    assert not diags.in_order()
    assert tree is not None
    return tree


def value_of(tree: Tree, *path: str | int) -> Tree:
    for part in path:
        if isinstance(tree, Entries):
            tree = tree.entries[str(part)].value
        elif isinstance(tree, Items):
            tree = tree.values[int(part)]
    return tree


def codes(data: bytes) -> list[str]:
    diags = Diagnostics()
    read_tree(data, FILE, diags)
    return [diagnostic.code for diagnostic in diags.in_order()]


def spans_in(tree: Tree) -> list[Span]:
    match tree:
        case Scalar():
            return [tree.span]
        case Items():
            return [tree.span, *(span for value in tree.values for span in spans_in(value))]
        case Entries():
            inner = [span for key, value in tree.entries.values() for span in (key, *spans_in(value))]
            return [tree.span, *inner]


@pytest.mark.parametrize("written", ["no", "10:30", "2.0", "0x1F", "1e3", "2021-07-01", "true", ".inf", "010"])
def test_a_scalar_without_quotes_stays_as_it_is_written(written: str) -> None:
    node = value_of(tree_of(f"a: {written}"), "a")

    assert isinstance(node, Scalar)
    assert node.value == written
    assert isinstance(node.value, Plain)


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_nothing_is_nothing(written: str) -> None:
    node = value_of(tree_of(f"a: {written}\nb: x"), "a")

    assert isinstance(node, Scalar)
    assert node.value is None


def test_nothing_in_quotes_is_a_text() -> None:
    node = value_of(tree_of("a: 'null'"), "a")

    assert isinstance(node, Scalar)
    assert node.value == "null"
    assert not isinstance(node.value, Plain)


def test_keys_and_values_know_their_places() -> None:
    tree = tree_of("title: A\nslides:\n  - title: Bé\n    bullets: [x]\n")

    assert isinstance(tree, Entries)
    assert tree.entries["slides"].key == Span(FILE, 2, 1, 2, 7)
    assert value_of(tree, "slides", 0, "title").span == Span(FILE, 3, 12, 3, 14)
    assert value_of(tree, "slides", 0).span == Span(FILE, 3, 5, 4, 17)


def test_a_character_outside_the_basic_plane_is_one_column() -> None:
    tree = tree_of("{a: 😀, b: x}")

    assert value_of(tree, "b").span == Span(FILE, 1, 11, 1, 12)


def test_windows_line_ends_are_read_as_any_other() -> None:
    assert value_of(tree_of("a: |\r\n  one\r\n  two\r\nb: x\r\n"), "a")[0] == "one\ntwo\n"


def test_an_alias_repeats_its_value() -> None:
    tree = tree_of("a: &x [one]\nb: *x")

    assert value_of(tree, "b", 0) == value_of(tree, "a", 0)


def test_a_file_of_the_largest_size_is_still_looked_at() -> None:
    assert "Y114" not in codes(b"a: " + b"x" * (SIZE - 3))
    assert codes(b"a: " + b"x" * (SIZE - 2)) == ["Y114"]


@pytest.mark.parametrize("nest", ["[", "- ", "{a: ", "? ", "- - ? [", "a:\n "])
def test_deep_nesting_neither_crashes_nor_takes_long(nest: str) -> None:
    """PyYAML's composer overflows the C stack on this."""
    begun = time.perf_counter()

    assert codes((nest * 200_000).encode()[:SIZE])
    assert time.perf_counter() - begun < 5


YAML_LIKE = st.text(alphabet=st.sampled_from(list("ab:- \n\t[]{},\"'*&!|>#?%@`~<\\é😀\u2028\x85\x00\x07")), max_size=60)


@given(YAML_LIKE | st.text(max_size=60))
def test_any_text_gives_a_tree_or_a_message_with_a_place_in_the_text(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    diags = Diagnostics()

    tree = read_tree(data, FILE, diags)

    assert tree is not None or diags.has_errors
    lines = [*data.decode("utf-8-sig", "replace").splitlines(), ""]
    found = [diagnostic.span for diagnostic in diags.in_order()] + (spans_in(tree) if tree else [])
    for span in found:
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)


@given(st.binary(max_size=60))
def test_any_bytes_are_survived(data: bytes) -> None:
    diags = Diagnostics()

    assert read_tree(data, FILE, diags) is not None or diags.has_errors
