"""Whatever a lesson holds: it builds or says why, its packages are sound, and its words can be read back."""

from __future__ import annotations

import io
import itertools
import json
import re
from pathlib import PurePosixPath

from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation

from deckbuild.ooxml.lint import lint_package
from deckbuild.pipeline import Build, build
from deckbuild.workspace import InMemory

LESSON = PurePosixPath("decks/any.yaml")

# Words that Markdown leaves alone: what is read back must be what was written.
WORDS = st.text(st.characters(categories=["L", "N"], exclude_characters="ﬁﬂ"), min_size=1, max_size=12)
LINE = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
DURATION = st.one_of(st.none(), st.integers(1, 20).map(lambda n: f"{n} min"))
BODY = st.one_of(
    st.lists(LINE, min_size=1, max_size=6).map(lambda points: {"bullets": points}),
    st.lists(st.tuples(LINE, LINE), min_size=1, max_size=4).map(lambda rows: {"table": {"rows": [list(r) for r in rows]}}),
    st.lists(st.fixed_dictionaries({"title": LINE, "items": st.lists(LINE, min_size=1, max_size=3)}), min_size=2, max_size=6)
    .map(lambda groups: {"groups": groups}),
    LINE.map(lambda text: {"quote": {"text": text}}),
    st.tuples(st.lists(LINE, min_size=2, max_size=8), st.sampled_from(["chevrons", "cycle", "numbered"]))
    .map(lambda pair: {"steps": [{"title": t} for t in pair[0]], "look": pair[1]}),
    st.lists(st.fixed_dictionaries({"date": LINE, "title": LINE}), min_size=2, max_size=6).map(lambda m: {"timeline": m}),
    st.lists(LINE, min_size=2, max_size=6).map(
        lambda titles: {"diagram": {"nodes": {f"n{n}": {"title": t} for n, t in enumerate(titles)},
                                    "edges": [[f"n{n}", f"n{n // 2}"] for n in range(len(titles))]}}),
    st.lists(LINE, min_size=4, max_size=4).map(
        lambda t: {"matrix": {"cells": [[{"title": t[0]}, {"title": t[1]}], [{"title": t[2]}, {"title": t[3]}]]}}),
    LINE.map(lambda text: {"text": text}),
    st.just({}),
)  # fmt: skip
CUE = st.one_of(
    st.tuples(st.sampled_from(["say", "do", "tip", "show", "transition", "text"]), LINE).map(
        lambda pair: {pair[0]: pair[1]}
    ),
    st.tuples(LINE, st.lists(LINE, max_size=3)).map(lambda pair: {"ask": pair[0], "answers": pair[1]}),
)
SLIDE = st.tuples(LINE, BODY, st.lists(CUE, max_size=3), DURATION).map(
    lambda parts: {"title": parts[0], **parts[1], "notes": parts[2], **({"duration": parts[3]} if parts[3] else {})}
)
SECTION = st.fixed_dictionaries({"title": LINE, "slides": st.lists(SLIDE, max_size=4)})
LESSONS = st.fixed_dictionaries({"title": LINE, "sections": st.lists(SECTION, min_size=1, max_size=3)})


def made(lesson: dict[str, object]) -> Build:
    text = json.dumps({"lesson": "1.1", **lesson}, ensure_ascii=False)  # JSON is YAML
    return build(InMemory({str(LESSON): text}), LESSON)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(LESSONS)
def test_any_lesson_gives_sound_packages_with_its_words_in_them(lesson: dict[str, object]) -> None:
    build_ = made(lesson)
    if build_.failed:  # a text may be too long for its slide; nothing else may be wrong
        assert {d.code for d in build_.diagnostics if d.severity.value == "error"} <= {"F301", "F310"}
        assert not build_.files
        return

    deck, facilitator, participant = build_.files.values()
    assert [lint_package(content) for content in (deck, facilitator, participant)] == [(), (), ()]
    sections = lesson["sections"]
    assert isinstance(sections, list)
    slides = [slide for section in sections for slide in section["slides"]]
    opened = Presentation(io.BytesIO(deck)).slides
    titles = [re.sub(r"\u00a0\([0-9]+\u00a0of\u00a0[0-9]+\)$", "", slide.shapes.title.text) for slide in opened][1:]
    assert [title for title, _ in itertools.groupby(titles)] == [
        title for title, _ in itertools.groupby(slide["title"] for slide in slides)
    ]
    guide = "\n".join(
        p.text for p in Document(io.BytesIO(facilitator)).element.body.iter() if p.tag.endswith("}t") and p.text
    )
    for slide in slides:
        for cue in slide["notes"]:
            for text in (value for value in cue.values() if isinstance(value, str)):
                assert text in guide
