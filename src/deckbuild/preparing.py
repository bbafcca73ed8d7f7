"""A file -> all that is needed to compose it: what it says, its brand, its words, the mark of its build."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from deckbuild.assemble.assemble import assemble
from deckbuild.assemble.elsewhere import elsewhere
from deckbuild.brand.brand import Brand
from deckbuild.brand.load import load_brand
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.labels import Labels
from deckbuild.load.course import Loaded
from deckbuild.load.labels import load_labels
from deckbuild.load.programme import LoadedProgramme, load_file
from deckbuild.marking import properties_of
from deckbuild.properties import Properties
from deckbuild.workspace import Recording


@dataclass(frozen=True)
class Prepared:
    """A file with all that is needed to compose it."""

    loaded: Loaded
    brand: Brand
    labels: Labels
    properties: Properties
    """With the mark of the build that it would be."""


def prepare(
    recording: Recording, path: PurePosixPath, diags: Diagnostics, *, brand: str = "", module: str = ""
) -> Prepared | None:
    """Load one file and its brand; None where either can't be read.  Much cheaper than composing it."""
    loaded = load(recording, path, diags, module)
    if loaded is None:
        return None
    lesson, project = loaded.lesson, loaded.project
    start = lesson.place
    where = start.fields.get("brand", start.span)
    found = load_brand(recording, brand or lesson.brand or project.brand, project.paper, diags, where)
    if found is None:
        return None
    smallest = max(found.smallest, float(project.limits.smallest_text))
    look = replace(found, smallest=smallest, embed_fonts=project.embed_fonts or found.embed_fonts)
    labels = load_labels(lesson.language or project.language, look.labels, diags, start.of("language"))
    if loaded.programme:
        labels = labels.about(loaded.programme.kind)
        labels = labels if loaded.programme.projected else labels.about("flipchart")
    return Prepared(loaded, look, labels, properties_of(loaded, labels, look, recording.reads))


def load(recording: Recording, path: PurePosixPath, diags: Diagnostics, module: str = "") -> Loaded | None:
    """A lesson, or a session or course as one; None where it can't be read."""
    read = load_file(recording, path, diags)
    loaded = assemble(read, diags, module) if isinstance(read, LoadedProgramme) else read
    if loaded is None:
        return None
    return replace(loaded, elsewhere=elsewhere(loaded, recording.source, recording, diags))
