"""Time all rules on a large lesson beside its build: `python tools/rules.py [--slides 1000]`.

In one process: the lesson composed and drawn (deck and two documents, no pictures), then every rule asked; the slowest
rules by name.  All of them together may take half of the build.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath

from bench import write_project

from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.pipeline import build
from deckbuild.review import review
from deckbuild.workspace import Disk

LESSON = PurePosixPath("decks/bench.yaml")


@dataclass(frozen=True)
class Measured:
    """Seconds of the processor: of the build, of all rules together, and (by the clock) of each."""

    build: float
    together: float
    each: Mapping[str, float]


def measured(slides: int) -> Measured:
    """The lesson built, reviewed without any rule, and reviewed with all of them."""
    with tempfile.TemporaryDirectory(prefix="rules-") as name:
        disk = Disk(Path(name))
        write_project(Path(name), slides)
        times = [time.process_time()]
        assert build(disk, LESSON).files
        times.append(time.process_time())
        review(disk, [LESSON], rules=(), whole=True)
        times.append(time.process_time())
        each = review(disk, [LESSON], whole=True).seconds
        times.append(time.process_time())
        spent = [after - before for before, after in pairwise(times)]
        return Measured(spent[0], max(0.0, spent[2] - spent[1]), each)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slides", type=int, default=1000)
    options = parser.parse_args()
    found = measured(options.slides)
    print(
        f"{options.slides} slides: build {found.build:.2f} s, {len(found.each)} rules {found.together:.2f} s, ", end=""
    )
    print(f"rules / build {found.together / found.build:.2f} (aim 0.50)")
    for code, cost in sorted(found.each.items(), key=lambda one: -one[1])[:12]:
        print(f"{cost * 1000:9.1f} ms  {code}  {CATALOGUE[code].name}")


if __name__ == "__main__":
    main()
