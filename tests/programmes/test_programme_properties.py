"""Whatever a session takes of a course: numbers without a gap, nothing of what is skipped, the same bytes twice."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import docx
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from days import built, composed, files, lesson, shown, slide, texts, word_of

NAMES = ("one", "two", "three")


@st.composite
def days(draw: st.DrawFn) -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """A session over up to three lessons, ids of the slides that are taught, and of those that are not."""
    shape = [draw(st.lists(st.integers(1, 3), min_size=1, max_size=3)) for _ in NAMES]
    ids = [
        [[f"l{n}-s{s}-{k}" for k in range(count)] for s, count in enumerate(counts)] for n, counts in enumerate(shape)
    ]
    every = [id_ for sections in ids for section in sections for id_ in section]
    lessons = {}
    for number, (name, sections) in enumerate(zip(NAMES, ids, strict=True), 1):
        made = [
            [slide(id_, refers=draw(st.lists(st.sampled_from(every), max_size=1))) for id_ in own] for own in sections
        ]
        lessons[name] = lesson(str(number), made)
    parts: list[dict[str, Any]] = []
    taught: set[str] = set()
    for name, sections in zip(NAMES, ids, strict=True):
        own = [id_ for section in sections for id_ in section]
        kept = draw(st.sets(st.sampled_from(own), min_size=1))
        how = draw(st.sampled_from(["all", "only", "skip", "leave"]))
        if how == "leave" and taught:
            continue
        entry: dict[str, Any] = {"lesson": f"{name}.yaml"}
        if how in ("only", "skip"):
            entry[how] = sorted(kept) if how == "only" else [id_ for id_ in own if id_ not in kept]
        taught |= kept if how in ("only", "skip") else set(own)
        parts += [entry, {"break": "5 min"}] if draw(st.booleans()) else [entry]
    head = {"session": "S", "starts": "08:00", "programme": parts}
    return files(head, lessons), frozenset(taught), frozenset(every) - taught


@settings(max_examples=25, phases=(Phase.generate,))
@given(days())
def test_numbers_references_and_times(day: tuple[dict[str, str], frozenset[str], frozenset[str]]) -> None:
    made, taught, left = day
    whole, found = composed(made)
    pages = whole.presentation.pages

    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert taught <= {page.key for page in pages} and not left & {page.key for page in pages}
    assert all(one[:4] in ("C113", "C201") for one in found)
    gone = {id_ for id_ in left if any(f"`{id_}`" in one for one in found)}
    mentioned = {id_ for id_ in left if f"[@{id_}]" in _taught_texts(made, taught)}
    assert gone == mentioned
    rows = [whole.facts.clocks[part.part.key] for part in whole.facts.parts]
    assert rows[0][0].seconds == 8 * 3600
    assert all(before[1] == after[0] for before, after in pairwise(rows))
    assert rows[-1][1].seconds - rows[0][0].seconds == 180 * len(taught) + 300 * _breaks(made)


@settings(max_examples=12, phases=(Phase.generate,))
@given(days(), st.integers(0, 40))
def test_the_map_of_the_day_adds_up_and_no_slide_is_in_two_rows(
    day: tuple[dict[str, str], frozenset[str], frozenset[str]], talk: int
) -> None:
    made = _with(day[0], talk)
    rows = _map_of(made)
    opening, *parts = [row for row in rows if not row.section]
    total = parts.pop()

    assert total.minutes == opening.minutes + sum(part.minutes for part in parts)
    held = [slide for row in (opening, *parts) for slide in row.slides]
    assert len(held) == len(set(held))
    for above, below in _grouped(rows):
        assert sum(one.minutes for one in below) <= above.minutes
        assert {slide for one in below for slide in one.slides} <= set(above.slides)


def _with(made: dict[str, str], talk: int) -> dict[str, str]:
    """The session with a talk at its end, a longer time for its first lesson, and references in all lessons."""
    day = json.loads(made["decks/day.yaml"])
    day["programme"][0]["time"] = "90 min"
    day["programme"] += [{"free": "A talk", "time": f"{talk} min"}] if talk else []
    out = {**made, "decks/day.yaml": json.dumps(day)}
    for name in NAMES:
        one = json.loads(made[f"decks/{name}.yaml"])
        out[f"decks/{name}.yaml"] = json.dumps({**one, "references": {"first": {"title": "A book"}}})
    return out


@dataclass(frozen=True)
class _Row:
    section: bool
    slides: tuple[int, ...]
    minutes: int


def _map_of(made: dict[str, str]) -> list[_Row]:
    """The rows of the map in the facilitator's document."""
    files = built(made).files
    guide = docx.Document(io.BytesIO(next(files[path] for path in files if path.name == "day-facilitator.docx")))
    table = next(one for one in guide.tables if one.rows and "Slides" in [cell.text for cell in one.rows[0].cells])
    names = [cell.text for cell in table.rows[0].cells]
    slides, minutes = names.index("Slides"), names.index("Minutes")
    return [
        _Row(row.cells[0].text.startswith("\u2003"), _span(row.cells[slides].text), _whole(row.cells[minutes].text))
        for row in table.rows[1:]
    ]


def _span(text: str) -> tuple[int, ...]:
    found = [int(number) for number in re.findall(r"\d+", text)]
    return tuple(range(found[0], found[-1] + 1)) if found else ()


def _whole(text: str) -> int:
    return int(text) if text != "–" else 0


def _grouped(rows: list[_Row]) -> list[tuple[_Row, list[_Row]]]:
    """Each part with its sections."""
    out: list[tuple[_Row, list[_Row]]] = []
    for row in rows:
        if row.section:
            out[-1][1].append(row)
        else:
            out.append((row, []))
    return out


def _breaks(made: dict[str, str]) -> int:
    return made["decks/day.yaml"].count('"break"')


def _taught_texts(made: dict[str, str], taught: frozenset[str]) -> str:
    slides = [
        one
        for name in NAMES
        for section in json.loads(made[f"decks/{name}.yaml"])["sections"]
        for one in section["slides"]
        if one["id"] in taught
    ]
    return json.dumps(slides)


@settings(max_examples=5, phases=(Phase.generate,))
@given(days())
def test_nothing_of_a_skipped_slide_is_in_any_output_and_the_bytes_are_the_same_twice(
    day: tuple[dict[str, str], frozenset[str], frozenset[str]],
) -> None:
    made, taught, left = day
    first, second = built(made), built(made)

    assert first.files and first.files == second.files
    for path, content in first.files.items():
        if path.suffix in (".pptx", ".docx"):
            whole = texts(content)
            assert not [id_ for id_ in left if word_of(id_) in whole or id_ in whole], path
            assert "[@" not in shown(content)
        else:
            assert not [id_ for id_ in left if word_of(id_).encode() in content], path
    deck = next(content for path, content in first.files.items() if path.suffix == ".pptx")
    assert all(word_of(id_) in shown(deck) for id_ in taught)
