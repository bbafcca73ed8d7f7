"""A folder or a template file -> a project in memory that holds this brand and the specimen lesson."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from deckbuild.brand.adopt.load import DECKS, DOCUMENTS
from deckbuild.brand.load import BRAND_FILE, shipped
from deckbuild.workspace import InMemory

LESSON = PurePosixPath("decks/specimen.yaml")
_MOST = 400 << 20
"""Bytes that are read of a folder; a brand has a few megabytes."""


class NoBrand(Exception):
    """There is no brand at the path; the text says what was looked for."""


@dataclass(frozen=True)
class Subject:
    """A brand to look at."""

    name: str
    files: dict[str, bytes]
    """Files of the brand's folder, by their names in it."""
    bare: bool
    """Whether it has no brand.yaml."""

    def workspace(self, language: str = "en") -> InMemory:
        """The brand and the specimen lesson, as a project."""
        lesson = lesson_folder()
        files: dict[str, bytes | str] = {
            f"decks/{path.name}": path.read_bytes() for path in sorted(lesson.iterdir()) if path.is_file()
        }
        files[str(LESSON)] = files.pop("decks/gallery.yaml")
        files["deckbuild.yaml"] = (
            f"project: Specimen\nbrand: {self.name}\nedition: Specimen\nlanguage: {language}\n"
            "generate: [title, outcomes, agenda, dividers, key_messages, references]\n"
        )
        return InMemory({**files, **{f"brand/{self.name}/{name}": content for name, content in self.files.items()}})


def lesson_folder() -> Path:
    """The folder of the lesson that shows every kind."""
    packaged = Path(__file__).parent / "lesson"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "decks" / "gallery"


def subject_of(path: str) -> Subject:
    """The brand at a path: a folder, a template file, or the name of one that comes with deckbuild; raises NoBrand."""
    found = Path(path)
    if not found.exists() and (shipped() / path / BRAND_FILE).is_file():
        found = shipped() / path
    if found.is_file():
        if found.name == BRAND_FILE:
            return _folder(found.resolve().parent)
        if found.suffix.lower() not in (*DECKS, *DOCUMENTS):
            raise NoBrand(f"`{path}` is no template: its name must end in {', '.join((*DECKS, *DOCUMENTS))}")
        return Subject(as_id(found.stem), {found.name: found.read_bytes()}, bare=True)
    if found.is_dir():
        return _folder(found.resolve())
    raise NoBrand(f"there is no `{path}`, and no brand of that name comes with deckbuild")


def _folder(folder: Path) -> Subject:
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith((".", "~$"))]
    if sum(path.stat().st_size for path in paths) > _MOST:
        raise NoBrand(f"`{folder.name}` holds more than {_MOST >> 20} MB: it is no brand's folder")
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    if BRAND_FILE not in files and not any(
        name.lower().endswith((*DECKS, *DOCUMENTS)) for name in files if "/" not in name
    ):
        raise NoBrand(f"`{folder.name}` holds neither a {BRAND_FILE} nor a template (.potx, .pptx, .dotx, .docx)")
    return Subject(as_id(folder.name), files, bare=BRAND_FILE not in files)


def as_id(text: str) -> str:
    """The name for a brand that is nearest to a text."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].strip("-") or "brand"
