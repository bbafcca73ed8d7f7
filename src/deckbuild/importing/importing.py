"""Files from anywhere -> a lesson's file, what lies beside it, and the report.  Writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath

from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.importing import ALL
from deckbuild.importing.accounting import MOST_LOST, Account, account
from deckbuild.importing.draft import Draft
from deckbuild.importing.layout import lay_out
from deckbuild.importing.opening import CannotImport, Source, open_source
from deckbuild.importing.parting import titled
from deckbuild.importing.reading import Options, Reading
from deckbuild.importing.report import Report, markdown
from deckbuild.importing.together import together
from deckbuild.importing.yamltext import yaml_text
from deckbuild.pipeline import compose
from deckbuild.review import review
from deckbuild.workspace import Overlaid, Recording, Workspace


@dataclass(frozen=True)
class Imported:
    """What an import gives: files by their path in the project, and what is told about it."""

    files: Mapping[PurePosixPath, bytes]
    report: Report

    @property
    def text(self) -> str:
        """The report as Markdown."""
        return markdown(self.report)


def run(
    files: Mapping[str, bytes],
    lesson: PurePosixPath,
    pictures: PurePosixPath,
    workspace: Workspace,
    options: Options,
    diags: Diagnostics,
) -> Imported | None:
    """Import `files`, by name, into the file `lesson` of a project with pictures in the folder `pictures`.

    None after a message for each file that can't be imported.  What is written is composed here, and
    checked as `deckbuild check` will: what is found then stands in the report.
    """
    reading = read(files, options, diags)
    if reading is None:
        return None
    draft = reading.draft
    laid_out = lay_out(draft, _from(lesson, pictures))
    text = yaml_text(laid_out.entries)
    made = {lesson: text.encode(), **{pictures / name: content for name, content in draft.files.items()}}
    made.update({PurePosixPath("brand", options.brand, name): data for name, data in reading.brand.items()})
    written, building = Overlaid(workspace, made), Diagnostics()
    compose(Recording(written), lesson, building)
    accounted = account(reading.pieces, text)
    _warn_of_losses(accounted, files, diags)
    if building.has_errors:
        message = "the lesson is written, but does not build yet"
        diags.error("I120", message, _start(str(lesson)), "look at the messages below it, and mend these places")
        diags.extend(building.in_order())
    found = review(written, [lesson]).diagnostics
    report = Report(tuple(files), str(lesson), reading, laid_out, accounted, found)
    return Imported(made, report)


def read(files: Mapping[str, bytes], options: Options, diags: Diagnostics) -> Reading | None:
    """What the files hold; None after a message for each that can't be read."""
    sources: list[Source] = []
    for name, content in files.items():
        try:
            sources.append(open_source(name, content))
        except CannotImport as reason:
            diags.error(reason.code, reason.message, _start(name), reason.hint)
    if len(sources) < len(files):
        return None
    try:
        reading = titled(together(sources, [_reader(source)(source, options) for source in sources], options))
    except CannotImport as reason:
        diags.error(reason.code, reason.message, _start(next(iter(files))), reason.hint)
        return None
    if not _holds_something(reading.draft):
        hint = "check whether it is the right file; text that is a picture can't be read"
        diags.error(
            "I110", "there is nothing to import: no text, no slide, no question", _start(next(iter(files))), hint
        )
        return None
    return reading


def _reader(source: Source) -> Callable[[Source, Options], Reading]:
    """The function that reads files of the source's kind."""
    module = next((reader.module for reader in ALL if reader.kind == source.kind), None)
    if module is None:
        raise CannotImport("I106", f"{source.name} can't be imported", "name a .docx, a .pptx, a text or Markdown")
    found: Callable[[Source, Options], Reading] = import_module(module).read
    return found


def _holds_something(draft: Draft) -> bool:
    return bool(draft.questions) or any(section.slides or section.notes for section in draft.sections)


def _warn_of_losses(found: Account, files: Sequence[str] | Mapping[str, bytes], diags: Diagnostics) -> None:
    wanted = found.read - found.left_out
    if wanted and found.lost > MOST_LOST * wanted:
        message = f"{found.lost:,} of {wanted:,} characters are not in the lesson"
        hint = "look at the report: it says from which parts"
        diags.warn("I114", message, _start(next(iter(files))), hint)


def _from(lesson: PurePosixPath, folder: PurePosixPath) -> str:
    """The way from the lesson's folder to another one."""
    here, there = lesson.parent.parts, folder.parts
    same = next((n for n, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there)))
    return "/".join([*[".."] * (len(here) - same), *there[same:]])


def _start(file: str) -> Span:
    return Span(file, 1, 1, 1, 1)
