"""What every output says about itself: titles, language, and from which build of which file it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from deckbuild import __version__
from deckbuild.assemble.assemble import source_of
from deckbuild.blocks import plain
from deckbuild.brand.brand import Brand
from deckbuild.compose.designation import designation
from deckbuild.labels import Labels
from deckbuild.load.course import Loaded
from deckbuild.markdown import inline
from deckbuild.properties import Properties


def properties_of(loaded: Loaded, labels: Labels, brand: Brand, reads: Mapping[PurePosixPath, bytes]) -> Properties:
    """The marks of all outputs; `reads` are the files that were read for them."""
    lesson, project = loaded.lesson, loaded.project

    def words(text: str | None) -> str:
        return plain(inline(text, labels.language)) if text else ""

    return Properties(
        title=words(lesson.title),
        subject=words(lesson.subtitle),
        author=words(project.author),
        keywords=designation(lesson, loaded.programme, labels),
        language=labels.language,
        edition=words(lesson.edition or project.edition),
        lesson=lesson.lesson,
        source=source_of(loaded),
        build=build_hash(reads, (brand.pptx_template, brand.docx_template, *_of_this_machine(brand))),
    )


def _of_this_machine(brand: Brand) -> list[bytes]:
    """The font files that other machines may lack: what they measure decides how text is set."""
    return [face.path.read_bytes() for face in brand.faces if not face.everywhere]


def build_hash(reads: Mapping[PurePosixPath, bytes], more: Iterable[bytes]) -> str:
    """16 hexadecimal digits that stand for all that was read, the templates, and this version of the tool."""
    digest = hashlib.sha256(__version__.encode())
    for path in sorted(reads):
        digest.update(f"\0{path}\0{len(reads[path])}\0".encode() + reads[path])
    for content in more:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:16]
