"""Damage files that can be imported, import them, and count what happens: nothing may crash, hang or fill the memory.

    python tools/fuzz_import.py                 2,000 of each kind
    python tools/fuzz_import.py deck -n 10000   as many of one kind; --seed begins elsewhere, --keep keeps what failed

Seeds are our own: the lessons under decks/ and what is built of them, the pages of the guide. Each file is damaged in one to
four ways: within the zip (bytes, parts dropped, doubled, exchanged), within the XML (elements gone, doubled, moved, emptied,
nested; attributes of all sorts; links elsewhere), within the text (lines, signs, nesting). The same seed makes the same files.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import random
import re
import resource
import signal
import sys
import time
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from types import FrameType

from lxml import etree

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.importing.importing import run
from deckbuild.importing.reading import Options
from deckbuild.pipeline import build
from deckbuild.workspace import Disk, InMemory

ROOT = Path(__file__).resolve().parents[1]
PROJECT = {"deckbuild.yaml": "project: Fuzz\nbrand: azure\nlanguage: en\n"}
LESSON, PICTURES = PurePosixPath("decks/lesson.yaml"), PurePosixPath("decks/pictures")
SECONDS, MEGABYTES = 10, 1024
KINDS = {"deck": ".pptx", "word": ".docx", "markdown": ".md", "text": ".txt", "gift": ".gift"}
LESSONS = ("gallery/gallery.yaml", "workshops/lesson-1.1.yaml", "module-2/lesson-2.0.yaml")

_SIGNS = ("\0", "\x1b", "\u202e", "\ufeff", "￾", "\u2028", "&#0;", "<![CDATA[", "]]>", "-->", "{{{{", "[@x]", "::::", "\\", "```",
          "> > > > ", "$$", "[^1]", "| | |", "---", "\t", "٣", "𝔘", "a" * 4000, "*_" * 60, "(" * 300, "%s%n", "~}{=", "Slide 9")  # fmt: skip
_NUMBERS = (
    "-1",
    "0",
    "1e9",
    "4294967296",
    "99999999999999999999",
    "NaN",
    "",
    "true",
    "x",
    "../../etc/passwd",
    "rId1",
    "\ud7ff",
)


class Slow(Exception):
    """An import took too long."""


# --- seeds ---------------------------------------------------------------------------------------------------


def seeds(kind: str, lessons: Sequence[str] = LESSONS) -> list[bytes]:
    """Our own files of a kind."""
    if kind == "markdown":
        return [path.read_bytes() for path in sorted((ROOT / "docs" / "guide").glob("*.md"))]
    found = []
    for name in lessons if kind != "text" else ():
        made = build(Disk(ROOT), PurePosixPath("decks") / name, renderer=None)
        for path, content in sorted(made.files.items()):
            if _is(kind, path.name):
                found.append(content)
    if kind == "text":
        found = [re.sub(rb"[*_`#|]", b"", path.read_bytes()) for path in sorted((ROOT / "docs" / "guide").glob("*.md"))]
        found += [
            b"Lesson 2.0\nTitle\nMinimum duration: 20 minutes\n\nSlide 1\nOne\n\n- a\n- b\n\nTip: look.\n\nSlide 2\nTwo\n"
        ]
    return found


def _is(kind: str, name: str) -> bool:
    return name.endswith(".gift.txt") if kind == "gift" else name.endswith(KINDS[kind]) and kind != "text"


# --- damage --------------------------------------------------------------------------------------------------


def damaged(content: bytes, kind: str, chance: random.Random) -> bytes:
    """A file damaged in one to four ways."""
    ways = _PACKAGE if kind in ("deck", "word") else _TEXT
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(ways)(content, chance)
    return content


def _parts(content: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(entry.filename, archive.read(entry)) for entry in archive.infolist()]


def _zipped(parts: Sequence[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with (
        warnings.catch_warnings(action="ignore"),
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
    ):
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def _within(
    change: Callable[[list[tuple[str, bytes]], random.Random], None],
) -> Callable[[bytes, random.Random], bytes]:
    """Damage to parts, where the zip can still be read."""

    def damage(content: bytes, chance: random.Random) -> bytes:
        try:
            parts = _parts(content)
        except Exception:  # a zip that was damaged before
            return content
        if parts:
            change(parts, chance)
        return _zipped(parts)

    return damage


def _flip(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _drop(parts: list[tuple[str, bytes]], chance: random.Random) -> None:
    parts.pop(chance.randrange(len(parts)))


def _double(parts: list[tuple[str, bytes]], chance: random.Random) -> None:
    parts.append(chance.choice(parts))


def _exchange(parts: list[tuple[str, bytes]], chance: random.Random) -> None:
    one, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    (name, data), (second, more) = parts[one], parts[other]
    parts[one], parts[other] = (name, more), (second, data)


def _garble(parts: list[tuple[str, bytes]], chance: random.Random) -> None:
    at = chance.randrange(len(parts))
    name, data = parts[at]
    parts[at] = (
        name,
        chance.choice([b"", _flip(data, chance), data[: len(data) // 2], b"<a/>", b"\xff\xfe" + data[:200]]),
    )


def _xml(parts: list[tuple[str, bytes]], chance: random.Random) -> None:
    """Damage to the tree of a part that matters."""
    candidates = [at for at, (name, _) in enumerate(parts) if re.search(r"(slides?|notes\w*|document|charts?|diagrams?|presentation|rels|"
                  r"footnotes|comments|numbering|styles)[^/]*\.(xml|rels)$|_rels/", name)]  # fmt: skip
    if not candidates:
        return
    at = chance.choice(candidates)
    name, data = parts[at]
    try:
        root = etree.fromstring(data)
    except (etree.XMLSyntaxError, ValueError):
        return
    for _ in range(chance.randint(1, 6)):
        elements = [one for one in root.iter() if isinstance(one.tag, str)]
        chance.choice(_TREE)(chance.choice(elements), chance)
    parts[at] = (name, etree.tostring(root))


def _gone(element: etree._Element, chance: random.Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _twice(element: etree._Element, chance: random.Random) -> None:
    parent = element.getparent()
    if parent is not None and len(etree.tostring(element)) < 20000:
        for _ in range(chance.choice((1, 1, 1, 40))):
            parent.append(etree.fromstring(etree.tostring(element)))


def _moved(element: etree._Element, chance: random.Random) -> None:
    others = [one for one in element.getroottree().iter() if isinstance(one.tag, str)]
    target = chance.choice(others)
    if element.getparent() is not None and element not in target.iterancestors() and target is not element:
        target.append(element)


def _attribute(element: etree._Element, chance: random.Random) -> None:
    names = list(element.attrib) or ["val"]
    with contextlib.suppress(ValueError):
        element.set(chance.choice(names), chance.choice(_NUMBERS))


def _words(element: etree._Element, chance: random.Random) -> None:
    with contextlib.suppress(ValueError):
        element.text = chance.choice(_SIGNS) * chance.choice((1, 1, 50))


def _nest(element: etree._Element, chance: random.Random) -> None:
    inner = element
    for _ in range(chance.choice((3, 30, 200))):
        inner = etree.SubElement(inner, element.tag)


def _renamed(element: etree._Element, chance: random.Random) -> None:
    other = chance.choice([one for one in element.getroottree().iter() if isinstance(one.tag, str)])
    element.tag = other.tag


_TREE = (_gone, _twice, _moved, _attribute, _attribute, _words, _nest, _renamed)
_PACKAGE: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip, _cut, _within(_drop), _within(_double), _within(_exchange), _within(_garble),
    *[_within(_xml)] * 8,
)  # fmt: skip


def _lines(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[at : at + chance.randint(1, 9)]
        case 1:
            lines[to:to] = lines[at : at + chance.randint(1, 20)]
        case 2:
            lines[at] = b"> " * chance.choice((1, 5, 80)) + lines[at]
        case 3:
            lines[at:at] = [b" " * (2 * n) + b"- x" for n in range(chance.choice((3, 12, 120)))]
        case _:
            lines[at] = lines[at] * chance.choice((2, 30))
    return b"\n".join(lines)


def _sign(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return (
        content[:at] + chance.choice(_SIGNS).encode("utf-8", "surrogatepass") * chance.choice((1, 1, 40)) + content[at:]
    )


_TEXT: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _cut, _lines, _lines, _lines, _sign, _sign, _sign)


# --- running -------------------------------------------------------------------------------------------------


def outcome(content: bytes, kind: str) -> str:
    """`imported`, `refused`, or what went wrong."""
    diags = Diagnostics()
    workspace = InMemory(PROJECT)
    made = run({f"file{KINDS[kind]}": content}, LESSON, PICTURES, workspace, Options(near=workspace), diags)
    told = [one for one in diags.in_order() if one.code != "I114"]
    if made is None:
        return "refused" if told else "failed: neither a lesson nor a message"
    if not made.files.get(LESSON):
        return "failed: no lesson among the files"
    broken = next((one for one in told if one.code == "I120"), None)
    return f"does not build: {told[1].code if len(told) > 1 else ''}" if broken else "imported"


def _stop(number: int, frame: FrameType | None) -> None:
    raise Slow


def cases(kind: str, count: int, seed: int, lessons: Sequence[str] = LESSONS) -> Iterator[bytes]:
    """Damaged files, the same for the same seed."""
    ours = seeds(kind, lessons)
    chance = random.Random(f"{kind}/{seed}")
    for _ in range(count):
        yield damaged(chance.choice(ours), kind, chance)


def main() -> int:
    """Run as many as asked for, print what happened."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", default=list(KINDS), help="deck, word, markdown, text, gift")
    parser.add_argument("-n", type=int, default=2000, help="files of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for files that failed")
    asked = parser.parse_args()
    signal.signal(signal.SIGALRM, _stop)
    failed = 0
    for kind in asked.kinds:
        counts: Counter[str] = Counter()
        slowest, begin = 0.0, time.monotonic()
        for number, content in enumerate(cases(kind, asked.n, asked.seed), 1):
            signal.alarm(SECONDS)
            start = time.monotonic()
            try:
                found = outcome(content, kind)
            except Slow:
                found = f"failed: more than {SECONDS} s"
            except BaseException as error:  # whatever it is, it is a finding
                if isinstance(error, KeyboardInterrupt):
                    raise
                last = traceback.extract_tb(error.__traceback__)[-1]
                found = f"failed: {type(error).__name__} at {Path(last.filename).name}:{last.lineno}: {str(error)[:60]}"
            finally:
                signal.alarm(0)
            slowest = max(slowest, time.monotonic() - start)
            if counts[found] < 3 and asked.keep and found.startswith(("failed", "does not")):
                asked.keep.mkdir(parents=True, exist_ok=True)
                (asked.keep / f"{kind}-{number}{KINDS[kind]}").write_bytes(content)
            counts[found] += 1
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        took = time.monotonic() - begin
        print(
            f"{kind}: {asked.n} files in {took:.0f} s, slowest {slowest:.1f} s, memory so far at most {memory:.0f} MB"
        )
        for found, count in counts.most_common():
            print(f"  {count:6} {found}")
        failed += sum(count for found, count in counts.items() if found.startswith("failed"))
        failed += memory > MEGABYTES
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
