"""The only place that writes: whole files or nothing, and only when they would differ."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import time
from enum import Enum
from functools import cache
from pathlib import Path

_TEMPORARY = re.compile(r"\..+\.deckbuild-([0-9]+)-[0-9a-f]{8}\.tmp")
"""Names of our temporary files, with the number of the process that writes it."""
_HOUR = 3600.0
_BESIDE = ("(new)", "(new 2)", "(new 3)")
"""What is put after the name of a file that could not be replaced; the next one where that is open as well."""


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

    Written to a temporary file in the same folder, flushed to the disk, then renamed over the target.  Folders are
    made.  Raises OSError where that can't be done (the old file stays), TargetLocked where another program holds
    the target.
    """
    folder = path.parent
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    before = _read(path)
    if before == content:
        return Written.UNCHANGED
    temporary = path.with_name(f".{path.name}.deckbuild-{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        _write(temporary, content)
        _replace(temporary, path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        _flush_folder(folder)
    return Written.CREATED if before is None else Written.CHANGED


def _read(path: Path) -> bytes | None:
    """What is there; None where nothing is, b"" where another program lets nobody read it."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except PermissionError:
        return b""


def _write(path: Path, content: bytes) -> None:
    # 0o666 is cut by the umask, as for any new file; tempfile would make it 0600.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        # Else a crash of the machine may leave the new name with no content behind it (ext4, delayed allocation).
        os.fsync(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            os.close(descriptor)
        raise
    os.close(descriptor)  # a full network disk may be told only here


def _replace(temporary: Path, path: Path) -> None:
    try:
        os.replace(temporary, path)  # noqa: PTH105 - atomic on POSIX and Windows
    except PermissionError:
        if path.is_dir():
            raise
        for suffix in _BESIDE:
            beside = path.with_name(f"{path.stem} {suffix}{path.suffix}")
            with contextlib.suppress(PermissionError):
                os.replace(temporary, beside)  # noqa: PTH105
                raise TargetLocked(path, beside) from None
        raise


def _flush_folder(folder: Path) -> None:
    """Make the rename last through a power cut; some systems can't open folders, and need not."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@cache
def _sweep(folder: Path) -> None:
    """Remove temporaries that killed processes left in a folder; those of live ones stay.

    Once for each folder is enough: those that this process makes, it removes.
    """
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = _TEMPORARY.fullmatch(entry.name)
            if match:
                with contextlib.suppress(OSError):
                    if not _alive(int(match[1])) or entry.stat().st_mtime < time.time() - _HOUR:
                        os.unlink(entry.path)  # noqa: PTH108


def _alive(process: int) -> bool:
    """Whether a process with that number runs; where that can't be asked, it is taken to run.

    A number may belong to another process by now, so an hour's age counts as well (no write takes that long).
    """
    if process == os.getpid() or os.name == "nt":  # on Windows os.kill would end it
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
