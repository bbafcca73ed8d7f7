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
    "C106": (
        "twice-in-the-programme",
        "Two lines of the programme take the same slide of a lesson. A lesson can stand there in pieces, before and "
        "after a break, when `only` or `skip` says which piece holds what.",
    ),
    "C108": (
        "same-id-in-two-lessons",
        "Two lessons give the same id to different things. Both keep working, as a lesson's own references lead to its "
        "own things. But no other lesson can refer to either of them.",
    ),
    "C109": (
        "ambiguous-reference",
        "A text refers to something in another lesson, and two other lessons have something of that name.",
    ),
    "C110": (
        "contradicting-reference",
        "Two lessons describe the same document differently, and there is only one bibliography. What the first lesson "
        "says is printed.",
    ),
    "C111": (
        "contradicting-abbreviation",
        "A short form stands for different things in two lessons, and there is only one list. What the first lesson "
        "says is printed.",
    ),
    "C112": (
        "contradicting-term",
        "Two lessons explain the same word differently, and there is only one glossary. What the first lesson says is "
        "printed.",
    ),
    "C113": (
        "refers-elsewhere",
        "A text refers to something in another lesson that these outputs do not hold. In its place stands the number "
        "of that lesson.",
    ),
    "C114": (
        "another-language",
        "A lesson is written in another language than the session or the course in which it stands, so that the words "
        "of deckbuild's own do not go with it.",
    ),
    "C115": (
        "number-given-twice",
        "Two lessons or two modules of a course have the same number, so that nobody can tell them apart by it.",
    ),
    "C116": (
        "requirement-not-met",
        "A lesson or a module builds on another, by its `requires`, which the course does not hold or teaches later.",
    ),
    "C117": (
        "session-is-over",
        "The session's date has passed. `check` compares it with today, or with SOURCE_DATE_EPOCH; builds never do.",
    ),
    "C118": (
        "several-languages",
        "A session names several languages. Its outputs are in one; each other takes a session's file of its own.",
    ),
}
"""Code -> name and text."""
