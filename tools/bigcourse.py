"""A course of 200 lessons: how long it takes to build, with one process and with two, and how much memory.

    python tools/bigcourse.py [--lessons 200] [--jobs 1 2] [--profile] [--keep FOLDER]

Each lesson has ten slides of several kinds with notes, an activity and questions: a deck, two documents, two test
papers, their key and a file for Moodle, with pictures of the slides.  Whole processes, wall time, the sum of the
processors' time and the peak memory of the largest process.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bench import bullets, notes, sentence

ROOT = Path(__file__).resolve().parents[1]
MODULE = 20
"""Lessons in a module."""


@dataclass(frozen=True)
class Measured:
    """What a run took: seconds by the clock, seconds of the processors, megabytes at the most."""

    wall: float
    processor: float
    memory: float
    lines: str


def lesson(module: int, number: int) -> str:
    """A lesson in YAML; what it shares with all others (a source, a short form) is written alike in each."""
    seed = module * 100 + number
    name = f"{module}-{number}"
    out = [
        f'lesson: "{module}.{number}"',
        f"title: {sentence(seed, 4)} {name}",
        "generate: [title, outcomes, agenda, key_messages, references]",
        f"outcomes: [{{id: know-{name}, text: Explain {sentence(seed, 3).lower()} in own words}}]",
        "abbreviations: {UN: United Nations}",
        "references: {charter: {title: Charter of the United Nations, year: 1945}}",
        "sections:",
    ]
    for slide in range(10):
        if slide % 5 == 0:
            out += [f"  - title: Part {slide // 5 + 1}", "    slides:"]
        key = f"slide-{name}-{slide}"
        out += [
            f"      - id: {key}",
            *([] if slide == 7 else [f"        title: About {sentence(seed + slide, 3).lower()} {name} {slide}"]),
            "        duration: 2 min",
            f"        covers: [know-{name}]",
            *([f"        key_message: {sentence(seed + slide, 8)}."] if slide % 3 == 0 else []),
            *_body(slide, seed, name),
            "        notes:",
            "          - say: |",
            *(f"              {text}\n" for text in notes(seed + slide)),
            f'          - tip: "See [@slide-{name}-{max(0, slide - 1)}] and [+UN]."',
            "          - reference: charter",
        ]
    out += [
        "activities:",
        f"  - {{id: act-{name}, title: Work on {sentence(seed, 2).lower()}, duration: 2 min, steps: [Read, Talk, Write it down]}}",
        "questions:",
    ]
    for question in range(4):
        out += [
            f"  - id: q-{name}-{question}",
            "    type: choice",
            f"    stem: What about {sentence(seed + question, 4).lower()}?",
            f"    options: [{', '.join(bullets(seed + question)[:3])}]",
            f"    answer: {bullets(seed + question)[0]}",
        ]
    return "\n".join(out) + "\n"


def _body(slide: int, seed: int, name: str) -> list[str]:
    if slide in (2, 8):
        rows = [f"            - [{text}, {seed + n}]" for n, text in enumerate(bullets(seed + slide)[:4])]
        return ["        table:", "          header: [What, How many]", "          rows:", *rows]
    if slide == 4:
        return ["        columns:", *(f"          - bullets: [{', '.join(bullets(seed + n)[:2])}]" for n in range(2))]
    if slide == 5:
        return [
            "        steps:",
            *(f"          - {{title: {sentence(seed + n, 1)}, text: {sentence(seed + n, 4)}}}" for n in range(4)),
        ]
    if slide == 7:
        return [f"        activity: act-{name}"]
    return ["        bullets:", *(f"          - {text}" for text in bullets(seed + slide)[:4])]


def write_project(folder: Path, lessons: int) -> None:
    """A project with a course of that many lessons in modules of twenty."""
    (folder / "deckbuild.yaml").write_text("project: A large course\nedition: Edition 1\n", encoding="utf-8")
    course = ["course: A large course", "modules:"]
    for count in range(lessons):
        module, number = count // MODULE + 1, count % MODULE + 1
        path = PurePosixPath(f"module-{module}", f"lesson-{module}.{number}.yaml")
        (folder / "decks" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "decks" / path).write_text(lesson(module, number), encoding="utf-8")
        if number == 1:
            course += [f'  - module: "{module}"', f"    title: Module {module}", "    lessons:"]
        course.append(f"      - {path}")
    (folder / "decks" / "course.yaml").write_text("\n".join([*course, ""]), encoding="utf-8")


def measure(folder: Path, words: Sequence[str]) -> Measured:
    """Run deckbuild in a process of its own, without pictures kept from before; what it and its children took."""
    shutil.rmtree(folder / ".deckbuild", ignore_errors=True)
    with tempfile.TemporaryFile("w+") as said:
        started = time.monotonic()
        running = subprocess.Popen(
            [sys.executable, "-m", "deckbuild", *words], cwd=folder, stdout=said, stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        )  # fmt: skip
        _, status, used = os.wait4(running.pid, 0)
        wall = time.monotonic() - started
        running.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().strip()
    if running.returncode:
        raise SystemExit(f"deckbuild ended with {running.returncode}\n{lines}")
    return Measured(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, lines)


def profile(folder: Path, lessons: Sequence[Path]) -> None:
    """Where the time of a lesson goes, once everything is loaded."""
    from deckbuild.pipeline import build
    from deckbuild.workspace import Disk

    paths = [PurePosixPath(path.relative_to(folder).as_posix()) for path in lessons]
    build(Disk(folder), paths[0], embedded=True)
    profiler = cProfile.Profile()
    profiler.enable()
    for path in paths[1:]:
        build(Disk(folder), path, embedded=True)
    profiler.disable()
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(70)


def main() -> None:
    """Ask and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lessons", type=int, default=200)
    parser.add_argument("--jobs", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--keep", type=Path, help="folder for the project, which stays")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        write_project(folder, options.lessons)
        lessons = sorted((folder / "decks").glob("module-*/*.yaml"))
        print(f"{len(lessons)} lessons")
        for jobs in options.jobs:
            for path in ("decks/module-*", "decks/course.yaml"):
                named = [str(found.relative_to(folder)) for found in sorted(folder.glob(path))]
                found = measure(folder, ["build", "-o", f"out-{jobs}", "-j", str(jobs), *named])
                print(
                    f"{path}, {jobs} job{'s' * (jobs != 1)}: {found.wall:.1f} s, {found.processor:.1f} s of processors, "
                    f"{found.memory:.0f} MB\n  {found.lines}",
                    flush=True,
                )
        if options.profile:
            profile(folder, lessons[:21])


if __name__ == "__main__":
    main()
