"""Diagnostics as people read them."""

from __future__ import annotations

import textwrap

from deckbuild.diagnostics.model import Diagnostic, Severity, Span
from deckbuild.diagnostics.terminal import render, summary


def shown(line: str, column: int, end: int, *hints: str, number: int = 7, end_line: int | None = None) -> str:
    span = Span("decks/2.0.yaml", number, column, end_line or number, end)
    diagnostic = Diagnostic("S101", Severity.ERROR, "`bulets` means nothing here", span, hints)
    return render(diagnostic, lambda _: [""] * (number - 1) + [line])


def marked(text: str) -> str:
    """The last line of the source shown and the line of marks below it, without the margin."""
    lines = text.splitlines()
    mark = next(index for index, line in enumerate(lines) if "^" in line)
    return lines[mark - 1].split(" | ", 1)[1] + "\n" + lines[mark].split(" | ", 1)[1]


def test_the_word_is_underlined_and_the_hint_stands_below() -> None:
    assert shown("    bulets: [one, two]", 5, 11, "did you mean `bullets`?") == textwrap.dedent("""\
        error[S101]: `bulets` means nothing here
         --> decks/2.0.yaml:7:5
          |
        7 |     bulets: [one, two]
          |     ^^^^^^
          = help: did you mean `bullets`?""")


def test_the_margin_is_as_wide_as_the_number() -> None:
    lines = shown("bulets: x", 1, 7, number=120).splitlines()

    assert lines[1:4] == ["   --> decks/2.0.yaml:120:1", "    |", "120 | bulets: x"]


def test_a_tab_is_four_cells_and_a_wide_letter_two() -> None:
    assert marked(shown("\t字: bad", 5, 8)) == "    字: bad\n" + " " * 8 + "^^^"


def test_a_combining_mark_takes_no_cell() -> None:
    assert marked(shown("e\u0301: bad", 5, 8)) == "e\u0301: bad\n   ^^^"


def test_a_place_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert marked(shown("say: one", 6, 3, end_line=9)) == "say: one\n     ^^^"


def test_an_empty_place_has_one_mark() -> None:
    assert marked(shown("title:", 7, 7)) == "title:\n      ^"


def test_a_long_line_is_cut_around_the_place() -> None:
    source, marks = marked(shown("a" * 500 + "bad" + "c" * 500, 501, 504)).splitlines()

    assert len(source) <= 160
    assert source[marks.index("^") : marks.index("^") + 3] == "bad"


def test_what_could_turn_the_terminal_round_is_replaced() -> None:
    assert "\x1b" not in shown("title: \x1b[31m\u202ex", 1, 6)


def test_without_the_source_only_the_file_is_named() -> None:
    diagnostic = Diagnostic("Y116", Severity.ERROR, "`a.yaml` does not exist", Span("a.yaml", 1, 1, 1, 1))

    assert render(diagnostic, lambda _: []) == "error[Y116]: `a.yaml` does not exist\n --> a.yaml"


def test_colours_are_put_on_only_when_asked_for() -> None:
    diagnostic = Diagnostic("S101", Severity.WARNING, "x", Span("a.yaml", 1, 1, 1, 2))

    assert "\x1b[" in render(diagnostic, lambda _: ["x"], colour=True)
    assert "\x1b[" not in render(diagnostic, lambda _: ["x"])


def test_the_summary_counts_each() -> None:
    one = Diagnostic("S101", Severity.ERROR, "x", Span("a", 1, 1, 1, 2))
    other = Diagnostic("L101", Severity.WARNING, "x", Span("a", 1, 1, 1, 2))

    assert summary([one, one, other]) == "2 errors, 1 warning"
    assert summary([]) == ""
