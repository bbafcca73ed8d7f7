"""What a name on the command line stands for: the file that is meant, its number, its title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

DECKS = PurePosixPath("decks")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*")


def is_number(name: str) -> bool:
    """Whether `name` is the number of a lesson, such as `2.1`."""
    return _NUMBER.fullmatch(name) is not None


def file_of(name: str, folders: Iterable[str] = ()) -> PurePosixPath:
    """The file called `name`, below decks/: `fire/drill` is decks/fire/drill.yaml.

    A number stands for a lesson: `2.1` is decks/lesson-2.1.yaml, or decks/module-2/lesson-2.1.yaml where there is such
    a folder among the `folders` of decks/.  Raises ValueError, with what to write, for a name that can't be one.
    """
    if is_number(name):
        module = f"module-{name.partition('.')[0]}"
        return DECKS / (module if module in folders else "") / f"lesson-{name}.yaml"
    path = PurePosixPath(name.replace("\\", "/"))
    parts = [part for part in path.parts if part != "."]
    if parts and parts[0] == DECKS.name:
        parts = parts[1:]
    if not parts or path.is_absolute() or not all(_fits(part) for part in parts):
        raise ValueError(f"`{name}` can't be a file's name: write letters, digits and hyphens, such as `fire-drill`")
    parts[-1] = re.sub(r"\.ya?ml$", "", parts[-1])
    return DECKS.joinpath(*parts[:-1], f"{parts[-1]}.yaml")


def _fits(part: str) -> bool:
    return re.fullmatch(r"\w[\w.-]*", part) is not None and ".." not in part


def number_in(file: PurePosixPath) -> str:
    """The number at the end of a file's name; empty where there is none."""
    found = re.search(rf"(?:^|[-_ ])({_NUMBER.pattern})$", file.stem)
    return found[1] if found else ""


def next_number(known: Iterable[str]) -> str:
    """The number behind the last of those there are: `1.1` where there is none, `2.5` after 2.4."""
    parts = sorted(tuple(int(part) for part in number.split(".")) for number in known if is_number(number))
    if not parts:
        return "1.1"
    return ".".join(str(part) for part in (*parts[-1][:-1], parts[-1][-1] + 1))


def title_of(stem: str) -> str:
    """What a file's name says, for people: `fire-drill` is “Fire drill”."""
    words = re.sub(r"[-_]+", " ", stem).strip()
    return words[:1].upper() + words[1:]
