"""Checklists for before, during and after the lesson, by role where roles are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.blocks import Block, Heading, Item, Items, Run, bare
from deckbuild.compose.parts.part import Guide, minor
from deckbuild.spec.pack import Preparation, Task


def compose(guide: Guide) -> Iterator[Block]:
    """A list to tick off for each of the three times."""
    preparation = guide.lesson.preparation or Preparation()
    phases = [(name, getattr(preparation, name)) for name in ("before", "during", "after")]
    if not any(tasks for _, tasks in phases):
        return
    yield Heading(1, (Run(guide.labels("preparing")),), "preparation")
    for name, tasks in phases:
        if tasks:
            yield Heading(2, (Run(guide.labels(name)),), f"preparation/{name}")
            yield from _by_role(tasks, guide)


def _by_role(tasks: Sequence[Task], guide: Guide) -> Iterator[Block]:
    """The tasks of each role under its name, in order of first mention; without roles one list."""
    roles: dict[str, list[Task]] = {}
    for task in tasks:
        roles.setdefault(task.who or "", []).append(task)
    for role, own in roles.items():
        if role or len(roles) > 1:
            yield minor(role or guide.labels("everyone"))
        yield Items(tuple(_item(task, guide) for task in own), look="checklist")


def _item(task: Task, guide: Guide) -> Item:
    when = (Run("  "), *(Run(run.text, style="muted") for run in guide.linker.text(task.when))) if task.when else ()
    return Item((*guide.linker.text(task.task), *when)) if when else Item(guide.linker.text(task.task) or bare(""))
