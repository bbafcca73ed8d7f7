"""A bare template -> a folder with a brand.yaml, in which every choice can be read and changed."""

from __future__ import annotations

from pathlib import PurePosixPath

from deckbuild.brand.adopt.load import DECKS, DOCUMENTS, Adopted
from deckbuild.brand.brand import Brand
from deckbuild.brand.load import BRAND_FILE
from deckbuild.specimen.findings import served
from deckbuild.specimen.subject import Subject


def adopted_files(subject: Subject, name: str, brand: Brand, adopted: Adopted | None) -> dict[PurePosixPath, bytes]:
    """Files of the folder `brand/NAME/`: the template as it is, and a brand.yaml that names it."""
    folder = PurePosixPath("brand", name)
    renamed: dict[str, str] = {}
    for field, endings in (("template", DECKS), ("document", DOCUMENTS)):
        own = next((file for ending in endings for file in subject.files if file.lower().endswith(ending)), None)
        if own:
            renamed[own] = f"{field}{PurePosixPath(own).suffix.lower()}"
    lines = [f"brand: {name}", f"title: {name.replace('-', ' ').capitalize()}"]
    lines += [f"{file.partition('.')[0]}: {file}" for file in renamed.values()]
    if adopted and adopted.deck:
        lines += [
            "",
            "# Which layout serves what.  To say otherwise, take away the # here and at the line to change.",
            "# layouts:",
        ]
        lines += [f"#   {one.role}: {_quoted(one.layout)}  # {one.why}" for one in served(brand, adopted)]
    files = {folder / renamed.get(file, file): content for file, content in subject.files.items()}
    files[folder / BRAND_FILE] = ("\n".join(lines) + "\n").encode()
    return files


def _quoted(text: str) -> str:
    """A text as YAML in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
