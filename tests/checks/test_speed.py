"""A slow rule is a bug: all of them together take less than the build, on a lesson large enough to show it."""

from __future__ import annotations

import rules


def test_rules_are_quick_and_none_grows_with_the_square_of_the_lesson() -> None:
    """At 1,000 slides the aim is half of the build (tools/rules.py); here there is room for a busy machine."""
    build, seconds = rules.measured(200)
    slowest = max(seconds, key=lambda code: seconds[code])

    assert sum(seconds.values()) < 0.75 * build, sorted(seconds.items(), key=lambda one: -one[1])[:5]
    assert seconds[slowest] < 0.35 * build, slowest
