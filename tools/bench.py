"""Build the same content with deckbuild and with its peers, and print the ratios.

    python tools/bench.py [--slides 10 100 1000] [--repeat 3]

Content: per slide a title, six bullets, two paragraphs of notes.  deckbuild makes a deck and two documents, checked
and fitted, pictures off; the peers make what each of them can.  Whole processes, median wall time, peak memory.
PptxGenJS is found where `npm install pptxgenjs` put it (NODE_PATH, or node_modules here or in tests/validator).
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORDS = [
    "peace",
    "operations",
    "mandate",
    "partners",
    "training",
    "protection",
    "outcome",
    "lesson",
    "group",
    "answer",
    "resolution",
    "mission",
]


def sentence(seed: int, words: int) -> str:
    """Some words that differ from slide to slide, the same on every run; none follows itself."""
    chosen: list[str] = []
    for n in range(words):
        at = (seed * 7 + n * 5 + n * n) % len(WORDS)
        chosen.append(WORDS[at] if WORDS[at] not in chosen[-1:] else WORDS[at - 1])
    return " ".join(chosen).capitalize()


def bullets(number: int) -> list[str]:
    """The six points of a slide."""
    return [sentence(number * 11 + n, 6) for n in range(6)]


def notes(number: int) -> list[str]:
    """The two paragraphs of notes of a slide."""
    return [sentence(number * 13 + n, 40) + "." for n in range(2)]


def write_project(folder: Path, slides: int) -> Path:
    """A project with one lesson of that many slides; gives the lesson's path."""
    lines = ['lesson: "1.1"', "title: Benchmark", "sections:"]
    for number in range(slides):
        if number % 25 == 0:
            lines += [f"  - title: Section {number // 25 + 1}", "    slides:"]
        lines += [
            f"      - title: Slide about {sentence(number, 3)} {number}",
            f"        id: slide-{number}",
            "        bullets:",
        ]
        lines += [f"          - {text}" for text in bullets(number)]
        lines += ["        notes:", "          - say: |"]
        lines += [f"              {text}\n" for text in notes(number)]
    (folder / "deckbuild.yaml").write_text("project: Benchmark\n", encoding="utf-8")
    shutil.copytree(ROOT / "brand", folder / "brand", dirs_exist_ok=True)
    lesson = folder / "decks" / "bench.yaml"
    lesson.parent.mkdir(exist_ok=True)
    lesson.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return lesson


def peer_pptx(slides: int, out: str) -> None:
    """The deck as plain python-pptx makes it."""
    from pptx import Presentation

    deck = Presentation()
    for number in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = f"Slide about {sentence(number, 3)} {number}"
        frame = slide.placeholders[1].text_frame
        for index, text in enumerate(bullets(number)):
            (frame.paragraphs[0] if index == 0 else frame.add_paragraph()).text = text
        slide.notes_slide.notes_text_frame.text = "\n".join(notes(number))
    deck.save(out)


def peer_docx(slides: int, out: str) -> None:
    """The notes as plain python-docx makes them."""
    from docx import Document

    document = Document()
    for number in range(slides):
        document.add_heading(f"Slide {number + 1}: {sentence(number, 3)} {number}", 2)
        for text in bullets(number):
            document.add_paragraph(text, style="List Bullet")
        for text in notes(number):
            document.add_paragraph(text)
    document.save(out)


_GENJS = """
const P = require('pptxgenjs'); const fs = require('fs');
const data = JSON.parse(fs.readFileSync(process.argv[2])); const deck = new P();
for (const s of data) { const slide = deck.addSlide(); slide.addText(s.title, {x: 0.5, y: 0.3, w: 9, h: 0.8, bold: true});
  slide.addText(s.bullets.map(t => ({text: t, options: {bullet: true, breakLine: true}})), {x: 0.5, y: 1.3, w: 9, h: 3.8});
  slide.addNotes(s.notes.join('\\n')); }
deck.writeFile({fileName: process.argv[3]});
"""


@dataclass(frozen=True)
class Measured:
    """Median seconds of whole processes, and the largest peak memory in MB."""

    seconds: float
    megabytes: float


def measure(command: Sequence[str], folder: Path, repeat: int, environment: dict[str, str] | None = None) -> Measured:
    """Run a command that often, from `folder`; raises CalledProcessError where it fails."""
    times, peaks = [], []
    for _ in range(repeat):
        shutil.rmtree(folder / "build", ignore_errors=True)
        shutil.rmtree(folder / ".deckbuild", ignore_errors=True)
        with tempfile.TemporaryFile() as said:  # a pipe that nobody reads would stop whoever has much to say
            started = time.perf_counter()
            process = subprocess.Popen(
                command, cwd=folder, stdout=subprocess.DEVNULL, stderr=said, env={**os.environ, **(environment or {})}
            )
            _, status, usage = os.wait4(process.pid, 0)
            times.append(time.perf_counter() - started)
            if status:
                said.seek(0)
                raise subprocess.CalledProcessError(status, command, stderr=said.read())
        peaks.append(usage.ru_maxrss / 1024)
    return Measured(statistics.median(times), max(peaks))


def peers(folder: Path, slides: int) -> dict[str, tuple[list[str], dict[str, str]]]:
    """Command and environment of each peer that is there."""
    me = [sys.executable, str(Path(__file__).resolve())]
    found: dict[str, tuple[list[str], dict[str, str]]] = {
        "python-pptx, deck": ([*me, "--peer", "pptx", str(slides), "peer.pptx"], {}),
        "python-docx, notes": ([*me, "--peer", "docx", str(slides), "peer.docx"], {}),
    }
    if shutil.which("pandoc"):
        markdown = "\n".join(
            f"# Slide about {sentence(n, 3)} {n}\n\n" + "\n".join(f"- {t}" for t in bullets(n)) + "\n\n::: notes\n"
            + "\n\n".join(notes(n)) + "\n:::\n" for n in range(slides)
        )  # fmt: skip
        (folder / "peer.md").write_text(markdown, encoding="utf-8")
        found["pandoc, deck"] = (["pandoc", "peer.md", "-o", "pandoc.pptx"], {})
        found["pandoc, Word"] = (["pandoc", "peer.md", "-o", "pandoc.docx"], {})
    modules = _node_modules()
    if modules:
        import json

        data = [{"title": f"Slide {n}", "bullets": bullets(n), "notes": notes(n)} for n in range(slides)]
        (folder / "peer.json").write_text(json.dumps(data), encoding="utf-8")
        (folder / "peer.js").write_text(_GENJS, encoding="utf-8")
        found["PptxGenJS, deck"] = (["node", "peer.js", "peer.json", "genjs.pptx"], {"NODE_PATH": str(modules)})
    return found


def _node_modules() -> Path | None:
    if not shutil.which("node"):
        return None
    places = [Path(p) for p in os.environ.get("NODE_PATH", "").split(os.pathsep) if p]
    places += [ROOT / "node_modules", ROOT / "tests/validator/node_modules"]
    return next((place for place in places if (place / "pptxgenjs").is_dir()), None)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slides", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--peer", nargs=3, metavar=("KIND", "SLIDES", "OUT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer:
        kind, slides, out = options.peer
        {"pptx": peer_pptx, "docx": peer_docx}[kind](int(slides), out)
        return
    command = [sys.executable, "-m", "deckbuild", "build", "--pictures", "none"]
    help_time = measure([sys.executable, "-m", "deckbuild", "--help"], ROOT / "tests", max(3, options.repeat))
    print(f"--help: {help_time.seconds:.3f} s (aim 0.12 s)")
    for slides in options.slides:
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = Path(name)
            write_project(folder, slides)
            ours = measure(command, folder, options.repeat)
            print(
                f"\n{slides} slides\n  {'deckbuild: deck + 2 documents':32} {ours.seconds:7.2f} s {ours.megabytes:6.0f} MB"
            )
            checked = measure([sys.executable, "-m", "deckbuild", "check"], folder, options.repeat)
            print(
                f"  {'deckbuild check: every box measured':32} {checked.seconds:7.2f} s {checked.megabytes:6.0f} MB   "
                f"check / build: {checked.seconds / ours.seconds:.2f} (aim 0.50)"
            )
            plain = 0.0
            for peer, (call, environment) in peers(folder, slides).items():
                theirs = measure(call, folder, 1 if slides > 300 else options.repeat, environment)
                plain += theirs.seconds if peer.startswith("python-") else 0.0
                ratio = ours.seconds / theirs.seconds
                print(
                    f"  {peer:32} {theirs.seconds:7.2f} s {theirs.megabytes:6.0f} MB   deckbuild / {peer}: {ratio:.2f}"
                )
            print(f"  deckbuild / (python-pptx + python-docx): {ours.seconds / plain:.3f} (aim 0.10 at 1,000 slides)")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"\nlargest process: {peak:.0f} MB")


if __name__ == "__main__":
    main()
