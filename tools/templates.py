"""Build the specimen on every template in a folder, and say in a table how each came out.

    python tools/templates.py FOLDER [-o OUT] [--sheets] [--only WORD]

For decks (.potx, .pptx): roles served by the template's own layouts and by derived ones, findings of the Open XML SDK in
the template and in the specimen's deck, messages about text that does not fit.  For documents (.dotx, .docx): styles used
and added, findings before and after in the facilitator's notes.  With --sheets, one picture of each specimen's slides is
put into OUT, drawn by LibreOffice.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "ooxml"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import sdk

from deckbuild.ooxml.lint import lint_package
from deckbuild.ooxml.opening import open_package
from deckbuild.pictures.renderer import CannotDraw
from deckbuild.specimen.look import Looked, Specimen, look, renderer_for, specimen
from deckbuild.specimen.subject import subject_of

DECKS, DOCUMENTS = (".potx", ".pptx"), (".dotx", ".docx")


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    name: str
    result: str
    before: str = ""
    after: str = ""
    fit: str = ""


def rows(folder: Path, only: str, out: Path | None) -> Iterator[Row]:
    """A row for each template."""
    files = [
        path for path in sorted(folder.iterdir()) if path.suffix.lower() in (*DECKS, *DOCUMENTS) and only in path.name
    ]
    for path in files:
        subject = subject_of(str(path))
        looked = look(subject)
        if looked.brand is None:
            yield Row(path.name, "; ".join(one.message.partition(": ")[2] or one.message for one in looked.diagnostics))
            continue
        try:
            made = specimen(subject, looked.brand, renderer_for(looked.brand, "auto"))
        except Exception as bug:  # a bug of ours, to be told like the rest
            yield Row(path.name, f"BUG {type(bug).__name__}: {bug}")
            continue
        yield _row(path, looked, made)
        if out is not None:
            out.mkdir(parents=True, exist_ok=True)
            for name, content in made.files.items():
                (out / name).write_bytes(content)


def _row(path: Path, looked: Looked, made: Specimen) -> Row:
    deck = path.suffix.lower() in DECKS
    content = next((c for n, c in made.files.items() if n.endswith(".pptx" if deck else "-facilitator.docx")), b"")
    if not content:
        errors = [one for one in made.diagnostics if one.severity.value == "error"]
        return Row(path.name, "not built: " + "; ".join(f"{one.code} {one.message}" for one in errors[:2]))
    before = _findings(path.read_bytes(), path.suffix)
    after = _findings(content, ".pptx" if deck else ".docx")
    new = sum((after - before).values())
    codes = Counter(one.code for one in made.diagnostics if one.code.startswith("F"))
    fit = ", ".join(f"{code} × {count}" for code, count in sorted(codes.items())) or "none"
    said = _layouts(looked, content) if deck else _styles(looked)
    defects = len(lint_package(content))
    return Row(
        path.name, said, str(sum(before.values())), f"{new} new" + (f", {defects} defects" if defects else ""), fit
    )


def _findings(content: bytes, suffix: str) -> Counter[str]:
    """What the SDK finds, without where: parts have other names in what is built."""
    return Counter(one.rpartition(": ")[2] for one in sdk.findings(content, suffix.lower()))


def _layouts(looked: Looked, deck: bytes) -> str:
    """Roles served by layouts of the template's own, and by derived ones; slides on any other would be told."""
    assert looked.adopted is not None
    adopted = looked.adopted.deck
    assert adopted is not None
    roles = [match for match in adopted.matches if match.role]
    own = sum(match.how != "derived" for match in roles)
    known = {match.profile.part for match in adopted.matches}
    package = open_package(deck)
    slides = [part for part in package.parts.values() if part.content_type.endswith(".slide+xml")]
    strays = [
        slide
        for slide in slides
        if (layout := package.related(slide.name, "slideLayout")) is None or layout.name not in known
    ]
    text = f"{len(known)} layouts: {own} roles on its own, {len(roles) - own} on derived"
    return text + (f", {len(strays)} STRAY SLIDES" if strays else "")


def _styles(looked: Looked) -> str:
    assert looked.adopted is not None
    word = looked.adopted.word
    return f"{len(word.used)} styles its own, {len(word.added)} added, {word.place}"


def _sheets(out: Path) -> None:
    """Pictures of decks and notes by LibreOffice."""
    import io

    from PIL import Image

    from deckbuild.pictures.libreoffice import page_pictures

    for path in sorted((*out.glob("*-specimen.pptx"), *out.glob("*-facilitator.docx"))):
        try:
            pages = [Image.open(io.BytesIO(page)) for page in page_pictures(path.read_bytes(), path.suffix, 40, 420)]
        except CannotDraw as reason:
            print(f"{path.name}: {reason}")
            continue
        across = 6
        width, height = max(page.width for page in pages) + 6, max(page.height for page in pages) + 6
        sheet = Image.new("RGB", (across * width, -(-len(pages) // across) * height), "#8894a0")
        for number, page in enumerate(pages):
            sheet.paste(page, (number % across * width, number // across * height))
        sheet.save(out / f"{path.name}.png")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--sheets", action="store_true")
    given = parser.parse_args()
    out = given.output or Path(tempfile.mkdtemp(prefix="templates-"))
    print("| template | result | SDK before | SDK after | fit |\n|---|---|---|---|---|")
    for row in rows(given.folder, given.only, out):
        print(f"| {row.name} | {row.result} | {row.before} | {row.after} | {row.fit} |", flush=True)
    if given.sheets:
        _sheets(out)
    print(f"\nspecimens: {out}")


if __name__ == "__main__":
    main()
