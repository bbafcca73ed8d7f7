"""Charts as PowerPoint and Word hold them: native, with their numbers in a workbook, in every type."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation

from deckbuild.amounts import NotANumber, read_amount, say_amount
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.ooxml.opening import open_package
from deckbuild.pictures.embedded import slide_texts, with_gaps
from deckbuild.pipeline import Build, build, compose
from deckbuild.workspace import InMemory, Recording
from ooxml import sdk

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
PATH = PurePosixPath("decks/t.yaml")
TYPES = ("column", "bar", "line", "area", "pie", "doughnut", "scatter", "radar")


def lesson(*charts: str, language: str = "en") -> str:
    slides = ", ".join(f"{{title: Slide {number}, chart: {chart}}}" for number, chart in enumerate(charts))
    return f"lesson: '1'\ntitle: T\nlanguage: {language}\nsections: [{{title: S, slides: [{slides}]}}]"


def built(*charts: str, language: str = "en") -> Build:
    result = build(InMemory({str(PATH): lesson(*charts, language=language)}), PATH)
    assert not result.diagnostics
    return result


def every_type() -> list[str]:
    rows = "[[1, 2.5], [2, 4], [3, 3]]"
    return [f"{{type: {kind}, header: [Day, Score], rows: {rows}}}" for kind in TYPES]


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def alt_of(chart: str, language: str = "en") -> str:
    diags = Diagnostics()
    text = lesson(chart, language=language)
    composed = compose(Recording(InMemory({str(PATH): text})), PATH, diags)
    assert composed is not None
    return next(
        filled.content.alt for filled in composed.presentation.pages[1].filled if hasattr(filled.content, "alt")
    )


def test_the_validator_finds_nothing_in_any_type_of_chart_nor_in_its_workbook() -> None:
    sdk.require()
    more = [
        "{type: column, stack: sum, header: [Day, A, B], rows: [[x, 1, 2], [y, '', 4]]}",
        "{type: bar, stack: percent, labels: true, header: [Day, A, B], rows: [[x, 1, 2], [y, 3, 4]], unit: '\"%\"'}",
        "{type: column, lines: B, second_axis: B, header: [Day, A, B], rows: [[x, 1, 2], [y, 3, 4]]}",
    ]
    for path, content in built(*every_type(), *more).files.items():
        assert sdk.findings(content, path.suffix) == []
        for name, part in parts(content).items():
            if name.endswith(".xlsx"):
                assert sdk.findings(part, ".xlsx") == []


def test_powerpoints_own_model_reads_the_numbers_back() -> None:
    deck = next(
        iter(built("{type: column, header: [Year, In, Out], rows: [[2023, 1.5, -2], [2024, '', 4]]}").files.values())
    )
    chart = next(shape.chart for shape in Presentation(io.BytesIO(deck)).slides[1].shapes if shape.has_chart)

    assert list(chart.plots[0].categories) == ["2023", "2024"]
    assert [(series.name, list(series.values)) for series in chart.plots[0].series] == [
        ("In", [1.5, None]),
        ("Out", [-2.0, 4.0]),
    ]


def test_both_documents_hold_the_native_chart_with_its_workbook_and_its_numbers() -> None:
    for path, content in built("{type: column, header: [Year, In], rows: [[2023, 17.25]]}").files.items():
        if path.suffix == ".docx":
            found = parts(content)
            assert {"word/charts/chart1.xml", "word/embeddings/workbook1.xlsx"} <= set(found)
            assert "17.25" in found["word/document.xml"].decode()


def test_what_looks_like_a_formula_stays_a_text() -> None:
    name = "=cmd|/C calc!A0"
    deck = next(iter(built(f'{{type: column, header: ["{name}", "{name} b"], rows: [["{name}", 1]]}}').files.values()))
    sheet = parts(parts(deck)["ppt/embeddings/workbook1.xlsx"])["xl/worksheets/sheet1.xml"]
    root = etree.fromstring(sheet)

    assert not root.findall(".//{*}f")
    assert [node.text for node in root.iter("{*}t")] == [name, f"{name} b", name]


def test_a_gap_is_no_point() -> None:
    deck = next(iter(built("{type: line, header: [Day, A], rows: [[x, 1], [y, ''], [z, 0]]}").files.values()))
    root = etree.fromstring(parts(deck)["ppt/charts/chart1.xml"])
    points = root.findall(f".//{C}val//{C}pt")

    assert [(point.get("idx"), point.findtext(f"{C}v")) for point in points] == [("0", "1"), ("2", "0")]


def test_a_legend_stands_only_where_nothing_else_tells_series_apart() -> None:
    deck = next(iter(built(*every_type()).files.values()))
    with_legend = [
        kind for number, kind in enumerate(TYPES, 1) if b"<c:legend>" in parts(deck)[f"ppt/charts/chart{number}.xml"]
    ]

    assert with_legend == ["doughnut"]


def test_the_alternative_text_is_told_from_the_numbers() -> None:
    assert alt_of("{type: column, header: [Year, Staff], rows: [[2023, 1234.5], [2024, 80]]}") == (
        "Column chart: Staff by Year. Staff: highest 1,234.5 (2023), lowest 80 (2024)."
    )
    assert alt_of("{type: pie, header: [Answer, People], rows: [[Ja, 1], [Nein, 3]]}", "de") == (
        "Kreisdiagramm: People nach Answer. Nein 75\u00a0%; Ja 25\u00a0%."
    )
    assert alt_of("{type: pie, header: [A, P], rows: [[x, 1]], alt: Nothing but x}") == "Nothing but x"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("12", 12), ("-1.5", -1.5), ("12,5", 12.5), ("0,125", 0.125), ("1.234,5", 1234.5), ("1,234.5", 1234.5),
     ("1 234 567", 1234567), ("1'000'000", 1e6), ("1.234.567", 1234567), ("−3", -3), ("25 %", 25), ("", None)],
)  # fmt: skip
def test_numbers_are_read_as_people_of_several_countries_write_them(written: str, meant: float | None) -> None:
    assert read_amount(written) == meant


@given(
    st.floats(-1e12, 1e12).map(lambda value: round(value, 4)), st.sampled_from(["en", "de", "fr", "es", "pt-BR", "xx"])
)
def test_a_number_written_for_readers_of_a_language_reads_as_itself_or_is_refused(value: float, language: str) -> None:
    try:
        assert read_amount(say_amount(value, language)) == pytest.approx(value)
    except NotANumber as ambiguous:
        assert "may mean" in str(ambiguous)


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_refused_with_a_hint(text: str) -> None:
    try:
        value = read_amount(text)
    except NotANumber as wrong:
        assert wrong.hint
    else:
        assert value is None or abs(value) < 1e15


def test_a_gap_is_not_shown_as_a_zero_in_the_documents() -> None:
    """The embedded renderer would draw it so: such a slide has no picture, its chart stands in the document itself."""
    gap, none = (
        "{type: line, header: [Day, A], rows: [[x, 1], [y, ''], [z, 3]]}",
        "{type: line, header: [D, A], rows: [[x, 1], [y, 2]]}",
    )
    package = open_package(next(iter(built(gap, none).files.values())))

    assert with_gaps(package) == {2}
    assert "x" in slide_texts(package)[2]
