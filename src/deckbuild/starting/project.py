"""A new project: its deckbuild.yaml, a first lesson, and what version control is to leave out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from deckbuild.starting.lesson import NewLesson, lesson_file
from deckbuild.starting.writing import quoted

_IGNORED = "# Made anew by every build.\n/build/\n/.deckbuild/\n"


@dataclass(frozen=True)
class NewProject:
    """What makes a project."""

    title: str
    language: str = "en"
    edition: str = ""
    brand: str = ""
    lesson: NewLesson | None = None
    """The first lesson; none for a project without one."""


def project_files(new: NewProject) -> dict[PurePosixPath, str]:
    """The files of the project, by their path in its folder."""
    files = {PurePosixPath("deckbuild.yaml"): _settings(new), PurePosixPath(".gitignore"): _IGNORED}
    if new.lesson:
        files[PurePosixPath("decks", f"lesson-{new.lesson.number}.yaml")] = lesson_file(new.lesson)
    return files


def _settings(new: NewProject) -> str:
    edition = f"edition: {quoted(new.edition)}" if new.edition else "# edition: Spring 2027"
    brand = f"brand: {new.brand}" if new.brand else "# brand: azure"
    return f"""\
# What all lessons of this project have in common; a lesson may say otherwise.
# Take the # away before a line that you want; `deckbuild schema project` lists every key.
project: {quoted(new.title)}
language: {new.language}
{edition}  # in every footer
{brand}  # the look; `deckbuild brand new NAME` makes one of your own
# paper: Letter
generate: [title, outcomes, agenda, key_messages]  # slides that nobody has to write
"""
