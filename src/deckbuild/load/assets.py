"""The files that a lesson names: pictures and CSV tables read in, every path checked and made the project's own."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import TypeVar

from deckbuild.assets import Asset
from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.kinds.audio import Audio
from deckbuild.kinds.code import Coded
from deckbuild.kinds.grid import Grid
from deckbuild.kinds.image import Shown
from deckbuild.kinds.played import Played
from deckbuild.kinds.video import Video
from deckbuild.lesson.lesson import Background, Lesson
from deckbuild.load.csv_table import Rows, read_csv
from deckbuild.load.media import FILM, SOUND, read_media
from deckbuild.load.pictures import read_picture
from deckbuild.load.refused import RefusedFileError
from deckbuild.load.source import read_source
from deckbuild.spec.authored import Authored, revised
from deckbuild.spec.head import Handout
from deckbuild.spec.pack import Annex
from deckbuild.spec.scalars import Duration
from deckbuild.workspace import OutsideProject, Workspace, within

Read = TypeVar("Read")
HEAVY = 50_000_000
"""Bytes of a film above which a deck is hard to send."""


def load_assets(
    workspace: Workspace, lesson: Lesson, file: PurePosixPath, diags: Diagnostics
) -> tuple[Lesson, Mapping[PurePosixPath, Asset]]:
    """The lesson with its CSV tables read in, and its pictures by path.

    Paths in the lesson that comes back are relative to the project, as the keys of the mapping are.  What can't be
    used is reported where it was written and stays as it was.
    """
    folder = _Folder(workspace, file.parent, diags)
    assets: dict[PurePosixPath, Asset] = {}

    def revise(node: Authored) -> Authored:
        match node:
            case Shown() | Background():
                return _with_picture(node, folder, assets)
            case Played():
                return _with_media(node, folder, assets)
            case Video() | Audio():
                _check_kind(node, folder, assets)
                return node
            case Grid(file=str()) if not node.rows:
                return _with_rows(node, folder, diags)
            case Coded(file=str()) if not node.text:
                return _with_source(node, folder, diags)
            case Handout(file=str() as written) | Annex(file=str() as written):
                found = folder.read(written, node.place.of("file"), _carried)
                return node.model_copy(update={"file": str(found[0])}) if found else node
            case _:
                return node

    read_in = revised(lesson, revise)
    assert isinstance(read_in, Lesson)
    return read_in, assets


CARRIED = 25_000_000
"""Bytes of a file that is carried along, at most."""


def _carried(content: bytes) -> int:
    """The size of a file to carry along.  Raises RefusedFileError."""
    if not content:
        raise RefusedFileError("R120", "is empty", "put the handout into it, or remove it")
    if len(content) > CARRIED:
        size = f"has {len(content) / 1e6:.0f} MB, {CARRIED / 1e6:.0f} MB are allowed"
        raise RefusedFileError("R120", size, "save it smaller, as a PDF for print")
    return len(content)


class _Folder:
    """Reads files named relative to a specification's folder, and reports those that can't be read."""

    def __init__(self, workspace: Workspace, folder: PurePosixPath, diags: Diagnostics) -> None:
        self._workspace = workspace
        self._folder = folder
        self._diags = diags

    def read(self, written: str, span: Span, read: Callable[[bytes], Read]) -> tuple[PurePosixPath, Read] | None:
        """The file's path within the project, and what `read` makes of its content; None after a message."""
        try:
            path = within(self._folder / written)
            return path, read(self._workspace.read(path))
        except OutsideProject:
            self._report_outside(written, span)
        except RefusedFileError as refused:
            self._diags.error(refused.code, f"`{written}` {refused.message}", span, refused.hint)
        except (OSError, ValueError):
            self._report_missing(written, within(self._folder / written), span)
        return None

    def error(self, code: str, message: str, span: Span, hint: str) -> None:
        """An error about a file that was read."""
        self._diags.error(code, message, span, hint)

    def warn(self, code: str, message: str, span: Span, hint: str) -> None:
        """A warning about a file that can be used all the same."""
        self._diags.warn(code, message, span, hint)

    def _report_outside(self, written: str, span: Span) -> None:
        if "://" in written:
            hint = "save it into the project, and note its source in `credit`"
            self._diags.error("R104", f"`{written}` is an address; files are never fetched", span, hint)
            return
        hint = "write `/` in place of `\\`" if "\\" in written else "copy the file into the project"
        self._diags.error("R104", f"`{written}` is not inside the project", span, hint)

    def _report_missing(self, written: str, path: PurePosixPath, span: Span) -> None:
        if self._workspace.glob(f"{path}/*"):
            self._diags.error("R103", f"`{written}` is a folder, not a file", span, "name a file in it")
            return
        names = {other.name.lower(): other.name for other in self._workspace.glob(f"{path.parent}/*")}
        near = difflib.get_close_matches(path.name.lower(), list(names), 1)
        hint = f"did you mean `{_beside(written, names[near[0]])}`?" if near else f"looked for it as {path}"
        self._diags.error("R103", f"there is no file `{written}`", span, hint)


def _with_picture(shown: Shown | Background, folder: _Folder, assets: dict[PurePosixPath, Asset]) -> Authored:
    found = folder.read(shown.file, shown.place.of("file"), read_picture)
    if found is None:
        return shown
    path, asset = found
    assets[path] = asset
    if asset.frames > 1:
        message = f"`{shown.file}` holds {asset.frames} pictures, the first one is shown"
        folder.warn("R121", message, shown.place.of("file"), "save the one you mean as PNG, or use the kind `video`")
    return shown.model_copy(update={"file": str(path)})


def _with_media(played: Played, folder: _Folder, assets: dict[PurePosixPath, Asset]) -> Played:
    """The film or sound read in, with its poster; its running time as the file says it."""
    changes: dict[str, object] = {}
    if played.poster:
        poster = folder.read(played.poster, played.place.of("poster"), read_picture)
        if poster:
            changes["poster"] = str(poster[0])
            assets[poster[0]] = poster[1]
    span = played.place.of("file")
    found = folder.read(played.file, span, read_media) if played.file else None
    if found:
        path, asset = found
        assets[path] = asset
        changes["file"] = str(path)
        seconds = max(1, round(asset.seconds))
        if played.running_time is None and asset.seconds:
            changes["running_time"] = Duration(seconds, seconds)
        elif played.running_time is None:
            folder.warn("R123", f"`{played.file}` does not say how long it runs", span, "write its `running_time`")
        elif asset.seconds and not _about(played.running_time, seconds):
            message = f"`{played.file}` runs for {Duration(seconds, seconds)}, not {played.running_time}"
            folder.warn("T312", message, played.place.of("running_time"), "leave `running_time` out")
        if played.embed and len(asset.content) > HEAVY:
            message = f"`{played.file}` makes the deck {len(asset.content) / 1e6:.0f} MB larger"
            folder.warn("R122", message, span, "save it smaller, or lay it beside the deck with `embed: false`")
    return played.model_copy(update=changes) if changes else played


def _check_kind(body: Video | Audio, folder: _Folder, assets: Mapping[PurePosixPath, Asset]) -> None:
    """Report a sound that is called a film, and a film that is called a sound (R124)."""
    played, kinds, other = (body.video, FILM, "audio") if isinstance(body, Video) else (body.audio, SOUND, "video")
    asset = assets.get(PurePosixPath(played.file)) if played.file else None
    if asset is not None and asset.kind not in kinds:
        what = "a sound" if asset.kind in SOUND else "a film"
        folder.error("R124", f"`{played.file}` is {what}", played.place.of("file"), f"use the kind `{other}`")


def _about(said: Duration, seconds: int) -> bool:
    """Whether it is the time to the second or, over a minute, to a twentieth."""
    spare = max(1, seconds // 20)
    return said.low - spare <= seconds <= said.high + spare


def _with_rows(table: Grid, folder: _Folder, diags: Diagnostics) -> Grid:
    span = table.place.of("file")
    found = folder.read(table.file or "", span, read_csv)
    if found is None:
        return table
    path, rows = found
    header, rest = _headed(table, rows)
    filled = table.model_copy(update={"file": str(path), "header": header, "rows": rest})
    wrong = filled.problem()
    if wrong:
        code, message, hint = wrong
        diags.error(code, f"`{table.file}`: {message}", span, hint)
    return filled


def _with_source(code: Coded, folder: _Folder, diags: Diagnostics) -> Coded:
    span = code.place.of("file")
    found = folder.read(code.file or "", span, read_source)
    if found is None:
        return code
    filled = code.model_copy(update={"file": str(found[0]), "text": found[1]})
    wrong = filled.problem()
    if wrong:
        diags.error(wrong[0], f"`{code.file}`: {wrong[1]}", span, wrong[2])
    return filled


def _headed(table: Grid, rows: Rows) -> tuple[tuple[str, ...], Rows]:
    """Header and rows: the first row is the header unless one is written in the lesson."""
    return (table.header, rows) if table.header or len(rows) == 1 else (rows[0], rows[1:])


def _beside(written: str, name: str) -> str:
    return str(PurePosixPath(written).parent / name)
