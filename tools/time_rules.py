"""What the rules cost: on one large lesson against its build, and on many lessons that are compared with each other.

    python tools/time_rules.py [SLIDES] [LESSONS]

The slides are those of one of this project's lessons, over and over, each with ids and a title of its own.  Seconds of one
process; the first lines of the table are the slowest rules.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from deckbuild.pipeline import build
from deckbuild.review import Review, review
from deckbuild.workspace import InMemory

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "decks/module-2/lesson-2.1.yaml"


def lesson_of(slides: int, number: str = "2.1") -> bytes:
    """A lesson with that many slides, as JSON, which is YAML too."""
    lesson: dict[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    sections, count, turn = [], 0, 0
    ids = {slide["id"] for section in lesson["sections"] for slide in section["slides"] if "id" in slide}
    ids |= {section["id"] for section in lesson["sections"] if "id" in section}
    while count < slides:
        turn += 1
        text = json.dumps(lesson["sections"], ensure_ascii=False, default=str)
        text = re.sub(r"\[@([a-z0-9-]+)\]", lambda m: f"[@{m[1]}-{turn}]" if m[1] in ids else m[0], text)  # noqa: B023
        for section in json.loads(text):
            section.update({"id": f"{section['id']}-{turn}"} if "id" in section else {})
            section["slides"] = section["slides"][: slides - count]
            count += len(section["slides"])
            for slide in section["slides"]:
                slide.update({"id": f"{slide['id']}-{turn}"} if "id" in slide else {})
                slide.update({"title": f"{slide['title']} ({turn})"} if "title" in slide else {})
            sections.append(section)
    return json.dumps(
        {**lesson, "lesson": number, "sections": sections}, ensure_ascii=False, indent=1, default=str
    ).encode()


def timed(files: dict[str, bytes]) -> tuple[float, Review]:
    """Seconds that the rules take together, and what they say."""
    found = review(InMemory(files), [PurePosixPath(name) for name in files], whole=True)
    return sum(found.seconds.values()), found


def main() -> None:
    """The command line."""
    slides = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    lessons = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    half, _ = timed({"decks/lesson.yaml": lesson_of(slides // 2)})
    whole, found = timed({"decks/lesson.yaml": lesson_of(slides)})
    began = time.perf_counter()
    build(InMemory({"decks/lesson.yaml": lesson_of(slides)}), PurePosixPath("decks/lesson.yaml"))
    took = time.perf_counter() - began
    print(
        f"{slides} slides: rules {whole:.2f} s, with half of them {half:.2f} s; build {took:.2f} s: {whole / took:.0%}"
    )
    for code, seconds in sorted(found.seconds.items(), key=lambda one: -one[1])[:12]:
        print(f"  {code}  {seconds * 1000:7.0f} ms")
    many = {f"decks/{n}.yaml": lesson_of(11, f"2.{n}").replace(b" ", b" ", 1) for n in range(lessons)}
    total, found = timed(many)
    compared = {code: found.seconds[code] for code in ("K708", "K709", "K706", "R122") if code in found.seconds}
    print(f"{lessons} lessons: rules {total:.2f} s, " + ", ".join(f"{c} {s:.2f} s" for c, s in compared.items()))


if __name__ == "__main__":
    main()
