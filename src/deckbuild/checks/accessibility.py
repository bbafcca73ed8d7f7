"""Rules about who can use the outputs."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.checks.rule import Finding, Rule, Subject


def titles_not_unique(subject: Subject) -> Iterator[Finding]:
    """Two slides have the same title (A101).

    Screen readers list slides by title, trainers find them by it, and the notes' contents show it.
    """
    seen: dict[str, int] = {}
    for stop in subject.facts.stops:
        title = stop.title.casefold()
        if title in seen and stop.slide and stop.generated not in ("title", "divider"):
            message = f"slide {seen[title]} has this title too: `{stop.title}`"
            yield Finding(message, stop.slide.place.of("title"), ("say what this slide adds",))
        if stop.generated not in ("title", "divider"):
            seen.setdefault(title, stop.number)


RULES = (Rule("A101", titles_not_unique, built=True),)
