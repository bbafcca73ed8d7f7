"""Footnotes where there are no pages: numbers in the text, the notes as small print at its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from deckbuild.blocks import Footnote, Paragraph, Rich, Run

SMALL = "small"
Thing = TypeVar("Thing")


def at_foot(content: Sequence[Thing]) -> tuple[Thing | Paragraph, ...]:
    """`content` with a number for each footnote, and their texts after it; equal notes have one number."""
    numbers: dict[Rich, int] = {}

    def numbered(rich: Rich) -> Rich:
        if not any(isinstance(run.link, Footnote) for run in rich):
            return rich
        return tuple(_mark(run, numbers) for run in rich)

    shown = cast("tuple[Thing, ...]", rewritten(tuple(content), numbered))
    return (*shown, *(Paragraph((_number(n), Run(" "), *text), SMALL) for text, n in numbers.items()))


def _mark(run: Run, numbers: dict[Rich, int]) -> Run:
    if not isinstance(run.link, Footnote):
        return run
    return _number(numbers.setdefault(run.link.text, len(numbers) + 1))


def _number(number: int) -> Run:
    return Run(str(number), script="super")


def rewritten(node: object, rich: Callable[[Rich], Rich]) -> object:
    """`node` with every text in it put through `rich`."""
    if isinstance(node, tuple):
        if node and all(isinstance(one, Run) for one in node):
            return rich(node)
        return tuple(rewritten(one, rich) for one in node)
    if is_dataclass(node) and not isinstance(node, type):
        return replace(node, **{one.name: rewritten(getattr(node, one.name), rich) for one in fields(node)})
    return node
