"""What can be wrong with sessions and courses: their files, their parts, and how lessons go together.

Code -> name and text.
"""

from __future__ import annotations

from collections.abc import Mapping

PROGRAMMES: Mapping[str, tuple[str, str]] = {
    "C101": (
        "no-such-lesson",
        "A session or a course names a file that is not there. Paths are relative to the file that names them; "
        "capitals count.",
    ),
    "C102": (
        "another-kind-of-file",
        "The file that is named is none of the kind that can stand here: a session and a course are made of lessons, "
        "and include only files of their own kind.",
    ),
    "C103": (
        "not-in-the-lesson",
        "The programme names a section, a slide or an activity that the lesson does not have. Only what has an `id` "
        "can be named.",
    ),
    "C104": (
        "unknown-trainer",
        "A part is led by somebody who is not among the session's `trainers`. Write the name as it stands there.",
    ),
    "C105": (
        "includes-itself",
        "Files include one another in a circle, so that the programme would never end.",
    ),
}
"""Code -> name and text."""
