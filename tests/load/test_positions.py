"""Where the characters of a value stand in its file, and fixes of a part of it."""

from __future__ import annotations

import textwrap

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.load.positions import Source
from deckbuild.load.read import read_tree
from deckbuild.load.scalars import mapped
from deckbuild.load.tree import Entries, Items, Scalar, Tree

TEXTS = st.text(st.sampled_from("abé😀 \n'\"\\:#-,[]{}&*!|>%@`.\t–"), min_size=1, max_size=40)
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


def scalars(tree: Tree) -> list[Scalar]:
    if isinstance(tree, Scalar):
        return [tree]
    values = tree.values if isinstance(tree, Items) else [entry.value for entry in tree.entries.values()]
    return [one for value in values for one in scalars(value)]


def read(text: str) -> Entries:
    tree = read_tree(text.encode(), "f.yaml", Diagnostics())
    assert isinstance(tree, Entries)
    return tree


@given(st.lists(TEXTS, min_size=1, max_size=4), STYLES, st.integers(8, 60), st.booleans())
def test_the_value_worked_out_is_the_one_that_libyaml_reads(texts, style, width, flow) -> None:
    text = yaml.dump({"a": texts}, default_style=style, width=width, allow_unicode=True, default_flow_style=flow)
    source = Source("f.yaml", text)

    for scalar in scalars(read(text)):
        if scalar.value is None:
            continue
        found = mapped(source.written(scalar.span))
        assert found is None or found.value == scalar.value


@given(st.lists(TEXTS, min_size=1, max_size=4), STYLES, st.integers(8, 60), st.booleans(), st.data())
def test_a_fix_changes_the_part_that_it_names_and_nothing_else(texts, style, width, flow, data) -> None:
    text = yaml.dump({"a": texts}, default_style=style, width=width, allow_unicode=True, default_flow_style=flow)
    source = Source("f.yaml", text)
    before = scalars(read(text))
    at = data.draw(st.integers(0, len(before) - 1))
    value = str(before[at].value or "")
    begin = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(begin, len(value)))
    new = data.draw(TEXTS | st.just(""))

    edit = source.replaced(before[at].span, value, begin, end, new) if value else None

    if edit:
        first, last = source.offsets(edit.span)
        assert text[first:last] == edit.old
        after = scalars(read(text[:first] + edit.new + text[last:]))
        wanted = [str(one.value or "") for one in before]
        wanted[at] = value[:begin] + new + value[end:]
        assert [str(one.value or "") for one in after] == wanted


def fixed(written: str, old: str, new: str) -> str | None:
    """The file after `old` in its one text became `new`; None where no fix is offered."""
    text = textwrap.dedent(written)
    source = Source("f.yaml", text)
    (scalar,) = scalars(read(text))
    value = str(scalar.value).strip()
    begin = value.index(old)
    edit = source.replaced(scalar.span, value, begin, begin + len(old), new)
    if edit is None:
        return None
    first, last = source.offsets(edit.span)
    return text[:first] + edit.new + text[last:]


@pytest.mark.parametrize(
    ("written", "old", "new", "expected"),
    [
        ("a: one two  # why\n", "two", "three", "a: one three  # why\n"),
        ("a: 'it''s two'\n", "two", "o'clock", "a: 'it''s o''clock'\n"),
        ('a: "say \\"two\\""\n', "two", 'a "b"', 'a: "say \\"a \\"b\\"\\""\n'),
        ("a: |  # kept\n    one\n      two\n    three\n", "two", "2", "a: |  # kept\n    one\n      2\n    three\n"),
        ("a: >-\n  one\n  two\n\n  three\n", "two", "2", "a: >-\n  one\n  2\n\n  three\n"),
        ("a:\r\n  - 20\r\n", "20", "20 min", "a:\r\n  - 20 min\r\n"),
        ("a: [one two]\n", "two", "2", "a: [one 2]\n"),
    ],
)
def test_a_part_of_a_text_is_replaced_in_any_style(written: str, old: str, new: str, expected: str) -> None:
    assert fixed(written, old, new) == expected


@pytest.mark.parametrize(
    ("written", "old", "new"),
    [
        ("a: one two\n", "two", "three: four"),
        ("a: one two\n", "one", "- one"),
        ("a: [one two]\n", "two", "2, 3"),
        ('a: "one\\ttwo"\n', "\ttwo", "2"),
        ("a: 'one\n  two'\n", "one two", "three"),
        ("a: &name one\n", "one", "two"),
        ("a: |2\n   one\n", "one", "two"),
        ("a: >\n  one\n  two\n", "two", "  two"),
    ],
)
def test_no_fix_is_offered_where_it_would_not_be_certain(written: str, old: str, new: str) -> None:
    assert fixed(written, old, new) is None


def test_a_word_of_a_folded_text_is_marked_where_it_stands() -> None:
    text = "a: >\n  one two\n  three\n"
    source = Source("f.yaml", text)
    (scalar,) = scalars(read(text))
    found = source.part(scalar.span, "one two three", 8, 13)

    assert found is not None
    assert source.written(found) == "three"
    assert (found.line, found.column) == (3, 3)
