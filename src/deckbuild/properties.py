"""What an output says of itself, and the marks by which `verify` knows it again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Properties:
    """Core properties of a file, and its identity."""

    title: str
    subject: str
    author: str
    keywords: str
    language: str
    edition: str
    lesson: str
    """Number of the lesson."""
    source: str
    """Path of the specification within its project."""
    build: str
    """Hash of everything the build read, and of the tool's version: equal in all files of one build."""
