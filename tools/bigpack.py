"""A whole pack of a large lesson: 60 slides, 25 activities, 200 questions; times, sizes, and page numbers against the PDF.

    python tools/bigpack.py [FOLDER]

Needs LibreOffice.  FOLDER keeps what was built.
"""

from __future__ import annotations

import io
import re
import sys
import time
import zipfile
from pathlib import Path, PurePosixPath

from deckbuild.outputs import GLANCE, USUAL
from deckbuild.pictures.paper import Paper, pages_of
from deckbuild.pipeline import Build, build
from deckbuild.workspace import Disk, InMemory

SECTIONS, SLIDES, ACTIVITIES, QUESTIONS = 10, 6, 25, 200
ROOT = Path(__file__).parents[1]


def lesson() -> str:
    """The lesson, in YAML."""
    out = ['lesson: "9.9"', "title: A large lesson", "generate: [title, outcomes, agenda, key_messages]", "outcomes:"]
    out += [f"  - {{id: outcome-{n}, text: Explain matter number {n} in own words}}" for n in range(1, 6)]
    out.append("sections:")
    slide = 0
    for section in range(1, SECTIONS + 1):
        out += [f"  - id: section-{section}", f"    title: Part {section} of the whole", "    slides:"]
        for _ in range(SLIDES):
            slide += 1
            back = max(1, slide - 7)
            out += [
                f"      - id: slide-{slide}",
                f"        title: Matter {slide} and what follows from it",
                "        duration: 3 min",
                f"        covers: [outcome-{slide % 5 + 1}]",
                f"        key_message: Matter {slide} rests on what was said before.",
                "        bullets: [First point of the matter, Second point of the matter, Third point of the matter]",
                "        notes:",
                f"          - say: {'A sentence about the matter that is long enough to fill a line or more. ' * (3 + slide % 4)}",
                f'          - ask: "What did you see at [@slide-{back}]?"',
                "            answers: [What others saw too, Something that nobody saw]",
                "          - tip: Leave time for answers.",
            ]
            if slide <= ACTIVITIES:
                out.append(f"          - activity: activity-{slide}")
    out.append("activities:")
    for number in range(1, ACTIVITIES + 1):
        out += [
            f"  - id: activity-{number}",
            f"    title: Work on matter {number}",
            f"    covers: [outcome-{number % 5 + 1}]",
            "    duration: 10 min",
            "    split: [{part: Groups, duration: 7 min}, {part: Together, duration: 3 min}]",
            "    materials: [{what: Sheet of paper, quantity: 1, per: participant}]",
            "    steps: [Read the case, Find two causes, Agree on one measure]",
            "    debrief: [What was hard?]",
            "    answers: [Causes lie in the past]",
        ]
    out.append("questions:")
    for number in range(1, QUESTIONS + 1):
        out += [
            f"  - id: question-{number}",
            "    type: choice",
            f"    stem: Which of these is said of matter {number}?",
            "    options: [It rests on others, It stands alone, Nobody knows]",
            "    answer: It rests on others",
            f"    covers: [outcome-{number % 5 + 1}]",
        ]
    return "\n".join(out) + "\n"


def wrong(document: bytes, pdf: bytes) -> tuple[int, list[str]]:
    """How many page fields there are, and those that show another page than the PDF has."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body = archive.read("word/document.xml").decode()
    pages = pages_of(pdf)
    pattern = r"> PAGEREF (\w+) .*?separate\"/></w:r>(.*?)<w:r>(?:<w:rPr>.{0,200}?</w:rPr>)?<w:fldChar"
    shown = [(name, re.sub(r"<[^>]+>", "", result)) for name, result in re.findall(pattern, body)]
    return len(shown), [name for name, page in shown if page != str(pages.numbers.get(name))]


def main(folder: Path | None) -> int:
    """Build, count, compare."""
    path = PurePosixPath("decks/large.yaml")
    disk = Disk(ROOT)
    brand = {str(one): disk.read(one) for one in disk.glob("brand/azure/*")}
    project = InMemory({str(path): lesson(), "deckbuild.yaml": "project: large\n", **brand})
    outputs = (*USUAL, GLANCE)
    plain, plain_time = timed(lambda: build(project, path, outputs, embedded=True))
    whole, whole_time = timed(lambda: build(project, path, outputs, embedded=True, typesetter=Paper(), pdf=True))
    for diagnostic in whole.diagnostics:
        print(diagnostic.severity.value, diagnostic.code, diagnostic.message)
    print(f"built in {plain_time:.1f} s; with page numbers and PDFs in {whole_time:.1f} s")
    bad = 0
    for name, content in whole.files.items():
        print(f"{name.name:28} {len(content) / 1024:8.0f} KB")
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name.name).write_bytes(content)
    for name, content in whole.files.items():
        if name.suffix == ".docx":
            pdf = whole.files[name.with_suffix(".pdf")]
            fields, off = wrong(content, pdf)
            print(f"{name.name}: {pages_of(pdf).total} pages, {fields} page fields, {len(off)} wrong {off[:5] or ''}")
            bad += len(off)
    return bool(bad) or not plain.files


def timed(work: object) -> tuple[Build, float]:
    """What the work gives, and the seconds that it took."""
    started = time.monotonic()
    return work(), time.monotonic() - started  # type: ignore[operator]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
