"""Which of a project's lessons a new session or course is made of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.cli.asking import ask
from deckbuild.cli.project import lessons as files_of

if TYPE_CHECKING:
    from deckbuild.starting.programme import Chosen
    from deckbuild.survey import HeldLesson


def held_lessons(root: Path) -> tuple[HeldLesson, ...]:
    """All lessons under decks/ that can be read, in the order of their numbers."""
    from deckbuild.survey import lessons_of
    from deckbuild.workspace import Disk

    return lessons_of(Disk(root), tuple(files_of(root, []) if (root / "decks").is_dir() else ()))


def choose(root: Path, said: Sequence[str]) -> tuple[Chosen, ...]:
    """The lessons that were said, by number or file; else those answered on a terminal; else all."""
    from deckbuild.starting.programme import Chosen

    held = held_lessons(root)
    if not held:
        raise click.UsageError("there is no lesson under decks/ yet: make one with `deckbuild new lesson`")
    chosen: tuple[HeldLesson, ...] = ()

    def check(answer: str) -> str:
        nonlocal chosen
        names = [name for name in answer.replace(",", " ").split() if name]
        chosen = tuple(_named(name, held, root) for name in names) if names != ["all"] else held
        if not chosen:
            raise ValueError("name a lesson, or write `all`")
        return answer

    listed = ", ".join(lesson.number for lesson in held[:12]) + (" …" if len(held) > 12 else "")
    ask(f"Lessons, by number ({listed})", "all", " ".join(said) or None, check)
    return tuple(Chosen(one.file, one.number, one.title, one.minutes) for one in chosen)


def _named(name: str, held: Sequence[HeldLesson], root: Path) -> HeldLesson:
    """The lesson that `name` means; raises ValueError where it means none, or several."""
    numbered = [lesson for lesson in held if lesson.number == name]
    if len(numbered) == 1:
        return numbered[0]
    if numbered:
        files = " and ".join(str(lesson.file) for lesson in numbered)
        raise ValueError(f"{files} both have the number {name}: name the file")
    path = Path(name) if Path(name).is_absolute() else Path.cwd() / name
    for lesson in held:
        if (root / lesson.file).resolve() == path.resolve() or str(lesson.file) == f"decks/{name}":
            return lesson
    numbers = ", ".join(lesson.number for lesson in held)
    raise ValueError(f"there is no lesson {name}: there are {numbers}")
