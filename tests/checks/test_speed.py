"""A slow rule is a bug: on a lesson large enough to show it, all of them together stay near the build."""

from __future__ import annotations

import rules


def test_rules_are_quick_and_none_grows_with_the_square_of_the_lesson() -> None:
    """At 1,000 slides the aim is half of the build (tools/rules.py); a small lesson bears what is done once, and there is
    room for a busy machine."""
    found = rules.measured(200)
    slowest = max(found.each, key=lambda code: found.each[code])

    assert found.together < 1.5 * found.build, sorted(found.each.items(), key=lambda one: -one[1])[:5]
    assert found.each[slowest] < 0.6 * sum(found.each.values()), slowest
