"""Whatever a slip of the keyboard does to a lesson: messages or files, never a traceback, never both."""

from __future__ import annotations

import random
from pathlib import Path, PurePosixPath

import pytest

from deckbuild.pipeline import build
from deckbuild.workspace import InMemory

ROOT = Path(__file__).parents[1]
FILES = {p.relative_to(ROOT).as_posix(): p.read_bytes() for p in (ROOT / "decks").rglob("*") if p.is_file()}
LESSON = PurePosixPath("decks/workshops/lesson-1.1.yaml")
SLIPS = ['"', "{", "[a]", "# c", "[@nowhere]", "[+Q]", "a" * 400, ": y", "\u202e", "\u0000", "😀"]
VALUES = ["null", "", "[]", "{}", "3", "true", "|", '"x"', "[[a],[b]]", "{a: b}"]


def slip(lines: list[str], chance: random.Random) -> None:
    """One thing that fingers do: a line lost, doubled, shifted, cut, or given another value."""
    number = chance.randrange(len(lines))
    line = lines[number]
    match chance.randrange(6):
        case 0:
            del lines[number]
        case 1:
            lines.insert(number, chance.choice(lines))
        case 2:
            lines[number] = line.replace(":", "", 1)
        case 3:
            lines[number] = f"{line} {chance.choice(SLIPS)}"
        case 4:
            lines[number] = " " * chance.randrange(14) + line.lstrip()
        case _:
            lines[number] = f"{line.split(':')[0]}: {chance.choice(VALUES)}"


@pytest.mark.parametrize("seed", range(8))
def test_a_slip_gives_messages_or_files(seed: int) -> None:
    chance = random.Random(seed)
    original = FILES[str(LESSON)].decode().split("\n")
    for _ in range(40):
        lines = list(original)
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            slip(lines, chance)
        text = "\n".join(lines)
        made = build(InMemory({**FILES, str(LESSON): text}), LESSON)

        assert bool(made.files) != made.failed
        assert "P002" not in {diagnostic.code for diagnostic in made.diagnostics}
        assert all(d.span.file and d.span.line >= 1 for d in made.diagnostics)
