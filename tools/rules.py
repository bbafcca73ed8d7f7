"""Time all rules on a large lesson beside its build: `python tools/rules.py [--slides 1000]`.

In one process: the lesson composed and drawn (deck and two documents, no pictures), then every rule asked; the slowest
rules by name.  All of them together may take half of the build.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path, PurePosixPath

from bench import write_project

from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.pipeline import build
from deckbuild.review import review
from deckbuild.workspace import Disk

LESSON = PurePosixPath("decks/bench.yaml")


def measured(slides: int) -> tuple[float, dict[str, float]]:
    """Seconds of the build, and of each rule."""
    with tempfile.TemporaryDirectory(prefix="rules-") as name:
        write_project(Path(name), slides)
        began = time.perf_counter()
        built = build(Disk(Path(name)), LESSON)
        seconds = time.perf_counter() - began
        assert built.files
        return seconds, dict(review(Disk(Path(name)), [LESSON], whole=True).seconds)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slides", type=int, default=1000)
    options = parser.parse_args()
    seconds, rules = measured(options.slides)
    together = sum(rules.values())
    print(f"{options.slides} slides: build {seconds:.2f} s, {len(rules)} rules {together:.2f} s, ", end="")
    print(f"rules / build {together / seconds:.2f} (aim 0.50)")
    for code, cost in sorted(rules.items(), key=lambda one: -one[1])[:12]:
        print(f"{cost * 1000:9.1f} ms  {code}  {CATALOGUE[code].name}")


if __name__ == "__main__":
    main()
