"""Writing: the old file or the complete new one, whatever happens; nothing left behind; nothing written in vain."""

from __future__ import annotations

import errno
import os
import random
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import deckbuild
from deckbuild.files import TargetLocked, Written, write_if_different

OLD, NEW = b"old" * 50_000, b"new" * 70_000
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals, modes and process numbers are those of POSIX")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "lesson.pptx"
    path.write_bytes(OLD)
    return path


def strays(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.endswith(".tmp"))


def test_a_new_file_is_created_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "build" / "module-2" / "lesson.pptx"

    assert write_if_different(path, NEW) is Written.CREATED
    assert path.read_bytes() == NEW
    assert strays(path.parent) == []


def test_a_different_file_is_changed(target: Path) -> None:
    assert write_if_different(target, NEW) is Written.CHANGED
    assert target.read_bytes() == NEW


def test_an_empty_file_is_written(target: Path) -> None:
    assert write_if_different(target, b"") is Written.CHANGED
    assert target.read_bytes() == b""


def test_an_equal_file_is_left_alone(target: Path) -> None:
    os.utime(target, (1, 1))

    assert write_if_different(target, OLD) is Written.UNCHANGED
    assert target.stat().st_mtime == 1


@POSIX
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_the_mode_is_what_the_umask_says(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_if_different(tmp_path / "lesson.pptx", NEW)
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "lesson.pptx").stat().st_mode) == 0o666 & ~mask


# --- faults ------------------------------------------------------------------------------------------------

CALLS = ("open", "write", "fsync", "close", "replace")


class Faults:
    """Fails the nth call of the os functions in CALLS, counted over all of them."""

    def __init__(self, fail_at: int, error: int, *, short: bool = False) -> None:
        self.calls: list[str] = []
        self.fail_at, self.error, self.short = fail_at, error, short
        self.real = {name: getattr(os, name) for name in CALLS}

    def faulty(self, name: str) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self.calls.append(name)
            if len(self.calls) == self.fail_at:
                if name == "close":
                    self.real[name](*arguments)
                raise OSError(self.error, f"{name} failed on purpose")
            if name == "write" and self.short:
                return self.real[name](arguments[0], bytes(arguments[1])[:50_000])
            return self.real[name](*arguments)

        return call


def attempt(path: Path, faults: Faults) -> Written | Exception:
    """What became of writing NEW; faults only happen meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, faults.faulty(name))
        try:
            return write_if_different(path, NEW)
        except (OSError, TargetLocked) as error:
            return error


def calls_of_a_good_write(path: Path) -> list[str]:
    faults = Faults(0, 0, short=True)
    attempt(path, faults)
    return faults.calls


def cases() -> Iterator[tuple[int, int]]:
    for fail_at in range(1, 15):
        for error in (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR):
            yield fail_at, error


def test_a_good_write_makes_every_call_that_is_made_to_fail(target: Path) -> None:
    calls = calls_of_a_good_write(target)

    assert set(calls) == set(CALLS)
    assert calls.count("write") > 2
    assert len(calls) <= max(fail_at for fail_at, _ in cases())


@pytest.mark.parametrize(("fail_at", "error"), list(cases()), ids=str)
@pytest.mark.parametrize("before", [OLD, None], ids=["over a file", "new"])
def test_a_fault_leaves_the_old_file_or_the_complete_new_one(
    tmp_path: Path, fail_at: int, error: int, before: bytes | None
) -> None:
    target = tmp_path / "lesson.pptx"
    if before is not None:
        target.write_bytes(before)

    outcome = attempt(target, Faults(fail_at, error, short=True))

    now = target.read_bytes() if target.exists() else None
    assert now == (NEW if isinstance(outcome, Written) else before)
    assert strays(tmp_path) == []
    if isinstance(outcome, TargetLocked):
        assert outcome.beside.read_bytes() == NEW
    else:
        assert [path.name for path in tmp_path.iterdir()] in ([], ["lesson.pptx"])


def test_a_full_disk_is_told_as_itself(target: Path) -> None:
    outcome = attempt(target, Faults(2, errno.ENOSPC))

    assert isinstance(outcome, OSError)
    assert outcome.errno == errno.ENOSPC


def refuse(patch: pytest.MonkeyPatch, *names: str) -> None:
    """Replacing files of these names fails, as on Windows while another program has them open."""
    real = os.replace

    def replace(source: Path, destination: Path) -> None:
        if destination.name in names:
            raise PermissionError(errno.EACCES, "in use")
        real(source, destination)

    patch.setattr(os, "replace", replace)


def test_an_open_target_stays_and_the_new_one_lies_beside(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "lesson.pptx")

    with pytest.raises(TargetLocked) as told:
        write_if_different(target, NEW)

    assert target.read_bytes() == OLD
    assert told.value.target == target
    assert told.value.beside.name == "lesson (new).pptx"
    assert told.value.beside.read_bytes() == NEW
    assert strays(target.parent) == []


def test_where_that_is_open_too_the_next_name_is_taken(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "lesson.pptx", "lesson (new).pptx")

    with pytest.raises(TargetLocked) as told:
        write_if_different(target, NEW)

    assert told.value.beside.name == "lesson (new 2).pptx"


def test_where_nothing_can_be_put_beside_the_fault_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "lesson.pptx", *(f"lesson {suffix}.pptx" for suffix in ("(new)", "(new 2)", "(new 3)")))

    with pytest.raises(PermissionError):
        write_if_different(target, NEW)

    assert target.read_bytes() == OLD
    assert strays(target.parent) == []


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "lesson.pptx").mkdir()

    with pytest.raises(OSError):
        write_if_different(tmp_path / "lesson.pptx", NEW)

    assert strays(tmp_path) == []


# --- other processes ---------------------------------------------------------------------------------------

_WRITER = """
import sys
from pathlib import Path
from deckbuild.files import write_if_different

target, rounds, letters = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
print("ready", flush=True)
for number in range(rounds):
    write_if_different(target, letters[number % len(letters)].encode() * 300_000)
"""
_SOURCE = str(Path(deckbuild.__file__).parents[1])


def writer(target: Path, letters: str, rounds: int) -> subprocess.Popen[str]:
    """A process that writes one letter after the other, each as a large file."""
    command = [sys.executable, "-c", _WRITER, str(target), str(rounds), letters]
    environment = {**os.environ, "PYTHONPATH": _SOURCE}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def started(process: subprocess.Popen[str]) -> subprocess.Popen[str]:
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def ended(process: subprocess.Popen[str]) -> int:
    process.communicate(timeout=60)
    return process.returncode


def is_whole(content: bytes, letters: str) -> bool:
    return any(content == letter.encode() * 300_000 for letter in letters)


@POSIX
def test_a_kill_leaves_a_whole_file_and_the_next_run_no_temporaries(tmp_path: Path) -> None:
    target = tmp_path / "lesson.pptx"
    target.write_bytes(b"a" * 300_000)
    chance = random.Random(1)
    for _ in range(40):
        process = started(writer(target, "ab", 1_000_000))
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        ended(process)
        assert is_whole(target.read_bytes(), "ab")

    assert ended(writer(target, "c", 1)) == 0

    assert [path.name for path in tmp_path.iterdir()] == ["lesson.pptx"]


@POSIX
def test_two_writers_and_a_reader_see_whole_files(tmp_path: Path) -> None:
    target = tmp_path / "lesson.pptx"
    target.write_bytes(b"a" * 300_000)
    writers = [started(writer(target, letters, 100)) for letters in ("ab", "cd")]
    reads = 0
    while any(process.poll() is None for process in writers):
        assert is_whole(target.read_bytes(), "abcd")
        reads += 1

    assert [ended(process) for process in writers] == [0, 0]
    assert reads > 20
    assert [path.name for path in tmp_path.iterdir()] == ["lesson.pptx"]


def temporary(folder: Path, process: int) -> Path:
    path = folder / f".lesson.pptx.deckbuild-{process}-0123abcd.tmp"
    path.write_bytes(b"half")
    return path


@POSIX
def test_a_live_writers_temporary_stays_and_a_dead_ones_goes(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        live = temporary(tmp_path, process.pid)
        dead = temporary(tmp_path, 2**22 + 1)  # above the largest number that Linux gives
        write_if_different(tmp_path / "lesson.pptx", NEW)
    finally:
        process.communicate(b"\n")

    assert live.exists()
    assert not dead.exists()


def test_an_old_temporary_goes_whatever_has_its_number_now(tmp_path: Path) -> None:
    """In a container each run has the same number."""
    old = temporary(tmp_path, os.getpid())
    os.utime(old, (time.time() - 7200, time.time() - 7200))

    write_if_different(tmp_path / "lesson.pptx", NEW)

    assert not old.exists()


def test_files_of_others_are_never_swept(tmp_path: Path) -> None:
    names = [
        "a.tmp",
        ".lesson.pptx.tmp",
        ".lesson.pptx.deckbuild-1-xyz.tmp",
        "lesson.pptx.deckbuild-99999999-0123abcd.tmp",
    ]
    for name in names:
        (tmp_path / name).write_bytes(b"mine")

    write_if_different(tmp_path / "lesson.pptx", NEW)

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*names, "lesson.pptx"])
