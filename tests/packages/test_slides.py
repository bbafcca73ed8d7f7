"""What a slide can have besides its body: hidden, without a number, a transition of its own."""

from __future__ import annotations

import io
import textwrap
import zipfile
from pathlib import PurePosixPath

import pytest
from docx import Document
from lxml import etree
from pptx import Presentation

from deckbuild.pipeline import Build, build
from deckbuild.render.pptx.timing import Running, Target, animated
from deckbuild.workspace import InMemory
from ooxml import sdk
from templates import USUAL, deck

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
LESSON = PurePosixPath("decks/lesson.yaml")
PLAIN = "brand: plain\ntransition: {}\n"


def built(slides: str, *, transition: str = "none", foot: str = "") -> Build:
    head = 'lesson: "1"\ntitle: T\nbrand: plain\ngenerate: []\nduration: 30 min\nsections:\n- title: S\n  slides:\n'
    text = head + textwrap.indent(textwrap.dedent(slides).strip("\n"), "  ") + "\n" + foot
    files: dict[str, bytes | str] = {str(LESSON): text, "brand/plain/brand.yaml": PLAIN.format(transition)}
    made = build(InMemory(files), LESSON)
    assert not made.diagnostics, made.diagnostics
    return made


def output(made: Build, ending: str) -> bytes:
    return next(content for path, content in made.files.items() if path.name.endswith(ending))


def slides(made: Build) -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(output(made, ".pptx"))) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith("ppt/slides/slide"))
        return [etree.fromstring(archive.read(name)) for name in names]


def words(made: Build, ending: str) -> str:
    return "\n".join(node.text or "" for node in Document(io.BytesIO(output(made, ending))).element.iter() if node.text)


HIDDEN = """
- {title: Shown, bullets: [a], duration: 10 min}
- {title: In reserve, bullets: [b], duration: 25 min, hidden: true, key_message: Keep it back.}
- {title: Shown again, bullets: [c], duration: 20 min}
"""


def test_a_hidden_slide_stays_in_the_deck_and_counts() -> None:
    made = slides(built(HIDDEN))

    assert [slide.get("show") for slide in made] == [None, "0", None]
    assert [slide.findtext(".//{*}fld/{*}t") for slide in made] == ["1", "2", "3"]


def test_a_hidden_slide_takes_no_time_and_only_the_trainer_reads_of_it() -> None:
    made = built(HIDDEN)  # 55 min would not fit the lesson's 30

    assert "hidden" in words(made, "-facilitator.docx")
    assert "In reserve" in words(made, "-facilitator.docx")
    assert "In reserve" not in words(made, "-participant.docx")
    assert "Keep it back" not in words(made, "-participant.docx")


def test_a_slide_can_go_without_its_number() -> None:
    made = Presentation(
        io.BytesIO(
            output(built("- {title: A, bullets: [a], slide_number: false}\n- {title: B, bullets: [b]}"), ".pptx")
        )
    )
    names = [[shape.name for shape in slide.placeholders] for slide in made.slides]

    assert "Slide number" not in names[0]
    assert "Slide number" in names[1]


def test_the_brand_says_how_slides_change_and_a_slide_may_say_otherwise() -> None:
    text = "- {title: A}\n- {title: B, transition: push}\n- {title: C, transition: none}"
    moves = [slide.find(f"{P}transition") for slide in slides(built(text, transition="fade"))]

    assert [[etree.QName(kind).localname for kind in move] if move is not None else [] for move in moves] == [
        ["fade"], ["push"], [],
    ]  # fmt: skip


# --- what appears at a click -----------------------------------------------------------------------------------


def clicks(slide: etree._Element) -> list[list[tuple[str, str | None]]]:
    """For each click the shapes that appear, with the paragraph where it is one."""
    steps = slide.findall(".//{*}seq/{*}cTn[@nodeType='mainSeq']/{*}childTnLst/{*}par")
    return [
        [
            (
                target.get("spid"),
                paragraph.get("st") if (paragraph := target.find("./{*}txEl/{*}pRg")) is not None else None,
            )
            for target in step.iter("{*}spTgt")
        ]
        for step in steps
    ]


def names(slide: etree._Element) -> dict[str, str]:
    return {shape.get("id"): shape.get("name") for shape in slide.iter("{*}cNvPr")}


def test_points_appear_one_at_a_time_and_bring_those_below_them_along() -> None:
    (slide,) = slides(built("- {title: A, reveal: true, bullets: [one, two: [below, and below], three]}"))
    shown = clicks(slide)

    assert [[paragraph for _, paragraph in click] for click in shown] == [["0"], ["1", "2", "3"], ["4"]]
    kinds = [effect.get("nodeType") for effect in slide.iter("{*}cTn") if effect.get("presetID") == "1"]
    assert kinds == ["clickEffect", "clickEffect", "withEffect", "withEffect", "clickEffect"]
    build = slide.find(".//{*}bldLst/{*}bldP")
    assert build is not None
    assert (build.get("build"), names(slide)[build.get("spid", "")]) == ("p", "Body")


def test_cards_appear_one_at_a_time() -> None:
    text = "- {title: A, reveal: true, groups: [{title: x, items: [a]}, {title: y, items: [b]}]}"
    (slide,) = slides(built(text))

    assert [[names(slide)[shape] for shape, _ in click] for click in clicks(slide)] == [["Card 1"], ["Card 2"]]
    assert slide.find(".//{*}bldLst") is None  # groups of shapes are not built by paragraphs


def test_steps_of_an_animation_are_numbered_in_the_order_of_the_document() -> None:
    (slide,) = slides(built("- {title: A, reveal: true, bullets: [one, two: [below], three]}"))
    numbers = [int(step.get("id", "0")) for step in slide.iter("{*}cTn")]

    assert numbers == sorted(set(numbers))


TIMED = """
- {title: A, question: {stem: Who?, options: [I, you]}, duration: 3 min, timer: 90 s}
- {title: B, bullets: [x]}
"""


def test_a_timer_is_a_bar_that_a_click_takes_away_as_slowly_as_the_time_runs() -> None:
    timed, plain = slides(built(TIMED))
    (wipe,) = timed.iter("{*}animEffect")
    bar, span = wipe.find(".//{*}spTgt"), wipe.find(".//{*}cTn")
    assert bar is not None
    assert span is not None

    assert (names(timed)[bar.get("spid", "")], span.get("dur")) == ("Timer", "90000")
    assert (wipe.get("transition"), wipe.get("filter")) == ("out", "wipe(right)")
    assert [one.get("nodeType") for one in timed.iter("{*}cTn") if one.get("presetID") == "22"] == ["clickEffect"]
    assert [(one.get("spid"), one.get("animBg")) for one in timed.iter("{*}bldP")] == [(bar.get("spid"), "1")]
    numbers = [int(step.get("id", "0")) for step in timed.iter("{*}cTn")]
    assert numbers == sorted(set(numbers))
    assert plain.find("{*}timing") is None


def test_the_bar_is_decoration_in_the_colours_of_the_theme_and_stands_above_the_foot() -> None:
    timed, _ = slides(built(TIMED))
    (bar,) = [shape for shape in timed.iter("{*}sp") if shape.find(".//{*}cNvPr[@name='Timer']") is not None]
    top, tall = bar.find(".//{*}off"), bar.find(".//{*}ext[@cy]")
    assert top is not None
    assert tall is not None

    assert bar.find(".//{*}cNvPr//{*}decorative[@val='1']") is not None
    assert [colour.get("val") for colour in bar.iter("{*}schemeClr")] == ["accent2"]
    assert bar.find(".//{*}srgbClr") is None
    assert 620 < (int(top.get("y", "0")) + int(tall.get("cy", "0"))) / 9525 < 680


def test_the_minutes_of_a_slide_with_a_timer_are_those_of_the_timer() -> None:
    made = built(TIMED)
    timed, _ = slides(made)

    assert "1 min 30 s" in [text.text for text in timed.iter("{*}t")]
    assert "3 min · 0:00–0:03 · timer 1 min 30 s" in words(made, "-facilitator.docx")
    assert "timer" not in words(made, "-participant.docx")
    notes = Presentation(io.BytesIO(output(made, ".pptx"))).slides[0].notes_slide.notes_text_frame
    assert notes is not None
    assert notes.text.startswith("Timer: 1 min 30 s. A click starts it.")


def test_a_matching_question_has_its_minutes_above_the_foot() -> None:
    pairs = "type: matching, pairs: [{part: a, match: b}, {part: c, match: d}, {part: e, match: f}]"
    bank = "".join(f"- {{id: q{n}, stem: What for {n}?, {pairs}}}\n" for n in (1, 2, 3))
    asked = "- {question: q1}\n- {question: q2, duration: 2 min}\n- {question: q3, timer: 3 min}"
    made = slides(built(asked, foot=f"questions:\n{bank}"))
    drawn = [[name for name in names(slide).values() if name.startswith(("Minutes", "Timer"))] for slide in made]

    assert drawn == [[], ["Minutes"], ["Timer track", "Timer", "Minutes"]]
    assert [slide.find("{*}timing") is not None for slide in made] == [False, False, True]


def test_a_slide_with_a_timer_is_sound() -> None:
    sdk.require()
    assert sdk.findings(output(built(TIMED), ".pptx"), ".pptx") == []


def test_a_timer_starts_at_the_click_after_all_that_is_shown_bit_by_bit() -> None:
    clicked = animated([(Target(4, 0),), (Target(4, 1),)], None, Running(5, 60, "right"))
    timing = etree.fromstring(clicked.replace("<p:timing", f'<p:timing xmlns:p="{P[1:-1]}"'))
    order = [(step.get("presetClass"), step.get("nodeType")) for step in timing.iter("{*}cTn") if step.get("presetID")]

    assert order == [("entr", "clickEffect"), ("entr", "clickEffect"), ("exit", "clickEffect")]
    assert [(one.get("spid"), one.get("build")) for one in timing.iter("{*}bldP")] == [("4", "p"), ("5", None)]


def test_a_timer_has_its_bar_and_its_minutes_on_the_layouts_of_a_template() -> None:
    lesson = (
        "lesson: '1'\ntitle: T\ngenerate: []\nsections:\n- title: S\n  slides:\n  - {question: Who?, timer: 2 min}\n"
    )
    files: dict[str, bytes | str] = {
        str(LESSON): lesson,
        "deckbuild.yaml": "project: Ours\nbrand: theirs\n",
        "brand/theirs/t.potx": deck(*USUAL),
    }
    made = build(InMemory(files), LESSON)
    assert not [one for one in made.diagnostics if one.code.startswith("P")]
    (slide,) = slides(made)

    assert len(list(slide.iter("{*}animEffect"))) == 1
    assert {"Timer", "Minutes"} <= set(names(slide).values())
    assert not list(slide.iter("{*}srgbClr"))
    assert sdk.findings(output(made, ".pptx"), ".pptx") == []


CITING = """
lesson: "1"
title: T
brand: plain
generate: []
omit: references
references: {{early: {{title: Early book}}, late: {{title: Late book}}, other: {{title: Other book}}}}
sections:
- title: S
{}
  slides:
  - {{title: A, bullets: ["See [@late]"], notes: [{{reference: early}}]}}
"""


@pytest.mark.parametrize(
    ("key", "listed"), [("", ["Early", "Late"]), ("  references: other", ["Other"]), ("  references: []", [])]
)
def test_a_section_ends_with_the_references_that_it_cites_or_names(key: str, listed: list[str]) -> None:
    files: dict[str, bytes | str] = {str(LESSON): CITING.format(key), "brand/plain/brand.yaml": PLAIN.format("none")}
    made = Document(io.BytesIO(output(build(InMemory(files), LESSON), "-participant.docx")))
    texts = [paragraph.text for paragraph in made.paragraphs]

    books = [text.split()[0] for text in texts if text.endswith("book")]

    assert sorted(book for book in books if book in ("Early", "Late", "Other")) == listed
