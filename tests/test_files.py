"""Writing: at every moment there is the old file or the complete new one, whatever goes wrong."""

from __future__ import annotations

import contextlib
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from deckbuild.files import TargetLocked, Written, write_if_different

ROOT = Path(__file__).parents[1]
OLD, NEW = b"old " * 50_000, b"new " * 60_000


def strays(folder: Path) -> list[Path]:
    return list(folder.glob(".*.tmp"))


def test_it_says_what_happened(tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "deck.pptx"

    assert write_if_different(target, OLD) is Written.CREATED
    assert write_if_different(target, NEW) is Written.CHANGED
    assert write_if_different(target, NEW) is Written.UNCHANGED
    assert target.read_bytes() == NEW
    assert strays(target.parent) == []


def test_an_equal_file_is_not_touched(tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    write_if_different(target, OLD)
    os.utime(target, (1, 1))

    write_if_different(target, OLD)

    assert target.stat().st_mtime == 1


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_the_umask_decides_who_may_read(tmp_path: Path) -> None:
    for mask, mode in ((0o022, 0o644), (0o077, 0o600)):
        before = os.umask(mask)
        try:
            target = tmp_path / f"{mask:o}.pptx"
            write_if_different(target, OLD)
        finally:
            os.umask(before)
        assert stat.S_IMODE(target.stat().st_mode) == mode


class Full(OSError):
    """The disk is full."""


def failing(real: Callable[..., Any], countdown: Iterator[int], nth: int) -> Callable[..., Any]:
    """`real`, but the nth of all watched calls fails."""

    def call(*arguments: Any, **options: Any) -> Any:
        if next(countdown) == nth:
            raise Full(28, "No space left on device")
        return real(*arguments, **options)

    return call


@pytest.mark.parametrize("nth", range(8))
def test_a_fault_at_any_step_leaves_the_old_file_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    target = tmp_path / "deck.pptx"
    target.write_bytes(OLD)
    countdown = iter(range(100))
    with monkeypatch.context() as patched:
        for name in ("open", "fsync", "replace", "fdopen"):
            patched.setattr(os, name, failing(getattr(os, name), countdown, nth))
        with contextlib.suppress(Full):
            write_if_different(target, NEW)

    assert target.read_bytes() in (OLD, NEW)
    write_if_different(target, NEW)
    assert target.read_bytes() == NEW
    assert strays(tmp_path) == []


def test_a_target_that_is_open_elsewhere_is_left_and_the_new_file_lies_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, while PowerPoint has the deck open."""
    target = tmp_path / "deck.pptx"
    target.write_bytes(OLD)
    real = os.replace

    def replace(source: Path, to: Path) -> None:
        if Path(to) == target:
            raise PermissionError(13, "The process cannot access the file")
        real(source, to)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(TargetLocked) as locked:
        write_if_different(target, NEW)

    assert target.read_bytes() == OLD
    assert locked.value.beside.name == "deck (new).pptx"
    assert locked.value.beside.read_bytes() == NEW
    assert strays(tmp_path) == []


WRITER = """
import sys
from pathlib import Path
from deckbuild.files import write_if_different
target, word = Path(sys.argv[1]), sys.argv[2].encode()
print("ready", flush=True)
for number in range(int(sys.argv[3])):
    write_if_different(target, (word + b" %d " % (number % 2)) * 200_000)
"""


def writer(target: Path, word: str, times: int) -> subprocess.Popen[bytes]:
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-c", WRITER, str(target), word, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path})


def whole(content: bytes) -> bool:
    """Whether it is one of the files that a writer writes, from its first byte to its last."""
    first = content.split(b" ", 2)
    return len(first) == 3 and content == (first[0] + b" " + first[1] + b" ") * 200_000


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_killed_writers_leave_whole_files_and_the_next_run_sweeps_up(tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    for number in range(20):
        process = writer(target, "w", 10_000)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.002 * number)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert not target.exists() or whole(target.read_bytes())

    write_if_different(target, NEW)

    assert target.read_bytes() == NEW
    assert strays(tmp_path) == []


def test_two_writers_and_a_reader_never_meet_half_a_file(tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    writers = [writer(target, "one", 60), writer(target, "two", 60)]
    seen = 0
    while any(process.poll() is None for process in writers):
        if target.exists():
            assert whole(target.read_bytes())
            seen += 1
    for process in writers:
        assert process.stdout is not None
        process.stdout.close()

    assert [process.returncode for process in writers] == [0, 0]
    assert seen > 0
    assert strays(tmp_path) == []
