"""What a text refers to and the outputs do not hold, because it is in another lesson or was left out of this one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from deckbuild.assemble.names import ids_of, mentioned
from deckbuild.diagnostics.model import Diagnostic, Diagnostics, Severity, Span
from deckbuild.lesson.lesson import Lesson
from deckbuild.load.course import Loaded, read_specification
from deckbuild.markdown import GONE
from deckbuild.workspace import Workspace

_FOLDERS = ("decks/*.yaml", "decks/*/*.yaml", "decks/*/*/*.yaml", "decks/*/*/*/*.yaml")


def elsewhere(loaded: Loaded, workspace: Workspace, recording: Workspace, diags: Diagnostics) -> dict[str, str]:
    """By its id the number of the lesson that has what this one refers to and does not hold; each is told (C113).

    Nothing is read where nothing is missing.  What was found is read through `recording`, so that the outputs depend
    on it; what was only looked through is not.
    """
    lesson = loaded.lesson
    here = {*ids_of(lesson), *lesson.references}
    missing = {id_: span for id_, span in mentioned(lesson).items() if id_ not in here and id_ != GONE}
    if not missing:
        return {}
    found: dict[str, dict[str, PurePosixPath]] = {}
    files = dict.fromkeys([*map(PurePosixPath, loaded.lines), *(p for f in _FOLDERS for p in workspace.glob(f))])
    for path, other in _lessons(workspace, list(files), list(missing)):
        for id_ in missing:
            if id_ in ids_of(other) or id_ in other.references:
                found.setdefault(id_, {}).setdefault(other.lesson, path)
    for id_, there in found.items():
        for path in there.values():
            recording.read(path)
        _report(id_, list(there), missing[id_], diags)
    return {id_: next(iter(there)) for id_, there in found.items()}


def _lessons(
    workspace: Workspace, files: Sequence[PurePosixPath], ids: Sequence[str]
) -> Iterator[tuple[PurePosixPath, Lesson]]:
    """The lessons among `files` in whose text one of the ids stands."""
    for path in files:
        content = workspace.read(path)
        if not any(id_.encode() in content for id_ in ids):
            continue
        read = read_specification(workspace, path, Diagnostics())
        if read and read.lesson:
            yield path, read.lesson


def _report(id_: str, numbers: Sequence[str], span: Span, diags: Diagnostics) -> None:
    if len(numbers) > 1:
        message = f"`{id_}` can be meant in lesson {' or in lesson '.join(numbers)}"
        diags.error("C109", message, span, "give one of them another id")
        return
    message = f"`{id_}` is in lesson {numbers[0]}, not here: the text names that lesson in its place"
    diags.add(Diagnostic("C113", Severity.INFO, message, span, ("check that it reads well",)))
