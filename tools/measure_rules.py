"""How often each rule speaks on training texts by others, and what it says.

Each folder is one text: a repository's files, laid out by `git archive` or the like; none of it is kept.  A name such as
`fr=FOLDER` says the language.  `--select K701,notes` asks some rules alone, `--samples 5` prints so many findings of each
rule for each text, with the line they are about, to be judged by reading.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path, PurePosixPath

from public_texts import lesson_of

from deckbuild.checks import ALL
from deckbuild.checks.selection import Selection
from deckbuild.diagnostics.model import Diagnostic
from deckbuild.review import Review, review
from deckbuild.workspace import InMemory

_READ = (".md", ".Rmd", ".pptx")


def measured(folder: Path, language: str, selection: Selection, most: int) -> tuple[int, Review]:
    """What the rules find in a folder of files, and from how many lessons."""
    files: dict[PurePosixPath, bytes] = {}
    lessons: list[PurePosixPath] = []
    for path in sorted(one for one in folder.rglob("*") if one.suffix in _READ and one.is_file()):
        lesson = PurePosixPath("decks", f"{len(lessons) + 1:02}-{re.sub('[^A-Za-z0-9]+', '-', path.stem)}.yaml")
        try:
            made = lesson_of(path, lesson, f"1.{len(lessons) + 1}", language)
        except Exception as reason:  # a file that can't be read is one text less
            print(f"  {path.name}: {type(reason).__name__} {reason}")
            continue
        files.update(made)
        lessons += [lesson] if made and len(lessons) < most else []
    files[PurePosixPath("deckbuild.yaml")] = b"project: Measured\ngenerate: []\n"
    workspace = InMemory({str(path): content for path, content in files.items()})
    found = review(workspace, lessons, selection, whole=True)
    return len(found.composed), found


def shown(one: Diagnostic, found: Review) -> str:
    """A finding with the text that it is about."""
    source = found.sources.get(one.span.file)
    line = source.lines[one.span.line - 1].strip() if source and one.span.line <= len(source.lines) else ""
    at = max(0, one.span.column - 60)
    said = line if len(line) < 200 else line[at : at + 200]
    return f"{one.code} {Path(one.span.file).name}:{one.span.line} {one.message}\n      {said}"


def main() -> None:
    """The command line: `tools/measure_rules.py FOLDER...`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--select", default="")
    parser.add_argument("--samples", type=int, default=0)
    parser.add_argument("--most", type=int, default=40, help="files of a folder that are read")
    asked = parser.parse_args()
    select = tuple(asked.select.split(",")) if asked.select else ()
    rules = {rule.code for rule in ALL}
    total: Counter[str] = Counter()
    texts: dict[str, set[str]] = defaultdict(set)
    for name in asked.folders:
        language, _, folder = name.rpartition("=")
        count, found = measured(Path(folder), language or "en", Selection(select=select), asked.most)
        by_code = Counter(one.code for one in found.diagnostics)
        told = sum(number for code, number in by_code.items() if code in rules)
        print(f"{Path(folder).name}: {count} lessons, {told} findings")
        for code, number in by_code.items():
            total[code] += number
            texts[code].add(folder)
        samples: Counter[str] = Counter()
        for one in found.diagnostics:
            samples[one.code] += 1
            if samples[one.code] <= asked.samples and one.code in rules:
                print("   ", shown(one, found))
    print(f"\n{'code':6}{'found':>7}{'texts':>7}")
    for code in sorted(total):
        print(f"{code:6}{total[code]:>7}{len(texts[code]):>7}")


if __name__ == "__main__":
    main()
