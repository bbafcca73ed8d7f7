"""Figures on slides: inside their region, connectors glued, routes cut where every program draws them alike."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Emu

from deckbuild.compose.figures.lines import Piece, pieces
from deckbuild.icons import NotDrawn, drawing, icon, names, svg_path
from deckbuild.kinds.mermaid import read_flowchart
from deckbuild.ooxml.lint import lint_package
from deckbuild.outputs import ALL
from deckbuild.pipeline import build
from deckbuild.workspace import InMemory

LESSON = PurePosixPath("decks/any.yaml")


def figure(body: str, head: str = ""):  # type: ignore[no-untyped-def]
    """The group of shapes that a slide with this body has, and the deck's bytes."""
    text = f'lesson: "1"\ntitle: T\n{head}sections:\n  - title: S\n    slides:\n      - title: A\n{body}'
    made = build(InMemory({str(LESSON): text}), LESSON, ALL[:1])
    assert not made.failed, made.diagnostics
    content = next(iter(made.files.values()))
    assert lint_package(content) == ()
    slide = list(Presentation(io.BytesIO(content)).slides)[-1]
    return next(shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP), content


def words(group) -> str:  # type: ignore[no-untyped-def]
    return " ".join(shape.text_frame.text for shape in group.shapes if shape.has_text_frame)


def test_a_process_stands_in_its_order_and_within_its_region() -> None:
    group, _ = figure("        steps: [Ask, Listen, Answer]\n")

    assert words(group).split() == ["Ask", "Listen", "Answer"]
    assert min(shape.left for shape in group.shapes) == group.left
    assert max(shape.left + shape.width for shape in group.shapes) <= group.left + group.width


def test_a_figure_says_in_a_line_what_it_shows() -> None:
    group, _ = figure("        steps: [Ask, Listen]\n")

    assert group._element.nvGrpSpPr.cNvPr.get("descr") == "Ask; Listen"


def test_words_of_a_late_period_stand_before_its_bar() -> None:
    group, _ = figure(
        "        timeline: [{date: 1948, title: A}, {date: 2018, title: B}]\n"
        "        periods: [{from: 2015, to: 2018, title: Many new missions in all parts of the world}]\n"
        "        scale: true\n"
    )
    bar, text = (next(one for one in group.shapes if one.name == name) for name in ("Period 1", "Period 1 text"))

    assert text.text_frame.text.startswith("Many new missions")
    assert text.left + text.width < bar.left
    assert text.left >= group.left


def test_connectors_hold_on_to_the_shapes_that_they_join() -> None:
    group, _ = figure("        diagram: {nodes: {a: Ask, b: Answer}, edges: [[a, b]]}\n")
    by_id = {shape.shape_id: shape for shape in group.shapes}
    line = next(
        shape
        for shape in group.shapes
        if shape.shape_type is None or shape.is_placeholder is None or not shape.has_text_frame
    )
    held = line._element.nvCxnSpPr.cNvCxnSpPr
    start, end = by_id[held.stCxn.id], by_id[held.endCxn.id]

    assert (start.text_frame.text, end.text_frame.text) == ("Ask", "Answer")
    assert (held.stCxn.idx, held.endCxn.idx) == (3, 1)
    assert (line.begin_x, line.end_x) == (start.left + start.width, end.left)


def test_an_icon_takes_a_colour_of_the_theme() -> None:
    _, content = figure("        steps: [{title: Ask, icon: users}, Listen]\n")
    slide = Presentation(io.BytesIO(content)).slides[1]
    drawn = next(shape for group in slide.shapes if group.shape_type == MSO_SHAPE_TYPE.GROUP
                 for shape in group.shapes if shape.name == "Icon users")  # fmt: skip

    assert drawn._element.xpath(".//a:custGeom")
    assert drawn._element.xpath(".//a:ln//a:schemeClr/@val") == ["accent1"]
    assert drawn.width == drawn.height > Emu(200_000)


def test_right_to_left_the_first_step_stands_at_the_right() -> None:
    text = "        steps: [Ask, Listen, Answer]\n"
    group, _ = figure(text, "language: ar\ngenerate: []\n")
    first, *others = [shape for shape in group.shapes if shape.has_text_frame]

    assert all(first.left > other.left for other in others)
    assert first._element.spPr.xfrm.get("flipH") == "1"


# --- routes -----------------------------------------------------------------------------------------------


def test_an_elbow_bends_half_way() -> None:
    half = 100_000
    route = ((0, 0), (0, half), (500_000, half), (500_000, 2 * half))

    assert pieces(route) == [Piece((0, 0), (500_000, 2 * half), "upright")]


def test_what_is_left_of_a_route_is_straight() -> None:
    near, far = 100_000, 300_000
    route = ((0, 0), (0, near), (500_000, near), (500_000, far))

    assert pieces(route) == [
        Piece((0, 0), (500_000, 2 * near), "upright"), Piece((500_000, 2 * near), (500_000, far)),
    ]  # fmt: skip


STEP = st.integers(1, 40).map(lambda n: n * 30_000)


@given(st.lists(st.tuples(STEP, st.integers(-20, 20).map(lambda n: n * 30_000)), min_size=1, max_size=5), STEP)
def test_pieces_lead_from_end_to_end_without_a_gap(turns: list[tuple[int, int]], last: int) -> None:
    route = [(0, 0)]
    for down, across in turns:
        x, y = route[-1]
        route += [(x, y + down), (x + across, y + down)]
    route.append((route[-1][0], route[-1][1] + last))
    cut = pieces(route)

    assert (cut[0].start, cut[-1].end) == (route[0], route[-1])
    assert all(one.end == other.start for one, other in pairwise(cut))
    assert all(piece.elbow or piece.start[0] == piece.end[0] or piece.start[1] == piece.end[1] for piece in cut)


# --- icons ------------------------------------------------------------------------------------------------


def test_every_icon_of_the_set_is_drawn_within_its_field() -> None:
    for name in sorted(names())[::12]:
        drawn = icon(name)
        assert drawn is not None, name
        numbers = [number for line in drawn.lines for _, points in line.commands for number in points]
        assert min(numbers) >= -2500 and max(numbers) <= 26500, name


def test_an_arc_becomes_curves_that_end_where_it_does() -> None:
    commands = list(svg_path("M0 4a4 4 0 0 1 8 0"))
    end = commands[-1][1][-2:]

    assert [letter for letter, _ in commands] == ["M", "C", "C"]
    assert (round(end[0], 6), round(end[1], 6)) == (8, 4)


def test_an_own_icon_may_be_of_areas_and_may_not_be_styled() -> None:
    square = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><g {}><rect width="10" height="20"/></g></svg>'
    )
    drawn = drawing(square.format("").encode())

    assert (drawn.width, drawn.height) == (10_000, 20_000)
    assert [(line.filled, line.stroked) for line in drawn.lines] == [(True, False)]
    with pytest.raises(NotDrawn, match="transform"):
        drawing(square.format('transform="rotate(3)"').encode())


# --- Mermaid -------------------------------------------------------------------------------------------------


def test_a_flowchart_is_read_as_mermaid_reads_it() -> None:
    chart = read_flowchart(
        'graph LR\n  A([Start]) --> B{"Is it (safe)?"} %% a comment\n  B -- yes --> C & D; B -.->|no| E((End))\n'
        "  subgraph one [The first]\n    C ==> D\n  end\n  D --- E\n"
    )

    assert chart.direction == "right"
    assert [(n.id, n.title, n.outline) for n in chart.nodes] == [
        ("A", "Start", "stadium"), ("B", "Is it (safe)?", "decision"), ("C", "C", "box"), ("D", "D", "box"),
        ("E", "End", "circle"),
    ]  # fmt: skip
    assert [(e.start, e.end, e.label, e.look, e.arrow) for e in chart.edges] == [
        ("A", "B", "", "solid", "end"), ("B", "C", "yes", "solid", "end"), ("B", "D", "yes", "solid", "end"),
        ("B", "E", "no", "dotted", "end"), ("C", "D", "", "thick", "end"), ("D", "E", "", "solid", "none"),
    ]  # fmt: skip
    assert [(c.title, c.nodes) for c in chart.clusters] == [("The first", ["C", "D"])]


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.sampled_from('AB-->[](){}|&;.=\n "graphLR%subgraphend<ox'), max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    from pydantic_core import PydanticCustomError

    try:
        read_flowchart("graph TD\n" + text)
    except PydanticCustomError as refused:
        assert refused.type == "S150"
