"""Places on a line, each as near to its wish as least distances allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Constraint:
    """`right` stands at least `distance` to the right of `left`."""

    left: int
    right: int
    distance: int


def topological(lines: Sequence[int], constraints: Sequence[Constraint]) -> list[int] | None:
    """The lines, each after all that stand to its left; None where they go in a circle."""
    leaving: dict[int, list[int]] = {line: [] for line in lines}
    entering = dict.fromkeys(lines, 0)
    for one in constraints:
        leaving[one.left].append(one.right)
        entering[one.right] += 1
    ready = [line for line in reversed(lines) if not entering[line]]
    out: list[int] = []
    while ready:
        line = ready.pop()
        out.append(line)
        for right in leaving[line]:
            entering[right] -= 1
            if not entering[right]:
                ready.append(right)
    return out if len(out) == len(lines) else None


@dataclass(eq=False)
class _Block:
    """Lines at fixed distances from each other, which move as one."""

    offsets: dict[int, float]
    weight: float
    sum: float

    @property
    def place(self) -> float:
        return self.sum / self.weight


def settle(
    sequence: Sequence[int],
    constraints: Sequence[Constraint],
    wished: Mapping[int, float],
    weights: Mapping[int, float],
) -> dict[int, float]:
    """Places that keep all distances; each line that would come too near is merged with what stands in its way."""
    arriving: dict[int, list[Constraint]] = {line: [] for line in sequence}
    for one in constraints:
        arriving[one.right].append(one)
    block_of: dict[int, _Block] = {}
    for line in sequence:
        block = _Block({line: 0.0}, weights[line], weights[line] * wished[line])
        block_of[line] = block
        while True:
            worst = _worst(block, block_of, arriving)
            if worst is None:
                break
            _merge(block_of[worst.left], block, worst, block_of)
    return {line: block_of[line].place + block_of[line].offsets[line] for line in sequence}


def _worst(
    block: _Block, block_of: Mapping[int, _Block], arriving: Mapping[int, Sequence[Constraint]]
) -> Constraint | None:
    """The distance to another block that is missed by most."""
    worst, most = None, 1e-6
    for line, offset in block.offsets.items():
        here = block.place + offset
        for one in arriving[line]:
            other = block_of[one.left]
            if other is block:
                continue
            missed = other.place + other.offsets[one.left] + one.distance - here
            if missed > most:
                worst, most = one, missed
    return worst


def _merge(left: _Block, block: _Block, by: Constraint, block_of: dict[int, _Block]) -> None:
    """Take the block on the left into `block`, at the distance that holds between them."""
    shift = block.offsets[by.right] - by.distance - left.offsets[by.left]
    for line, offset in left.offsets.items():
        block.offsets[line] = offset + shift
        block_of[line] = block
    # The sum is of wishes less offsets, weighted.
    block.sum += left.sum - left.weight * shift
    block.weight += left.weight
