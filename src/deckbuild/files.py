"""The only place that writes: whole files or nothing, and only when they would differ."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from collections.abc import Iterator
from enum import Enum
from pathlib import Path


class Written(Enum):
    """What happened to a target."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class TargetLocked(Exception):
    """The target is open in another program (Windows); the new content lies beside it."""

    def __init__(self, target: Path, beside: Path) -> None:
        super().__init__(f"{target} is open in another program; the new one is {beside}")
        self.target, self.beside = target, beside


def write_if_different(path: Path, content: bytes) -> Written:
    """Put `content` at `path`: at every moment there is the old file or the complete new one.

    Written to a temporary file in the same folder, flushed to the disk, then renamed over the target.  Raises
    OSError where that can't be done (the old file stays), TargetLocked where another program holds the target.
    """
    try:
        before = path.read_bytes()
    except FileNotFoundError:
        before = None
    if before == content:
        return Written.UNCHANGED
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    temporary = path.with_name(f".{path.name}.deckbuild-{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        _write(temporary, content)
        try:
            os.replace(temporary, path)  # noqa: PTH105 - atomic on POSIX and Windows
        except PermissionError:
            beside = path.with_name(f"{path.stem} (new){path.suffix}")
            os.replace(temporary, beside)  # noqa: PTH105
            raise TargetLocked(path, beside) from None
        _flush_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    return Written.CREATED if before is None else Written.CHANGED


def _write(path: Path, content: bytes) -> None:
    # 0o666 is cut by the umask, as for any new file; tempfile would make it 0600.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the rename last through a power cut; some systems can't open folders, and need not."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sweep(path: Path) -> None:
    """Remove temporaries that killed processes left beside this target; those of live ones stay."""
    for stray, process in _temporaries(path):
        if not _alive(process):
            with contextlib.suppress(OSError):
                stray.unlink()


def _temporaries(path: Path) -> Iterator[tuple[Path, int]]:
    pattern = re.compile(rf"\.{re.escape(path.name)}\.deckbuild-([0-9]+)-[0-9a-f]{{8}}\.tmp")
    for name in os.listdir(path.parent):  # noqa: PTH208 - no Path for each of many files
        match = pattern.fullmatch(name)
        if match:
            yield path.with_name(name), int(match[1])


def _alive(process: int) -> bool:
    """Whether a process with that number runs; where that can't be asked, it is taken to run."""
    if process == os.getpid():
        return True
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
