"""Import files by others and print a line for each: what came of them, and what became of their characters.

    python tools/imported.py FILE OR FOLDER ...

Nothing is written.  The files are used where they lie; none of them belongs into this repository.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path, PurePosixPath

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.importing import ALL
from deckbuild.importing.importing import run
from deckbuild.importing.reading import Options
from deckbuild.workspace import InMemory

ENDINGS = {ending for reader in ALL for ending in reader.endings}
HEAD = (
    "file",
    "sections",
    "slides",
    "bodies",
    "cues",
    "bank",
    "refs",
    "read",
    "placed",
    "left out",
    "lost",
    "unsure",
    "s",
)


def line(path: Path) -> tuple[str, ...]:
    """The figures of one file; its message where it can't be imported."""
    diags = Diagnostics()
    started = time.monotonic()
    made = run(
        {path.name: path.read_bytes()}, PurePosixPath("lesson.yaml"), PurePosixPath("p"), InMemory({}), Options(), diags
    )
    seconds = f"{time.monotonic() - started:.1f}"
    if made is None:
        return (path.name, "; ".join(f"{one.code} {one.message}" for one in diags.in_order()))
    draft, found = made.report.reading.draft, made.report.account
    slides = [slide for section in draft.sections for slide in section.slides]
    cues = sum(len(part.notes) for part in (*draft.sections, *slides))
    share = f"{100 * found.placed / max(found.read - found.left_out, 1):.1f} %"
    numbers = (
        len(draft.sections),
        len(slides),
        sum(bool(one.body) for one in slides),
        cues,
        len(draft.questions),
        len(draft.references),
    )
    doubts = len(made.report.reading.uncertain) + len(made.report.reading.left_out)
    return (
        path.name,
        *map(str, numbers),
        str(found.read),
        share,
        str(found.left_out),
        str(found.lost),
        str(doubts),
        seconds,
    )


def main() -> None:
    """Print the table, as Markdown."""
    paths = [Path(one) for one in sys.argv[1:]]
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    for file in files:
        if file.is_file() and file.suffix.lower() in ENDINGS:
            print("| " + " | ".join(line(file)) + " |", flush=True)


if __name__ == "__main__":
    main()
