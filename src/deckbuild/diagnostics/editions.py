"""What can be wrong with the editions of a course.  Code -> name and text."""

from __future__ import annotations

from collections.abc import Mapping

EDITIONS: Mapping[str, tuple[str, str]] = {
    "C301": (
        "edition-of-nothing",
        "An edition of a course has no slide, or the name of another. Each is a custom show of the deck, and shows are "
        "chosen by their names.",
    ),
    "C302": (
        "not-in-the-course",
        "An edition names a module, a lesson, a section, a slide or an activity that the course does not have. Modules "
        "and lessons are named by their numbers, everything else by its `id`.",
    ),
    "C303": (
        "edition-too-long",
        "An edition takes longer than its `duration`, though everything optional is left out of it.",
    ),
}
