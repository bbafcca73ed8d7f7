"""Connectors and arrows in pictures by the embedded renderer, which draws them wrongly by itself."""

from __future__ import annotations

import io
from pathlib import PurePosixPath

from lxml import etree
from PIL import Image

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.ooxml.lines import plain_lines, route
from deckbuild.ooxml.opening import open_package
from deckbuild.ooxml.pointed import inset_arrows
from deckbuild.pictures.embedded import Embedded
from deckbuild.pictures.slices import named_beside
from deckbuild.pipeline import compose, deck_of
from deckbuild.workspace import InMemory, Recording

LESSON = PurePosixPath("decks/any.yaml")
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def looks(kind: str, attributes: str = "", guides: str = "") -> etree._Element:
    return etree.fromstring(
        f'<p:spPr xmlns:a="{A}" xmlns:p="{P}"><a:xfrm {attributes}><a:off x="0" y="0"/><a:ext cx="100" cy="40"/></a:xfrm>'
        f'<a:prstGeom prst="{kind}"><a:avLst>{guides}</a:avLst></a:prstGeom></p:spPr>'
    )


def test_an_elbow_runs_as_its_geometry_says() -> None:
    assert route(looks("bentConnector3")) == ((0, 0), (50, 0), (50, 40), (100, 40))
    guide = '<a:gd name="adj1" fmla="val 25000"/>'
    assert route(looks("bentConnector3", 'flipV="1"', guide)) == ((0, 40), (25, 40), (25, 0), (100, 0))


def test_a_turned_elbow_sets_out_downwards() -> None:
    turned = [(round(x), round(y)) for x, y in route(looks("bentConnector3", 'rot="5400000" flipV="1"'))]

    assert turned == [(30, -30), (30, 20), (70, 20), (70, 70)]


def test_a_line_has_its_arrowhead_in_the_picture() -> None:
    text = 'lesson: "1"\ntitle: T\nsections: [{title: S, slides: [{title: A, diagram: {nodes: {a: Ask, b: Answer}, edges: [[a, b]]}}]}]\n'
    composed = compose(Recording(InMemory({str(LESSON): text})), LESSON, Diagnostics())
    assert composed is not None
    group = composed.presentation.pages[1].drawings[0]
    line = next(one for one in group.members if hasattr(one, "glue"))  # type: ignore[union-attr]
    scale = 1280 / composed.presentation.width
    drawn = Embedded(composed.brand).draw(deck_of(composed), [2], 1280)[2]
    picture = Image.open(io.BytesIO(drawn)).convert("L")

    def dark(x: int) -> int:
        """How many pixels of a column are drawn, round the line."""
        y = round(line.end[1] * scale)
        return sum(picture.getpixel((x, y + dy)) < 160 for dy in range(-8, 9))  # type: ignore[operator]

    tip = round(line.end[0] * scale)
    assert dark(tip - 20) <= 3
    assert dark(tip - 6) >= dark(tip - 20) + 2
    assert dark(tip - 6) > dark(tip - 3)


def test_a_slide_without_lines_stays_as_it_is() -> None:
    slide = f'<p:sld xmlns:p="{P}"/>'.encode()

    assert plain_lines(slide) is slide


def test_the_text_of_a_chevron_begins_right_of_its_notch() -> None:
    """Set from the edge, its first letters would stand in the notch, light on light."""
    text = 'lesson: "1"\ntitle: T\nsections: [{title: S, slides: [{title: A, steps: [One, MMMM, Three]}]}]\n'
    composed = compose(Recording(InMemory({str(LESSON): text})), LESSON, Diagnostics())
    assert composed is not None
    group = composed.presentation.pages[1].drawings[0]
    step = next(one for one in group.members if one.name == "Step 2")  # type: ignore[union-attr]
    scale = 1280 / composed.presentation.width
    drawn = Embedded(composed.brand).draw(deck_of(composed), [2], 1280)[2]
    picture = Image.open(io.BytesIO(drawn)).convert("L")
    left, middle = round(step.box.x * scale), round((step.box.y + step.box.height / 2) * scale)
    notch = left + 22
    row = [picture.getpixel((x, middle)) for x in range(notch + 3, left + 140)]
    letters = [notch + 3 + at for at, level in enumerate(row) if level > 200]  # type: ignore[operator]

    assert letters, "white on the chevron"
    assert min(letters) >= notch + 8


def test_the_insets_of_an_arrow_grow_by_its_point() -> None:
    shape = (
        f'<p:sld xmlns:p="{P}" xmlns:a="{A}"><p:sp><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900" cy="400"/></a:xfrm>'
        '<a:prstGeom prst="KIND"><a:avLst><a:gd name="adj" fmla="val 25000"/></a:avLst></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr lIns="10" rIns="20"/></p:txBody></p:sp></p:sld>'
    )

    def insets(kind: str) -> tuple[str | None, str | None]:
        body = next(etree.fromstring(inset_arrows(shape.replace("KIND", kind).encode())).iter(f"{{{A}}}bodyPr"))
        return body.get("lIns"), body.get("rIns")

    assert insets("chevron") == ("110", "120")
    assert insets("homePlate") == ("10", "70")
    assert insets("rect") == ("10", "20")


def test_a_pie_in_a_picture_says_names_and_shares_in_its_legend() -> None:
    text = 'lesson: "1"\ntitle: T\nsections: [{title: S, slides: [{title: A, chart: {type: pie, header: [Way, People], rows: [[Bus, 30], [Car, 10]]}}]}]\n'
    composed = compose(Recording(InMemory({str(LESSON): text})), LESSON, Diagnostics())
    assert composed is not None
    parts = open_package(deck_of(composed)).parts
    chart = next(part.content.decode() for name, part in parts.items() if name.startswith("/ppt/charts/chart"))
    beside = named_beside(chart)
    space = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    root = etree.fromstring(beside.encode())

    assert [one.text for one in root.iterfind(f".//{space}cat//{space}v")] == ["Bus  75%", "Car  25%"]
    assert root.find(f".//{space}dLbls") is None
    assert root.find(f"{space}chart/{space}legend/{space}txPr") is not None
    assert named_beside(chart.replace("pieChart", "doughnutChart")) == chart.replace("pieChart", "doughnutChart")
