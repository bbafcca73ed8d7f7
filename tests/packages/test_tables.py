"""Tables as PowerPoint and Word hold them: merged cells, header flags, numbers set alike."""

from __future__ import annotations

import io
from pathlib import PurePosixPath

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from deckbuild.blocks import Table
from deckbuild.compose.tables import Fitted, part_of
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.kinds.table import Tabled, merged_of, table_block
from deckbuild.ooxml.lint import lint_package
from deckbuild.pipeline import Composed, build, compose
from deckbuild.workspace import InMemory, Recording

PATH = PurePosixPath("decks/t.yaml")
MERGED = """{header: [Time, Room 1, Room 2, "<"], header_column: true, highlight: ["11:00"], rows: [
  ["9:00", Welcome, "<", "<"], ["10:00", First aid, Maps, Radio], ["11:00", "^", Driving, "<"]]}"""


def lesson(table: str, language: str = "en") -> str:
    return (
        f"lesson: '1'\ntitle: T\nlanguage: {language}\nsections: [{{title: S, slides: [{{title: A, table: {table}}}]}}]"
    )


def composed(table: str, language: str = "en") -> Composed:
    diags = Diagnostics()
    made = compose(Recording(InMemory({str(PATH): lesson(table, language)})), PATH, diags)
    assert made is not None
    assert not diags.in_order()
    return made


def shown(table: str, language: str = "en") -> Table:
    filled = composed(table, language).presentation.pages[1].filled
    return next(one.content for one in filled if isinstance(one.content, Table))


def words(table: Table) -> list[list[str]]:
    return [["".join(run.text for run in cell) for cell in row] for row in table.lines]


def files(table: str) -> dict[str, bytes]:
    made = build(InMemory({str(PATH): lesson(table)}), PATH)
    assert not made.diagnostics
    return {path.name: content for path, content in made.files.items()}


def test_powerpoint_sees_merged_cells() -> None:
    deck = files(MERGED)["t.pptx"]
    frame = next(shape for shape in Presentation(io.BytesIO(deck)).slides[1].shapes if shape.has_table)
    cell = frame.table.cell

    assert (cell(1, 1).span_width, cell(2, 1).span_height, cell(0, 2).span_width) == (3, 2, 2)
    assert cell(3, 1).is_spanned
    assert frame.table.first_col
    assert not lint_package(deck)


def test_word_sees_merged_cells_and_a_repeated_header() -> None:
    table = Document(io.BytesIO(files(MERGED)["t-facilitator.docx"])).tables[-1]

    assert table.cell(1, 1)._tc is table.cell(1, 3)._tc
    assert table.cell(2, 1)._tc is table.cell(3, 1)._tc
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader")


def test_numbers_of_a_column_have_as_many_places_and_the_languages_signs() -> None:
    rows = "[[North, 12500, 1.5, 12.5 %, 2021, 0041], [South, 980, 22.25, 50 %, 1998, 033]]"
    table = f"{{header: [Region, People, Cost, Share, Since, Dial], rows: {rows}}}"

    assert words(shown(table))[1:] == [
        ["North", "12,500", "1.50", "12.5\u00a0%", "2021", "0041"],
        ["South", "980", "22.25", "50.0\u00a0%", "1998", "033"],
    ]
    assert words(shown(table, "de"))[1][1:4] == ["12.500", "1,50", "12,5\u00a0%"]
    assert words(shown(table[:-1] + ", numbers: written}"))[1][1:4] == ["12500", "1.5", "12.5 %"]


def test_a_named_total_sums_up_amounts_but_neither_years_nor_shares() -> None:
    table = shown(
        "{header: [Region, People, Share, Since], rows: [[North, 1.5, 40 %, 2021], [South, 2, 60 %, 1998]], total: All}"
    )

    assert words(table)[-1] == ["All", "3.5", "", ""]
    assert table.total


def test_a_short_table_is_narrower_than_the_slide_and_words_are_not_cut() -> None:
    assert shown("{header: [Step, Minutes], rows: [[Welcome, 5]]}").share < 0.6
    assert shown("{header: [Step, Minutes], rows: [[Welcome, 5]], widths: [3, 1]}").share == 1


def fitted(table: str) -> Fitted:
    made = composed("{rows: [[x]]}")
    page, brand = made.presentation.pages[1], made.brand
    slot = next(one.slot for one in page.filled if isinstance(one.content, Table))
    import yaml

    from deckbuild.compose.measure import metrics

    written = yaml.safe_load(table)
    rows = tuple(tuple(str(cell) for cell in row) for row in written["rows"])
    block = table_block(Tabled(header=tuple(map(str, written.get("header", ()))), rows=rows), "en")
    return Fitted(block, slot, slot.box, brand, metrics(brand.faces, brand.mono_family))


def test_a_table_with_more_columns_than_words_have_room_is_divided_between_columns() -> None:
    names = ", ".join(f"Responsibility{number}" for number in range(16))
    wide = fitted(f"{{header: [Name, {names}], rows: [[a, {', '.join('b' * 16)}]]}}")
    parts = wide.parts(3, 0.8)

    assert not wide.fits(0.8)
    assert parts
    assert all(part.fits(0.8) for part in parts)
    assert [words(part.table)[0][0] for part in parts] == ["Name"] * 3
    assert sum(len(part.table.widths) - 1 for part in parts) == 16


def test_a_merged_cell_is_not_cut_between_slides() -> None:
    parts = fitted("{header: [A, B], rows: [[1, a], [2, b], ['^', c], [3, d]]}").parts(2, 1.0)

    assert parts
    assert [len(part.table.rows) for part in parts] in ([1, 3], [3, 1])


grids = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from(["a", "b", "<", "^"]), min_size=width, max_size=width), min_size=1, max_size=6
    )
)


@given(grids, st.data())
def test_any_part_of_any_table_is_a_table_with_each_cell_in_one_place(
    grid: list[list[str]], data: st.DataObject
) -> None:
    try:
        block = table_block(Tabled(rows=tuple(map(tuple, grid))), "en")
    except ValueError:
        return  # refused with a message
    rows = data.draw(st.lists(st.integers(0, len(grid) - 1), min_size=1, unique=True).map(sorted))
    part = part_of(block, rows, range(len(grid[0])))
    covered = [
        (one.row + down, one.column + across)
        for one in part.merged
        for down in range(one.rows)
        for across in range(one.columns)
    ]

    assert len(part.lines) == len(rows)
    assert len(covered) == len(set(covered))
    assert all(row < len(rows) and column < len(grid[0]) for row, column in covered)
    assert abs(sum(part.widths) - 1) < 1e-9


@pytest.mark.parametrize(("rows", "merged"), [((("a", "<"), ("^", "^")), 1), ((("a", "b"), ("^", "^")), 2)])
def test_signs_make_rectangles(rows: tuple[tuple[str, ...], ...], merged: int) -> None:
    assert len(merged_of(rows)) == merged


def test_a_narrow_table_begins_at_the_right_where_its_language_does() -> None:
    page = composed("{header: [A, B], rows: [[x, 1]]}", "ar").presentation.pages[1]
    filled = next(one for one in page.filled if isinstance(one.content, Table))

    assert filled.box is not None
    assert filled.box.right == filled.slot.box.right
