"""Families of codes: the letter that a code begins with, a word for it in settings, and what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    """`name` stands for the letter in settings and counts, `title` over its part of the manual."""

    name: str
    title: str


FAMILIES: Mapping[str, Family] = {
    "Y": Family("yaml", "The YAML itself"),
    "S": Family("shape", "The shape of a specification"),
    "R": Family("references", "References and files"),
    "T": Family("time", "Time"),
    "N": Family("notes", "Slides against notes"),
    "O": Family("outcomes", "Outcomes"),
    "Q": Family("activities", "Activities, questions, handouts"),
    "D": Family("density", "Density of text"),
    "F": Family("fit", "Fit"),
    "L": Family("language", "Language"),
    "K": Family("copied", "Copied structure"),
    "A": Family("accessibility", "Accessibility"),
    "B": Family("brand", "Brand and print"),
    "X": Family("translation", "Translation"),
    "C": Family("courses", "Sessions and courses"),
    "I": Family("importing", "Importing"),
    "P": Family("packages", "Finished files, and pictures of slides"),
}
"""In the order of the manual."""


def family_of(code: str) -> str:
    """The name of the family that `code` belongs to."""
    return FAMILIES[code[0]].name
